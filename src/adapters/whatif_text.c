/* A comparison in a terminal: scenarios down, the measures that most is asked about across;
 * then what is proved of each. The other formats have every measure. */
#include "adapters/table.h"
#include "adapters/whatif_view.h"

#include <string.h>

enum { MARGIN = 2 };

static void heading_print(struct text *out, const char *s, bool colour)
{
    text_print(out, colour ? "\n\033[1m%s\033[0m\n" : "\n%s\n", s);
}

/* ---- measures ----------------------------------------------------------- */

static const struct shown {
    const char *head; /* gettext key */
    int n;
    enum measure of[3]; /* added up */
} SHOWN[] = {
    {N_("served"), 1, {MEASURE_SERVED}},
    {N_("assessed, not delivered"), 3, {MEASURE_UNMET_LSS, MEASURE_UNMET_SOL, MEASURE_UNMET_EXTRA}},
    {N_("open, not delivered"), 1, {MEASURE_UNMET_OPEN}},
    {N_("first choice"), 1, {MEASURE_FIRST_CHOICE}},
    {N_("faces"), 1, {MEASURE_FACES}},
    {N_("escorts at work"), 1, {MEASURE_WORKING}},
    {N_("cost"), 1, {MEASURE_COST}},
    {N_("an hour"), 1, {MEASURE_COST_HOUR}},
};
enum { N_SHOWN = sizeof SHOWN / sizeof *SHOWN };

static const char *shown_phrase(struct arena *a, const struct comparison *c, int scenario,
                                const struct shown *what)
{
    double sum = 0;
    bool there = false;
    for (int i = 0; i < what->n; i++) {
        const struct compared *m = &c->measure[scenario][what->of[i]];
        sum += m->there ? m->value : 0;
        there = there || m->there;
    }
    return measure_phrase(a, what->of[0], sum, there);
}

static void measures_print(struct text *out, const struct comparison *c, int width, bool colour)
{
    struct arena *a = out->arena;
    struct table t = table_new(a, N_SHOWN + 1, true);
    const char *cells[N_SHOWN + 1] = {_("scenario")};
    t.right = ~1u;
    t.whole = 1;
    for (int i = 0; i < N_SHOWN; i++)
        cells[i + 1] = _(SHOWN[i].head);
    table_add(&t, cells);
    for (int s = 0; s < c->n_scenarios; s++) {
        cells[0] = c->scenarios[s].id;
        for (int i = 0; i < N_SHOWN; i++)
            cells[i + 1] = shown_phrase(a, c, s, &SHOWN[i]);
        table_add(&t, cells);
    }
    heading_print(out, _("Measured, means of the runs"), colour);
    table_print(out, &t, MARGIN, width, colour);
}

/* ---- proofs ------------------------------------------------------------- */

static void tier_row(struct table *t, const struct comparison *c, int scenario, int tier)
{
    struct arena *a = t->arena;
    const struct compared_tier *x = &c->tier[scenario][tier];
    const char *cells[] = {
        c->scenarios[scenario].id, points_phrase(a, x->value), points_phrase(a, x->bound),
        x->compared ? arena_print(a, _("%s to %s"), more_points_phrase(a, x->difference_least),
                               more_points_phrase(a, x->difference_most))
                 : "",
        finding_phrase(x), pairs_phrase(a, x)};
    table_add(t, cells);
}

static void tier_print(struct text *out, const struct comparison *c, int tier, int width,
                       bool colour)
{
    struct arena *a = out->arena;
    const char *heads[] = {_("scenario"),   _("points"),  _("no fewer than"),
                           _("best against best"), _("verdict"), _("runs one by one")};
    struct table t = table_new(a, 6, true);
    t.right = 0xe;
    t.whole = 1;
    table_add(&t, heads);
    for (int s = 0; s < c->n_scenarios; s++)
        tier_row(&t, c, s, tier);
    heading_print(out, arena_print(a, _("Proved: %s"), tier_title(tier)), colour);
    table_print(out, &t, MARGIN, width, colour);
}

const char *whatif_text(struct arena *a, const struct comparison *c, int width, bool colour)
{
    struct text out = text_new(a);
    const char *const *advice = reading_advice(a, c);
    paragraph_print(&out, "", extent_phrase(a, c), width);
    measures_print(&out, c, width, colour);
    for (int t = 0; t < TIERS_PROVED; t++)
        tier_print(&out, c, t, width, colour);
    text_add(&out, "\n");
    for (int i = 0; advice[i]; i++)
        paragraph_print(&out, "", advice[i], width);
    paragraph_print(&out, "",
                    _("--format html, json and csv have every measure with its spread, and every "
                      "assumption with its source."),
                    width);
    return text_done(&out);
}

/* ---- the list ----------------------------------------------------------- */

/* The values of a sweep are told together. */
static const char *values_of(struct arena *a, const struct scenario *list, int n, int i)
{
    struct text t = text_new(a);
    int told = 0, all = 0;
    if (!*list[i].value)
        return "";
    for (int k = i; k < n && strcmp(list[k].family, list[i].family) == 0; k++)
        if (all++ < 8)
            text_print(&t, "%s%s", told++ ? ", " : "", list[k].value);
    if (all > told)
        text_print(&t, _(" and %d more"), all - told);
    return arena_print(a, "%s: %s%s%s", list[i].swept, text_done(&t), *list[i].unit ? " " : "",
                       list[i].unit);
}

static const char *own_name(struct arena *a, const struct scenario *s)
{
    const char *colon = *s->value ? strstr(s->name, arena_print(a, ": %s", s->value)) : NULL;
    return colon ? arena_print(a, "%.*s", (int)(colon - s->name), s->name) : s->name;
}

const char *scenarios_text(struct arena *a, const struct scenario *list, int n)
{
    struct text out = text_new(a);
    for (int i = 0; i < n; i++) {
        const char *values = values_of(a, list, n, i);
        if (i > 0 && strcmp(list[i].family, list[i - 1].family) == 0)
            continue;
        text_print(&out, "%s: %s\n", list[i].family, own_name(a, &list[i]));
        if (*list[i].about)
            paragraph_print(&out, "  ", list[i].about, 100);
        if (*values)
            paragraph_print(&out, "  ", values, 100);
    }
    return text_done(&out);
}
