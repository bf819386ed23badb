/* Engagement: who is employed, and with which hours. To employ is more than to change a
 * word: a full-time employee has the hours of several commissioned escorts, and their
 * clients with them. Neighbours are put together, so that what one takes over is near. */
#include "adapters/whatif/scenario_operations.h"
#include "adapters/whatif/scenario_scene.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { FULL_TIME = 40 * HOUR };

/* ---- the mix of contracts ----------------------------------------------- */

enum { FORMS = 4 };
static const struct {
    const char *key;
    int percent; /* of full time; 0 = by the hour */
} FORM[FORMS] = {{"full_time", 100}, {"part_time_80", 80}, {"part_time_50", 50}, {"hourly", 0}};

/* The form that is furthest behind its share of those engaged so far: no run of luck, and
 * the first few are like the whole. */
static int form_next(const struct operation *o, int engaged[FORMS])
{
    int best = 0, total = 1;
    int64_t most = INT64_MIN;
    for (int i = 0; i < FORMS; i++)
        total += engaged[i];
    for (int i = 0; i < FORMS; i++) {
        int share = operation_number(o, FORM[i].key);
        int64_t behind = (int64_t)share * total - (int64_t)100 * engaged[i];
        if (share > 0 && behind > most) {
            most = behind;
            best = i;
        }
    }
    engaged[best]++;
    return best;
}

/* How many commissioned escorts one of that form takes over from, itself among them. */
static int takes_over(const struct operation *o, int form)
{
    int n = share_of(operation_number(o, "replaces"), FORM[form].percent);
    return n > 1 ? n : 1;
}

static enum status mix_check(struct scene *s, const struct operation *o)
{
    int sum = 0;
    for (int i = 0; i < FORMS; i++)
        sum += operation_number(o, FORM[i].key);
    if (sum == 100)
        return STATUS_OK;
    return scene_fault(s, o, _("Let full_time, part_time_80, part_time_50 and hourly come to 100."),
                       _("the mix of contracts comes to %d %%"), sum);
}

/* ---- one employee ------------------------------------------------------- */

static void texts_join(json_t *into, const json_t *from, const char *key)
{
    const json_t *list = json_object_get(from, key);
    for (size_t i = 0; i < json_array_size(list); i++)
        texts_add(into, key, json_string_value(json_array_get(list, i)));
}

static void list_join(json_t *into, const json_t *from, const char *key)
{
    if (json_object_get(from, key))
        json_array_extend(scene_list(into, key), json_object_get(from, key));
}

static void clearances_join(json_t *into, const json_t *from)
{
    json_t *own = json_object_get(into, "clearances");
    const json_t *theirs = json_object_get(from, "clearances");
    if (!theirs)
        return;
    if (!own)
        json_object_set_new(into, "clearances", json_deep_copy(theirs));
    else
        json_object_update_missing(own, json_object_get(from, "clearances"));
}

/* The employee was trained for what the others could do. */
static void abilities_join(json_t *into, const json_t *from)
{
    texts_join(into, from, "skills");
    texts_join(into, from, "languages");
    texts_join(into, from, "interests");
    list_join(into, from, "delegations");
    clearances_join(into, from);
}

/* Any day from 8 to 22; every other employee has this weekend free, in turns. */
static json_t *rota(const struct scene *s, const struct operation *o, int number)
{
    json_t *days = json_pack("[sssss]", "mon", "tue", "wed", "thu", "fri");
    if (!operation_number(o, "weekends") || (s->iso_week + number) % 2 != 0) {
        json_array_append_new(days, json_string("sat"));
        json_array_append_new(days, json_string("sun"));
    }
    return json_pack("[{so ss ss}]", "days", days, "from", "08:00", "to", "22:00");
}

static void employ(struct scene *s, const struct operation *o, json_t *escort, int form,
                   int number)
{
    int percent = FORM[form].percent;
    const char *kind = engagement_word(percent ? EMPLOYED_MONTHLY : EMPLOYED_HOURLY);
    json_object_set_new(escort, "engagement", json_string(kind));
    json_object_set_new(escort, "day_anchor", json_string("04:00"));
    json_object_del(escort, "wage_ore");
    if (percent == 0)
        return;
    json_object_set_new(escort, "contract_minutes_week",
                        json_integer(share_of(FULL_TIME, percent)));
    json_object_del(escort, "max_minutes_week");
    json_object_set_new(escort, "available", rota(s, o, number));
}

/* A contractor's answers, and limits on one, do not bind an employee. */
static void answers_forget(struct scene *s, const char *id)
{
    json_t *requests = scene_requests(s);
    for (size_t i = 0; i < json_array_size(requests); i++) {
        json_t *offers = json_object_get(json_array_get(requests, i), "offers");
        for (size_t k = json_array_size(offers); k-- > 0;)
            if (strcmp(text_of(json_array_get(offers, k), "escort"), id) == 0)
                json_array_remove(offers, k);
        if (offers && json_array_size(offers) == 0)
            json_object_del(json_array_get(requests, i), "offers");
    }
}

/* ---- employed ----------------------------------------------------------- */

struct neighbour {
    const char *area;
    int rank; /* as drawn */
    json_t *escort;
};

static int by_area(const void *x, const void *y)
{
    const struct neighbour *a = x, *b = y;
    int order = strcmp(a->area, b->area);
    return order ? order : a->rank - b->rank;
}

static struct neighbour *neighbours(struct scene *s, const struct chosen *c, int n)
{
    struct neighbour *list = NEW_ARRAY(s->arena, struct neighbour, n + 1);
    for (int i = 0; i < n; i++)
        list[i] = (struct neighbour){area_of(s, c->at[i]), i, c->at[i]};
    qsort(list, (size_t)n, sizeof *list, by_area);
    return list;
}

static void all_employed(struct scene *s, const struct operation *o, const struct chosen *c, int n)
{
    struct neighbour *list = neighbours(s, c, n);
    int engaged[FORMS] = {0}, number = 0;
    for (int i = 0; i < n; number++) {
        int form = form_next(o, engaged), last = i + takes_over(o, form);
        json_t *one = list[i].escort;
        const char *id = arena_copy(s->arena, text_of(one, "id"));
        for (i++; i < last && i < n; i++) {
            abilities_join(one, list[i].escort);
            escort_replace(s, arena_copy(s->arena, text_of(list[i].escort, "id")), id);
        }
        answers_forget(s, id);
        employ(s, o, one, form, number);
    }
}

/* ---- commissioned ------------------------------------------------------- */

static void commission(json_t *escort)
{
    static const char *const OF_EMPLOYEES[] = {"contract_minutes_week", "day_anchor", "wage_ore",
                                               NULL};
    int hours = number_of(escort, "contract_minutes_week", 0);
    if (hours > 0 && !json_object_get(escort, "max_minutes_week"))
        json_object_set_new(escort, "max_minutes_week", json_integer(hours));
    for (int i = 0; OF_EMPLOYEES[i]; i++)
        json_object_del(escort, OF_EMPLOYEES[i]);
    json_object_set_new(escort, "engagement", json_string(engagement_word(CONTRACTOR)));
}

/* ---- the operations ----------------------------------------------------- */

static bool is_from(const struct scene *s, const struct operation *o, const json_t *escort)
{
    (void)s;
    return escort_engaged(escort, operation_word(o, "from"));
}

enum status operation_engage(struct scene *s, const struct operation *o)
{
    bool employed = strcmp(operation_word(o, "into"), "employed") == 0;
    struct chosen c = chosen_from(s, o, scene_escorts(s), "engage", is_from);
    int n = share_of(c.n, operation_number(o, "share"));
    TRY(mix_check(s, o));
    if (employed)
        all_employed(s, o, &c, n);
    for (int i = 0; i < n && !employed; i++)
        commission(c.at[i]);
    return STATUS_OK;
}

static bool is_monthly(const struct scene *s, const struct operation *o, const json_t *escort)
{
    (void)s;
    return escort_engaged(escort, engagement_word(EMPLOYED_MONTHLY)) &&
           escort_engaged(escort, operation_word(o, "who"));
}

enum status operation_contract(struct scene *s, const struct operation *o)
{
    struct chosen c = chosen_from(s, o, scene_escorts(s), "contract", is_monthly);
    int minutes = share_of(FULL_TIME, operation_number(o, "percent"));
    for (int i = 0; i < share_of(c.n, operation_number(o, "share")); i++)
        json_object_set_new(c.at[i], "contract_minutes_week", json_integer(minutes));
    return STATUS_OK;
}
