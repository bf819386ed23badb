/* The operations that scenarios are made of. */
#include "adapters/whatif/scenario_operations.h"

#include "base/text.h"

#include <string.h>

#define NUMBER(name, least, most, fallback, unit)                              \
    {name, KEY_NUMBER, least, most, fallback, unit, NULL, false}
#define NEEDED(name, least, most, unit) {name, KEY_NUMBER, least, most, 0, unit, NULL, true}
#define WORD(name, words) {name, KEY_WORD, 0, 0, 0, "", words, false}
#define TEXT(name) {name, KEY_TEXT, 0, 0, 0, "", NULL, false}
#define NEEDED_TEXT(name) {name, KEY_TEXT, 0, 0, 0, "", NULL, true}
#define TEXTS(name) {name, KEY_TEXTS, 0, 0, 0, "", NULL, false}
#define FIGURES(name) {name, KEY_FIGURES, 0, 0, 0, "", NULL, true}
#define END {0}

static const char *const FROM[] = {"contractor", "employed", "employed_hourly",
                                   "employed_monthly", "any", NULL};
static const char *const INTO[] = {"employed", "contractor", NULL};
static const char *const KIND[] = {"employed_hourly", "employed_monthly", "contractor", NULL};
static const char *const WHO[] = {"any", "employed", "employed_monthly", "employed_hourly",
                                  "contractor", NULL};
static const char *const BASIS[] = {"any", "LSS_9_3", "SOL_11_1", "SOL_11_4", "SOL_11_5", NULL};
static const char *const ASSESSED[] = {"LSS_9_3", "SOL_11_1", "SOL_11_4", NULL};
static const char *const QUEUE[] = {"fifo", "lottery", "need", NULL};
static const char *const ORDER[] = {"least_asked", "random", NULL};
static const char *const DAY_WORD[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun", NULL};

static const struct operation_key engage_KEYS[] = {
    NUMBER("share", 0, 100, 100, "%"), WORD("from", FROM), WORD("into", INTO),
    NUMBER("replaces", 1, 20, 6, ""), NUMBER("full_time", 0, 100, 35, "%"),
    NUMBER("part_time_80", 0, 100, 35, "%"), NUMBER("part_time_50", 0, 100, 20, "%"),
    NUMBER("hourly", 0, 100, 10, "%"), NUMBER("weekends", 0, 1, 1, ""), END};
static const struct operation_key contract_KEYS[] = {
    WORD("who", WHO), NEEDED("percent", 0, 100, "%"), NUMBER("share", 0, 100, 100, "%"), END};
static const struct operation_key grant_KEYS[] = {
    WORD("basis", BASIS), NUMBER("percent", 0, 1000, 100, "%"),
    NUMBER("least", 0, 1000000, 0, "min"), NUMBER("share", 0, 100, 100, "%"),
    NUMBER("demand", 0, 1000, 100, "%"), END};
static const struct operation_key demand_KEYS[] = {
    WORD("basis", BASIS), NEEDED("percent", 0, 1000, "%"), TEXT("area"), END};
static const struct operation_key open_offer_KEYS[] = {
    NUMBER("wishing", 0, 1000, 20, "%"), NUMBER("induced", 0, 1000, 100, "%"),
    NUMBER("cap", 0, 44640, 600, "min"), NUMBER("places", 0, 100000, 0, ""),
    WORD("queue", QUEUE), END};
static const struct operation_key inflow_KEYS[] = {
    NEEDED("people", 0, 100000, ""), WORD("basis", ASSESSED),
    NUMBER("minutes", 0, 44640, 900, "min"), END};
static const struct operation_key session_KEYS[] = {
    NEEDED_TEXT("activity"), WORD("day", DAY_WORD), NEEDED_TEXT("at"),
    NUMBER("minutes", 1, 1440, 120, "min"), NUMBER("capacity", 1, 10000, 8, ""),
    NUMBER("clients_per_escort", 1, 1000, 4, ""), NUMBER("debit_percent", 0, 100, 0, "%"),
    NUMBER("fee_ore", 0, 10000000, 0, "öre"), NUMBER("share", 0, 100, 20, "%"),
    NUMBER("rank", 1, 20, 2, ""), NUMBER("leaders", 0, 100, 2, ""), TEXT("place"), END};
static const struct operation_key add_escorts_KEYS[] = {
    NEEDED("people", 0, 100000, ""), WORD("kind", KIND),
    NUMBER("contract_percent", 1, 100, 100, "%"), TEXTS("skills"), TEXTS("languages"),
    TEXTS("days"), TEXT("from"), TEXT("to"), NUMBER("accepted", 0, 100, 100, "%"),
    TEXT("area"), NUMBER("hours_week", 0, 60, 0, "h"), END};
static const struct operation_key remove_escorts_KEYS[] = {
    NEEDED("percent", 0, 100, "%"), WORD("who", WHO), TEXT("skill"), WORD("order", ORDER), END};
static const struct operation_key rules_KEYS[] = {FIGURES("set"), END};
static const struct operation_key weights_KEYS[] = {FIGURES("set"), END};
static const struct operation_key costs_KEYS[] = {FIGURES("set"), END};
static const struct operation_key profiles_KEYS[] = {TEXTS("add"), TEXTS("remove"), END};
static const struct operation_key cut_KEYS[] = {NEEDED_TEXT("area"), END};
static const struct operation_key demand_seed_KEYS[] = {NEEDED("seed", 0, 1000000000, ""), END};

const struct operation_row OPERATION_ROWS[] = {
#define X(name, text, source) {#name, text, source, name##_KEYS, operation_##name},
    OPERATION_LIST(X)
#undef X
    {0},
};

/* ---- what an operation says --------------------------------------------- */

const struct key_value *operation_value(const struct operation *o, const char *key)
{
    int i = 0;
    while (o->row->keys[i].name && strcmp(o->row->keys[i].name, key) != 0)
        i++;
    require(o->row->keys[i].name, "an operation is asked for keys of its own only");
    return &o->value[i];
}

bool operation_given(const struct operation *o, const char *key)
{
    return operation_value(o, key)->given;
}

int operation_number(const struct operation *o, const char *key)
{
    return operation_value(o, key)->number;
}

const char *operation_word(const struct operation *o, const char *key)
{
    return operation_value(o, key)->text;
}

const char *operation_text(const struct operation *o, const char *key)
{
    return operation_value(o, key)->text;
}

static void key_told(struct text *t, const struct operation_key *key, const struct key_value *v)
{
    const char *comma = t->length > 0 ? ", " : "";
    switch (key->kind) {
    case KEY_NUMBER:
        text_print(t, "%s%s = %d%s%s", comma, key->name, v->number, *key->unit ? " " : "",
                   key->unit);
        return;
    case KEY_WORD:
    case KEY_TEXT:
        if (v->text)
            text_print(t, "%s%s = %s", comma, key->name, v->text);
        return;
    case KEY_TEXTS:
        for (int i = 0; i < v->n; i++)
            text_print(t, "%s%s%s", i == 0 ? comma : " ",
                       i == 0 ? arena_print(t->arena, "%s = ", key->name) : "", v->texts[i]);
        return;
    case KEY_FIGURES:
        for (int i = 0; i < v->n; i++)
            text_print(t, "%s%s = %d", i == 0 ? comma : ", ", v->texts[i], v->numbers[i]);
        return;
    }
}

const char *operation_told(struct arena *a, const struct operation *o)
{
    struct text t = text_new(a);
    for (int i = 0; o->row->keys[i].name; i++)
        key_told(&t, &o->row->keys[i], &o->value[i]);
    return text_done(&t);
}
