/* Figures, weights, costs and the profiles they come from. Whether there is a figure of
 * that name, and whether its value may be, is seen when the unit is read. */
#include "adapters/whatif/scenario_operations.h"
#include "adapters/whatif/scenario_scene.h"

#include "ledsaga/profile.h"

static enum status figures_set(struct scene *s, const struct operation *o, const char *group)
{
    const struct key_value *set = operation_value(o, "set");
    json_t *figures = json_object_get(s->unit, group);
    if (!figures) {
        figures = json_object();
        json_object_set_new(s->unit, group, figures);
    }
    for (int i = 0; i < set->n; i++)
        json_object_set_new(figures, set->texts[i], json_integer(set->numbers[i]));
    return STATUS_OK;
}

enum status operation_rules(struct scene *s, const struct operation *o)
{
    return figures_set(s, o, "rules");
}

enum status operation_weights(struct scene *s, const struct operation *o)
{
    return figures_set(s, o, "weights");
}

enum status operation_costs(struct scene *s, const struct operation *o)
{
    return figures_set(s, o, "costs");
}

enum status operation_profiles(struct scene *s, const struct operation *o)
{
    const struct key_value *add = operation_value(o, "add");
    const struct key_value *remove = operation_value(o, "remove");
    if (!json_object_get(s->unit, "profiles"))
        for (int i = 0; PROFILES_DEFAULT[i]; i++)
            texts_add(s->unit, "profiles", PROFILES_DEFAULT[i]);
    for (int i = 0; i < remove->n; i++)
        texts_drop(s->unit, "profiles", remove->texts[i], true);
    for (int i = 0; i < add->n; i++)
        texts_add(s->unit, "profiles", add->texts[i]);
    return STATUS_OK;
}
