/* What of an outing is whose: a client is told who comes and where to meet, an escort
 * whom to meet and who else is there. Nobody is told an address that is not for them: an
 * escort the client's only if the office wants it so, and nobody one of a client with
 * protected identity, who is called by id. */
#include "adapters/calendar/appointment.h"

#include "adapters/show/outing.h"
#include "adapters/text/phrase.h"
#include "adapters/text/plain.h"
#include "base/file.h"
#include "base/text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Whose home a place is. */
enum home { HOME_NOBODYS, HOME_CLIENTS, HOME_PROTECTED };

struct pile {
    int n, room;
    struct appointment *list;
};

struct telling {
    struct arena *arena;
    const struct sheet *sheet;
    const struct problem *problem;
    const struct calendar_settings *settings; /* NULL */
    const unsigned char *homes;               /* enum home, by place */
    const int *members;                       /* clients, by session */
    struct pile *clients, *escorts;
};

/* ---- names of appointments ---------------------------------------------- */

bool uid_sound(const char *uid)
{
    size_t n = uid ? strspn(uid, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqr"
                                 "stuvwxyz0123456789._-")
                   : 0;
    return n >= 8 && n <= 64 && uid[n] == '\0';
}

const char *uid_derived(struct arena *a, int iso_year, int iso_week, const char *kind,
                        const char *id)
{
    uint64_t of_kind = hash_bytes(HASH_START, kind, strlen(kind));
    return arena_print(a, "%04d-W%02d-%016" PRIx64, iso_year, iso_week,
                       hash_bytes(of_kind, id, strlen(id)));
}

static bool uid_taken(const struct pile *pile, const char *uid)
{
    for (int i = 0; i < pile->n; i++)
        if (strcmp(pile->list[i].uid, uid) == 0)
            return true;
    return false;
}

/* An escort's session keeps its name whoever takes part. Where the roster has no usable
 * name, or has it twice, which readers would take for one event, the request is what is
 * left to name the visit by. */
static const char *name_appointment(const struct telling *t, const struct pile *pile,
                                    const struct outing *o, int request, bool of_escort)
{
    const struct week *w = &t->problem->week;
    const char *uid =
        o->session && of_escort
            ? uid_derived(t->arena, w->iso_year, w->iso_week, "session/", o->session->id)
            : t->sheet->roster->visits[request].uid;
    if (!uid_sound(uid) || uid_taken(pile, uid))
        uid = uid_derived(t->arena, w->iso_year, w->iso_week, "",
                          t->problem->requests[request].id);
    return uid;
}

/* ---- people ------------------------------------------------------------- */

static const char *client_called(const struct telling *t, int client)
{
    const char *wish = t->settings ? t->settings->clients[client].short_name : NULL;
    const char *name = client_name(t->arena, t->problem, client);
    if (t->problem->clients[client].is_protected)
        return name;
    return wish ? plain_line(t->arena, wish) : first_name(t->arena, name);
}

static const char *escort_called(const struct telling *t, int escort)
{
    const char *wish = t->settings ? t->settings->escorts[escort].short_name : NULL;
    return wish ? plain_line(t->arena, wish)
                : first_name(t->arena, escort_name(t->arena, t->problem, escort));
}

struct called {
    const char *id, *name;
};

/* By id: who is named first must not depend on how the roster was made. */
static int by_id(const void *x, const void *y)
{
    const struct called *a = x, *b = y;
    return strcmp(a->id, b->id);
}

/* people: indices of clients or of escorts. ids may be NULL. */
static const char *const *call_people(const struct telling *t, enum person_kind kind,
                                      const int *people, int n, const char *const **ids)
{
    struct called *called = NEW_ARRAY(t->arena, struct called, n + 1);
    const char **names = NEW_ARRAY(t->arena, const char *, n + 1);
    const char **own_ids = NEW_ARRAY(t->arena, const char *, n + 1);
    for (int i = 0; i < n; i++)
        called[i] = kind == PERSON_CLIENT
                        ? (struct called){t->problem->clients[people[i]].id,
                                          client_called(t, people[i])}
                        : (struct called){t->problem->escorts[people[i]].id,
                                          escort_called(t, people[i])};
    if (n > 0)
        qsort(called, (size_t)n, sizeof *called, by_id);
    for (int i = 0; i < n; i++) {
        names[i] = called[i].name;
        own_ids[i] = called[i].id;
    }
    if (ids)
        *ids = own_ids;
    return names;
}

/* ---- places ------------------------------------------------------------- */

static const unsigned char *homes_of_clients(struct arena *a, const struct problem *p)
{
    unsigned char *homes = NEW_ARRAY(a, unsigned char, p->n_places + 1);
    for (int i = 0; i < p->n_clients; i++) {
        const struct client *c = &p->clients[i];
        if (c->home != NONE && homes[c->home] != HOME_PROTECTED)
            homes[c->home] = c->is_protected ? HOME_PROTECTED : HOME_CLIENTS;
    }
    return homes;
}

/* Where somebody lives is told to themselves, and to escorts if the office wants it. */
static const char *place_told(const struct telling *t, int place, bool own, bool to_escort)
{
    enum home home = place == NONE ? HOME_NOBODYS : (enum home)t->homes[place];
    bool addresses = t->settings && t->settings->addresses;
    if (home == HOME_PROTECTED ||
        (home == HOME_CLIENTS && (to_escort ? !addresses : !own)))
        return "";
    return place_name(t->arena, t->problem, place);
}

static bool home_of_one(const struct telling *t, int place, const int *requests, int n)
{
    for (int i = 0; i < n && place != NONE; i++)
        if (t->problem->clients[t->problem->requests[requests[i]].client].home == place)
            return true;
    return false;
}

/* requests: those of the outing that the person is told about. */
static void tell_places(const struct telling *t, const struct outing *o,
                        const int *requests, int n, bool to_escort,
                        struct appointment_facts *facts)
{
    const struct request *q = &t->problem->requests[requests[0]];
    int from = o->session ? o->session->place : q->meet;
    int to = o->session || q->end == NONE ? from : q->end;
    facts->at_home = home_of_one(t, from, requests, n);
    facts->place = place_told(t, from, facts->at_home, to_escort);
    facts->end_at_home = to != from && home_of_one(t, to, requests, n);
    facts->end_place = to == from ? "" : place_told(t, to, facts->end_at_home, to_escort);
}

/* ---- appointments ------------------------------------------------------- */

static struct appointment appointment_of(const struct telling *t, const struct outing *o,
                                         const struct pile *pile, const int *requests,
                                         int n, bool of_escort)
{
    const struct week *w = &t->problem->week;
    struct appointment new = {.uid = name_appointment(t, pile, o, requests[0], of_escort)};
    new.outing = o->session
                     ? arena_print(t->arena, "session/%s", o->session->id)
                     : arena_print(t->arena, "request/%s",
                                   t->problem->requests[requests[0]].id);
    new.facts.start_utc = week_utc(w, o->start);
    new.facts.end_utc = week_utc(w, o->start + o->minutes);
    new.facts.activity =
        plain_lines(t->arena, o->session ? o->session->activity
                                         : t->problem->requests[requests[0]].activity);
    tell_places(t, o, requests, n, of_escort, &new.facts);
    return new;
}

static void keep(const struct telling *t, struct pile *pile, struct appointment new)
{
    ARENA_PUSH(t->arena, pile->list, pile->n, pile->room, new);
}

static enum company company_of(const struct outing *o, int n_clients)
{
    if (!o->session)
        return COMPANY_NONE;
    if (!o->session->shared)
        return COMPANY_GROUP;
    return n_clients > 1 ? COMPANY_SHARED : COMPANY_NONE;
}

/* Escorts of these requests' visits, each once. */
static int escorts_coming(const struct telling *t, const int *requests, int n, int **out)
{
    int *escorts = NEW_ARRAY(t->arena, int, n * STAFF_MAX + 1), n_escorts = 0;
    for (int i = 0; i < n; i++) {
        const struct visit *v = &t->sheet->roster->visits[requests[i]];
        for (int k = 0; k < v->n_escorts; k++) {
            bool known = false;
            for (int j = 0; j < n_escorts; j++)
                known |= escorts[j] == v->escorts[k];
            if (!known)
                escorts[n_escorts++] = v->escorts[k];
        }
    }
    *out = escorts;
    return n_escorts;
}

static void tell_client(const struct telling *t, const struct outing *o, int client,
                        const int *requests, int n)
{
    int *escorts, n_escorts = escorts_coming(t, requests, n, &escorts);
    int session = t->sheet->roster->visits[requests[0]].session;
    struct appointment new =
        appointment_of(t, o, &t->clients[client], requests, n, false);
    new.facts.n_names = n_escorts;
    new.facts.names = call_people(t, PERSON_ESCORT, escorts, n_escorts, &new.facts.ids);
    new.facts.company = company_of(o, t->members[session]);
    keep(t, &t->clients[client], new);
}

static void tell_escort(const struct telling *t, const struct outing *o, int escort,
                        const int *requests, int n)
{
    struct appointment new = appointment_of(t, o, &t->escorts[escort], requests, n, true);
    int *clients = NEW_ARRAY(t->arena, int, n + 1);
    int *others = NEW_ARRAY(t->arena, int, o->n_escorts + 1);
    for (int i = 0; i < n; i++)
        clients[i] = t->problem->requests[requests[i]].client;
    for (int i = 0; i < o->n_escorts; i++)
        if (o->escorts[i] != escort)
            others[new.facts.n_beside++] = o->escorts[i];
    new.facts.n_names = n;
    new.facts.names = call_people(t, PERSON_CLIENT, clients, n, &new.facts.ids);
    new.facts.beside = call_people(t, PERSON_ESCORT, others, new.facts.n_beside, NULL);
    new.facts.company = company_of(o, n);
    keep(t, &t->escorts[escort], new);
}

static bool comes(const struct visit *v, int escort)
{
    for (int i = 0; i < v->n_escorts; i++)
        if (v->escorts[i] == escort)
            return true;
    return false;
}

static void tell_clients_of(const struct telling *t, const struct outing *o)
{
    const struct request *all = t->problem->requests;
    int *own = NEW_ARRAY(t->arena, int, o->n);
    for (int i = 0; i < o->n; i++) {
        int n = 0, client = all[o->requests[i]].client;
        bool told = false;
        for (int k = 0; k < i; k++)
            told |= all[o->requests[k]].client == client;
        for (int k = i; k < o->n && !told; k++)
            if (all[o->requests[k]].client == client)
                own[n++] = o->requests[k];
        if (!told)
            tell_client(t, o, client, own, n);
    }
}

static void tell_escorts_of(const struct telling *t, const struct outing *o)
{
    for (int i = 0; i < o->n_escorts; i++) {
        int n = 0, *own = NEW_ARRAY(t->arena, int, o->n);
        for (int k = 0; k < o->n; k++)
            if (comes(&t->sheet->roster->visits[o->requests[k]], o->escorts[i]))
                own[n++] = o->requests[k];
        tell_escort(t, o, o->escorts[i], own, n);
    }
}

/* ---- everybody's -------------------------------------------------------- */

static const int *count_members(struct arena *a, const struct sheet *s)
{
    int *members = NEW_ARRAY(a, int, s->problem->n_sessions + 1);
    for (int r = 0; r < s->roster->n_requests; r++)
        if (roster_serves(s->roster, r))
            members[s->roster->visits[r].session]++;
    return members;
}

static struct diary diary_of_pile(enum person_kind kind, const char *id, const char *name,
                                  const struct pile *pile)
{
    if (pile->n > 0)
        qsort(pile->list, (size_t)pile->n, sizeof *pile->list, appointment_order);
    return (struct diary){kind, id, name, pile->n, pile->list};
}

const struct diary *sheet_diaries(struct arena *a, const struct sheet *s,
                                  const struct calendar_settings *settings)
{
    const struct problem *p = s->problem;
    struct telling t = {a, s, p, settings, homes_of_clients(a, p), count_members(a, s),
                        NEW_ARRAY(a, struct pile, p->n_clients + 1),
                        NEW_ARRAY(a, struct pile, p->n_escorts + 1)};
    struct diary *diaries = NEW_ARRAY(a, struct diary, p->n_clients + p->n_escorts + 1);
    int n;
    const struct outing *outings = sheet_outings(a, s, NONE, NONE, &n);
    for (int i = 0; i < n; i++) {
        tell_clients_of(&t, &outings[i]);
        tell_escorts_of(&t, &outings[i]);
    }
    for (int i = 0; i < p->n_clients; i++)
        diaries[i] = diary_of_pile(PERSON_CLIENT, p->clients[i].id,
                                   first_name(a, client_name(a, p, i)), &t.clients[i]);
    for (int i = 0; i < p->n_escorts; i++)
        diaries[p->n_clients + i] =
            diary_of_pile(PERSON_ESCORT, p->escorts[i].id,
                          first_name(a, escort_name(a, p, i)), &t.escorts[i]);
    return diaries;
}

/* ---- comparing ---------------------------------------------------------- */

int appointment_order(const void *x, const void *y)
{
    const struct appointment *a = x, *b = y;
    if (a->facts.start_utc != b->facts.start_utc)
        return a->facts.start_utc < b->facts.start_utc ? -1 : 1;
    return strcmp(a->uid, b->uid);
}

static bool lists_same(const char *const *x, int n, const char *const *y, int m)
{
    for (int i = 0; i < n && n == m; i++)
        if (strcmp(x[i], y[i]) != 0)
            return false;
    return n == m;
}

bool facts_same(const struct appointment_facts *x, const struct appointment_facts *y)
{
    return x->start_utc == y->start_utc && x->end_utc == y->end_utc &&
           strcmp(x->activity, y->activity) == 0 &&
           lists_same(x->names, x->n_names, y->names, y->n_names) &&
           lists_same(x->ids, x->n_names, y->ids, y->n_names) &&
           lists_same(x->beside, x->n_beside, y->beside, y->n_beside) &&
           strcmp(x->place, y->place) == 0 && x->at_home == y->at_home &&
           strcmp(x->end_place, y->end_place) == 0 &&
           x->end_at_home == y->end_at_home && x->company == y->company;
}

/* Whose home it is is told by who they are. */
bool facts_meet_alike(const struct appointment_facts *x, const struct appointment_facts *y)
{
    return x->at_home == y->at_home && (x->at_home || strcmp(x->place, y->place) == 0);
}

bool facts_end_alike(const struct appointment_facts *x, const struct appointment_facts *y)
{
    return x->end_at_home == y->end_at_home &&
           (x->end_at_home || strcmp(x->end_place, y->end_place) == 0);
}

bool facts_alike(const struct appointment_facts *x, const struct appointment_facts *y)
{
    return x->start_utc == y->start_utc && x->end_utc == y->end_utc &&
           strcmp(x->activity, y->activity) == 0 &&
           lists_same(x->ids, x->n_names, y->ids, y->n_names) &&
           lists_same(x->beside, x->n_beside, y->beside, y->n_beside) &&
           facts_meet_alike(x, y) && facts_end_alike(x, y) && x->company == y->company;
}
