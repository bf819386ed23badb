/* The week around the visits: how many they are and which is next, whom to ask, the seven
 * days, when the page was made. A client's week speaks of outings, an escort's of visits. */
#include "adapters/calendar/own_week.h"

#include "adapters/text/phrase.h"
#include "adapters/text/plain.h"
#include "adapters/calendar/speak.h"
#include "base/text.h"

#include <string.h>

/* ---- sentences ----------------------------------------------------------- */

void own_say_marked(struct own_writer *w, struct own_said_list *list, struct own_said said)
{
    ARENA_PUSH(w->arena, list->items, list->n, list->capacity, said);
}

void own_say(struct own_writer *w, struct own_said_list *list, const char *text)
{
    own_say_marked(w, list, (struct own_said){.text = text});
}

static struct own_mark time_of(struct own_writer *w, const struct week *week,
                               const char *phrase, int minute)
{
    char datetime[32];
    week_format(week, minute, datetime);
    return (struct own_mark){.phrase = phrase, .datetime = arena_copy(w->arena, datetime)};
}

struct own_mark own_time(struct own_writer *w, const char *phrase, int minute)
{
    return time_of(w, w->own->week, phrase, minute);
}

/* ---- what is told at the top --------------------------------------------- */

static bool begins_in_week(const struct own_writer *w, const struct appointment *x)
{
    int day = week_day(w->own->week, own_start(w, &x->facts));
    return day >= 0 && day < DAYS;
}

struct counts {
    int planned, cancelled, changed, minutes;
};

static void count(const struct own_writer *w, const struct appointment *x, struct counts *n)
{
    if (!begins_in_week(w, x))
        return;
    if (x->cancelled) {
        n->cancelled++;
        return;
    }
    n->planned++;
    n->changed += x->moved && !own_is_past(w, x);
    n->minutes += own_end(w, &x->facts) - own_start(w, &x->facts);
}

static const char *how_many(struct own_writer *w, int n)
{
    if (n == 0)
        return w->client ? _("You have no outing this week.")
                         : _("You have no visits this week.");
    return arena_print(w->arena,
                       w->client ? PLURAL("You have %d outing this week.",
                                          "You have %d outings this week.", n)
                                 : PLURAL("You have %d visit this week.",
                                          "You have %d visits this week.", n),
                       n);
}

static const char *how_many_cancelled(struct own_writer *w, int n)
{
    return arena_print(w->arena,
                       w->client
                           ? PLURAL("%d outing is cancelled.", "%d outings are cancelled.", n)
                           : PLURAL("%d visit is cancelled.", "%d visits are cancelled.", n),
                       n);
}

static const char *how_many_changed(struct own_writer *w, int n)
{
    return arena_print(w->arena,
                       w->client ? PLURAL("%d outing is changed.", "%d outings are changed.", n)
                                 : PLURAL("%d visit is changed.", "%d visits are changed.", n),
                       n);
}

static void say_counts(struct own_writer *w, struct own_said_list *list)
{
    const struct diary *d = w->own->diary;
    struct counts n = {0};
    for (int i = 0; i < d->n; i++)
        count(w, &d->appointments[i], &n);
    own_say(w, list, how_many(w, n.planned));
    if (!w->client && n.planned > 0)
        own_say(w, list, arena_print(w->arena, _("%s in all."),
                                     speak_length(w->arena, n.minutes)));
    if (n.cancelled > 0)
        own_say(w, list, how_many_cancelled(w, n.cancelled));
    if (n.changed > 0)
        own_say(w, list, how_many_changed(w, n.changed));
}

/* The week that an instant is in, with that week's clocks: those of the page's week reach
 * only so far. */
static struct week week_of(const struct own_writer *w, int64_t utc)
{
    struct week week = *w->own->week;
    struct faults untold = {0};
    int iso_year, iso_week;
    week_of_day(utc / 86400, &iso_year, &iso_week);
    if (week_make(&week, iso_year, iso_week, w->own->week->zone, &untold) != STATUS_OK)
        return *w->own->week;
    return week;
}

/* The first that has not begun, of any week: the page of the week after says the same. */
static const struct appointment *next_of(const struct own_writer *w)
{
    const struct diary *d = w->own->diary;
    for (int i = 0; i < d->n; i++)
        if (!d->appointments[i].cancelled &&
            d->appointments[i].facts.start_utc >= w->own->now_utc)
            return &d->appointments[i];
    return NULL;
}

static void say_next(struct own_writer *w, struct own_said_list *list)
{
    const struct appointment *x = next_of(w);
    if (!x) {
        own_say(w, list, _("Nothing more is planned yet."));
        return;
    }
    struct week week = week_of(w, x->facts.start_utc);
    int start = week_minute_of_utc(&week, x->facts.start_utc);
    const char *when = speak_when(w->arena, &week, start);
    own_say_marked(w, list,
                   (struct own_said){arena_print(w->arena, _("Next: %s."), when),
                                     {time_of(w, &week, when, start)}});
    own_say(w, list, arena_print(w->arena, "%s.", x->facts.activity));
    if (x->facts.n_names > 0)
        own_say(w, list, own_who(w, &x->facts));
}

static void say_week(struct own_writer *w, struct own_said_list *list)
{
    const struct week *week = w->own->week;
    const char *first = speak_begin(w->arena, speak_day(w->arena, week, 0));
    int sunday = week->day_start[DAYS - 1];
    own_say(w, list, arena_print(w->arena, _("Week %d."), week->iso_week));
    /* TRANSLATORS: first day, last day, year of the last day */
    own_say(w, list, arena_print(w->arena, _("%s to %s %d."), first,
                                 speak_day(w->arena, week, sunday),
                                 week_moment(week, sunday).year));
}

/* Only what a telephone dials. */
static const char *dialled(struct arena *a, const char *phone)
{
    struct text t = text_new(a);
    text_add(&t, "tel:");
    for (; *phone; phone++)
        if ((*phone >= '0' && *phone <= '9') || (*phone == '+' && t.length == 4))
            text_add_bytes(&t, phone, 1);
    return text_done(&t);
}

void own_say_help(struct own_writer *w, struct own_said_list *list)
{
    struct arena *a = w->arena;
    const char *phone = w->own->settings->phone, *email = w->own->settings->email;
    if (phone)
        own_say_marked(w, list,
                       (struct own_said){arena_print(a, _("Questions? Call %s."), phone),
                                         {{.phrase = phone, .address = dialled(a, phone)}}});
    if (email)
        own_say_marked(
            w, list,
            (struct own_said){
                arena_print(a, phone ? _("Or write to %s.") : _("Questions? Write to %s."), email),
                {{.phrase = email, .address = arena_print(a, "mailto:%s", email)}}});
}

/* ---- days ---------------------------------------------------------------- */

static void say_clock_change(struct own_writer *w, struct own_day *d, int day)
{
    const struct week *week = w->own->week;
    for (int i = 1; i < week->n_shifts; i++) {
        if (week_day(week, week->shift[i].from) != day)
            continue;
        const char *name = weekday_long(day);
        own_say(w, &d->notes,
                arena_print(w->arena,
                            week->shift[i].offset < week->shift[i - 1].offset
                                ? _("The clocks go back in the night before %s.")
                                : _("The clocks go forward in the night before %s."),
                            name));
    }
}

/* What began on a day before and is not over yet as this one begins. */
static bool say_what_ends(struct own_writer *w, struct own_day *d, int day,
                          const struct appointment *x)
{
    const struct week *week = w->own->week;
    int from = own_start(w, &x->facts), to = own_end(w, &x->facts);
    if (x->cancelled || from >= week->day_start[day] || to <= week->day_start[day])
        return false;
    const char *end = to <= week->day_start[day + 1] ? speak_clock(w->arena, week, to)
                                                     : speak_when(w->arena, week, to);
    own_say_marked(w, &d->notes,
                   (struct own_said){
                       /* TRANSLATORS: activity, day it began, time it ends */
                       arena_print(w->arena, _("%s from %s ends at %s."), x->facts.activity,
                                   speak_day(w->arena, week, from), end),
                       {own_time(w, end, to)}});
    return true;
}

/* For a person who remembers that there was something on this day. */
static void say_what_went(struct own_writer *w, struct own_day *d, int day,
                          const struct appointment *x)
{
    const struct week *week = w->own->week;
    int start = own_start(w, &x->facts);
    if (!x->moved || x->cancelled || own_is_past(w, x) ||
        week_day(week, own_start(w, &x->before)) != day || week_day(week, start) == day)
        return;
    const char *when = speak_when(w->arena, week, start);
    own_say_marked(w, &d->notes,
                   (struct own_said){arena_print(w->arena, _("%s has a new time: %s."),
                                                 x->before.activity, when),
                                     {own_time(w, when, start)}});
}

/* An escort's day as a whole, where it is more than one visit. */
static void say_hours(struct own_writer *w, struct own_day *d, int minutes, int from, int to)
{
    const struct week *week = w->own->week;
    const char *begin = speak_clock(w->arena, week, from);
    const char *end = speak_end(w->arena, week, from, to);
    own_say_marked(w, &d->notes,
                   (struct own_said){arena_print(w->arena, _("You begin at %s and end at %s."),
                                                 begin, end),
                                     {own_time(w, begin, from), own_time(w, end, to)}});
    own_say(w, &d->notes,
            arena_print(w->arena, _("%s in all."), speak_length(w->arena, minutes)));
}

static void say_working_day(struct own_writer *w, struct own_day *d, int day)
{
    const struct diary *diary = w->own->diary;
    int n = 0, minutes = 0, from = 0, to = 0;
    for (int i = 0; i < diary->n; i++) {
        const struct appointment *x = &diary->appointments[i];
        int start = own_start(w, &x->facts), end = own_end(w, &x->facts);
        if (x->cancelled || week_day(w->own->week, start) != day)
            continue;
        from = n == 0 ? start : from;
        to = n == 0 || end > to ? end : to;
        minutes += end - start;
        n++;
    }
    if (n > 1)
        say_hours(w, d, minutes, from, to);
}

static struct own_day own_day(struct own_writer *w, int day)
{
    const struct week *week = w->own->week;
    const struct diary *diary = w->own->diary;
    struct own_day d = {0};
    struct own_visit *visits = NEW_ARRAY(w->arena, struct own_visit, diary->n + 1);
    const char *title = day_title(w->arena, week, day);
    bool goes_on = false;
    struct own_mark date = own_time(w, title, week->day_start[day]);
    date.datetime = arena_print(w->arena, "%.10s", date.datetime);
    d.heading = (struct own_said){title, {date}};
    d.visits = visits;
    say_clock_change(w, &d, day);
    for (int i = 0; i < diary->n; i++) {
        const struct appointment *x = &diary->appointments[i];
        goes_on |= say_what_ends(w, &d, day, x);
        say_what_went(w, &d, day, x);
        if (week_day(week, own_start(w, &x->facts)) == day)
            visits[d.n++] = own_visit(w, x);
    }
    if (d.n == 0 && !goes_on)
        own_say(w, &d.notes, w->client ? _("No outing.") : _("No visits."));
    if (!w->client)
        say_working_day(w, &d, day);
    return d;
}

/* ---- what is told at the bottom ------------------------------------------ */

/* What a telephone subscribes to has a scheme of its own. */
static const char *subscription(struct arena *a, const char *address)
{
    static const char HTTPS[] = "https://";
    if (strncmp(address, HTTPS, strlen(HTTPS)) != 0)
        return NULL;
    return arena_print(a, "webcal://%s", address + strlen(HTTPS));
}

static void say_link(struct own_writer *w, struct own_said_list *list, const char *text,
                     const char *address)
{
    own_say_marked(w, list,
                   (struct own_said){text, {{.phrase = text, .address = address}}});
}

/* Telephones ask for the calendar when they like, some once a day. */
static void say_calendar(struct own_writer *w, struct own_said_list *list)
{
    struct arena *a = w->arena;
    const char *feed = w->own->feed, *url = w->own->settings->url;
    const char *phone = w->own->settings->phone;
    if (!feed)
        return;
    const char *address = url && !strstr(feed, "://") ? arena_print(a, "%s%s", url, feed) : feed;
    const char *live = subscription(a, address);
    if (live)
        say_link(w, list, _("Follow my week in the calendar of the telephone"), live);
    say_link(w, list, _("Get my week as a calendar file"), feed);
    own_say(w, list, _("The telephone does not show changes at once."));
    own_say(w, list, _("It may take until the next day."));
    if (phone)
        own_say_marked(w, list,
                       (struct own_said){arena_print(a, _("Is it urgent? Call %s."), phone),
                                         {{.phrase = phone, .address = dialled(a, phone)}}});
}

/* The page may be made long before its week, with other clocks than those of the week. */
static void say_made(struct own_writer *w, struct own_said_list *list)
{
    struct week week = week_of(w, w->own->now_utc);
    int minute = week_minute_of_utc(&week, w->own->now_utc);
    const char *when = speak_when(w->arena, &week, minute);
    own_say_marked(w, list,
                   (struct own_said){arena_print(w->arena, _("This page was made on %s."), when),
                                     {time_of(w, &week, when, minute)}});
}

static void say_foot(struct own_writer *w, struct own_said_list *list)
{
    const struct diary *d = w->own->diary;
    const char *statement = w->own->settings->statement;
    if (strcmp(d->name, d->id) != 0) /* one with protected identity is told by id */
        own_say(w, list, arena_print(w->arena, _("This page is for %s."), d->name));
    say_made(w, list);
    if (w->own->synthetic)
        own_say(w, list, _("All people are invented. This is an example."));
    if (statement)
        say_link(w, list, _("Accessibility statement"), statement);
}

struct own_view own_view(struct arena *a, const struct own_week *week)
{
    struct own_writer w = {a, week, week->diary->kind == PERSON_CLIENT};
    struct own_view v = {.heading = _("My week")};
    say_week(&w, &v.week);
    say_counts(&w, &v.lead);
    say_next(&w, &v.next_visit);
    own_say_help(&w, &v.help);
    v.previous = week->previous ? _("The week before") : _("The week before is not here.");
    v.next = week->next ? _("The week after") : _("The week after is not here yet.");
    for (int day = 0; day < DAYS; day++)
        v.days[day] = own_day(&w, day);
    say_calendar(&w, &v.calendar);
    say_foot(&w, &v.foot);
    return v;
}
