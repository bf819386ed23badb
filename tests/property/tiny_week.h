/* The random weeks of the oracle, under another name: an invented unit's file has
 * theirs. */
#ifndef PROPERTY_TINY_WEEK_H
#define PROPERTY_TINY_WEEK_H

#define tiny_week random_week
#include "oracle/tiny_week.h"

#endif
