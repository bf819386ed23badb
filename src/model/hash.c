/* One number for everything that matters to the roster: the same input gives
 * the same number on every machine. Names, activities and coordinates do not
 * matter (travel does); what follows from the rest, such as options, is left
 * out. Every number is fed as eight bytes, lowest first, and every list with
 * its length before it, so that no two different problems read alike. */
#include "base/file.h"
#include "model/builder.h"
#include "model/travel.h"

#include <string.h>

static void number(uint64_t *h, int64_t value)
{
    *h = hash_number(*h, value);
}

static void word(uint64_t *h, const char *s)
{
    size_t n = strlen(s);

    number(h, (int64_t)n);
    *h = hash_bytes(*h, s, n);
}

static void words(uint64_t *h, const char *const *list, int n)
{
    number(h, n);
    for (int i = 0; i < n; i++)
        word(h, list[i]);
}

static void numbers(uint64_t *h, const int *list, int n)
{
    number(h, n);
    for (int i = 0; i < n; i++)
        number(h, list[i]);
}

static void spans(uint64_t *h, const struct span *list, int n)
{
    number(h, n);
    for (int i = 0; i < n; i++) {
        number(h, list[i].from);
        number(h, list[i].to);
    }
}

static void needs(uint64_t *h, const struct needs *n)
{
    number(h, (int64_t)n->skills);
    number(h, (int64_t)n->language);
    number(h, n->sex);
}

static void valid(uint64_t *h, const struct valid *v)
{
    number(h, v->from_day);
    number(h, v->to_day);
}

static void figures_of_day(uint64_t *h, const struct problem *p, int day)
{
#define X(name, value, least, most, unit, text)                                \
    number(h, p->rule_of_day[day].name);
    RULE_FIGURES(X)
#undef X
#define X(name, value, least, most, unit, text)                                \
    number(h, p->cost_of_day[day].name);
    COST_FIGURES(X)
#undef X
}

/* Where nothing depends on it, what came later than the first rosters is left out, so
 * that those are not taken for rosters of something else. */
static void weight(uint64_t *h, const char *name, int value)
{
    static const char LATER[] = "escort_used";

    if (value != 0 || strcmp(name, LATER) != 0)
        number(h, value);
}

static void unit(uint64_t *h, const struct problem *p)
{
    word(h, p->unit_id);
    number(h, p->week.iso_year);
    number(h, p->week.iso_week);
    number(h, p->week.start_utc);
    numbers(h, p->week.day_start, DAYS + 1);
    number(h, p->grid);
#define X(name, value, least, most, unit, text) weight(h, #name, p->weight.name);
    WEIGHT_FIGURES(X)
#undef X
    for (int day = 0; day < DAYS; day++)
        figures_of_day(h, p, day);
    for (int kind = 0; kind < CODE_KINDS; kind++)
        words(h, p->codes[kind], p->n_codes[kind]);
    number(h, p->today);
    number(h, p->published);
    if (p->now != 0 || p->freeze != 0) {
        number(h, p->now);
        number(h, p->freeze);
    }
    spans(h, p->paratransit_hours, DAYS);
}

/* Of n places to each other. */
static void minutes(uint64_t *h, const uint16_t *table, int n)
{
    for (size_t i = 0; i < (size_t)n * (size_t)n; i++) {
        unsigned char low_high[2] = {(unsigned char)(table[i] & 0xFF),
                                     (unsigned char)(table[i] >> 8)};

        *h = hash_bytes(*h, low_high, 2);
    }
}

/* Minutes that are in no table are those between places that nobody goes between. */
static void places(uint64_t *h, const struct problem *p)
{
    number(h, p->n_places);
    for (int i = 0; i < p->n_places; i++)
        word(h, p->places[i].id);
    if (p->travel) {
        minutes(h, p->travel, p->n_places);
        return;
    }
    numbers(h, p->tables->table_of, p->n_places);
    for (int i = 0; i < p->tables->n; i++)
        minutes(h, p->tables->minutes[i], p->tables->size[i]);
}

static void client(uint64_t *h, const struct client *c)
{
    word(h, c->id);
    number(h, c->home);
    number(h, c->birth_year);
    needs(h, &c->needs);
    number(h, c->is_protected);
    number(h, c->introductions);
    number(h, c->primary);
    number(h, c->deputy);
    number(h, c->wishes_sex);
    number(h, (int64_t)c->wishes_language);
    number(h, (int64_t)c->interests);
    number(h, (int64_t)c->exposes);
    number(h, (int64_t)c->allergies);
    number(h, c->short_before);
    numbers(h, c->shares, c->n_shares);
}

static void past(uint64_t *h, const struct escort_past *past)
{
    number(h, past->known);
    numbers(h, past->minutes, PAST_WEEKS);
    number(h, past->additional_year);
    number(h, past->weekends);
    number(h, past->evenings);
}

static void delegations(uint64_t *h, const struct escort *e)
{
    number(h, e->n_delegations);
    for (int i = 0; i < e->n_delegations; i++) {
        number(h, e->delegations[i].client);
        number(h, (int64_t)e->delegations[i].tasks);
        valid(h, &e->delegations[i].valid);
    }
}

static void met(uint64_t *h, const struct escort *e)
{
    number(h, e->n_met);
    for (int i = 0; i < e->n_met; i++) {
        number(h, e->met[i].client);
        number(h, e->met[i].lately);
        numbers(h, e->met[i].month_minutes, 2);
    }
}

static void escort(uint64_t *h, const struct escort *e)
{
    word(h, e->id);
    number(h, e->home);
    number(h, (int64_t)e->engagement);
    number(h, e->sex);
    number(h, (int64_t)e->skills);
    number(h, (int64_t)e->languages);
    spans(h, e->available, e->n_available);
    number(h, e->contract_minutes);
    number(h, e->max_minutes);
    number(h, e->day_anchor);
    spans(h, e->outside, e->n_outside);
    number(h, (int64_t)e->exposes);
    number(h, (int64_t)e->allergies);
    number(h, (int64_t)e->interests);
    valid(h, &e->child_clearance);
    valid(h, &e->protected_clearance);
    number(h, e->wage_ore);
    delegations(h, e);
    past(h, &e->past);
    met(h, e);
}

/* Nearly all pairs know nothing of each other: only the others are fed. */
static void pairs(uint64_t *h, const struct problem *p)
{
    for (int i = 0; i < p->n_clients; i++)
        for (int k = 0; k < p->n_escorts; k++) {
            enum bar bar = pair_barred(p, i, k);
            int visits = pair_visits_before(p, i, k);

            if (bar == BAR_NONE && visits == 0)
                continue;
            number(h, i);
            number(h, k);
            number(h, (int64_t)bar);
            number(h, visits);
            number(h, (int64_t)pair_recency(p, i, k));
        }
    number(h, NONE);
}

static void decisions(uint64_t *h, const struct problem *p)
{
    number(h, p->n_decisions);
    for (int i = 0; i < p->n_decisions; i++) {
        const struct decision *d = &p->decisions[i];

        word(h, d->id);
        number(h, d->client);
        number(h, (int64_t)d->basis);
        number(h, (int64_t)d->period);
        number(h, d->minutes);
        number(h, d->from_day);
        number(h, d->to_day);
    }
    number(h, p->n_grants);
    for (int i = 0; i < p->n_grants; i++) {
        number(h, p->grants[i].decision);
        spans(h, &p->grants[i].span, 1);
        number(h, p->grants[i].left);
    }
}

/* What the escorts were asked and told. */
static void told(uint64_t *h, const struct request *r)
{
    number(h, r->n_offers);
    for (int i = 0; i < r->n_offers; i++) {
        number(h, r->offers[i].escort);
        number(h, (int64_t)r->offers[i].answer);
    }
    number(h, r->published);
    number(h, r->pub_start);
    number(h, r->pub_minutes);
    numbers(h, r->pub_escorts, r->n_pub_escorts);
}

static void request(uint64_t *h, const struct request *r)
{
    word(h, r->id);
    word(h, r->series);
    number(h, r->client);
    number(h, r->needed);
    number(h, r->minutes);
    number(h, r->minutes_min);
    number(h, r->meet);
    number(h, r->end);
    needs(h, &r->needs);
    number(h, (int64_t)r->priority);
    number(h, r->decision);
    number(h, (int64_t)r->tasks);
    number(h, (int64_t)r->out);
    number(h, (int64_t)r->back);
    number(h, r->escort_rides);
    number(h, r->series_escort);
    number(h, r->n_alternatives);
    for (int i = 0; i < r->n_alternatives; i++) {
        number(h, r->alternatives[i].from);
        number(h, r->alternatives[i].to);
        number(h, r->alternatives[i].wish);
        number(h, r->alternatives[i].session);
    }
    numbers(h, r->wishes, r->n_wishes);
    number(h, r->n_extra);
    for (int i = 0; i < r->n_extra; i++) {
        number(h, r->extra[i].escort);
        number(h, r->extra[i].points);
    }
    number(h, r->pinned);
    number(h, r->pin_start);
    numbers(h, r->pin_escorts, r->n_pin_escorts);
    told(h, r);
}

static void sessions(uint64_t *h, const struct problem *p)
{
    number(h, p->n_sessions);
    for (int i = 0; i < p->n_sessions; i++) {
        const struct session *s = &p->sessions[i];

        word(h, s->id);
        number(h, s->place);
        number(h, s->start);
        number(h, s->minutes);
        number(h, s->capacity);
        number(h, s->per_escort);
        number(h, s->debit_percent);
        number(h, s->shared);
    }
}

static void links(uint64_t *h, const struct problem *p)
{
    number(h, p->n_links);
    for (int i = 0; i < p->n_links; i++) {
        number(h, p->links[i].first);
        number(h, p->links[i].second);
        number(h, p->links[i].gap_min);
        number(h, p->links[i].gap_max);
        number(h, p->links[i].same_escort);
    }
}

uint64_t problem_hash(const struct problem *p)
{
    uint64_t h = HASH_START;

    unit(&h, p);
    places(&h, p);
    number(&h, p->n_clients);
    for (int i = 0; i < p->n_clients; i++)
        client(&h, &p->clients[i]);
    number(&h, p->n_escorts);
    for (int i = 0; i < p->n_escorts; i++)
        escort(&h, &p->escorts[i]);
    pairs(&h, p);
    decisions(&h, p);
    number(&h, p->n_requests);
    for (int i = 0; i < p->n_requests; i++)
        request(&h, &p->requests[i]);
    links(&h, p);
    sessions(&h, p);
    return h;
}
