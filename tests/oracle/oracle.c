/* Tiny weeks solved three ways: by ours, by glpsol on models/roster.mod, by trying
 * every roster. oracle [WEEKS [FIRST_SEED [GLPSOL_EVERY]]] */
#include "base/text.h"
#include "brute_force.h"
#include "ledsaga/solver.h"
#include "tiny_week.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Prices that prove less than the optimum leave work to the integer program. */
enum { TIGHT_PERCENT = 70 };

struct tally {
    int weeks, failed, asked_glpsol;
    int certified[2], tight[2]; /* weeks whose prices prove something of a tier; all of it */
    int binds[RULE_COUNT];
    int64_t tried;
};

static bool differ(uint64_t seed, const char *what, int64_t truth, int64_t got)
{
    if (truth == got)
        return false;
    printf("seed %llu: %s is %lld, should be %lld\n", (unsigned long long)seed, what,
           (long long)got, (long long)truth);
    return true;
}

/* The value that glpsol prints for a tier; -1 if it found none. */
static int64_t glpsol_value(const struct problem *p, int tier, int64_t rights,
                            const char *folder)
{
    struct faults f = {0};
    char data[512], command[1200], line[256];
    long long value = -1;
    snprintf(data, sizeof data, "%s/tier%d.dat", folder, tier);
    if (program_write(p, PROGRAM_MATHPROG, tier, rights, data, &f) != STATUS_OK)
        return -1;
    snprintf(command, sizeof command,
             "glpsol -m models/roster.mod -d %s --nopresol 2>&1", data);
    FILE *out = popen(command, "r");
    while (out && fgets(line, sizeof line, out)) {
        int t;
        sscanf(line, "tier %d: %lld points", &t, &value);
    }
    if (out)
        pclose(out);
    return value;
}

/* The prices prove what they are said to, and that is true. */
static bool certificate_wrong(struct tally *t, const struct problem *p, uint64_t seed,
                              const struct truth *truth, const struct certificate *c)
{
    static const char *const what[] = {"what the prices of rights prove",
                                       "what the prices of the rest prove"};
    const int64_t value[] = {truth->rights, truth->rest};
    bool wrong = false;
    if (!c)
        return false;
    struct certified found = certificate_recompute(p, c, NULL);
    for (int i = 0; i < 2; i++) {
        int64_t bound = found.bound[i];
        if (!c->stated[i])
            continue;
        wrong |= differ(seed, what[i], c->bound[i], bound);
        if (bound > value[i]) {
            printf("seed %llu: %s, %lld, is above the optimum, %lld\n",
                   (unsigned long long)seed, what[i], (long long)bound, (long long)value[i]);
            wrong = true;
        }
        t->certified[i]++;
        t->tight[i] += bound == value[i];
    }
    return wrong;
}

static bool ours_wrong(struct tally *t, const struct problem *p, uint64_t seed,
                       const struct truth *truth, bool prove)
{
    struct arena *a = arena_new();
    struct faults f = {0};
    struct solve_options options = {.seed = seed, .prove = prove};
    const struct solution *s;
    bool wrong = solve(a, p, &options, NULL, &s, &f) != STATUS_OK;
    if (wrong) {
        printf("seed %llu: %s\n", (unsigned long long)seed, f.list[0].what);
    } else {
        wrong |= differ(seed, "our rights", truth->rights, s->rights.value);
        wrong |= differ(seed, "our rest", truth->rest, s->rest.value);
        wrong |= certificate_wrong(t, p, seed, truth, s->certificate);
        if (prove) {
            wrong |= differ(seed, "our bound of rights", truth->rights,
                            s->rights.bound);
            wrong |= differ(seed, "our bound of the rest", truth->rest,
                            s->rest.bound);
        } else if (s->rights.bound > truth->rights || s->rest.bound > truth->rest) {
            printf("seed %llu: a bound is above the optimum\n",
                   (unsigned long long)seed);
            wrong = true;
        }
    }
    arena_free(a);
    return wrong;
}

static void one_week(struct tally *t, uint64_t seed, bool ask_glpsol,
                     const char *folder)
{
    struct arena *a = arena_new();
    const struct problem *p = tiny_week(a, seed);
    bool wrong = !p;
    if (p) {
        struct truth truth = brute_force(p);
        wrong |= ours_wrong(t, p, seed, &truth, true);
        if (ask_glpsol) {
            t->asked_glpsol++;
            wrong |= differ(seed, "glpsol's rights", truth.rights,
                            glpsol_value(p, 1, 0, folder));
            wrong |= differ(seed, "glpsol's rest", truth.rest,
                            glpsol_value(p, 2, truth.rights, folder));
        }
        t->tried += truth.tried;
        for (int rule = 0; rule < RULE_COUNT; rule++)
            t->binds[rule] += truth.binds[rule];
    }
    t->weeks++;
    t->failed += wrong;
    arena_free(a);
}

int main(int argc, char **argv)
{
    int weeks = argc > 1 ? atoi(argv[1]) : 300;
    int first = argc > 2 ? atoi(argv[2]) : 1;
    int glpsol_every = argc > 3 ? atoi(argv[3]) : 1;
    char folder[] = "/tmp/ledsaga-oracle-XXXXXX", command[64];
    struct tally t = {0};
    if (!mkdtemp(folder))
        return 2;
    for (int i = 0; i < weeks; i++)
        one_week(&t, (uint64_t)(first + i),
                 glpsol_every > 0 && i % glpsol_every == 0, folder);
    snprintf(command, sizeof command, "rm -r %s", folder);
    if (system(command) != 0)
        return 2;
    printf("%d tiny weeks, %lld rosters tried, glpsol asked about %d\n", t.weeks,
           (long long)t.tried, t.asked_glpsol);
    for (int i = 0; i < 2; i++) {
        printf("  prices prove something of tier %d in %d weeks, all of it in %d\n", i + 1,
               t.certified[i], t.tight[i]);
        if (weeks >= 300 && t.tight[i] * 100 <= t.certified[i] * TIGHT_PERCENT) {
            printf("  ... too seldom\n");
            t.failed++;
        }
    }
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        if (RULE_ROWS[rule].tier == TIER_WARNING)
            continue;
        printf("  %-18s binds in %d weeks\n", RULE_ROWS[rule].name, t.binds[rule]);
        if (t.binds[rule] == 0 && weeks >= 300) {
            printf("  ... never: the generator does not exercise this rule\n");
            t.failed++;
        }
    }
    printf("%d passed, %d failed\n", t.weeks - t.failed, t.failed);
    return t.failed > 0;
}
