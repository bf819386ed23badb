#include "model/builder.h"

#include <string.h>

bool id_valid(const char *id)
{
    static const char ALLOWED[] = "abcdefghijklmnopqrstuvwxyz"
                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                  "0123456789._-";
    size_t n = strlen(id);

    return n >= 1 && n <= 64 && strspn(id, ALLOWED) == n;
}

struct problem_builder *problem_begin(struct arena *a, const char *unit_id,
                                      const char *unit_name,
                                      const struct week *week, int grid)
{
    struct problem_builder *b = NEW(a, struct problem_builder);
    struct problem *p = NEW(a, struct problem);

    p->unit_id = arena_copy(a, unit_id);
    p->unit_name = arena_copy(a, unit_name);
    p->week = *week;
    p->grid = grid;
    p->rule = rule_figures_default();
    p->weight = weight_figures_default();
    b->arena = a;
    b->problem = p;
    b->index = NEW(a, struct problem_index);
    b->file = "";
    b->speeds = TRAVEL_SPEEDS_DEFAULT;
    return b;
}

void problem_set_file(struct problem_builder *b, const char *file)
{
    b->file = arena_copy(b->arena, file);
}

void problem_set_synthetic(struct problem_builder *b)
{
    b->problem->synthetic = true;
}

void problem_set_figures(struct problem_builder *b,
                         const struct rule_figures *rule,
                         const struct weight_figures *weight)
{
    b->problem->rule = *rule;
    b->problem->weight = *weight;
    b->begun.file = b->file;
}

/* ---- copies ------------------------------------------------------------ */

static const char *copy(struct problem_builder *b, const char *text)
{
    return arena_copy(b->arena, text ? text : "");
}

static const void *copy_array(struct problem_builder *b, const void *items,
                              int n, size_t size)
{
    return n > 0 ? arena_grow(b->arena, items, (size_t)n, (size_t)n, size)
                 : NULL;
}

static struct origin origin_of(struct problem_builder *b, const char *where)
{
    return (struct origin){b->file, copy(b, where)};
}

/* ---- things with an id ------------------------------------------------- */

/* Enter an id; false after a fault. `key` is what must be unique: the id itself,
 * or the id within its owner. */
static bool enter_id(struct problem_builder *b, struct id_index *index,
                     const char *key, const char *id, int item,
                     struct origin origin)
{
    if (!id_valid(id)) {
        FAULT(b, origin,
              _("Use 1 to 64 of the letters A to Z, digits, full stop, "
                "underscore and hyphen."),
              _("\"%s\" is not an id."), id);
        return false;
    }
    if (id_find(index, key) != NONE) {
        FAULT(b, origin, _("Give each its own id."),
              _("The id \"%s\" is used twice."), id);
        return false;
    }
    id_add(b->arena, index, key, item);
    return true;
}

int problem_add_place(struct problem_builder *b, const char *where,
                      const struct place *place)
{
    struct place_draft d = {.it = *place, .origin = origin_of(b, where)};

    d.it.id = copy(b, place->id);
    d.it.name = copy(b, place->name);
    d.it.area = copy(b, place->area);
    if (!enter_id(b, &b->index->places, d.it.id, d.it.id, b->places.n,
                  d.origin))
        return NONE;
    LIST_ADD(b->arena, b->places, d);
    return b->places.n - 1;
}

int problem_add_client(struct problem_builder *b, const char *where,
                       const struct client *client)
{
    struct client_draft d = {.it = *client, .origin = origin_of(b, where)};

    d.it.id = copy(b, client->id);
    d.it.name = copy(b, client->name);
    d.it.area = copy(b, client->area);
    d.it.wishes = copy_array(b, client->wishes, client->n_wishes, sizeof(int));
    if (!enter_id(b, &b->index->clients, d.it.id, d.it.id, b->clients.n,
                  d.origin))
        return NONE;
    LIST_ADD(b->arena, b->clients, d);
    return b->clients.n - 1;
}

int problem_add_escort(struct problem_builder *b, const char *where,
                       const struct escort *escort)
{
    struct escort_draft d = {.it = *escort, .origin = origin_of(b, where)};

    d.it.id = copy(b, escort->id);
    d.it.name = copy(b, escort->name);
    if (!enter_id(b, &b->index->escorts, d.it.id, d.it.id, b->escorts.n,
                  d.origin))
        return NONE;
    for (int i = 0; i < escort->n_available; i++)
        LIST_ADD(b->arena, d.available, escort->available[i]);
    for (int i = 0; i < escort->n_outside; i++)
        LIST_ADD(b->arena, d.outside, escort->outside[i]);
    LIST_ADD(b->arena, b->escorts, d);
    return b->escorts.n - 1;
}

int problem_add_decision(struct problem_builder *b, const char *where,
                         const struct decision *decision)
{
    struct decision_draft d = {.it = *decision, .origin = origin_of(b, where)};
    const char *key;

    if (decision->client == NONE)
        return NONE;
    require(decision->client >= 0 && decision->client < b->clients.n,
            "a decision belongs to a client that was added");
    d.it.id = copy(b, decision->id);
    key = arena_print(b->arena, "%d/%s", decision->client, d.it.id);
    if (!enter_id(b, &b->decision_ids, key, d.it.id, b->decisions.n, d.origin))
        return NONE;
    LIST_ADD(b->arena, b->clients.at[decision->client].decisions,
             b->decisions.n);
    LIST_ADD(b->arena, b->decisions, d);
    return b->decisions.n - 1;
}

int problem_add_request(struct problem_builder *b, const char *where,
                        const struct request *request)
{
    struct request_draft d = {.it = *request, .origin = origin_of(b, where)};
    struct request *r = &d.it;

    r->id = copy(b, r->id);
    r->activity = copy(b, r->activity);
    r->series = copy(b, r->series);
    r->alternatives = copy_array(b, r->alternatives, r->n_alternatives,
                                 sizeof *r->alternatives);
    r->wishes = copy_array(b, r->wishes, r->n_wishes, sizeof *r->wishes);
    r->extra = copy_array(b, r->extra, r->n_extra, sizeof *r->extra);
    if (!enter_id(b, &b->index->requests, r->id, r->id, b->requests.n,
                  d.origin))
        return NONE;
    LIST_ADD(b->arena, b->requests, d);
    return b->requests.n - 1;
}

int problem_add_link(struct problem_builder *b, const char *where,
                     const struct link *link)
{
    struct link_draft d = {*link, origin_of(b, where)};

    LIST_ADD(b->arena, b->links, d);
    return b->links.n - 1;
}

/* ---- codes ------------------------------------------------------------- */

static int find_code(const char *const *codes, int n, const char *code)
{
    for (int i = 0; i < n; i++)
        if (strcmp(codes[i], code) == 0)
            return i;
    return NONE;
}

int problem_add_skill(struct problem_builder *b, const char *code)
{
    struct origin origin = {b->file, "skills"};

    if (find_code((const char *const *)b->skills.at, b->skills.n, code) !=
        NONE) {
        FAULT(b, origin, _("Name each skill once."),
              _("The skill \"%s\" is listed twice."), code);
        return NONE;
    }
    if (b->skills.n == CODES_MAX) {
        FAULT(b, origin, _("Leave out the skills that nobody needs."),
              _("There are more than %d skills."), CODES_MAX);
        return NONE;
    }
    LIST_ADD(b->arena, b->skills, copy(b, code));
    return b->skills.n - 1;
}

int problem_language(struct problem_builder *b, const char *code)
{
    struct origin origin = {b->file, "languages"};
    int known =
        find_code((const char *const *)b->languages.at, b->languages.n, code);

    if (known != NONE)
        return known;
    if (b->languages.n == CODES_MAX) {
        FAULT(b, origin, _("Leave out the languages that nobody needs."),
              _("There are more than %d languages."), CODES_MAX);
        return NONE;
    }
    LIST_ADD(b->arena, b->languages, copy(b, code));
    return b->languages.n - 1;
}

/* ---- what is said about things ----------------------------------------- */

/* True if there is a thing; NONE is passed over, anything else is a mistake. */
static bool is_thing(int index, int n)
{
    require(index >= NONE && index < n, "an index must come from the builder");
    return index != NONE;
}

void problem_client_wishes(struct problem_builder *b, int client,
                           const int *escorts, int n)
{
    struct client *c;

    if (!is_thing(client, b->clients.n))
        return;
    c = &b->clients.at[client].it;
    c->wishes = copy_array(b, escorts, n, sizeof *escorts);
    c->n_wishes = n;
}

void problem_bar(struct problem_builder *b, int client, int escort,
                 enum bar why)
{
    struct pair_note note = {client, escort, (int)why};

    require(why == BAR_CLIENT || why == BAR_ESCORT,
            "only a client or an escort says no");
    if (is_thing(client, b->clients.n) && is_thing(escort, b->escorts.n))
        LIST_ADD(b->arena, b->bars, note);
}

void problem_accept_only(struct problem_builder *b, int client,
                         const int *escorts, int n)
{
    struct client_draft *c;

    if (!is_thing(client, b->clients.n))
        return;
    c = &b->clients.at[client];
    c->it.choosy = true;
    c->accepted.n = 0;
    for (int i = 0; i < n; i++)
        if (is_thing(escorts[i], b->escorts.n))
            LIST_ADD(b->arena, c->accepted, escorts[i]);
}

void problem_add_history(struct problem_builder *b, int client, int escort,
                         int visits)
{
    struct pair_note note = {client, escort, visits};

    require(visits >= 0, "a number of visits is not negative");
    if (is_thing(client, b->clients.n) && is_thing(escort, b->escorts.n))
        LIST_ADD(b->arena, b->history, note);
}

void problem_add_used(struct problem_builder *b, int decision, int64_t day,
                      int minutes)
{
    struct used_note note = {decision, day, minutes};

    if (is_thing(decision, b->decisions.n))
        LIST_ADD(b->arena, b->used, note);
}

void problem_add_outside(struct problem_builder *b, int escort,
                         struct span duty)
{
    if (is_thing(escort, b->escorts.n))
        LIST_ADD(b->arena, b->escorts.at[escort].outside, duty);
}

void problem_add_absence(struct problem_builder *b, int escort,
                         struct span away)
{
    if (is_thing(escort, b->escorts.n))
        LIST_ADD(b->arena, b->escorts.at[escort].absent, away);
}

void problem_pin(struct problem_builder *b, int request, int start,
                 const int *escorts, int n)
{
    struct request_draft *d;

    if (!is_thing(request, b->requests.n))
        return;
    d = &b->requests.at[request];
    d->pins++;
    d->it.pinned = true;
    d->it.pin_start = start;
    d->it.n_pin_escorts = n;
    for (int i = 0; i < n && i < STAFF_MAX; i++)
        d->it.pin_escorts[i] = escorts[i];
}

void problem_set_travel_matrix(struct problem_builder *b,
                               const uint16_t *matrix, int n)
{
    size_t cells = (size_t)n * (size_t)n;

    b->n_matrix = n;
    b->matrix = matrix ? arena_grow(b->arena, matrix, cells, cells,
                                    sizeof *matrix)
                       : NULL;
}

void problem_set_travel_speeds(struct problem_builder *b,
                               const struct travel_speeds *speeds)
{
    b->matrix = NULL;
    b->speeds = *speeds;
}
