/* What can be wrong with one value, looked at alone. */
#include "model/builder.h"

#include <math.h>

/* ---- references -------------------------------------------------------- */

static bool missing(int index, int n)
{
    return index < 0 || index >= n;
}

static void check_place(struct problem_builder *b, struct origin origin,
                        int place)
{
    if (place != NONE && missing(place, b->places.n))
        FAULT(b, origin, _("Refer to a place that is listed."),
              _("The place referred to does not exist."));
}

static void check_client(struct problem_builder *b, struct origin origin,
                         int client)
{
    if (missing(client, b->clients.n))
        FAULT(b, origin, _("Refer to a client who is listed."),
              _("The client referred to does not exist."));
}

static void check_escort(struct problem_builder *b, struct origin origin,
                         int escort)
{
    if (missing(escort, b->escorts.n))
        FAULT(b, origin, _("Refer to an escort who is listed."),
              _("The escort referred to does not exist."));
}

static void check_escorts(struct problem_builder *b, struct origin origin,
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

static void check_range(struct problem_builder *b, struct origin origin,
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

static void check_codes(struct problem_builder *b, struct origin origin,
                        uint64_t skills, uint64_t languages)
{
    if (skills & ~all_codes(b->skills.n))
        FAULT(b, origin, _("List every skill in the unit's skills."),
              _("A skill is not listed."));
    if (languages & ~all_codes(b->languages.n))
        FAULT(b, origin, _("Use a language code of two or three letters."),
              _("A language is not known."));
}

static void check_needs(struct problem_builder *b, struct origin origin,
                        const struct needs *needs)
{
    check_codes(b, origin, needs->skills, needs->language);
    if (needs->language & (needs->language - 1))
        FAULT(b, origin, _("Name the one language that is needed."),
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

/* ---- nouns ------------------------------------------------------------- */

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
    check_figures(b, "rules", RULE_FIGURE_ROWS, &p->rule);
    check_figures(b, "weights", WEIGHT_FIGURE_ROWS, &p->weight);
}

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

static void check_client_values(struct problem_builder *b,
                                const struct client_draft *d)
{
    check_place(b, d->origin, d->it.home);
    check_sex(b, d->origin, d->it.sex);
    check_needs(b, d->origin, &d->it.needs);
    check_escorts(b, d->origin, d->it.wishes, d->it.n_wishes);
}

static void check_escort_values(struct problem_builder *b,
                                const struct escort_draft *d)
{
    const struct escort *e = &d->it;

    check_place(b, d->origin, e->home);
    check_sex(b, d->origin, e->sex);
    check_codes(b, d->origin, e->skills, e->languages);
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
}

static void check_alternative(struct problem_builder *b,
                              const struct request_draft *d, int i)
{
    const struct week *w = &b->problem->week;
    const struct alternative *a = &d->it.alternatives[i];
    char from[32], to[32], wish[32];

    week_format(w, a->from, from);
    week_format(w, a->to, to);
    if (a->from > a->to)
        FAULT(b, d->origin, _("Let the latest start be the earliest or later."),
              _("Alternative %d has its earliest start at %s and its latest at "
                "%s."),
              i + 1, from, to);
    else if (a->from < 0 || a->to >= week_length(w))
        FAULT(b, d->origin, _("Let every start lie inside the week."),
              _("Alternative %d, from %s to %s, is not inside the week."),
              i + 1, from, to);
    else if (a->wish != NONE && (a->wish < a->from || a->wish > a->to)) {
        week_format(w, a->wish, wish);
        FAULT(b, d->origin, _("Wish for a start that is offered."),
              _("Alternative %d wishes for %s, which is not from %s to %s."),
              i + 1, wish, from, to);
    }
}

static void check_pin(struct problem_builder *b, const struct request_draft *d)
{
    int n = d->it.n_pin_escorts;

    if (d->pins > 1)
        FAULT(b, d->origin, _("Keep one of the pins."),
              _("The request \"%s\" is pinned more than once."), d->it.id);
    if (n > d->it.needed || n > STAFF_MAX)
        FAULT(b, d->origin, _("Pin as many escorts as are needed or fewer."),
              _("The request \"%s\" has %d pinned escorts and needs %d."),
              d->it.id, n, d->it.needed);
    else
        check_escorts(b, d->origin, d->it.pin_escorts, n);
}

static void check_request(struct problem_builder *b,
                          const struct request_draft *d)
{
    const struct request *r = &d->it;

    check_client(b, d->origin, r->client);
    check_place(b, d->origin, r->meet);
    check_place(b, d->origin, r->end);
    check_needs(b, d->origin, &r->needs);
    check_range(b, d->origin, "escorts_needed", r->needed, 1, STAFF_MAX);
    check_range(b, d->origin, "minutes", r->minutes, 1, DAY);
    check_range(b, d->origin, "minutes_min", r->minutes_min, 0, r->minutes);
    check_range(b, d->origin, "priority", (int)r->priority, PRIORITY_URGENT,
                PRIORITY_LOW);
    if (r->decision != NONE && missing(r->decision, b->decisions.n))
        FAULT(b, d->origin, _("Refer to a decision of the client."),
              _("The decision referred to does not exist."));
    if (r->n_alternatives < 1)
        FAULT(b, d->origin, _("Give at least one time."),
              _("The request \"%s\" has no alternatives."), r->id);
    for (int i = 0; i < r->n_alternatives; i++)
        check_alternative(b, d, i);
    check_escorts(b, d->origin, r->wishes, r->n_wishes);
    for (int i = 0; i < r->n_extra; i++)
        check_escort(b, d->origin, r->extra[i].escort);
    check_pin(b, d);
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
    for (int i = 0; i < b->requests.n; i++)
        check_request(b, &b->requests.at[i]);
    for (int i = 0; i < b->links.n; i++)
        check_link(b, &b->links.at[i]);
}
