/* Scenario files: a name, a sentence or two, what is assumed, and operations, one after the
 * other. A sweep gives one key of one operation a list of values, and the file is then a
 * scenario for each. The format is models/scenario.schema.json. Those that came with the
 * program are read by the same reader, out of its own text. */
#include "adapters/workspace/ids.h"
#include "adapters/text/json.h"
#include "adapters/text/nearest.h"
#include "adapters/text/phrase.h"
#include "adapters/whatif/scenario.h"
#include "base/file.h"
#include "base/text.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { OPERATIONS_MOST = 50, VALUES_MOST = 300, FIGURE_MOST = 1000000000 };

struct said {
    const char *name, *about;
    int n;
    const struct assumption *assumptions;
};

struct sweep {
    const char *op, *key;
    int n;
    struct key_value *values;
};

struct scenario_file {
    struct arena *arena;
    struct reader *reader;
    const char *dir; /* of the workspace; NULL */
    const char *id;
    struct said said;
    struct sweep sweep;
    int n_operations;
    struct operation *operations;
};

/* ---- what it says of itself --------------------------------------------- */

static void read_assumption(struct arena *a, struct reader *r, struct said *said,
                            struct assumption *list)
{
    static const char *const KEYS[] = {"text", "source", NULL};
    struct assumption one = {.text = "", .values = "", .source = ""};
    (void)a;
    if (!reader_shape(r, KEYS))
        return;
    reader_name(r, "text", REQUIRED, &one.text);
    reader_name(r, "source", REQUIRED, &one.source);
    list[said->n++] = one;
}

static void read_said(struct arena *a, struct reader *r, struct said *said)
{
    reader_name(r, "name", REQUIRED, &said->name);
    reader_text(r, "about", OPTIONAL, &said->about);
    if (!reader_list(r, "assumptions", OPTIONAL))
        return;
    struct assumption *list = NEW_ARRAY(a, struct assumption, reader_size(r) + 1);
    said->n = 0;
    said->assumptions = list;
    while (reader_next(r))
        read_assumption(a, r, said, list);
}

/* In the language that was set, where the file has it. */
static void read_translations(struct scenario_file *file)
{
    static const char *const KEYS[] = {"name", "about", "assumptions", NULL};
    struct reader *r = file->reader;
    if (!reader_map(r, "translations", OPTIONAL))
        return;
    while (reader_next(r)) {
        struct said said = {.about = ""};
        const char *language = reader_key(r);
        if (!reader_shape(r, KEYS))
            continue;
        read_said(file->arena, r, &said);
        if (strcmp(language, language_code()) == 0 && said.name)
            file->said = said;
    }
}

/* ---- operations --------------------------------------------------------- */

static const char *const *keys_of(struct arena *a, const struct operation_row *row)
{
    const char **keys = NEW_ARRAY(a, const char *, KEYS_MOST + 2);
    int n = 0;
    keys[n++] = "op";
    for (int i = 0; row->keys[i].name; i++)
        keys[n++] = row->keys[i].name;
    return keys;
}

static void read_texts(struct scenario_file *file, const char *key, struct key_value *v)
{
    struct reader *r = file->reader;
    if (!reader_list(r, key, OPTIONAL))
        return;
    const char **list = NEW_ARRAY(file->arena, const char *, reader_size(r) + 1);
    v->given = true;
    v->texts = list;
    while (reader_next(r))
        v->n += reader_name(r, NULL, REQUIRED, &list[v->n]);
}

static void read_figures(struct scenario_file *file, const char *key, struct key_value *v)
{
    struct reader *r = file->reader;
    if (!reader_map(r, key, REQUIRED))
        return;
    const char **names = NEW_ARRAY(file->arena, const char *, reader_size(r) + 1);
    int *numbers = NEW_ARRAY(file->arena, int, reader_size(r) + 1);
    v->given = true;
    v->texts = names;
    v->numbers = numbers;
    while (reader_next(r)) {
        names[v->n] = arena_copy(file->arena, reader_key(r));
        v->n += reader_int(r, NULL, REQUIRED, -FIGURE_MOST, FIGURE_MOST, &numbers[v->n]);
    }
}

static void read_key(struct scenario_file *file, const struct operation_key *key,
                     enum presence need, struct key_value *v)
{
    struct reader *r = file->reader;
    switch (key->kind) {
    case KEY_NUMBER:
        v->number = key->fallback;
        v->given = reader_int(r, key->name, need, key->least, key->most, &v->number);
        return;
    case KEY_WORD:
        v->given = reader_word(r, key->name, need, key->words, &v->number);
        v->text = key->words[v->number];
        return;
    case KEY_TEXT:
        v->given = reader_name(r, key->name, need, &v->text);
        return;
    case KEY_TEXTS:
        read_texts(file, key->name, v);
        return;
    case KEY_FIGURES:
        read_figures(file, key->name, v);
        return;
    }
}

/* A key that is swept gets its value from there. */
static bool is_swept(const struct sweep *s, const struct operation_row *row,
                     const struct operation_key *key)
{
    return s->op && s->key && strcmp(s->op, row->name) == 0 && strcmp(s->key, key->name) == 0;
}

static void read_operation(struct scenario_file *file, const char *const *names)
{
    struct reader *r = file->reader;
    struct operation o = {0};
    int which = 0;
    if (!reader_shape(r, NULL) || !reader_word(r, "op", REQUIRED, names, &which))
        return;
    o.row = &OPERATION_ROWS[which];
    o.where = arena_copy(file->arena, reader_path(r));
    reader_shape(r, keys_of(file->arena, o.row));
    for (int i = 0; o.row->keys[i].name; i++) {
        const struct operation_key *key = &o.row->keys[i];
        bool needed = key->required && !is_swept(&file->sweep, o.row, key);
        read_key(file, key, needed ? REQUIRED : OPTIONAL, &o.value[i]);
    }
    if (file->n_operations < OPERATIONS_MOST)
        file->operations[file->n_operations++] = o;
    else
        reader_fault(r, NULL, _("Make two scenarios of it."),
                     _("There are more than %d operations"), (int)OPERATIONS_MOST);
}

static void read_operations(struct scenario_file *file)
{
    const char **names = NEW_ARRAY(file->arena, const char *, OPERATIONS_MOST);
    for (int i = 0; OPERATION_ROWS[i].name; i++)
        names[i] = OPERATION_ROWS[i].name;
    file->operations = NEW_ARRAY(file->arena, struct operation, OPERATIONS_MOST);
    if (reader_list(file->reader, "operations", REQUIRED))
        while (reader_next(file->reader))
            read_operation(file, names);
}

/* ---- sweeps ------------------------------------------------------------- */

static const struct operation_key *swept_key(const struct sweep *s)
{
    for (int i = 0; OPERATION_ROWS[i].name; i++)
        for (const struct operation_key *k = OPERATION_ROWS[i].keys; k->name; k++)
            if (is_swept(s, &OPERATION_ROWS[i], k))
                return k;
    return NULL;
}

static void read_value(struct scenario_file *file, const struct operation_key *key)
{
    struct sweep *s = &file->sweep;
    struct key_value v = {.given = true};
    bool read = key->kind == KEY_NUMBER
                    ? reader_int(file->reader, NULL, REQUIRED, key->least, key->most, &v.number)
                : key->kind == KEY_WORD
                    ? reader_word(file->reader, NULL, REQUIRED, key->words, &v.number)
                    : reader_name(file->reader, NULL, REQUIRED, &v.text);
    if (read && key->kind == KEY_WORD)
        v.text = key->words[v.number];
    if (read && s->n < VALUES_MOST)
        s->values[s->n++] = v;
}

static int text_order(const void *x, const void *y)
{
    return strcmp(((const struct key_value *)x)->text, ((const struct key_value *)y)->text);
}

static void area_add(struct scenario_file *file, const char *area)
{
    struct sweep *s = &file->sweep;
    for (int i = 0; i < s->n; i++)
        if (strcmp(s->values[i].text, area) == 0)
            return;
    if (s->n < VALUES_MOST)
        s->values[s->n++] =
            (struct key_value){.given = true, .text = arena_copy(file->arena, area)};
}

/* Of each place its area; "" where it has none. */
static const char **areas_read(struct arena *a, struct reader *r, struct ids *places)
{
    const char **areas = NULL, *id;
    if (!reader_list(r, "places", REQUIRED))
        return NULL;
    areas = NEW_ARRAY(a, const char *, reader_size(r) + 1);
    while (reader_next(r)) {
        int row = reader_shape(r, NULL) ? ids_read_own(places, r, &id) : NONE;
        if (row == NONE)
            continue;
        areas[row] = "";
        reader_text(r, "area", OPTIONAL, &areas[row]);
        ids_set(places, row, row);
    }
    return areas;
}

static void homes_read(struct scenario_file *file, struct reader *r, const struct ids *places,
                       const char *const *areas)
{
    if (!areas || !reader_list(r, "clients", REQUIRED))
        return;
    while (reader_next(r)) {
        const char *area = "", *home = "";
        if (!reader_shape(r, NULL) || !reader_text(r, "home", OPTIONAL, &home))
            continue;
        int place = ids_find(places, home);
        area = place >= 0 ? areas[place] : "";
        reader_text(r, "area", OPTIONAL, &area);
        if (*area)
            area_add(file, area);
    }
}

/* "each": "area" stands for every area of the workspace in which a client lives. What is
 * wrong with the unit is told by its own reader. */
static void areas_take(struct scenario_file *file)
{
    struct faults found = {0};
    struct arena *a = arena_new(); /* a country's unit is large */
    const char *path = file->dir ? arena_print(a, "%s/unit.json", file->dir) : "";
    struct reader *r = file->dir ? reader_open(a, path, &found) : NULL;
    struct ids *places = ids_new(a, "", "");
    if (r)
        homes_read(file, r, places, areas_read(a, r, places));
    reader_close(r);
    arena_free(a);
    qsort(file->sweep.values, (size_t)file->sweep.n, sizeof *file->sweep.values, text_order);
}

static void read_sweep_values(struct scenario_file *file)
{
    struct reader *r = file->reader;
    struct sweep *s = &file->sweep;
    const struct operation_key *key = swept_key(s);
    static const char *const EACH[] = {"area", NULL};
    int each;
    if (!key || key->kind == KEY_TEXTS || key->kind == KEY_FIGURES) {
        reader_fault(r, "key", _("Name an operation, and one of its keys that takes one value."),
                     _("'%s' has no such key '%s'"), s->op, s->key);
        return;
    }
    if (reader_has(r, "each")) {
        if (reader_word(r, "each", REQUIRED, EACH, &each))
            areas_take(file);
    } else if (reader_list(r, "values", REQUIRED)) {
        while (reader_next(r))
            read_value(file, key);
    }
}

static void read_sweep(struct scenario_file *file)
{
    static const char *const KEYS[] = {"op", "key", "values", "each", NULL};
    struct reader *r = file->reader;
    struct sweep *s = &file->sweep;
    if (!reader_object(r, "sweep", OPTIONAL, KEYS))
        return;
    s->values = NEW_ARRAY(file->arena, struct key_value, VALUES_MOST);
    bool op = reader_name(r, "op", REQUIRED, &s->op), key = reader_name(r, "key", REQUIRED, &s->key);
    if (op && key)
        read_sweep_values(file);
    reader_leave(r);
}

/* ---- scenarios ---------------------------------------------------------- */

struct collecting {
    struct arena *arena;
    const char *dir;
    struct scenario *list;
    int n, room;
};

/* Values in ids: what has no place in a file's name becomes a hyphen. */
static const char *value_word(struct arena *a, const struct operation_key *key,
                              const struct key_value *v)
{
    char *word = key->kind == KEY_NUMBER ? arena_print(a, "%d", v->number) : arena_copy(a, v->text);
    for (char *c = word; *c; c++)
        if (strchr("/\\:@\"'", *c) || (unsigned char)*c <= ' ')
            *c = '-';
    return word;
}

static void assumptions_tell(struct arena *a, const struct scenario_file *file, struct scenario *s)
{
    struct assumption *list =
        NEW_ARRAY(a, struct assumption, file->said.n + file->n_operations + 1);
    for (int i = 0; i < s->n_operations; i++) {
        const struct operation *o = &s->operations[i];
        list[s->n_assumptions++] =
            (struct assumption){_(o->row->text), operation_told(a, o), _(o->row->source)};
    }
    for (int i = 0; i < file->said.n; i++)
        list[s->n_assumptions++] = file->said.assumptions[i];
    s->assumptions = list;
}

static bool is_part(const struct scenario_file *file)
{
    for (int i = 0; i < file->n_operations; i++)
        if (strcmp(file->operations[i].row->name, "cut") == 0)
            return true;
    return false;
}

static struct scenario scenario_of(const struct scenario_file *file)
{
    return (struct scenario){.id = file->id, .family = file->id, .value = "", .swept = "",
                             .unit = "", .name = file->said.name, .about = file->said.about,
                             .part = is_part(file),
                             .n_operations = file->n_operations,
                             .operations = file->operations};
}

static struct scenario scenario_with(struct arena *a, const struct scenario_file *file, int value)
{
    const struct operation_key *key = swept_key(&file->sweep);
    struct scenario s = scenario_of(file);
    struct operation *own = NEW_ARRAY(a, struct operation, file->n_operations + 1);
    for (int i = 0; i < file->n_operations; i++) {
        own[i] = file->operations[i];
        for (int k = 0; own[i].row->keys[k].name; k++)
            if (is_swept(&file->sweep, own[i].row, &own[i].row->keys[k]))
                own[i].value[k] = file->sweep.values[value];
    }
    s.operations = own;
    s.value = value_word(a, key, &file->sweep.values[value]);
    s.id = arena_print(a, "%s@%s", file->id, s.value);
    s.swept = key->name;
    s.unit = key->unit;
    s.name = arena_print(a, "%s: %s %s", file->said.name, s.value, key->unit);
    if (!*key->unit)
        s.name = arena_print(a, "%s: %s", file->said.name, s.value);
    return s;
}

static void collect(struct collecting *c, const struct scenario_file *file, const char *ref,
                    const char *only, struct scenario s)
{
    if (*only && strcmp(only, s.value) != 0)
        return;
    s.ref = ref;
    assumptions_tell(c->arena, file, &s);
    ARENA_PUSH(c->arena, c->list, c->n, c->room, s);
}

static enum status file_collect(struct collecting *c, struct reader *r, const char *ref,
                                const char *only, struct faults *f)
{
    static const char *const KEYS[] = {"format", "version", "id", "name", "about",
                                       "assumptions", "operations", "sweep", "translations",
                                       NULL};
    struct scenario_file file = {.arena = c->arena, .reader = r, .dir = c->dir, .id = "",
                                 .said = {.name = "", .about = ""}};
    int seen = f->seen, before = c->n;
    if (r && reader_document(r, "ledsaga-scenario", 1, KEYS)) {
        reader_id(r, "id", REQUIRED, &file.id);
        read_said(c->arena, r, &file.said);
        read_translations(&file);
        read_sweep(&file);
        read_operations(&file);
    }
    reader_close(r);
    if (f->seen > seen)
        return faults_status(f);
    for (int i = 0; i < file.sweep.n; i++)
        collect(c, &file, ref, only, scenario_with(c->arena, &file, i));
    /* Without a workspace nobody knows its areas: the scenario stands for all of them. */
    if (!file.sweep.op || (file.sweep.n == 0 && !c->dir))
        collect(c, &file, ref, only, scenario_of(&file));
    if (c->n > before)
        return STATUS_OK;
    return faults_add(f, STATUS_USAGE, ref, "",
                      _("'ledsaga whatif --list' tells which values are swept."),
                      _("the scenario has no value '%s'"), only);
}

/* ---- where scenarios are ------------------------------------------------ */

static const char *shipped(const char *id)
{
    for (const struct scenario_text *t = SCENARIO_TEXTS; t->id; t++)
        if (strcmp(t->id, id) == 0)
            return t->text;
    return NULL;
}

static const char *own_path(struct arena *a, const char *dir, const char *id)
{
    return dir ? arena_print(a, "%s/scenarios/%s.json", dir, id) : "";
}

static int word_order(const void *x, const void *y)
{
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

int scenarios_list(struct arena *a, const char *dir, const char ***ids)
{
    int n = 0, room = 0;
    const char **list = NULL;
    DIR *folder = dir ? opendir(arena_print(a, "%s/scenarios", dir)) : NULL;
    struct dirent *entry;
    for (const struct scenario_text *t = SCENARIO_TEXTS; t->id; t++)
        ARENA_PUSH(a, list, n, room, t->id);
    while (folder && (entry = readdir(folder))) {
        const char *dot = strrchr(entry->d_name, '.');
        const char *id = dot ? arena_print(a, "%.*s", (int)(dot - entry->d_name), entry->d_name) : "";
        if (dot && strcmp(dot, ".json") == 0 && *id && !shipped(id))
            ARENA_PUSH(a, list, n, room, id);
    }
    if (folder)
        closedir(folder);
    if (n > 0)
        qsort(list, (size_t)n, sizeof *list, word_order);
    ARENA_PUSH(a, list, n, room, NULL);
    *ids = list;
    return n - 1;
}

static enum status not_there(struct collecting *c, const char *ref, struct faults *f)
{
    const char **ids;
    scenarios_list(c->arena, c->dir, &ids);
    const char *near = nearest_word(ref, ids);
    return faults_add(f, STATUS_USAGE, "", "",
                      near ? arena_print(c->arena, _("Did you mean '%s'?"), near)
                           : _("Name a file, or one of those that 'ledsaga whatif --list' tells."),
                      _("there is no scenario '%s'"), ref);
}

/* A file of that very name; the workspace's own; one that came with the program. */
static enum status ref_collect(struct collecting *c, const char *ref, struct faults *f)
{
    const char *at = file_exists(ref) ? NULL : strchr(ref, '@');
    const char *id = at ? arena_print(c->arena, "%.*s", (int)(at - ref), ref) : ref;
    const char *own = own_path(c->arena, c->dir, id), *only = at ? at + 1 : "";
    bool is_file = (strchr(id, '/') || strstr(id, ".json")) && file_exists(id);
    if (is_file || (*own && file_exists(own)))
        return file_collect(c, reader_open(c->arena, is_file ? id : own, f), ref, only, f);
    if (!shipped(id))
        return not_there(c, id, f);
    return file_collect(
        c, reader_open_text(c->arena, arena_print(c->arena, "scenarios/%s.json", id), shipped(id), f),
        ref, only, f);
}

enum status scenarios_read(struct arena *a, const char *dir, const char *const *refs, int n,
                           const struct scenario **out, int *n_out, struct faults *f)
{
    struct collecting c = {.arena = a, .dir = dir};
    for (int i = 0; i < n; i++)
        TRY(ref_collect(&c, refs[i], f));
    for (int i = 0; i < c.n; i++)
        for (int k = 0; k < i; k++)
            if (strcmp(c.list[i].id, c.list[k].id) == 0)
                return faults_add(f, STATUS_USAGE, c.list[i].ref, "",
                                  strcmp(c.list[i].ref, c.list[k].ref) == 0
                                      ? _("Name it once.")
                                      : _("Give one of the two another id."),
                                  _("the scenario '%s' is named twice"), c.list[i].id);
    *out = c.list;
    *n_out = c.n;
    return STATUS_OK;
}
