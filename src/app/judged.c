#include "app/judged.h"

#include "app/week_choice.h"

bool record_current(const struct judged *j)
{
    return j->record.stated && j->record.input_hash == j->sheet.problem->hash;
}

static bool tier_true(const struct tier_result *stated, int64_t value)
{
    return stated->value == value && stated->bound <= value;
}

bool record_true(const struct judged *j)
{
    const int64_t *tier = j->sheet.verdict->tier;
    return tier_true(&j->record.rights, tier[TIER_RIGHTS]) &&
           tier_true(&j->record.rest, tier[TIER_REST]);
}

enum status judged_read(struct call *call, struct judged *out)
{
    struct arena *a = call->arena;
    struct faults *f = call->faults;
    const struct problem *p;
    struct roster *r;
    struct judged j = {.dir = call_operand(call),
                       .path = call_option(call, OPTION_ROSTER)->text};
    TRY(week_choose(call, j.dir, &j.iso_year, &j.iso_week));
    if (!j.path)
        j.path = workspace_path(a, j.dir, j.iso_year, j.iso_week, "roster.json");
    TRY(workspace_read(a, j.dir, j.iso_year, j.iso_week, &p, f));
    TRY(roster_read(a, p, j.path, &r, &j.record, f));
    j.sheet = (struct sheet){.problem = p,
                             .roster = r,
                             .verdict = rules_judge(a, p, r),
                             .rights = j.record.rights,
                             .rest = j.record.rest,
                             .certificate = j.record.certificate,
                             .outcome = j.record.outcome,
                             .seed = j.record.seed,
                             .made_utc = journal_roster_time(a, j.dir, p)};
    j.sheet.has_tiers = record_current(&j) && record_true(&j);
    *out = j;
    return STATUS_OK;
}
