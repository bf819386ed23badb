#include "adapters/workspace/unit_profiles.h"

#include "ledsaga/profile.h"

static int count(const char *const *ids)
{
    int n = 0;

    while (ids[n])
        n++;
    return n;
}

void unit_profiles_settle(struct unit *u, const char *dir, struct faults *f)
{
    const char *const *ids = u->profiles ? u->profiles : PROFILES_DEFAULT;
    int n = u->profiles ? u->n_profiles : count(PROFILES_DEFAULT);
    const struct profile *profiles;

    if (profiles_read(u->arena, dir, ids, n, &profiles, f) != STATUS_OK)
        return;
    for (int day = 0; day < DAYS; day++) {
        struct rule_figures rule = rule_figures_default();
        struct cost_figures cost = cost_figures_default();

        profiles_apply(profiles, n, u->monday + day, &rule, &cost);
        unit_apply_figures(u, &rule, &cost);
        problem_set_day(u->builder, day, &rule, &cost);
    }
}
