#include "given.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct given given;

static struct {
    const char *sentence; /* of the case that is open; NULL = none */
    struct problem_builder *builder;
    bool settled; /* people and places are in the builder */
    const struct problem *problem;
    const struct verdict *verdict;
    bool expected[RULE_COUNT];
    int wrong; /* in this case */
    int passed, failed;
} now;

static void wrong(const char *file, int line)
{
    if (now.wrong++ == 0)
        printf("FAILED: %s\n", now.sentence);
    if (file)
        printf("    %s:%d: ", file, line);
    else
        printf("    ");
}

static const char *rule_name(enum rule rule)
{
    return rule == RULE_NONE ? "none" : RULE_ROWS[rule].name;
}

static void print_breach(const struct breach *b)
{
    printf("%s escort %d client %d request %d other %d from %d to %d amount %d "
           "limit %d\n",
           rule_name(b->rule), b->escort, b->client, b->request, b->other, b->from,
           b->to, b->amount, b->limit);
}

/* Nothing is broken that the case does not expect. */
static void judge_rest(void)
{
    const struct verdict *v = verdict();
    for (int i = 0; i < v->n_breaches; i++)
        if (!now.expected[v->breaches[i].rule]) {
            wrong(NULL, 0);
            printf("not expected: ");
            print_breach(&v->breaches[i]);
        }
}

static void end_case(void)
{
    if (!now.sentence)
        return;
    judge_rest();
    if (now.wrong)
        now.failed++;
    else
        now.passed++;
    now.sentence = NULL;
    arena_free(given.arena);
}

int given_tally(void)
{
    end_case();
    printf("%d passed, %d failed\n", now.passed, now.failed);
    return now.failed;
}

/* ---- the unit ------------------------------------------------------------ */

static void begin_people(void)
{
    static const struct span ALWAYS = {-7 * DAY, 14 * DAY};
    static const char *const ESCORT_IDS[] = {"eva", "hugo", "mia"};
    static const char *const CLIENT_IDS[] = {"anna", "bo"};
    static const enum engagement ENGAGEMENTS[] = {EMPLOYED_MONTHLY, EMPLOYED_HOURLY,
                                                  CONTRACTOR};
    for (int e = 0; e < ESCORTS; e++)
        given.escorts[e] = (struct escort){
            .id = ESCORT_IDS[e],
            .name = ESCORT_IDS[e],
            .home = HOME,
            .engagement = ENGAGEMENTS[e],
            .skills = SKILL_GUIDE | SKILL_LIFT,
            .languages = SOMALI,
            .n_available = 1,
            .available = &ALWAYS,
            .contract_minutes = NONE,
            .max_minutes = NONE,
            .day_anchor = 5 * HOUR,
        };
    for (int c = 0; c < CLIENTS; c++)
        given.clients[c] = (struct client){
            .id = CLIENT_IDS[c], .name = CLIENT_IDS[c], .area = "", .home = HOME};
}

void given_week(int iso_week, const char *sentence)
{
    struct faults f = {0};
    end_case();
    int passed = now.passed, failed = now.failed;
    memset(&now, 0, sizeof now);
    now.passed = passed;
    now.failed = failed;
    now.sentence = sentence;
    memset(&given, 0, sizeof given);
    given.arena = arena_new();
    given.rule = rule_figures_default();
    given.weight = weight_figures_default();
    require(week_make(&given.week, 2026, iso_week, "Europe/Stockholm", &f) ==
                STATUS_OK,
            "the week exists");
    begin_people();
}

int at(int day, int hour, int minute)
{
    return week_minute_of_day(&given.week, day, hour * HOUR + minute);
}

struct problem_builder *unit(void)
{
    static const uint16_t MATRIX[PLACES * PLACES] = {0,  10, 20, 10, 0,
                                                     30, 20, 30, 0};
    static const char *const PLACE_IDS[] = {"home", "town", "pool"};
    if (now.builder)
        return now.builder;
    struct problem_builder *b =
        problem_begin(given.arena, "unit", "Unit", &given.week, 15);
    now.builder = b;
    problem_set_figures(b, &given.rule, &given.weight);
    problem_add_skill(b, "GUIDE_BLIND");
    problem_add_skill(b, "LIFT");
    problem_language(b, "so");
    for (int i = 0; i < PLACES; i++)
        problem_add_place(b, PLACE_IDS[i],
                          &(struct place){
                              .id = PLACE_IDS[i], .name = PLACE_IDS[i], .area = ""});
    problem_set_travel_matrix(b, MATRIX, PLACES);
    for (int e = 0; e < ESCORTS; e++)
        problem_add_escort(b, given.escorts[e].id, &given.escorts[e]);
    for (int c = 0; c < CLIENTS; c++)
        problem_add_client(b, given.clients[c].id, &given.clients[c]);
    return b;
}

/* ---- what is asked for and done ------------------------------------------ */

struct request outing(int client, int start, int minutes)
{
    struct alternative *times = given.times[given.n_requests];
    times[0] = times[1] = (struct alternative){start, start, NONE, 0};
    return (struct request){.id = arena_print(given.arena, "r%d", given.n_requests),
                            .activity = "outing",
                            .series = "",
                            .client = client,
                            .needed = 1,
                            .minutes = minutes,
                            .minutes_min = minutes,
                            .meet = TOWN,
                            .end = TOWN,
                            .priority = PRIORITY_NORMAL,
                            .decision = NONE,
                            .n_alternatives = 1,
                            .alternatives = times,
                            .pin_start = NONE,
                            .link = NONE};
}

int ask(const struct request *q)
{
    require(given.n_requests < REQUESTS, "a case is small");
    given.n_requests++;
    return problem_add_request(unit(), q->id, q);
}

static void put(int request, int n, int one, int other)
{
    /* Length and start are the request's until the case says otherwise. */
    given.visits[request] =
        (struct visit){.start = given.times[request][0].from,
                       .minutes = NONE,
                       .n_escorts = n,
                       .escorts = {one, other}};
}

void serve(int request, int escort)
{
    put(request, 1, escort, 0);
}

void serve_two(int request, int one, int other)
{
    put(request, 2, one, other);
}

int does_at(int place, int escort, int start, int minutes)
{
    struct request q = outing(ANNA, start, minutes);
    q.meet = q.end = place;
    int request = ask(&q);
    serve(request, escort);
    return request;
}

int does(int escort, int start, int minutes)
{
    return does_at(TOWN, escort, start, minutes);
}

int joins(int client, int session, int escort)
{
    struct request q = outing(client, 0, 120);
    given.times[given.n_requests][0] =
        (struct alternative){.wish = NONE, .session = 1 + session};
    int request = ask(&q);
    const struct session *s = &given.sessions[session];
    given.visits[request] = (struct visit){.start = s->start,
                                           .minutes = s->minutes,
                                           .n_escorts = 1,
                                           .escorts = {escort},
                                           .session = 1 + session};
    return request;
}

struct session game(int capacity, int per_escort)
{
    return (struct session){.id = arena_print(given.arena, "game%d", given.n_sessions),
                            .activity = "game",
                            .place = TOWN,
                            .start = at(WED, 13, 0),
                            .minutes = 120,
                            .capacity = capacity,
                            .per_escort = per_escort,
                            .debit_percent = 100};
}

int hold(const struct session *s)
{
    require(given.n_sessions < SESSIONS, "a case is small");
    given.sessions[given.n_sessions] = *s;
    return problem_add_session(unit(), s->id, &given.sessions[given.n_sessions++]);
}

struct decision decision_of(int client)
{
    return (struct decision){.id = "d",
                             .client = client,
                             .basis = LSS_9_3,
                             .period = PER_MONTH,
                             .minutes = 600,
                             .from_day = date_days(2020, 1, 1),
                             .to_day = INT64_MAX};
}

int grant(const struct decision *d)
{
    return problem_add_decision(unit(), d->id, d);
}

/* ---- what comes of it ---------------------------------------------------- */

const struct problem *problem(void)
{
    struct faults f = {0};
    if (now.problem)
        return now.problem;
    now.problem = problem_freeze(unit(), &f);
    if (!now.problem) {
        printf("%s: %s: %s\n", now.sentence, f.list[0].place, f.list[0].what);
        fflush(stdout);
        abort();
    }
    return now.problem;
}

const struct verdict *verdict(void)
{
    if (now.verdict)
        return now.verdict;
    const struct problem *p = problem();
    struct roster *r = roster_new(given.arena, p);
    for (int i = 0; i < p->n_requests; i++) {
        r->visits[i] = given.visits[i];
        if (r->visits[i].minutes == NONE)
            r->visits[i].minutes = p->requests[i].minutes;
    }
    now.verdict = rules_judge(given.arena, p, r);
    return now.verdict;
}

/* Breaches, then warnings. */
static int told(void)
{
    return verdict()->n_breaches + verdict()->n_warnings;
}

static const struct breach *told_at(int i)
{
    const struct verdict *v = verdict();
    return i < v->n_breaches ? &v->breaches[i] : &v->warnings[i - v->n_breaches];
}

void expect(const char *file, int line, enum rule rule, int64_t amount)
{
    const struct verdict *v = verdict();
    int64_t sum = 0;
    int n = 0;
    now.expected[rule] = true;
    if (v->points[rule] != amount) {
        wrong(file, line);
        printf("%s is %lld, should be %lld\n", rule_name(rule),
               (long long)v->points[rule], (long long)amount);
    }
    if (RULE_ROWS[rule].tier != TIER_HARD && RULE_ROWS[rule].tier != TIER_WARNING)
        return;
    for (int i = 0; i < told(); i++)
        if (told_at(i)->rule == rule) {
            sum += told_at(i)->amount;
            n++;
        }
    if (sum != amount || (n > 0) != (amount > 0)) {
        wrong(file, line);
        printf("the breaches of %s add up to %lld\n", rule_name(rule),
               (long long)sum);
    }
}

static bool same_breach(const struct breach *a, const struct breach *b)
{
    return a->rule == b->rule && a->escort == b->escort && a->client == b->client &&
           a->request == b->request && a->other == b->other && a->from == b->from &&
           a->to == b->to && a->amount == b->amount && a->limit == b->limit;
}

void expect_breach(const char *file, int line, struct breach b)
{
    for (int i = 0; i < told(); i++)
        if (same_breach(told_at(i), &b))
            return;
    wrong(file, line);
    printf("no such breach: ");
    print_breach(&b);
    for (int i = 0; i < told(); i++) {
        printf("        there is: ");
        print_breach(told_at(i));
    }
}

void expect_block(const char *file, int line, int request, int escort,
                  enum rule rule)
{
    const struct request *q = &problem()->requests[request];
    const struct alternative *t = &q->alternatives[0];
    int minutes = t->session ? given.sessions[t->session - 1].minutes : q->minutes;
    enum rule said =
        rules_block(problem(), request, t->from, minutes, t->session, escort);
    if (said == rule)
        return;
    wrong(file, line);
    printf("%s is kept from it by %s, should be %s\n", given.escorts[escort].id,
           rule_name(said), rule_name(rule));
}

void expect_why(const char *file, int line, int request, enum rule rule,
                int escorts)
{
    int counts[RULE_COUNT];
    enum rule said = rules_why_unserved(problem(), request, counts);
    int n = said == RULE_NONE ? 0 : counts[said];
    if (said == rule && n == escorts)
        return;
    wrong(file, line);
    printf("unserved for %s (%d escorts), should be for %s (%d)\n", rule_name(said),
           n, rule_name(rule), escorts);
}

void expect_same(const char *file, int line, const char *what, int64_t value,
                 int64_t expected)
{
    if (value == expected)
        return;
    wrong(file, line);
    printf("%s is %lld, should be %lld\n", what, (long long)value,
           (long long)expected);
}
