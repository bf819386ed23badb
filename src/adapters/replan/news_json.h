/* Who must be told what, for programs. */
#ifndef ADAPTERS_NEWS_JSON_H
#define ADAPTERS_NEWS_JSON_H

#include "adapters/replan/news.h"

#include <jansson.h>

/* A list, in the order in which to ring them. */
json_t *news_json(struct arena *a, const struct problem *p, const struct news *list, int n);

#endif
