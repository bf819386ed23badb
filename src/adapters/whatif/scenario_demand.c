/* Other draws of demand. Of an invented unit the week is drawn anew from the tables that
 * it was drawn from, with the people and their habits as they are. Of any other unit, what
 * each client asks for is taken from one of the workspace's weeks, drawn for each client by
 * itself (a bootstrap by client): what is asked for in a week by one person stays
 * together. */
#include "adapters/whatif/scenario_demand.h"

#include "adapters/invent/invent_again.h"
#include "adapters/whatif/scenario_operations.h"
#include "base/chance.h"
#include "base/text.h"
#include "ledsaga/workspace.h"

#include <string.h>

/* ---- invented ----------------------------------------------------------- */

static bool are_known(const json_t *list, const json_t *documents, const char *key)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *id = text_of(json_array_get(list, i), key);
        if (*id && !thing_find(documents, id))
            return false;
    }
    return true;
}

/* The unit is still the one that was invented, as far as the week asks for people and
 * places. */
static bool fits(struct scene *s, const json_t *week)
{
    const json_t *places = json_object_get(s->unit, "places");
    const json_t *requests = json_object_get(week, "requests");
    return are_known(requests, scene_clients(s), "client") &&
           are_known(requests, places, "meet") && are_known(requests, places, "end") &&
           are_known(json_object_get(week, "absences"), scene_escorts(s), "escort");
}

static json_t *week_invented(struct scene *s, const struct iso_week *weeks, int n)
{
    const json_t *synthetic = json_object_get(s->unit, "synthetic");
    struct iso_week this = {s->iso_year, s->iso_week};
    if (!synthetic || n == 0)
        return NULL;
    int last_year = weeks[0].year, last_week = weeks[0].week, span = 1;
    for (; span < 104 && weeks_compare(weeks[n - 1], (struct iso_week){last_year, last_week}) > 0;
         span++)
        week_step(&last_year, &last_week, 1);
    json_t *week = week_draw_again(
        s->arena, text_of(synthetic, "preset"),
        (uint64_t)json_integer_value(json_object_get(synthetic, "seed")), weeks[0], span, this,
        (uint64_t)s->demand ^ id_hash("demand", text_of(synthetic, "preset")));
    if (week && fits(s, week))
        return week;
    json_decref(week);
    return NULL;
}

/* ---- from the workspace's own weeks -------------------------------------- */

struct pool {
    int n;
    json_t **weeks;
    int64_t *monday;
    int own; /* the one that is drawn anew */
};

static int64_t monday_of(struct iso_week w)
{
    struct faults none = {0};
    struct week week;
    return week_make(&week, w.year, w.week, "UTC", &none) == STATUS_OK ? week.monday : 0;
}

static struct pool pool_open(struct scene *s, const struct iso_week *weeks, int n)
{
    struct pool pool = {.own = NONE,
                        .weeks = NEW_ARRAY(s->arena, json_t *, n + 1),
                        .monday = NEW_ARRAY(s->arena, int64_t, n + 1)};
    for (int i = 0; i < n; i++) {
        const char *path =
            workspace_path(s->arena, s->dir, weeks[i].year, weeks[i].week, "week.json");
        bool this = weeks_compare(weeks[i], (struct iso_week){s->iso_year, s->iso_week}) == 0;
        json_t *week = this ? json_incref(s->week) : json_load_file(path, 0, NULL);
        if (!week)
            continue;
        if (this)
            pool.own = pool.n;
        pool.monday[pool.n] = monday_of(weeks[i]);
        pool.weeks[pool.n++] = week;
    }
    return pool;
}

static void pool_close(struct pool *pool)
{
    for (int i = 0; i < pool->n; i++)
        json_decref(pool->weeks[i]);
}

/* Which week a client's outings are taken from. */
static int week_drawn(const struct scene *s, const struct pool *pool, const char *client)
{
    struct chance c;
    chance_seed(&c, (uint64_t)s->demand ^ id_hash("bootstrap", client));
    return chance_below(&c, pool->n);
}

/* The times of another week on the same days of this one. Groups are of their own week. */
static bool times_move(struct scene *s, json_t *request, int64_t days)
{
    json_t *times = json_object_get(request, "alternatives");
    for (size_t i = json_array_size(times); i-- > 0;) {
        json_t *one = json_array_get(times, i);
        int64_t day;
        if (date_of_text(text_of(one, "date"), &day))
            json_object_set_new(one, "date",
                                json_string(scene_date(s, (int)(day + days - s->monday))));
        else
            json_array_remove(times, i);
    }
    return json_array_size(times) > 0;
}

static json_t *request_from(struct scene *s, const struct pool *pool, int week, const json_t *q)
{
    static const char *const OWN[] = {"offers", "escort_points", "decision", NULL};
    json_t *copy = json_deep_copy(q);
    const char *id = arena_print(s->arena, "%.50s.from%d", text_of(q, "id"), week + 1);
    for (int i = 0; OWN[i]; i++)
        json_object_del(copy, OWN[i]);
    json_object_set_new(copy, "id", json_string(id));
    if (times_move(s, copy, s->monday - pool->monday[week]))
        return copy;
    json_decref(copy);
    return NULL;
}

static void requests_take(struct scene *s, const struct pool *pool, int week, json_t *into)
{
    const json_t *list = json_object_get(pool->weeks[week], "requests");
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *q = json_array_get(list, i);
        const char *client = text_of(q, "client");
        if (!thing_find(scene_clients(s), client) || week_drawn(s, pool, client) != week)
            continue;
        json_t *taken = week == pool->own ? json_incref(q) : request_from(s, pool, week, q);
        if (taken)
            json_array_append_new(into, taken);
    }
}

/* What was said of outings that are not asked for any more goes with them. */
static void said_forget(json_t *week, const char *key, const char *of, const json_t *requests)
{
    json_t *list = json_object_get(week, key);
    for (size_t i = json_array_size(list); i-- > 0;)
        if (!thing_find(requests, text_of(json_array_get(list, i), of)))
            json_array_remove(list, i);
}

static enum status week_bootstrapped(struct scene *s, const struct iso_week *weeks, int n)
{
    struct pool pool = pool_open(s, weeks, n);
    json_t *requests = json_array();
    if (pool.n < 2) {
        pool_close(&pool);
        json_decref(requests);
        return faults_add(s->faults, STATUS_INPUT, s->dir, "",
                          _("Add weeks, or ask for the week's own demand alone: --demands 1."),
                          _("there is one week, and no table that its demand was drawn from: "
                            "there is nothing to draw another one from"));
    }
    for (int i = 0; i < pool.n; i++)
        requests_take(s, &pool, i, requests);
    pool_close(&pool);
    json_object_set_new(s->week, "requests", requests);
    said_forget(s->week, "pins", "request", requests);
    said_forget(s->week, "in_step", "first", requests);
    said_forget(s->week, "in_step", "second", requests);
    said_forget(json_object_get(s->week, "published"), "visits", "request", requests);
    return STATUS_OK;
}

enum status demand_draw(struct scene *s)
{
    struct iso_week *weeks;
    int n = weeks_list(s->arena, s->dir, &weeks);
    if (s->demand == 0)
        return STATUS_OK;
    json_t *invented = week_invented(s, weeks, n);
    if (!invented)
        return week_bootstrapped(s, weeks, n);
    json_decref(s->week);
    s->week = invented;
    return STATUS_OK;
}

/* All runs have the same draw: it was taken before anything else was done. */
enum status operation_demand_seed(struct scene *s, const struct operation *o)
{
    (void)s, (void)o;
    return STATUS_OK;
}
