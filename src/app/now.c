#include "app/now.h"

#include "base/clock.h"
#include "base/text.h"

static enum status wrong(struct call *call, const struct week *w, const char *what)
{
    char begin[32], end[32];

    week_format(w, 0, begin);
    week_format(w, week_length(w), end);
    return faults_add(call->faults, STATUS_USAGE, "", "",
                      arena_print(call->arena, _("The week goes from %.16s to %.16s."), begin, end),
                      "%s", what);
}

enum status now_choose(struct call *call, const struct problem *p, int *minute)
{
    const struct week *w = &p->week;
    const char *text = call_option(call, OPTION_AT)->text;
    int clock = week_minute_of_utc(w, clock_utc());

    *minute = clock >= 0 && clock <= week_length(w) ? clock : 0;
    if (text && !week_scan(w, text, minute))
        return wrong(call, w, arena_print(call->arena, _("--at takes a time such as 2026-11-25T07:30, not '%s'"), text));
    if (*minute < 0 || *minute > week_length(w))
        return wrong(call, w, arena_print(call->arena, _("--at takes a time of the week, not '%s'"), text));
    if (*minute >= p->now)
        return STATUS_OK;
    if (text)
        return wrong(call, w, arena_print(call->arena, _("the week is already further than '%s'"), text));
    *minute = p->now;
    return STATUS_OK;
}
