/* What a frontier proves is held against every roster that can be had by leaving visits of
 * good rosters out. */
#include "ledsaga/frontier.h"
#include "tiny_workspace.h"

static const struct solve_options OPTIONS = {.seed = 1, .effort = 100000, .prove = true,
                                             .threads = 1};

static const struct frontier *frontier_of(const struct problem *p, enum axis x, enum axis y)
{
    const struct frontier *f = NULL;
    CU_ASSERT_EQUAL_FATAL(frontier_find(arena, p, x, y, &OPTIONS, 8, NULL, NULL, &f, &faults),
                          STATUS_OK);
    return f;
}

static const struct roster *roster_best(const struct problem *p)
{
    const struct solution *s = NULL;
    CU_ASSERT_EQUAL_FATAL(solve(arena, p, &OPTIONS, NULL, &s, &faults), STATUS_OK);
    return s->roster;
}

/* The roster without the visits whose bits are set; NULL if it is not lawful. */
static const struct roster *without(const struct problem *p, const struct roster *r, int bits)
{
    struct roster *some = roster_copy(arena, r);
    for (int i = 0; i < some->n_requests; i++)
        if (bits >> i & 1)
            some->visits[i] = (struct visit){0};
    return rules_judge(arena, p, some)->n_breaches == 0 ? some : NULL;
}

static int looked_at, wrongly;

static void look_at(const struct problem *p, const struct frontier *f, const struct roster *r)
{
    looked_at++;
    wrongly += frontier_excludes(f, axis_value(p, r, f->axis[0]), axis_value(p, r, f->axis[1]));
}

static void no_lawful_roster_is_ruled_out(void)
{
    open_workspace();
    const struct problem *p = read_tiny();
    const struct roster *best = roster_best(p);
    looked_at = wrongly = 0;
    for (int y = AXIS_COST; y < AXIS_COUNT; y++) {
        const struct frontier *f = frontier_of(p, AXIS_UNDELIVERED, (enum axis)y);
        for (int bits = 0; bits < 1 << p->n_requests; bits++) {
            const struct roster *r = without(p, best, bits);
            if (r)
                look_at(p, f, r);
        }
    }
    CU_ASSERT_TRUE(looked_at > 50);
    CU_ASSERT_EQUAL(wrongly, 0);
    close_workspace();
}

static void what_is_better_than_its_ends_is_ruled_out(void)
{
    open_workspace();
    const struct problem *p = read_tiny();
    const struct frontier *f = frontier_of(p, AXIS_UNDELIVERED, AXIS_COST);
    const struct frontier_point *first = &f->points[0], *last = &f->points[f->n - 1];
    CU_ASSERT_TRUE_FATAL(f->n >= 2);
    CU_ASSERT_FALSE(f->rights_kept);
    CU_ASSERT_TRUE(first->at[0] < last->at[0] && first->at[1] > last->at[1]);
    CU_ASSERT_TRUE(frontier_excludes(f, first->at[0] - 15, first->at[1]));
    CU_ASSERT_TRUE(frontier_excludes(f, first->at[0], last->at[1]));
    CU_ASSERT_FALSE(frontier_excludes(f, first->at[0], first->at[1]));
    CU_ASSERT_FALSE(frontier_excludes(f, last->at[0], last->at[1]));
    close_workspace();
}

static void without_delivered_time_rights_stay_first(void)
{
    open_workspace();
    const struct problem *p = read_tiny();
    const struct frontier *f = frontier_of(p, AXIS_FACES, AXIS_TRAVEL);
    CU_ASSERT_TRUE(f->rights_kept);
    CU_ASSERT_EQUAL(f->rights.value,
                    rules_judge(arena, p, roster_best(p))->tier[TIER_RIGHTS]);
    look_at(p, f, roster_best(p));
    CU_ASSERT_EQUAL(wrongly, 0);
    close_workspace();
}

void frontier_suite(void)
{
    CU_pSuite s = CU_add_suite("frontier", NULL, NULL);
    CU_add_test(s, "no lawful roster is ruled out", no_lawful_roster_is_ruled_out);
    CU_add_test(s, "what is better than its ends is ruled out",
                what_is_better_than_its_ends_is_ruled_out);
    CU_add_test(s, "without delivered time rights stay first",
                without_delivered_time_rights_stay_first);
}
