#include "app/wish_times.h"

#include "adapters/text/phrase.h"
#include "base/text.h"

#include <string.h>
#include <strings.h>

enum { TIMES_MOST = 20, LETTERS_LEAST = 3 };

static enum status wrong(struct call *call, const char *remedy, const char *what)
{
    return faults_add(call->faults, STATUS_USAGE, "", "", remedy, "%s", what);
}

/* The text up to the mark, which goes; *rest: what follows it, NULL = there is none. */
static char *up_to(char *text, const char *mark, char **rest)
{
    char *at = strstr(text, mark);

    *rest = at ? at + strlen(mark) : NULL;
    if (at)
        *at = '\0';
    return text;
}

/* ---- days ----------------------------------------------------------------- */

static const char *date_text(struct arena *a, const struct problem *p, int day)
{
    int year, month, mday;

    date_of_days(problem_date(p, day), &year, &month, &mday);
    return arena_print(a, "%04d-%02d-%02d", year, month, mday);
}

static bool begins(const char *name, const char *said)
{
    return strlen(said) >= LETTERS_LEAST && strncasecmp(name, said, strlen(said)) == 0;
}

/* "thu", "Thursday", "torsdag"; DAYS = it is no weekday. */
static int weekday_of(const char *said)
{
    static const char *const ENGLISH[DAYS] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                              "Friday", "Saturday", "Sunday"};
    int day = 0;

    while (day < DAYS && !begins(ENGLISH[day], said) && !begins(weekday_long(day), said))
        day++;
    return day;
}

static enum status day_read(struct call *call, const struct problem *p, const char *said,
                            const char **date)
{
    struct arena *a = call->arena;
    int year, month, mday, weekday = weekday_of(said);

    *date = weekday < DAYS ? date_text(a, p, weekday) : said;
    if (!date_scan(*date, &year, &month, &mday))
        return wrong(call, _("Say days such as 2026-11-26 or thu, with or without @14:00 or "
                             "@10:00..12:00, and clock times such as 14:00."),
                     arena_print(a, _("'%s' is no time for an outing"), said));
    int64_t day = date_days(year, month, mday) - problem_date(p, 0);
    if (day >= 0 && day < DAYS)
        return STATUS_OK;
    return wrong(call,
                 arena_print(a, _("It goes from %s to %s; --week chooses another."),
                             date_text(a, p, 0), date_text(a, p, DAYS - 1)),
                 arena_print(a, _("'%s' is not in the week"), said));
}

static const char *days_left(struct arena *a, const struct problem *p, int now)
{
    struct text t = text_new(a);
    int last = now >= week_length(&p->week) ? DAYS - 1 : week_day(&p->week, now);

    for (int day = last > 0 ? last : 0; day < DAYS; day++)
        text_print(&t, "%s%s", t.length > 0 ? "," : "", date_text(a, p, day));
    return text_done(&t);
}

/* ---- clock times ---------------------------------------------------------- */

static enum status clock_check(struct call *call, const char *said, int *minutes)
{
    if (said && clock_scan(said, minutes))
        return STATUS_OK;
    return wrong(call, _("Clock times are said like 14:00."),
                 arena_print(call->arena, _("'%s' is no time for an outing"), said ? said : ""));
}

static enum status span_check(struct call *call, const struct wish_time *t)
{
    int from, to;

    if (t->at)
        return clock_check(call, t->at, &from);
    TRY(clock_check(call, t->from, &from));
    TRY(clock_check(call, t->to, &to));
    if (from <= to)
        return STATUS_OK;
    return wrong(call,
                 _("Say the first start first; past midnight it is the next day, as in "
                   "--day fri@22:00..23:45,sat@00:00..02:00."),
                 arena_print(call->arena, _("from %s to %s goes backwards"), t->from, t->to));
}

/* "2026-11-26", "thu@14:00", "2026-11-26@10:00..12:00" */
static enum status time_read(struct call *call, const struct problem *p, char *said,
                             struct wish_time *out)
{
    char *clock, *to;
    const char *day = up_to(said, "@", &clock);

    *out = (struct wish_time){.at = call_option(call, OPTION_START)->text,
                              .from = call_option(call, OPTION_EARLIEST)->text,
                              .to = call_option(call, OPTION_LATEST)->text};
    TRY(day_read(call, p, day, &out->date));
    if (clock) {
        out->at = up_to(clock, "..", &to);
        if (to)
            *out = (struct wish_time){.date = out->date, .from = out->at, .to = to};
    }
    return span_check(call, out);
}

enum status wish_times_read(struct call *call, const struct problem *p, int now, struct wish *w)
{
    struct arena *a = call->arena;
    struct wish_time *times = NEW_ARRAY(a, struct wish_time, TIMES_MOST);
    const char *said = call_option(call, OPTION_DAYS)->text;
    char *rest = arena_copy(a, said ? said : days_left(a, p, now));

    if (call_option(call, OPTION_START)->given &&
        (call_option(call, OPTION_EARLIEST)->given || call_option(call, OPTION_LATEST)->given))
        return wrong(call, _("--start is one time, --from and --to are the first and the last."),
                     _("--start does not go with --from or --to"));
    while (rest && w->n_times < TIMES_MOST)
        TRY(time_read(call, p, up_to(rest, ",", &rest), &times[w->n_times++]));
    w->times = times;
    return STATUS_OK;
}
