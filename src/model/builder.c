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

/* ---- the unit ---------------------------------------------------------- */

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
    struct problem *p = b->problem;

    p->rule = *rule;
    for (int day = 0; day < DAYS; day++)
        p->rule_of_day[day] = *rule;
    p->weight = *weight;
    b->begun.file = b->file;
}

void problem_set_costs(struct problem_builder *b,
                       const struct cost_figures *cost)
{
    for (int day = 0; day < DAYS; day++)
        b->problem->cost_of_day[day] = *cost;
}

void problem_set_day(struct problem_builder *b, int day,
                     const struct rule_figures *rule,
                     const struct cost_figures *cost)
{
    require(day >= 0 && day < DAYS, "a week has seven days");
    b->problem->rule_of_day[day] = *rule;
    b->problem->cost_of_day[day] = *cost;
    if (day == 0)
        b->problem->rule = *rule;
}

void problem_set_today(struct problem_builder *b, int64_t day)
{
    b->problem->today = day;
}

void problem_set_published(struct problem_builder *b, int64_t day)
{
    b->problem->published = day;
    b->published_at = (struct origin){b->file, "published.on"};
}

void problem_set_now(struct problem_builder *b, int minute, int freeze)
{
    b->problem->now = minute;
    b->problem->freeze = freeze;
    b->now_at = (struct origin){b->file, "now"};
}

void problem_set_paratransit(struct problem_builder *b, int day,
                             struct span hours)
{
    struct span *of_day = b->problem->paratransit_hours;

    require(day >= 0 && day < DAYS, "a week has seven days");
    if (!b->rides_told)
        memset(of_day, 0, DAYS * sizeof *of_day);
    b->rides_told = true;
    of_day[day] = hours;
}

struct problem_builder *problem_begin(struct arena *a, const char *unit_id,
                                      const char *unit_name,
                                      const struct week *week, int grid)
{
    const struct rule_figures rule = rule_figures_default();
    const struct weight_figures weight = weight_figures_default();
    const struct cost_figures cost = cost_figures_default();
    struct problem_builder *b = NEW(a, struct problem_builder);
    struct problem *p = NEW(a, struct problem);

    b->arena = a;
    b->problem = p;
    b->index = NEW(a, struct problem_index);
    b->file = "";
    b->speeds = TRAVEL_SPEEDS_DEFAULT;
    b->covered_day = INT64_MAX;
    p->unit_id = arena_copy(a, unit_id);
    p->unit_name = arena_copy(a, unit_name);
    p->week = *week;
    p->grid = grid;
    for (int day = 0; day < DAYS; day++)
        p->paratransit_hours[day] =
            (struct span){week->day_start[day], week->day_start[day + 1]};
    problem_set_figures(b, &rule, &weight);
    problem_set_costs(b, &cost);
    return b;
}

/* ---- copies ------------------------------------------------------------ */

static const char *copy(struct problem_builder *b, const char *text)
{
    return arena_copy(b->arena, text ? text : "");
}

const void *copy_array(struct problem_builder *b, const void *items, int n,
                       size_t size)
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
    d.it.primary = d.it.deputy = NONE;
    d.it.n_shares = d.it.short_before = 0;
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
    d.it.past = (struct escort_past){0};
    d.it.n_delegations = d.it.n_met = 0;
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
    d.it.delay = copy(b, decision->delay);
    key = arena_print(b->arena, "%d/%s", decision->client, d.it.id);
    if (!enter_id(b, &b->decision_ids, key, d.it.id, b->decisions.n, d.origin))
        return NONE;
    LIST_ADD(b->arena, b->clients.at[decision->client].decisions,
             b->decisions.n);
    LIST_ADD(b->arena, b->decisions, d);
    return b->decisions.n - 1;
}

/* An alternative that names no time but a session is at the session's. */
static void take_session_times(struct problem_builder *b,
                               struct alternative *a)
{
    if (a->session < 1 || a->session > b->sessions.n || a->from || a->to)
        return;
    a->from = a->to = b->sessions.at[a->session - 1].it.start;
    a->wish = NONE;
}

static const struct alternative *copy_times(struct problem_builder *b,
                                            const struct request *r)
{
    struct alternative *out =
        NEW_ARRAY(b->arena, struct alternative, r->n_alternatives);

    for (int i = 0; i < r->n_alternatives; i++) {
        out[i] = r->alternatives[i];
        take_session_times(b, &out[i]);
    }
    return out;
}

int problem_add_request(struct problem_builder *b, const char *where,
                        const struct request *request)
{
    struct request_draft d = {.it = *request, .origin = origin_of(b, where)};
    struct request *r = &d.it;

    r->id = copy(b, r->id);
    r->activity = copy(b, r->activity);
    r->series = copy(b, r->series);
    r->alternatives = copy_times(b, r);
    r->wishes = copy_array(b, r->wishes, r->n_wishes, sizeof *r->wishes);
    r->extra = copy_array(b, r->extra, r->n_extra, sizeof *r->extra);
    r->series_escort = NONE;
    r->n_offers = 0;
    r->published = false;
    r->n_pub_escorts = r->pub_start = r->pub_minutes = 0;
    if (!enter_id(b, &b->index->requests, r->id, r->id, b->requests.n,
                  d.origin))
        return NONE;
    LIST_ADD(b->arena, b->requests, d);
    return b->requests.n - 1;
}

int problem_add_session(struct problem_builder *b, const char *where,
                        const struct session *session)
{
    struct session_draft d = {.it = *session, .origin = origin_of(b, where)};

    d.it.id = copy(b, session->id);
    d.it.activity = copy(b, session->activity);
    if (!enter_id(b, &b->index->sessions, d.it.id, d.it.id, b->sessions.n,
                  d.origin))
        return NONE;
    LIST_ADD(b->arena, b->sessions, d);
    return b->sessions.n - 1;
}

int problem_add_link(struct problem_builder *b, const char *where,
                     const struct link *link)
{
    struct link_draft d = {*link, origin_of(b, where)};

    LIST_ADD(b->arena, b->links, d);
    return b->links.n - 1;
}

/* ---- codes ------------------------------------------------------------- */

/* Where the input has them. */
static const char *const CODE_PLACES[CODE_KINDS] = {
    [CODE_SKILL] = "skills",       [CODE_LANGUAGE] = "languages",
    [CODE_TASK] = "tasks",         [CODE_EXPOSURE] = "exposes",
    [CODE_INTEREST] = "interests",
};

static int find_code(const struct problem_builder *b, enum code_kind kind,
                     const char *code)
{
    for (int i = 0; i < b->codes[kind].n; i++)
        if (strcmp(b->codes[kind].at[i], code) == 0)
            return i;
    return NONE;
}

int problem_code(struct problem_builder *b, enum code_kind kind,
                 const char *code)
{
    struct origin origin = {b->file, CODE_PLACES[kind]};
    int known = find_code(b, kind, code);

    if (known != NONE)
        return known;
    if (b->codes[kind].n == CODES_MAX) {
        FAULT(b, origin, _("Leave out those that nobody needs."),
              _("There are more than %d different ones."), CODES_MAX);
        return NONE;
    }
    LIST_ADD(b->arena, b->codes[kind], copy(b, code));
    return b->codes[kind].n - 1;
}

int problem_add_skill(struct problem_builder *b, const char *code)
{
    struct origin origin = {b->file, "skills"};

    if (find_code(b, CODE_SKILL, code) == NONE)
        return problem_code(b, CODE_SKILL, code);
    FAULT(b, origin, _("Name each skill once."),
          _("The skill \"%s\" is listed twice."), code);
    return NONE;
}

int problem_language(struct problem_builder *b, const char *code)
{
    return problem_code(b, CODE_LANGUAGE, code);
}

/* ---- what is said about one thing -------------------------------------- */

bool is_thing(int index, int n)
{
    require(index >= NONE && index < n, "an index must come from the builder");
    return index != NONE;
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

void problem_set_available(struct problem_builder *b, int escort,
                           const struct span *spans, int n)
{
    struct escort_draft *e;

    if (!is_thing(escort, b->escorts.n))
        return;
    e = &b->escorts.at[escort];
    e->available = (struct span_list){0};
    for (int i = 0; i < n; i++)
        LIST_ADD(b->arena, e->available, spans[i]);
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

void problem_add_offer(struct problem_builder *b, int request,
                       const struct offer *offer)
{
    if (is_thing(request, b->requests.n) &&
        is_thing(offer->escort, b->escorts.n))
        LIST_ADD(b->arena, b->requests.at[request].offers, *offer);
}

void problem_request_published(struct problem_builder *b, int request,
                               int start, int minutes, const int *escorts,
                               int n)
{
    struct request *r;

    if (!is_thing(request, b->requests.n))
        return;
    r = &b->requests.at[request].it;
    r->published = true;
    r->pub_start = start;
    r->pub_minutes = minutes;
    r->n_pub_escorts = 0;
    for (int i = 0; i < n; i++) {
        if (!is_thing(escorts[i], b->escorts.n))
            continue;
        if (r->n_pub_escorts < STAFF_MAX)
            r->pub_escorts[r->n_pub_escorts] = escorts[i];
        r->n_pub_escorts++;
    }
}

/* ---- travel ------------------------------------------------------------ */

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
