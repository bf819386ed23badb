#include "adapters/libraries.h"

#include <jansson.h>
#include <libical/ical.h>

const char *library_json(void)
{
    return jansson_version_str();
}

const char *library_calendar(void)
{
    return ICAL_VERSION;
}
