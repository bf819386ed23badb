/* Texts that differ only as people's hands differ. */
#ifndef ADAPTERS_FOLD_H
#define ADAPTERS_FOLD_H

#include "ledsaga/arena.h"

/* Small letters (ASCII and those of Western Europe), white space as one blank, none at the
 * ends. */
const char *fold(struct arena *a, const char *s);

#endif
