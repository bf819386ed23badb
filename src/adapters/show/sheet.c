/* What every writer of a sheet asks of it. */
#include "adapters/show/sheet.h"

#include "adapters/text/phrase.h"
#include "adapters/show/spare.h"
#include "base/text.h"
#include "rules/rule.h"

#include <stdlib.h>

struct key {
    int start, request;
};

static int by_start(const void *x, const void *y)
{
    const struct key *a = x, *b = y;
    if (a->start != b->start)
        return (a->start > b->start) - (a->start < b->start);
    return (a->request > b->request) - (a->request < b->request);
}

static bool comes(const struct visit *v, int escort)
{
    for (int i = 0; i < v->n_escorts; i++)
        if (v->escorts[i] == escort)
            return true;
    return false;
}

const int *sheet_served(struct arena *a, const struct sheet *s, int client, int escort,
                        int *n)
{
    struct key *keys = NULL;
    int capacity = 0;
    *n = 0;
    for (int r = 0; r < s->roster->n_requests; r++)
        if (roster_serves(s->roster, r) &&
            (client == NONE || s->problem->requests[r].client == client) &&
            (escort == NONE || comes(&s->roster->visits[r], escort)))
            ARENA_PUSH(a, keys, *n, capacity,
                       ((struct key){s->roster->visits[r].start, r}));
    int *served = NEW_ARRAY(a, int, *n + 1);
    if (*n > 0)
        qsort(keys, (size_t)*n, sizeof *keys, by_start);
    for (int i = 0; i < *n; i++)
        served[i] = keys[i].request;
    return served;
}

const int *sheet_unserved(struct arena *a, const struct sheet *s, int *n)
{
    int *unserved = NEW_ARRAY(a, int, s->roster->n_requests + 1);
    *n = 0;
    for (int r = 0; r < s->roster->n_requests; r++)
        if (!roster_serves(s->roster, r))
            unserved[(*n)++] = r;
    return unserved;
}

int listed_day(const struct week *w, int minute)
{
    int day = week_day(w, minute);
    return day < 0 ? 0 : day >= DAYS ? DAYS - 1 : day;
}

struct work sheet_work(struct arena *a, const struct sheet *s, int escort)
{
    const struct problem *p = s->problem;
    struct work w = {.n = roster_duties(p, s->roster, escort, NULL, 0)};
    struct duty *duties = NEW_ARRAY(a, struct duty, w.n + 1);
    roster_duties(p, s->roster, escort, duties, w.n);
    struct escort_week week = {.escort = escort, .n = w.n, .duties = duties};
    escort_week_borders(p, escort, week.border);
    w.duties = duties;
    w.minutes = working_minutes(p, &week);
    for (int day = 0; day < DAYS; day++) {
        w.free_day[day] = true;
        for (int i = 0; i < w.n; i++)
            if (duties[i].start < p->week.day_start[day + 1] &&
                duties[i].end > p->week.day_start[day])
                w.free_day[day] = false;
    }
    return w;
}

static bool met(const int *faces, int n, int escort)
{
    for (int i = 0; i < n; i++)
        if (faces[i] == escort)
            return true;
    return false;
}

const int *sheet_faces(struct arena *a, const struct sheet *s, int client,
                       int *n)
{
    int n_served;
    const int *served = sheet_served(a, s, client, NONE, &n_served);
    int *faces = NEW_ARRAY(a, int, s->problem->n_escorts + 1);
    *n = 0;
    for (int i = 0; i < n_served; i++) {
        const struct visit *v = &s->roster->visits[served[i]];
        for (int k = 0; k < v->n_escorts; k++)
            if (!met(faces, *n, v->escorts[k]))
                faces[(*n)++] = v->escorts[k];
    }
    return faces;
}

int gap_tenths(const struct tier_result *t)
{
    if (t->bound >= t->value)
        return 0;
    if (t->bound <= 0)
        return 1000;
    return (int)(((t->value - t->bound) * 1000 + t->value - 1) / t->value);
}

static const char *bound_phrase(struct arena *a, const struct tier_result *t)
{
    int tenths = gap_tenths(t);
    if (tenths == 0)
        return arena_print(a, _("%lld points, proved optimal"),
                           (long long)t->value);
    return arena_print(a, _("%lld points, at least %lld (gap %d.%d %%)"),
                       (long long)t->value, (long long)t->bound, tenths / 10,
                       tenths % 10);
}

static const char *certified_phrase(struct arena *a, const struct tier_result *t, bool stated,
                                    int64_t bound)
{
    int tenths = gap_tenths(&(struct tier_result){t->value, bound});
    if (!stated)
        return _("not certified");
    if (bound >= t->bound)
        return _("certified");
    return arena_print(a, _("certified: at least %lld (gap %d.%d %%)"), (long long)bound,
                       tenths / 10, tenths % 10);
}

const char *tier_phrase(struct arena *a, const struct sheet *s, enum tier tier)
{
    const struct tier_result *t = tier == TIER_RIGHTS ? &s->rights : &s->rest;
    const struct certificate *c = s->certificate;
    int at = tier == TIER_RIGHTS ? 0 : 1;
    if (!s->has_tiers)
        return arena_print(a, _("%lld points"),
                           (long long)s->verdict->tier[tier]);
    const char *bound = bound_phrase(a, t);
    if (!c || t->bound <= 0) /* that anybody knows */
        return bound;
    return arena_print(a, "%s; %s", bound,
                       certified_phrase(a, t, c->stated[at], c->bound[at]));
}

const char *served_phrase(struct arena *a, const struct sheet *s)
{
    int n, all = s->roster->n_requests;
    sheet_served(a, s, NONE, NONE, &n);
    return arena_print(a, PLURAL("%d of %d visit", "%d of %d visits", all), n,
                       all);
}

static const char *breaches_phrase(struct arena *a, int n)
{
    if (n == 0)
        return _("lawful: no rule is broken");
    return arena_print(
        a, PLURAL("not lawful: %d breach", "not lawful: %d breaches", n), n);
}

const char *verdict_phrase(struct arena *a, const struct sheet *s)
{
    const char *lawful = breaches_phrase(a, s->verdict->n_breaches);
    int n = s->verdict->n_warnings;
    if (n == 0)
        return lawful;
    return arena_print(a, PLURAL("%s; %d warning", "%s; %d warnings", n), lawful, n);
}

const char *warnings_phrase(struct arena *a, const struct sheet *s)
{
    int n = s->verdict->n_warnings;
    return arena_print(a, PLURAL("%d warning, which makes nothing unlawful",
                                 "%d warnings, which make nothing unlawful", n),
                       n);
}

int sheet_answer(const struct problem *p, int request, int escort)
{
    const struct request *q = &p->requests[request];
    for (int i = 0; i < q->n_offers; i++)
        if (q->offers[i].escort == escort)
            return (int)q->offers[i].answer;
    return NONE;
}

const char *answer_phrase(int answer)
{
    switch (answer) {
    case ANSWER_ACCEPTED:
        return _("accepted");
    case ANSWER_OFFERED:
        return _("offered, not answered yet");
    case ANSWER_DECLINED:
        return _("declined");
    default:
        return _("to be offered");
    }
}

static bool to_accept(const struct problem *p, int request, const struct visit *v)
{
    for (int i = 0; i < v->n_escorts; i++) {
        int answer = sheet_answer(p, request, v->escorts[i]);
        if (!escort_employed(&p->escorts[v->escorts[i]]) &&
            (answer == NONE || answer == ANSWER_OFFERED))
            return true;
    }
    return false;
}

int sheet_to_accept(const struct sheet *s)
{
    int n = 0;
    for (int r = 0; r < s->roster->n_requests; r++)
        n += to_accept(s->problem, r, &s->roster->visits[r]);
    return n;
}

const char *to_accept_phrase(struct arena *a, const struct sheet *s)
{
    int n = sheet_to_accept(s);
    return arena_print(
        a, PLURAL("%d visit yet to be accepted", "%d visits yet to be accepted", n), n);
}

/* What the rest of the roster keeps the visit from, told for the scheduler. NULL if it
 * is nothing but that the escorts are busy. */
static const char *crowded_out(struct arena *a, const struct sheet *s, int request)
{
    const struct problem *p = s->problem;
    int escort = NONE, other = not_agreed_with(p, s->roster, request);
    if (other != NONE)
        return arena_print(a, _("%s and %s have not agreed to share an escort."),
                           client_name(a, p, p->requests[request].client),
                           client_name(a, p, p->requests[other].client));
    int n = count_short_of_hours(p, s->roster, request, &escort);
    if (n == 0)
        return NULL;
    if (n == 1)
        return arena_print(
            a, _("%s is free then, but would work more than %s in the week."),
            escort_name(a, p, escort),
            length_phrase(a, week_limit(p, &p->escorts[escort])));
    return arena_print(
        a, _("%d escorts are free then, but would work more than their week allows."), n);
}

const char *why_not_phrase(struct arena *a, const struct sheet *s, int request)
{
    const struct problem *p = s->problem;
    int option, escort, counts[RULE_COUNT];
    bool able = rules_why_unserved(p, request, counts) == RULE_NONE;
    if (able && hours_spent(p, s->roster, request))
        return _("The decision's hours go to other visits of the client.");
    if (!able || !spare_escort(p, s->roster, request, &option, &escort)) {
        const char *told = able ? crowded_out(a, s, request) : NULL;
        return told ? told : unserved_sentence(a, p, request);
    }
    return arena_print(a, _("%s is free and could come %s."),
                       escort_name(a, p, escort),
                       moment_sentence(a, &p->week, p->options[option].start));
}

static const char *free_days(struct arena *a, const struct work *w)
{
    const char *days[DAYS];
    int n = 0;
    for (int day = 0; day < DAYS; day++)
        if (w->free_day[day])
            days[n++] = weekday_short(day);
    return n == 0 ? _("no free day")
                  : arena_print(a, _("free %s"), and_list(a, days, n));
}

const char *work_phrase(struct arena *a, const struct sheet *s, int escort,
                        const struct work *w)
{
    int contract = s->problem->escorts[escort].contract_minutes;
    const char *work = length_phrase(a, w->minutes), *days = free_days(a, w);
    if (contract == NONE)
        return arena_print(a, _("%s of work, %s"), work, days);
    return arena_print(a, _("%s of work (contract %s), %s"), work,
                       length_phrase(a, contract), days);
}

const char *worked_phrase(struct arena *a, const struct sheet *s, int escort,
                          const struct work *w)
{
    int contract = s->problem->escorts[escort].contract_minutes;
    const char *work = length_phrase(a, w->minutes);
    if (contract == NONE)
        return arena_print(a, _("%s of work"), work);
    return arena_print(a, _("%s of work (contract %s)"), work, length_phrase(a, contract));
}
