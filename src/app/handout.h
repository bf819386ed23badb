/* Handing out a roster: from then on people are told what it says. What export and
 * publish begin with. */
#ifndef APP_HANDOUT_H
#define APP_HANDOUT_H

#include "adapters/publish/publish.h"
#include "app/judged.h"
#include "ledsaga/calendar.h"

struct handout {
    const struct calendar_settings *settings;
    const struct told *before, *told; /* of the roster's week: as it was, as it is now */
    struct told_counts counts;
    int n;
    const struct diary *diaries; /* everybody's: the problem's clients, its escorts, people
                                    who left */
    int64_t on_day; /* days since 1970 */
};

/* The day of OPTION_FEED_DAY, else the computer's in the unit's zone. */
enum status handout_day(struct call *call, const struct week *w, int64_t *day);

/* What would be told of the roster of j; nothing is written, and no diaries are read. BREACH
 * where it breaks a hard rule, unless the call says OPTION_UNLAWFUL. */
enum status handout_prepare(struct call *call, const struct judged *j, struct handout *out);
/* Everybody's diary of what was told so far. */
enum status handout_diaries(struct call *call, const char *dir, const struct problem *p,
                            struct handout *h);

/* Tells the roster of j, of a workspace that is locked: told.json says what each person was
 * told, week.json what changes cost from then on, roster.json states itself anew and the
 * journal has a line; then the diaries of all weeks are read. Interrupted anywhere, the next
 * run finishes it. */
enum status handout_tell(struct call *call, const struct judged *j, struct handout *out);

/* The diaries as they are written out: for people, in the language that is set, now. */
struct publication handout_publication(struct arena *a, const struct handout *h,
                                       const char *dir, const struct problem *p);

#endif
