/* People of the random weeks. */
#include "oracle/tiny_people.c"
