#include "property/tiny_week.h"
#include "oracle/tiny_week.c"
