/* The tiers with their prices (prices_json.c) and cases (cases_json.c). A part of the week
 * has no id: a request of it stands for it. */
#include "adapters/workspace/certificate_json.h"

#include "adapters/workspace/cases_json.h"

/* ---- reading ---- */

/* What the first tier has no use for; the price is the parts' where there are any, be it
 * that none of them is left. */
static void read_rights(struct reader *r, int tier, struct certificate *c)
{
    static const char *const ONLY_REST[] = {"rights", "rights_value"};

    if (tier == 2) {
        reader_int64(r, ONLY_REST[1], REQUIRED, 0, INT64_MAX, &c->rights_value);
        if (!c->parts)
            price_read(r, ONLY_REST[0], &c->prices[1].rights);
        else if (reader_has(r, ONLY_REST[0]))
            reader_fault(r, ONLY_REST[0], _("Remove it."),
                         _("Each of the parts has its own"));
        return;
    }
    for (int i = 0; i < 2; i++)
        if (reader_has(r, ONLY_REST[i]))
            reader_fault(r, ONLY_REST[i], _("Remove it."), _("Only tier 2 has this"));
}

/* What is not named has no price. */
static void read_prices(struct prices_reading *in, struct prices *out)
{
    const struct problem *p = in->problem;
    struct price_changes list = {0};

    out->request = NEW_ARRAY(in->arena, int64_t, p->n_requests + 1);
    out->team = NEW_ARRAY(in->arena, int64_t, p->n_options + 1);
    out->grant = NEW_ARRAY(in->arena, int64_t, p->n_grants + 1);
    out->session = NEW_ARRAY(in->arena, int64_t, p->n_sessions + 1);
    out->shortage = NEW_ARRAY(in->arena, int64_t, 2 * p->n_clients + 1);
    prices_read(in, false, &list);
    price_changes_make(in->arena, &list, out);
}

static void read_tier(struct prices_reading *in, struct certificate *c)
{
    static const char *const KEYS[] = {
        "tier", "bound", "rights", "rights_value", "cases", PRICE_GROUPS, NULL};
    struct reader *r = in->reader;
    int tier;

    if (!reader_shape(r, KEYS) || !reader_int(r, "tier", REQUIRED, 1, 2, &tier))
        return;
    if (c->stated[tier - 1]) {
        reader_fault(r, "tier", _("Remove one of the two."),
                     _("Tier %d is there already"), tier);
        return;
    }
    c->stated[tier - 1] = true;
    reader_int64(r, "bound", REQUIRED, INT64_MIN, INT64_MAX, &c->bound[tier - 1]);
    read_rights(r, tier, c);
    read_prices(in, &c->prices[tier - 1]);
    cases_read(in, tier, &c->cases[tier - 1]);
}

static void read_priced(struct reader *r, bool priced[2])
{
    int tier;

    if (!reader_list(r, "priced", REQUIRED))
        return;
    while (reader_next(r)) {
        if (!reader_int(r, NULL, REQUIRED, 1, 2, &tier))
            continue;
        if (priced[tier - 1])
            reader_fault(r, NULL, _("Remove one of the two."),
                         _("Tier %d is there already"), tier);
        priced[tier - 1] = true;
    }
}

static void read_part(const struct prices_reading *in, struct certificate *c,
                      bool *seen)
{
    static const char *const KEYS[] = {"request", "priced", "rights", "rights_value", NULL};
    struct reader *r = in->reader;
    struct part_proof x = {0};

    if (!reader_shape(r, KEYS))
        return;
    bool good = priced_find(in, in->ids->requests, "request", &x.request);
    good = price_read(r, "rights", &x.rights) && good;
    good = reader_int64(r, "rights_value", REQUIRED, 0, INT64_MAX, &x.rights_value) && good;
    read_priced(r, x.priced);
    if (!good)
        return;
    if (seen[x.request])
        reader_fault(r, NULL, _("Remove one of the two."), _("This part is there already"));
    seen[x.request] = true;
    c->parts[c->n_parts++] = x;
    if (x.rights > c->prices[1].rights)
        c->prices[1].rights = x.rights;
}

static void read_parts(const struct prices_reading *in, struct certificate *c)
{
    struct reader *r = in->reader;

    if (!reader_list(r, "parts", OPTIONAL))
        return;
    bool *seen = NEW_ARRAY(in->arena, bool, in->problem->n_requests + 1);
    c->parts = NEW_ARRAY(in->arena, struct part_proof, reader_size(r) + 1);
    while (reader_next(r))
        read_part(in, c, seen);
}

const struct certificate *certificate_read(struct arena *a, struct reader *r,
                                           const struct problem *p,
                                           const struct priced_ids *ids,
                                           bool same_input)
{
    static const char *const KEYS[] = {"scale", "parts", "tiers", NULL};
    struct prices_reading in = prices_reading_of(a, r, p, ids, same_input);
    struct certificate *c = NEW(a, struct certificate);
    int scale;

    if (!reader_object(r, "certificate", OPTIONAL, KEYS))
        return NULL;
    reader_int(r, "scale", REQUIRED, PRICE_SCALE, PRICE_SCALE, &scale);
    read_parts(&in, c);
    if (reader_list(r, "tiers", REQUIRED))
        while (reader_next(r))
            read_tier(&in, c);
    reader_leave(r);
    return c->stated[0] || c->stated[1] ? c : NULL;
}

/* ---- writing ---- */

static void write_tier(struct prices_writing *out, const struct certificate *c,
                       int tier)
{
    const struct prices *prices = &c->prices[tier - 1];
    struct arena *scratch = arena_new();
    const struct price_changes list = price_changes_find(scratch, out->problem, NULL, prices);

    text_print(out->text, "   {\n    \"tier\": %d,\n    \"bound\": %lld", tier,
               (long long)c->bound[tier - 1]);
    if (tier == 2 && c->n_parts == 0)
        text_print(out->text, ",\n    \"rights\": %lld", (long long)prices->rights);
    if (tier == 2)
        text_print(out->text, ",\n    \"rights_value\": %lld", (long long)c->rights_value);
    prices_write(out, &list, false);
    cases_write(out, &c->cases[tier - 1]);
    text_add(out->text, "\n   }");
    arena_free(scratch);
}

static json_t *priced_list(const struct part_proof *x)
{
    json_t *list = json_array();

    for (int i = 0; i < 2; i++)
        if (x->priced[i])
            json_array_append_new(list, json_integer(i + 1));
    return list;
}

static void write_parts(struct prices_writing *out, const struct certificate *c)
{
    if (c->n_parts == 0)
        return;
    text_add(out->text, "  \"parts\": [");
    for (int i = 0; i < c->n_parts; i++) {
        const struct part_proof *x = &c->parts[i];
        text_add(out->text, i ? ",\n   " : "\n   ");
        value_write(out, json_pack("{s:s, s:o, s:I, s:I}", "request",
                                   out->problem->requests[x->request].id, "priced",
                                   priced_list(x), "rights", (json_int_t)x->rights,
                                   "rights_value", (json_int_t)x->rights_value));
    }
    text_add(out->text, "\n  ],\n");
}

bool certificate_write(struct text *text, const struct problem *p,
                       const struct certificate *c)
{
    struct prices_writing out = {.text = text, .problem = p};

    if (!c || (!c->stated[0] && !c->stated[1]))
        return true;
    text_print(text, " \"certificate\": {\n  \"scale\": %d,\n", PRICE_SCALE);
    write_parts(&out, c);
    text_add(text, "  \"tiers\": [\n");
    if (c->stated[0])
        write_tier(&out, c, 1);
    if (c->stated[0] && c->stated[1])
        text_add(text, ",\n");
    if (c->stated[1])
        write_tier(&out, c, 2);
    text_add(text, "\n  ]\n },\n");
    return !out.exhausted;
}
