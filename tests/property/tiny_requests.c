/* Requests of the random weeks. */
#include "oracle/tiny_requests.c"
