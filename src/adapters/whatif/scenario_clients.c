/* What people are granted, what they ask for, and who they are. New clients are like
 * present ones in all that matters to a roster, in an order as drawn; they are nobody. */
#include "adapters/whatif/scenario_operations.h"
#include "adapters/whatif/scenario_scene.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* ---- grants and demand -------------------------------------------------- */

static bool has_basis(const struct scene *s, const struct operation *o, const json_t *client)
{
    (void)s;
    return client_under(client, operation_word(o, "basis"));
}

static int minutes_granted(const struct operation *o, const json_t *decision)
{
    int minutes = share_of(number_of(decision, "minutes", 0), operation_number(o, "percent"));
    bool monthly = strcmp(text_of(decision, "period"), "month") == 0;
    int least = monthly ? operation_number(o, "least") : 0;
    return minutes > least ? minutes : least;
}

static void grants_raise(const struct operation *o, json_t *client)
{
    const char *basis = operation_word(o, "basis");
    json_t *decisions = json_object_get(client, "decisions");
    for (size_t i = 0; i < json_array_size(decisions); i++) {
        json_t *d = json_array_get(decisions, i);
        if (strcmp(basis, "any") == 0 || strcmp(text_of(d, "legal_basis"), basis) == 0)
            json_object_set_new(d, "minutes", json_integer(minutes_granted(o, d)));
    }
}

/* The clients whom the operation is about, as drawn. */
static struct chosen granted(struct scene *s, const struct operation *o)
{
    struct chosen c = chosen_from(s, o, scene_clients(s), "grant", has_basis);
    c.n = share_of(c.n, operation_number(o, "share"));
    return c;
}

static const char X_GRANTED[] = "x-granted"; /* marks them for a moment */

static bool is_granted(const struct scene *s, const struct operation *o, const json_t *client)
{
    (void)s, (void)o;
    return json_object_get(client, X_GRANTED) != NULL;
}

enum status operation_grant(struct scene *s, const struct operation *o)
{
    struct chosen c = granted(s, o);
    for (int i = 0; i < c.n; i++) {
        grants_raise(o, c.at[i]);
        json_object_set_new(c.at[i], X_GRANTED, json_true());
    }
    requests_scale(s, o, operation_number(o, "demand"), is_granted);
    for (int i = 0; i < c.n; i++)
        json_object_del(c.at[i], X_GRANTED);
    return STATUS_OK;
}

static bool asks_there(const struct scene *s, const struct operation *o, const json_t *client)
{
    const char *area = operation_text(o, "area");
    return has_basis(s, o, client) && (!area || strcmp(area_of(s, client), area) == 0);
}

enum status operation_demand(struct scene *s, const struct operation *o)
{
    requests_scale(s, o, operation_number(o, "percent"), asks_there);
    return STATUS_OK;
}

/* ---- an open offer ------------------------------------------------------ */

static bool may_be_like(const struct scene *s, const struct operation *o, const json_t *client)
{
    (void)s, (void)o;
    return *text_of(client, "home") && !json_is_true(json_object_get(client, "protected"));
}

struct wisher {
    const json_t *like;
    uint64_t lot;
    int number, needs, birth_year;
};

static int by_lot(const void *x, const void *y)
{
    const struct wisher *a = x, *b = y;
    return a->lot != b->lot ? (a->lot < b->lot ? -1 : 1) : a->number - b->number;
}

static int by_need(const void *x, const void *y)
{
    const struct wisher *a = x, *b = y;
    if (a->needs != b->needs)
        return b->needs - a->needs;
    return a->birth_year != b->birth_year ? a->birth_year - b->birth_year : a->number - b->number;
}

static int needs_of(const json_t *client)
{
    const json_t *needs = json_object_get(client, "needs");
    return (int)json_array_size(json_object_get(needs, "skills")) +
           (json_object_get(needs, "language") != NULL) + (json_object_get(needs, "sex") != NULL);
}

/* Lots are drawn anew with each draw of demand; who asks first is not. */
static struct wisher *wishers(struct scene *s, const struct operation *o,
                              const struct chosen *like, int n)
{
    struct wisher *list = NEW_ARRAY(s->arena, struct wisher, n + 1);
    const char *queue = operation_word(o, "queue");
    const char *salt = arena_print(s->arena, "lot%lld", (long long)s->demand);
    for (int i = 0; i < n; i++) {
        const json_t *c = like->at[i % like->n];
        list[i] = (struct wisher){c, id_hash(salt, arena_print(s->arena, "%d", i)), i,
                                  needs_of(c), number_of(c, "birth_year", 2100)};
    }
    if (strcmp(queue, "lottery") == 0)
        qsort(list, (size_t)n, sizeof *list, by_lot);
    if (strcmp(queue, "need") == 0)
        qsort(list, (size_t)n, sizeof *list, by_need);
    return list;
}

enum status operation_open_offer(struct scene *s, const struct operation *o)
{
    struct chosen like = chosen_from(s, o, scene_clients(s), "open", may_be_like);
    int clients = (int)json_array_size(scene_clients(s));
    int n = share_of(share_of(clients, operation_number(o, "wishing")),
                     operation_number(o, "induced"));
    int places = operation_number(o, "places");
    n = like.n > 0 ? n : 0;
    struct wisher *list = wishers(s, o, &like, n);
    for (int i = 0; i < n; i++) {
        if (places > 0 && i >= places)
            s->waiting++;
        else
            client_again(s, list[i].like, arena_print(s->arena, "open-%d", list[i].number + 1),
                         legal_basis_word(SOL_11_5), operation_number(o, "cap"));
    }
    return STATUS_OK;
}

/* ---- more people with a right ------------------------------------------- */

static bool under_it(const struct scene *s, const struct operation *o, const json_t *client)
{
    return may_be_like(s, o, client) && has_basis(s, o, client);
}

enum status operation_inflow(struct scene *s, const struct operation *o)
{
    struct chosen like = chosen_from(s, o, scene_clients(s), "inflow", under_it);
    const char *basis = operation_word(o, "basis");
    int people = operation_number(o, "people");
    if (like.n == 0 && people > 0)
        return scene_fault(s, o, _("Choose a legal basis that some client with a home has."),
                           _("no client can be taken as an example under %s"), basis);
    for (int i = 0; i < people; i++)
        client_again(s, like.at[i % like.n], arena_print(s->arena, "inflow-%d", i + 1),
                     basis,
                     operation_number(o, "minutes"));
    return STATUS_OK;
}

/* ---- one area ----------------------------------------------------------- */

/* Those of a list who do not live there. */
static json_t *elsewhere(const struct scene *s, const json_t *people, const char *area)
{
    json_t *gone = json_object();
    for (size_t i = 0; i < json_array_size(people); i++) {
        const json_t *one = json_array_get(people, i);
        if (strcmp(area_of(s, one), area) != 0)
            json_object_set_new(gone, text_of(one, "id"), json_true());
    }
    return gone;
}

static void used_add(json_t *used, const json_t *list, const char *key)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        json_object_set_new(used, text_of(json_array_get(list, i), key), json_true());
}

/* Places that nobody has to do with any more; a matrix of travel needs them all. */
static void places_forget(struct scene *s)
{
    json_t *places = json_object_get(s->unit, "places"), *used = json_object(), *kept;
    if (!json_object_get(json_object_get(s->unit, "travel"), "matrix")) {
        used_add(used, scene_clients(s), "home");
        used_add(used, scene_escorts(s), "home");
        used_add(used, scene_requests(s), "meet");
        used_add(used, scene_requests(s), "end");
        used_add(used, json_object_get(s->week, "sessions"), "place");
        kept = json_array();
        for (size_t i = 0; i < json_array_size(places); i++)
            if (json_object_get(used, text_of(json_array_get(places, i), "id")))
                json_array_append(kept, json_array_get(places, i));
        json_object_set_new(s->unit, "places", kept);
    }
    json_decref(used);
}

enum status operation_cut(struct scene *s, const struct operation *o)
{
    const char *area = operation_text(o, "area");
    json_t *clients = elsewhere(s, scene_clients(s), area);
    json_t *escorts = elsewhere(s, scene_escorts(s), area);
    clients_leave(s, clients);
    escorts_leave(s, escorts);
    json_decref(clients);
    json_decref(escorts);
    if (json_array_size(scene_clients(s)) == 0)
        return scene_fault(s, o, _("Name the area of a place in unit.json."),
                           _("no client has a home in the area '%s'"), area);
    places_forget(s);
    return STATUS_OK;
}
