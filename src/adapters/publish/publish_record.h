/* week.json's "published": what the escorts were told, from which the rules count what a
 * change costs. */
#ifndef ADAPTERS_PUBLISH_RECORD_H
#define ADAPTERS_PUBLISH_RECORD_H

#include "ledsaga/show.h"

/* What week.json says once the sheet's roster is the published one; NULL where nothing
 * changes. The day on which the week was first given out stays, else it is on_day (days
 * since 1970), and the week's "today" is then not before it. All else in the file stays
 * byte by byte, and keys that begin with x- in the record itself too. Nothing is written. */
enum status publish_record(struct arena *a, const struct sheet *s, const char *dir,
                           int64_t on_day, const char **week_text, struct faults *f);
/* The same in the text of a week.json; *out is `document` itself where nothing changes.
 * path: of the file, for faults. */
enum status publish_record_put(struct arena *a, const struct sheet *s, const char *path,
                               const char *document, int64_t on_day, const char **out,
                               struct faults *f);

#endif
