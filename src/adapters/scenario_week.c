/* A week as it would be. The documents are read, operated on and read again by the readers
 * that read every workspace, so that what a scenario makes is checked like what a person
 * writes. A scenario that does nothing leaves the documents as they are, to the byte. */
#include "adapters/scenario_demand.h"
#include "adapters/scenario_operations.h"
#include "adapters/scenario_scene.h"
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

/* False if one is not well-formed, or not an object: the workspace's own reader tells. */
static bool scene_open(struct scene *s, const char *unit, const char *week)
{
    struct faults none = {0};
    struct week days;
    s->unit = json_loads(unit, JSON_REJECT_DUPLICATES, NULL);
    s->week = json_loads(week, JSON_REJECT_DUPLICATES, NULL);
    s->areas = json_object();
    const json_t *places = json_object_get(s->unit, "places");
    for (size_t i = 0; i < json_array_size(places); i++) {
        const json_t *p = json_array_get(places, i);
        json_object_set_new(s->areas, text_of(p, "id"), json_string(text_of(p, "area")));
    }
    if (week_make(&days, s->iso_year, s->iso_week, "UTC", &none) != STATUS_OK)
        return false;
    s->monday = days.monday;
    return json_is_object(s->unit) && json_is_object(s->week);
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

/* What is wrong in the documents as they would be: the workspace's own faults, if it has
 * any, else the scenario's doing. */
static enum status blame(struct scene *s, struct faults *f)
{
    const struct faults *found = s->faults;
    const struct problem *own;
    TRY(workspace_read(s->arena, s->dir, s->iso_year, s->iso_week, &own, f));
    for (int i = 0; i < found->seen && i < FAULTS_KEPT; i++) {
        const struct fault *one = &found->list[i];
        const char *file = strcmp(one->file, s->scenario) == 0 || !*one->file
                               ? one->file
                               : arena_print(s->arena, "%s: %s", s->scenario, one->file);
        faults_add(f, one->status, file, one->place, one->remedy, "%s", one->what);
    }
    return faults_status(f);
}

static enum status week_change(struct scene *s, const struct scenario *scenario,
                               const char *unit, const char *week, struct scenario_week *out,
                               struct faults *f)
{
    bool open = scene_open(s, unit, week);
    bool changed = open && operate(s, scenario) == STATUS_OK &&
                   changed_read(s, &out->problem, &out->texts) == STATUS_OK;
    scene_close(s);
    out->waiting = s->waiting;
    return changed ? STATUS_OK : blame(s, f);
}

enum status scenario_week_read(struct arena *a, const char *dir, const struct scenario *scenario,
                               int64_t demand, int iso_year, int iso_week,
                               struct scenario_week *out, struct faults *f)
{
    struct faults found = {0}, unread = {0};
    struct scene s = {.arena = a, .faults = &found, .dir = dir, .scenario = scenario->id,
                      .iso_year = iso_year, .iso_week = iso_week,
                      .demand = demand_of(scenario, demand)};
    char *unit, *week;
    size_t length;
    bool read = file_read(a, arena_print(a, "%s/unit.json", dir), &unit, &length, &unread) ==
                    STATUS_OK &&
                file_read(a, workspace_path(a, dir, iso_year, iso_week, "week.json"), &week,
                          &length, &unread) == STATUS_OK;
    *out = (struct scenario_week){0};
    if (read && (scenario->n_operations > 0 || s.demand != 0))
        return week_change(&s, scenario, unit, week, out, f);
    TRY(workspace_read(a, dir, iso_year, iso_week, &out->problem, f));
    require(read, "what the workspace's reader reads can be read");
    out->texts = texts_hash(unit, week);
    return STATUS_OK;
}
