#include "adapters/whatif/whatif_view.h"

#include "base/text.h"
#include "ledsaga/version.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* ---- numbers ------------------------------------------------------------ */

static const struct unit_row {
    const char *unit, *said, *apart; /* apart: of a difference */
    double times;
    int decimals;
} UNITS[] = {
    {"%", "%", N_("pp"), 100, 1},
    {"pp", N_("pp"), N_("pp"), 100, 1},
    {"h", N_("h"), N_("h"), 1.0 / 60, 1},
    {"kr", "kr", "kr", 0.01, 0},
    {"kr/h", N_("kr/h"), N_("kr/h"), 0.01, 0},
    {"kr/year", N_("kr/year"), N_("kr/year"), 1, 0},
    {"mean", "", "", 1, 2},
    {"", "", "", 1, 1},
};
enum { N_UNITS = sizeof UNITS / sizeof *UNITS };

static const struct unit_row *unit_of(enum measure m)
{
    for (int i = 0; i < N_UNITS; i++)
        if (strcmp(UNITS[i].unit, MEASURE_ROWS[m].unit) == 0)
            return &UNITS[i];
    return &UNITS[N_UNITS - 1];
}

/* Halves away from zero, thousands apart by a thin gap that does not break. */
static const char *grouped(struct arena *a, double value, int decimals, bool sign)
{
    static const char GAP[] = "\u00a0";
    double unit = pow(10, decimals), rounded = round(fabs(value) * unit) / unit;
    const char *digits = arena_print(a, "%.*f", decimals, rounded);
    struct text t = text_new(a);
    size_t whole = strcspn(digits, ".");
    if (rounded > 0 && (sign || value < 0))
        text_add(&t, value < 0 ? "\u2212" : "+");
    for (size_t i = 0; i < whole; i++) {
        if (i > 0 && (whole - i) % 3 == 0)
            text_add(&t, GAP);
        text_add_bytes(&t, digits + i, 1);
    }
    if (digits[whole])
        text_print(&t, "%s%s", _("."), digits + whole + 1);
    return text_done(&t);
}

const char *number_shown(struct arena *a, double value, int decimals)
{
    return grouped(a, value, decimals, false);
}

static const char *with_unit(struct arena *a, const char *number, const char *unit)
{
    return *unit ? arena_print(a, "%s\u00a0%s", number, _(unit)) : number;
}

/* Counts that are whole are told whole, means of several alike. */
static int decimals_of(enum measure m, bool whole)
{
    const struct unit_row *u = unit_of(m);
    return *u->unit ? u->decimals : whole ? 0 : 1;
}

double measure_shown(enum measure m, double value)
{
    return value * unit_of(m)->times;
}

const char *measure_unit(enum measure m)
{
    return unit_of(m)->said;
}

const char *unit_phrase(enum measure m)
{
    const char *unit = measure_unit(m);
    return *unit ? _(unit) : "";
}

const char *measure_phrase(struct arena *a, const struct comparison *c, enum measure m, double value,
                           bool there)
{
    int decimals = decimals_of(m, c->n_runs == 1);
    return there ? with_unit(a, grouped(a, measure_shown(m, value), decimals, false), measure_unit(m))
                 : "–";
}

const char *difference_phrase(struct arena *a, const struct comparison *c, enum measure m,
                              const struct compared *x)
{
    int decimals = decimals_of(m, c->n_runs == 1);
    const char *mean = grouped(a, measure_shown(m, x->difference), decimals, true);
    if (x->difference_least < x->difference_most)
        mean = arena_print(a, _("%s (%s to %s)"), mean,
                           grouped(a, measure_shown(m, x->difference_least),
                                   decimals_of(m, true), true),
                           grouped(a, measure_shown(m, x->difference_most), decimals_of(m, true),
                                   true));
    return with_unit(a, mean, unit_of(m)->apart);
}

const char *spread_phrase(struct arena *a, enum measure m, double least, double most)
{
    int decimals = decimals_of(m, true);
    return with_unit(a,
                     arena_print(a, _("%s to %s"),
                                 grouped(a, measure_shown(m, least), decimals, false),
                                 grouped(a, measure_shown(m, most), decimals, false)),
                     measure_unit(m));
}

/* ---- points ------------------------------------------------------------- */

const char *points_phrase(struct arena *a, double points)
{
    return grouped(a, points, 0, false);
}

const char *more_points_phrase(struct arena *a, double points)
{
    return grouped(a, points, 0, true);
}

const char *tier_title(int tier)
{
    return tier == 0 ? _("Rights") : _("Wishes, people and cost");
}

const char *best_phrase(struct arena *a, const struct compared_tier *t)
{
    if (!t->compared)
        return "";
    const char *least = more_points_phrase(a, t->difference_least);
    return t->difference_least < t->difference_most
               ? arena_print(a, _("%s to %s"), least, more_points_phrase(a, t->difference_most))
               : least;
}

const char *finding_phrase(const struct compared_tier *t, int tier)
{
    return _(finding_sentence(t->finding, tier));
}

const char *pairs_phrase(struct arena *a, const struct compared_tier *t)
{
    const struct {
        enum finding finding;
        const char *what;
    } parts[] = {{FINDING_FEWER, _("fewer")},
                 {FINDING_MORE, _("more")},
                 {FINDING_SAME, _("the same")},
                 {FINDING_WITHIN_GAP, _("within the gap")},
                 {FINDING_UNSETTLED, _("open")}};
    struct text said = text_new(a);
    if (t->finding == FINDING_FIRST)
        return "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (t->pairs[parts[i].finding] > 0)
            text_print(&said, "%s%d %s", said.length ? ", " : "", t->pairs[parts[i].finding],
                       parts[i].what);
    return text_done(&said);
}

/* ---- the whole ---------------------------------------------------------- */

const char *extent_phrase(struct arena *a, const struct comparison *c)
{
    const char *weeks = c->n_weeks == 1
                            ? arena_print(a, _("week %s"), c->weeks[0])
                            : arena_print(a, _("weeks %s to %s"), c->weeks[0],
                                          c->weeks[c->n_weeks - 1]);
    const char *draws =
        c->n_demands == 1
            ? _("the week's own demand")
            : arena_print(a, PLURAL("the week's own demand and %d other draw of it",
                                    "the week's own demand and %d other draws of it",
                                    c->n_demands - 1), c->n_demands - 1);
    const char *runs = arena_print(a, PLURAL("%d run of each scenario", "%d runs of each scenario",
                                             c->n_runs), c->n_runs);
    return arena_print(a, "%s, %s, %s; %s", c->unit_name, weeks, draws, runs);
}

const char *settings_phrase(struct arena *a, const struct comparison *c)
{
    const struct run_settings *s = &c->settings;
    const char *effort = s->effort == EFFORT_SHORT ? _("short")
                         : s->effort == 0           ? _("by size")
                                                    : arena_print(a, "%" PRId64, s->effort);
    return arena_print(a, _("Made by ledsaga %s: solver's seed %" PRIu64
                            ", effort %s, content within %g %% of each tier%s."),
                       LEDSAGA_VERSION, s->seed, effort, s->gap,
                       s->prove ? "" : _(", nothing proved"));
}

/* What points of a tier are made of. */
const char *tier_advice(struct arena *a, const struct comparison *c, int tier)
{
    const struct weight_figures *w = c->weight;
    if (tier > 0)
        return _("The rest counts wishes that are not met, new faces, times, travel and cost of the "
                 "visits that are carried out. Fewer visits have fewer points, so it says most where "
                 "rights are the same; it is compared only where rights are proved in both.");
    return arena_print(a, _("Rights count what was asked for and is not delivered: %d points a minute "
                            "under LSS 9:3, %d under SoL 11:1, %d under SoL 11:4, %d in an open offer "
                            "or without a decision, and more for a client who is short of much. Where "
                            "a scenario makes people ask for more, more can be left undelivered "
                            "although more is delivered."),
                       w->rights_lss, w->rights_sol, w->rights_sol_extra, w->rights_open);
}

const char *const *reading_advice(struct arena *a, const struct comparison *c)
{
    const char **list = NEW_ARRAY(a, const char *, 8);
    int n = 0;
    list[n++] = _("Points are known as intervals: the roster that was found has the value, and "
                  "no lawful roster has fewer than the bound. A difference is called proved where "
                  "the intervals of two scenarios do not meet: then it holds between the best "
                  "rosters there are, whoever makes them. Best against best tells by how much those "
                  "differ. Where the intervals meet, the difference lies within the gap.");
    list[n++] = _("All other numbers are measured of the rosters that were found. Another roster "
                  "with as few points may have others, so they show a direction and are no proof.");
    if (c->n_runs > 1)
        list[n++] = _("The spread is the least and the most of the runs. It tells how much chance in "
                      "demand and weeks matters; differences are between runs with the same demand "
                      "and week.");
    list[n++] = _("Each week is planned from its beginning and by itself: what was given out or has "
                  "begun does not bind it, and effects that build up over weeks are not in the "
                  "numbers.");
    if (c->synthetic)
        list[n++] = _("Everybody in this unit is invented; unit.json tells how. What is found says "
                      "something about questions, not about a place.");
    list[n] = NULL;
    return list;
}

/* ---- at a glance ---------------------------------------------------------- */

const struct overview_row OVERVIEW[OVERVIEW_ROWS] = {
    {N_("served of the time, %"), 1, {MEASURE_SERVED}},
    {N_("assessed, not delivered, h"), 3, {MEASURE_UNMET_LSS, MEASURE_UNMET_SOL, MEASURE_UNMET_EXTRA}},
    {N_("open, not delivered, h"), 1, {MEASURE_UNMET_OPEN}},
    {N_("a tenth get at most, %"), 1, {MEASURE_SERVED_P10}},
    {N_("first choice, %"), 1, {MEASURE_FIRST_CHOICE}},
    {N_("faces a client"), 1, {MEASURE_FACES}},
    {N_("escorts"), 1, {MEASURE_ESCORTS}},
    {N_("of them employed"), 2, {MEASURE_MONTHLY, MEASURE_HOURLY}},
    {N_("cost, kr"), 1, {MEASURE_COST}},
    {N_("cost of an hour, kr"), 1, {MEASURE_COST_HOUR}},
};

struct overview overview_of(const struct comparison *c, int scenario, const struct overview_row *row)
{
    const struct run_result *runs = &c->results[scenario * c->n_runs];
    struct overview o = {.measure = row->of[0]};
    for (int i = 0; i < row->n; i++) {
        o.there |= c->measure[scenario][row->of[i]].there;
        o.value += c->measure[scenario][row->of[i]].value;
    }
    bool any = false;
    for (int r = 0; r < c->n_runs; r++) {
        double sum = 0;
        bool there = false;
        for (int i = 0; i < row->n; i++) {
            struct ratio x = runs[r].measure[row->of[i]];
            there |= x.whole != 0;
            sum += x.whole != 0 ? (double)x.part / (double)x.whole : 0;
        }
        if (!there)
            continue;
        o.least = !any || sum < o.least ? sum : o.least;
        o.most = !any || sum > o.most ? sum : o.most;
        any = true;
    }
    return o;
}

bool overview_is_said(const struct comparison *c, const struct overview_row *row)
{
    for (int s = 0; s < c->n_scenarios; s++) {
        struct overview o = overview_of(c, s, row);
        if (o.there && (o.least != 0 || o.most != 0))
            return true;
    }
    return false;
}

/* In all scenarios: a column is told in one way. */
static bool overview_is_whole(const struct comparison *c, const struct overview_row *row)
{
    for (int s = 0; s < c->n_scenarios; s++) {
        double value = overview_of(c, s, row).value;
        if (value != floor(value))
            return false;
    }
    return true;
}

const char *overview_value(struct arena *a, const struct comparison *c, const struct overview_row *row,
                           struct overview o)
{
    int decimals = decimals_of(o.measure, overview_is_whole(c, row));
    return o.there ? grouped(a, measure_shown(o.measure, o.value), decimals, false) : "–";
}

const char *overview_spread(struct arena *a, struct overview o)
{
    if (!o.there)
        return "–";
    int decimals = *unit_of(o.measure)->unit ? unit_of(o.measure)->decimals : 0;
    decimals = decimals == 1 ? 0 : decimals;
    const char *least = grouped(a, measure_shown(o.measure, o.least), decimals, false);
    const char *most = grouped(a, measure_shown(o.measure, o.most), decimals, false);
    return strcmp(least, most) == 0 ? least : arena_print(a, "%s–%s", least, most);
}

/* ---- families -------------------------------------------------------------- */

int family_length(const struct comparison *c, int first)
{
    int n = 1;
    while (*c->scenarios[first].value && first + n < c->n_scenarios &&
           strcmp(c->scenarios[first + n].family, c->scenarios[first].family) == 0)
        n++;
    return n;
}

const char *family_name(struct arena *a, const struct scenario *s)
{
    const char *colon = *s->value ? strstr(s->name, arena_print(a, ": %s", s->value)) : NULL;
    return colon ? arena_print(a, "%.*s", (int)(colon - s->name), s->name) : s->name;
}

const char *family_values(struct arena *a, const struct scenario *list, int n)
{
    enum { TOLD = 12 };
    struct text t = text_new(a);
    for (int i = 0; i < n && i < TOLD; i++)
        text_print(&t, "%s%s", i ? ", " : "", list[i].value);
    if (n > TOLD)
        text_print(&t, _(" and %d more"), n - TOLD);
    return *list->unit ? arena_print(a, "%s %s", text_done(&t), list->unit) : text_done(&t);
}
