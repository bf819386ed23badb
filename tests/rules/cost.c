/* What a visit adds to the cost, in points by 100 kr; here 10 points, so that a point
 * is ten kronor. A contractor has 125 kr an hour and 31.42 % on it, and 45 kr a visit;
 * the hourly employed 155 kr with 12 % holiday pay, and 45 % on it. */
#include "given.h"

#include "rules/rule.h"

/* öre of the escort's first visit. */
static int64_t first_visit(int escort)
{
    const struct problem *p = problem();
    struct duty d = visit_duty(p, 0, given.visits[0].start, p->requests[0].minutes,
                               given.visits[0].session);
    return duty_cost_ore(p, escort, &d);
}

static void ten_points(void)
{
    given.weight.cost_100_kr = 10;
}

static void kinds_of_escort(void)
{
    /* 12 500 x 1.3142 = 16 427.5, rounded up, + 4 500 */
    GIVEN("an hour of a contractor");
    ten_points();
    does(MIA, at(WED, 10, 0), 60);
    EXPECT(RULE_COST, 20);
    EXPECT_SAME(first_visit(MIA), 20928);

    /* 15 500 x 1.12 x 1.45 = 25 172 */
    GIVEN("an hour of one who is paid by the hour");
    ten_points();
    does(HUGO, at(WED, 10, 0), 60);
    EXPECT(RULE_COST, 25);
    EXPECT_SAME(first_visit(HUGO), 25172);

    /* (17 360 + 2 760) x 1.45 = 29 174 */
    GIVEN("an hour in the evening");
    ten_points();
    does(HUGO, at(WED, 20, 0), 60);
    EXPECT(RULE_COST, 29);
    EXPECT_SAME(first_visit(HUGO), 29174);

    GIVEN("who is paid by the month costs nothing more by day");
    ten_points();
    does(EVA, at(WED, 10, 0), 60);
    EXPECT(RULE_COST, 0);
    EXPECT_SAME(first_visit(EVA), 0);

    /* 2 760 x 1.45 = 4 002 */
    GIVEN("but in the evening");
    ten_points();
    does(EVA, at(WED, 20, 0), 60);
    EXPECT(RULE_COST, 4);
    EXPECT_SAME(first_visit(EVA), 4002);

    /* 20 000 x 1.12 x 1.45 = 32 480; 10 000 x 1.3142 + 4 500 = 17 642 */
    GIVEN("an own wage goes before the unit's");
    ten_points();
    given.escorts[HUGO].wage_ore = 20000;
    given.escorts[MIA].wage_ore = 10000;
    does(HUGO, at(WED, 10, 0), 60);
    does(MIA, at(WED, 10, 0), 60);
    EXPECT(RULE_COST, 32 + 17);
}

/* A ride of so many öre along with the client, by Eva. */
static void ride(int day, int ore)
{
    struct cost_figures cost = cost_figures_default();
    cost.ride_ore = ore;
    problem_set_costs(unit(), &cost);
    struct request r = outing(ANNA, at(day, 10, 0), 60);
    r.out = TRANSPORT_BUS;
    r.escort_rides = true;
    serve(ask(&r), EVA);
}

static void rides_with_a_group(void)
{
    GIVEN("nobody rides along with the clients of a group");
    ten_points();
    struct session s = game(4, 2);
    int session = hold(&s);
    struct cost_figures cost = cost_figures_default();
    cost.ride_ore = 5000;
    problem_set_costs(unit(), &cost);
    struct request r = outing(ANNA, s.start, s.minutes);
    given.times[0][0].session = 1 + session;
    r.out = TRANSPORT_BUS;
    r.escort_rides = true;
    int q = ask(&r);
    serve(q, EVA);
    given.visits[q].session = 1 + session;
    EXPECT(RULE_COST, 0);
}

static void rounding(void)
{
    GIVEN("a ride of 9.99 kr is no point yet");
    ten_points();
    ride(WED, 999);
    EXPECT(RULE_COST, 0);

    GIVEN("one of 10 kr is");
    ten_points();
    ride(WED, 1000);
    EXPECT(RULE_COST, 1);

    GIVEN("each visit is rounded down by itself");
    ten_points();
    ride(WED, 999);
    ride(THU, 999);
    EXPECT(RULE_COST, 0);

    GIVEN("where cost has no weight");
    does(MIA, at(WED, 10, 0), 60);
    EXPECT(RULE_COST, 0);
}

void test_cost(void)
{
    kinds_of_escort();
    rides_with_a_group();
    rounding();

    /* 2 x 16 427.5 + 4 500 */
    GIVEN("two hours with a group are paid for once, however many clients it has");
    ten_points();
    struct session s = game(4, 2);
    int session = hold(&s);
    joins(ANNA, session, MIA);
    joins(BO, session, MIA);
    EXPECT(RULE_COST, 37);
    EXPECT_SAME(first_visit(MIA), 37355);

    GIVEN("a day with figures of its own");
    ten_points();
    struct cost_figures cost = cost_figures_default();
    cost.fee_ore = 0;
    problem_set_day(unit(), WED, &given.rule, &cost);
    does(MIA, at(WED, 10, 0), 60);
    does(MIA, at(THU, 10, 0), 60);
    EXPECT(RULE_COST, 4 + 20);
}
