#include "adapters/workspace/unit_parts.h"

#include "base/text.h"

/* Figures of one group, as far as they are told. */
static struct own_figures read_figures(struct unit *u, struct reader *r,
                                       const char *group,
                                       const struct figure *rows)
{
    struct own_figures own = {0};
    int n = 0, value;

    while (rows[n].name)
        n++;
    const char **names = NEW_ARRAY(u->arena, const char *, n + 1);
    own.at = arena_alloc(u->arena, (size_t)n + 1, sizeof *own.at);
    for (int i = 0; i < n; i++)
        names[i] = rows[i].name;
    if (!reader_object(r, group, OPTIONAL, names))
        return own;
    for (int i = 0; i < n; i++) {
        if (!reader_int(r, rows[i].name, OPTIONAL, rows[i].least, rows[i].most,
                        &value))
            continue;
        own.at[own.n].row = &rows[i];
        own.at[own.n++].value = value;
    }
    reader_leave(r);
    return own;
}

/* They go into the struct of their group at `figures`. */
static void apply(const struct own_figures *own, void *figures)
{
    for (int i = 0; i < own->n; i++) {
        char *at = (char *)figures + own->at[i].row->offset;
        *(int *)(void *)at = own->at[i].value;
    }
}

void unit_apply_figures(const struct unit *u, struct rule_figures *rule,
                        struct cost_figures *cost)
{
    apply(&u->rules, rule);
    apply(&u->costs, cost);
}

static void read_all_figures(struct unit *u, struct reader *r)
{
    struct rule_figures rule = rule_figures_default();
    struct weight_figures weight = weight_figures_default();
    struct cost_figures cost = cost_figures_default();
    struct own_figures weights =
        read_figures(u, r, "weights", WEIGHT_FIGURE_ROWS);

    u->rules = read_figures(u, r, "rules", RULE_FIGURE_ROWS);
    u->costs = read_figures(u, r, "costs", COST_FIGURE_ROWS);
    apply(&weights, &weight);
    unit_apply_figures(u, &rule, &cost);
    problem_set_figures(u->builder, &rule, &weight);
    problem_set_costs(u->builder, &cost);
}

/* Whether there are such profiles is seen when they are read. */
static void read_profiles(struct unit *u, struct reader *r)
{
    struct ids *seen = ids_new(u->arena, _("profile"), "");
    const char *id;

    if (!reader_list(r, "profiles", OPTIONAL))
        return;
    const char **list = NEW_ARRAY(u->arena, const char *, reader_size(r) + 1);
    while (reader_next(r)) {
        if (!reader_id(r, NULL, REQUIRED, &id))
            continue;
        if (ids_add(seen, id) == NONE)
            reader_fault(r, NULL, _("Remove one of the two."),
                         _("%s is listed twice"), reader_quoted(r, id));
        else
            list[u->n_profiles++] = id;
    }
    u->profiles = list;
}

static void read_synthetic(struct unit *u, struct reader *r)
{
    static const char *const KEYS[] = {"preset", "seed", "assumptions", NULL};
    const char *text;
    int64_t seed;

    if (!reader_object(r, "synthetic", OPTIONAL, KEYS))
        return;
    reader_text(r, "preset", REQUIRED, &text);
    reader_int64(r, "seed", REQUIRED, 0, INT64_MAX, &seed);
    if (reader_list(r, "assumptions", REQUIRED))
        while (reader_next(r))
            reader_text(r, NULL, REQUIRED, &text);
    problem_set_synthetic(u->builder);
    reader_leave(r);
}

/* An unknown time zone is told, and reading goes on in the usual one. */
static void read_week(struct unit *u, struct reader *r, int iso_year,
                      int iso_week)
{
    static const char USUAL[] = "Europe/Stockholm";
    const char *zone = USUAL;
    struct faults found = {0};

    reader_text(r, "time_zone", OPTIONAL, &zone);
    if (week_make(&u->week, iso_year, iso_week, zone, &found) != STATUS_OK) {
        reader_pass_on(r, "time_zone", &found);
        week_make(&u->week, iso_year, iso_week, USUAL, &found);
    }
    struct moment m = week_moment(&u->week, 0);
    u->monday = date_days(m.year, m.month, m.mday);
}

static void begin(struct unit *u, struct reader *r, int iso_year, int iso_week)
{
    const char *id = "unit", *name = "";
    int grid = 15;

    read_week(u, r, iso_year, iso_week);
    reader_id(r, "id", REQUIRED, &id);
    reader_name(r, "name", REQUIRED, &name);
    reader_int(r, "grid_minutes", OPTIONAL, 1, HOUR, &grid);
    u->builder = problem_begin(u->arena, id, name, &u->week, grid);
    problem_set_file(u->builder, reader_file(r));
}

bool unit_read(struct unit *u, struct arena *a, struct reader *r, int iso_year,
               int iso_week)
{
    static const char *const KEYS[] = {
        "format", "version", "id",     "name",   "synthetic", "time_zone",
        "grid_minutes", "profiles", "rules", "weights", "costs", "skills",
        "places", "travel", "paratransit", "clients", "escorts", "calendar", NULL};

    if (!reader_document(r, "ledsaga-unit", 1, KEYS))
        return false;
    *u = (struct unit){.arena = a};
    u->skills = ids_new(a, _("skill"), _("skills[] of unit.json"));
    u->places = ids_new(a, _("place"), _("places[] of unit.json"));
    u->escorts = ids_new(a, _("escort"), _("escorts[] of unit.json"));
    u->clients = ids_new(a, _("client"), _("clients[] of unit.json"));
    begin(u, r, iso_year, iso_week);
    read_synthetic(u, r);
    read_profiles(u, r);
    read_all_figures(u, r);
    unit_read_skills(u, r);
    unit_read_places(u, r);
    unit_read_travel(u, r);
    unit_read_paratransit(u, r);
    unit_read_escorts(u, r);
    unit_read_clients(u, r);
    unit_read_escorts_clients(u, r);
    unit_read_clients_clients(u, r);
    return true;
}
