#include "adapters/unit_json.h"

#include "base/text.h"

#include <limits.h>
#include <string.h>

static const char *const SEXES[] = {"F", "M", "X", NULL};
static const char *const NEEDED_SEXES[] = {"F", "M", NULL};
static const char *const WEEKDAYS[] = {"mon", "tue", "wed", "thu",
                                       "fri", "sat", "sun", NULL};

/* Everybody speaks it. */
static const char SWEDISH[] = "sv";

static void read_sex(struct reader *r, const char *const *words, char *sex)
{
    int i;

    if (reader_word(r, "sex", OPTIONAL, words, &i))
        *sex = words[i][0];
}

/* ---- skills and languages ---- */

static void read_skills(struct unit *u, struct reader *r)
{
    const char *code;

    if (!reader_list(r, "skills", OPTIONAL))
        return;
    if (reader_size(r) > CODES_MAX)
        reader_fault(r, NULL, _("Leave out the skills that nobody needs."),
                     _("There are more than %d"), CODES_MAX);
    while (reader_next(r)) {
        if (!reader_name(r, NULL, REQUIRED, &code))
            continue;
        int row = ids_add(u->skills, code);
        if (row == NONE)
            reader_fault(r, NULL, _("Remove one of the two."),
                         _("%s is listed twice"), reader_quoted(r, code));
        else if (row < CODES_MAX)
            ids_set(u->skills, row, problem_add_skill(u->builder, code));
    }
}

static uint64_t bit(int code)
{
    return code == NONE ? 0 : (uint64_t)1 << code;
}

static uint64_t read_skill_codes(const struct unit *u, struct reader *r)
{
    uint64_t skills = 0;
    int *codes;
    int n = ids_read_list(u->skills, r, "skills", OPTIONAL, CODES_MAX, &codes);

    for (int i = 0; i < n; i++)
        skills |= bit(codes[i]);
    return skills;
}

/* ISO 639: two or three small letters. */
static bool read_language(const struct unit *u, struct reader *r,
                          const char *key, uint64_t *language)
{
    const char *code;

    if (!reader_text(r, key, OPTIONAL, &code))
        return false;
    size_t n = strspn(code, "abcdefghijklmnopqrstuvwxyz");
    if (code[n] != '\0' || n < 2 || n > 3)
        return reader_fault(r, key,
                            _("Use a code of ISO 639, such as fi or ar."),
                            _("%s is not a language code"),
                            reader_quoted(r, code));
    *language = bit(problem_language(u->builder, code));
    return true;
}

static uint64_t read_languages(const struct unit *u, struct reader *r)
{
    uint64_t languages = bit(problem_language(u->builder, SWEDISH)), one;
    uint64_t listed = 0;

    if (!reader_list(r, "languages", OPTIONAL))
        return languages;
    while (reader_next(r)) {
        if (!read_language(u, r, NULL, &one))
            continue;
        if (listed & one)
            reader_fault(r, NULL, _("Remove one of the two."),
                         _("The language is listed twice"));
        listed |= one;
    }
    return languages | listed;
}

void unit_read_needs(const struct unit *u, struct reader *r,
                     struct needs *needs)
{
    static const char *const KEYS[] = {"skills", "language", "sex", NULL};

    if (!reader_object(r, "needs", OPTIONAL, KEYS))
        return;
    needs->skills = read_skill_codes(u, r);
    read_language(u, r, "language", &needs->language);
    read_sex(r, NEEDED_SEXES, &needs->sex);
    reader_leave(r);
}

/* ---- places and travel ---- */

static void read_place(struct unit *u, struct reader *r)
{
    static const char *const KEYS[] = {"id", "name", "area", "lat", "lon",
                                       NULL};
    struct place place = {.area = ""};
    int seen = reader_faults_seen(r);

    if (!reader_shape(r, KEYS))
        return;
    int row = ids_read_own(u->places, r, &place.id);
    reader_name(r, "name", REQUIRED, &place.name);
    reader_text(r, "area", OPTIONAL, &place.area);
    bool lat = reader_number(r, "lat", OPTIONAL, -90, 90, &place.lat);
    bool lon = reader_number(r, "lon", OPTIONAL, -180, 180, &place.lon);
    place.located = lat && lon;
    if (reader_has(r, "lat") != reader_has(r, "lon"))
        reader_fault(r, NULL, _("Give both \"lat\" and \"lon\", or neither."),
                     _("One of the two coordinates is missing"));
    if (seen == reader_faults_seen(r))
        ids_set(u->places, row,
                problem_add_place(u->builder, reader_path(r), &place));
}

static void read_places(struct unit *u, struct reader *r)
{
    if (!reader_list(r, "places", REQUIRED))
        return;
    u->n_places = reader_size(r);
    if (u->n_places == 0)
        reader_fault(r, NULL, _("Add the places where people meet."),
                     _("There are no places"));
    while (reader_next(r))
        read_place(u, r);
}

static void read_matrix_row(struct reader *r, uint16_t *row, int n)
{
    int minutes = 0;

    if (!reader_list(r, NULL, REQUIRED))
        return;
    if (reader_size(r) != n)
        reader_fault(r, NULL,
                     _("Give as many numbers in each row as there are places."),
                     _("The row has %d numbers, there are %d places"),
                     reader_size(r), n);
    while (reader_next(r))
        if (reader_int(r, NULL, REQUIRED, 0, UINT16_MAX, &minutes) &&
            reader_index(r) < n)
            row[reader_index(r)] = (uint16_t)minutes;
}

static void read_matrix(struct unit *u, struct reader *r)
{
    int seen = reader_faults_seen(r), n = u->n_places;

    if (!reader_list(r, "matrix", REQUIRED))
        return;
    if (reader_size(r) != n)
        reader_fault(r, NULL, _("Give one row for each place, in their order."),
                     _("The matrix has %d rows, there are %d places"),
                     reader_size(r), n);

    bool square = reader_size(r) == n;
    uint16_t *minutes =
        square ? NEW_ARRAY(u->arena, uint16_t, (size_t)n * (size_t)n + 1)
               : NULL;
    while (reader_next(r))
        if (square)
            read_matrix_row(r, minutes + (size_t)reader_index(r) * (size_t)n,
                            n);
    if (seen == reader_faults_seen(r))
        problem_set_travel_matrix(u->builder, minutes, n);
}

static void read_travel(struct unit *u, struct reader *r)
{
    static const char *const KEYS[] = {
        "matrix",        "detour_percent", "walk_m_per_min", "walk_max_m",
        "ride_m_per_min", "ride_wait_min",  NULL};
    struct travel_speeds speeds = TRAVEL_SPEEDS_DEFAULT;

    if (!reader_object(r, "travel", OPTIONAL, KEYS))
        return;
    bool fast = reader_int(r, "detour_percent", OPTIONAL, 100, 1000,
                           &speeds.detour_percent);
    fast |= reader_int(r, "walk_m_per_min", OPTIONAL, 1, 1000,
                       &speeds.walk_m_per_min);
    fast |= reader_int(r, "walk_max_m", OPTIONAL, 0, 100000,
                       &speeds.walk_max_m);
    fast |= reader_int(r, "ride_m_per_min", OPTIONAL, 1, 10000,
                       &speeds.ride_m_per_min);
    fast |= reader_int(r, "ride_wait_min", OPTIONAL, 0, 600,
                       &speeds.ride_wait_min);
    problem_set_travel_speeds(u->builder, &speeds);
    if (reader_has(r, "matrix")) {
        if (fast)
            reader_fault(r, NULL, _("Remove the matrix or the speeds."),
                         _("There is both a matrix and a speed"));
        read_matrix(u, r);
    }
    reader_leave(r);
}

/* ---- escorts ---- */

/* Hours of one weekday pattern as spans of this week. Those of the Sunday before
 * may reach into Monday, and Sunday's past the end. */
static int pattern_spans(const struct week *w, const bool on[DAYS], int from,
                         int to, struct span *out)
{
    int n = 0;

    if (to <= from)
        to += DAY;
    if (on[DAYS - 1] && to > DAY)
        out[n++] = (struct span){0, week_minute_of_day(w, 0, to - DAY)};
    for (int day = 0; day < DAYS; day++)
        if (on[day])
            out[n++] = (struct span){week_minute_of_day(w, day, from),
                                     week_minute_of_day(w, day, to)};
    return n;
}

static void read_weekdays(struct reader *r, bool on[DAYS])
{
    int day;

    if (!reader_list(r, "days", REQUIRED))
        return;
    if (reader_size(r) == 0)
        reader_fault(r, NULL, _("Name at least one day, or remove the hours."),
                     _("There are no days"));
    while (reader_next(r))
        if (reader_word(r, NULL, REQUIRED, WEEKDAYS, &day))
            on[day] = true;
}

static void read_available(const struct unit *u, struct reader *r,
                           struct escort *e)
{
    static const char *const KEYS[] = {"days", "from", "to", NULL};

    if (!reader_list(r, "available", OPTIONAL)) {
        struct span *always = NEW(u->arena, struct span);
        *always = (struct span){-DAYS * DAY, 2 * DAYS * DAY};
        e->available = always;
        e->n_available = 1;
        return;
    }
    struct span *spans =
        NEW_ARRAY(u->arena, struct span, reader_size(r) * (DAYS + 1) + 1);
    while (reader_next(r)) {
        bool on[DAYS] = {false};
        int from, to;
        if (!reader_shape(r, KEYS))
            continue;
        read_weekdays(r, on);
        bool starts = reader_clock(r, "from", REQUIRED, &from);
        if (reader_clock(r, "to", REQUIRED, &to) && starts)
            e->n_available += pattern_spans(&u->week, on, from, to,
                                            spans + e->n_available);
    }
    e->available = spans;
}

static const char *const ESCORT_KEYS[] = {
    "id",        "name",      "home",
    "engagement", "sex",       "birth_year",
    "skills",    "languages", "never",
    "available", "contract_minutes_week",
    "max_minutes_week", "day_anchor", NULL};

static void read_escort(struct unit *u, struct reader *r)
{
    WORD_LIST(words, engagement, CONTRACTOR, engagement_word);
    struct escort e = {
        .home = NONE, .contract_minutes = NONE, .max_minutes = NONE};
    int seen = reader_faults_seen(r), engagement = 0;

    if (!reader_shape(r, ESCORT_KEYS))
        return;
    int row = ids_read_own(u->escorts, r, &e.id);
    reader_name(r, "name", REQUIRED, &e.name);
    ids_read(u->places, r, "home", OPTIONAL, &e.home);
    reader_word(r, "engagement", REQUIRED, words, &engagement);
    e.engagement = (enum engagement)engagement;
    read_sex(r, SEXES, &e.sex);
    reader_int(r, "birth_year", OPTIONAL, 1900, 2100, &e.birth_year);
    e.skills = read_skill_codes(u, r);
    e.languages = read_languages(u, r);
    read_available(u, r, &e);
    reader_int(r, "contract_minutes_week", OPTIONAL, 0, DAYS * DAY,
               &e.contract_minutes);
    reader_int(r, "max_minutes_week", OPTIONAL, 0, DAYS * DAY, &e.max_minutes);
    e.day_anchor = DAY_ANCHOR_DEFAULT;
    reader_clock(r, "day_anchor", OPTIONAL, &e.day_anchor);
    e.day_anchor %= DAY; /* 24:00 is 00:00 */
    if (seen == reader_faults_seen(r))
        ids_set(u->escorts, row,
                problem_add_escort(u->builder, reader_path(r), &e));
}

static void read_escorts(struct unit *u, struct reader *r)
{
    if (reader_list(r, "escorts", REQUIRED))
        while (reader_next(r))
            read_escort(u, r);
}

static void read_escort_never(struct unit *u, struct reader *r)
{
    const char *id;
    int *clients;

    if (!reader_has(r, "never") || !reader_own_id(r, _("escort"), &id))
        return;
    int escort = ids_find(u->escorts, id);
    int n = ids_read_list(u->clients, r, "never", OPTIONAL, INT_MAX, &clients);
    for (int i = 0; i < n && escort != ID_BROKEN; i++)
        problem_bar(u->builder, clients[i], escort, BAR_ESCORT);
}

/* An escort's "never" names clients, who are only known once they are read. When
 * an escort's own id was faulty, that is enough to tell for now. */
static void read_escorts_never(struct unit *u, struct reader *r)
{
    int n = ids_count(u->escorts);

    if (n > 0 && reader_list(r, "escorts", REQUIRED)) {
        bool named = reader_size(r) == n;
        while (reader_next(r))
            if (named)
                read_escort_never(u, r);
    }
}

/* ---- clients ---- */

static void read_decision(struct unit *u, struct reader *r, int client,
                          struct unit_client *known)
{
    static const char *const KEYS[] = {"id",     "legal_basis", "minutes",
                                       "period", "from",        "to",
                                       NULL};
    WORD_LIST(bases, legal_basis, LEGAL_BASIS_COUNT - 1, legal_basis_word);
    WORD_LIST(periods, grant_period, PER_OCCASION, grant_period_word);
    struct decision d = {.client = client, .to_day = INT64_MAX};
    int seen = reader_faults_seen(r), basis = 0, period = 0;

    if (!reader_shape(r, KEYS))
        return;
    int row = ids_read_own(known->decisions, r, &d.id);
    reader_word(r, "legal_basis", REQUIRED, bases, &basis);
    reader_int(r, "minutes", REQUIRED, 0, 1000000, &d.minutes);
    reader_word(r, "period", REQUIRED, periods, &period);
    reader_date(r, "from", REQUIRED, &d.from_day);
    reader_date(r, "to", OPTIONAL, &d.to_day);
    d.basis = (enum legal_basis)basis;
    d.period = (enum grant_period)period;
    if (seen != reader_faults_seen(r) || client == NONE)
        return;

    int index = problem_add_decision(u->builder, reader_path(r), &d);
    ids_set(known->decisions, row, index);
    known->decision[known->n_decisions].index = index;
    known->decision[known->n_decisions].from_day = d.from_day;
    known->decision[known->n_decisions++].to_day = d.to_day;
}

static void read_decisions(struct unit *u, struct reader *r, int client,
                           struct unit_client *known)
{
    if (!reader_list(r, "decisions", OPTIONAL))
        return;
    known->decision = arena_alloc(u->arena, (size_t)reader_size(r) + 1,
                                  sizeof *known->decision);
    while (reader_next(r))
        read_decision(u, r, client, known);
}

static void read_known(struct unit *u, struct reader *r, int client)
{
    static const char *const KEYS[] = {"escort", "visits", NULL};

    if (!reader_list(r, "known", OPTIONAL))
        return;
    while (reader_next(r)) {
        int escort = NONE, visits = 0;
        if (!reader_shape(r, KEYS))
            continue;
        ids_read(u->escorts, r, "escort", REQUIRED, &escort);
        reader_int(r, "visits", REQUIRED, 0, 100000, &visits);
        problem_add_history(u->builder, client, escort, visits);
    }
}

/* Whom the client accepts, refuses and wishes for. client may be NONE. */
static void read_choices(struct unit *u, struct reader *r, int client)
{
    int *escorts;
    int n = ids_read_list(u->escorts, r, "accepts", OPTIONAL, INT_MAX, &escorts);

    if (n != NONE)
        problem_accept_only(u->builder, client, escorts, n);
    n = ids_read_list(u->escorts, r, "never", OPTIONAL, INT_MAX, &escorts);
    for (int i = 0; i < n; i++)
        problem_bar(u->builder, client, escorts[i], BAR_CLIENT);
    n = ids_read_list(u->escorts, r, "wishes", OPTIONAL, INT_MAX, &escorts);
    if (n != NONE)
        problem_client_wishes(u->builder, client, escorts, n);
}

static const char *const CLIENT_KEYS[] = {
    "id",      "name",  "home",   "area",  "sex",       "birth_year", "needs",
    "accepts", "never", "wishes", "known", "decisions", NULL};

static void read_client(struct unit *u, struct reader *r)
{
    struct client c = {.home = NONE, .area = ""};
    int seen = reader_faults_seen(r), client = NONE;

    if (!reader_shape(r, CLIENT_KEYS))
        return;
    int row = ids_read_own(u->clients, r, &c.id);
    reader_name(r, "name", REQUIRED, &c.name);
    ids_read(u->places, r, "home", OPTIONAL, &c.home);
    reader_text(r, "area", OPTIONAL, &c.area);
    read_sex(r, SEXES, &c.sex);
    reader_int(r, "birth_year", OPTIONAL, 1900, 2100, &c.birth_year);
    unit_read_needs(u, r, &c.needs);
    if (seen == reader_faults_seen(r))
        client = problem_add_client(u->builder, reader_path(r), &c);

    struct unit_client known = {.home = c.home};
    known.decisions = ids_new(
        u->arena, _("decision"),
        arena_print(u->arena, _("decisions[] of the client in unit.json")));
    read_choices(u, r, client);
    read_known(u, r, client);
    read_decisions(u, r, client, &known);
    if (client == NONE)
        return;
    ids_set(u->clients, row, client);
    ARENA_PUSH(u->arena, u->client, u->n_clients, u->room_clients, known);
}

static void read_clients(struct unit *u, struct reader *r)
{
    if (reader_list(r, "clients", REQUIRED))
        while (reader_next(r))
            read_client(u, r);
}

/* ---- the unit itself ---- */

/* Figures of one group replace their defaults in the struct at `figures`. */
static void read_figures(struct unit *u, struct reader *r, const char *group,
                         const struct figure *rows, void *figures)
{
    int n = 0;

    while (rows[n].name)
        n++;
    const char **names = NEW_ARRAY(u->arena, const char *, n + 1);
    for (int i = 0; i < n; i++)
        names[i] = rows[i].name;
    if (!reader_object(r, group, OPTIONAL, names))
        return;
    for (int i = 0; i < n; i++)
        reader_int(r, rows[i].name, OPTIONAL, rows[i].least, rows[i].most,
                   (int *)(void *)((char *)figures + rows[i].offset));
    reader_leave(r);
}

static void read_all_figures(struct unit *u, struct reader *r)
{
    struct rule_figures rule = rule_figures_default();
    struct weight_figures weight = weight_figures_default();

    read_figures(u, r, "rules", RULE_FIGURE_ROWS, &rule);
    read_figures(u, r, "weights", WEIGHT_FIGURE_ROWS, &weight);
    problem_set_figures(u->builder, &rule, &weight);
}

static void read_synthetic(struct unit *u, struct reader *r)
{
    static const char *const KEYS[] = {"preset", "seed", "assumptions", NULL};
    const char *text;
    int64_t seed;

    if (!reader_object(r, "synthetic", OPTIONAL, KEYS))
        return;
    reader_text(r, "preset", REQUIRED, &text);
    reader_int64(r, "seed", REQUIRED, 0, INT64_MAX, &seed);
    if (reader_list(r, "assumptions", REQUIRED))
        while (reader_next(r))
            reader_text(r, NULL, REQUIRED, &text);
    problem_set_synthetic(u->builder);
    reader_leave(r);
}

/* An unknown time zone is told, and reading goes on in the usual one. */
static void read_week(struct unit *u, struct reader *r, int iso_year,
                      int iso_week)
{
    static const char USUAL[] = "Europe/Stockholm";
    const char *zone = USUAL;
    struct faults found = {0};

    reader_text(r, "time_zone", OPTIONAL, &zone);
    if (week_make(&u->week, iso_year, iso_week, zone, &found) != STATUS_OK) {
        reader_pass_on(r, "time_zone", &found);
        week_make(&u->week, iso_year, iso_week, USUAL, &found);
    }
    struct moment m = week_moment(&u->week, 0);
    u->monday = date_days(m.year, m.month, m.mday);
}

static void begin(struct unit *u, struct reader *r, int iso_year, int iso_week)
{
    const char *id = "unit", *name = "";
    int grid = 15;

    read_week(u, r, iso_year, iso_week);
    reader_id(r, "id", REQUIRED, &id);
    reader_name(r, "name", REQUIRED, &name);
    reader_int(r, "grid_minutes", OPTIONAL, 1, HOUR, &grid);
    u->builder = problem_begin(u->arena, id, name, &u->week, grid);
    problem_set_file(u->builder, reader_file(r));
}

bool unit_read(struct unit *u, struct arena *a, struct reader *r, int iso_year,
               int iso_week)
{
    static const char *const KEYS[] = {
        "format", "version", "id",     "name",   "synthetic", "time_zone",
        "grid_minutes", "rules",   "weights", "skills", "places", "travel",
        "clients", "escorts", NULL};

    if (!reader_document(r, "ledsaga-unit", 1, KEYS))
        return false;
    *u = (struct unit){.arena = a};
    u->skills = ids_new(a, _("skill"), _("skills[] of unit.json"));
    u->places = ids_new(a, _("place"), _("places[] of unit.json"));
    u->escorts = ids_new(a, _("escort"), _("escorts[] of unit.json"));
    u->clients = ids_new(a, _("client"), _("clients[] of unit.json"));
    begin(u, r, iso_year, iso_week);
    read_synthetic(u, r);
    read_all_figures(u, r);
    read_skills(u, r);
    read_places(u, r);
    read_travel(u, r);
    read_escorts(u, r);
    read_clients(u, r);
    read_escorts_never(u, r);
    return true;
}
