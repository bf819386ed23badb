/* What hangs together: in a unit that fits in the head, and in invented ones that are
 * solved and taken apart. */
#include "parted.h"
#include "small_unit.h"

#include "ledsaga/workspace.h"
#include "solver/components.h"

#include <ftw.h>
#include <stdio.h>
#include <unistd.h>

/* Anna accepts eva, bo fred and cleo nobody; gun is accepted by nobody. */
struct scene {
    struct small_unit u;
    int cleo, gun;
    const struct components *c;
    const struct problem *p;
};

static void scene_begin(struct scene *s)
{
    small_begin(&s->u, 2026, 48);
    s->cleo = small_client(&s->u, "cleo");
    s->gun = small_escort(&s->u, "gun");
    problem_accept_only(s->u.b, s->u.anna, &s->u.eva, 1);
    problem_accept_only(s->u.b, s->u.bo, &s->u.fred, 1);
    problem_accept_only(s->u.b, s->cleo, NULL, 0);
}

static int ask(struct scene *s, const char *id, int client, int hour)
{
    struct request q = small_request(&s->u, id, client);
    s->u.times[0].from = s->u.times[0].to = clock_on(WEDNESDAY, hour, 0);
    return small_add(&s->u, &q);
}

static void ask_to_join(struct scene *s, const char *id, int client, int session)
{
    struct request q = small_request(&s->u, id, client);
    s->u.times[0] = (struct alternative){.wish = NONE, .session = session};
    small_add(&s->u, &q);
}

static void find(struct scene *s)
{
    s->p = small_freeze(&s->u);
    s->c = components_of(s->u.arena, net_new(s->u.arena, s->p));
}

static void scene_end(struct scene *s)
{
    arena_free(s->u.arena);
}

static void nodes_join(void)
{
    struct scene s;
    scene_begin(&s);
    ask(&s, "cleos", s.cleo, 9);
    ask(&s, "bos", s.u.bo, 9);
    ask(&s, "annas", s.u.anna, 9);
    find(&s);
    CU_ASSERT_EQUAL(s.c->n, 3);
    CU_ASSERT_EQUAL(s.c->idle, 2);
    CU_ASSERT_EQUAL(s.c->of_request[0], 2); /* cleo's */
    CU_ASSERT_EQUAL(s.c->of_request[1], 0);
    CU_ASSERT_EQUAL(s.c->of_request[2], 1);
    CU_ASSERT_EQUAL(s.c->of_escort[s.u.eva], 1);
    CU_ASSERT_EQUAL(s.c->of_escort[s.u.fred], 0);
    CU_ASSERT_EQUAL(s.c->of_escort[s.gun], 2);
    const struct part *part = component_part(s.u.arena, s.p, s.c, 1);
    CU_ASSERT_EQUAL(part->problem->n_requests, 1);
    CU_ASSERT_STRING_EQUAL(part->problem->requests[0].id, "annas");
    CU_ASSERT_STRING_EQUAL(part->problem->escorts[0].id, "eva");
    scene_end(&s);
}

/* Nobody has the skill that one of anna's outings needs; she is short of it with the
 * others. */
static void clients_join(void)
{
    struct scene s;
    scene_begin(&s);
    problem_add_skill(s.u.b, "SIGN");
    ask(&s, "bos", s.u.bo, 9);
    struct request q = small_request(&s.u, "hard", s.u.anna);
    q.needs.skills = 1;
    small_add(&s.u, &q);
    ask(&s, "annas", s.u.anna, 9);
    find(&s);
    CU_ASSERT_EQUAL(s.c->of_request[0], 0);
    CU_ASSERT_EQUAL(s.c->of_request[1], 1);
    CU_ASSERT_EQUAL(s.c->of_request[2], 1);
    CU_ASSERT_EQUAL(s.c->idle, 2);
    scene_end(&s);
}

static void steps_join(void)
{
    struct scene s;
    scene_begin(&s);
    int first = ask(&s, "annas", s.u.anna, 9), second = ask(&s, "bos", s.u.bo, 9);
    problem_add_link(s.u.b, "l", &(struct link){.first = first, .second = second});
    find(&s);
    CU_ASSERT_EQUAL(s.c->of_request[0], 0);
    CU_ASSERT_EQUAL(s.c->of_request[1], 0);
    CU_ASSERT_EQUAL(s.c->of_escort[s.u.eva], 0);
    CU_ASSERT_EQUAL(s.c->of_escort[s.u.fred], 0);
    CU_ASSERT_EQUAL(s.c->of_escort[s.gun], s.c->idle);
    scene_end(&s);
}

/* Anna and bo share one session, and the two sessions share nothing. */
static void sessions_join(void)
{
    struct scene s;
    scene_begin(&s);
    int dan = small_client(&s.u, "dan"), dans = small_escort(&s.u, "dans");
    problem_accept_only(s.u.b, dan, &dans, 1);
    for (int i = 0; i < 2; i++)
        problem_add_session(s.u.b, "s",
                            &(struct session){.id = i ? "second" : "first",
                                              .activity = "song", .place = s.u.home,
                                              .start = clock_on(WEDNESDAY, 10, 0),
                                              .minutes = 60, .capacity = 5,
                                              .per_escort = 3});
    ask_to_join(&s, "annas", s.u.anna, 1);
    ask_to_join(&s, "dans", dan, 2);
    ask_to_join(&s, "bos", s.u.bo, 1);
    find(&s);
    CU_ASSERT_EQUAL(s.c->of_request[0], 0);
    CU_ASSERT_EQUAL(s.c->of_request[1], 1);
    CU_ASSERT_EQUAL(s.c->of_request[2], 0);
    CU_ASSERT_EQUAL(s.c->of_escort[dans], 1);
    scene_end(&s);
}

static void nobody_is_idle(void)
{
    struct scene s;
    small_begin(&s.u, 2026, 48);
    find(&s);
    CU_ASSERT_EQUAL(s.c->n, 1); /* two escorts, nothing to do */
    CU_ASSERT_EQUAL(s.c->idle, 0);
    scene_end(&s);
    small_begin(&s.u, 2026, 48);
    ask(&s, "annas", s.u.anna, 9);
    find(&s);
    CU_ASSERT_EQUAL(s.c->n, 1);
    CU_ASSERT_EQUAL(s.c->idle, NONE);
    scene_end(&s);
}

/* ---- invented units ------------------------------------------------------ */

static int erase(const char *path, const struct stat *s, int kind, struct FTW *where)
{
    (void)s, (void)kind, (void)where;
    return remove(path);
}

static const struct problem *invented(struct arena *a, const char *preset, uint64_t seed)
{
    char dir[] = "/tmp/ledsaga-components-XXXXXX";
    const struct problem *p = NULL;
    struct faults f = {0};
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(dir));
    CU_ASSERT_EQUAL_FATAL(workspace_invent(dir, preset, seed, 2026, 47, 2, &f),
                          STATUS_OK);
    CU_ASSERT_EQUAL_FATAL(workspace_read(a, dir, 2026, 48, &p, &f), STATUS_OK);
    nftw(dir, erase, 16, FTW_DEPTH | FTW_PHYS);
    return p;
}

static const struct solution *solved(struct arena *a, const struct problem *p)
{
    struct solve_options options = {.seed = 1, .effort = 20000};
    const struct solution *s = NULL;
    struct faults f = {0};
    CU_ASSERT_EQUAL_FATAL(solve(a, p, &options, NULL, &s, &f), STATUS_OK);
    return s;
}

/* The roster's escorts, each with the side of the request it works for; whoever works
 * for both sides leaves the other one's visits. */
static struct roster *one_sided(struct arena *a, const struct roster *r,
                                const struct sides *s)
{
    struct roster *out = roster_copy(a, r);
    for (int i = 0; i < r->n_requests; i++)
        for (int k = 0; k < r->visits[i].n_escorts; k++)
            if (!s->escorts[s->requests[1][i]][r->visits[i].escorts[k]])
                out->visits[i] = (struct visit){0};
    return out;
}

static void add_up(struct arena *a, const struct problem *p, const struct roster *r,
                   const struct part *const *parts, int n)
{
    const char *wrong = parted_verdict(a, p, r, parts, n);
    if (wrong)
        printf("\n    not the whole's: %s\n", wrong);
    CU_ASSERT_PTR_NULL(wrong);
    CU_ASSERT(parted_roster_is_whole(a, p, r, parts, n));
}

/* By components, and in two at random. */
static void taken_apart(const char *preset, uint64_t seed)
{
    struct arena *a = arena_new();
    const struct problem *p = invented(a, preset, seed);
    struct roster *r = roster_copy(a, solved(a, p)->roster);
    roster_name_visits(a, r, seed);
    const struct net *net = net_new(a, p);
    const struct components *c = components_of(a, net);
    const struct part **parts = NEW_ARRAY(a, const struct part *, c->n + 2);
    int nodes = 0;
    for (int i = 0; i < c->n; i++) {
        parts[i] = component_part(a, p, c, i);
        nodes += net_new(a, parts[i]->problem)->n_nodes;
    }
    CU_ASSERT_EQUAL(nodes, net->n_nodes);
    add_up(a, p, r, parts, c->n);
    struct chance chance;
    chance_seed(&chance, seed);
    struct sides s = sides_drawn(a, p, &chance);
    for (int k = 0; k < 2; k++)
        parts[k] = part_of(a, p, s.requests[k], s.escorts[k]);
    add_up(a, p, one_sided(a, r, &s), parts, 2);
    add_up(a, p, roster_drawn(a, p, &s, &chance), parts, 2);
    CU_ASSERT(parted_answers_alike(p, parts[0]));
    arena_free(a);
}

static void small_units_add_up(void)
{
    for (uint64_t seed = 1; seed <= 6; seed++) {
        taken_apart("tiny", seed);
        taken_apart("village", seed);
    }
}

static void a_town_adds_up(void)
{
    taken_apart("halmstad", 1);
}

/* The parts are solved for themselves: together they are a lawful roster, worth what
 * they are worth. */
static void parts_are_solved_apart(void)
{
    struct scene s;
    scene_begin(&s);
    ask(&s, "annas", s.u.anna, 9);
    ask(&s, "cleos", s.cleo, 9);
    ask(&s, "bos", s.u.bo, 9);
    ask(&s, "again", s.u.bo, 10);
    find(&s);
    struct roster *r = roster_new(s.u.arena, s.p);
    int64_t rights = 0, rest = 0;
    for (int i = 0; i < s.c->n; i++) {
        const struct part *part = component_part(s.u.arena, s.p, s.c, i);
        const struct solution *found = solved(s.u.arena, part->problem);
        rights += found->rights.value;
        rest += found->rest.value;
        roster_merge(s.u.arena, r, part, found->roster);
    }
    const struct verdict *v = rules_judge(s.u.arena, s.p, r);
    CU_ASSERT_EQUAL(v->n_breaches, 0);
    CU_ASSERT_EQUAL(v->tier[TIER_RIGHTS], rights);
    CU_ASSERT_EQUAL(v->tier[TIER_REST], rest);
    CU_ASSERT_EQUAL(r->visits[0].escorts[0], s.u.eva);
    CU_ASSERT(roster_serves(r, 2) != roster_serves(r, 3)); /* fred is alone */
    scene_end(&s);
}

void components_suite(void)
{
    CU_pSuite s = CU_add_suite("components", NULL, NULL);
    CU_add_test(s, "whoever could serve a request belongs to it", nodes_join);
    CU_add_test(s, "a client's requests belong together", clients_join);
    CU_add_test(s, "requests in step belong together", steps_join);
    CU_add_test(s, "those of one session belong together", sessions_join);
    CU_add_test(s, "there may be nobody idle, or nobody else", nobody_is_idle);
    CU_add_test(s, "parts are solved apart and are one roster", parts_are_solved_apart);
    CU_add_test(s, "parts of small units add up", small_units_add_up);
    CU_add_test(s, "parts of a town add up", a_town_adds_up);
}
