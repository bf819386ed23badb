#include "adapters/text/libraries.h"

#include <curl/curl.h>
#include <jansson.h>

const char *library_json(void)
{
    return jansson_version_str();
}

const char *library_network(void)
{
    return LIBCURL_VERSION;
}
