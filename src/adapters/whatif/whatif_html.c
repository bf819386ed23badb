/* A comparison as a page: one file that needs nothing else, without scripts, for a browser,
 * a screen reader or paper. First what is compared and how to read it, then charts, what is
 * proved, every measure with its spread, every assumption with its source, and how the runs
 * can be made again. No scenario is praised or blamed. */
#include "adapters/text/markup.h"
#include "adapters/show/page_style.h"
#include "adapters/text/phrase.h"
#include "adapters/whatif/whatif_chart.h"

#include <inttypes.h>
#include <string.h>

static const char *const WHATIF_STYLE[] = {
    ".scroll{overflow-x:auto;margin:.8rem 0}\n",
    ".scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}\n",
    ".figures{width:auto;min-width:50%;font-variant-numeric:tabular-nums;",
    "overflow-wrap:normal}.figures caption{text-align:left;font-weight:600;padding:.2rem 0}\n",
    ".figures tbody th{font-weight:600;white-space:nowrap}.figures .n{text-align:right;",
    "white-space:nowrap}.figures small{display:block;color:var(--quiet);font-size:.8rem}\n",
    ".figures thead .n{white-space:normal;min-width:6rem}",
    ".close{font-size:.85rem}.close thead .n{min-width:4rem}\n",
    "ol.said{padding-left:1.4rem}ol.said li{margin:.3rem 0;max-width:50rem}\n",
    "@media(max-width:40rem){.figures{display:table}",
    ".figures caption{display:table-caption}",
    ".figures thead{display:table-header-group;position:static}",
    ".figures tbody{display:table-row-group}.figures tr{display:table-row}",
    ".figures th,.figures td{display:table-cell;width:auto!important;",
    "padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line)}",
    ".figures tbody th{white-space:normal;overflow-wrap:anywhere;min-width:5rem;max-width:7rem}",
    ".figures caption{white-space:normal}}\n",
    "@media print{.scroll{overflow:visible}.figures{font-size:8pt}.figures thead .n{min-width:0}",
    ".figures small{font-size:7pt}",
    ".figures th,.figures td{padding:.1rem .5rem .1rem 0!important}",
    ".figures thead{display:table-header-group}caption{break-after:avoid}}\n",
};

struct page {
    struct arena *arena;
    const struct comparison *c;
    struct text out;
    int n_tables; /* they are named by number */
};

static void raw(struct page *g, const char *html)
{
    text_add(&g->out, html);
}

static void element(struct page *g, const char *open, const char *s, const char *close)
{
    markup_element(&g->out, open, s, close);
}

static void section_begin(struct page *g, const char *id, const char *title)
{
    text_print(&g->out, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">", id, id);
    element(g, "", title, "</h2>\n");
}

static void section_end(struct page *g)
{
    raw(g, "</section>\n");
}

static void table_begin_as(struct page *g, const char *kind, const char *caption)
{
    g->n_tables++;
    text_print(&g->out,
               "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"t%d\">\n"
               "<table class=\"%s\">\n<caption id=\"t%d\">",
               g->n_tables, kind, g->n_tables);
    element(g, "", caption, "</caption>\n<thead><tr>");
}

static void table_begin(struct page *g, const char *caption)
{
    table_begin_as(g, "figures", caption);
}

static void head_cell(struct page *g, const char *name, bool number)
{
    element(g, number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">", name, "</th>");
}

static void head_end(struct page *g)
{
    raw(g, "</tr></thead>\n<tbody>\n");
}

static void table_end(struct page *g)
{
    raw(g, "</tbody>\n</table>\n</div>\n");
}

/* ---- what it is --------------------------------------------------------- */

static void styles(struct page *g)
{
    for (size_t i = 0; i < sizeof PAGE_STYLE / sizeof *PAGE_STYLE; i++)
        raw(g, PAGE_STYLE[i]);
    for (size_t i = 0; i < sizeof WHATIF_STYLE / sizeof *WHATIF_STYLE; i++)
        raw(g, WHATIF_STYLE[i]);
    raw(g, CHART_STYLE);
}

static const struct {
    const char *id, *title; /* title: gettext key */
} PARTS[] = {
    {"glance", N_("At a glance")},        {"scenarios", N_("Scenarios")},
    {"reading", N_("How to read it")},    {"proved", N_("What is proved")},
    {"charts", N_("What is measured: charts")}, {"measured", N_("What is measured: tables")},
    {"assumed", N_("What is assumed")},   {"made", N_("How it was made")},
};
enum { N_PARTS = sizeof PARTS / sizeof *PARTS };

static void part_begin(struct page *g, const char *id)
{
    int i = 0;
    while (strcmp(PARTS[i].id, id) != 0)
        i++;
    section_begin(g, id, _(PARTS[i].title));
}

/* Code is said between backticks. */
static void prose(struct page *g, const char *s)
{
    bool code = false;
    for (const char *tick; (tick = strchr(s, '`')) != NULL; s = tick + 1, code = !code) {
        element(g, "", arena_print(g->arena, "%.*s", (int)(tick - s), s), "");
        raw(g, code ? "</code>" : "<code>");
    }
    element(g, "", s, code ? "</code>" : "");
}

static void head(struct page *g)
{
    const char *title = arena_print(g->arena, _("What if: %s"), g->c->unit_name);
    raw(g, "<!DOCTYPE html>\n");
    element(g, "<html lang=\"", language_code(), "\">\n");
    raw(g, "<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    element(g, "<title>", title, "</title>\n<style>\n");
    styles(g);
    raw(g, "</style>\n</head>\n<body>\n");
    element(g, "<a class=\"skip\" href=\"#main\">", _("Skip to the comparison"), "</a>\n<header>\n");
    element(g, "<h1>", title, "</h1>\n");
    element(g, "<p>", extent_phrase(g->arena, g->c), "</p>\n</header>\n");
    element(g, "<nav aria-label=\"", _("Contents"), "\">\n<ul>\n");
    for (int i = 0; i < N_PARTS; i++) {
        text_print(&g->out, "<li><a href=\"#%s\">", PARTS[i].id);
        element(g, "", _(PARTS[i].title), "</a></li>\n");
    }
    raw(g, "</ul>\n</nav>\n<main id=\"main\">\n");
}

static void scenarios(struct page *g)
{
    part_begin(g, "scenarios");
    raw(g, "<dl>\n");
    for (int s = 0, n; s < g->c->n_scenarios; s += n) {
        const struct scenario *x = &g->c->scenarios[s];
        n = family_length(g->c, s);
        element(g, "<dt>", n > 1 ? x->family : x->id, "</dt>");
        element(g, "<dd>", n > 1 ? family_name(g->arena, x) : x->name, "");
        if (s == 0)
            element(g, " <span class=\"quiet\">(", _("the others are compared with it"), ")</span>");
        if (*x->about)
            element(g, "<br><span class=\"quiet\">", x->about, "</span>");
        if (n > 1)
            element(g, "<br><span class=\"quiet\">",
                    arena_print(g->arena, "%s@%s = %s", x->family, x->swept,
                                family_values(g->arena, x, n)),
                    "</span>");
        raw(g, "</dd>\n");
    }
    raw(g, "</dl>\n");
    section_end(g);
}

static void reading(struct page *g)
{
    const char *const *advice = reading_advice(g->arena, g->c);
    part_begin(g, "reading");
    for (int i = 0; advice[i]; i++)
        element(g, "<p>", advice[i], "</p>\n");
    section_end(g);
}

/* ---- at a glance ---------------------------------------------------------- */

static void glance_row(struct page *g, int s)
{
    struct arena *a = g->arena;
    element(g, "<tr><th scope=\"row\">", g->c->scenarios[s].id, "</th>");
    for (int i = 0; i < OVERVIEW_ROWS; i++) {
        if (!overview_is_said(g->c, &OVERVIEW[i]))
            continue;
        struct overview o = overview_of(g->c, s, &OVERVIEW[i]);
        element(g, "<td class=\"n\">", overview_value(a, g->c, &OVERVIEW[i], o), "");
        if (o.there && o.least != o.most)
            element(g, "<small>", overview_spread(a, o), "</small>");
        raw(g, "</td>");
    }
    element(g, "<td>", finding_phrase(&g->c->tier[s][0], 0), "</td></tr>\n");
}

static void glance(struct page *g)
{
    part_begin(g, "glance");
    table_begin_as(g, "figures close",
                   g->c->n_runs > 1 ? _("Means of the runs; below them, from the least to the most")
                                    : _("What the rosters that were found come to"));
    head_cell(g, _("Scenario"), false);
    for (int i = 0; i < OVERVIEW_ROWS; i++)
        if (overview_is_said(g->c, &OVERVIEW[i]))
            head_cell(g, _(OVERVIEW[i].head), true);
    head_cell(g, _("Rights, best against best"), false);
    head_end(g);
    for (int s = 0; s < g->c->n_scenarios; s++)
        glance_row(g, s);
    table_end(g);
    section_end(g);
}

/* ---- charts ------------------------------------------------------------- */

static const enum measure CHARTED[] = {MEASURE_SERVED,       MEASURE_UNMET_LSS, MEASURE_UNMET_SOL,
                                       MEASURE_UNMET_OPEN,   MEASURE_FIRST_CHOICE,
                                       MEASURE_FACES,        MEASURE_COST,
                                       MEASURE_COST_HOUR,    MEASURE_WORKING, MEASURE_GAP_AREA};
static const enum measure SWEPT[] = {MEASURE_SERVED, MEASURE_COST};

/* A measure that is 0 or absent everywhere has nothing to show. */
static bool is_said(const struct comparison *c, enum measure m)
{
    for (int s = 0; s < c->n_scenarios; s++)
        if (c->measure[s][m].there && (c->measure[s][m].least != 0 || c->measure[s][m].most != 0))
            return true;
    return false;
}

static void charts(struct page *g)
{
    const struct comparison *c = g->c;
    part_begin(g, "charts");
    for (size_t i = 0; i < sizeof CHARTED / sizeof *CHARTED; i++)
        if (is_said(c, CHARTED[i]))
            chart_measure(&g->out, c, CHARTED[i]);
    for (int s = 0; s < c->n_scenarios;) {
        int n = sweep_length(c, s);
        for (size_t i = 0; n > 0 && i < sizeof SWEPT / sizeof *SWEPT; i++)
            chart_sweep(&g->out, c, s, n, SWEPT[i]);
        s += n > 0 ? n : 1;
    }
    section_end(g);
}

/* ---- proofs ------------------------------------------------------------- */

static void tier_row(struct page *g, int s, int tier)
{
    struct arena *a = g->arena;
    const struct compared_tier *x = &g->c->tier[s][tier];
    element(g, "<tr><th scope=\"row\">", g->c->scenarios[s].id, "</th>");
    element(g, "<td class=\"n\">", points_phrase(a, x->value), "</td>");
    element(g, "<td class=\"n\">", points_phrase(a, x->bound), "</td>");
    element(g, "<td class=\"n\">", best_phrase(a, x), "</td>");
    element(g, "<td>", finding_phrase(x, tier), "</td>");
    if (g->c->n_runs > 1)
        element(g, "<td>", pairs_phrase(a, x), "</td>");
    raw(g, "</tr>\n");
}

static void proofs(struct page *g)
{
    part_begin(g, "proved");
    for (int tier = 0; tier < TIERS_PROVED; tier++) {
        element(g, "<h3>", tier_title(tier), "</h3>\n");
        element(g, "<p>", tier_advice(g->arena, g->c, tier), "</p>\n");
        chart_tier(&g->out, g->c, tier);
        table_begin(g, arena_print(g->arena, _("%s: points, means of the runs"), tier_title(tier)));
        head_cell(g, _("Scenario"), false);
        head_cell(g, _("Points"), true);
        head_cell(g, _("No fewer than"), true);
        head_cell(g, _("Best against best"), true);
        head_cell(g, _("Verdict"), false);
        if (g->c->n_runs > 1)
            head_cell(g, _("Runs one by one"), false);
        head_end(g);
        for (int s = 0; s < g->c->n_scenarios; s++)
            tier_row(g, s, tier);
        table_end(g);
    }
    section_end(g);
}

/* ---- measures ----------------------------------------------------------- */

enum { ACROSS = 4 }; /* columns that paper has room for */

static void measure_cell(struct page *g, int s, enum measure m)
{
    struct arena *a = g->arena;
    const struct compared *x = &g->c->measure[s][m];
    element(g, "<td class=\"n\">", measure_phrase(a, g->c, m, x->value, x->there), "");
    if (x->there && x->least != x->most)
        element(g, "<small>", spread_phrase(a, m, x->least, x->most), "</small>");
    if (s > 0 && x->paired)
        element(g, "<small>", difference_phrase(a, g->c, m, x), "</small>");
    raw(g, "</td>");
}

static void measures_table(struct page *g, const char *caption, const enum measure *list, int n)
{
    table_begin(g, caption);
    head_cell(g, _("Scenario"), false);
    for (int i = 0; i < n; i++)
        head_cell(g, _(MEASURE_ROWS[list[i]].text), true);
    head_end(g);
    for (int s = 0; s < g->c->n_scenarios; s++) {
        element(g, "<tr><th scope=\"row\">", g->c->scenarios[s].id, "</th>");
        for (int i = 0; i < n; i++)
            measure_cell(g, s, list[i]);
        raw(g, "</tr>\n");
    }
    table_end(g);
}

static void measures_about(struct page *g, enum about about)
{
    enum measure list[MEASURE_COUNT];
    int n = 0;
    for (int m = 0; m < MEASURE_COUNT; m++)
        if (MEASURE_ROWS[m].about == about && is_said(g->c, (enum measure)m))
            list[n++] = (enum measure)m;
    if (n == 0)
        return;
    element(g, "<h3>", _(about_text(about)), "</h3>\n");
    for (int i = 0; i < n; i += ACROSS)
        measures_table(g,
                       g->c->n_runs > 1
                           ? arena_print(g->arena, _("%s: mean of the runs, their spread, difference "
                                                     "to the first with its spread"),
                                         _(about_text(about)))
                           : arena_print(g->arena, _("%s, and the difference to the first"),
                                         _(about_text(about))),
                       list + i, n - i < ACROSS ? n - i : ACROSS);
}

static void measured(struct page *g)
{
    part_begin(g, "measured");
    element(g, "<p class=\"quiet\">",
            _("What is 0 or cannot be told in every scenario is left out. Groups of fewer than "
              "five clients are never told."),
            "</p>\n");
    for (int about = 0; about < ABOUT_COUNT; about++)
        measures_about(g, (enum about)about);
    section_end(g);
}

/* ---- assumptions -------------------------------------------------------- */

/* With all values of the swept key, where the family has several. */
static const char *values_told(struct page *g, const struct scenario *s, int n, const char *values)
{
    const char *one = arena_print(g->arena, *s->unit ? "%s = %s %s" : "%s = %s", s->swept, s->value,
                                  s->unit);
    const char *at = n > 1 ? strstr(values, one) : NULL;
    return !at ? values
               : arena_print(g->arena, "%.*s%s = %s%s", (int)(at - values), values, s->swept,
                             family_values(g->arena, s, n), at + strlen(one));
}

static void assumption(struct page *g, const struct scenario *s, int n, const struct assumption *x)
{
    raw(g, "<li>");
    prose(g, x->text);
    if (*x->values)
        element(g, " <span class=\"quiet\">", values_told(g, s, n, x->values), ".</span>");
    element(g, "<br><span class=\"quiet\">", _("Source:"), " ");
    element(g, "", x->source, "</span></li>\n");
}

static void assumed(struct page *g)
{
    part_begin(g, "assumed");
    element(g, "<p>",
            _("Everything that a scenario does to the workspace, with the values of its keys. "
              "Rules, wages and other costs are those of the dated profiles in force; 'ledsaga "
              "options --profiles' tells each with its source."),
            "</p>\n");
    for (int s = 0, n; s < g->c->n_scenarios; s += n) {
        const struct scenario *x = &g->c->scenarios[s];
        n = family_length(g->c, s);
        if (x->n_assumptions == 0)
            continue;
        element(g, "<h3>", n > 1 ? x->family : x->id, "</h3>\n<ol class=\"said\">\n");
        for (int i = 0; i < x->n_assumptions; i++)
            assumption(g, x, n, &x->assumptions[i]);
        raw(g, "</ol>\n");
    }
    section_end(g);
}

/* ---- how it was made ---------------------------------------------------- */

static void made(struct page *g)
{
    const struct comparison *c = g->c;
    part_begin(g, "made");
    element(g, "<p>", settings_phrase(g->arena, c), "</p>\n");
    element(g, "<details><summary>", _("Every run with what it was made of"), "</summary>\n");
    table_begin(g, _("Runs: the same input gives the same result, on any machine"));
    head_cell(g, _("Scenario"), false);
    head_cell(g, _("Week"), false);
    head_cell(g, _("Demand"), true);
    head_cell(g, _("Input"), false);
    head_cell(g, _("Key"), false);
    head_end(g);
    for (int i = 0; i < c->n_scenarios * c->n_runs; i++) {
        int run = i % c->n_runs;
        element(g, "<tr><th scope=\"row\">", c->scenarios[i / c->n_runs].id, "</th>");
        element(g, "<td>", c->weeks[run / c->n_demands], "</td>");
        text_print(&g->out, "<td class=\"n\">%" PRId64 "</td><td>%016" PRIx64 "</td>",
                   c->demands[run % c->n_demands], c->results[i].input_hash);
        text_print(&g->out, "<td>%016" PRIx64 "</td></tr>\n", c->results[i].key);
    }
    table_end(g);
    raw(g, "</details>\n");
    section_end(g);
}

const char *whatif_html(struct arena *a, const struct comparison *c)
{
    struct page g = {.arena = a, .c = c, .out = text_new(a)};
    head(&g);
    glance(&g);
    scenarios(&g);
    reading(&g);
    proofs(&g);
    charts(&g);
    measured(&g);
    assumed(&g);
    made(&g);
    element(&g, "</main>\n<footer><p class=\"quiet\">",
            _("Made by ledsaga. A person decides; the program shows consequences and recommends "
              "nothing."),
            "</p></footer>\n</body>\n</html>\n");
    return text_done(&g.out);
}
