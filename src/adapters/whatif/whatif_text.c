/* A comparison in a terminal: scenarios down, the measures that most is asked about across;
 * then what is proved of each. The other formats have every measure. */
#include "adapters/text/table.h"
#include "adapters/whatif/whatif_view.h"

#include <string.h>

enum { MARGIN = 2 };

static void heading_print(struct text *out, const char *s, bool colour)
{
    text_print(out, colour ? "\n\033[1m%s\033[0m\n" : "\n%s\n", s);
}

/* ---- measures ----------------------------------------------------------- */

/* Some columns of the overview, as means or as what lies between the least and the most run. */
struct columns {
    int n;
    const struct overview_row *row[OVERVIEW_ROWS];
    bool spread;
};

static void overview_print(struct text *out, const struct comparison *c, const struct columns *k,
                           int width, bool colour)
{
    struct arena *a = out->arena;
    struct table t = table_new(a, k->n + 1, true);
    const char *cells[OVERVIEW_ROWS + 1] = {_("scenario")};
    t.right = ~1u;
    t.whole = 1;
    for (int i = 0; i < k->n; i++)
        cells[i + 1] = _(k->row[i]->head);
    table_add(&t, cells);
    for (int s = 0; s < c->n_scenarios; s++) {
        cells[0] = c->scenarios[s].id;
        for (int i = 0; i < k->n; i++) {
            struct overview o = overview_of(c, s, k->row[i]);
            cells[i + 1] = k->spread ? overview_spread(a, o) : overview_value(a, c, k->row[i], o);
        }
        table_add(&t, cells);
    }
    table_print(out, &t, MARGIN, width, colour);
}

/* Beside each other where there is room, else the second half below the first. */
static void measures_print(struct text *out, const struct comparison *c, bool spread, int width,
                           bool colour)
{
    enum { ROOM_FOR_ALL = 110, HALF = 5 };
    struct columns all = {.spread = spread}, part = {.spread = spread};
    int most = width >= ROOM_FOR_ALL ? OVERVIEW_ROWS : HALF;
    for (int i = 0; i < OVERVIEW_ROWS; i++)
        if (overview_is_said(c, &OVERVIEW[i]))
            all.row[all.n++] = &OVERVIEW[i];
    heading_print(out,
                  spread           ? _("From the least to the most of the runs")
                  : c->n_runs > 1 ? _("Measured, means of the runs")
                                  : _("Measured"),
                  colour);
    for (int i = 0; i < all.n; i++) {
        part.row[part.n++] = all.row[i];
        if (part.n < most && i + 1 < all.n)
            continue;
        if (i >= part.n)
            text_add(out, "\n");
        overview_print(out, c, &part, width, colour);
        part.n = 0;
    }
}

/* ---- proofs ------------------------------------------------------------- */

enum { PROOF_COLUMNS = 6 };

/* With one run of each there is nothing to say one by one. */
static int proof_columns(const struct comparison *c)
{
    return c->n_runs > 1 ? PROOF_COLUMNS : PROOF_COLUMNS - 1;
}

static void tier_row(struct table *t, const struct comparison *c, int scenario, int tier)
{
    struct arena *a = t->arena;
    const struct compared_tier *x = &c->tier[scenario][tier];
    const char *cells[PROOF_COLUMNS] = {c->scenarios[scenario].id, points_phrase(a, x->value),
                                        points_phrase(a, x->bound), best_phrase(a, x),
                                        finding_phrase(x, tier), pairs_phrase(a, x)};
    table_add(t, cells);
}

static void tier_print(struct text *out, const struct comparison *c, int tier, int width,
                       bool colour)
{
    struct arena *a = out->arena;
    const char *heads[PROOF_COLUMNS] = {_("scenario"),          _("points"),
                                        _("no fewer than"),     _("best against best"),
                                        _("verdict"), _("runs one by one")};
    struct table t = table_new(a, proof_columns(c), true);
    t.right = 0xe;
    t.whole = 1;
    table_add(&t, heads);
    for (int s = 0; s < c->n_scenarios; s++)
        tier_row(&t, c, s, tier);
    heading_print(out, arena_print(a, _("Proved: %s"), tier_title(tier)), colour);
    table_print(out, &t, MARGIN, width, colour);
    paragraph_print(out, "", tier_advice(a, c, tier), width);
}

const char *whatif_text(struct arena *a, const struct comparison *c, int width, bool colour)
{
    struct text out = text_new(a);
    const char *const *advice = reading_advice(a, c);
    paragraph_print(&out, "", extent_phrase(a, c), width);
    measures_print(&out, c, false, width, colour);
    if (c->n_runs > 1)
        measures_print(&out, c, true, width, colour);
    paragraph_print(&out, "",
                    _("A tenth get at most: of the clients, the tenth that is served least gets no "
                      "larger share of what was asked for. First choice: visits by the escort first "
                      "on the client's list. Faces: different escorts of a client in the week. Cost: "
                      "of the whole week, with travel, contract hours without a visit and planners' "
                      "time."),
                    width);
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

const char *scenarios_text(struct arena *a, const struct scenario *list, int n)
{
    const struct comparison c = {.n_scenarios = n, .scenarios = list};
    struct text out = text_new(a);
    for (int i = 0, many; i < n; i += many) {
        many = family_length(&c, i);
        text_print(&out, "%s: %s\n", list[i].family, family_name(a, &list[i]));
        if (*list[i].about)
            paragraph_print(&out, "  ", list[i].about, 100);
        if (*list[i].value)
            paragraph_print(&out, "  ",
                            arena_print(a, "%s: %s", list[i].swept,
                                        family_values(a, &list[i], many)),
                            100);
    }
    return text_done(&out);
}
