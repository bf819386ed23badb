/* One diary a person out of what was told of each week. */
#include "adapters/calendar/appointment.h"
#include "adapters/text/phrase.h"
#include "adapters/workspace/weeks.h"
#include "base/text.h"
#include "ledsaga/workspace.h"

#include <stdlib.h>
#include <string.h>

struct gathered {
    enum person_kind kind;
    const char *id, *name;
    int n, room;
    struct appointment *list;
};

struct gathering {
    struct arena *arena;
    const struct problem *problem;
    int n, room;
    struct gathered *people; /* clients, escorts, people who left */
};

static struct gathering gathering_begin(struct arena *a, const struct problem *p)
{
    struct gathering g = {a, p, 0, p->n_clients + p->n_escorts + 8, NULL};
    g.people = NEW_ARRAY(a, struct gathered, g.room);
    for (int i = 0; i < p->n_clients; i++)
        g.people[g.n++] = (struct gathered){.kind = PERSON_CLIENT,
                                            .id = p->clients[i].id,
                                            .name = first_name(a, client_name(a, p, i))};
    for (int i = 0; i < p->n_escorts; i++)
        g.people[g.n++] = (struct gathered){.kind = PERSON_ESCORT,
                                            .id = p->escorts[i].id,
                                            .name = first_name(a, escort_name(a, p, i))};
    return g;
}

static struct gathered *person_who_left(struct gathering *g, const struct diary *d)
{
    for (int i = g->problem->n_clients + g->problem->n_escorts; i < g->n; i++)
        if (g->people[i].kind == d->kind && strcmp(g->people[i].id, d->id) == 0)
            return &g->people[i];
    ARENA_PUSH(g->arena, g->people, g->n, g->room,
               ((struct gathered){.kind = d->kind, .id = d->id, .name = d->name}));
    return &g->people[g->n - 1];
}

static struct gathered *person_of(struct gathering *g, const struct diary *d)
{
    const struct problem *p = g->problem;
    int person = d->kind == PERSON_CLIENT ? problem_find_client(p, d->id)
                                          : problem_find_escort(p, d->id);
    if (person == NONE)
        return person_who_left(g, d);
    return &g->people[d->kind == PERSON_CLIENT ? person : p->n_clients + person];
}

/* A roster that was copied from one week to another has its names too: a calendar has
 * each name once. */
static const char *name_in_all(struct gathering *g, const struct gathered *person,
                               const struct told *t, const char *uid)
{
    for (int i = 0; i < person->n; i++)
        if (strcmp(person->list[i].uid, uid) == 0)
            return uid_derived(g->arena, t->iso_year, t->iso_week, "copied/", uid);
    return uid;
}

static bool is_protected(const struct problem *p, const char *id)
{
    int client = problem_find_client(p, id);
    return client != NONE && p->clients[client].is_protected;
}

/* What was told of a client before the identity was protected is not told again: of the name
 * the id remains, of the home nothing. */
static struct appointment_facts facts_withheld(const struct gathering *g,
                                               struct appointment_facts facts)
{
    const char **names = NEW_ARRAY(g->arena, const char *, facts.n_names + 1);
    bool any = false;
    for (int i = 0; i < facts.n_names; i++) {
        bool withheld = is_protected(g->problem, facts.ids[i]);
        names[i] = withheld ? facts.ids[i] : facts.names[i];
        any = any || withheld;
    }
    facts.names = names;
    if (any && facts.at_home)
        facts.place = "";
    if (any && facts.end_at_home)
        facts.end_place = "";
    return facts;
}

static void gather(struct gathering *g, const struct told *t)
{
    for (int i = 0; i < t->n; i++) {
        const struct diary *d = &t->diaries[i];
        struct gathered *person = person_of(g, d);
        for (int k = 0; k < d->n; k++) {
            struct appointment told = d->appointments[k];
            told.uid = name_in_all(g, person, t, told.uid);
            if (d->kind == PERSON_ESCORT) {
                told.facts = facts_withheld(g, told.facts);
                told.before = facts_withheld(g, told.before);
            }
            ARENA_PUSH(g->arena, person->list, person->n, person->room, told);
        }
    }
}

static const struct diary *gathering_end(struct gathering *g)
{
    struct diary *diaries = NEW_ARRAY(g->arena, struct diary, g->n + 1);
    for (int i = 0; i < g->n; i++) {
        const struct gathered *person = &g->people[i];
        if (person->n > 0)
            qsort(person->list, (size_t)person->n, sizeof *person->list,
                  appointment_order);
        diaries[i] = (struct diary){person->kind, person->id, person->name, person->n,
                                    person->list};
    }
    return diaries;
}

/* Monday midnight is within a day of that in UTC, and a visit may go on into the Monday
 * after. */
static bool week_is_over(struct iso_week w, int64_t utc)
{
    int year = w.year, week = w.week;
    week_step(&year, &week, 1);
    int64_t first = date_days(year, 1, 4) - date_weekday(year, 1, 4); /* Monday of week 1 */
    return (first + (int64_t)(week - 1) * DAYS + 2) * SECONDS_A_DAY <= utc;
}

enum status diaries_read(struct arena *a, const char *dir, const struct problem *p,
                         int64_t from_utc, const struct diary **out, int *n,
                         struct faults *f)
{
    struct gathering g = gathering_begin(a, p);
    struct iso_week *weeks;
    int n_weeks = weeks_list(a, dir, &weeks);
    for (int i = 0; i < n_weeks; i++) {
        const struct told *t;
        if (week_is_over(weeks[i], from_utc))
            continue;
        TRY(told_of_week(a, dir, weeks[i].year, weeks[i].week, &t, f));
        gather(&g, t);
    }
    *out = gathering_end(&g);
    *n = g.n;
    return STATUS_OK;
}
