#include "adapters/whatif/scenario_scene.h"

#include "base/file.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum status scene_fault(struct scene *s, const struct operation *o, const char *remedy,
                        const char *what, ...)
{
    va_list list;
    char said[256];
    va_start(list, what);
    vsnprintf(said, sizeof said, what, list);
    va_end(list);
    return faults_add(s->faults, STATUS_INPUT, s->scenario, o->where, remedy, "%s", said);
}

/* ---- lists and their things --------------------------------------------- */

json_t *scene_list(json_t *document, const char *key)
{
    json_t *list = json_object_get(document, key);
    if (!list) {
        list = json_array();
        json_object_set_new(document, key, list);
    }
    return list;
}

json_t *scene_clients(struct scene *s)
{
    return scene_list(s->unit, "clients");
}

json_t *scene_escorts(struct scene *s)
{
    return scene_list(s->unit, "escorts");
}

json_t *scene_requests(struct scene *s)
{
    return scene_list(s->week, "requests");
}

const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

int number_of(const json_t *object, const char *key, int otherwise)
{
    const json_t *value = json_object_get(object, key);
    return json_is_integer(value) ? (int)json_integer_value(value) : otherwise;
}

json_t *thing_find(const json_t *list, const char *id)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (strcmp(text_of(json_array_get(list, i), "id"), id) == 0)
            return json_array_get(list, i);
    return NULL;
}

static size_t text_place(const json_t *list, const char *text)
{
    size_t i = 0;
    while (i < json_array_size(list) &&
           strcmp(json_string_value(json_array_get(list, i)), text) != 0)
        i++;
    return i;
}

bool texts_have(const json_t *list, const char *text)
{
    return text_place(list, text) < json_array_size(list);
}

void texts_add(json_t *object, const char *key, const char *text)
{
    json_t *list = scene_list(object, key);
    if (!texts_have(list, text))
        json_array_append_new(list, json_string(text));
}

void texts_drop(json_t *object, const char *key, const char *text, bool keep_empty)
{
    json_t *list = json_object_get(object, key);
    if (!list || !texts_have(list, text))
        return;
    json_array_remove(list, text_place(list, text));
    if (json_array_size(list) == 0 && !keep_empty)
        json_object_del(object, key);
}

/* ---- people ------------------------------------------------------------- */

const char *area_of(const struct scene *s, const json_t *person)
{
    const char *own = text_of(person, "area");
    const char *home = json_string_value(json_object_get(s->areas, text_of(person, "home")));
    return *own ? own : home ? home : "";
}

bool client_under(const json_t *client, const char *basis)
{
    const json_t *decisions = json_object_get(client, "decisions");
    if (strcmp(basis, "any") == 0)
        return true;
    for (size_t i = 0; i < json_array_size(decisions); i++)
        if (strcmp(text_of(json_array_get(decisions, i), "legal_basis"), basis) == 0)
            return true;
    return false;
}

bool escort_engaged(const json_t *escort, const char *engagement)
{
    const char *own = text_of(escort, "engagement");
    return strcmp(engagement, "any") == 0 || strcmp(engagement, own) == 0 ||
           (strcmp(engagement, "employed") == 0 && strcmp(own, "contractor") != 0);
}

/* ---- who is chosen ------------------------------------------------------ */

uint64_t id_hash(const char *salt, const char *id)
{
    return hash_bytes(hash_bytes(HASH_START, salt, strlen(salt) + 1), id, strlen(id));
}

struct ranked {
    uint64_t hash;
    json_t *thing;
};

static int by_hash(const void *x, const void *y)
{
    const struct ranked *a = x, *b = y;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return strcmp(text_of(a->thing, "id"), text_of(b->thing, "id"));
}

struct chosen chosen_from(struct scene *s, const struct operation *o, const json_t *list,
                          const char *salt, scene_keep *keep)
{
    int room = (int)json_array_size(list);
    struct ranked *ranked = NEW_ARRAY(s->arena, struct ranked, room + 1);
    struct chosen c = {0, NEW_ARRAY(s->arena, json_t *, room + 1)};
    for (int i = 0; i < room; i++) {
        json_t *thing = json_array_get(list, (size_t)i);
        if (!keep || keep(s, o, thing))
            ranked[c.n++] = (struct ranked){id_hash(salt, text_of(thing, "id")), thing};
    }
    qsort(ranked, (size_t)c.n, sizeof *ranked, by_hash);
    for (int i = 0; i < c.n; i++)
        c.at[i] = ranked[i].thing;
    return c;
}

int share_of(int n, int percent)
{
    return (int)(((int64_t)n * percent + 50) / 100);
}

/* ---- people go ---------------------------------------------------------- */

/* Of a list of objects those go whose key is among the ids; the list too if it is empty. */
static void objects_drop(json_t *object, const char *key, const char *of, const json_t *gone)
{
    json_t *list = json_object_get(object, key);
    for (size_t i = json_array_size(list); i-- > 0;)
        if (json_object_get(gone, text_of(json_array_get(list, i), of)))
            json_array_remove(list, i);
    if (list && json_array_size(list) == 0)
        json_object_del(object, key);
}

/* The same of a list of texts; the empty list stays where it means something. */
static void texts_drop_all(json_t *object, const char *key, const json_t *gone, bool keep_empty)
{
    json_t *list = json_object_get(object, key);
    size_t before = json_array_size(list);
    for (size_t i = before; i-- > 0;)
        if (json_object_get(gone, json_string_value(json_array_get(list, i))))
            json_array_remove(list, i);
    if (before > 0 && json_array_size(list) == 0 && !keep_empty)
        json_object_del(object, key);
}

static void things_drop(json_t *list, const char *of, const json_t *gone)
{
    json_t *kept = json_array();
    for (size_t i = 0; i < json_array_size(list); i++)
        if (!json_object_get(gone, text_of(json_array_get(list, i), of)))
            json_array_append(kept, json_array_get(list, i));
    json_array_clear(list);
    json_array_extend(list, kept);
    json_decref(kept);
}

static bool names_one(const json_t *object, const json_t *gone)
{
    const json_t *list = json_object_get(object, "escorts");
    for (size_t i = 0; i < json_array_size(list); i++)
        if (json_object_get(gone, json_string_value(json_array_get(list, i))))
            return true;
    return false;
}

/* What was pinned to, or published with, somebody who left. */
static void with_them_drop(json_t *list, const json_t *gone)
{
    for (size_t i = json_array_size(list); i-- > 0;)
        if (names_one(json_array_get(list, i), gone))
            json_array_remove(list, i);
}

/* A deputy alone, or one who is the client's own escort too, is none. */
static void named_settle(json_t *client)
{
    const char *primary = text_of(client, "primary"), *deputy = text_of(client, "deputy");
    if (*deputy && (!*primary || strcmp(primary, deputy) == 0))
        json_object_del(client, "deputy");
}

static void named_drop(json_t *client, const char *key, const json_t *gone)
{
    if (json_object_get(gone, text_of(client, key)))
        json_object_del(client, key);
}

static void week_forgets_escorts(struct scene *s, const json_t *gone)
{
    json_t *requests = scene_requests(s);
    objects_drop(s->week, "absences", "escort", gone);
    for (size_t i = 0; i < json_array_size(requests); i++) {
        json_t *q = json_array_get(requests, i), *points = json_object_get(q, "escort_points");
        const char *id;
        json_t *value;
        void *next;
        objects_drop(q, "offers", "escort", gone);
        json_object_foreach_safe(points, next, id, value)
            if (json_object_get(gone, id))
                json_object_del(points, id);
    }
    with_them_drop(json_object_get(s->week, "pins"), gone);
    with_them_drop(json_object_get(json_object_get(s->week, "published"), "visits"), gone);
}

/* Where nobody of those whom a client accepts is left, nobody is accepted. */
static void accepts_nobody(struct scene *s)
{
    json_t *clients = scene_clients(s), *escorts = scene_escorts(s);
    for (size_t i = 0; i < json_array_size(clients); i++) {
        json_t *c = json_array_get(clients, i), *accepts = json_object_get(c, "accepts");
        if (!accepts || json_array_size(accepts) > 0)
            continue;
        json_object_del(c, "accepts");
        json_object_set_new(c, "never", json_array());
        for (size_t k = 0; k < json_array_size(escorts); k++)
            texts_add(c, "never", text_of(json_array_get(escorts, k), "id"));
    }
}

static void escorts_strike(struct scene *s, const json_t *gone)
{
    week_forgets_escorts(s, gone);
    things_drop(scene_escorts(s), "id", gone);
}

void escorts_leave(struct scene *s, const json_t *gone)
{
    json_t *clients = scene_clients(s), *requests = scene_requests(s);
    for (size_t i = 0; i < json_array_size(clients); i++) {
        json_t *c = json_array_get(clients, i);
        texts_drop_all(c, "accepts", gone, true);
        texts_drop_all(c, "wishes", gone, false);
        texts_drop_all(c, "never", gone, false);
        objects_drop(c, "known", "escort", gone);
        named_drop(c, "primary", gone);
        named_drop(c, "deputy", gone);
        named_settle(c);
    }
    for (size_t i = 0; i < json_array_size(requests); i++)
        texts_drop_all(json_array_get(requests, i), "wishes", gone, true);
    escorts_strike(s, gone);
    accepts_nobody(s);
}

void requests_leave(struct scene *s, const json_t *gone)
{
    json_t *told = json_object_get(s->week, "published");
    json_t *visits = json_object_get(told, "visits");
    things_drop(scene_requests(s), "id", gone);
    objects_drop(s->week, "pins", "request", gone);
    objects_drop(s->week, "in_step", "first", gone);
    objects_drop(s->week, "in_step", "second", gone);
    if (visits)
        things_drop(visits, "request", gone);
}

void clients_leave(struct scene *s, const json_t *gone)
{
    json_t *clients = scene_clients(s), *escorts = scene_escorts(s);
    json_t *requests = scene_requests(s), *theirs = json_object();
    for (size_t i = 0; i < json_array_size(requests); i++) {
        const json_t *q = json_array_get(requests, i);
        if (json_object_get(gone, text_of(q, "client")))
            json_object_set_new(theirs, text_of(q, "id"), json_true());
    }
    requests_leave(s, theirs);
    json_decref(theirs);
    for (size_t i = 0; i < json_array_size(escorts); i++) {
        texts_drop_all(json_array_get(escorts, i), "never", gone, false);
        objects_drop(json_array_get(escorts, i), "delegations", "client", gone);
    }
    things_drop(clients, "id", gone);
    for (size_t i = 0; i < json_array_size(clients); i++)
        texts_drop_all(json_array_get(clients, i), "shares_with", gone, false);
}

/* ---- one takes over from another ---------------------------------------- */

static void text_replace(json_t *object, const char *key, const char *id, const char *by)
{
    json_t *list = json_object_get(object, key);
    size_t at = text_place(list, id);
    if (!list || at == json_array_size(list))
        return;
    if (texts_have(list, by))
        json_array_remove(list, at);
    else
        json_array_set_new(list, at, json_string(by));
}

static void named_replace(json_t *client, const char *key, const char *id, const char *by)
{
    if (strcmp(text_of(client, key), id) == 0)
        json_object_set_new(client, key, json_string(by));
}

static void known_replace(json_t *client, const char *id, const char *by)
{
    enum { VISITS_MOST = 100000 };
    json_t *list = json_object_get(client, "known"), *row, *old = NULL, *new = NULL;
    size_t i, at = 0;
    json_array_foreach(list, i, row) {
        if (strcmp(text_of(row, "escort"), id) == 0) {
            old = row;
            at = i;
        }
        new = strcmp(text_of(row, "escort"), by) == 0 ? row : new;
    }
    if (!old)
        return;
    if (!new) {
        json_object_set_new(old, "escort", json_string(by));
        return;
    }
    int visits = number_of(old, "visits", 0) + number_of(new, "visits", 0);
    json_object_set_new(new, "visits", json_integer(visits > VISITS_MOST ? VISITS_MOST : visits));
    json_array_remove(list, at);
}

/* Who said no to one of those replaced is not held to it; who accepts, wishes for or is
 * used to the one who takes over has not said no to them. */
static void never_settle(json_t *client, const char *id, const char *by)
{
    const json_t *accepts = json_object_get(client, "accepts");
    texts_drop(client, "never", id, false);
    if (texts_have(accepts, by) || texts_have(json_object_get(client, "wishes"), by))
        texts_drop(client, "never", by, false);
}

void escort_replace(struct scene *s, const char *id, const char *by)
{
    json_t *clients = scene_clients(s), *requests = scene_requests(s), *gone = json_object();
    json_object_set_new(gone, id, json_true());
    for (size_t i = 0; i < json_array_size(clients); i++) {
        json_t *c = json_array_get(clients, i);
        text_replace(c, "accepts", id, by);
        text_replace(c, "wishes", id, by);
        known_replace(c, id, by);
        named_replace(c, "primary", id, by);
        named_replace(c, "deputy", id, by);
        named_settle(c);
        never_settle(c, id, by);
    }
    for (size_t i = 0; i < json_array_size(requests); i++)
        text_replace(json_array_get(requests, i), "wishes", id, by);
    escorts_strike(s, gone);
    json_decref(gone);
}

/* ---- days --------------------------------------------------------------- */

static const char *date_text(struct arena *a, int64_t days)
{
    int year, month, mday;
    date_of_days(days, &year, &month, &mday);
    return arena_print(a, "%04d-%02d-%02d", year, month, mday);
}

const char *scene_date(const struct scene *s, int day)
{
    return date_text(s->arena, s->monday + day);
}

bool date_of_text(const char *text, int64_t *day)
{
    int year, month, mday;
    if (!date_scan(text, &year, &month, &mday))
        return false;
    *day = date_days(year, month, mday);
    return true;
}

/* ---- more outings ------------------------------------------------------- */

/* All its times so many days on, over Sunday to Monday. What is bound to a day of its own,
 * a group, is left out; false if nothing is left. */
static bool request_shift(struct scene *s, json_t *request, int days)
{
    json_t *times = json_object_get(request, "alternatives");
    for (size_t i = json_array_size(times); i-- > 0;) {
        json_t *one = json_array_get(times, i);
        int64_t day;
        if (!date_of_text(text_of(one, "date"), &day)) {
            json_array_remove(times, i);
            continue;
        }
        int moved = (int)((day - s->monday + days) % DAYS);
        json_object_set_new(one, "date", json_string(scene_date(s, moved)));
    }
    return json_array_size(times) > 0;
}

/* A copy without what belongs to the one outing alone. NULL if nothing is left of it. */
static json_t *request_again(struct scene *s, const json_t *like, const char *id, int days)
{
    static const char *const OWN[] = {"offers", "series", "escort_points", NULL};
    json_t *copy = json_deep_copy(like);
    for (int i = 0; OWN[i]; i++)
        json_object_del(copy, OWN[i]);
    json_object_set_new(copy, "id", json_string(id));
    if (request_shift(s, copy, days))
        return copy;
    json_decref(copy);
    return NULL;
}

static const json_t *client_of(struct scene *s, const json_t *request)
{
    return thing_find(scene_clients(s), text_of(request, "client"));
}

void requests_scale(struct scene *s, const struct operation *o, int percent, scene_keep *keep)
{
    json_t *requests = scene_requests(s);
    struct chosen all = chosen_from(s, o, requests, "requests", NULL);
    int n = 0, times = 0;
    for (int i = 0; i < all.n; i++) {
        const json_t *client = client_of(s, all.at[i]);
        if (client && keep(s, o, client))
            all.at[n++] = all.at[i];
    }
    for (int left = share_of(n, percent) - n; left > 0; left -= n, times++)
        for (int i = 0; i < n && i < left; i++) {
            const char *id = text_of(all.at[i], "id");
            int days = 1 + (int)(id_hash(times ? "again" : "more", id) % (DAYS - 1));
            json_t *more = request_again(
                s, all.at[i], arena_print(s->arena, "%.50s.more%d", id, times + 1), days);
            if (more)
                json_array_append_new(requests, more);
        }
    json_t *gone = json_object();
    for (int i = n - 1; i >= share_of(n, percent); i--)
        json_object_set_new(gone, text_of(all.at[i], "id"), json_true());
    requests_leave(s, gone);
    json_decref(gone);
}

/* ---- more clients ------------------------------------------------------- */

static json_t *decision_new(struct scene *s, const char *basis, int minutes)
{
    const char *from = date_text(s->arena, s->monday - 28);
    return json_pack("{ss ss si ss ss ss ss}", "id", "d", "legal_basis", basis, "minutes",
                     minutes, "period", "month", "from", from, "decided", from, "executed",
                     from);
}

bool client_again(struct scene *s, const json_t *like, const char *id, const char *basis,
                  int minutes_month)
{
    static const char *const KEPT[] = {"home",    "area",      "sex",       "birth_year",
                                       "needs",   "likes",     "exposes",
                                       "allergies", "introductions", NULL};
    json_t *client = json_pack("{ss ss}", "id", id, "name", id);
    json_t *requests = scene_requests(s);
    size_t n = json_array_size(requests), asked = 0;
    for (int i = 0; KEPT[i]; i++)
        if (json_object_get(like, KEPT[i]))
            json_object_set_new(client, KEPT[i], json_deep_copy(json_object_get(like, KEPT[i])));
    json_object_set_new(client, "decisions",
                        json_pack("[o]", decision_new(s, basis, minutes_month)));
    json_array_append_new(scene_clients(s), client);
    for (size_t i = 0; i < n; i++) {
        json_t *q = json_array_get(requests, i);
        if (strcmp(text_of(q, "client"), text_of(like, "id")) != 0)
            continue;
        json_t *copy = request_again(
            s, q, arena_print(s->arena, "%s.%d", id, (int)asked + 1), 0);
        if (!copy)
            continue;
        json_object_set_new(copy, "client", json_string(id));
        json_object_del(copy, "decision");
        json_object_del(copy, "wishes");
        json_object_del(copy, "tasks");
        json_array_append_new(requests, copy);
        asked++;
    }
    return asked > 0;
}
