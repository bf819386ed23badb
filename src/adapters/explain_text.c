/* Explanations in a terminal: what was asked and what came of it, who could come, what other
 * choices would mean, and what would help. */
#include "adapters/explain_told.h"
#include "adapters/phrase.h"
#include "adapters/plain.h"
#include "adapters/sheet.h"
#include "adapters/table.h"

#include <stdlib.h>

enum { LISTED_MOST = 12 };

struct view {
    struct arena *arena;
    const struct explained *x;
    const struct sheet *sheet;
    const struct problem *problem;
    int width;
    bool colour;
    struct text out;
};

static void title_print(struct view *v, const char *s)
{
    text_add(&v->out, v->colour ? "\n\033[1m" : "\n");
    paragraph_print(&v->out, "", s, v->width);
    text_add(&v->out, v->colour ? "\033[0m" : "");
}

static void line_print(struct view *v, const char *first, const char *s)
{
    if (*s)
        paragraph_print(&v->out, first, s, v->width);
}

/* ---- who could come ------------------------------------------------------------------------- */

static bool is_named(const struct view *v, int request, int escort)
{
    const struct client *c = &v->problem->clients[v->problem->requests[request].client];
    return escort_rank(v->problem, request, escort) != NONE || escort == c->primary ||
           escort == c->deputy;
}

static bool is_choice(const struct explanation *e, int escort)
{
    for (int i = 0; i < e->n_choices; i++)
        if (e->choices[i].escort == escort)
            return true;
    return false;
}

struct listed {
    int escort, order;
};

static int by_order(const void *x, const void *y)
{
    const struct listed *a = x, *b = y;
    return a->order != b->order ? a->order - b->order : a->escort - b->escort;
}

/* The client's own first, by rank; then those who were nearest. */
static int order_of(const struct view *v, const struct explanation *e, int escort)
{
    static const int ORDER[] = {[STANDING_CHOSEN] = 0,
                                [STANDING_FREE] = 1,
                                [STANDING_OCCUPIED] = 2,
                                [STANDING_BLOCKED] = 3};
    int rank = escort_rank(v->problem, e->request, escort);
    if (rank != NONE)
        return rank;
    return (is_named(v, e->request, escort) ? 1000 : 2000) + ORDER[e->standings[escort].standing];
}

static const char *way_told(struct view *v, const struct explanation *e, int escort)
{
    const struct difference *d = e->ways ? &e->ways[escort] : NULL;
    if (!d || d->visit.n_escorts == 0)
        return "";
    if (e->served)
        return arena_print(v->arena,
                           PLURAL(", at %lld point more", ", at %lld points more", d->rest),
                           (long long)d->rest);
    return arena_print(v->arena, ": %s", visit_told(v->arena, v->problem, &d->visit));
}

static void escort_print(struct view *v, const struct explanation *e, int escort)
{
    const char *rank = rank_told(v->arena, v->problem, e->request, escort);
    const char *name = escort_name(v->arena, v->problem, escort);
    const char *fact = fact_told(v->arena, v->sheet, e->request, &e->standings[escort]);
    line_print(
        v, "    ",
        *rank ? arena_print(v->arena, "%s, %s: %s%s.", name, rank, fact, way_told(v, e, escort))
              : arena_print(v->arena, "%s: %s%s.", name, fact, way_told(v, e, escort)));
}

static void counts_print(struct view *v, const int by_rule[RULE_COUNT])
{
    for (int rule = 0; rule < RULE_COUNT; rule++)
        if (by_rule[rule] > 0)
            line_print(v, "    ",
                       arena_print(v->arena, "%s.",
                                   facts_of_many(v->arena, (enum rule)rule, by_rule[rule])));
}

/* Each by name whom something about the time or the roster stops, all others by number. Of a
 * visit that is served those who are ranked higher are told of already. */
static void escorts_print(struct view *v, const struct explanation *e)
{
    struct listed *list = NEW_ARRAY(v->arena, struct listed, v->problem->n_escorts + 1);
    int n = 0, n_told = 0, by_rule[RULE_COUNT] = {0};
    for (int i = 0; i < v->problem->n_escorts; i++) {
        const struct standing_fact *f = &e->standings[i];
        if (f->standing == STANDING_CHOSEN || is_choice(e, i))
            continue;
        n_told++;
        if (fact_in_number(v->problem, e->request, f, i))
            by_rule[f->breach.rule]++;
        else
            list[n++] = (struct listed){i, order_of(v, e, i)};
    }
    qsort(list, (size_t)n, sizeof *list, by_order);
    if (n_told > 0)
        line_print(v, "  ", e->served ? _("Others:") : _("Who could come:"));
    for (int i = 0; i < n && i < LISTED_MOST; i++)
        escort_print(v, e, list[i].escort);
    if (n > LISTED_MOST)
        line_print(v, "    ",
                   arena_print(v->arena,
                               PLURAL("%d more, whom --json lists.", "%d more, whom --json lists.",
                                      n - LISTED_MOST),
                               n - LISTED_MOST));
    counts_print(v, by_rule);
}

/* ---- a visit that is served ----------------------------------------------------------------- */

static void time_print(struct view *v, const struct explanation *e)
{
    int n = v->problem->requests[e->request].n_alternatives;
    if (e->alternative == NONE)
        line_print(v, "  ", _("Time: not one of those asked for."));
    else
        line_print(v, "  ",
                   arena_print(v->arena, _("Time: choice %d of %d."), e->alternative + 1, n));
}

static void chosen_print(struct view *v, const struct explanation *e)
{
    const struct problem *p = v->problem;
    const struct visit *visit = &v->sheet->roster->visits[e->request];
    for (int i = 0; i < visit->n_escorts; i++) {
        int escort = visit->escorts[i], client = p->requests[e->request].client;
        int before = pair_visits_before(p, client, escort);
        const char *rank = rank_told(v->arena, p, e->request, escort);
        line_print(v, "  ",
                   arena_print(v->arena,
                               PLURAL("%s: %s; %d visit together before.",
                                      "%s: %s; %d visits together before.", before),
                               escort_name(v->arena, p, escort),
                               *rank ? rank : _("not ranked by the client"), before));
    }
}

static void choices_print(struct view *v, const struct explanation *e)
{
    if (e->n_choices > 0)
        line_print(v, "  ", _("Ranked higher by the client:"));
    for (int i = 0; i < e->n_choices; i++)
        line_print(v, "    ",
                   arena_print(v->arena, "%s: %s",
                               choice_name(v->arena, v->problem, e->request, &e->choices[i]),
                               choice_told(v->arena, v->sheet, e, &e->choices[i])));
}

static const char *asked_title(struct view *v, const struct explanation *e)
{
    const struct problem *p = v->problem;
    return arena_print(v->arena, "%s (%s): %s", visit_phrase(v->arena, p, e->request),
                       plain_line(v->arena, p->requests[e->request].id),
                       asked_phrase(v->arena, p, e->request));
}

static void served_print(struct view *v, const struct explanation *e)
{
    const struct visit *visit = &v->sheet->roster->visits[e->request];
    line_print(v, "  ",
               arena_print(v->arena, _("Served %s."), visit_told(v->arena, v->problem, visit)));
    time_print(v, e);
    chosen_print(v, e);
    choices_print(v, e);
    escorts_print(v, e);
}

/* ---- a visit that is not served ------------------------------------------------------------- */

static void changes_print(struct view *v, const struct explanation *e)
{
    if (e->n_changes > 0)
        line_print(v, "  ", _("What would help, each tried:"));
    for (int i = 0; i < e->n_changes; i++)
        line_print(v, "    - ", change_sentence(v->arena, v->sheet, e, &e->changes[i]));
}

static void unserved_print(struct view *v, const struct explanation *e)
{
    const char *forced = forced_told(v->arena, v->sheet, e);
    line_print(
        v, "  ",
        arena_print(v->arena, _("Not served. %s"), why_not_phrase(v->arena, v->sheet, e->request)));
    escorts_print(v, e);
    if (*forced) {
        line_print(v, "  ", _("If it went before everything else:"));
        line_print(v, "    ", forced);
    }
    changes_print(v, e);
    if (e->cut_short)
        line_print(v, "  ", _("Not everything was tried: the limits did not allow it."));
}

/* ---- for an escort -------------------------------------------------------------------------- */

static void for_escort_print(struct view *v, const struct explanation *e)
{
    const struct standing_fact *f = &e->standings[v->x->escort];
    const char *name = escort_name(v->arena, v->problem, v->x->escort);
    title_print(v, asked_title(v, e));
    if (e->served)
        served_print(v, e);
    else
        line_print(v, "  ",
                   arena_print(v->arena, _("Not served. %s: %s."), name,
                               fact_told(v->arena, v->sheet, e->request, f)));
}

/* ---- for a client --------------------------------------------------------------------------- */

static void client_choices_print(struct view *v, const struct explanation *e)
{
    for (int i = 0; i < e->n_choices; i++)
        line_print(v, "  ",
                   arena_print(v->arena, "%s: %s",
                               choice_name(v->arena, v->problem, e->request, &e->choices[i]),
                               choice_for_client(v->arena, v->sheet, e, &e->choices[i])));
}

static void client_served_print(struct view *v, const struct explanation *e)
{
    const struct problem *p = v->problem;
    const struct visit *visit = &v->sheet->roster->visits[e->request];
    line_print(v, "  ", arena_print(v->arena, _("You go %s."), visit_told(v->arena, p, visit)));
    if (e->alternative != NONE)
        line_print(
            v, "  ",
            e->alternative == 0
                ? _("That is the time you wished for most.")
                : arena_print(v->arena, _("That is choice %d of your times."), e->alternative + 1));
    for (int i = 0; i < visit->n_escorts; i++) {
        int rank = escort_rank(p, e->request, visit->escorts[i]);
        if (rank != NONE)
            line_print(v, "  ",
                       arena_print(v->arena, _("%s is your choice %d."),
                                   escort_name(v->arena, p, visit->escorts[i]), rank + 1));
    }
    client_choices_print(v, e);
}

/* Escorts whom the client has named are told by name, others by number. */
static void client_escorts_print(struct view *v, const struct explanation *e)
{
    const struct problem *p = v->problem;
    int others = 0;
    for (int rank = 0; rank < p->requests[e->request].n_wishes; rank++) {
        int escort = p->requests[e->request].wishes[rank];
        line_print(v, "  ",
                   fact_for_client(v->arena, p, e->request, escort, &e->standings[escort]));
    }
    for (int i = 0; i < p->n_escorts; i++)
        others += escort_rank(p, e->request, i) == NONE &&
                  !fact_in_number(p, e->request, &e->standings[i], i);
    if (others > 0)
        line_print(
            v, "  ",
            arena_print(
                v->arena,
                PLURAL("%d other person may come to you. That person works elsewhere then, or does "
                       "not work.",
                       "%d other people may come to you. They work elsewhere then, or do not work.",
                       others),
                others));
}

static void client_unserved_print(struct view *v, const struct explanation *e)
{
    int told = 0;
    line_print(v, "  ", _("There is nobody for this visit this week."));
    client_escorts_print(v, e);
    for (int i = 0; i < e->n_changes; i++) {
        const char *change = change_client_sentence(v->arena, v->sheet, &e->changes[i]);
        if (change && told++ == 0)
            line_print(v, "  ", _("It would be possible:"));
        if (change)
            line_print(v, "    - ", change);
    }
    if (told == 0)
        line_print(v, "  ", _("Call us, and we will look for another way together."));
}

static void for_client_print(struct view *v, const struct explanation *e)
{
    title_print(v, arena_print(v->arena, _("%s: you asked for %s"),
                               activity_name(v->arena, v->problem, e->request),
                               asked_phrase(v->arena, v->problem, e->request)));
    if (e->served)
        client_served_print(v, e);
    else
        client_unserved_print(v, e);
}

/* ---- all ------------------------------------------------------------------------------------ */

static void head_print(struct view *v)
{
    const struct problem *p = v->problem;
    line_print(v, "",
               arena_print(v->arena, "%s, %s", plain_line(v->arena, p->unit_name),
                           week_phrase(v->arena, &p->week)));
    if (v->sheet->verdict->n_breaches > 0)
        line_print(v, "",
                   _("The roster breaks rules: what is told is how things stand, and no other "
                     "roster was made."));
}

static void foot_print(struct view *v)
{
    int unserved = 0, explained = 0;
    for (int i = 0; i < v->x->n; i++) {
        unserved += !v->x->list[i]->served;
        explained += !v->x->list[i]->served && v->x->list[i]->explained;
    }
    if (unserved > 1 && !v->x->for_client)
        line_print(v, "\n",
                   arena_print(v->arena, _("Explained: %d of %d visits that are not served."),
                               explained, unserved));
}

const char *explain_text(struct arena *a, const struct explained *x, int width, bool colour)
{
    struct view v = {.arena = a,
                     .x = x,
                     .sheet = x->sheet,
                     .problem = x->sheet->problem,
                     .width = width,
                     .colour = colour,
                     .out = text_new(a)};
    head_print(&v);
    for (int i = 0; i < x->n; i++) {
        const struct explanation *e = x->list[i];
        if (x->for_client) {
            for_client_print(&v, e);
        } else if (x->escort != NONE) {
            for_escort_print(&v, e);
        } else {
            title_print(&v, asked_title(&v, e));
            if (e->served)
                served_print(&v, e);
            else
                unserved_print(&v, e);
        }
    }
    if (x->n == 0)
        line_print(&v, "\n", _("There is nothing to explain."));
    foot_print(&v);
    return text_done(&v.out);
}
