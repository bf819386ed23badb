#include "adapters/whatif_view.h"

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
    {"%", "%", "pp", 100, 1},          {"pp", "pp", "pp", 100, 1},
    {"h", "h", "h", 1.0 / 60, 1},      {"kr", "kr", "kr", 0.01, 0},
    {"kr/h", "kr/h", "kr/h", 0.01, 0}, {"kr/year", "kr/year", "kr/year", 1, 0},
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
    double unit = decimals == 1 ? 10 : 1, rounded = round(fabs(value) * unit) / unit;
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
    text_add(&t, digits + whole);
    return text_done(&t);
}

static const char *with_unit(struct arena *a, const char *number, const char *unit)
{
    return *unit ? arena_print(a, "%s\u00a0%s", number, unit) : number;
}

/* Counts that are whole are told whole. */
static int decimals_of(enum measure m, double value)
{
    const struct unit_row *u = unit_of(m);
    return *u->unit ? u->decimals : value == floor(value) ? 0 : 1;
}

double measure_shown(enum measure m, double value)
{
    return value * unit_of(m)->times;
}

const char *measure_unit(enum measure m)
{
    return unit_of(m)->said;
}

const char *measure_phrase(struct arena *a, enum measure m, double value, bool there)
{
    double shown = measure_shown(m, value);
    return there ? with_unit(a, grouped(a, shown, decimals_of(m, shown), false), measure_unit(m))
                 : "–";
}

const char *difference_phrase(struct arena *a, enum measure m, double value, bool there)
{
    double shown = measure_shown(m, value);
    return there ? with_unit(a, grouped(a, shown, decimals_of(m, shown), true), unit_of(m)->apart)
                 : "–";
}

const char *spread_phrase(struct arena *a, enum measure m, double least, double most, bool there)
{
    double from = measure_shown(m, least), to = measure_shown(m, most);
    if (!there)
        return "–";
    return with_unit(a,
                     arena_print(a, _("%s to %s"), grouped(a, from, decimals_of(m, from), false),
                                 grouped(a, to, decimals_of(m, to), false)),
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

const char *finding_phrase(const struct compared_tier *t)
{
    return _(finding_sentence(t->finding));
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
                 {FINDING_UNSETTLED, _("open")},
                 {FINDING_OTHER_RATES, _("counted otherwise")}};
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

const char *const *reading_advice(struct arena *a, const struct comparison *c)
{
    const char **list = NEW_ARRAY(a, const char *, 8);
    int n = 0;
    list[n++] = _("Points are known as intervals: the roster that was found has the value, and "
                  "no lawful roster has fewer than the bound. A difference is called proved where "
                  "the intervals of two scenarios do not meet: then it holds between the best "
                  "rosters there are, whoever makes them. Rights come first: the rest is compared "
                  "only where rights are proved in both, and fewer visits have fewer points "
                  "there.");
    list[n++] = _("All other numbers are measured of the rosters that were found. Another roster "
                  "with as few points may have others, so they show a direction and are no proof.");
    list[n++] = _("The spread is the least and the most of the runs. It tells how much chance in "
                  "demand and weeks matters; differences are between runs with the same demand "
                  "and week.");
    list[n++] = _("Each week is planned by itself after the weeks of the workspace, which were "
                  "planned as it is: effects that build up over weeks are not in the numbers.");
    if (c->synthetic)
        list[n++] = _("Everybody in this unit is invented; unit.json tells how. What is found says "
                      "something about questions, not about a place.");
    list[n] = NULL;
    return list;
}
