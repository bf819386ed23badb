/* unit.json of an invented unit. */
#include "adapters/invent/invent_json.h"

#include "base/text.h"

/* ---- places ------------------------------------------------------------ */

static void place_append(json_t *list, const char *id, const char *name,
                         const char *area, struct spot s)
{
    json_array_append_new(
        list, json_pack("{ss ss ss sf sf}", "id", id, "name", name, "area", area,
                        "lat", s.north / 1000.0, "lon", s.east / 1000.0));
}

static void home_append(const struct invention *v, json_t *list,
                        const struct inhabitant *who)
{
    place_append(list, told_home(v, who),
                 arena_print(v->arena, "Hemma hos %s", who->name),
                 v->preset->geography->localities[who->locality].name, who->home);
}

static json_t *places_json(const struct invention *v)
{
    json_t *list = json_array();

    for (int i = 0; i < v->n_venues; i++) {
        const struct venue *p = &v->venues[i];
        place_append(list, p->id, p->name,
                     v->preset->geography->localities[p->locality].name, p->spot);
    }
    for (int i = 0; i < v->n_clients; i++)
        if (!v->clients[i].is_protected)
            home_append(v, list, &v->clients[i].who);
    for (int i = 0; i < v->n_escorts; i++)
        home_append(v, list, &v->escorts[i].who);
    return list;
}

static json_t *travel_json(void)
{
    const struct travel_speeds *s = &TRAVEL_SPEEDS_DEFAULT;

    return json_pack("{si si si si si}", "detour_percent", s->detour_percent,
                     "walk_m_per_min", s->walk_m_per_min, "walk_max_m",
                     s->walk_max_m, "ride_m_per_min", s->ride_m_per_min,
                     "ride_wait_min", s->ride_wait_min);
}

static json_t *known_json(const struct invention *v,
                          const struct invented_client *c)
{
    json_t *list = c->n_known > 0 ? json_array() : NULL;

    for (int i = 0; i < c->n_known; i++)
        json_array_append_new(
            list, json_pack("{ss si}", "escort", v->escorts[c->known[i]].who.id,
                            "visits", c->visits_before[i]));
    return list;
}

static json_t *decisions_json(const struct invention *v,
                              const struct invented_client *c)
{
    const struct client_decision *d = &c->decision;
    bool pooled = v->preset->pooled;

    return json_pack(
        "[{ss ss si ss so so* ss* so* so* so* so* so* ss*}]", "id", "d1",
        "legal_basis", legal_basis_word(d->basis), "minutes",
        pooled ? 3 * d->minutes : d->minutes, "period",
        grant_period_word(pooled ? PER_QUARTER : PER_MONTH), "from",
        told_day(v, d->from), "to", d->to == INT64_MAX ? NULL : told_day(v, d->to),
        "carry_over", d->carried_over ? carry_word(CARRY_NEXT_PERIOD) : NULL,
        "decided", told_day_if(v, d->decided), "executed", told_day_if(v, d->executed),
        "interrupted", told_day_if(v, d->interrupted), "resumed",
        told_day_if(v, d->resumed), "review", told_day_if(v, d->review), "delay",
        d->delay);
}

static json_t *escort_id(const struct invention *v, int escort)
{
    return escort == NONE ? NULL : json_string(v->escorts[escort].who.id);
}

/* Everybody of the client's own municipality but those they will not have: nobody
 * else comes. */
static json_t *neighbours_json(const struct invention *v,
                               const struct invented_client *c)
{
    const struct district *d = district_of(v, c->who.locality);
    json_t *list = json_array();

    for (int i = d->first_escort; i < d->first_escort + d->n_escorts; i++)
        if (!list_has(&c->never, i))
            json_array_append_new(list, escort_id(v, i));
    return list;
}

/* Members of a group accept its leaders too. */
static json_t *accepts_json(const struct invention *v,
                            const struct invented_client *c)
{
    json_t *list = c->choosy ? told_escorts(v, c->circle, c->n_circle)
                   : v->preset->geography->apart ? neighbours_json(v, c)
                                                 : NULL;
    const struct invented_group *g =
        c->group_activity > 0 ? &v->groups[c->group_activity - 1] : NULL;

    for (int i = 0; list && g && i < g->n_leaders; i++) {
        bool there = false;

        for (int k = 0; k < c->n_circle; k++)
            there |= c->circle[k] == g->leaders[i];
        if (!there)
            json_array_append_new(list, escort_id(v, g->leaders[i]));
    }
    return list;
}

static json_t *likes_json(const struct invented_client *c)
{
    bool speaks = c->language != NONE && !c->language_hard;

    return told_some(json_pack("{so* ss* so*}", "sex",
                          c->needs_sex ? NULL : told_sex(c->likes_sex), "language",
                          speaks ? LANGUAGE_CODES[c->language] : NULL, "interests",
                          told_words(c->interests, INTEREST_CODES, INTEREST_COUNT)));
}

/* What the client cannot do without, and what is near or not borne. */
static json_t *client_needs(const struct invented_client *c)
{
    uint64_t task = c->skills & (uint64_t)1 << SKILL_EMERG_MED;

    return json_pack(
        "{so* so* so* so* so* so*}", "needs",
        told_needs(c->skills & ~task, c->language_hard ? c->language : NONE,
                   c->needs_sex),
        "tasks", told_words(task, SKILL_CODES, SKILL_COUNT), "exposes",
        told_words(c->exposes, EXPOSURE_CODES, EXPOSURE_COUNT), "allergies",
        told_words(c->allergies, EXPOSURE_CODES, EXPOSURE_COUNT), "protected",
        told_yes(c->is_protected), "introductions", told_yes(c->introductions));
}

static json_t *client_choices(const struct invention *v,
                              const struct invented_client *c)
{
    return json_pack(
        "{so* so* so* so* so* so* so*}", "accepts", accepts_json(v, c), "never",
        told_escorts(v, c->never.ids, c->never.n), "wishes",
        told_escorts(v, c->wishes, c->n_wishes), "primary", escort_id(v, c->primary),
        "deputy", escort_id(v, c->deputy), "likes", likes_json(c), "known",
        known_json(v, c));
}

/* Of a client with protected identity the file does not say where they live. */
static json_t *client_json(const struct invention *v,
                           const struct invented_client *c)
{
    const struct inhabitant *who = &c->who;
    const char *area = v->preset->geography->localities[who->locality].name;
    json_t *client = json_pack(
        "{ss ss ss* ss* so* si}", "id", who->id, "name", who->name, "home",
        c->is_protected ? NULL : told_home(v, who), "area",
        c->is_protected ? NULL : area, "sex", told_sex(who->sex), "birth_year",
        who->birth_year);

    json_object_update_new(client, client_needs(c));
    json_object_update_new(client, client_choices(v, c));
    json_object_set_new(client, "decisions", decisions_json(v, c));
    return client;
}

/* The stretch of half hours of a day that begins at or after *from; false if there
 * is none. */
static bool next_stretch(uint64_t hours, int *from, int *to)
{
    int i = *from / HALF_HOUR;

    while (i < 64 && !(hours >> i & 1))
        i++;
    if (i == 64)
        return false;
    *from = i * HALF_HOUR;
    while (i < 64 && hours >> i & 1)
        i++;
    *to = i * HALF_HOUR;
    return true;
}

/* Days of the same hours share a row. */
static void hours_append(const struct invention *v, json_t *list, int day,
                         int from, int to)
{
    static const char *const names[DAYS] = {"mon", "tue", "wed", "thu",
                                            "fri", "sat", "sun"};
    json_t *row = json_pack("{s[s] so so}", "days", names[day], "from",
                            told_clock(v, from), "to", told_clock(v, to));
    json_t *old;
    size_t i;

    json_array_foreach(list, i, old) {
        if (!json_equal(json_object_get(old, "from"),
                        json_object_get(row, "from")) ||
            !json_equal(json_object_get(old, "to"), json_object_get(row, "to")))
            continue;
        json_array_extend(json_object_get(old, "days"),
                          json_object_get(row, "days"));
        json_decref(row);
        return;
    }
    json_array_append_new(list, row);
}

static json_t *available_json(const struct invention *v,
                              const struct invented_escort *e)
{
    json_t *list = json_array();
    int to = 0;

    for (int day = 0; day < DAYS; day++)
        for (int from = 0; next_stretch(e->hours[day], &from, &to); from = to)
            hours_append(v, list, day, from, to);
    return list;
}

static json_t *valid_json(const struct invention *v, const struct valid *valid)
{
    if (valid->to_day == 0)
        return NULL;
    return json_pack("{so so}", "from", told_day(v, valid->from_day), "to",
                     told_day(v, valid->to_day));
}

static json_t *delegations_json(const struct invention *v,
                                const struct invented_escort *e)
{
    json_t *list = e->n_delegations > 0 ? json_array() : NULL;

    for (int i = 0; i < e->n_delegations; i++) {
        const struct invented_delegation *d = &e->delegations[i];
        json_array_append_new(
            list, json_pack("{ss s[s] so so}", "client",
                            v->clients[d->client].who.id, "tasks",
                            SKILL_CODES[SKILL_EMERG_MED], "from",
                            told_day(v, d->valid.from_day), "to",
                            told_day(v, d->valid.to_day)));
    }
    return list;
}

/* What the escort can and may do. */
static json_t *escort_abilities(const struct invention *v,
                                const struct invented_escort *e)
{
    return json_pack(
        "{so* so* so* so* so* so* so* so*}", "skills",
        told_words(e->skills, SKILL_CODES, SKILL_COUNT), "languages",
        told_words(e->languages, LANGUAGE_CODES, LANGUAGE_COUNT), "exposes",
        told_words(e->exposes, EXPOSURE_CODES, EXPOSURE_COUNT), "allergies",
        told_words(e->allergies, EXPOSURE_CODES, EXPOSURE_COUNT), "interests",
        told_words(e->interests, INTEREST_CODES, INTEREST_COUNT), "clearances",
        told_some(json_pack("{so* so*}", "child", valid_json(v, &e->children),
                       "protected", valid_json(v, &e->protected_clients))),
        "delegations", delegations_json(v, e), "never", told_clients(v, &e->never));
}

static json_t *escort_json(const struct invention *v,
                           const struct invented_escort *e)
{
    const struct inhabitant *who = &e->who;
    bool employed = e->engagement != CONTRACTOR;
    json_t *escort = json_pack(
        "{ss ss ss ss so* si}", "id", who->id, "name", who->name, "home",
        told_home(v, who), "engagement", engagement_word(e->engagement), "sex",
        told_sex(who->sex), "birth_year", who->birth_year);

    json_object_update_new(escort, escort_abilities(v, e));
    json_object_update_new(
        escort, json_pack("{so so* so* ss*}", "available", available_json(v, e),
                          "contract_minutes_week", told_positive(e->contract_minutes),
                          "max_minutes_week", told_positive(e->max_minutes),
                          "day_anchor", employed ? "04:00" : NULL));
    return escort;
}

/* ---- the file ---------------------------------------------------------- */

static json_t *skills_json(const struct invention *v)
{
    uint64_t all = ((uint64_t)1 << SKILL_COUNT) - 1;

    return told_words(v->preset->hours > 0 ? all : (uint64_t)1 << SKILL_GUIDE_BLIND,
                 SKILL_CODES, SKILL_COUNT);
}

enum status unit_save(const struct invention *v, const char *dir,
                      struct faults *f)
{
    json_t *clients = json_array(), *escorts = json_array();

    for (int i = 0; i < v->n_clients; i++)
        json_array_append_new(clients, client_json(v, &v->clients[i]));
    for (int i = 0; i < v->n_escorts; i++)
        json_array_append_new(escorts, escort_json(v, &v->escorts[i]));
    return document_save(
        v->arena,
        json_pack("{ss si ss ss s{ss sI so} ss si so so so so so}", "format",
                  "ledsaga-unit", "version", 1, "id", v->preset->name, "name",
                  arena_print(v->arena, "%s (påhittad)",
                              v->preset->geography->name),
                  "synthetic", "preset", v->preset->name, "seed",
                  (json_int_t)v->seed, "assumptions", assumptions_json(v),
                  "time_zone", "Europe/Stockholm", "grid_minutes", 15, "skills",
                  skills_json(v), "places", places_json(v), "travel",
                  travel_json(), "clients", clients, "escorts", escorts),
        arena_print(v->arena, "%s/unit.json", dir), f);
}
