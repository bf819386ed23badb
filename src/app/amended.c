#include "app/amended.h"

#include "adapters/publish/publish_record.h"
#include "app/settled.h"
#include "app/week_choice.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/text.h"

#include <string.h>

/* ---- what there is -------------------------------------------------------- */

enum status amended_begin(struct call *call, struct amended *x)
{
    struct arena *a = call->arena;
    struct roster *r;

    *x = (struct amended){.call = call, .dir = call_operand(call)};
    TRY(workspace_claim_wait(call, x->dir));
    TRY(week_choose(call, x->dir, &x->week.year, &x->week.week));
    const char *folder = workspace_path(a, x->dir, x->week.year, x->week.week, "");
    TRY(workspace_read(a, x->dir, x->week.year, x->week.week, &x->before, call->faults));
    TRY(roster_read(a, x->before, arena_print(a, "%sroster.json", folder), &r, NULL,
                    call->faults));
    x->roster_before = r;
    return STATUS_OK;
}

struct roster *roster_carried(struct arena *a, const struct problem *from,
                              const struct roster *r, const struct problem *to)
{
    struct roster *out = roster_new(a, to);

    for (int i = 0; i < from->n_requests; i++) {
        int row = problem_find_request(to, from->requests[i].id);
        if (row != NONE)
            out->visits[row] = r->visits[i];
    }
    return out;
}

/* ---- what follows --------------------------------------------------------- */

/* A visit keeps the name that people's calendars know it by. */
static const struct roster *visits_named(const struct amended *x)
{
    struct arena *a = x->call->arena;
    const struct roster *before = roster_carried(a, x->before, x->roster_before, x->problem);
    struct roster *named = roster_copy(a, x->roster);

    for (int i = 0; i < named->n_requests; i++)
        if (roster_serves(named, i) && roster_serves(before, i))
            named->visits[i].uid = before->visits[i].uid;
    roster_name_visits(a, named, x->problem->hash);
    return named;
}

/* The day of now, else the one it is, else the week's first. */
static int64_t on_day(const struct problem *p)
{
    return p->today ? p->today : problem_date(p, 0);
}

static enum status publish_text(struct amended *x)
{
    struct arena *a = x->call->arena;
    const char *path = workspace_path(a, x->dir, x->week.year, x->week.week, "week.json");
    const struct sheet sheet = {.problem = x->problem, .roster = x->roster};
    const char *text = x->week_text;
    size_t length;
    char *data;

    if (!text) {
        TRY(file_read(a, path, &data, &length, x->call->faults));
        text = data;
    }
    if (x->tells && !x->roster_text)
        TRY(publish_record_put(a, &sheet, path, text, on_day(x->problem), &text,
                               x->call->faults));
    x->published_text = text;
    return workspace_read_texts(a, x->dir, x->week.year, x->week.week, x->unit_text, text,
                                &x->becomes, x->call->faults);
}

/* Where nothing was told, the roster that is there is taken as given out. */
static enum status tell(struct amended *x)
{
    struct arena *a = x->call->arena;
    const struct calendar_settings *settings;
    const struct sheet before = {.problem = x->before, .roster = x->roster_before};
    const struct sheet after = {.problem = x->becomes, .roster = x->roster};
    struct told_counts counts;
    int64_t now = clock_utc();

    TRY(calendar_settings_read(a, x->dir, x->becomes, &settings, x->call->faults));
    TRY(told_of_week(a, x->dir, x->week.year, x->week.week, &x->told_before, x->call->faults));
    if (x->told_before->told_utc == 0)
        x->told_before = told_next(a, x->told_before, &before, settings, now - 1, &counts);
    x->told = told_next(a, x->told_before, &after, settings, now, &counts);
    return STATUS_OK;
}

enum status amended_prepare(struct amended *x)
{
    if (!x->roster_text)
        x->roster = visits_named(x);
    TRY(publish_text(x));
    x->verdict = rules_judge(x->call->arena, x->becomes, x->roster);
    if (x->tells)
        TRY(tell(x));
    return STATUS_OK;
}

/* ---- the files ------------------------------------------------------------ */

/* What was proved of tier 2 was of another: changes no longer cost what they did. */
static struct solution solution_of(const struct amended *x, int64_t rights_bound)
{
    int64_t rights = x->verdict->tier[TIER_RIGHTS], rest = x->verdict->tier[TIER_REST];

    return (struct solution){.roster = x->roster,
                             .verdict = x->verdict,
                             .outcome = OUTCOME_FEASIBLE,
                             .rights = {rights, rights_bound < rights ? rights_bound : rights},
                             .rest = {rest, rest < 0 ? rest : 0}};
}

static enum status new_roster(struct amended *x, const struct solution *s, const char **text)
{
    const char *path = workspace_path(x->call->arena, x->dir, x->week.year, x->week.week,
                                      "roster.json");

    *text = x->roster_text;
    if (*text)
        return STATUS_OK;
    return roster_document(x->call->arena, x->becomes, s, x->seed, path, text, x->call->faults);
}

static enum status put_files(struct amended *x, struct amendment *m, const struct solution *s)
{
    struct faults *f = x->call->faults;
    const char *roster;

    if (x->unit_text)
        TRY(amendment_put(m, "unit.json", x->unit_text, f));
    TRY(amendment_put(m, "week.json", x->published_text, f));
    TRY(new_roster(x, s, &roster));
    TRY(amendment_put(m, "roster.json", roster, f));
    if (!x->tells)
        return STATUS_OK;
    return amendment_put(m, "told.json",
                         told_text(x->call->arena, x->told, &x->becomes->week), f);
}

enum status amended_write(struct amended *x, const char *command, int undoes,
                          int64_t rights_bound, const char *more)
{
    struct arena *a = x->call->arena;
    const struct solution s = solution_of(x, rights_bound);
    struct amendment *m;

    TRY(amendment_begin(a, x->dir, x->week, command, undoes, &m, x->call->faults));
    TRY(put_files(x, m, &s));
    return amendment_commit(m, journal_line(a, x->becomes, command, x->seed, &s, more),
                            x->call->faults);
}
