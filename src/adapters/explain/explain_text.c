/* Explanations in a terminal: what was asked and what came of it, who could come, what other
 * choices would mean, and what would help. */
#include "adapters/explain/explain_told.h"
#include "adapters/text/phrase.h"
#include "adapters/text/plain.h"
#include "adapters/show/sheet.h"
#include "adapters/text/table.h"

#include <stdlib.h>
#include <string.h>

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
    int64_t rights, rest; /* of those who could come, points more */
};

static int by_order(const void *x, const void *y)
{
    const struct listed *a = x, *b = y;
    if (a->order != b->order)
        return a->order - b->order;
    if (a->rights != b->rights)
        return a->rights < b->rights ? -1 : 1;
    return a->rest != b->rest ? (a->rest < b->rest ? -1 : 1) : a->escort - b->escort;
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

static bool same_time(const struct visit *x, const struct visit *y)
{
    return x->start == y->start && x->minutes == y->minutes;
}

static const char *way_told(struct view *v, const struct explanation *e, int escort)
{
    const struct difference *d = e->ways ? &e->ways[escort] : NULL;
    if (!d || d->visit.n_escorts == 0)
        return "";
    if (e->served && same_time(&d->visit, &v->sheet->roster->visits[e->request]))
        return points_told(v->arena, d);
    if (e->served)
        return arena_print(v->arena, ", %s%s", visit_told(v->arena, v->problem, &d->visit),
                           points_told(v->arena, d));
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

static void counts_print(struct view *v, int request, const int by_rule[RULE_COUNT])
{
    for (int rule = 0; rule < RULE_COUNT; rule++)
        if (by_rule[rule] > 0)
            line_print(v, "    ",
                       arena_print(v->arena, "%s.",
                                   facts_of_many(v->arena, v->problem, request,
                                                 (enum rule)rule, by_rule[rule])));
}

static struct listed listed_of(const struct view *v, const struct explanation *e, int escort)
{
    struct listed l = {.escort = escort, .order = order_of(v, e, escort)};
    if (e->ways) {
        l.rights = e->ways[escort].rights;
        l.rest = e->ways[escort].rest;
    }
    return l;
}

static const char *escorts_title(const struct view *v, const struct explanation *e)
{
    bool several = several_starts(v->problem, e->request);
    if (e->served)
        return several ? _("Others, each at the time asked for that comes nearest:") : _("Others:");
    return several ? _("Who could come, each at the time asked for that comes nearest:")
                   : _("Who could come:");
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
            list[n++] = listed_of(v, e, i);
    }
    qsort(list, (size_t)n, sizeof *list, by_order);
    if (n_told > 0)
        line_print(v, "  ", escorts_title(v, e));
    for (int i = 0; i < n && i < LISTED_MOST; i++)
        escort_print(v, e, list[i].escort);
    if (n > LISTED_MOST)
        line_print(v, "    ",
                   arena_print(v->arena,
                               PLURAL("%d more, whom --json lists.", "%d more, whom --json lists.",
                                      n - LISTED_MOST),
                               n - LISTED_MOST));
    counts_print(v, e->request, by_rule);
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

static void broken_print(struct view *v, const struct explanation *e)
{
    const struct verdict *verdict = v->sheet->verdict;
    for (int i = 0; i < verdict->n_breaches; i++)
        if (verdict->breaches[i].request == e->request)
            line_print(v, "  ",
                       arena_print(v->arena, _("Not lawful: %s"),
                                   sheet_breach(v->arena, v->sheet,
                                                   &verdict->breaches[i])));
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
                               choice_name(v->arena, v->problem, e->request, &e->choices[i], false),
                               choice_told(v->arena, v->sheet, e, &e->choices[i])));
}

static const char *asked_title(struct view *v, const struct explanation *e)
{
    const struct problem *p = v->problem;
    int needed = p->requests[e->request].needed;
    const char *id = plain_line(v->arena, p->requests[e->request].id);
    const char *visit = visit_phrase(v->arena, p, e->request);
    const char *asked = asked_phrase(v->arena, p, e->request);
    return needed == 1 ? arena_print(v->arena, "%s (%s): %s", visit, id, asked)
                       : arena_print(v->arena, _("%s (%s): %d escorts at once, %s"), visit, id,
                                     needed, asked);
}

static void tried_print(struct view *v, const struct explanation *e)
{
    if (e->cut_short && e->served)
        line_print(v, "  ", _("Not everything was tried: the time was over. More --time helps."));
    line_print(v, "  ", kinds_told(v->arena, e, TRIED_NO_WAY));
    line_print(v, "  ", kinds_told(v->arena, e, TRIED_TOO_LATE));
}

static void served_print(struct view *v, const struct explanation *e)
{
    const struct visit *visit = &v->sheet->roster->visits[e->request];
    line_print(v, "  ",
               arena_print(v->arena, _("Served %s."), visit_told(v->arena, v->problem, visit)));
    if (v->problem->requests[e->request].held)
        line_print(v, "  ", _("It stays as it was given out: it has begun, or begins too soon."));
    broken_print(v, e);
    time_print(v, e);
    chosen_print(v, e);
    choices_print(v, e);
    if (!v->problem->requests[e->request].held)
        escorts_print(v, e);
    tried_print(v, e);
}

/* ---- a visit that is not served ------------------------------------------------------------- */

static void changes_print(struct view *v, const struct explanation *e)
{
    if (e->n_changes > 0)
        line_print(v, "  ", _("What would help, each tried:"));
    for (int i = 0; i < e->n_changes; i++)
        line_print(v, "    - ", change_sentence(v->arena, v->sheet, e, &e->changes[i]));
}

/* Of those who could come the first in the list of escorts is named. */
static const char *why_not(struct view *v, const struct explanation *e)
{
    struct listed best = {.escort = NONE};
    for (int i = 0; i < v->problem->n_escorts; i++) {
        struct listed now = listed_of(v, e, i);
        if (e->standings[i].standing == STANDING_FREE &&
            (best.escort == NONE || by_order(&now, &best) < 0))
            best = now;
    }
    if (best.escort == NONE)
        return why_not_phrase(v->arena, v->sheet, e->request);
    return arena_print(v->arena, _("%s is free and could come."),
                       escort_name(v->arena, v->problem, best.escort));
}

static void unserved_print(struct view *v, const struct explanation *e)
{
    const char *forced = forced_told(v->arena, v->sheet, e);
    line_print(v, "  ", arena_print(v->arena, _("Not served. %s"), why_not(v, e)));
    escorts_print(v, e);
    if (e->forced.found != FOUND_ROSTER) {
        line_print(v, "  ", forced);
    } else {
        line_print(v, "  ", _("If it went before everything else:"));
        line_print(v, "    ", forced);
    }
    changes_print(v, e);
    tried_print(v, e);
}

/* ---- for an escort -------------------------------------------------------------------------- */

static const char *own_visit(struct view *v, int request)
{
    const struct problem *p = v->problem;
    const struct visit *visit = &v->sheet->roster->visits[request];
    int before = pair_visits_before(p, p->requests[request].client, v->x->escort);
    const char *rank = rank_told(v->arena, p, request, v->x->escort);
    return arena_print(v->arena,
                       PLURAL("%s (%s), %s: %s; %d visit together before.",
                              "%s (%s), %s: %s; %d visits together before.", before),
                       visit_phrase(v->arena, p, request),
                       plain_line(v->arena, p->requests[request].id),
                       moment_sentence(v->arena, &p->week, visit->start),
                       *rank ? rank : _("not ranked by the client"), before);
}

static void own_visits_print(struct view *v)
{
    struct work work = sheet_work(v->arena, v->sheet, v->x->escort);
    line_print(v, "  ",
               arena_print(v->arena, _("Visits, %s:"),
                           work_phrase(v->arena, v->sheet, v->x->escort, &work)));
    int n;
    const int *own = sheet_served(v->arena, v->sheet, NONE, v->x->escort, &n);
    for (int i = 0; i < n; i++)
        line_print(v, "    ", own_visit(v, own[i]));
}

static const char *stops_them(struct view *v, int i)
{
    const struct explanation *e = v->x->list[i];
    const struct standing_fact *f = &e->standings[v->x->escort];
    return f->standing == STANDING_CHOSEN || e->served
               ? ""
               : fact_told(v->arena, v->sheet, e->request, f);
}

/* Each reason once, with the visits that it is one for. */
static void others_print(struct view *v)
{
    const char **why = NEW_ARRAY(v->arena, const char *, v->x->n + 1);
    bool any = false;
    for (int i = 0; i < v->x->n; i++) {
        why[i] = stops_them(v, i);
        any = any || *why[i];
    }
    if (any)
        line_print(v, "  ", _("Visits that nobody serves, and why not they:"));
    for (int i = 0; i < v->x->n; i++) {
        const char *reason = why[i];
        if (!*reason)
            continue;
        line_print(v, "    ", arena_print(v->arena, "%s:", reason));
        for (int k = i; k < v->x->n; k++)
            if (strcmp(why[k], reason) == 0) {
                line_print(v, "      ", asked_title(v, v->x->list[k]));
                why[k] = k == i ? reason : "";
            }
    }
}

static void for_escort_print(struct view *v)
{
    const struct escort *e = &v->problem->escorts[v->x->escort];
    title_print(v, arena_print(v->arena, "%s (%s)",
                               escort_name(v->arena, v->problem, v->x->escort),
                               plain_line(v->arena, e->id)));
    own_visits_print(v);
    others_print(v);
}

/* ---- for a client --------------------------------------------------------------------------- */

static bool told_of(const struct request *q, int escort)
{
    for (int i = 0; i < q->n_pub_escorts; i++)
        if (q->published && q->pub_escorts[i] == escort)
            return true;
    return false;
}

static void client_choices_print(struct view *v, const struct explanation *e)
{
    for (int i = 0; i < e->n_choices; i++)
        line_print(v, "  ",
                   arena_print(v->arena, "%s: %s",
                               choice_name(v->arena, v->problem, e->request, &e->choices[i], true),
                               choice_for_client(v->arena, v->sheet, e, &e->choices[i])));
}

static bool wish_missed(const struct explanation *e)
{
    for (int i = 0; i < e->n_choices; i++)
        if (e->choices[i].kind == CHOICE_START)
            return true;
    return false;
}

/* Who was to come by what was given out, and comes not. */
static void client_missed_print(struct view *v, const struct explanation *e)
{
    const struct problem *p = v->problem;
    const struct request *q = &p->requests[e->request];
    for (int i = 0; i < p->n_escorts; i++)
        if (told_of(q, i) && !is_choice(e, i) && e->standings[i].standing != STANDING_CHOSEN)
            line_print(v, "  ", fact_for_client(v->arena, p, e->request, i, &e->standings[i]));
}

static void client_served_print(struct view *v, const struct explanation *e)
{
    const struct problem *p = v->problem;
    const struct visit *visit = &v->sheet->roster->visits[e->request];
    line_print(v, "  ", arena_print(v->arena, _("You go %s."), visit_told(v->arena, p, visit)));
    if (e->alternative != NONE)
        line_print(
            v, "  ",
            e->alternative == 0 && !wish_missed(e)
                ? _("That is the time you wished for most.")
                : arena_print(v->arena, _("That is choice %d of your times."), e->alternative + 1));
    for (int i = 0; i < visit->n_escorts; i++) {
        int rank = escort_rank(p, e->request, visit->escorts[i]);
        if (rank != NONE)
            line_print(v, "  ",
                       arena_print(v->arena, _("%s is your choice %d."),
                                   escort_name(v->arena, p, visit->escorts[i]), rank + 1));
    }
    client_missed_print(v, e);
    client_choices_print(v, e);
}

/* Escorts whom the client has named are told by name, others by number, and nothing twice. */
static void client_escorts_print(struct view *v, const struct explanation *e)
{
    const struct problem *p = v->problem;
    const char **told = NEW_ARRAY(v->arena, const char *, p->n_escorts + 1);
    int n = 0, others = 0;
    for (int i = 0; i < p->n_escorts; i++) {
        const struct standing_fact *f = &e->standings[i];
        bool named = escort_rank(p, e->request, i) != NONE ||
                     told_of(&p->requests[e->request], i);
        const char *fact = fact_for_client(v->arena, p, e->request, i, f);
        int k = 0;
        while (k < n && strcmp(told[k], fact) != 0)
            k++;
        if (k == n && (named || fact_of_visit(p, f)))
            line_print(v, "  ", told[n++] = fact);
        others += !named && f->standing != STANDING_FREE && !fact_of_visit(p, f) &&
                  !fact_in_number(p, e->request, f, i);
    }
    if (others > 0 && n > 0)
        line_print(v, "  ",
                   arena_print(v->arena,
                               PLURAL("%d other person may come to you, but cannot then.",
                                      "%d other people may come to you, but cannot then.", others),
                               others));
    else if (others > 0)
        line_print(v, "  ",
                   arena_print(v->arena,
                               PLURAL("%d person may come to you, but cannot then.",
                                      "%d people may come to you, but cannot then.", others),
                               others));
}

static void client_unserved_print(struct view *v, const struct explanation *e)
{
    int told = 0;
    line_print(v, "  ",
               e->n_standing[STANDING_FREE] > 0
                   ? _("This visit has not been given to anybody yet.")
                   : _("We have nobody for this visit this week."));
    client_escorts_print(v, e);
    for (int i = 0; i < e->n_changes; i++) {
        const char *change = change_client_sentence(v->arena, v->sheet, &e->changes[i]);
        if (change && told++ == 0)
            line_print(v, "  ", _("It would be possible:"));
        if (change)
            line_print(v, "    - ", change);
    }
    line_print(v, "  ",
               told > 0 ? _("Tell us if any of this suits you.")
                        : _("Call us, and we will look for another way together."));
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
    if (v->x->for_client && v->x->n > 0)
        line_print(v, "",
                   arena_print(v->arena, _("For %s"),
                               client_name(v->arena, p,
                                           p->requests[v->x->list[0]->request].client)));
    if (v->sheet->verdict->n_breaches > 0 && !v->x->for_client)
        line_print(v, "",
                   _("The roster breaks rules: what is told is how things stand, and no other "
                     "roster was made."));
}

/* How many of the visits each kind of change would help. */
static const char *helps_told(const struct view *v)
{
    const char *kinds[CHANGE_COUNT];
    int n = 0;
    for (int kind = CHANGE_NOTHING + 1; kind < CHANGE_COUNT; kind++) {
        int visits = 0;
        for (int i = 0; i < v->x->n; i++)
            visits += v->x->list[i]->tried[kind] == TRIED_HELPS;
        if (visits > 0)
            kinds[n++] = arena_print(v->arena, "%s %d", kind_phrase((enum change_kind)kind), visits);
    }
    return n == 0 ? "" : arena_print(v->arena, _("How many of them each kind of change helps: %s."),
                                     and_list(v->arena, kinds, n));
}

static void foot_print(struct view *v)
{
    int free = 0;
    for (int i = 0; i < v->x->n; i++)
        free += !v->x->list[i]->served && v->x->list[i]->n_standing[STANDING_FREE] > 0;
    struct share share = explained_share(v->x);
    if (share.whole > 1 && !v->x->for_client)
        line_print(v, "\n",
                   arena_print(v->arena, _("Explained: %d of %d visits that are not served (%d %%)."),
                               share.part, share.whole, share.part * 100 / share.whole));
    if (share.whole > 1 && !v->x->for_client)
        line_print(v, "", helps_told(v));
    if (free > 0 && !v->x->for_client && v->x->escort == NONE)
        line_print(v, share.whole > 1 ? "" : "\n",
                   arena_print(v->arena,
                               PLURAL("%d of them could be served with nothing else changed; "
                                      "'ledsaga solve --warm' does that.",
                                      "%d of them could be served with nothing else changed; "
                                      "'ledsaga solve --warm' does that.",
                                      free),
                               free));
}

static const char *nothing_told(const struct view *v)
{
    const struct client *c = v->x->client == NONE ? NULL : &v->problem->clients[v->x->client];
    return c ? arena_print(v->arena, _("%s (%s) has asked for nothing this week."),
                           client_name(v->arena, v->problem, v->x->client),
                           plain_line(v->arena, c->id))
             : _("There is nothing to explain.");
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
    if (x->escort != NONE)
        for_escort_print(&v);
    for (int i = 0; i < x->n && x->escort == NONE; i++) {
        const struct explanation *e = x->list[i];
        if (x->for_client) {
            for_client_print(&v, e);
        } else {
            title_print(&v, asked_title(&v, e));
            if (e->served)
                served_print(&v, e);
            else
                unserved_print(&v, e);
        }
    }
    if (x->n == 0 && x->escort == NONE)
        line_print(&v, "\n", nothing_told(&v));
    foot_print(&v);
    return text_done(&v.out);
}
