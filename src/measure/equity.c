/* KPIs by group of clients: equal treatment is law (KL 2:3), and a mean hides what a
 * group is short of. But a group of four is four people: fewer than five clients are not
 * told, nor is what could be had by taking the others from the total. The same holds for
 * each KPI by itself, which may rest on fewer clients than the group has. */
#include "measure/kpi.h"
#include "measure/measured.h"

#include <stdlib.h>
#include <string.h>

const char *dimension_word(enum dimension d)
{
    static const char *const WORDS[DIMENSIONS] = {
        [BY_AREA] = "area",         [BY_SEX] = "sex",     [BY_AGE] = "age",
        [BY_LANGUAGE] = "language", [BY_BASIS] = "basis",
    };
    return WORDS[d];
}

/* ---- which group a client belongs to; "" = not told ------------------------- */

static const char *sex_of(const struct client *c)
{
    return c->sex == 'F' ? "F" : c->sex == 'M' ? "M" : c->sex == 'X' ? "X" : "";
}

static const char *age_of(const struct client *c, int64_t day)
{
    static const struct {
        int below;
        const char *word;
    } BANDS[] = {{18, "0-17"}, {30, "18-29"}, {50, "30-49"}, {65, "50-64"}, {80, "65-79"}};
    int year, month, mday;
    if (!c->birth_year)
        return "";
    date_of_days(day, &year, &month, &mday);
    for (size_t i = 0; i < sizeof BANDS / sizeof *BANDS; i++)
        if (year - c->birth_year < BANDS[i].below)
            return BANDS[i].word;
    return "80+";
}

static const char *language_of(const struct problem *p, const struct client *c)
{
    uint64_t language = c->needs.language ? c->needs.language : c->wishes_language;
    for (int i = 0; i < p->n_codes[CODE_LANGUAGE]; i++)
        if (language >> i & 1)
            return p->codes[CODE_LANGUAGE][i];
    return "sv";
}

static bool in_force(const struct decision *d, const struct period *p)
{
    return d->from_day <= p->to_day && d->to_day >= p->from_day;
}

/* Of several, the one that gives the strongest right; they are listed in that order. */
static const char *basis_of(const struct measured *m, int client)
{
    const struct problem *unit = measured_unit(m);
    enum legal_basis strongest = LEGAL_BASIS_COUNT;
    for (int i = 0; i < unit->n_decisions; i++) {
        const struct decision *d = &unit->decisions[i];
        if (d->client == client && in_force(d, &m->period) && d->basis < strongest)
            strongest = d->basis;
    }
    return strongest < LEGAL_BASIS_COUNT ? legal_basis_word(strongest) : "";
}

static const char *group_of(const struct measured *m, enum dimension d, int client)
{
    const struct problem *unit = measured_unit(m);
    const struct client *c = &unit->clients[client];
    switch (d) {
    case BY_AREA:
        return c->area;
    case BY_SEX:
        return sex_of(c);
    case BY_AGE:
        return age_of(c, m->period.to_day);
    case BY_LANGUAGE:
        return language_of(unit, c);
    case BY_BASIS:
        return basis_of(m, client);
    case DIMENSIONS:
        break;
    }
    return "";
}

/* Clients of whom the report says anything: names in the register that neither asked nor
 * hold a decision would only make a small group look large. */
static const bool *clients_told(struct arena *a, const struct measured *m)
{
    const struct problem *unit = measured_unit(m);
    bool *told = NEW_ARRAY(a, bool, unit->n_clients + 1);
    for (int i = 0; i < unit->n_decisions; i++)
        if (in_force(&unit->decisions[i], &m->period))
            told[unit->decisions[i].client] = true;
    for (int i = 0; i < m->n_weeks; i++)
        if (week_counts(m, &m->weeks[i]))
            for (int r = 0; r < m->weeks[i].problem->n_requests; r++)
                told[m->weeks[i].problem->requests[r].client] = true;
    return told;
}

/* ---- what is not told ------------------------------------------------------ */

/* Hide counts from 1 to 4, and then the smallest of the others until those hidden are
 * five together: the total less the rest tells of all of them at once. */
static void hide_small(int n, const int count[], bool hidden[])
{
    for (;;) {
        int sum = 0, smallest = NONE;
        for (int i = 0; i < n; i++) {
            hidden[i] = hidden[i] || (count[i] > 0 && count[i] < CELL_LEAST);
            sum += hidden[i] ? count[i] : 0;
            if (!hidden[i] && count[i] > 0 &&
                (smallest == NONE || count[i] < count[smallest]))
                smallest = i;
        }
        if (sum == 0 || sum >= CELL_LEAST || smallest == NONE)
            return;
        hidden[smallest] = true;
    }
}

/* ---- the cells of one dimension -------------------------------------------- */

struct grouping {
    struct arena *arena;
    const struct client_kpis *clients;
    int n_clients;
    const char **group; /* [n_clients]; NULL = nothing is told of this client */
    int n, room;
    struct equity_cell *cells; /* of all dimensions so far */
};

static int by_group(const void *x, const void *y)
{
    const struct equity_cell *a = x, *b = y;
    return strcmp(a->group, b->group);
}

/* Returns the first new cell. */
static int add_cells(struct grouping *g, enum dimension d)
{
    int first = g->n;
    for (int c = 0; c < g->n_clients; c++) {
        int at = first;
        if (!g->group[c])
            continue;
        while (at < g->n && strcmp(g->cells[at].group, g->group[c]) != 0)
            at++;
        if (at == g->n) {
            struct equity_cell cell = {.dimension = d, .group = g->group[c]};
            ARENA_PUSH(g->arena, g->cells, g->n, g->room, cell);
        }
        g->cells[at].n_clients++;
    }
    if (g->n > first)
        qsort(g->cells + first, (size_t)(g->n - first), sizeof *g->cells, by_group);
    return first;
}

/* How many of a cell's clients a KPI rests on. A sum rests on all: a client who adds
 * nothing to it is known to add nothing. The least value is one client's, and a tenth
 * percentile tells of the tenth below it. */
static int clients_behind(const struct grouping *g, const struct equity_cell *cell,
                          enum kpi k)
{
    bool percentile = k == KPI_SERVED_P10 || k == KPI_SERVED_MIN;
    int n = 0;
    if (kpi_is_sum(k))
        return cell->n_clients;
    for (int c = 0; c < g->n_clients; c++)
        if (g->group[c] && strcmp(g->group[c], cell->group) == 0)
            n += g->clients[c].kpi[percentile ? KPI_SERVED : k].whole > 0;
    if (k == KPI_SERVED_MIN)
        return n > 0;
    return k == KPI_SERVED_P10 ? (n + 9) / 10 : n;
}

static void hide_kpis(struct grouping *g, int first)
{
    int n = g->n - first;
    struct equity_cell *cells = g->cells + first;
    int *count = NEW_ARRAY(g->arena, int, n + 1);
    bool *hidden = NEW_ARRAY(g->arena, bool, n + 1);
    for (int k = 0; k < KPI_COUNT; k++) {
        for (int i = 0; i < n; i++) {
            hidden[i] = cells[i].suppressed;
            count[i] = clients_behind(g, &cells[i], (enum kpi)k);
        }
        hide_small(n, count, hidden);
        for (int i = 0; i < n; i++)
            if (hidden[i])
                cells[i].kpi[k] = (struct ratio){0, 0};
    }
}

static void fill_cells(struct grouping *g, int first)
{
    int n = g->n - first;
    int *count = NEW_ARRAY(g->arena, int, n + 1);
    bool *hidden = NEW_ARRAY(g->arena, bool, n + 1);
    bool *chosen = NEW_ARRAY(g->arena, bool, g->n_clients + 1);
    for (int i = 0; i < n; i++) {
        struct equity_cell *cell = &g->cells[first + i];
        count[i] = cell->n_clients;
        for (int c = 0; c < g->n_clients; c++)
            chosen[c] = g->group[c] && strcmp(g->group[c], cell->group) == 0;
        kpis_of_clients(g->clients, g->n_clients, chosen, cell->kpi);
    }
    hide_small(n, count, hidden);
    for (int i = 0; i < n; i++)
        g->cells[first + i].suppressed = hidden[i];
    hide_kpis(g, first);
}

/* ---- gaps ------------------------------------------------------------------ */

static bool is_less(struct ratio a, struct ratio b)
{
    return a.part * b.whole < b.part * a.whole;
}

static struct ratio gap_of(const struct equity_cell *cells, int n, enum kpi k)
{
    struct ratio least = {0, 0}, most = {0, 0};
    int told = 0;
    for (int i = 0; i < n; i++) {
        struct ratio value = cells[i].kpi[k];
        if (value.whole == 0)
            continue;
        if (told++ == 0)
            least = most = value;
        if (is_less(value, least))
            least = value;
        if (is_less(most, value))
            most = value;
    }
    /* Sums tell which group is the larger, not which is the better off. */
    if (told < 2 || kpi_is_sum(k))
        return (struct ratio){0, 0};
    return (struct ratio){most.part * least.whole - least.part * most.whole,
                          most.whole * least.whole};
}

const struct equity *equity_of(struct arena *a, const struct measured *m)
{
    struct equity *e = NEW(a, struct equity);
    require(measured_alike(m), "the weeks are of one unit");
    struct grouping g = {.arena = a,
                         .clients = client_kpis(a, m),
                         .n_clients = measured_unit(m)->n_clients,
                         .group = NEW_ARRAY(a, const char *, measured_unit(m)->n_clients + 1)};
    const bool *told = clients_told(a, m);
    for (int d = 0; d < DIMENSIONS; d++) {
        for (int c = 0; c < g.n_clients; c++)
            g.group[c] = told[c] ? group_of(m, (enum dimension)d, c) : NULL;
        int first = add_cells(&g, (enum dimension)d);
        fill_cells(&g, first);
        for (int k = 0; k < KPI_COUNT; k++)
            e->gap[d][k] = gap_of(g.cells + first, g.n - first, (enum kpi)k);
    }
    e->n_cells = g.n;
    e->cells = g.cells;
    return e;
}
