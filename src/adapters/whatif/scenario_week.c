/* A week as it would be. The documents are read, operated on and read again by the readers
 * that read every workspace, so that what a scenario makes is checked like what a person
 * writes. A scenario that does nothing leaves the documents as they are, to the byte. */
#include "adapters/whatif/scenario_demand.h"
#include "adapters/whatif/scenario_operations.h"
#include "adapters/whatif/scenario_scene.h"
#include "base/file.h"
#include "base/text.h"
#include "ledsaga/workspace.h"

#include <stdlib.h>
#include <string.h>

static int64_t demand_of(const struct scenario *scenario, int64_t demand)
{
    for (int i = 0; i < scenario->n_operations; i++)
        if (strcmp(scenario->operations[i].row->name, "demand_seed") == 0)
            demand = operation_number(&scenario->operations[i], "seed");
    return demand;
}

static const char *document_text(struct arena *a, const json_t *document)
{
    char *dumped = json_dumps(document, JSON_INDENT(1) | JSON_REAL_PRECISION(17));
    require(dumped, "a document of a scenario must be sound JSON");
    const char *text = arena_copy(a, dumped);
    free(dumped);
    return text;
}

struct scenario_ground {
    const char *dir, *unit_text, *week_text;
    int iso_year, iso_week;
    const struct problem *problem;
    json_t *unit, *week;
    bool as_planned; /* nothing of it was given out */
};

/* What is said of a week after it was planned. */
static const char *const SINCE[] = {"now", "freeze_minutes", "published"};
enum { N_SINCE = sizeof SINCE / sizeof *SINCE };

static enum status ground_read(struct arena *a, struct scenario_ground *g, struct faults *f)
{
    char *unit, *week;
    size_t length;
    TRY(workspace_read(a, g->dir, g->iso_year, g->iso_week, &g->problem, f));
    TRY(file_read(a, arena_print(a, "%s/unit.json", g->dir), &unit, &length, f));
    TRY(file_read(a, workspace_path(a, g->dir, g->iso_year, g->iso_week, "week.json"), &week,
                  &length, f));
    g->unit_text = unit;
    g->week_text = week;
    g->unit = json_loads(unit, 0, NULL);
    g->week = json_loads(week, 0, NULL);
    require(g->unit && g->week, "what the workspace's reader reads can be read");
    g->as_planned = true;
    for (int i = 0; i < N_SINCE; i++)
        g->as_planned = g->as_planned && !json_object_get(g->week, SINCE[i]);
    return STATUS_OK;
}

enum status scenario_ground_open(struct arena *a, const char *dir, int iso_year, int iso_week,
                                 const struct scenario_ground **out, struct faults *f)
{
    struct scenario_ground *g = NEW(a, struct scenario_ground);
    *g = (struct scenario_ground){.dir = dir, .iso_year = iso_year, .iso_week = iso_week};
    *out = g;
    return ground_read(a, g, f);
}

const struct problem *scenario_ground_problem(const struct scenario_ground *g)
{
    return g->problem;
}

void scenario_ground_close(const struct scenario_ground *g)
{
    json_decref(g->unit);
    json_decref(g->week);
}

static void scene_open(struct scene *s, const struct scenario_ground *g)
{
    struct faults none = {0};
    struct week days;
    enum status known = week_make(&days, g->iso_year, g->iso_week, "UTC", &none);
    require(known == STATUS_OK, "a week that was read is in the calendar");
    s->monday = days.monday;
    s->unit = json_deep_copy(g->unit);
    s->week = json_deep_copy(g->week);
    s->areas = json_object();
    const json_t *places = json_object_get(s->unit, "places");
    for (size_t i = 0; i < json_array_size(places); i++) {
        const json_t *p = json_array_get(places, i);
        json_object_set_new(s->areas, text_of(p, "id"), json_string(text_of(p, "area")));
    }
}

static void scene_close(struct scene *s)
{
    json_decref(s->unit);
    json_decref(s->week);
    json_decref(s->areas);
}

static uint64_t texts_hash(const char *unit, const char *week)
{
    return hash_bytes(hash_bytes(HASH_START, unit, strlen(unit) + 1), week, strlen(week));
}

static enum status operate(struct scene *s, const struct scenario *scenario)
{
    for (int i = 0; i < N_SINCE; i++)
        json_object_del(s->week, SINCE[i]);
    TRY(demand_draw(s));
    for (int i = 0; i < scenario->n_operations; i++)
        TRY(scenario->operations[i].row->apply(s, &scenario->operations[i]));
    return STATUS_OK;
}

static enum status changed_read(struct scene *s, const struct problem **out, uint64_t *texts)
{
    const char *unit = document_text(s->arena, s->unit);
    const char *week = document_text(s->arena, s->week);
    *texts = texts_hash(unit, week);
    return workspace_read_texts(s->arena, s->dir, s->iso_year, s->iso_week, unit, week, out,
                                  s->faults);
}

/* The operation that set the figure which is wrong; NULL if none did. */
static const struct operation *setter_of(const struct scenario *scenario, const char *place)
{
    for (int i = 0; i < scenario->n_operations; i++) {
        const struct operation *o = &scenario->operations[i];
        size_t n = strlen(o->row->name);
        for (int k = 0; o->row->keys[k].name; k++)
            if (o->row->keys[k].kind == KEY_FIGURES && strncmp(place, o->row->name, n) == 0 &&
                place[n] == '.')
                for (int t = 0; t < o->value[k].n; t++)
                    if (strcmp(o->value[k].texts[t], place + n + 1) == 0)
                        return o;
    }
    return NULL;
}

/* The workspace itself is sound: what is wrong is the scenario's doing. */
static enum status blame(const struct scene *s, const struct scenario *scenario, struct faults *f)
{
    const struct faults *found = s->faults;
    for (int i = 0; i < found->seen && i < FAULTS_KEPT; i++) {
        const struct fault *one = &found->list[i];
        const struct operation *o = setter_of(scenario, one->place);
        bool told = o || strcmp(one->file, scenario->id) == 0 || !*one->file;
        const char *file = told ? scenario->id
                                : arena_print(s->arena, _("%s, in its copy of %s"), scenario->id,
                                              one->file);
        const char *place =
            o ? arena_print(s->arena, "%s.set.%s", o->where, strchr(one->place, '.') + 1)
              : one->place;
        faults_add(f, one->status, file, place, one->remedy, "%s", one->what);
    }
    return faults_status(f);
}

enum status scenario_week_read(struct arena *a, const struct scenario_ground *g,
                               const struct scenario *scenario, int64_t demand,
                               struct scenario_week *out, struct faults *f)
{
    struct faults found = {0};
    struct scene s = {.arena = a, .faults = &found, .dir = g->dir, .scenario = scenario->id,
                      .iso_year = g->iso_year, .iso_week = g->iso_week,
                      .demand = demand_of(scenario, demand)};
    *out = (struct scenario_week){.problem = g->problem};
    if (scenario->n_operations == 0 && s.demand == 0 && g->as_planned) {
        out->texts = texts_hash(g->unit_text, g->week_text);
        return STATUS_OK;
    }
    scene_open(&s, g);
    bool changed = operate(&s, scenario) == STATUS_OK &&
                   changed_read(&s, &out->problem, &out->texts) == STATUS_OK;
    scene_close(&s);
    out->waiting = s.waiting;
    return changed ? STATUS_OK : blame(&s, scenario, f);
}
