#include "app/week_choice.h"

#include "app/settled.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/text.h"
#include "ledsaga/week.h"

#include <string.h>

static const char *weeks_told(struct arena *a, const struct iso_week *weeks,
                              int n)
{
    struct text t = text_new(a);
    for (int i = 0; i < n; i++)
        text_print(&t, "%s%04d-W%02d", i ? ", " : "", weeks[i].year,
                   weeks[i].week);
    return text_done(&t);
}

static enum status workspace_there(struct arena *a, const char *dir,
                                   int n_weeks, struct faults *f)
{
    if (!file_exists(dir))
        return faults_add(f, STATUS_UNREADABLE, "", "",
                          _("'ledsaga new %s' makes one with invented people."),
                          _("there is no folder '%s'"), dir);
    TRY(weeks_readable(a, dir, f));
    if (n_weeks == 0)
        return faults_add(
            f, STATUS_UNREADABLE, dir, "",
            _("A workspace has unit.json and weeks/YYYY-Www/week.json."),
            _("there is no week in it"));
    return STATUS_OK;
}

enum status weeks_choice(struct call *call, const char *dir, struct iso_week **weeks, int *n)
{
    workspace_settle(call, dir);
    *n = weeks_list(call->arena, dir, weeks);
    return workspace_there(call->arena, dir, *n, call->faults);
}

enum status week_choose(struct call *call, const char *dir, int *iso_year,
                        int *iso_week)
{
    struct arena *a = call->arena;
    struct faults *f = call->faults;
    struct iso_week *weeks, chosen = {0};
    int n;
    const char *asked = call_option(call, OPTION_WEEK)->text;
    TRY(weeks_choice(call, dir, &weeks, &n));
    if (!asked && n > 1)
        return faults_add(f, STATUS_USAGE, dir, "",
                          _("Say one with --week, or --week latest."),
                          _("there are %d weeks: %s"), n, weeks_told(a, weeks, n));
    if (!asked || strcmp(asked, "latest") == 0)
        chosen = weeks[n - 1];
    else if (!week_parse(asked, &chosen.year, &chosen.week))
        return faults_add(f, STATUS_USAGE, "", "",
                          _("A week is written like 2026-W48."),
                          _("there is no ISO week '%s'"), asked);
    for (int i = 0; i < n; i++)
        if (weeks_compare(chosen, weeks[i]) == 0) {
            *iso_year = chosen.year;
            *iso_week = chosen.week;
            return STATUS_OK;
        }
    return faults_add(f, STATUS_USAGE, dir, "",
                      _("Say one of them with --week."),
                      _("there are the weeks %s, but not %s"),
                      weeks_told(a, weeks, n), asked);
}

void week_to_draft(int *iso_year, int *iso_week)
{
    week_of_day(day_of_seconds(clock_utc()) + 14, iso_year, iso_week);
}
