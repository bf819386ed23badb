/* More escorts, or fewer. */
#include "adapters/whatif/scenario_operations.h"
#include "adapters/whatif/scenario_scene.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { FULL_TIME = 40 * HOUR };

/* ---- more --------------------------------------------------------------- */

static json_t *texts_json(const struct key_value *v)
{
    json_t *list = v->n > 0 ? json_array() : NULL;
    for (int i = 0; i < v->n; i++)
        json_array_append_new(list, json_string(v->texts[i]));
    return list;
}

/* Without days, at any time. */
static json_t *hours_json(const struct operation *o)
{
    json_t *days = texts_json(operation_value(o, "days"));
    const char *from = operation_text(o, "from"), *to = operation_text(o, "to");
    if (!days && !from && !to)
        return NULL;
    if (!days)
        days = json_pack("[sssssss]", "mon", "tue", "wed", "thu", "fri", "sat", "sun");
    return json_pack("[{so ss ss}]", "days", days, "from", from ? from : "08:00", "to",
                     to ? to : "22:00");
}

static bool lives_there(const struct scene *s, const struct operation *o, const json_t *person)
{
    const char *area = operation_text(o, "area");
    return *text_of(person, "home") && (!area || strcmp(area_of(s, person), area) == 0);
}

/* New escorts live where present ones do, as drawn, so that travel is as now. */
static enum status homes_find(struct scene *s, const struct operation *o, struct chosen *out)
{
    *out = chosen_from(s, o, scene_escorts(s), "homes", lives_there);
    if (out->n > 0 || !operation_given(o, "area"))
        return STATUS_OK;
    return scene_fault(s, o, _("Name an area where an escort lives, or leave the key out."),
                       _("no escort has a home in the area '%s'"), operation_text(o, "area"));
}

static json_t *escort_new(const struct operation *o, const char *id)
{
    const char *kind = operation_word(o, "kind");
    json_t *escort = json_pack(
        "{ss ss ss so* so* so*}", "id", id, "name", id, "engagement", kind, "skills",
        texts_json(operation_value(o, "skills")), "languages",
        texts_json(operation_value(o, "languages")), "available", hours_json(o));
    if (strcmp(kind, engagement_word(EMPLOYED_MONTHLY)) == 0)
        json_object_set_new(
            escort, "contract_minutes_week",
            json_integer(share_of(FULL_TIME, operation_number(o, "contract_percent"))));
    if (operation_number(o, "hours_week") > 0)
        json_object_set_new(escort, "max_minutes_week",
                            json_integer(operation_number(o, "hours_week") * HOUR));
    if (strcmp(kind, engagement_word(CONTRACTOR)) != 0)
        json_object_set_new(escort, "day_anchor", json_string("04:00"));
    return escort;
}

static bool is_choosy(const struct scene *s, const struct operation *o, const json_t *client)
{
    (void)s, (void)o;
    return json_object_get(client, "accepts") != NULL;
}

/* Each new escort is accepted by clients of its own drawing. */
static void be_accepted(struct scene *s, const struct operation *o, const char *id)
{
    struct chosen c = chosen_from(s, o, scene_clients(s), id, is_choosy);
    for (int i = 0; i < share_of(c.n, operation_number(o, "accepted")); i++)
        texts_add(c.at[i], "accepts", id);
}

static const char *id_free(struct scene *s, const json_t *list, const char *stem)
{
    for (int i = 1;; i++) {
        const char *id = arena_print(s->arena, "%s-%d", stem, i);
        if (!thing_find(list, id))
            return id;
    }
}

/* A clearance is part of being engaged. */
static json_t *cleared(const struct scene *s)
{
    return json_pack("{s{ss}}", "child", "from", scene_date(s, 0));
}

enum status operation_add_escorts(struct scene *s, const struct operation *o)
{
    json_t *escorts = scene_escorts(s);
    struct chosen homes;
    TRY(homes_find(s, o, &homes));
    for (int i = 0; i < operation_number(o, "people"); i++) {
        const char *id = id_free(s, escorts, "new");
        json_t *one = escort_new(o, id);
        if (homes.n > 0)
            json_object_set_new(one, "home", json_string(text_of(homes.at[i % homes.n], "home")));
        json_object_set_new(one, "clearances", cleared(s));
        json_array_append_new(escorts, one);
        be_accepted(s, o, id);
    }
    return STATUS_OK;
}

/* ---- fewer -------------------------------------------------------------- */

static bool may_leave(const struct scene *s, const struct operation *o, const json_t *escort)
{
    const char *skill = operation_text(o, "skill");
    (void)s;
    return escort_engaged(escort, operation_word(o, "who")) &&
           (!skill || texts_have(json_object_get(escort, "skills"), skill));
}

/* Clients who accept the escort by name, or wish for them. */
static int asked_for(struct scene *s, const char *id)
{
    json_t *clients = scene_clients(s);
    int n = 0;
    for (size_t i = 0; i < json_array_size(clients); i++) {
        const json_t *c = json_array_get(clients, i);
        n += texts_have(json_object_get(c, "accepts"), id) ||
             texts_have(json_object_get(c, "wishes"), id);
    }
    return n;
}

struct leaver {
    int asked, rank;
    json_t *escort;
};

static int by_asked(const void *x, const void *y)
{
    const struct leaver *a = x, *b = y;
    return a->asked != b->asked ? a->asked - b->asked : a->rank - b->rank;
}

enum status operation_remove_escorts(struct scene *s, const struct operation *o)
{
    struct chosen c = chosen_from(s, o, scene_escorts(s), "leave", may_leave);
    struct leaver *list = NEW_ARRAY(s->arena, struct leaver, c.n + 1);
    bool random = strcmp(operation_word(o, "order"), "random") == 0;
    for (int i = 0; i < c.n; i++)
        list[i] = (struct leaver){random ? 0 : asked_for(s, text_of(c.at[i], "id")), i, c.at[i]};
    qsort(list, (size_t)c.n, sizeof *list, by_asked);
    json_t *gone = json_object();
    for (int i = 0; i < share_of(c.n, operation_number(o, "percent")); i++)
        json_object_set_new(gone, text_of(list[i].escort, "id"), json_true());
    escorts_leave(s, gone);
    json_decref(gone);
    return STATUS_OK;
}
