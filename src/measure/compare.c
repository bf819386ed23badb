/* Scenarios beside each other. Points of a tier are known as intervals: the roster that was
 * found has the value, and no lawful roster has fewer than the bound, so the best there is
 * lies between. Where the intervals of two scenarios do not meet, the difference between
 * their best rosters is proved. Everything else is measured of the rosters that were found,
 * and is told as such, however clear it looks. */
#include "base/text.h"
#include "ledsaga/whatif.h"

const char *finding_word(enum finding f)
{
    static const char *const WORDS[] = {
        [FINDING_FIRST] = "first",         [FINDING_FEWER] = "proved_fewer",
        [FINDING_MORE] = "proved_more",    [FINDING_SAME] = "proved_same",
        [FINDING_WITHIN_GAP] = "within_gap", [FINDING_UNSETTLED] = "unsettled",
        [FINDING_OTHER_RATES] = "other_rates", [FINDING_MIXED] = "mixed",
        [FINDING_ELSEWHERE] = "elsewhere",
    };
    return WORDS[f];
}

/* Points of rights are what is left undelivered, weighed; those of the rest are many things. */
const char *finding_sentence(enum finding f, int tier)
{
    static const char *const SENTENCES[FINDING_COUNT][TIERS_PROVED] = {
        [FINDING_FIRST] = {N_("compared with"), N_("compared with")},
        [FINDING_FEWER] = {N_("less undelivered, proved"), N_("fewer points, proved")},
        [FINDING_MORE] = {N_("more undelivered, proved"), N_("more points, proved")},
        [FINDING_SAME] = {N_("the same, proved"), N_("the same, proved")},
        [FINDING_WITHIN_GAP] = {N_("within the gap"), N_("within the gap")},
        [FINDING_UNSETTLED] = {"", N_("open, as rights are not proved")},
        [FINDING_MIXED] = {N_("less in some runs, more in others"),
                           N_("fewer in some runs, more in others")},
        [FINDING_OTHER_RATES] = {N_("points count otherwise"), N_("points count otherwise")},
        [FINDING_ELSEWHERE] = {N_("not compared: another area"), N_("not compared: another area")},
    };
    return SENTENCES[f][tier];
}

enum finding intervals_compare(struct interval x, struct interval y)
{
    if (x.value < y.bound)
        return FINDING_FEWER;
    if (y.value < x.bound)
        return FINDING_MORE;
    if (x.value == x.bound && y.value == y.bound)
        return FINDING_SAME;
    return FINDING_WITHIN_GAP;
}

static const struct run_result *results_of(const struct comparison *c, int scenario)
{
    return &c->results[scenario * c->n_runs];
}

static void spread(bool first, double value, double *least, double *most)
{
    *least = first || value < *least ? value : *least;
    *most = first || value > *most ? value : *most;
}

/* ---- tiers -------------------------------------------------------------- */

static bool settled(struct interval x)
{
    return x.bound == x.value;
}

enum finding runs_compare(const struct run_result *x, const struct run_result *y, int tier)
{
    if (x->rates.tier[tier] != y->rates.tier[tier])
        return FINDING_OTHER_RATES;
    if (tier > 0 && !(settled(x->tier[0]) && settled(y->tier[0])))
        return FINDING_UNSETTLED;
    return intervals_compare(x->tier[tier], y->tier[tier]);
}

static struct interval interval_sum(const struct run_result *r, int n, int tier)
{
    struct interval sum = {0, 0};
    for (int i = 0; i < n; i++) {
        sum.bound += r[i].tier[tier].bound;
        sum.value += r[i].tier[tier].value;
    }
    return sum;
}

/* Of the mean: what cannot be said of one pair cannot be said of it, and where chance decides
 * which way a difference goes, its mean over a few draws is no finding. */
static enum finding finding_of(const struct compared_tier *t, struct interval x,
                               struct interval y)
{
    if (t->pairs[FINDING_ELSEWHERE] > 0)
        return FINDING_ELSEWHERE;
    if (t->pairs[FINDING_OTHER_RATES] > 0)
        return FINDING_OTHER_RATES;
    if (t->pairs[FINDING_UNSETTLED] > 0)
        return FINDING_UNSETTLED;
    return t->pairs[FINDING_FEWER] > 0 && t->pairs[FINDING_MORE] > 0 ? FINDING_MIXED
                                                                     : intervals_compare(x, y);
}

/* Two areas have no people in common. */
static bool elsewhere(const struct comparison *c, int scenario)
{
    return scenario > 0 && (c->scenarios[0].part || c->scenarios[scenario].part);
}

static struct compared_tier tier_compare(const struct comparison *c, int scenario, int tier)
{
    const struct run_result *x = results_of(c, scenario), *y = results_of(c, 0);
    struct interval sum = interval_sum(x, c->n_runs, tier);
    struct interval first = interval_sum(y, c->n_runs, tier);
    double n = c->n_runs;
    struct compared_tier t = {.value = (double)sum.value / n, .bound = (double)sum.bound / n};
    for (int i = 0; i < c->n_runs; i++) {
        spread(i == 0, (double)x[i].tier[tier].value, &t.least, &t.most);
        t.pairs[elsewhere(c, scenario) ? FINDING_ELSEWHERE : runs_compare(&x[i], &y[i], tier)]++;
    }
    t.finding = scenario == 0 ? FINDING_FIRST : finding_of(&t, sum, first);
    t.compared = t.finding == FINDING_FEWER || t.finding == FINDING_MORE ||
                 t.finding == FINDING_SAME || t.finding == FINDING_WITHIN_GAP ||
                 t.finding == FINDING_MIXED;
    t.difference_least = t.compared ? (double)(sum.bound - first.value) / n : 0;
    t.difference_most = t.compared ? (double)(sum.value - first.bound) / n : 0;
    return t;
}

/* ---- measures ----------------------------------------------------------- */

static double value_of(struct ratio r)
{
    return (double)r.part / (double)r.whole;
}

/* Of one client, or of the groups furthest apart: another one in each run. */
static bool is_extreme(int measure)
{
    return measure == MEASURE_SERVED_P10 || measure == MEASURE_SERVED_MIN ||
           MEASURE_ROWS[measure].about == ABOUT_EQUITY;
}

/* Of all runs together: a run with more to measure counts more, but for extremes. */
static bool pooled(const struct run_result *r, int n, int measure, double *out)
{
    double part = 0, whole = 0;
    for (int i = 0; i < n; i++) {
        struct ratio x = r[i].measure[measure];
        bool alike = is_extreme(measure) && x.whole != 0;
        part += alike ? value_of(x) : (double)x.part;
        whole += alike ? 1 : (double)x.whole;
    }
    *out = whole != 0 ? part / whole : 0;
    return whole != 0;
}

static struct compared measure_compare(const struct comparison *c, int scenario, int measure)
{
    const struct run_result *x = results_of(c, scenario), *y = results_of(c, 0);
    struct compared m = {0};
    double base;
    m.there = pooled(x, c->n_runs, measure, &m.value);
    bool other = pooled(y, c->n_runs, measure, &base), any = false;
    for (int i = 0; i < c->n_runs; i++) {
        struct ratio a = x[i].measure[measure], b = y[i].measure[measure];
        if (a.whole == 0)
            continue;
        spread(!any, value_of(a), &m.least, &m.most);
        any = true;
        if (b.whole == 0 || elsewhere(c, scenario))
            continue;
        spread(!m.paired, value_of(a) - value_of(b), &m.difference_least,
               &m.difference_most);
        m.paired = true;
    }
    m.difference = m.there && other ? m.value - base : 0;
    return m;
}

void comparison_count(struct arena *a, struct comparison *c)
{
    c->n_runs = c->n_demands * c->n_weeks;
    c->measure = arena_alloc(a, (size_t)c->n_scenarios, sizeof *c->measure);
    c->tier = arena_alloc(a, (size_t)c->n_scenarios, sizeof *c->tier);
    for (int s = 0; s < c->n_scenarios; s++) {
        for (int m = 0; m < MEASURE_COUNT; m++)
            c->measure[s][m] = measure_compare(c, s, m);
        for (int t = 0; t < TIERS_PROVED; t++)
            c->tier[s][t] = tier_compare(c, s, t);
    }
}
