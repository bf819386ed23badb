/* One visit of one's own week: what is not as it was told before, then when, who, where.
 * A client is told that others are there, never who they are. */
#include "adapters/calendar/own_week.h"

#include "adapters/text/phrase.h"
#include "adapters/calendar/speak.h"
#include "base/text.h"

int own_start(const struct own_writer *w, const struct appointment_facts *x)
{
    return week_minute_of_utc(w->own->week, x->start_utc);
}

int own_end(const struct own_writer *w, const struct appointment_facts *x)
{
    return week_minute_of_utc(w->own->week, x->end_utc);
}

bool own_is_past(const struct own_writer *w, const struct appointment *x)
{
    return x->facts.end_utc <= w->own->now_utc;
}

const char *own_who(struct own_writer *w, const struct appointment_facts *x)
{
    const char *names = and_list(w->arena, x->names, x->n_names);
    if (!w->client)
        return arena_print(w->arena, _("You meet %s."), names);
    /* TRANSLATORS: first names of escorts: Anna comes. Anna and Bo come. */
    return arena_print(w->arena, PLURAL("%s comes.", "%s come.", x->n_names), names);
}

/* ---- facts --------------------------------------------------------------- */

/* "13:00 to 15:00." begins a sentence, and so its first time is told with a capital. */
static void say_when(struct own_writer *w, struct own_said_list *list,
                     const struct appointment_facts *x)
{
    const struct week *week = w->own->week;
    int from = own_start(w, x), to = own_end(w, x);
    const char *begin = speak_begin(w->arena, speak_clock(w->arena, week, from));
    const char *span = speak_begin(w->arena, speak_span(w->arena, week, from, to));
    own_say_marked(w, list,
                   (struct own_said){arena_print(w->arena, "%s.", span),
                                     {own_time(w, begin, from),
                                      own_time(w, speak_end(w->arena, week, from, to), to)}});
}

static void say_when_it_was(struct own_writer *w, struct own_said_list *list,
                            const struct appointment_facts *x)
{
    const struct week *week = w->own->week;
    int from = own_start(w, x), to = own_end(w, x);
    own_say_marked(
        w, list,
        (struct own_said){arena_print(w->arena, _("The time was %s."),
                                      speak_span(w->arena, week, from, to)),
                          {own_time(w, speak_clock(w->arena, week, from), from),
                           own_time(w, speak_end(w->arena, week, from, to), to)}});
}

static void say_with_whom_it_was(struct own_writer *w, struct own_said_list *list,
                                 const struct appointment_facts *x)
{
    if (x->n_names > 0)
        own_say(w, list, arena_print(w->arena, _("It was with %s."),
                                     and_list(w->arena, x->names, x->n_names)));
}

static void say_where(struct own_writer *w, struct own_said_list *list,
                      const struct appointment_facts *x)
{
    struct arena *a = w->arena;
    if (x->at_home && w->client)
        own_say(w, list, _("You meet at your home."));
    else if (x->at_home && x->n_names == 1)
        own_say(w, list, arena_print(a, _("You meet at the home of %s."), x->names[0]));
    else if (x->at_home)
        own_say(w, list, _("You meet at the home of one of them."));
    if (x->at_home && !w->client && *x->place)
        own_say(w, list, arena_print(a, _("The address is %s."), x->place));
    if (!x->at_home && *x->place)
        own_say(w, list, arena_print(a, _("You meet: %s."), x->place));
}

static void say_where_it_ends(struct own_writer *w, struct own_said_list *list,
                              const struct appointment_facts *x)
{
    struct arena *a = w->arena;
    if (x->end_at_home && w->client)
        own_say(w, list, _("It ends at your home."));
    else if (x->end_at_home && x->n_names == 1)
        own_say(w, list, arena_print(a, _("It ends at the home of %s."), x->names[0]));
    else if (x->end_at_home)
        own_say(w, list, _("It ends at the home of one of them."));
    else if (*x->end_place)
        own_say(w, list, arena_print(a, _("It ends at: %s."), x->end_place));
}

static void say_company(struct own_writer *w, struct own_said_list *list,
                        const struct appointment_facts *x)
{
    static const char *const CLIENTS[] = {[COMPANY_GROUP] = N_("You do this in a group."),
                                          [COMPANY_SHARED] =
                                              N_("You share the escort with somebody else.")};
    static const char *const ESCORTS[] = {[COMPANY_GROUP] = N_("This is a group."),
                                          [COMPANY_SHARED] = N_("They share an escort.")};
    if (x->company != COMPANY_NONE)
        own_say(w, list, _((w->client ? CLIENTS : ESCORTS)[x->company]));
    if (x->n_beside > 0)
        own_say(w, list,
                arena_print(w->arena,
                            PLURAL("%s is also there.", "%s are also there.", x->n_beside),
                            and_list(w->arena, x->beside, x->n_beside)));
}

static void say_facts(struct own_writer *w, struct own_said_list *list,
                      const struct appointment_facts *x)
{
    say_when(w, list, x);
    if (x->n_names > 0)
        own_say(w, list, own_who(w, x));
    say_where(w, list, x);
    say_where_it_ends(w, list, x);
    say_company(w, list, x);
}

/* ---- the visit ----------------------------------------------------------- */

/* Those who came are not announced again, and what is cancelled has no place to go to. */
static void say_what_was(struct own_writer *w, struct own_visit *v, const struct appointment *x)
{
    own_say(w, &v->news, x->cancelled ? _("It will not take place.") : _("This is over."));
    if (x->cancelled)
        say_when_it_was(w, &v->facts, &x->facts);
    else
        say_when(w, &v->facts, &x->facts);
    say_with_whom_it_was(w, &v->facts, &x->facts);
}

/* Who goes from heading to heading hears of it there. */
static const char *heading(struct own_writer *w, enum own_state state, const char *activity)
{
    if (state == OWN_CANCELLED)
        /* TRANSLATORS: activity: Cancelled. Swimming */
        return arena_print(w->arena, _("Cancelled. %s"), activity);
    if (state == OWN_CHANGED)
        /* TRANSLATORS: activity: Changed. Swimming */
        return arena_print(w->arena, _("Changed. %s"), activity);
    return activity;
}

struct own_visit own_visit(struct own_writer *w, const struct appointment *x)
{
    struct own_visit v = {0};
    v.state = x->cancelled         ? OWN_CANCELLED
              : own_is_past(w, x)  ? OWN_PAST
              : x->moved           ? OWN_CHANGED
                                   : OWN_AS_TOLD;
    v.heading = heading(w, v.state, x->facts.activity);
    if (v.state == OWN_CANCELLED || v.state == OWN_PAST) {
        say_what_was(w, &v, x);
        return v;
    }
    if (v.state == OWN_CHANGED)
        own_say_changes(w, &v.news, &x->before, &x->facts);
    say_facts(w, &v.facts, &x->facts);
    v.n_people = x->facts.n_names;
    v.people = x->facts.ids;
    return v;
}
