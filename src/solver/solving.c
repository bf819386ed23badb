#include "solver/solving.h"

#include "base/clock.h"

struct tier_result *result_of(struct solving *s, int tier)
{
    return tier == TIER_RIGHTS ? &s->rights : &s->rest;
}

double seconds_gone(const struct solving *s)
{
    return clock_seconds() - s->began;
}

bool interrupted(const struct solving *s)
{
    return s->options->stop && *s->options->stop;
}

bool out_of_time(const struct solving *s)
{
    return s->options->seconds > 0 && seconds_gone(s) >= s->options->seconds;
}

bool settled(const struct solving *s, const struct tier_result *t)
{
    double open = (double)t->value - (double)t->bound;
    return open <= s->options->gap * (t->value < 0 ? -(double)t->value : (double)t->value);
}

bool worth_proving(const struct solving *s, const struct tier_result *t)
{
    return !settled(s, t) && !interrupted(s) && !out_of_time(s);
}

struct exact_limits limits_left(struct solving *s, int64_t *work, double share)
{
    double left = s->options->seconds - seconds_gone(s);
    return (struct exact_limits){
        .deadline = s->options->seconds > 0 ? clock_seconds() + share * left : 0,
        .stop = s->options->stop,
        .work = work};
}

void tell(const struct solving *s, const struct search *search)
{
    struct progress now = {.phase = s->phase,
                           .rights = s->rights,
                           .rest = s->rest,
                           .served = search_served(search),
                           .requests = s->problem->n_requests,
                           .seconds = seconds_gone(s),
                           .share = search_share(search, s->effort)};
    struct best_found best = search_best(search);
    now.rights.value = best.rights;
    now.rest.value = best.rest;
    if (s->options->tell)
        s->options->tell(s->options->listener, &now);
}

bool look_up(void *solving, const struct search *search)
{
    struct solving *s = solving;
    tell(s, search);
    return interrupted(s) || out_of_time(s) || (s->pause > 0 && seconds_gone(s) >= s->pause);
}

void begin_phase(struct solving *s, const char *phase)
{
    s->phase = phase;
    tell(s, s->search);
}

void take_values(struct solving *s)
{
    struct best_found best = search_best(s->search);
    s->rights.value = best.rights;
    s->rest.value = best.rest;
}

void improve(struct solving *s, const struct roster *better)
{
    if (better)
        search_improve(s->search, better);
    take_values(s);
}

void take_bound(struct tier_result *t, int64_t bound)
{
#ifdef AUDIT
    require(bound <= t->value, "a bound is above a roster's value");
#endif
    if (bound > t->bound)
        t->bound = bound < t->value ? bound : t->value;
}
