/* What can be wrong with one value, looked at alone. */
#include "model/check.h"

#include <math.h>
#include <string.h>

/* ---- references -------------------------------------------------------- */

bool missing(int index, int n)
{
    return index < 0 || index >= n;
}

void check_place(struct problem_builder *b, struct origin origin, int place)
{
    if (place != NONE && missing(place, b->places.n))
        FAULT(b, origin, _("Refer to a place that is listed."),
              _("The place referred to does not exist."));
}

void check_client(struct problem_builder *b, struct origin origin, int client)
{
    if (missing(client, b->clients.n))
        FAULT(b, origin, _("Refer to a client who is listed."),
              _("The client referred to does not exist."));
}

void check_escort(struct problem_builder *b, struct origin origin, int escort)
{
    if (missing(escort, b->escorts.n))
        FAULT(b, origin, _("Refer to an escort who is listed."),
              _("The escort referred to does not exist."));
}

void check_escorts(struct problem_builder *b, struct origin origin,
                   const int *escorts, int n)
{
    for (int i = 0; i < n; i++) {
        check_escort(b, origin, escorts[i]);
        for (int k = 0; k < i; k++)
            if (escorts[k] == escorts[i]) {
                FAULT(b, origin, _("Name each escort once."),
                      _("An escort is named twice."));
                return;
            }
    }
}

/* ---- values that several nouns have ------------------------------------ */

void check_range(struct problem_builder *b, struct origin origin,
                 const char *name, int value, int least, int most)
{
    if (value < least || value > most)
        FAULT(b, origin, _("Give a value inside the limits."),
              _("%s is %d; it must be from %d to %d."), name, value, least,
              most);
}

static uint64_t all_codes(int n)
{
    return n >= CODES_MAX ? UINT64_MAX : (UINT64_C(1) << n) - 1;
}

void check_codes(struct problem_builder *b, struct origin origin,
                 enum code_kind kind, uint64_t codes)
{
    if (!(codes & ~all_codes(b->codes[kind].n)))
        return;
    if (kind == CODE_SKILL)
        FAULT(b, origin, _("List every skill in the unit's skills."),
              _("A skill is not listed."));
    else if (kind == CODE_LANGUAGE)
        FAULT(b, origin, _("Use a language code of two or three letters."),
              _("A language is not known."));
    else
        FAULT(b, origin, _("Add the code to the problem first."),
              _("A code is not known."));
}

static void check_one_language(struct problem_builder *b,
                               struct origin origin, uint64_t language,
                               const char *remedy, const char *what)
{
    check_codes(b, origin, CODE_LANGUAGE, language);
    if (language & (language - 1))
        FAULT(b, origin, remedy, "%s", what);
}

void check_needs_of(struct problem_builder *b, struct origin origin,
                    const struct needs *needs)
{
    check_codes(b, origin, CODE_SKILL, needs->skills);
    check_one_language(b, origin, needs->language,
                       _("Name the one language that is needed."),
                       _("More than one language is needed."));
    if (needs->sex != 0 && needs->sex != 'F' && needs->sex != 'M')
        FAULT(b, origin, _("Write F or M, or leave it out."),
              _("The sex an escort must be of is neither F nor M."));
}

static void check_sex(struct problem_builder *b, struct origin origin,
                      char sex)
{
    if (sex != 0 && sex != 'F' && sex != 'M' && sex != 'X')
        FAULT(b, origin, _("Write F, M or X, or leave it out."),
              _("The sex is none of F, M and X."));
}

static void check_order(struct problem_builder *b, struct origin origin,
                        const struct span_list *spans)
{
    char from[32], to[32];

    for (int i = 0; i < spans->n; i++) {
        if (spans->at[i].from <= spans->at[i].to)
            continue;
        week_format(&b->problem->week, spans->at[i].from, from);
        week_format(&b->problem->week, spans->at[i].to, to);
        FAULT(b, origin, _("Let the end come after the beginning."),
              _("A time begins at %s and ends before that, at %s."), from, to);
    }
}

/* {0, 0} is never, which is in order. */
static void check_valid(struct problem_builder *b, struct origin origin,
                        const struct valid *v)
{
    if (v->from_day > v->to_day)
        FAULT(b, origin, _("Let the last day be the first day or later."),
              _("It ends to hold before it begins."));
}

/* ---- the unit ---------------------------------------------------------- */

static void check_figures(struct problem_builder *b, const char *group,
                          const struct figure *rows, const void *values)
{
    for (const struct figure *row = rows; row->name; row++) {
        const void *at = (const char *)values + row->offset;
        struct origin origin = {
            b->begun.file, arena_print(b->arena, "%s.%s", group, row->name)};

        check_range(b, origin, row->name, *(const int *)at, row->least,
                    row->most);
    }
}

/* A day's figures are looked at when they are not those of the day before. */
static void check_figures_of_days(struct problem_builder *b)
{
    const struct problem *p = b->problem;

    for (int day = 0; day < DAYS; day++) {
        const struct rule_figures *rule = &p->rule_of_day[day];
        const struct cost_figures *cost = &p->cost_of_day[day];

        if (day == 0 || memcmp(rule, rule - 1, sizeof *rule) != 0)
            check_figures(b, "rules", RULE_FIGURE_ROWS, rule);
        if (day == 0 || memcmp(cost, cost - 1, sizeof *cost) != 0)
            check_figures(b, "costs", COST_FIGURE_ROWS, cost);
    }
}

static void check_rides(struct problem_builder *b)
{
    struct origin origin = {b->begun.file, "paratransit.hours"};

    for (int day = 0; day < DAYS; day++)
        if (b->problem->paratransit_hours[day].from >
            b->problem->paratransit_hours[day].to) {
            FAULT(b, origin, _("Let the end come after the beginning."),
                  _("The hours of paratransit end before they begin."));
            return;
        }
}

static void check_unit(struct problem_builder *b)
{
    struct problem *p = b->problem;
    struct origin id = {b->begun.file, "id"};
    struct origin grid = {b->begun.file, "grid_minutes"};

    if (!id_valid(p->unit_id))
        FAULT(b, id,
              _("Use 1 to 64 of the letters A to Z, digits, full stop, "
                "underscore and hyphen."),
              _("\"%s\" is not an id."), p->unit_id);
    if (p->grid < 1 || p->grid > HOUR || HOUR % p->grid != 0)
        FAULT(b, grid, _("Use 1, 5, 10, 15, 20, 30 or 60."),
              _("A grid of %d minutes does not divide an hour."), p->grid);
    check_figures_of_days(b);
    check_rides(b);
    check_figures(b, "weights", WEIGHT_FIGURE_ROWS, &p->weight);
}

/* ---- nouns ------------------------------------------------------------- */

static void check_coordinates(struct problem_builder *b,
                              const struct place_draft *d)
{
    const struct place *p = &d->it;

    /* Written so that "not a number" is refused too. */
    if (p->located && !(fabs(p->lat) <= 90 && fabs(p->lon) <= 180))
        FAULT(b, d->origin,
              _("Give the latitude from -90 to 90 and the longitude from "
                "-180 to 180 degrees."),
              _("%g, %g are not coordinates."), p->lat, p->lon);
}

static void check_travel(struct problem_builder *b)
{
    struct origin matrix = {b->begun.file, "travel.matrix"};
    struct origin speeds = {b->begun.file, "travel"};
    const struct travel_speeds *s = &b->speeds;

    if (b->matrix && b->n_matrix != b->places.n)
        FAULT(b, matrix, _("Give one row and one column to each place."),
              _("The travel matrix has %d rows and there are %d places."),
              b->n_matrix, b->places.n);
    check_range(b, speeds, "detour_percent", s->detour_percent, 100, 1000);
    check_range(b, speeds, "walk_m_per_min", s->walk_m_per_min, 1, 1000);
    check_range(b, speeds, "walk_max_m", s->walk_max_m, 0, 100000);
    check_range(b, speeds, "ride_m_per_min", s->ride_m_per_min, 1, 10000);
    check_range(b, speeds, "ride_wait_min", s->ride_wait_min, 0, 600);
}

static void check_client_likes(struct problem_builder *b,
                               const struct client_draft *d)
{
    const struct client *c = &d->it;

    check_one_language(b, d->origin, c->wishes_language,
                       _("Name the one language that is wished for."),
                       _("More than one language is wished for."));
    check_codes(b, d->origin, CODE_INTEREST, c->interests);
    check_codes(b, d->origin, CODE_EXPOSURE, c->exposes | c->allergies);
    check_codes(b, d->origin, CODE_TASK, c->tasks);
    if (c->wishes_sex != 0 && c->wishes_sex != 'F' && c->wishes_sex != 'M')
        FAULT(b, d->origin, _("Write F or M, or leave it out."),
              _("The sex wished for is neither F nor M."));
}

static void check_client_named(struct problem_builder *b,
                               const struct client_draft *d)
{
    const struct client *c = &d->it;

    if (c->deputy != NONE && c->primary == NONE)
        FAULT(b, d->origin, _("Name the client's own escort as well."),
              _("The client \"%s\" has a deputy and no primary escort."),
              c->id);
    else if (c->deputy != NONE && c->deputy == c->primary)
        FAULT(b, d->origin, _("Name somebody else as deputy, or nobody."),
              _("The primary escort of client \"%s\" is their own deputy."),
              c->id);
}

static void check_client_values(struct problem_builder *b,
                                const struct client_draft *d)
{
    check_place(b, d->origin, d->it.home);
    check_sex(b, d->origin, d->it.sex);
    check_needs_of(b, d->origin, &d->it.needs);
    check_escorts(b, d->origin, d->it.wishes, d->it.n_wishes);
    check_client_likes(b, d);
    check_client_named(b, d);
    for (int i = 0; i < d->shares.n; i++)
        if (&b->clients.at[d->shares.at[i]] == d)
            FAULT(b, d->origin, _("Name other clients only."),
                  _("The client \"%s\" shares an escort with themselves."),
                  d->it.id);
}

static void check_escort_values(struct problem_builder *b,
                                const struct escort_draft *d)
{
    const struct escort *e = &d->it;

    check_place(b, d->origin, e->home);
    check_sex(b, d->origin, e->sex);
    check_codes(b, d->origin, CODE_SKILL, e->skills);
    check_codes(b, d->origin, CODE_LANGUAGE, e->languages);
    check_codes(b, d->origin, CODE_EXPOSURE, e->exposes | e->allergies);
    check_codes(b, d->origin, CODE_INTEREST, e->interests);
    check_valid(b, d->origin, &e->child_clearance);
    check_valid(b, d->origin, &e->protected_clearance);
    for (int i = 0; i < d->delegations.n; i++) {
        check_valid(b, d->origin, &d->delegations.at[i].valid);
        check_codes(b, d->origin, CODE_TASK, d->delegations.at[i].tasks);
    }
    check_range(b, d->origin, "wage_ore", e->wage_ore, 0, 100000000);
    check_range(b, d->origin, "engagement", (int)e->engagement,
                EMPLOYED_MONTHLY, CONTRACTOR);
    check_range(b, d->origin, "day_anchor", e->day_anchor, 0, DAY - 1);
    if (e->contract_minutes != NONE)
        check_range(b, d->origin, "contract_minutes_week",
                    e->contract_minutes, 0, DAYS * DAY);
    if (e->max_minutes != NONE)
        check_range(b, d->origin, "max_minutes_week", e->max_minutes, 0,
                    DAYS * DAY);
    check_order(b, d->origin, &d->available);
    check_order(b, d->origin, &d->absent);
    check_order(b, d->origin, &d->outside);
}

static void check_decision_dates(struct problem_builder *b,
                                 const struct decision_draft *d)
{
    const struct decision *it = &d->it;

    if (it->decided_day && it->executed_day &&
        it->executed_day < it->decided_day)
        FAULT(b, d->origin,
              _("Let it be carried out on the day it is decided or later."),
              _("The decision \"%s\" was carried out before it was decided."),
              it->id);
    if (it->interrupted_day && it->resumed_day &&
        it->resumed_day < it->interrupted_day)
        FAULT(b, d->origin,
              _("Leave out the older day: only the latest interruption "
                "counts."),
              _("The decision \"%s\" was resumed before it was interrupted."),
              it->id);
}

static void check_decision(struct problem_builder *b,
                           const struct decision_draft *d)
{
    check_range(b, d->origin, "legal_basis", (int)d->it.basis, LSS_9_3,
                LEGAL_BASIS_COUNT - 1);
    check_range(b, d->origin, "period", (int)d->it.period, PER_WEEK,
                PER_OCCASION);
    check_range(b, d->origin, "minutes", d->it.minutes, 0, 1000000);
    if (d->it.from_day > d->it.to_day)
        FAULT(b, d->origin, _("Let the last day be the first day or later."),
              _("The decision \"%s\" ends before it begins."), d->it.id);
    check_range(b, d->origin, "carry_over", (int)d->it.carry, CARRY_NONE,
                CARRY_NEXT_PERIOD);
    check_decision_dates(b, d);
}

static void check_link(struct problem_builder *b, const struct link_draft *d)
{
    if (missing(d->it.first, b->requests.n) ||
        missing(d->it.second, b->requests.n))
        FAULT(b, d->origin, _("Refer to requests of this week."),
              _("A request referred to does not exist."));
    if (d->it.gap_min > d->it.gap_max)
        FAULT(b, d->origin, _("Let gap_max be gap_min or more."),
              _("gap_min is %d, which is more than gap_max, %d."),
              d->it.gap_min, d->it.gap_max);
}

void check_values(struct problem_builder *b)
{
    check_unit(b);
    check_travel(b);
    for (int i = 0; i < b->places.n; i++)
        check_coordinates(b, &b->places.at[i]);
    for (int i = 0; i < b->escorts.n; i++)
        check_escort_values(b, &b->escorts.at[i]);
    for (int i = 0; i < b->clients.n; i++)
        check_client_values(b, &b->clients.at[i]);
    for (int i = 0; i < b->decisions.n; i++)
        check_decision(b, &b->decisions.at[i]);
    check_sessions(b);
    for (int i = 0; i < b->requests.n; i++)
        check_request(b, &b->requests.at[i]);
    for (int i = 0; i < b->links.n; i++)
        check_link(b, &b->links.at[i]);
}
