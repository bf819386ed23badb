/* Four visits that a person can hold in the head: Alma goes to the cinema every
 * Wednesday and likes Dan best; Bo, who is blind, shops on Tuesday or Thursday and
 * needs a guide, which Eva alone is; Cilla swims on Saturday and goes to church on
 * Sunday, and will not have Dan. Everybody can be served. */
#include "adapters/invent/invent.h"

enum { ALMA, BO, CILLA, CLIENTS };
enum { DAN, EVA, FARID, ESCORTS };
enum { CINEMA_PLACE, SWIM_PLACE, CHURCH_PLACE };
/* Rows of GEOGRAPHY_HALMSTAD. */
enum { CENTRUM, ANDERSBERG, VALLAS };

static const struct inhabitant WHO_CLIENT[CLIENTS] = {
    {"c001", "Alma Ek", ANDERSBERG, {56666, 12890}, 'F', 0},
    {"c002", "Bo Lind", CENTRUM, {56673, 12861}, 'M', 0},
    {"c003", "Cilla Holm", VALLAS, {56686, 12895}, 'F', 0}};
static const struct inhabitant WHO_ESCORT[ESCORTS] = {
    {"e001", "Dan Berg", CENTRUM, {56675, 12853}, 'M', 0},
    {"e002", "Eva Palm", VALLAS, {56684, 12890}, 'F', 0},
    {"e003", "Farid Karimi", ANDERSBERG, {56664, 12885}, 'M', 0}};
static const int AGE_CLIENT[CLIENTS] = {34, 71, 26};
static const int AGE_OF_ESCORT[ESCORTS] = {58, 44, 31};

static const struct outing OUTINGS[] = {
    {.client = BO, .activity = "Handla", .minutes = 120, .meet = NONE, .end = NONE,
     .n_slots = 2, .slots = {{1, 600, 660, 720}, {3, 600, 660, 720}},
     .staff = 1, .skill = NONE, .priority = PRIORITY_NORMAL},
    {.client = ALMA, .activity = "Bio", .minutes = 180, .meet = NONE, .end = NONE,
     .n_slots = 1, .slots = {{2, 1080, 1080, 1080}}, .staff = 1, .skill = NONE,
     .priority = PRIORITY_NORMAL, .series = 1, .every = 1},
    {.client = CILLA, .activity = "Simning", .minutes = 150, .minutes_min = 90,
     .meet = SWIM_PLACE, .end = NONE, .n_slots = 1,
     .slots = {{5, 600, 660, 780}}, .staff = 1, .skill = NONE,
     .priority = PRIORITY_NORMAL},
    {.client = CILLA, .activity = "Gudstjänst", .minutes = 120,
     .meet = CHURCH_PLACE, .end = CHURCH_PLACE, .n_slots = 1,
     .slots = {{6, 600, 600, 600}}, .staff = 1, .skill = NONE,
     .priority = PRIORITY_NORMAL},
};
enum { N_OUTINGS = (int)(sizeof OUTINGS / sizeof *OUTINGS) };

static void hours_set(struct invented_escort *e, int first_day, int last_day,
                      int from, int to)
{
    for (int day = first_day; day <= last_day; day++)
        e->hours[day] |= half_hours(from, to - from);
}

static void tiny_escorts(struct invention *v)
{
    struct invented_escort *e = v->escorts;

    for (int i = 0; i < ESCORTS; i++) {
        e[i].who = WHO_ESCORT[i];
        e[i].who.birth_year = v->first_year - AGE_OF_ESCORT[i];
        e[i].engagement = CONTRACTOR;
        e[i].contract_minutes = e[i].max_minutes = e[i].weekend_phase = NONE;
    }
    e[EVA].engagement = EMPLOYED_HOURLY;
    e[EVA].skills = (uint64_t)1 << SKILL_GUIDE_BLIND;
    e[FARID].languages = (uint64_t)1 << LANGUAGE_prs;
    hours_set(&e[DAN], 2, 4, 16 * HOUR, 22 * HOUR);
    hours_set(&e[EVA], 0, 4, 8 * HOUR, 17 * HOUR);
    hours_set(&e[EVA], 6, 6, 9 * HOUR, 15 * HOUR);
    hours_set(&e[FARID], 2, 2, 16 * HOUR, 22 * HOUR);
    hours_set(&e[FARID], 5, 6, 10 * HOUR, 18 * HOUR);
    e[DAN].max_minutes = 6 * HOUR;
    e[FARID].max_minutes = 8 * HOUR;
}

static void wish(struct invented_client *c, int escort)
{
    c->wishes[c->n_wishes++] = escort;
}

static void tiny_clients(struct invention *v)
{
    struct invented_client *c = v->clients;

    for (int i = 0; i < CLIENTS; i++) {
        c[i].who = WHO_CLIENT[i];
        c[i].who.birth_year = v->first_year - AGE_CLIENT[i];
        c[i].group = i == BO ? GROUP_SOL : GROUP_LSS;
        c[i].language = NONE;
        c[i].primary = c[i].deputy = NONE;
        c[i].decision = (struct client_decision){
            .basis = i == BO ? SOL_11_1 : LSS_9_3,
            .minutes = (i == BO ? 10 : 15) * HOUR,
            .from = date_days(v->first_year - 1, 1, 1),
            .to = INT64_MAX};
    }
    c[BO].skills = (uint64_t)1 << SKILL_GUIDE_BLIND;
    wish(&c[ALMA], DAN);
    wish(&c[ALMA], FARID);
    wish(&c[BO], EVA);
    wish(&c[CILLA], FARID);
    list_add(v->arena, &c[CILLA].never, DAN);
    c[ALMA].known[0] = DAN;
    c[ALMA].visits_before[0] = 12;
    c[ALMA].n_known = 1;
}

void tiny_unit(struct invention *v)
{
    v->n_clients = CLIENTS;
    v->n_escorts = ESCORTS;
    v->clients = NEW_ARRAY(v->arena, struct invented_client, CLIENTS);
    v->escorts = NEW_ARRAY(v->arena, struct invented_escort, ESCORTS);
    venue_add(v, CINEMA, CENTRUM, (struct spot){56676, 12858});
    venue_add(v, SWIMMING_HALL, VALLAS, (struct spot){56683, 12882});
    venue_add(v, CHURCH, CENTRUM, (struct spot){56673, 12856});
    tiny_escorts(v);
    tiny_clients(v);
}

void tiny_week(struct invention *v, struct invented_week *w)
{
    for (int i = 0; i < N_OUTINGS; i++)
        ARENA_PUSH(v->arena, w->outings, w->n_outings, w->room, OUTINGS[i]);
}
