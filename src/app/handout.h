/* Handing out a roster: from then on people are told what it says. What export and
 * publish begin with. */
#ifndef APP_HANDOUT_H
#define APP_HANDOUT_H

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

/* What would be told of the roster of j; nothing is written, and no diaries are read. */
enum status handout_prepare(struct call *call, const struct judged *j, struct handout *out);
/* Everybody's diary of what was told so far. */
enum status handout_diaries(struct call *call, const char *dir, const struct problem *p,
                            struct handout *h);

/* Tells the roster of j: told.json is written where it changes, and only then are the
 * diaries of all weeks read. Whoever writes them out can be interrupted and run again. */
enum status handout_tell(struct call *call, const struct judged *j, struct handout *out);

/* What the person of a diary wishes; nothing for people who left. */
struct calendar_wishes handout_wishes(const struct handout *h, const struct problem *p,
                                      const struct diary *d);
/* The language of what is written for that person: of wishes, of the unit, as chosen. */
void handout_speak_to(const struct handout *h, const struct calendar_wishes *wishes);
struct feed handout_feed(const struct handout *h, const struct problem *p,
                         const struct diary *d);

#endif
