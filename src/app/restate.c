#include "app/restate.h"

/* Where nothing was published before, every roster costs as much as it did or more, and
 * this one what it did: the bound holds. Else what the certificate's prices prove of the
 * input as it is now. */
static int64_t rest_bound(const struct judged *j, const struct certificate *certificate,
                          int64_t value)
{
    int64_t bound = j->sheet.rest.bound;
    if (j->sheet.problem->published != 0)
        bound = certificate && certificate->stated[1] ? certificate->bound[1] : 0;
    return bound < 0 ? 0 : bound < value ? bound : value;
}

static const struct certificate *certificate_restated(struct arena *a, const struct judged *j,
                                                      const struct problem *now)
{
    struct certificate *c;
    if (!j->record.certificate || j->sheet.problem->published == 0)
        return j->record.certificate;
    struct certified found = certificate_recompute(now, j->record.certificate, j->sheet.roster);
    c = NEW(a, struct certificate);
    *c = *j->record.certificate;
    for (int i = 0; i < 2; i++) {
        c->stated[i] = c->stated[i] && found.bound[i] != INT64_MIN;
        c->bound[i] = found.bound[i];
    }
    return c;
}

static enum outcome outcome_of(const struct judged *j, const struct solution *s)
{
    if (s->rights.bound == s->rights.value && s->rest.bound == s->rest.value)
        return OUTCOME_OPTIMAL;
    return j->record.outcome == OUTCOME_OPTIMAL ? OUTCOME_FEASIBLE : j->record.outcome;
}

enum status roster_restate(struct call *call, const struct judged *j, const char *week_text)
{
    struct arena *a = call->arena;
    const struct problem *now;
    bool own = !call_option(call, OPTION_ROSTER)->given;
    if (!own || !j->sheet.has_tiers || j->sheet.verdict->n_breaches > 0)
        return STATUS_OK;
    TRY(workspace_read_changed(a, j->dir, j->iso_year, j->iso_week, week_text, &now,
                               call->faults));
    if (now->hash == j->record.input_hash)
        return STATUS_OK;
    const struct verdict *v = rules_judge(a, now, j->sheet.roster);
    struct solution s = {.roster = j->sheet.roster,
                         .verdict = v,
                         .rights = {v->tier[TIER_RIGHTS], j->sheet.rights.bound},
                         .certificate = certificate_restated(a, j, now),
                         .effort = j->record.effort};
    s.rest.value = v->tier[TIER_REST];
    s.rest.bound = rest_bound(j, s.certificate, s.rest.value);
    s.outcome = outcome_of(j, &s);
    return roster_write(a, now, &s, j->record.seed, j->path, call->faults);
}
