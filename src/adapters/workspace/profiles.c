/* profiles/ID.json. The format is models/profile.schema.json. Those that came with
 * the program are read by the same reader, out of its own text. */
#include "ledsaga/profile.h"

#include "adapters/text/json.h"
#include "adapters/text/nearest.h"
#include "base/file.h"
#include "base/text.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

const char *const PROFILES_DEFAULT[] = {"se-employee-atl", "se-employee-ab",
                                        "se-contractor", "cost-se-demo", NULL};

static const char *const KINDS[] = {"working_time", "contractor", "guideline",
                                    "cost", NULL};

/* ---- the figures that a profile may state ---- */

/* NULL if there is none of that name. */
static const struct figure *row_named(const struct figure *rows,
                                      const char *name)
{
    for (; rows->name; rows++)
        if (strcmp(rows->name, name) == 0)
            return rows;
    return NULL;
}

static const struct figure *figure_named(const char *name)
{
    const struct figure *row = row_named(RULE_FIGURE_ROWS, name);

    return row ? row : row_named(COST_FIGURE_ROWS, name);
}

const struct figure *profile_figure(const struct profile_value *v)
{
    return figure_named(v->figure);
}

static void add_names(struct arena *a, const struct figure *rows,
                      const char ***names, int *n, int *room)
{
    for (; rows->name; rows++)
        ARENA_PUSH(a, *names, *n, *room, rows->name);
}

static const char *nearest_figure(struct arena *a, const char *name)
{
    const char **names = NULL;
    int n = 0, room = 0;

    add_names(a, RULE_FIGURE_ROWS, &names, &n, &room);
    add_names(a, COST_FIGURE_ROWS, &names, &n, &room);
    ARENA_PUSH(a, names, n, room, NULL);
    return nearest_word(name, names);
}

/* ---- reading one ---- */

struct value_list {
    int n, room;
    struct profile_value *at;
};

static const struct figure *read_figure(struct arena *a, struct reader *r)
{
    const char *name;

    if (!reader_name(r, "figure", REQUIRED, &name))
        return NULL;
    const struct figure *row = figure_named(name);
    if (row)
        return row;
    const char *near = nearest_figure(a, name);
    reader_fault(r, "figure",
                 near ? arena_print(a, _("Did you mean \"%s\"?"), near)
                      : _("Use one of the rules or costs that `ledsaga options` "
                          "lists."),
                 _("There is no figure %s"), reader_quoted(r, name));
    return NULL;
}

static bool stated_twice(const struct value_list *list,
                         const struct profile_value *v)
{
    for (int i = 0; i < list->n; i++)
        if (list->at[i].figure == v->figure &&
            list->at[i].from_day == v->from_day)
            return true;
    return false;
}

static void read_value(struct arena *a, struct reader *r,
                       struct value_list *list)
{
    static const char *const KEYS[] = {"figure", "value",   "from", "source",
                                       "notes",  "confirm", NULL};
    struct profile_value v = {.notes = ""};
    int seen = reader_faults_seen(r);

    if (!reader_shape(r, KEYS))
        return;
    const struct figure *row = read_figure(a, r);
    if (row)
        reader_int(r, "value", REQUIRED, row->least, row->most, &v.value);
    reader_date(r, "from", REQUIRED, &v.from_day);
    reader_name(r, "source", REQUIRED, &v.source);
    reader_text(r, "notes", OPTIONAL, &v.notes);
    reader_bool(r, "confirm", REQUIRED, &v.confirm);
    if (seen != reader_faults_seen(r))
        return;
    v.figure = row->name;
    if (stated_twice(list, &v))
        reader_fault(r, NULL, _("Keep one of the two."),
                     _("\"%s\" is stated twice from the same day"), v.figure);
    else
        ARENA_PUSH(a, list->at, list->n, list->room, v);
}

/* Rules before costs, each in the order of its rows. */
static int figure_rank(const char *name)
{
    const struct figure *row = row_named(RULE_FIGURE_ROWS, name);
    int n = 0;

    if (row)
        return (int)(row - RULE_FIGURE_ROWS);
    while (RULE_FIGURE_ROWS[n].name)
        n++;
    return n + (int)(row_named(COST_FIGURE_ROWS, name) - COST_FIGURE_ROWS);
}

static int by_figure(const void *x, const void *y)
{
    const struct profile_value *a = x, *b = y;
    int order = figure_rank(a->figure) - figure_rank(b->figure);

    if (order)
        return order;
    return (a->from_day > b->from_day) - (a->from_day < b->from_day);
}

static void read_values(struct arena *a, struct reader *r, struct profile *p)
{
    struct value_list list = {0};

    if (reader_list(r, "values", REQUIRED))
        while (reader_next(r))
            read_value(a, r, &list);
    if (list.n)
        qsort(list.at, (size_t)list.n, sizeof *list.at, by_figure);
    p->values = list.at;
    p->n_values = list.n;
}

static void read_profile(struct arena *a, struct reader *r, const char *id,
                         struct profile *p)
{
    static const char *const KEYS[] = {"format", "version", "id",     "name",
                                       "kind",   "notes",   "values", NULL};
    int kind = 0;

    *p = (struct profile){.id = id, .notes = "", .file = ""};
    if (!reader_document(r, "ledsaga-profile", 1, KEYS))
        return;
    if (reader_id(r, "id", REQUIRED, &p->id) && strcmp(p->id, id) != 0)
        reader_fault(r, "id", _("Give it the name of the file."),
                     _("The profile is not \"%s\""), id);
    reader_name(r, "name", REQUIRED, &p->name);
    reader_text(r, "notes", OPTIONAL, &p->notes);
    reader_word(r, "kind", REQUIRED, KINDS, &kind);
    p->kind = KINDS[kind];
    read_values(a, r, p);
}

/* ---- finding them ---- */

static const char *own_folder(struct arena *a, const char *dir)
{
    return arena_print(a, "%s/profiles", dir);
}

static const char *own_path(struct arena *a, const char *dir, const char *id)
{
    return arena_print(a, "%s/%s.json", own_folder(a, dir), id);
}

static const char *built_in(const char *id)
{
    for (const struct profile_text *t = PROFILE_TEXTS; t->id; t++)
        if (strcmp(t->id, id) == 0)
            return t->text;
    return NULL;
}

struct id_list {
    int n, room;
    const char **at;
};

/* "ID.json" -> "ID"; NULL for whatever else lies in the folder. */
static const char *id_of_file(struct arena *a, const char *name)
{
    static const char ENDING[] = ".json";
    size_t n = strlen(name), end = sizeof ENDING - 1;

    if (n <= end || name[0] == '.' || strcmp(name + n - end, ENDING) != 0)
        return NULL;
    return arena_print(a, "%.*s", (int)(n - end), name);
}

static int by_name(const void *x, const void *y)
{
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

static void add_own(struct arena *a, const char *dir, struct id_list *list)
{
    DIR *folder = opendir(own_folder(a, dir));
    int first = list->n;

    if (!folder)
        return;
    for (struct dirent *entry; (entry = readdir(folder));) {
        const char *id = id_of_file(a, entry->d_name);
        if (id && !built_in(id))
            ARENA_PUSH(a, list->at, list->n, list->room, id);
    }
    closedir(folder);
    if (list->n > first)
        qsort(list->at + first, (size_t)(list->n - first), sizeof *list->at,
              by_name);
}

int profiles_list(struct arena *a, const char *dir, const char ***ids)
{
    struct id_list list = {0};

    for (const struct profile_text *t = PROFILE_TEXTS; t->id; t++)
        ARENA_PUSH(a, list.at, list.n, list.room, t->id);
    if (dir)
        add_own(a, dir, &list);
    ARENA_PUSH(a, list.at, list.n, list.room, NULL);
    *ids = list.at;
    return list.n - 1;
}

static void no_profile(struct arena *a, const char *dir, const char *id,
                       int index, struct faults *f)
{
    const char **ids;

    profiles_list(a, dir, &ids);
    const char *near = nearest_word(id, ids);
    faults_add(f, STATUS_INPUT, dir ? arena_print(a, "%s/unit.json", dir) : "",
               arena_print(a, "profiles[%d]", index),
               near ? arena_print(a, _("Did you mean \"%s\"?"), near)
                    : _("`ledsaga options --profiles` lists them; one of your "
                        "own is the file profiles/ID.json of the workspace."),
               _("There is no profile \"%s\"."), id);
}

/* The workspace's own goes before the one that came with the program. */
static void read_one(struct arena *a, const char *dir, const char *id,
                     int index, struct profile *p, struct faults *f)
{
    const char *path = dir ? own_path(a, dir, id) : NULL;
    bool own = path && file_exists(path);
    const char *text = own ? NULL : built_in(id);
    struct reader *r = NULL;

    if (own)
        r = reader_open(a, path, f);
    else if (text)
        r = reader_open_text(a, arena_print(a, "profiles/%s.json", id), text, f);
    else
        no_profile(a, dir, id, index, f);
    if (!r)
        return;
    read_profile(a, r, id, p);
    if (own)
        p->file = path;
    reader_close(r);
}

enum status profiles_read(struct arena *a, const char *dir,
                          const char *const *ids, int n,
                          const struct profile **out, struct faults *f)
{
    struct profile *list = NEW_ARRAY(a, struct profile, n + 1);
    int seen = f->seen;

    for (int i = 0; i < n; i++)
        read_one(a, dir, ids[i], i, &list[i], f);
    *out = list;
    return f->seen == seen ? STATUS_OK : faults_status(f);
}

/* ---- what is in force ---- */

/* Sets the figure if it is one of the rows; figures may be NULL. */
static void set_figure(const struct figure *rows, void *figures,
                       const struct profile_value *v)
{
    const struct figure *row = figures ? row_named(rows, v->figure) : NULL;

    if (row)
        *(int *)(void *)((char *)figures + row->offset) = v->value;
}

/* A profile's rows are in the order of their days, so that the last one that
 * holds stays. */
void profiles_apply(const struct profile *profiles, int n, int64_t day,
                    struct rule_figures *rule, struct cost_figures *cost)
{
    for (int i = 0; i < n; i++)
        for (int k = 0; k < profiles[i].n_values; k++) {
            const struct profile_value *v = &profiles[i].values[k];
            if (v->from_day > day)
                continue;
            set_figure(RULE_FIGURE_ROWS, rule, v);
            set_figure(COST_FIGURE_ROWS, cost, v);
        }
}

const struct profile_value *profiles_value(const struct profile *profiles,
                                           int n, const char *figure,
                                           int64_t day)
{
    const struct profile_value *found = NULL;

    for (int i = n - 1; i >= 0 && !found; i--)
        for (int k = 0; k < profiles[i].n_values; k++) {
            const struct profile_value *v = &profiles[i].values[k];
            if (v->from_day <= day && strcmp(v->figure, figure) == 0)
                found = v;
        }
    return found;
}
