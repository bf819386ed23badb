#include "adapters/workspace/cases_json.h"

static const char *const FORKS[] = {
    [FORK_SERVED] = "served", [FORK_UNSERVED] = "unserved", [FORK_BY] = "by",
    [FORK_NOT_BY] = "not_by", [FORK_BEFORE] = "before",     [FORK_FROM] = "from",
    [FORK_FROM + 1] = NULL,
};

static bool of_escort(enum fork_kind kind)
{
    return kind == FORK_BY || kind == FORK_NOT_BY;
}

static bool of_start(enum fork_kind kind)
{
    return kind == FORK_BEFORE || kind == FORK_FROM;
}

/* ---- reading ---- */

static void read_prices(struct prices_reading *in, int tier, struct case_proof *out)
{
    static const char *const KEYS[] = {"rights", PRICE_GROUPS, NULL};
    struct reader *r = in->reader;
    struct price_change rights = {.of = PRICED_RIGHTS};
    int room = 0;

    out->priced = reader_object(r, "prices", OPTIONAL, KEYS);
    if (!out->priced)
        return;
    if (tier == 1 && reader_has(r, "rights"))
        reader_fault(r, "rights", _("Remove it."), _("Only tier 2 has this"));
    else if (reader_has(r, "rights") && price_read(r, "rights", &rights.price))
        ARENA_PUSH(in->arena, out->prices.list, out->prices.n, room, rights);
    prices_read(in, true, &out->prices);
    reader_leave(r);
}

static void forbid(struct reader *r, const char *key, enum fork_kind kind)
{
    if (reader_has(r, key))
        reader_fault(r, key, _("Remove it."), _("A case \"%s\" has none"), FORKS[kind]);
}

/* False if it is of something that has gone, or after a fault. */
static bool read_fork(const struct prices_reading *in, struct fork *d)
{
    struct reader *r = in->reader;
    int kind;

    if (!reader_word(r, "fork", REQUIRED, FORKS, &kind))
        return false;
    d->kind = (enum fork_kind)kind;
    bool good = priced_find(in, in->ids->requests, "request", &d->request);
    if (of_escort(d->kind))
        good = priced_find(in, in->ids->escorts, "escort", &d->escort) && good;
    else
        forbid(r, "escort", d->kind);
    if (of_start(d->kind))
        good = reader_moment(r, "start", REQUIRED, &in->problem->week, &d->start) && good;
    else
        forbid(r, "start", d->kind);
    return good;
}

static bool read_case(struct prices_reading *in, int tier, struct case_proof *out)
{
    static const char *const KEYS[] = {"within", "fork",   "request", "escort",
                                       "start",  "prices", NULL};
    struct reader *r = in->reader;
    int before = reader_index(r), within = 0;

    if (!reader_shape(r, KEYS))
        return false;
    bool good = reader_int(r, "within", REQUIRED, 0, before, &within);
    out->within = within == 0 ? NONE : within - 1;
    good = read_fork(in, &out->fork) && good;
    read_prices(in, tier, out);
    return good;
}

void cases_read(struct prices_reading *in, int tier, struct case_list *out)
{
    struct reader *r = in->reader;
    bool all = true;

    if (!reader_list(r, "cases", OPTIONAL))
        return;
    *out = (struct case_list){
        0, NEW_ARRAY(in->arena, struct case_proof, reader_size(r) + 1)};
    while (reader_next(r))
        all = read_case(in, tier, &out->list[out->n++]) && all;
    if (!all)
        out->n = 0;
}

/* ---- writing ---- */

static void write_case(struct prices_writing *out, const struct case_proof *x)
{
    const struct problem *p = out->problem;

    text_print(out->text, "{\"within\": %d, \"fork\": \"%s\", \"request\": ", x->within + 1,
               FORKS[x->fork.kind]);
    value_write(out, json_string(p->requests[x->fork.request].id));
    if (of_escort(x->fork.kind)) {
        text_add(out->text, ", \"escort\": ");
        value_write(out, json_string(p->escorts[x->fork.escort].id));
    }
    if (of_start(x->fork.kind)) {
        char start[32];
        week_format(&p->week, x->fork.start, start);
        text_print(out->text, ", \"start\": \"%s\"", start);
    }
    if (x->priced) {
        text_add(out->text, ", \"prices\": {");
        prices_write(out, &x->prices, true);
        text_add(out->text, "}");
    }
    text_add(out->text, "}");
}

void cases_write(struct prices_writing *out, const struct case_list *cases)
{
    if (cases->n == 0)
        return;
    text_add(out->text, ",\n    \"cases\": [");
    for (int i = 0; i < cases->n; i++) {
        text_add(out->text, i ? ",\n     " : "\n     ");
        write_case(out, &cases->list[i]);
    }
    text_add(out->text, "\n    ]");
}
