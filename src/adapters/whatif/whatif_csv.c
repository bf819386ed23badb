/* A comparison as spreadsheets open it: UTF-8 with a byte order mark, semicolons, lines that
 * end in CR LF, one row for each scenario and measure. Numbers have a decimal point. */
#include "adapters/text/plain.h"
#include "adapters/whatif/whatif_view.h"
#include "base/text.h"

#include <string.h>

enum { COLUMNS = 12 };

/* A text that a spreadsheet would take for a formula is kept one by an apostrophe. */
static const char *text_cell(struct arena *a, const char *s)
{
    struct text t = text_new(a);
    s = plain_line(a, s);
    text_add(&t, *s && strchr("=+-@", *s) ? "\"'" : "\"");
    for (; *s; s++) {
        if (*s == '"')
            text_add(&t, "\"");
        text_add_bytes(&t, s, 1);
    }
    text_add(&t, "\"");
    return text_done(&t);
}

static const char *number_cell(struct arena *a, double value, bool there)
{
    if (!there)
        return "";
    char *said = arena_print(a, "%.4f", value);
    size_t n = strlen(said);
    while (said[n - 1] == '0')
        n--;
    said[said[n - 1] == '.' ? n - 1 : n] = 0;
    return strcmp(said, "-0") == 0 ? "0" : said;
}

static void line_add(struct text *t, const char *const cells[COLUMNS])
{
    for (int i = 0; i < COLUMNS; i++)
        text_print(t, "%s%s", i > 0 ? ";" : "", cells[i]);
    text_add(t, "\r\n");
}

static void tier_add(struct text *t, const struct comparison *c, int s, int tier)
{
    struct arena *a = t->arena;
    const struct compared_tier *x = &c->tier[s][tier];
    const char *const cells[COLUMNS] = {
        text_cell(a, c->scenarios[s].id), text_cell(a, c->scenarios[s].name),
        text_cell(a, tier_title(tier)), text_cell(a, _("points")), number_cell(a, x->value, true),
        number_cell(a, x->least, true), number_cell(a, x->most, true),
        number_cell(a, x->bound, true), "", number_cell(a, x->difference_least, x->compared),
        number_cell(a, x->difference_most, x->compared), text_cell(a, finding_phrase(x, tier))};
    line_add(t, cells);
}

static void measure_add(struct text *t, const struct comparison *c, int s, enum measure m)
{
    struct arena *a = t->arena;
    const struct compared *x = &c->measure[s][m];
    const char *const cells[COLUMNS] = {
        text_cell(a, c->scenarios[s].id), text_cell(a, c->scenarios[s].name),
        text_cell(a, _(MEASURE_ROWS[m].text)), text_cell(a, unit_phrase(m)),
        number_cell(a, measure_shown(m, x->value), x->there),
        number_cell(a, measure_shown(m, x->least), x->there),
        number_cell(a, measure_shown(m, x->most), x->there), "",
        number_cell(a, measure_shown(m, x->difference), x->paired),
        number_cell(a, measure_shown(m, x->difference_least), x->paired),
        number_cell(a, measure_shown(m, x->difference_most), x->paired),
        text_cell(a, _("measured"))};
    line_add(t, cells);
}

const char *whatif_csv(struct arena *a, const struct comparison *c)
{
    const char *const heads[COLUMNS] = {
        text_cell(a, _("Scenario")),   text_cell(a, _("Name")),
        text_cell(a, _("What")),       text_cell(a, _("Unit")),
        text_cell(a, _("Value")),      text_cell(a, _("Least of the runs")),
        text_cell(a, _("Most of the runs")), text_cell(a, _("Proved: no fewer than")),
        text_cell(a, _("Difference to the first")), text_cell(a, _("Difference, least")),
        text_cell(a, _("Difference, most")), text_cell(a, _("Verdict"))};
    struct text t = text_new(a);
    text_add(&t, "\xef\xbb\xbf");
    line_add(&t, heads);
    for (int s = 0; s < c->n_scenarios; s++) {
        for (int tier = 0; tier < TIERS_PROVED; tier++)
            tier_add(&t, c, s, tier);
        for (int m = 0; m < MEASURE_COUNT; m++)
            measure_add(&t, c, s, (enum measure)m);
    }
    return text_done(&t);
}
