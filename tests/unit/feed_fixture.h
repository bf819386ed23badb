/* The calendars of a sheet that is handed out for the first time. */
#ifndef FEED_FIXTURE_H
#define FEED_FIXTURE_H

#include "ledsaga/calendar.h"
#include "sheet_fixture.h"

static inline const struct told *tell(struct fixture *x, const struct told *before,
                                      const struct calendar_settings *settings,
                                      int64_t changed_utc, struct told_counts *counts)
{
    struct told_counts unasked;
    static const struct told nothing = {0};
    return told_next(x->arena, before ? before : &nothing, &x->sheet, settings, changed_utc,
                     counts ? counts : &unasked);
}

static inline const struct diary *told_diary(const struct told *t, enum person_kind kind,
                                             const char *id)
{
    for (int i = 0; i < t->n; i++)
        if (t->diaries[i].kind == kind && strcmp(t->diaries[i].id, id) == 0)
            return &t->diaries[i];
    return NULL;
}

/* The person's diary, empty where nothing was told. */
static inline struct diary own_diary(struct fixture *x, const struct told *t, int client,
                                     int escort)
{
    const struct problem *p = x->problem;
    enum person_kind kind = client != NONE ? PERSON_CLIENT : PERSON_ESCORT;
    const char *id = client != NONE ? p->clients[client].id : p->escorts[escort].id;
    const struct diary *d = told_diary(t, kind, id);
    return d ? *d : (struct diary){.kind = kind, .id = id, .name = id};
}

static inline const char *told_feed(struct fixture *x, const struct told *t, int client,
                                    int escort, int64_t on_day)
{
    struct diary d = own_diary(x, t, client, escort);
    struct feed f = {.diary = &d, .on_day = on_day, .zone = x->week.zone};
    return feed_ics(x->arena, &f);
}

/* As on the Monday of the week; client or escort is NONE. */
static inline const char *own_feed(struct fixture *x, int client, int escort)
{
    return told_feed(x, tell(x, NULL, NULL, x->sheet.made_utc, NULL), client, escort,
                     x->week.monday);
}

#endif
