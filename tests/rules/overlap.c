/* An escort is in one place at a time and has time to travel between visits. The
 * gap is 10 minutes, the way from town to the pool 30. */
#include "given.h"

static void expect_close(int later, int earlier, int escort, int end, int start,
                         int need)
{
    EXPECT(RULE_OVERLAP, end + need - start);
    EXPECT_BREACH(RULE_OVERLAP, escort, ANNA, later, earlier, end, start,
                  end + need - start, need);
}

static void between_visits(void)
{
    GIVEN("travel and the gap fit to the minute");
    does(EVA, at(WED, 10, 0), 120);
    does_at(POOL, EVA, at(WED, 12, 40), 60);
    EXPECT(RULE_OVERLAP, 0);

    GIVEN("travel and the gap are a minute short");
    int a = does(EVA, at(WED, 10, 0), 120);
    int b = does_at(POOL, EVA, at(WED, 12, 39), 60);
    expect_close(b, a, EVA, at(WED, 12, 0), at(WED, 12, 39), 40);

    GIVEN("contractors need the time to travel as well");
    a = does(MIA, at(WED, 10, 0), 120);
    b = does_at(POOL, MIA, at(WED, 12, 15), 60);
    expect_close(b, a, MIA, at(WED, 12, 0), at(WED, 12, 15), 40);

    GIVEN("a visit that ends where the next begins leaves the gap alone");
    struct request walk = outing(ANNA, at(WED, 10, 0), 120);
    walk.end = POOL;
    serve(ask(&walk), EVA);
    does_at(POOL, EVA, at(WED, 12, 10), 60);
    EXPECT(RULE_OVERLAP, 0);

    GIVEN("the gap is the unit's to set");
    given.rule.gap_minutes = 0;
    does(EVA, at(WED, 10, 0), 120);
    does(EVA, at(WED, 12, 0), 60);
    EXPECT(RULE_OVERLAP, 0);

    GIVEN("two visits at once");
    a = does(HUGO, at(WED, 10, 0), 120);
    b = does(HUGO, at(WED, 10, 0), 120);
    expect_close(b, a, HUGO, at(WED, 12, 0), at(WED, 10, 0), 10);

    GIVEN("two visits at once by two escorts");
    does(HUGO, at(WED, 10, 0), 120);
    does(EVA, at(WED, 10, 0), 120);
    EXPECT(RULE_OVERLAP, 0);

    GIVEN("travel counts over midnight too");
    a = does(MIA, at(WED, 22, 0), 110);
    b = does_at(POOL, MIA, at(THU, 0, 20), 60);
    expect_close(b, a, MIA, at(WED, 23, 50), at(THU, 0, 20), 40);
}

static void clock_changes(void)
{
    GIVEN_WEEK(13, "from 1:50 to 3:00 is ten minutes the night summer time begins");
    does(MIA, at(SUN, 0, 0), 110);
    does(MIA, at(SUN, 3, 0), 60);
    EXPECT(RULE_OVERLAP, 0);

    GIVEN_WEEK(13, "from 1:55 to 3:00 is five minutes then");
    int a = does(MIA, at(SUN, 0, 0), 115);
    int b = does(MIA, at(SUN, 3, 0), 60);
    expect_close(b, a, MIA, at(SUN, 0, 0) + 115, at(SUN, 0, 0) + 120, 10);
    EXPECT_SAME(at(SUN, 3, 0), at(SUN, 0, 0) + 120);

    GIVEN_WEEK(43, "two hours from 1:30 end at 2:30 the night it ends, not at 3:30");
    does(MIA, at(SUN, 1, 30), 120);
    does(MIA, at(SUN, 3, 0), 60);
    EXPECT(RULE_OVERLAP, 0);
}

static void week_border(void)
{
    GIVEN("a duty of the week before leaves just the gap");
    problem_add_outside(unit(), EVA, (struct span){-120, -5});
    int q = does(EVA, at(MON, 0, 5), 60);
    EXPECT(RULE_OVERLAP, 0);
    EXPECT_BLOCK(q, EVA, RULE_NONE);

    GIVEN("a duty of the week before that runs into this one");
    problem_add_outside(unit(), EVA, (struct span){-120, 60});
    q = does(EVA, at(MON, 1, 5), 60);
    expect_close(q, NONE, EVA, 60, 65, 10);
    EXPECT_BLOCK(q, EVA, RULE_OVERLAP);

    GIVEN("a contractor's last visit, and a duty of the week after");
    problem_add_outside(unit(), MIA, (struct span){at(SUN, 24, 0) + 9, at(SUN, 25, 0)});
    q = does(MIA, at(SUN, 22, 0), 120);
    expect_close(q, NONE, MIA, at(SUN, 24, 0), at(SUN, 24, 9), 10);
    EXPECT_BLOCK(q, MIA, RULE_OVERLAP);

    GIVEN("another escort's duty of the week before is not in the way");
    problem_add_outside(unit(), EVA, (struct span){-120, 60});
    q = does(MIA, at(MON, 0, 0), 60);
    EXPECT_BLOCK(q, MIA, RULE_NONE);
    EXPECT(RULE_OVERLAP, 0);
}

/* A ride comes up to 45 minutes earlier or later than wished. */
static int ride(enum transport out, enum transport home, int start)
{
    struct request r = outing(ANNA, start, 60);
    r.out = out;
    r.back = home;
    int q = ask(&r);
    serve(q, EVA);
    return q;
}

static void rides(void)
{
    GIVEN("the window of the ride home is kept free");
    ride(TRANSPORT_BUS, TRANSPORT_PARATRANSIT, at(WED, 10, 0));
    does(EVA, at(WED, 11, 55), 60);
    EXPECT(RULE_OVERLAP, 0);

    GIVEN("... to the minute");
    int a = ride(TRANSPORT_BUS, TRANSPORT_PARATRANSIT, at(WED, 10, 0));
    int b = does(EVA, at(WED, 11, 54), 60);
    expect_close(b, a, EVA, at(WED, 11, 0), at(WED, 11, 54), 55);

    GIVEN("before the ride there as well, and besides travel");
    a = does_at(POOL, EVA, at(WED, 10, 0), 60);
    b = ride(TRANSPORT_PARATRANSIT, TRANSPORT_BUS, at(WED, 12, 24));
    expect_close(b, a, EVA, at(WED, 11, 0), at(WED, 12, 24), 85);

    GIVEN("two rides after one another have two windows");
    a = ride(TRANSPORT_PARATRANSIT, TRANSPORT_PARATRANSIT, at(WED, 10, 0));
    b = ride(TRANSPORT_PARATRANSIT, TRANSPORT_PARATRANSIT, at(WED, 12, 0));
    expect_close(b, a, EVA, at(WED, 11, 0), at(WED, 12, 0), 100);

    GIVEN("a ride there needs no time after the visit");
    ride(TRANSPORT_PARATRANSIT, TRANSPORT_BUS, at(WED, 10, 0));
    does(EVA, at(WED, 11, 10), 60);
    EXPECT(RULE_OVERLAP, 0);

    GIVEN("the ride's window reaches back into the week before");
    problem_add_outside(unit(), EVA, (struct span){-120, -31});
    a = ride(TRANSPORT_PARATRANSIT, TRANSPORT_BUS, at(MON, 0, 23));
    expect_close(a, NONE, EVA, -31, 23, 55);
    EXPECT_BLOCK(a, EVA, RULE_OVERLAP);
}

static void figures_of_a_day(void)
{
    GIVEN("the gap is that of the day on which the first visit begins");
    struct rule_figures tuesday = given.rule;
    struct cost_figures costs = cost_figures_default();
    tuesday.gap_minutes = 0;
    problem_set_day(unit(), TUE, &tuesday, &costs);
    does(MIA, at(TUE, 23, 30), 60);
    does(MIA, at(WED, 0, 30), 60);
    int c = does(MIA, at(WED, 1, 39), 60);
    expect_close(c, 1, MIA, at(WED, 1, 30), at(WED, 1, 39), 10);
}

void test_overlap(void)
{
    rides();
    figures_of_a_day();
    between_visits();
    clock_changes();
    week_border();

    GIVEN("not served as the one escort is busy: alone, that escort could");
    given.escorts[EVA].n_available = given.escorts[HUGO].n_available = 0;
    does(MIA, at(WED, 10, 0), 120);
    struct request r = outing(BO, at(WED, 10, 0), 120);
    EXPECT_WHY(ask(&r), RULE_NONE, 0);

    GIVEN("not served as everybody's duty of the week before is in the way");
    for (int e = 0; e < ESCORTS; e++)
        problem_add_outside(unit(), e, (struct span){-120, 60});
    r = outing(BO, at(MON, 0, 30), 120);
    EXPECT_WHY(ask(&r), RULE_OVERLAP, 3);
}
