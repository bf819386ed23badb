/* How a visit differs from what was told before: each difference is a sentence that says
 * what is new and what it was, for a person who remembers the old. */
#include "adapters/calendar/own_week.h"

#include "adapters/calendar/appointment.h"
#include "adapters/text/phrase.h"
#include "adapters/calendar/speak.h"
#include "base/text.h"

#include <string.h>

/* As sets: who comes is not another when the order is. */
static bool same_people(int n_x, const char *const *x, int n_y, const char *const *y)
{
    int found = 0;
    for (int i = 0; i < n_x; i++)
        for (int j = 0; j < n_y; j++)
            if (strcmp(x[i], y[j]) == 0) {
                found++;
                break;
            }
    return n_x == n_y && found == n_x;
}

static void say_time(struct own_writer *w, struct own_said_list *list,
                     const struct appointment_facts *before,
                     const struct appointment_facts *now)
{
    const struct week *week = w->own->week;
    int from = own_start(w, before), to = own_end(w, before);
    const char *day = speak_day(w->arena, week, from);
    const char *span = speak_span(w->arena, week, from, to);
    if (before->start_utc == now->start_utc && before->end_utc == now->end_utc)
        return;
    if (strcmp(day, speak_day(w->arena, week, own_start(w, now))) != 0)
        /* TRANSLATORS: weekday and date, clock to clock */
        span = arena_print(w->arena, _("%s, from %s"), day, span);
    own_say(w, list, arena_print(w->arena, _("New time. Before: %s."), span));
}

static void say_people(struct own_writer *w, struct own_said_list *list,
                       const struct appointment_facts *before,
                       const struct appointment_facts *now)
{
    const char *names = and_list(w->arena, before->names, before->n_names);
    if (same_people(before->n_names, before->ids, now->n_names, now->ids) ||
        before->n_names == 0)
        return;
    if (w->client)
        own_say(w, list,
                arena_print(w->arena,
                            PLURAL("New escort. Before: %s.", "New escorts. Before: %s.",
                                   now->n_names),
                            names));
    else
        own_say(w, list, arena_print(w->arena, _("Not the same people. Before: %s."), names));
}

static const char *place_phrase(struct own_writer *w, const struct appointment_facts *x,
                                bool home, const char *place)
{
    if (home && w->client)
        return _("at your home");
    if (home && x->n_names == 1)
        return arena_print(w->arena, _("at the home of %s"), x->names[0]);
    return place;
}

static void say_place(struct own_writer *w, struct own_said_list *list,
                      const struct appointment_facts *before,
                      const struct appointment_facts *now)
{
    const char *place = place_phrase(w, before, before->at_home, before->place);
    const char *end = place_phrase(w, before, before->end_at_home, before->end_place);
    if (!facts_meet_alike(before, now))
        own_say(w, list,
                *place ? arena_print(w->arena, _("New place. Before: %s."), place)
                       : _("New place."));
    if (!facts_end_alike(before, now))
        own_say(w, list, arena_print(w->arena, _("It ends somewhere else. Before: %s."),
                                     *end ? end : _("where you meet")));
}

/* The facts say what it is like now; a client is not told who the others are. */
static void say_company(struct own_writer *w, struct own_said_list *list,
                        enum company before, enum company now)
{
    if (before == now)
        return;
    own_say(w, list, before == COMPANY_NONE ? _("New: more people are there.")
                     : now == COMPANY_NONE  ? _("New: only you and the escort.")
                                            : _("New: other people are there."));
}

static void say_beside(struct own_writer *w, struct own_said_list *list,
                       const struct appointment_facts *before,
                       const struct appointment_facts *now)
{
    const char *others = before->n_beside > 0
                             ? and_list(w->arena, before->beside, before->n_beside)
                             : _("only you");
    if (same_people(before->n_beside, before->beside, now->n_beside, now->beside))
        return;
    if (now->n_beside > 0)
        own_say(w, list, arena_print(w->arena, _("Others work with you. Before: %s."), others));
    else
        own_say(w, list, arena_print(w->arena, _("You work alone. Before: with %s."), others));
}

void own_say_changes(struct own_writer *w, struct own_said_list *list,
                     const struct appointment_facts *before,
                     const struct appointment_facts *now)
{
    if (strcmp(before->activity, now->activity) != 0)
        own_say(w, list,
                arena_print(w->arena, _("Something else. Before: %s."), before->activity));
    say_time(w, list, before, now);
    say_people(w, list, before, now);
    say_place(w, list, before, now);
    if (w->client)
        say_company(w, list, before->company, now->company);
    else
        say_beside(w, list, before, now);
}
