/* unit.json and week.json of an invented unit. The top of a document is written one
 * member to a line and a list of things one thing to a line, so that a person can
 * read it and a comparison of two versions shows what changed. */
#include "adapters/invent.h"
#include "base/file.h"
#include "base/text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* ---- the page ---------------------------------------------------------- */

enum { NUMBERS = JSON_REAL_PRECISION(8) };

static void add_value(struct text *t, const json_t *value)
{
    char *said = json_dumps(value, NUMBERS | JSON_ENCODE_ANY);

    require(said, "an invented value must be sound JSON");
    text_add(t, said);
    free(said);
}

/* `indent` spaces, then the members or items one to a line. */
static void add_lines(struct text *t, json_t *list, const char *indent)
{
    size_t i;
    json_t *item;

    text_add(t, "[");
    json_array_foreach(list, i, item) {
        text_print(t, "%s\n%s ", i > 0 ? "," : "", indent);
        add_value(t, item);
    }
    text_print(t, "\n%s]", indent);
}

static bool is_long(const json_t *value)
{
    const json_t *first = json_array_get(value, 0);

    return json_is_object(first) ||
           (json_is_string(first) && json_array_size(value) > SKILL_COUNT);
}

static void add_object(struct text *t, json_t *object, const char *indent)
{
    const char *key, *comma = "";
    json_t *value;

    text_add(t, "{");
    json_object_foreach(object, key, value) {
        text_print(t, "%s\n%s \"%s\": ", comma, indent, key);
        comma = ",";
        if (is_long(value))
            add_lines(t, value, arena_print(t->arena, "%s ", indent));
        else if (strcmp(key, "synthetic") == 0)
            add_object(t, value, arena_print(t->arena, "%s ", indent));
        else
            add_value(t, value);
    }
    text_print(t, "\n%s}", indent);
}

static enum status page_save(struct arena *a, json_t *document,
                             const char *path, struct faults *f)
{
    struct text t = text_new(a);

    require(document, "an invented document must be sound JSON");
    add_object(&t, document, "");
    text_add(&t, "\n");
    json_decref(document);
    return file_write(path, text_done(&t), t.length, f);
}

/* ---- small values ------------------------------------------------------ */

static json_t *words(uint64_t bits, const char *const *codes, int n)
{
    json_t *list = bits ? json_array() : NULL;

    for (int i = 0; i < n; i++)
        if (bits >> i & 1)
            json_array_append_new(list, json_string(codes[i]));
    return list;
}

static json_t *escort_ids(const struct invention *v, const int *escorts, int n)
{
    json_t *list = n > 0 ? json_array() : NULL;

    for (int i = 0; i < n; i++)
        json_array_append_new(list, json_string(v->escorts[escorts[i]].who.id));
    return list;
}

static json_t *client_ids(const struct invention *v, const struct id_list *l)
{
    json_t *list = l->n > 0 ? json_array() : NULL;

    for (int i = 0; i < l->n; i++)
        json_array_append_new(list, json_string(v->clients[l->ids[i]].who.id));
    return list;
}

static json_t *date(const struct invention *v, int64_t day)
{
    int year, month, mday;

    date_of_days(day, &year, &month, &mday);
    return json_string(arena_print(v->arena, "%04d-%02d-%02d", year, month, mday));
}

/* 24:00 is the end of the day; later is a time of the next. */
static json_t *clock_time(const struct invention *v, int minutes)
{
    if (minutes > DAY)
        minutes -= DAY;
    return json_string(
        arena_print(v->arena, "%02d:%02d", minutes / HOUR, minutes % HOUR));
}

static json_t *sex_word(char sex)
{
    char word[2] = {sex, 0};

    return sex ? json_string(word) : NULL;
}

static json_t *positive(int n)
{
    return n > 0 ? json_integer(n) : NULL;
}

/* ---- unit.json --------------------------------------------------------- */

static void place_append(json_t *list, const char *id, const char *name,
                         const char *area, struct spot s)
{
    json_array_append_new(
        list, json_pack("{ss ss ss sf sf}", "id", id, "name", name, "area", area,
                        "lat", s.north / 1000.0, "lon", s.east / 1000.0));
}

static const char *home_id(const struct invention *v,
                           const struct inhabitant *who)
{
    return arena_print(v->arena, "h-%s", who->id);
}

static void home_append(const struct invention *v, json_t *list,
                        const struct inhabitant *who)
{
    place_append(list, home_id(v, who),
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

static json_t *needs_json(uint64_t skills, int language, char sex)
{
    json_t *needs = json_pack(
        "{so* ss* so*}", "skills", words(skills, SKILL_CODES, SKILL_COUNT),
        "language", language == NONE ? NULL : LANGUAGE_CODES[language], "sex",
        sex_word(sex));

    if (json_object_size(needs) > 0)
        return needs;
    json_decref(needs);
    return NULL;
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

    if (c->n_decisions == 0)
        return NULL;
    return json_pack(
        "[{ss ss si ss so so*}]", "id", "d1", "legal_basis",
        legal_basis_word(d->basis), "minutes", pooled ? 3 * d->minutes : d->minutes,
        "period", grant_period_word(pooled ? PER_QUARTER : PER_MONTH), "from",
        date(v, d->from), "to", d->to == INT64_MAX ? NULL : date(v, d->to));
}

static json_t *client_json(const struct invention *v,
                           const struct invented_client *c)
{
    const struct inhabitant *who = &c->who;

    return json_pack(
        "{ss ss ss ss so* si so* so* so* so* so* so*}", "id", who->id, "name",
        who->name, "home", home_id(v, who), "area",
        v->preset->geography->localities[who->locality].name, "sex",
        sex_word(who->sex), "birth_year", who->birth_year, "needs",
        needs_json(c->skills, c->language_hard ? c->language : NONE, c->needs_sex),
        "accepts", c->choosy ? escort_ids(v, c->circle, c->n_circle) : NULL,
        "never", escort_ids(v, c->never.ids, c->never.n), "wishes",
        escort_ids(v, c->wishes, c->n_wishes), "known", known_json(v, c),
        "decisions", decisions_json(v, c));
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
                            clock_time(v, from), "to", clock_time(v, to));
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

static json_t *escort_json(const struct invention *v,
                           const struct invented_escort *e)
{
    const struct inhabitant *who = &e->who;
    bool employed = e->engagement != CONTRACTOR;

    return json_pack(
        "{ss ss ss ss so* si so* so* so* so so* so* ss*}", "id", who->id, "name",
        who->name, "home", home_id(v, who), "engagement",
        engagement_word(e->engagement), "sex", sex_word(who->sex), "birth_year",
        who->birth_year, "skills", words(e->skills, SKILL_CODES, SKILL_COUNT),
        "languages", words(e->languages, LANGUAGE_CODES, LANGUAGE_COUNT), "never",
        client_ids(v, &e->never), "available", available_json(v, e),
        "contract_minutes_week", positive(e->contract_minutes),
        "max_minutes_week", positive(e->max_minutes), "day_anchor",
        employed ? "04:00" : NULL);
}

/* ---- what was assumed -------------------------------------------------- */

static void say(json_t *list, const char *sentence)
{
    json_array_append_new(list, json_string(sentence));
}

static const char *inhabitants_sentence(const struct invention *v)
{
    const struct geography *g = v->preset->geography;
    struct text t = text_new(v->arena);

    text_add(&t, "Homes are spread by inhabitants: ");
    for (int i = 0; i < g->n; i++)
        text_print(&t, "%s%s %d", i > 0 ? ", " : "", g->localities[i].name,
                   g->localities[i].inhabitants);
    text_print(&t, "; %s. Coordinates are those of the localities; homes and "
                   "venues are scattered about them by chance.",
               g->basis);
    return text_done(&t);
}

static const char *size_sentence(const struct invention *v)
{
    const struct preset *p = v->preset;
    int contractors = 0, monthly = 0;

    for (int i = 0; i < v->n_escorts; i++) {
        contractors += v->escorts[i].engagement == CONTRACTOR;
        monthly += v->escorts[i].engagement == EMPLOYED_MONTHLY;
    }
    return arena_print(
        v->arena,
        "Size: %d clients with LSS, %d with SoL, %d in an open offer without "
        "needs assessment; %d contractors, %d escorts employed by the month, %d "
        "by the hour; %d to %d visits a week. Assumption.",
        p->lss, p->sol, p->open, contractors, monthly,
        v->n_escorts - contractors - monthly, p->visits_least, p->visits_most);
}

static const char *volume_sentence(const struct invention *v)
{
    return arena_print(
        v->arena,
        "Share of the granted time that is asked for: between Beta(6, 3), whose "
        "mean of 67 %% is near the 64 %% used in Stockholm, and all of it, mean "
        "80 %%; and every grant is %d h a month more than the table of granted "
        "hours says. Both so that about %d hours a week are asked for. "
        "Assumption.",
        v->raise / HOUR, v->preset->hours + v->preset->open_hours);
}

static const char *limits_sentence(const struct invention *v)
{
    return arena_print(
        v->arena,
        "In a single week a contractor works at most %d %% of the hours of a "
        "month; at most one escort in %d is ill or on holiday at once. "
        "Assumption.",
        WEEK_PERCENT, AWAY_MOST);
}

static json_t *assumptions_json(const struct invention *v)
{
    json_t *list = json_array();

    say(list, "All people, names, homes, decisions and outings in this workspace "
              "are invented. What follows was assumed; a municipality that knows "
              "better should replace it.");
    if (v->preset->hours == 0) {
        say(list, "Written by hand as the smallest example: nothing is drawn by "
                  "chance and nothing in it is typical.");
        return list;
    }
    say(list, size_sentence(v));
    say(list, inhabitants_sentence(v));
    say(list, volume_sentence(v));
    say(list, limits_sentence(v));
    say(list, "Nobody goes by private car: escorts walk, or ride the bus or "
              "special transport at the speeds under travel. Halmstad's "
              "guideline.");
    say(list, "Clients are out from 8:00 to 22:30, Friday and Saturday to 0:30; a "
              "start that would end later is moved forward. Assumption.");
    for (int i = 0; i < SHARE_COUNT; i++) {
        const char *sentence =
            share_sentence(v->arena, &v->dealer, (enum share_id)i);
        if (sentence)
            say(list, sentence);
    }
    return list;
}

static json_t *skills_json(const struct invention *v)
{
    uint64_t all = ((uint64_t)1 << SKILL_COUNT) - 1;

    return words(v->preset->hours > 0 ? all : (uint64_t)1 << SKILL_GUIDE_BLIND,
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
    return page_save(
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

/* ---- week.json --------------------------------------------------------- */

static json_t *slot_json(const struct invention *v,
                         const struct invented_week *w, const struct slot *s)
{
    json_t *day = date(v, w->monday + s->day);

    if (s->from == s->to)
        return json_pack("{so so}", "date", day, "at", clock_time(v, s->at));
    return json_pack("{so so so so}", "date", day, "from", clock_time(v, s->from),
                     "to", clock_time(v, s->to), "wish", clock_time(v, s->at));
}

static json_t *slots_json(const struct invention *v,
                          const struct invented_week *w, const struct outing *o)
{
    json_t *list = json_array();

    for (int i = 0; i < o->n_slots; i++)
        json_array_append_new(list, slot_json(v, w, &o->slots[i]));
    return list;
}

/* The end is the meeting place unless the file says otherwise. */
static const char *end_id(const struct invention *v, const struct outing *o)
{
    if (o->end == o->meet)
        return NULL;
    return o->end == NONE ? home_id(v, &v->clients[o->client].who)
                          : v->venues[o->end].id;
}

static json_t *request_json(const struct invention *v,
                            const struct invented_week *w, int i)
{
    const struct outing *o = &w->outings[i];
    uint64_t skill = o->skill == NONE ? 0 : (uint64_t)1 << o->skill;
    const char *series =
        o->series > 0 ? arena_print(v->arena, "s%03d", o->series) : NULL;

    return json_pack(
        "{ss ss ss si so* so ss* ss* so* so* ss* ss*}", "id",
        arena_print(v->arena, "r%02d-%03d", w->iso_week, i + 1), "client",
        v->clients[o->client].who.id, "activity", o->activity, "minutes",
        o->minutes, "minutes_min", positive(o->minutes_min), "alternatives",
        slots_json(v, w, o), "meet", o->meet == NONE ? NULL : v->venues[o->meet].id,
        "end", end_id(v, o), "escorts_needed",
        o->staff > 1 ? json_integer(o->staff) : NULL,
        "needs", needs_json(skill, NONE, 0), "priority",
        o->priority == PRIORITY_NORMAL
            ? NULL
            : priority_word((enum priority)o->priority),
        "series", series);
}

static json_t *midnight(const struct invention *v, int64_t day)
{
    int year, month, mday;

    date_of_days(day, &year, &month, &mday);
    return json_string(
        arena_print(v->arena, "%04d-%02d-%02dT00:00", year, month, mday));
}

static json_t *absences_json(const struct invention *v,
                             const struct invented_week *w)
{
    json_t *list = w->n_absences > 0 ? json_array() : NULL;

    for (int i = 0; i < w->n_absences; i++) {
        const struct invented_absence *a = &w->absences[i];
        json_array_append_new(
            list, json_pack("{ss so so ss}", "escort",
                            v->escorts[a->escort].who.id, "from",
                            midnight(v, w->monday + a->from), "to",
                            midnight(v, w->monday + a->to), "reason", a->reason));
    }
    return list;
}

enum status week_save(const struct invention *v, const struct invented_week *w,
                      const char *dir, struct faults *f)
{
    const char *name =
        arena_print(v->arena, "%04d-W%02d", w->iso_year, w->iso_week);
    const char *folder = arena_print(v->arena, "%s/weeks/%s", dir, name);
    json_t *requests = json_array();

    for (int i = 0; i < w->n_outings; i++)
        json_array_append_new(requests, request_json(v, w, i));
    TRY(folder_make(folder, f));
    return page_save(v->arena,
                     json_pack("{ss si ss so so*}", "format", "ledsaga-week",
                               "version", 1, "week", name, "requests", requests,
                               "absences", absences_json(v, w)),
                     arena_print(v->arena, "%s/week.json", folder), f);
}
