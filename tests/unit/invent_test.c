/* Invented workspaces are written to a temporary folder and read back, by the
 * program's own reader for soundness and as plain JSON for their shares. */
#include "ledsaga/workspace.h"

#include <CUnit/CUnit.h>
#include <ftw.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct place_for {
    char root[64];
    struct arena *arena;
    struct faults faults;
};

static struct place_for place_begin(void)
{
    struct place_for x = {.root = "/tmp/ledsaga-invent-XXXXXX",
                          .arena = arena_new()};
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(x.root));
    return x;
}

static int erase(const char *path, const struct stat *s, int kind,
                 struct FTW *where)
{
    (void)s;
    (void)kind;
    (void)where;
    return remove(path);
}

static void place_end(struct place_for *x)
{
    nftw(x->root, erase, 16, FTW_DEPTH | FTW_PHYS);
    arena_free(x->arena);
}

static const char *invented(struct place_for *x, const char *name,
                            const char *preset, uint64_t seed, int iso_year,
                            int iso_week, int weeks)
{
    const char *dir = arena_print(x->arena, "%s/%s", x->root, name);
    CU_ASSERT_EQUAL_FATAL(workspace_invent(dir, preset, seed, iso_year, iso_week,
                                           weeks, &x->faults),
                          STATUS_OK);
    return dir;
}

static const struct problem *read_back(struct place_for *x, const char *dir,
                                       int iso_year, int iso_week)
{
    const struct problem *p = NULL;
    if (workspace_read(x->arena, dir, iso_year, iso_week, &p, &x->faults) !=
        STATUS_OK)
        CU_FAIL_FATAL(x->faults.list[0].what);
    return p;
}

static json_t *loaded(struct place_for *x, const char *dir, const char *file)
{
    json_t *t =
        json_load_file(arena_print(x->arena, "%s/%s", dir, file), 0, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(t);
    return t;
}

static const char *word(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static bool between(double least, double n, double most)
{
    if (n < least || n > most)
        fprintf(stderr, "\n    %g is not in %g..%g ", n, least, most);
    return n >= least && n <= most;
}

/* ---- size and soundness ------------------------------------------------ */

static void each_preset_has_its_size_and_is_sound(void)
{
    static const struct {
        const char *name;
        int clients, escorts, visits_least, visits_most, hours_least, hours_most;
    } sizes[] = {
        {"tiny", 3, 3, 4, 4, 9, 10},
        {"village", 12, 8, 13, 17, 36, 56},
        {"halmstad", 140, 95, 120, 150, 380, 450},
        {"halmstad_open", 260, 130, 285, 315, 780, 920},
        {"region", 520, 300, 480, 520, 1400, 1650},
        {"bigcity", 1550, 900, 1550, 1650, 4500, 5200},
        {"stress", 3000, 1800, 4900, 5100, 13500, 16500},
        {"sweden", 7000, 4000, 13800, 14200, 38000, 46000},
        {"dense_s", 60, 20, 120, 120, 310, 370},
        {"dense_m", 250, 80, 550, 550, 1450, 1700},
        {"dense_l", 1000, 320, 2200, 2200, 5900, 6800},
    };
    int n = 0;

    for (; PRESET_ROWS[n].name; n++) {
        struct place_for x = place_begin();
        const char *dir =
            invented(&x, "w", PRESET_ROWS[n].name, 5, 2026, 13, 1);
        const struct problem *p = read_back(&x, dir, 2026, 13);
        int minutes = 0;

        CU_ASSERT_STRING_EQUAL(PRESET_ROWS[n].name, sizes[n].name);
        CU_ASSERT(p->synthetic);
        CU_ASSERT_EQUAL(p->n_clients, sizes[n].clients);
        CU_ASSERT_EQUAL(p->n_escorts, sizes[n].escorts);
        CU_ASSERT(between(sizes[n].visits_least, p->n_requests,
                          sizes[n].visits_most));
        for (int i = 0; i < p->n_requests; i++) {
            minutes += p->requests[i].minutes;
            CU_ASSERT(p->requests[i].minutes <= 8 * HOUR);
        }
        CU_ASSERT(between(sizes[n].hours_least, minutes / 60.0,
                          sizes[n].hours_most));
        place_end(&x);
    }
    CU_ASSERT_EQUAL(n, (int)(sizeof sizes / sizeof *sizes));
}

static void the_reference_keeps_its_size_whatever_the_seed(void)
{
    for (uint64_t seed = 1; seed <= 12; seed++) {
        struct place_for x = place_begin();
        const struct problem *p = read_back(
            &x, invented(&x, "w", "halmstad", seed, 2026, 40, 1), 2026, 40);
        int minutes = 0;

        for (int i = 0; i < p->n_requests; i++)
            minutes += p->requests[i].minutes;
        CU_ASSERT(between(120, p->n_requests, 150));
        CU_ASSERT(between(380, minutes / 60.0, 450));
        place_end(&x);
    }
}

static void most_requests_can_be_served_and_some_cannot(void)
{
    for (uint64_t seed = 1; seed <= 4; seed++) {
        struct place_for x = place_begin();
        const struct problem *p = read_back(
            &x, invented(&x, "w", "halmstad", seed, 2026, 40, 1), 2026, 40);
        int served = 0, counts[RULE_COUNT];

        for (int i = 0; i < p->n_requests; i++)
            served += rules_why_unserved(p, i, counts) == RULE_NONE;
        CU_ASSERT(between(0.88, (double)served / p->n_requests, 0.98));
        place_end(&x);
    }
}

static void the_tiny_week_can_be_served_whole(void)
{
    struct place_for x = place_begin();
    const struct problem *p =
        read_back(&x, invented(&x, "w", "tiny", 1, 2026, 48, 1), 2026, 48);
    int counts[RULE_COUNT];

    for (int i = 0; i < p->n_requests; i++)
        CU_ASSERT_EQUAL(rules_why_unserved(p, i, counts), RULE_NONE);
    place_end(&x);
}

/* Clients who live there; of those with protected identity nobody knows where. */
static int living_in(const struct problem *p, const char *area)
{
    int n = 0;

    for (int i = 0; i < p->n_clients; i++)
        n += strcmp(p->clients[i].area, area) == 0;
    return n;
}

static const char *home_of(const struct problem *p, int escort)
{
    return p->places[p->escorts[escort].home].area;
}

static void municipalities_have_nothing_to_do_with_each_other(void)
{
    struct place_for x = place_begin();
    const struct problem *p =
        read_back(&x, invented(&x, "w", "sweden", 2, 2026, 40, 1), 2026, 40);
    int municipalities = 1;

    for (int i = 0; i < p->n_clients; i++) {
        const char *area = NULL;
        int elsewhere = 0;

        for (int e = 0; e < p->n_escorts; e++)
            if (pair_barred(p, i, e) == BAR_NONE) {
                if (!area)
                    area = p->clients[i].is_protected ? home_of(p, e)
                                                      : p->clients[i].area;
                elsewhere += strcmp(home_of(p, e), area) != 0;
            }
        CU_ASSERT_EQUAL(elsewhere, 0);
    }
    for (int e = 1; e < p->n_escorts; e++)
        municipalities += strcmp(home_of(p, e), home_of(p, e - 1)) != 0;
    CU_ASSERT_EQUAL(municipalities, 290);
    CU_ASSERT(between(600, living_in(p, "Stockholm"), 700));
    CU_ASSERT(between(370, living_in(p, "Göteborg"), 430));
    CU_ASSERT(between(220, living_in(p, "Malmö"), 270));
    CU_ASSERT(between(1, living_in(p, "Bjurholm"), 4));
    place_end(&x);
}

/* Hard because there is much to choose from and hardly time for all, not because nobody
 * may come. */
static void in_a_dense_week_nearly_everybody_may_come(void)
{
    struct place_for x = place_begin();
    const struct problem *p =
        read_back(&x, invented(&x, "w", "dense_m", 1, 2026, 40, 1), 2026, 40);
    int served = 0, choosy = 0, times = 0, two = 0, employed = 0, counts[RULE_COUNT];

    for (int i = 0; i < p->n_requests; i++) {
        served += rules_why_unserved(p, i, counts) == RULE_NONE;
        times += p->requests[i].n_alternatives;
        two += p->requests[i].needed > 1;
    }
    for (int i = 0; i < p->n_clients; i++)
        choosy += p->clients[i].choosy;
    for (int i = 0; i < p->n_escorts; i++)
        employed += p->escorts[i].engagement == EMPLOYED_MONTHLY &&
                    p->escorts[i].contract_minutes > 0;
    CU_ASSERT(between(0.97, (double)served / p->n_requests, 1));
    CU_ASSERT(between(0.1, (double)choosy / p->n_clients, 0.2));
    CU_ASSERT(between(2, (double)times / p->n_requests, 3.5));
    CU_ASSERT(between(0.04, (double)two / p->n_requests, 0.12));
    CU_ASSERT_EQUAL(employed, 68);
    place_end(&x);
}

/* ---- the same again ---------------------------------------------------- */

static bool same_file(struct place_for *x, const char *one, const char *other,
                      const char *file)
{
    json_t *a = loaded(x, one, file), *b = loaded(x, other, file);
    char *said = json_dumps(a, 0), *said_too = json_dumps(b, 0);
    bool same = strcmp(said, said_too) == 0;

    free(said);
    free(said_too);
    json_decref(a);
    json_decref(b);
    return same;
}

/* Whom the items of a list are about, in one line. */
static const char *ids(struct place_for *x, const json_t *document,
                       const char *list, const char *key)
{
    const json_t *items = json_object_get(document, list);
    const char *line = "";

    CU_ASSERT(json_array_size(items) > 0);
    for (size_t i = 0; i < json_array_size(items); i++)
        line = arena_print(x->arena, "%s %s", line,
                           word(json_array_get(items, i), key));
    return line;
}

/* Two weeks apart the same series are due, and nothing has been asked for before. */
static void another_week_has_other_outings_of_the_same_people(void)
{
    struct place_for x = place_begin();
    const char *dir[2] = {invented(&x, "one", "village", 7, 2026, 36, 1),
                          invented(&x, "two", "village", 7, 2026, 38, 1)};
    json_t *unit[2], *week[2];

    for (int i = 0; i < 2; i++) {
        unit[i] = loaded(&x, dir[i], "unit.json");
        week[i] = loaded(&x, dir[i], i == 0 ? "weeks/2026-W36/week.json"
                                            : "weeks/2026-W38/week.json");
    }
    CU_ASSERT_STRING_EQUAL(ids(&x, unit[0], "clients", "name"),
                           ids(&x, unit[1], "clients", "name"));
    CU_ASSERT_STRING_NOT_EQUAL(ids(&x, week[0], "requests", "client"),
                               ids(&x, week[1], "requests", "client"));
    for (int i = 0; i < 2; i++) {
        json_decref(unit[i]);
        json_decref(week[i]);
    }
    place_end(&x);
}

static void seeds_tell(const char *preset)
{
    struct place_for x = place_begin();
    const char *one = invented(&x, "one", preset, 7, 2026, 48, 1);
    const char *same = invented(&x, "same", preset, 7, 2026, 48, 1);
    const char *longer = invented(&x, "longer", preset, 7, 2026, 48, 3);
    const char *other = invented(&x, "other", preset, 8, 2026, 48, 1);

    CU_ASSERT(same_file(&x, one, same, "unit.json"));
    CU_ASSERT(same_file(&x, one, same, "weeks/2026-W48/week.json"));
    CU_ASSERT(same_file(&x, one, longer, "weeks/2026-W48/week.json"));
    CU_ASSERT_FALSE(same_file(&x, one, other, "unit.json"));
    CU_ASSERT_FALSE(same_file(&x, one, other, "weeks/2026-W48/week.json"));
    place_end(&x);
}

static void the_same_seed_gives_the_same_workspace_and_another_does_not(void)
{
    seeds_tell("village");
    seeds_tell("dense_s");
}

static const json_t *find(const json_t *list, const char *key,
                          const char *value)
{
    size_t i;
    const json_t *item;

    json_array_foreach((json_t *)(uintptr_t)list, i, item)
        if (word(item, key) && strcmp(word(item, key), value) == 0)
            return item;
    return NULL;
}

static const char *begins(const json_t *slot)
{
    return word(slot, "at") ? word(slot, "at") : word(slot, "from");
}

/* The same outing, at the same times of the same weekdays, `days` later. */
static void recurs(const json_t *one, const json_t *later, int days)
{
    const json_t *slots = json_object_get(one, "alternatives");
    const json_t *slots_later = json_object_get(later, "alternatives");

    CU_ASSERT_STRING_EQUAL(word(one, "client"), word(later, "client"));
    CU_ASSERT_STRING_EQUAL(word(one, "activity"), word(later, "activity"));
    CU_ASSERT(json_equal(json_object_get(one, "minutes"),
                         json_object_get(later, "minutes")));
    CU_ASSERT_EQUAL_FATAL(json_array_size(slots), json_array_size(slots_later));
    for (size_t i = 0; i < json_array_size(slots); i++) {
        const json_t *s = json_array_get(slots, i);
        const json_t *t = json_array_get(slots_later, i);
        int y, m, d, y2, m2, d2;

        if (word(s, "session")) {
            CU_ASSERT(json_equal(s, t));
            continue;
        }
        CU_ASSERT(date_scan(word(s, "date"), &y, &m, &d));
        CU_ASSERT(date_scan(word(t, "date"), &y2, &m2, &d2));
        CU_ASSERT_EQUAL(date_days(y2, m2, d2) - date_days(y, m, d), days);
        CU_ASSERT_STRING_EQUAL(begins(s), begins(t));
    }
}

/* How many requests of one week recur in another. */
static int recurring(const json_t *one, const json_t *later, int days)
{
    size_t i;
    const json_t *r;
    int n = 0;

    json_array_foreach((json_t *)(uintptr_t)one, i, r) {
        const json_t *again =
            word(r, "series") ? find(later, "series", word(r, "series")) : NULL;
        if (!again)
            continue;
        recurs(r, again, days);
        n++;
    }
    return n;
}

static void series_go_on_over_a_year_of_53_weeks(void)
{
    static const char *const weeks[] = {"2026-W52", "2026-W53", "2027-W01",
                                        "2027-W02"};
    struct place_for x = place_begin();
    const char *dir = invented(&x, "w", "halmstad", 3, 2026, 52, 4);
    json_t *files[4], *requests[4];
    int weekly, fortnightly, in_series = 0, next;

    for (int i = 0; i < 4; i++) {
        files[i] = loaded(&x, dir,
                          arena_print(x.arena, "weeks/%s/week.json", weeks[i]));
        requests[i] = json_object_get(files[i], "requests");
        CU_ASSERT_STRING_EQUAL(word(files[i], "week"), weeks[i]);
        read_back(&x, dir, i < 2 ? 2026 : 2027, i < 2 ? 52 + i : i - 1);
    }
    /* The same series are due in both weeks, the rest is new. */
    CU_ASSERT_STRING_NOT_EQUAL(ids(&x, files[0], "absences", "escort"),
                               ids(&x, files[2], "absences", "escort"));
    for (size_t i = 0; i < json_array_size(requests[0]); i++)
        in_series += word(json_array_get(requests[0], i), "series") != NULL;
    weekly = recurring(requests[0], requests[1], 7);
    fortnightly = recurring(requests[0], requests[2], 14);
    next = recurring(requests[1], requests[3], 14);
    CU_ASSERT(weekly > 10);
    CU_ASSERT(weekly < in_series); /* some are fortnightly */
    CU_ASSERT_EQUAL(fortnightly, in_series);
    CU_ASSERT(next > 0);
    for (int i = 0; i < 4; i++)
        json_decref(files[i]);
    place_end(&x);
}

/* ---- shares ------------------------------------------------------------ */

struct tally {
    int hits, of;
};

static void count(struct tally *t, bool hit)
{
    t->hits += hit;
    t->of++;
}

static bool near(struct tally t, double percent, double give)
{
    CU_ASSERT_FATAL(t.of > 0);
    return between(percent - give, 100.0 * t.hits / t.of, percent + give);
}

static bool lss(const json_t *unit, const json_t *request)
{
    const json_t *client =
        find(json_object_get(unit, "clients"), "id", word(request, "client"));
    const json_t *decision =
        json_array_get(json_object_get(client, "decisions"), 0);

    return strcmp(word(decision, "legal_basis"), "LSS_9_3") == 0;
}

static int first_weekday(const json_t *request)
{
    int y, m, d;
    const json_t *slot =
        json_array_get(json_object_get(request, "alternatives"), 0);

    CU_ASSERT_FATAL(date_scan(word(slot, "date"), &y, &m, &d));
    return date_weekday(y, m, d);
}

static void shares_of_requests_are_near_the_tables(void)
{
    struct place_for x = place_begin();
    const char *dir = invented(&x, "w", "bigcity", 11, 2026, 20, 1);
    json_t *unit = loaded(&x, dir, "unit.json");
    json_t *week = loaded(&x, dir, "weeks/2026-W20/week.json");
    struct tally saturday = {0}, weekday_sol = {0}, fixed = {0}, one_time = {0},
                 two_hours = {0}, eight_hours = {0}, series = {0}, urgent = {0},
                 two_escorts = {0}, at_home = {0};
    size_t i;
    json_t *r;

    json_array_foreach(json_object_get(week, "requests"), i, r) {
        const json_t *slots = json_object_get(r, "alternatives");
        json_int_t minutes = json_integer_value(json_object_get(r, "minutes"));

        if (lss(unit, r))
            count(&saturday, first_weekday(r) == 5);
        else
            count(&weekday_sol, first_weekday(r) < 5);
        if (lss(unit, r))
            count(&two_escorts, json_object_get(r, "escorts_needed") != NULL);
        count(&fixed, json_object_get(json_array_get(slots, 0), "at") != NULL);
        count(&one_time, json_array_size(slots) == 1);
        count(&two_hours, minutes == 120);
        count(&eight_hours, minutes == 480);
        count(&series, word(r, "series") != NULL);
        count(&urgent,
              word(r, "priority") && strcmp(word(r, "priority"), "urgent") == 0);
        count(&at_home, word(r, "meet") == NULL);
    }
    CU_ASSERT(near(saturday, 23, 4));
    CU_ASSERT(near(weekday_sol, 80, 4));
    CU_ASSERT(near(fixed, 35, 4));
    CU_ASSERT(near(one_time, 55, 7));
    CU_ASSERT(near(two_hours, 25, 4));
    CU_ASSERT(near(eight_hours, 3, 1.5));
    CU_ASSERT(near(series, 60, 5));
    CU_ASSERT(near(urgent, 5, 2));
    CU_ASSERT(near(two_escorts, 4, 2));
    CU_ASSERT(near(at_home, 75, 8)); /* 70 %, and activities without a venue */
    json_decref(unit);
    json_decref(week);
    place_end(&x);
}

static bool has_word(const json_t *list, const char *wanted)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (strcmp(json_string_value(json_array_get(list, i)), wanted) == 0)
            return true;
    return false;
}

static void shares_of_people_are_near_the_tables(void)
{
    struct place_for x = place_begin();
    json_t *unit = loaded(&x, invented(&x, "w", "bigcity", 11, 2026, 20, 1),
                          "unit.json");
    struct tally women = {0}, guides = {0}, contractors = {0}, anybody = {0},
                 one = {0}, two = {0}, blind_sol = {0};
    size_t i;
    json_t *who;

    json_array_foreach(json_object_get(unit, "escorts"), i, who) {
        count(&women, strcmp(word(who, "sex"), "F") == 0);
        count(&guides, has_word(json_object_get(who, "skills"), "GUIDE_BLIND"));
        count(&contractors,
              strcmp(word(who, "engagement"), "contractor") == 0);
    }
    json_array_foreach(json_object_get(unit, "clients"), i, who) {
        const json_t *accepts = json_object_get(who, "accepts");
        const json_t *needs = json_object_get(who, "needs");
        const json_t *decision =
            json_array_get(json_object_get(who, "decisions"), 0);

        count(&anybody, accepts == NULL);
        count(&one, json_array_size(accepts) == 1);
        count(&two, json_array_size(accepts) == 2);
        if (strcmp(word(decision, "legal_basis"), "LSS_9_3") != 0)
            count(&blind_sol, has_word(json_object_get(needs, "skills"),
                                       "GUIDE_BLIND"));
        CU_ASSERT_STRING_EQUAL(word(decision, "period"), "quarter");
    }
    CU_ASSERT(near(women, 70, 4));
    CU_ASSERT(near(guides, 15, 3));
    CU_ASSERT(near(contractors, 87, 0.5));
    CU_ASSERT(near(anybody, 25, 4));
    CU_ASSERT(near(one, 15, 3));
    CU_ASSERT(near(two, 25, 4));
    CU_ASSERT(near(blind_sol, 12, 3));
    json_decref(unit);
    place_end(&x);
}

/* ---- papers, likes, groups ------------------------------------------------ */

static int64_t day_told(const json_t *object, const char *key)
{
    int y, m, d;

    if (!word(object, key))
        return 0;
    CU_ASSERT_FATAL(date_scan(word(object, key), &y, &m, &d));
    return date_days(y, m, d);
}

static const json_t *only_decision(const json_t *client)
{
    return json_array_get(json_object_get(client, "decisions"), 0);
}

static void dates_of_decisions_are_in_order(void)
{
    struct place_for x = place_begin();
    json_t *unit = loaded(&x, invented(&x, "w", "region", 4, 2026, 20, 1),
                          "unit.json");
    int64_t today = date_days(2026, 5, 11) - 14;
    struct tally waiting = {0}, interrupted = {0};
    size_t i;
    json_t *c;

    json_array_foreach(json_object_get(unit, "clients"), i, c) {
        const json_t *d = only_decision(c);
        int64_t decided = day_told(d, "decided"), done = day_told(d, "executed");
        int64_t stopped = day_told(d, "interrupted");
        int64_t resumed = day_told(d, "resumed");

        count(&waiting, done == 0);
        count(&interrupted, stopped > 0);
        CU_ASSERT(decided > 0 && decided <= day_told(d, "from"));
        CU_ASSERT(done == 0 || (done >= decided && done < today));
        CU_ASSERT(done > 0 || between(50, (double)(today - decided), 100));
        CU_ASSERT(stopped == 0 || (stopped > done && stopped < today));
        CU_ASSERT(resumed == 0 || (resumed >= stopped && resumed <= today));
        CU_ASSERT((done > 0 && (stopped == 0 || resumed > 0)) ||
                  word(d, "delay") != NULL);
    }
    CU_ASSERT(near(waiting, 4, 2));
    CU_ASSERT(near(interrupted, 4, 2));
    json_decref(unit);
    place_end(&x);
}

static bool delegated_to(const json_t *unit, const char *client)
{
    size_t i;
    json_t *e;

    json_array_foreach(json_object_get(unit, "escorts"), i, e)
        if (find(json_object_get(e, "delegations"), "client", client))
            return true;
    return false;
}

static void clients_of_a_task_have_somebody_with_a_delegation(void)
{
    struct place_for x = place_begin();
    json_t *unit = loaded(&x, invented(&x, "w", "region", 4, 2026, 20, 1),
                          "unit.json");
    struct tally tasks = {0}, delegated = {0}, cleared = {0};
    size_t i;
    json_t *who;

    json_array_foreach(json_object_get(unit, "clients"), i, who) {
        bool task = has_word(json_object_get(who, "tasks"), "EMERG_MED");

        count(&tasks, task);
        CU_ASSERT_FALSE(has_word(
            json_object_get(json_object_get(who, "needs"), "skills"), "EMERG_MED"));
        if (task)
            count(&delegated, delegated_to(unit, word(who, "id")));
    }
    json_array_foreach(json_object_get(unit, "escorts"), i, who)
        count(&cleared,
              json_object_get(json_object_get(who, "clearances"), "child") != NULL);
    CU_ASSERT(near(tasks, 7, 2));
    CU_ASSERT(near(delegated, 97, 3));
    CU_ASSERT(near(cleared, 85, 4));
    json_decref(unit);
    place_end(&x);
}

static const json_t *share_a_word(const json_t *list, const json_t *other)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (has_word(other, json_string_value(json_array_get(list, i))))
            return list;
    return NULL;
}

/* Whom a client accepts they can be near, but for a few whom they only know. */
static void allergies_do_not_part_those_who_chose_each_other(void)
{
    struct place_for x = place_begin();
    json_t *unit = loaded(&x, invented(&x, "w", "bigcity", 4, 2026, 20, 1),
                          "unit.json");
    const json_t *escorts = json_object_get(unit, "escorts");
    struct tally touched = {0}, parted = {0}, allergic = {0}, pets = {0};
    size_t i, k;
    json_t *c, *id, *e;

    json_array_foreach(json_object_get(unit, "clients"), i, c) {
        const json_t *near_client = json_object_get(c, "exposes");
        const json_t *not_borne = json_object_get(c, "allergies");

        count(&touched, near_client || not_borne);
        json_array_foreach(json_object_get(c, "accepts"), k, id) {
            const json_t *other = find(escorts, "id", json_string_value(id));
            count(&parted,
                  share_a_word(near_client, json_object_get(other, "allergies")) ||
                      share_a_word(not_borne, json_object_get(other, "exposes")));
        }
    }
    json_array_foreach((json_t *)(uintptr_t)escorts, i, e) {
        count(&allergic, json_object_get(e, "allergies") != NULL);
        count(&pets, json_object_get(e, "exposes") != NULL);
    }
    CU_ASSERT(near(touched, 12, 2));
    CU_ASSERT(near(allergic, 10, 2));
    CU_ASSERT(near(pets, 15, 2));
    CU_ASSERT(near(parted, 0, 0.5));
    json_decref(unit);
    place_end(&x);
}

static void of_a_protected_client_no_address_is_told(void)
{
    struct place_for x = place_begin();
    const char *dir = invented(&x, "w", "bigcity", 4, 2026, 20, 1);
    json_t *unit = loaded(&x, dir, "unit.json");
    json_t *week = loaded(&x, dir, "weeks/2026-W20/week.json");
    const json_t *clients = json_object_get(unit, "clients");
    struct tally hidden = {0};
    int met = 0;
    size_t i;
    json_t *c, *r;

    json_array_foreach((json_t *)(uintptr_t)clients, i, c) {
        bool is_protected = json_is_true(json_object_get(c, "protected"));
        const char *home = arena_print(x.arena, "h-%s", word(c, "id"));

        count(&hidden, is_protected);
        if (!is_protected)
            continue;
        CU_ASSERT_PTR_NULL(word(c, "home"));
        CU_ASSERT_PTR_NULL(word(c, "area"));
        CU_ASSERT_PTR_NULL(find(json_object_get(unit, "places"), "id", home));
    }
    json_array_foreach(json_object_get(week, "requests"), i, r)
        if (json_object_get(find(clients, "id", word(r, "client")), "protected")) {
            CU_ASSERT_PTR_NOT_NULL(word(r, "meet"));
            met++;
        }
    CU_ASSERT(near(hidden, 1.5, 0.5));
    CU_ASSERT(met > 0);
    json_decref(unit);
    json_decref(week);
    place_end(&x);
}

/* Whether the client accepts one of the two who lead the group is seen in what the
 * judge says of it. */
static void a_group_is_the_second_choice_of_some_and_can_be_had(void)
{
    struct place_for x = place_begin();
    const struct problem *p = read_back(
        &x, invented(&x, "w", "halmstad", 3, 2026, 40, 1), 2026, 40);
    int offered = 0, could = 0;

    CU_ASSERT_EQUAL(p->n_sessions, 2);
    for (int r = 0; r < p->n_requests; r++) {
        const struct request *q = &p->requests[r];
        for (int k = 0; k < q->n_alternatives; k++) {
            const struct session *s;
            bool somebody = false;

            if (q->alternatives[k].session == 0)
                continue;
            offered++;
            CU_ASSERT_EQUAL(k, 1);
            s = &p->sessions[q->alternatives[k].session - 1];
            for (int e = 0; e < p->n_escorts; e++)
                somebody |=
                    rules_block(p, r, s->start, s->minutes,
                                q->alternatives[k].session, e) == RULE_NONE;
            could += somebody;
        }
    }
    CU_ASSERT(between(6, offered, 18));
    CU_ASSERT(could >= offered - 2);
    place_end(&x);
}

static void the_first_two_wished_for_are_primary_and_deputy(void)
{
    struct place_for x = place_begin();
    json_t *unit = loaded(&x, invented(&x, "w", "region", 4, 2026, 20, 1),
                          "unit.json");
    struct tally named = {0};
    size_t i;
    json_t *c;

    json_array_foreach(json_object_get(unit, "clients"), i, c) {
        const json_t *wishes = json_object_get(c, "wishes");

        if (!wishes)
            continue;
        count(&named, word(c, "primary") != NULL);
        if (word(c, "primary"))
            CU_ASSERT_STRING_EQUAL(word(c, "primary"),
                                   json_string_value(json_array_get(wishes, 0)));
        if (word(c, "deputy"))
            CU_ASSERT_STRING_EQUAL(word(c, "deputy"),
                                   json_string_value(json_array_get(wishes, 1)));
        CU_ASSERT(word(c, "primary") || !word(c, "deputy"));
    }
    CU_ASSERT(near(named, 50, 6));
    json_decref(unit);
    place_end(&x);
}

static void an_open_offer_has_hours_but_was_never_decided(void)
{
    struct place_for x = place_begin();
    json_t *unit = loaded(&x, invented(&x, "w", "halmstad_open", 4, 2026, 20, 1),
                          "unit.json");
    size_t i;
    json_t *c;
    int open = 0;

    json_array_foreach(json_object_get(unit, "clients"), i, c) {
        const json_t *d = only_decision(c);

        if (strcmp(word(d, "legal_basis"), "SOL_11_5") != 0)
            continue;
        open++;
        CU_ASSERT(json_integer_value(json_object_get(d, "minutes")) > 0);
        CU_ASSERT_PTR_NULL(word(d, "decided"));
        CU_ASSERT_PTR_NULL(word(d, "delay"));
    }
    CU_ASSERT_EQUAL(open, 120);
    json_decref(unit);
    place_end(&x);
}

/* ---- a quarter --------------------------------------------------------------- */

enum { QUARTER = 13 };

/* Minutes that each client asks for in a month of the quarter, by first times. */
static void count_asked(struct place_for *x, const char *dir, int week, int month,
                        const json_t *clients, int *asked)
{
    json_t *file = loaded(
        x, dir, arena_print(x->arena, "weeks/2026-W%02d/week.json", week));
    size_t i;
    json_t *r;

    CU_ASSERT_EQUAL(day_told(file, "today"), date_days(2026, 9, 28) - 14 +
                                                 (int64_t)DAYS * (week - 40));
    json_array_foreach(json_object_get(file, "requests"), i, r) {
        const json_t *slot =
            json_array_get(json_object_get(r, "alternatives"), 0);
        int y, m, d;

        CU_ASSERT_FATAL(date_scan(word(slot, "date"), &y, &m, &d));
        for (size_t c = 0; m == month && c < json_array_size(clients); c++)
            if (strcmp(word(json_array_get(clients, c), "id"),
                       word(r, "client")) == 0)
                asked[c] +=
                    (int)json_integer_value(json_object_get(r, "minutes"));
    }
    json_decref(file);
}

static void a_quarter_asks_for_what_was_granted_month_by_month(void)
{
    struct place_for x = place_begin();
    const char *dir = invented(&x, "w", "halmstad", 2, 2026, 40, QUARTER);
    json_t *unit = loaded(&x, dir, "unit.json");
    const json_t *clients = json_object_get(unit, "clients");
    struct tally over = {0};

    for (int month = 10; month <= 11; month++) {
        int asked[200] = {0}, sum = 0, granted = 0;

        CU_ASSERT_FATAL(json_array_size(clients) <= 200);
        for (int week = 40; week < 40 + QUARTER; week++)
            count_asked(&x, dir, week, month, clients, asked);
        for (size_t c = 0; c < json_array_size(clients); c++) {
            int minutes = (int)json_integer_value(json_object_get(
                only_decision(json_array_get(clients, c)), "minutes"));
            sum += asked[c];
            granted += minutes;
            count(&over, asked[c] > minutes);
        }
        CU_ASSERT(between(0.65, (double)sum / granted, 0.9));
    }
    CU_ASSERT(near(over, 2.5, 2.5)); /* a habit in a month with five of its days */
    json_decref(unit);
    place_end(&x);
}

static void the_file_says_what_was_assumed(void)
{
    struct place_for x = place_begin();
    json_t *unit = loaded(&x, invented(&x, "w", "village", 1, 2026, 48, 1),
                          "unit.json");
    const json_t *synthetic = json_object_get(unit, "synthetic");
    const json_t *said = json_object_get(synthetic, "assumptions");
    bool length = false, open = false;

    CU_ASSERT_STRING_EQUAL(word(synthetic, "preset"), "village");
    for (size_t i = 0; i < json_array_size(said); i++) {
        const char *s = json_string_value(json_array_get(said, i));
        length |= strncmp(s, "Visit length: 1.5 h (10 %), 2 h (25 %)", 38) == 0;
        open |= strncmp(s, "Visit length, open offer", 24) == 0;
    }
    CU_ASSERT(length);
    CU_ASSERT_FALSE(open); /* a village has no open offer */
    json_decref(unit);
    place_end(&x);
}

/* ---- refusals ---------------------------------------------------------- */

static void refused(const char *dir, const char *preset, int iso_week,
                    enum status expected)
{
    struct faults f = {0};

    CU_ASSERT_EQUAL(workspace_invent(dir, preset, 1, 2027, iso_week, 1, &f),
                    expected);
    CU_ASSERT_EQUAL(f.seen, 1);
    CU_ASSERT(f.list[0].what[0] && f.list[0].remedy[0]);
}

static void what_cannot_be_invented_is_refused_and_nothing_written(void)
{
    struct place_for x = place_begin();
    const char *fresh = arena_print(x.arena, "%s/fresh", x.root);
    const char *dir = invented(&x, "w", "tiny", 1, 2027, 1, 1);

    refused(dir, "tiny", 2, STATUS_EXISTS);
    refused(arena_print(x.arena, "%s/unit.json", dir), "tiny", 2,
            STATUS_EXISTS);
    refused(fresh, "metropolis", 1, STATUS_USAGE);
    refused(fresh, "tiny", 53, STATUS_INPUT);
    CU_ASSERT_NOT_EQUAL(access(fresh, F_OK), 0);
    place_end(&x);
}

void invent_suite(void);
void invent_suite(void)
{
    CU_pSuite s = CU_add_suite("invented units", NULL, NULL);

    CU_add_test(s, "each preset has its size and is sound",
                each_preset_has_its_size_and_is_sound);
    CU_add_test(s, "the reference keeps its size whatever the seed",
                the_reference_keeps_its_size_whatever_the_seed);
    CU_add_test(s, "most requests can be served and some cannot",
                most_requests_can_be_served_and_some_cannot);
    CU_add_test(s, "the tiny week can be served whole",
                the_tiny_week_can_be_served_whole);
    CU_add_test(s, "municipalities have nothing to do with each other",
                municipalities_have_nothing_to_do_with_each_other);
    CU_add_test(s, "in a dense week nearly everybody may come",
                in_a_dense_week_nearly_everybody_may_come);
    CU_add_test(s, "the same seed gives the same workspace, another does not",
                the_same_seed_gives_the_same_workspace_and_another_does_not);
    CU_add_test(s, "another week has other outings of the same people",
                another_week_has_other_outings_of_the_same_people);
    CU_add_test(s, "series go on over a year of 53 weeks",
                series_go_on_over_a_year_of_53_weeks);
    CU_add_test(s, "shares of requests are near the tables",
                shares_of_requests_are_near_the_tables);
    CU_add_test(s, "shares of people are near the tables",
                shares_of_people_are_near_the_tables);
    CU_add_test(s, "the file says what was assumed",
                the_file_says_what_was_assumed);
    CU_add_test(s, "dates of decisions are in order",
                dates_of_decisions_are_in_order);
    CU_add_test(s, "clients of a task have somebody with a delegation",
                clients_of_a_task_have_somebody_with_a_delegation);
    CU_add_test(s, "allergies do not part those who chose each other",
                allergies_do_not_part_those_who_chose_each_other);
    CU_add_test(s, "of a protected client no address is told",
                of_a_protected_client_no_address_is_told);
    CU_add_test(s, "a group is the second choice of some and can be had",
                a_group_is_the_second_choice_of_some_and_can_be_had);
    CU_add_test(s, "the first two wished for are primary and deputy",
                the_first_two_wished_for_are_primary_and_deputy);
    CU_add_test(s, "an open offer has hours but was never decided",
                an_open_offer_has_hours_but_was_never_decided);
    CU_add_test(s, "a quarter asks for what was granted, month by month",
                a_quarter_asks_for_what_was_granted_month_by_month);
    CU_add_test(s, "what cannot be invented is refused and nothing written",
                what_cannot_be_invented_is_refused_and_nothing_written);
}
