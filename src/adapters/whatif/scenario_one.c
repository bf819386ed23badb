/* Scenarios that the program makes itself: one more escort of a kind on a day. */
#include "adapters/whatif/scenario_operations.h"
#include "base/text.h"

#include <string.h>

static struct key_value *value_of(struct operation *o, const char *key)
{
    int i = 0;
    while (strcmp(o->row->keys[i].name, key) != 0)
        i++;
    o->value[i].given = true;
    return &o->value[i];
}

static struct operation operation_plain(const char *name)
{
    struct operation o = {.where = ""};
    for (o.row = OPERATION_ROWS; strcmp(o.row->name, name) != 0;)
        o.row++;
    for (int i = 0; o.row->keys[i].name; i++) {
        const struct operation_key *k = &o.row->keys[i];
        o.value[i].number = k->fallback;
        o.value[i].text = k->kind == KEY_WORD ? k->words[0] : NULL;
    }
    return o;
}

static void one_text(struct arena *a, struct key_value *v, const char *text)
{
    const char **list = NEW_ARRAY(a, const char *, 1);
    list[0] = text;
    v->texts = list;
    v->n = 1;
}

struct scenario scenario_one_more(struct arena *a, const char *skill, const char *language,
                                  int day)
{
    static const char *const DAY_WORDS[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    struct operation *o = NEW(a, struct operation);
    *o = operation_plain("add_escorts");
    value_of(o, "people")->number = 1;
    value_of(o, "from")->text = "08:00";
    value_of(o, "to")->text = "22:00";
    one_text(a, value_of(o, "days"), DAY_WORDS[day]);
    if (skill)
        one_text(a, value_of(o, "skills"), skill);
    if (language)
        one_text(a, value_of(o, "languages"), language);
    return (struct scenario){.ref = "", .id = "one-more", .family = "one-more", .value = "",
                             .swept = "", .unit = "", .name = "", .about = "",
                             .n_operations = 1, .operations = o};
}
