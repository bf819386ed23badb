#include "app/now.h"

#include "base/clock.h"
#include "base/text.h"

enum { LONG_BEFORE = 366 * DAY };

static int day_of(const struct week *w, int minute)
{
    return minute < week_length(w) ? week_day(w, minute) : DAYS - 1;
}

static enum status wrong(struct call *call, const char *remedy, const char *what)
{
    return faults_add(call->faults, STATUS_USAGE, "", "", remedy, "%s", what);
}

static const char *moment(struct arena *a, const struct week *w, int minute)
{
    char text[32];

    week_format(w, minute, text);
    return arena_print(a, "%.16s", text);
}

static const char *week_told(struct arena *a, const struct week *w)
{
    return arena_print(a, _("The week goes from %s to %s."), moment(a, w, 0),
                       moment(a, w, week_length(w)));
}

static enum status said(struct call *call, const struct problem *p, const char *text, int *minute)
{
    const struct week *w = &p->week;
    struct arena *a = call->arena;

    if (!week_scan(w, text, minute))
        return wrong(call, week_told(a, w),
                     arena_print(a, _("--at takes a time such as 2026-11-25T07:30, not '%s'"), text));
    if (*minute < -LONG_BEFORE || *minute > week_length(w))
        return wrong(call, week_told(a, w),
                     arena_print(a, _("--at takes a time of the week or before it, not '%s'"), text));
    if (*minute >= p->now || p->now == 0)
        return STATUS_OK;
    return wrong(call,
                 arena_print(a, _("It stands at %s (\"now\" in week.json); 'ledsaga undo' takes back "
                                  "the change that set it."),
                             moment(a, w, p->now)),
                 arena_print(a, _("the week is already further than '%s'"), text));
}

/* Below 0: the week is still to come. */
static enum status find(struct call *call, const struct problem *p, int *minute)
{
    const struct week *w = &p->week;
    const char *text = call_option(call, OPTION_AT)->text;
    int clock = week_minute_of_utc(w, clock_utc());

    if (text)
        return said(call, p, text, minute);
    if (clock > week_length(w))
        return wrong(call,
                     arena_print(call->arena, _("--at %s takes it as it was then."),
                                 moment(call->arena, w, p->now)),
                     _("the week is over"));
    *minute = clock > p->now || p->now == 0 ? clock : p->now;
    return STATUS_OK;
}

enum status now_choose(struct call *call, const struct problem *p, struct now *out)
{
    int minute = 0;

    TRY(find(call, p, &minute));
    *out = (struct now){.minute = minute > 0 ? minute : 0,
                        .until = minute < 0 ? -minute : 0,
                        .today = minute < 0 ? problem_date(p, 0) - (DAY - 1 - minute) / DAY
                                            : problem_date(p, day_of(&p->week, minute))};
    return STATUS_OK;
}
