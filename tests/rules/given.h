/* GIVEN a unit that a person can hold in the head, and a roster made by hand;
 * EXPECT what a rule says of it. A case begins with GIVEN and lasts until the next
 * one; a hard rule that is broken without being expected fails the case.
 *
 * There are three escorts (eva and hugo employed, by the month and by the hour, mia
 * a contractor), always available, who know everything and whose working day begins
 * at 5; two clients without decisions; three places: home-town 10 minutes, home-pool 20, town-pool 30. The
 * grid is 15 minutes, the week 2026-W48, the figures are the defaults. */
#ifndef RULES_GIVEN_H
#define RULES_GIVEN_H

#include "ledsaga/rules.h"

enum { EVA, HUGO, MIA, ESCORTS };
enum { ANNA, BO, CLIENTS };
enum { HOME, TOWN, POOL, PLACES };
enum { MON, TUE, WED, THU, FRI, SAT, SUN };
enum { REQUESTS = 12, TIMES = 2, SESSIONS = 3 };
#define SKILL_GUIDE UINT64_C(1)
#define SKILL_LIFT UINT64_C(2)
#define SOMALI UINT64_C(1)

struct given {
    struct arena *arena;
    struct week week;
    struct rule_figures rule;     /* to be changed before the first unit() */
    struct weight_figures weight; /* likewise */
    struct escort escorts[ESCORTS];
    struct client clients[CLIENTS];
    int n_requests;
    struct alternative times[REQUESTS][TIMES];
    int n_sessions;
    struct session sessions[SESSIONS];
    struct visit visits[REQUESTS]; /* the roster; to be changed before the first EXPECT */
};
extern struct given given;

/* 2026 has the change of the clocks in weeks 13 and 43, and a week 53. */
#define GIVEN(sentence) given_week(48, sentence)
#define GIVEN_WEEK(iso_week, sentence) given_week(iso_week, sentence)
void given_week(int iso_week, const char *sentence);

/* The minute of a clock time; the clock may go on past 24. */
int at(int day, int hour, int minute);

/* The builder, with the places and the people in it. */
struct problem_builder *unit(void);

/* An outing in town at one fixed start, to be changed and then asked for. */
struct request outing(int client, int start, int minutes);
int ask(const struct request *q);
/* The roster serves a request at its first time, at full length. */
void serve(int request, int escort);
void serve_two(int request, int one, int other);
/* Anna asks for an outing in town, and the escort does it. Returns the request. */
int does(int escort, int start, int minutes);
/* The same, beginning and ending at another place. */
int does_at(int place, int escort, int start, int minutes);
/* A session in town on Wednesday from 13 to 15, for so many clients in all and for
 * each escort; to be changed and then held. Returns its row. */
struct session game(int capacity, int per_escort);
int hold(const struct session *s);
/* The client asks to take part in a session and nothing else, and does so with the
 * escort. Returns the request. */
int joins(int client, int session, int escort);
/* A decision of 600 minutes a month of LSS 9:3, for always. */
struct decision decision_of(int client);
int grant(const struct decision *d);

/* Frozen and judged at the first EXPECT. */
const struct problem *problem(void);
const struct verdict *verdict(void);

/* Points, or for a hard rule and a warning the sum of its amounts. */
#define EXPECT(rule, amount) expect(__FILE__, __LINE__, rule, amount)
/* One breach or warning with exactly these fields. */
#define EXPECT_BREACH(...)                                                     \
    expect_breach(__FILE__, __LINE__, (struct breach){__VA_ARGS__})
/* What keeps the escort from the request's first time at full length. */
#define EXPECT_BLOCK(request, escort, rule)                                    \
    expect_block(__FILE__, __LINE__, request, escort, rule)
/* Why the request is not served, and how many escorts that rule keeps from it. */
#define EXPECT_WHY(request, rule, escorts)                                     \
    expect_why(__FILE__, __LINE__, request, rule, escorts)
#define EXPECT_SAME(value, expected)                                           \
    expect_same(__FILE__, __LINE__, #value, value, expected)

void expect(const char *file, int line, enum rule rule, int64_t amount);
void expect_breach(const char *file, int line, struct breach b);
void expect_block(const char *file, int line, int request, int escort,
                  enum rule rule);
void expect_why(const char *file, int line, int request, enum rule rule,
                int escorts);
void expect_same(const char *file, int line, const char *what, int64_t value,
                 int64_t expected);

/* Ends the last case; prints `N passed, N failed`, returns how many failed. */
int given_tally(void);

#endif
