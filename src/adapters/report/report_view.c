/* What every writer of a report asks of it: numbers, dates and words as people say
 * them, and what the weeks' verdicts add up to. */
#include "adapters/report/report_view.h"

#include "adapters/text/phrase.h"
#include "adapters/text/plain.h"
#include "base/text.h"

#include <inttypes.h>
#include <string.h>

const struct problem *report_problem(const struct report *r)
{
    const struct measured *m = r->measured;
    return m->weeks[m->n_weeks - 1].problem;
}

/* ---- days and periods -------------------------------------------------- */

/* 1970 began with a Thursday, the weekday by which weeks belong to periods. */
static bool is_thursday(int64_t day)
{
    return day % DAYS == 0;
}

int period_weeks(const struct period *p)
{
    int n = 0;
    for (int64_t day = p->from_day; day <= p->to_day; day++)
        n += is_thursday(day);
    return n;
}

const char *period_phrase(struct arena *a, const struct period *p)
{
    int year, month, mday;
    if (p->kind == PERIOD_WEEK) {
        int week;
        week_of_day(p->from_day, &year, &week);
        return arena_print(a, _("Week %d, %d"), week, year);
    }
    date_of_days(p->from_day, &year, &month, &mday);
    if (p->kind == PERIOD_QUARTER)
        return arena_print(a, _("Quarter %d, %d"), (month - 1) / 3 + 1, year);
    char *phrase = arena_print(a, "%s %d", month_long(month), year);
    if (phrase[0] >= 'a' && phrase[0] <= 'z') /* Swedish writes months small */
        phrase[0] = (char)(phrase[0] - 'a' + 'A');
    return phrase;
}

const char *date_phrase(struct arena *a, int64_t day)
{
    int year, month, mday;
    date_of_days(day, &year, &month, &mday);
    return arena_print(a, "%04d-%02d-%02d", year, month, mday);
}

const char *ledger_period(struct arena *a, enum grant_period kind, int64_t day)
{
    int year, month, mday;
    date_of_days(day, &year, &month, &mday);
    switch (kind) {
    case PER_MONTH:
        return arena_print(a, "%04d-%02d", year, month);
    case PER_QUARTER:
        return arena_print(a, "%04d-Q%d", year, (month - 1) / 3 + 1);
    case PER_WEEK: {
        int week;
        week_of_day(day, &year, &week);
        return arena_print(a, "%04d-W%02d", year, week);
    }
    case PER_OCCASION:
        break;
    }
    return date_phrase(a, day);
}

/* ---- numbers ----------------------------------------------------------- */

/* Thousands are set apart by spaces at which no line is broken. */
static void grouped_add(struct text *t, uint64_t n)
{
    if (n >= 1000) {
        grouped_add(t, n / 1000);
        text_print(t, "\u00a0%03" PRIu64, n % 1000);
    } else {
        text_print(t, "%" PRIu64, n);
    }
}

const char *number_phrase(struct arena *a, int64_t part, int64_t whole, int decimals)
{
    struct text t = text_new(a);
    bool negative = (part < 0) != (whole < 0);
    uint64_t n = (uint64_t)(part < 0 ? -part : part), scale = 1;
    uint64_t of = (uint64_t)(whole < 0 ? -whole : whole);
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    n = (2 * n * scale + of) / (2 * of);
    if (negative && n > 0)
        text_add(&t, "-");
    grouped_add(&t, n / scale);
    if (decimals > 0) {
        /* TRANSLATORS: the decimal mark, as in 12.5 */
        text_add(&t, _("."));
        text_print(&t, "%0*" PRIu64, decimals, n % scale);
    }
    return text_done(&t);
}

const char *money_phrase(struct arena *a, int64_t ore)
{
    /* TRANSLATORS: an amount of money, 1 234.50 */
    return arena_print(a, _("%s kr"), number_phrase(a, ore, 100, 2));
}

const char *minutes_phrase(struct arena *a, int64_t minutes)
{
    const char *length = length_phrase(a, (int)(minutes < 0 ? -minutes : minutes));
    return minutes < 0 ? arena_print(a, "-%s", length) : length;
}

/* ---- KPIs -------------------------------------------------------------- */

static bool unit_is(enum kpi k, const char *unit)
{
    return strcmp(KPI_ROWS[k].unit, unit) == 0;
}

bool kpi_is_share(enum kpi k)
{
    return unit_is(k, "%");
}

/* The unit is said with the value. */
static bool unit_in_value(enum kpi k)
{
    return kpi_is_share(k) || unit_is(k, "min") || unit_is(k, "öre/h") ||
           unit_is(k, "kr/year");
}

const char *kpi_title(struct arena *a, enum kpi k)
{
    const char *text = _(KPI_ROWS[k].text), *unit = _(KPI_ROWS[k].unit);
    return unit_in_value(k) || strstr(text, unit)
               ? text
               : arena_print(a, "%s (%s)", text, unit);
}

const char *kpi_phrase(struct arena *a, enum kpi k, struct ratio v)
{
    if (v.whole == 0)
        return "–";
    if (kpi_is_share(k))
        /* TRANSLATORS: a share, 83.4 per cent */
        return arena_print(a, _("%s %%"), number_phrase(a, 100 * v.part, v.whole, 1));
    if (unit_is(k, "min"))
        return minutes_phrase(a, v.part / v.whole);
    if (unit_is(k, "öre/h"))
        /* TRANSLATORS: money for an hour, 358.20 */
        return arena_print(a, _("%s kr/h"), number_phrase(a, v.part, 100 * v.whole, 2));
    if (unit_is(k, "kr/year"))
        return arena_print(a, _("%s kr/year"), number_phrase(a, v.part, v.whole, 0));
    return number_phrase(a, v.part, v.whole, v.whole == 1 ? 0 : unit_is(k, "escorts") ? 2 : 1);
}

const char *kpi_gap_phrase(struct arena *a, enum kpi k, struct ratio gap)
{
    if (gap.whole == 0 || !kpi_is_share(k))
        return kpi_phrase(a, k, gap);
    /* TRANSLATORS: percentage points, 12.3 */
    return arena_print(a, _("%s pp"), number_phrase(a, 100 * gap.part, gap.whole, 1));
}

/* ---- words ------------------------------------------------------------- */

const char *basis_phrase(enum legal_basis b)
{
    static const char *const PHRASES[LEGAL_BASIS_COUNT] = {
        [LSS_9_3] = N_("LSS 9:3"),
        [SOL_11_1] = N_("SoL 11:1"),
        [SOL_11_4] = N_("SoL 11:4"),
        [SOL_11_5] = N_("SoL 11:5"),
    };
    return _(PHRASES[b]);
}

const char *dimension_title(enum dimension d)
{
    static const char *const TITLES[DIMENSIONS] = {
        [BY_AREA] = N_("By area"),         [BY_SEX] = N_("By sex"),
        [BY_AGE] = N_("By age"),           [BY_LANGUAGE] = N_("By language"),
        [BY_BASIS] = N_("By legal basis"),
    };
    return _(TITLES[d]);
}

const char *group_phrase(struct arena *a, enum dimension d, const char *group)
{
    static const struct {
        const char *code, *text;
    } SEXES[] = {{"F", N_("women")}, {"M", N_("men")}, {"X", N_("another sex")}};
    if (!*group)
        return _("not told");
    for (size_t i = 0; d == BY_SEX && i < sizeof SEXES / sizeof *SEXES; i++)
        if (strcmp(SEXES[i].code, group) == 0)
            return _(SEXES[i].text);
    for (int b = 0; d == BY_BASIS && b < LEGAL_BASIS_COUNT; b++)
        if (strcmp(legal_basis_word((enum legal_basis)b), group) == 0)
            return basis_phrase((enum legal_basis)b);
    return plain_line(a, group);
}

const char *group_size_phrase(struct arena *a, const struct equity_cell *c)
{
    /* TRANSLATORS: name of a group, number of its clients */
    return arena_print(a, PLURAL("%s (%d client)", "%s (%d clients)", c->n_clients),
                       group_phrase(a, c->dimension, c->group), c->n_clients);
}

const int *groups_told(struct arena *a, const struct equity *e, enum dimension d, int *n)
{
    int *told = NEW_ARRAY(a, int, e->n_cells + 1);
    *n = 0;
    for (int i = 0; i < e->n_cells; i++)
        if (e->cells[i].dimension == d && !e->cells[i].suppressed)
            told[(*n)++] = i;
    return told;
}

const char *groups_untold_phrase(struct arena *a, const struct equity *e, enum dimension d)
{
    int n = 0;
    for (int i = 0; i < e->n_cells; i++)
        n += e->cells[i].dimension == d && e->cells[i].suppressed;
    if (n == 0)
        return NULL;
    return arena_print(
        a,
        PLURAL("%d group is not told: it has fewer than %d clients, or could be had from the others by subtraction.",
               "%d groups are not told: they have fewer than %d clients, or could be had from the others by subtraction.",
               n),
        n, CELL_LEAST);
}

/* ---- the three-month clock --------------------------------------------- */

const char *clock_kind_phrase(const struct clock_row *c)
{
    return c->interrupted ? _("interrupted") : _("not carried out");
}

static const struct {
    const char *word, *text;
} LEVELS[] = {
    [CLOCK_RUNNING] = {"running", N_("running")},
    [CLOCK_60] = {"over_60", N_("over 60 days")},
    [CLOCK_75] = {"over_75", N_("over 75 days")},
    [CLOCK_90] = {"over_90", N_("over 90 days")},
    [CLOCK_REPORT] = {"report", N_("to be reported")},
};

const char *clock_level_word(enum clock_level l)
{
    return LEVELS[l].word;
}

const char *clock_level_phrase(enum clock_level l)
{
    return _(LEVELS[l].text);
}

bool clock_reportable(const struct clock_row *c)
{
    return c->level == CLOCK_REPORT;
}

/* ---- what the rules found ---------------------------------------------- */

static void week_mention(struct arena *a, struct rule_tally *t, const struct week *w)
{
    char name[16];
    week_name(w, name);
    if (!t->weeks)
        t->weeks = arena_copy(a, name);
    else if (!strstr(t->weeks, name))
        t->weeks = arena_print(a, "%s, %s", t->weeks, name);
}

static void tally(struct arena *a, const struct week *w, const struct breach *found, int n,
                  struct rule_tally out[RULE_COUNT])
{
    for (int i = 0; i < n; i++) {
        struct rule_tally *t = &out[found[i].rule];
        t->times++;
        t->amount += found[i].amount;
        week_mention(a, t, w);
    }
}

void rule_tallies(struct arena *a, const struct report *r, struct rule_tally out[RULE_COUNT])
{
    const struct measured *m = r->measured;
    memset(out, 0, RULE_COUNT * sizeof *out);
    for (int i = 0; i < m->n_weeks; i++) {
        const struct week *w = &m->weeks[i].problem->week;
        const struct verdict *v = m->weeks[i].verdict;
        if (!period_holds_week(&m->period, w->iso_year, w->iso_week))
            continue;
        tally(a, w, v->breaches, v->n_breaches, out);
        tally(a, w, v->warnings, v->n_warnings, out);
    }
}
