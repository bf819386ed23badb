/* People as they are spoken of: by id, or by name where only one is called so. */
#ifndef ADAPTERS_WHOM_H
#define ADAPTERS_WHOM_H

#include "ledsaga/problem.h"

/* An id, a name, or the first names alone; NONE where it is nobody's, or several people's. Who has
 * a protected identity is known by id alone. */
int whom_client(const struct problem *p, const char *said);
int whom_escort(const struct problem *p, const char *said);

#endif
