/* What a reading came to, as bytes: the child's answer to ical_read_guarded(). */
#ifndef ADAPTERS_ICAL_WIRE_H
#define ADAPTERS_ICAL_WIRE_H

#include "adapters/ical/ical.h"

#include <stddef.h>

/* file counts where status is OK, f where it is not. */
const char *wire_write(struct arena *a, enum status status, const struct ical_file *file,
                       const struct faults *f, size_t *length);
/* False where the bytes are no answer; nothing of it counts then. Texts stay in the
 * answer, which must live as long as they do. The file's name is not told. */
bool wire_read(struct arena *a, const char *answer, size_t length, enum status *status,
               struct ical_file *file, struct faults *f);

#endif
