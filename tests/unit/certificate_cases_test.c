/* Cases made by hand, of the priced week in tier 1, where all is worth a multiple of 120
 * points: with no price at all the film, worth
 * 1200 points, is served twice. By eva or not by eva, and it is served once; each case has
 * its own best, and the week is worth what the worse of them is. */
#include "priced_week.h"
#include "solver/cases.h"
#include "solver/part_cases.h"

enum { NO_CASES = -1080 /* 1440 asked, less the film twice and the match */ };

struct scene {
    struct priced_week w;
    struct arena *arena;
    struct certificate c;
    struct case_proof list[8];
};

static void begin(struct scene *s)
{
    priced_week(&s->w);
    s->arena = s->w.u.arena;
    s->c = (struct certificate){.stated = {true, false}};
    s->c.prices[0] = *prices_new(s->arena, s->w.p, 0);
    s->c.cases[0].list = s->list;
}

static void end(struct scene *s)
{
    arena_free(s->arena);
}

static struct case_proof *add(struct scene *s, int within, enum fork_kind kind, int request)
{
    struct case_proof *x = &s->list[s->c.cases[0].n++];
    *x = (struct case_proof){within, {kind, request, s->w.u.eva, 0}, true, {0, NULL}};
    if (within != NONE)
        s->list[within].priced = false;
    return x;
}

/* So much in a case. */
static void price(struct scene *s, struct case_proof *x, enum price_kind of, int index,
                  int64_t points)
{
    x->prices.list = NEW_ARRAY(s->arena, struct price_change, 1);
    x->prices.n = 1;
    x->prices.list[0] = (struct price_change){of, index, 0, points * PRICE_SCALE};
}

static void proves(const struct scene *s, int64_t bound)
{
    struct certified found = certificate_recompute(s->w.p, &s->c, NULL);
    CU_ASSERT_EQUAL(found.cases[0], CASES_FIT);
    CU_ASSERT_EQUAL(found.bound[0], bound);
}

static void misfits(const struct scene *s, enum cases_fit how, int at)
{
    struct certified found = certificate_recompute(s->w.p, &s->c, NULL);
    CU_ASSERT_EQUAL(found.cases[0], how);
    CU_ASSERT_EQUAL(found.misfit[0], at);
    CU_ASSERT_EQUAL(found.bound[0], INT64_MIN);
}

/* ---- what they prove ---- */

static void by_an_escort_or_not_is_all_there_is(void)
{
    struct scene s;
    begin(&s);
    proves(&s, NO_CASES);
    add(&s, NONE, FORK_BY, FILM);
    add(&s, NONE, FORK_NOT_BY, FILM);
    proves(&s, 0); /* the other one walks */
    s.list[0].fork.escort = s.list[1].fork.escort = s.w.u.fred;
    proves(&s, 0);
    end(&s);
}

/* The film must be served, or must not: twice, or not at all and then two walks. */
static void the_least_of_the_cases_is_proved(void)
{
    struct scene s;
    begin(&s);
    struct case_proof *yes = add(&s, NONE, FORK_SERVED, FILM);
    struct case_proof *no = add(&s, NONE, FORK_UNSERVED, FILM);
    proves(&s, NO_CASES);
    price(&s, yes, PRICED_REQUEST, FILM, 1200); /* two walks */
    proves(&s, 1440 - 1200 - 120 - 240);
    price(&s, yes, PRICED_REQUEST, FILM, 1080); /* at which they may do either */
    proves(&s, 0);
    price(&s, no, PRICED_REQUEST, WALK, 840); /* nobody walks */
    proves(&s, 0);
    price(&s, no, PRICED_REQUEST, WALK, 2040);
    proves(&s, 1440 - 2040 - 120);
    end(&s);
}

static void before_a_time_or_from_it_on_is_all_there_is(void)
{
    struct scene s;
    begin(&s);
    int start = s.w.p->options[s.w.p->requests[FILM].first_option].start;
    add(&s, NONE, FORK_BEFORE, FILM)->fork.start = start;
    add(&s, NONE, FORK_FROM, FILM)->fork.start = start;
    proves(&s, NO_CASES); /* that of the later case */
    price(&s, &s.list[1], PRICED_REQUEST, FILM, 1200);
    proves(&s, 1440 - 1200 - 120 - 240);
    s.list[0].fork.start = s.list[1].fork.start = start + 1;
    proves(&s, NO_CASES); /* that of the earlier */
    end(&s);
}

static void a_case_is_split_again(void)
{
    struct scene s;
    begin(&s);
    add(&s, NONE, FORK_SERVED, FILM);
    add(&s, NONE, FORK_UNSERVED, FILM);
    add(&s, 0, FORK_BY, FILM);
    add(&s, 0, FORK_NOT_BY, FILM);
    proves(&s, 0);
    add(&s, 1, FORK_BY, WALK);
    add(&s, 1, FORK_NOT_BY, WALK);
    proves(&s, 0);
    price(&s, &s.list[3], PRICED_REQUEST, FILM, 5040);
    proves(&s, 1440 - 5040 - 120 - 240); /* two walks */
    end(&s);
}

/* Where it is paid for being served, whoever does it is paid. */
static void a_price_below_nothing_is_of_what_is_to_be_served(void)
{
    struct scene s;
    begin(&s);
    add(&s, NONE, FORK_SERVED, FILM);
    add(&s, NONE, FORK_UNSERVED, FILM);
    price(&s, &s.list[0], PRICED_REQUEST, FILM, -120);
    proves(&s, 1440 + 120 - 2 * 1320 - 120);
    price(&s, &s.list[1], PRICED_REQUEST, FILM, -100);
    proves(&s, INT64_MIN);
    s.list[1].prices.n = 0;
    s.c.prices[0].request[FILM] = -100 * PRICE_SCALE; /* of the second case too */
    proves(&s, INT64_MIN);
    end(&s);
}

/* ---- what does not fit ---- */

static void each_has_the_other_one_of_its_pair(void)
{
    struct scene s;
    begin(&s);
    add(&s, NONE, FORK_BY, FILM);
    misfits(&s, CASES_ONE, 0);
    struct case_proof *other = add(&s, NONE, FORK_BY, FILM);
    misfits(&s, CASES_OTHER, 1);
    other->fork.kind = FORK_UNSERVED;
    misfits(&s, CASES_OTHER, 1);
    other->fork.kind = FORK_NOT_BY;
    other->fork.escort = s.w.u.fred;
    misfits(&s, CASES_OTHER, 1);
    other->fork.escort = s.w.u.eva;
    other->fork.request = WALK;
    misfits(&s, CASES_OTHER, 1);
    other->fork.request = FILM;
    proves(&s, 0);
    add(&s, NONE, FORK_NOT_BY, FILM);
    misfits(&s, CASES_MORE, 2);
    s.list[0].fork = (struct fork){FORK_BEFORE, FILM, 0, 600};
    s.list[1].fork = (struct fork){FORK_FROM, FILM, 0, 601};
    misfits(&s, CASES_OTHER, 1);
    end(&s);
}

static void a_split_is_complete_wherever_it_is(void)
{
    struct scene s;
    begin(&s);
    add(&s, NONE, FORK_SERVED, FILM);
    add(&s, NONE, FORK_UNSERVED, FILM);
    add(&s, 1, FORK_SERVED, WALK);
    misfits(&s, CASES_ONE, 2);
    add(&s, 0, FORK_UNSERVED, WALK);
    misfits(&s, CASES_ONE, 2);
    s.list[3].within = 1;
    s.list[0].priced = true;
    proves(&s, NO_CASES);
    s.list[0].priced = false;
    misfits(&s, CASES_UNPRICED, 0);
    end(&s);
}

static void a_case_is_within_one_before_it(void)
{
    struct scene s;
    begin(&s);
    add(&s, NONE, FORK_SERVED, FILM);
    add(&s, NONE, FORK_UNSERVED, FILM);
    add(&s, 0, FORK_SERVED, WALK);
    add(&s, 0, FORK_UNSERVED, WALK);
    s.list[2].within = s.list[3].within = 2; /* within itself */
    misfits(&s, CASES_AMISS, 2);
    s.list[0].within = s.list[1].within = 3;
    misfits(&s, CASES_AMISS, 0);
    s.list[0].within = -2;
    misfits(&s, CASES_AMISS, 0);
    end(&s);
}

/* Both do the match: by eva it is by fred too, whose ways to it would be shut. */
static void what_takes_several_is_by_none_of_them(void)
{
    struct scene s;
    begin(&s);
    add(&s, NONE, FORK_BY, MATCH);
    add(&s, NONE, FORK_NOT_BY, MATCH);
    misfits(&s, CASES_SHARED, 0);
    s.list[0].fork.kind = FORK_SERVED;
    s.list[1].fork.kind = FORK_UNSERVED;
    proves(&s, NO_CASES);
    end(&s);
}

/* ---- prices that are otherwise ---- */

static void what_is_otherwise_makes_the_one_of_the_other(void)
{
    struct scene s;
    begin(&s);
    struct arena *a = s.arena;
    const struct problem *p = s.w.p;
    struct prices *x = prices_new(a, p, 3), *y = prices_new(a, p, 3);
    int option = p->requests[MATCH].first_option;
    x->rights = 5;
    x->request[WALK] = 7;
    y->request[FILM] = 3;
    y->team[option] = -9;
    y->shortage[1] = 4;
    x->n_members = 2;
    x->members[0] = (struct member_price){option, 1, 11};
    x->members[1] = (struct member_price){option, 0, 12};
    y->n_members = 1;
    y->members[0] = (struct member_price){option, 1, 13};
    struct price_changes found = price_changes_find(a, p, x, y);
    CU_ASSERT_EQUAL(found.n, 1 + 2 + 1 + 2 + 2);
    price_changes_make(a, &found, x);
    CU_ASSERT_EQUAL(price_changes_find(a, p, x, y).n, 0);
    CU_ASSERT_EQUAL(x->rights, 0);
    CU_ASSERT_EQUAL(x->request[WALK], 0);
    CU_ASSERT_EQUAL(x->shortage[1], 4);
    CU_ASSERT_EQUAL_FATAL(x->n_members, 2);
    CU_ASSERT_EQUAL(x->members[0].price, 0);
    CU_ASSERT_EQUAL(x->members[1].price, 13);
    found = price_changes_find(a, p, NULL, y);
    CU_ASSERT_EQUAL(found.n, 1 + 1 + 2 + 1);
    end(&s);
}

/* ---- parts ---- */

static void cases_of_parts_are_put_together_and_cut_again(void)
{
    struct scene s;
    begin(&s);
    const bool walk[] = {false, true, true}, film[] = {true, false, false};
    const bool both[] = {true, true}, eva[] = {true, false};
    const struct part *one = part_of(s.arena, s.w.p, film, eva),
                      *two = part_of(s.arena, s.w.p, walk, both);
    struct case_list whole = {0, NULL};
    int room = 0;
    add(&s, NONE, FORK_SERVED, 1); /* the match is the second of its part */
    add(&s, NONE, FORK_UNSERVED, 1);
    add(&s, 1, FORK_BY, 0)->fork.escort = 1;
    price(&s, &s.list[2], PRICED_REQUEST, 1, 6);
    cases_join(s.arena, &whole, &room, two, &s.c.cases[0]);
    cases_join(s.arena, &whole, &room, two, &s.c.cases[0]);
    CU_ASSERT_EQUAL_FATAL(whole.n, 6);
    CU_ASSERT_EQUAL(whole.list[5].within, 3 + 1);
    CU_ASSERT_EQUAL(whole.list[5].fork.request, WALK);
    CU_ASSERT_EQUAL(whole.list[5].fork.escort, s.w.u.fred);
    CU_ASSERT_EQUAL(whole.list[5].prices.list[0].index, MATCH);
    CU_ASSERT_EQUAL(cases_cut(s.arena, one, &whole).n, 0);
    struct case_list again = cases_cut(s.arena, two, &whole);
    CU_ASSERT_EQUAL_FATAL(again.n, 6);
    CU_ASSERT_EQUAL(again.list[2].within, 1);
    CU_ASSERT_EQUAL(again.list[2].fork.request, 0);
    CU_ASSERT_EQUAL(again.list[2].prices.list[0].index, 1);
    end(&s);
}

void certificate_cases_suite(void)
{
    CU_pSuite s = CU_add_suite("certificate_cases", NULL, NULL);

    CU_add_test(s, "by an escort or not is all there is", by_an_escort_or_not_is_all_there_is);
    CU_add_test(s, "the least of the cases is proved", the_least_of_the_cases_is_proved);
    CU_add_test(s, "before a time or from it on is all there is",
                before_a_time_or_from_it_on_is_all_there_is);
    CU_add_test(s, "a case is split again", a_case_is_split_again);
    CU_add_test(s, "a price below nothing is of what is to be served",
                a_price_below_nothing_is_of_what_is_to_be_served);
    CU_add_test(s, "each has the other one of its pair", each_has_the_other_one_of_its_pair);
    CU_add_test(s, "a split is complete wherever it is", a_split_is_complete_wherever_it_is);
    CU_add_test(s, "a case is within one before it", a_case_is_within_one_before_it);
    CU_add_test(s, "what takes several is by none of them",
                what_takes_several_is_by_none_of_them);
    CU_add_test(s, "what is otherwise makes the one of the other",
                what_is_otherwise_makes_the_one_of_the_other);
    CU_add_test(s, "cases of parts are put together and cut again",
                cases_of_parts_are_put_together_and_cut_again);
}
