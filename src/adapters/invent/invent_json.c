/* How invented documents are written. The top of a document has one member to a
 * line and a list of things one thing to a line, so that a person can read it and
 * a comparison of two versions shows what changed. */
#include "adapters/invent/invent_json.h"

#include "base/file.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* ---- the page ---------------------------------------------------------- */

enum { NUMBERS = JSON_REAL_PRECISION(8) };

static void add_value(struct text *t, const json_t *value)
{
    char *said = json_dumps(value, NUMBERS | JSON_ENCODE_ANY);

    require(said, "an invented value must be sound JSON");
    text_add(t, said);
    free(said);
}

/* `indent` spaces, then the members or items one to a line. */
static void add_lines(struct text *t, json_t *list, const char *indent)
{
    size_t i;
    json_t *item;

    text_add(t, "[");
    json_array_foreach(list, i, item) {
        text_print(t, "%s\n%s ", i > 0 ? "," : "", indent);
        add_value(t, item);
    }
    text_print(t, "\n%s]", indent);
}

static bool is_long(const json_t *value)
{
    const json_t *first = json_array_get(value, 0);

    return json_is_object(first) ||
           (json_is_string(first) && json_array_size(value) > SKILL_COUNT);
}

static void add_object(struct text *t, json_t *object, const char *indent)
{
    const char *key, *comma = "";
    json_t *value;

    text_add(t, "{");
    json_object_foreach(object, key, value) {
        text_print(t, "%s\n%s \"%s\": ", comma, indent, key);
        comma = ",";
        if (is_long(value))
            add_lines(t, value, arena_print(t->arena, "%s ", indent));
        else if (strcmp(key, "synthetic") == 0)
            add_object(t, value, arena_print(t->arena, "%s ", indent));
        else
            add_value(t, value);
    }
    text_print(t, "\n%s}", indent);
}

enum status document_save(struct arena *a, json_t *document, const char *path,
                          struct faults *f)
{
    struct text t = text_new(a);

    require(document, "an invented document must be sound JSON");
    add_object(&t, document, "");
    text_add(&t, "\n");
    json_decref(document);
    return file_write(path, text_done(&t), t.length, f);
}

/* ---- small values ------------------------------------------------------ */

json_t *told_words(uint64_t bits, const char *const *codes, int n)
{
    json_t *list = bits ? json_array() : NULL;

    for (int i = 0; i < n; i++)
        if (bits >> i & 1)
            json_array_append_new(list, json_string(codes[i]));
    return list;
}

json_t *told_escorts(const struct invention *v, const int *escorts, int n)
{
    json_t *list = n > 0 ? json_array() : NULL;

    for (int i = 0; i < n; i++)
        json_array_append_new(list, json_string(v->escorts[escorts[i]].who.id));
    return list;
}

json_t *told_clients(const struct invention *v, const struct id_list *l)
{
    json_t *list = l->n > 0 ? json_array() : NULL;

    for (int i = 0; i < l->n; i++)
        json_array_append_new(list, json_string(v->clients[l->ids[i]].who.id));
    return list;
}

json_t *told_day(const struct invention *v, int64_t day)
{
    int year, month, mday;

    date_of_days(day, &year, &month, &mday);
    return json_string(arena_print(v->arena, "%04d-%02d-%02d", year, month, mday));
}

json_t *told_day_if(const struct invention *v, int64_t day)
{
    return day == 0 ? NULL : told_day(v, day);
}

/* 24:00 is the end of the day; later is a time of the next. */
json_t *told_clock(const struct invention *v, int minutes)
{
    if (minutes > DAY)
        minutes -= DAY;
    return json_string(
        arena_print(v->arena, "%02d:%02d", minutes / HOUR, minutes % HOUR));
}

json_t *told_sex(char sex)
{
    char word[2] = {sex, 0};

    return sex ? json_string(word) : NULL;
}

/* NULL for an object without members. */
json_t *told_some(json_t *object)
{
    if (json_object_size(object) > 0)
        return object;
    json_decref(object);
    return NULL;
}

json_t *told_yes(bool it_is)
{
    return it_is ? json_true() : NULL;
}

json_t *told_positive(int n)
{
    return n > 0 ? json_integer(n) : NULL;
}

const char *told_home(const struct invention *v, const struct inhabitant *who)
{
    return arena_print(v->arena, "h-%s", who->id);
}

json_t *told_needs(uint64_t skills, int language, char sex)
{
    json_t *needs = json_pack(
        "{so* ss* so*}", "skills", told_words(skills, SKILL_CODES, SKILL_COUNT),
        "language", language == NONE ? NULL : LANGUAGE_CODES[language], "sex",
        told_sex(sex));

    return told_some(needs);
}
