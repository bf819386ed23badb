/* The whole week as one calendar, for the scheduler's own eyes: each outing once, with
 * the full names of everybody in it. It is a look at the roster as it is, and remembers
 * nothing. */
#include "adapters/calendar/appointment.h"
#include "adapters/calendar/feed_parts.h"
#include "adapters/calendar/feed_zone.h"
#include "adapters/show/outing.h"
#include "adapters/text/phrase.h"

#include <string.h>

static const char *outing_uid(struct arena *a, const struct sheet *s, const struct outing *o)
{
    const struct week *w = &s->problem->week;
    return o->session ? uid_derived(a, w->iso_year, w->iso_week, "session/", o->session->id)
                      : uid_derived(a, w->iso_year, w->iso_week, "request/",
                                    s->problem->requests[o->requests[0]].id);
}

static const char *outing_summary(struct arena *a, const struct sheet *s,
                                  const struct outing *o)
{
    /* TRANSLATORS: activity, clients, escorts: Swimming: Kim Ek with Anna Berg */
    return arena_print(a, _("%s: %s with %s"), outing_activity(a, s, o),
                       outing_clients(a, s, o),
                       escort_names(a, s->problem, o->escorts, o->n_escorts));
}

static void add_outing(struct component *calendar, const struct sheet *s,
                       const struct outing *o, bool local)
{
    struct arena *a = calendar->arena;
    const struct week *w = &s->problem->week;
    struct component *event =
        event_begin(calendar, outing_uid(a, s, o), s->made_utc, 0);
    event_put_times(event, week_utc(w, o->start), week_utc(w, o->start + o->minutes), local);
    component_put(event, "SUMMARY", VALUE_TEXT, outing_summary(a, s, o));
    event_put_text(event, "LOCATION", outing_place(a, s, o));
    event_end(event, false, true);
}

static void add_nothing_planned(struct component *calendar, const struct sheet *s)
{
    const struct week *w = &s->problem->week;
    struct component *event = event_begin(
        calendar, uid_derived(calendar->arena, w->iso_year, w->iso_week, "empty/", ""),
        s->made_utc, 0);
    event_put_days(event, w->monday, w->monday + 1);
    component_put(event, "SUMMARY", VALUE_TEXT, _("No escorting is planned"));
    event_end(event, false, false);
}

const char *week_ics(struct arena *a, const struct sheet *s)
{
    int n;
    bool local = strcmp(s->problem->week.zone, FEED_ZONE) == 0;
    const struct outing *outings = sheet_outings(a, s, NONE, NONE, &n);
    struct component *calendar = calendar_new(
        a, arena_print(a, "%s, %s", s->problem->unit_name, week_phrase(a, &s->problem->week)),
        local);
    struct text t = text_new(a);
    for (int i = 0; i < n; i++)
        add_outing(calendar, s, &outings[i], local);
    if (n == 0)
        add_nothing_planned(calendar, s);
    component_ics(&t, calendar);
    return text_done(&t);
}
