/* Prices of districts, made better by ascent, and what they prove of the whole. */
#include "solver/prove_districts.h"

#include "base/text.h"
#include "solver/ascent.h"
#include "solver/charge.h"
#include "solver/districts.h"
#include "solver/lagrangean.h"

enum { DISTRICT = 100 }; /* requests */

static void keep(struct solving *s, const struct prices *x, const struct exact_limits *limits)
{
    int64_t bound = lagrangean_bound(s->net, TIER_REST, x, NULL, s->rights.value,
                                     s->options->threads, limits);
    if (bound == INT64_MIN)
        return;
    take_bound(&s->rest, bound);
    if (!s->certifies)
        return;
    if (!s->certificate)
        s->certificate = NEW(s->arena, struct certificate);
    s->certificate->stated[1] = true;
    s->certificate->prices[1] = *prices_copy(s->arena, s->problem, x);
    s->certificate->cases[1] = (struct case_list){0};
    s->certificate->bound[1] = bound;
    s->certificate->rights_value = s->rights.value;
}

/* The prices of an earlier roster will do where there are any. */
static enum status first_prices(struct arena *a, struct solving *s,
                                const struct exact_limits *limits, struct prices **x,
                                struct faults *f)
{
    const struct certificate *from = s->options->prices;
    *x = NULL;
    if (from && from->stated[1] && from->n_parts == 0 &&
        prices_sound(s->problem, TIER_REST, &from->prices[1])) {
        *x = prices_copy(a, s->problem, &from->prices[1]);
        return STATUS_OK;
    }
    return districts_price(a, s->net, search_roster(a, s->search), DISTRICT, s->options->seed,
                           s->options->threads, limits, x, f);
}

enum status prove_districts(struct solving *s, int64_t *work, struct faults *f)
{
    struct arena *scratch = arena_new();
    struct exact_limits limits = limits_left(s, work, 0.75), ascending = limits_left(s, work, 0.5);
    struct prices *x;
    begin_phase(s, N_("prices of districts"));
    enum status status = first_prices(scratch, s, &ascending, &x, f);
    if (status == STATUS_OK && !exact_over(&ascending))
        ascent_run(scratch, s->net, s->rights.value, s->rest.value, s->options->threads,
                   &ascending, &x);
    if (status == STATUS_OK && !exact_over(&limits) && prices_sound(s->problem, TIER_REST, x))
        keep(s, x, &limits);
    tell(s, s->search);
    arena_free(scratch);
    return status;
}
