/* A contractor has at most two clients within 84 days: 40 points for each one more.
 * The figure is set to one here, as there are but two clients. */
#include "given.h"

#include "rules/rule.h"

static void meets(int escort, int client, int day)
{
    struct request r = outing(client, at(day, 10, 0), 60);
    serve(ask(&r), escort);
}

static void both(int escort)
{
    meets(escort, ANNA, WED);
    meets(escort, BO, THU);
}

static void this_week(void)
{
    GIVEN("two clients, as many as they should have");
    both(MIA);
    EXPECT(RULE_CLIENTS, 0);

    GIVEN("one more than they should have");
    given.rule.contractor_clients = 1;
    both(MIA);
    EXPECT(RULE_CLIENTS, 40);

    GIVEN("a client twice is one client");
    given.rule.contractor_clients = 1;
    meets(MIA, ANNA, WED);
    meets(MIA, ANNA, THU);
    EXPECT(RULE_CLIENTS, 0);

    GIVEN("where clients are not counted");
    given.rule.contractor_clients = 0;
    both(MIA);
    EXPECT(RULE_CLIENTS, 0);
    EXPECT_SAME(clients_room(problem(), MIA), NONE);

    GIVEN("an employee's clients are not");
    given.rule.contractor_clients = 1;
    both(EVA);
    EXPECT(RULE_CLIENTS, 0);
    EXPECT_SAME(clients_room(problem(), EVA), NONE);
}

static void from_before(void)
{
    GIVEN("the other was met 84 days ago");
    given.rule.contractor_clients = 1;
    problem_add_meeting(unit(), BO, MIA, 84);
    meets(MIA, ANNA, WED);
    EXPECT(RULE_CLIENTS, 40);
    EXPECT_SAME(clients_room(problem(), MIA), 0);

    GIVEN("85 days ago is forgotten");
    given.rule.contractor_clients = 1;
    problem_add_meeting(unit(), BO, MIA, 85);
    meets(MIA, ANNA, WED);
    EXPECT(RULE_CLIENTS, 0);
    EXPECT_SAME(clients_room(problem(), MIA), 1);

    GIVEN("who was met lately is not met anew");
    given.rule.contractor_clients = 1;
    problem_add_meeting(unit(), ANNA, MIA, 7);
    both(MIA);
    EXPECT(RULE_CLIENTS, 40);
    EXPECT_SAME(client_is_new(problem(), ANNA, MIA), false);
    EXPECT_SAME(client_is_new(problem(), BO, MIA), true);

    GIVEN("too many before the week are no fault of the week's");
    given.rule.contractor_clients = 1;
    problem_add_meeting(unit(), ANNA, MIA, 7);
    problem_add_meeting(unit(), BO, MIA, 7);
    both(MIA);
    EXPECT(RULE_CLIENTS, 0);
    EXPECT_SAME(clients_room(problem(), MIA), 0);

    GIVEN("another contractor's clients are theirs");
    given.rule.contractor_clients = 1;
    given.escorts[HUGO].engagement = CONTRACTOR;
    problem_add_meeting(unit(), BO, HUGO, 7);
    meets(MIA, ANNA, WED);
    EXPECT(RULE_CLIENTS, 0);
}

void test_clients(void)
{
    this_week();
    from_before();

    GIVEN("a group is no assignment");
    given.rule.contractor_clients = 1;
    struct session s = game(4, 2);
    joins(BO, hold(&s), MIA);
    meets(MIA, ANNA, WED);
    EXPECT(RULE_CLIENTS, 0);

    GIVEN("nor does a group make a client of the outing after it");
    given.rule.contractor_clients = 1;
    s = game(4, 2);
    joins(BO, hold(&s), MIA);
    meets(MIA, BO, THU);
    meets(MIA, ANNA, FRI);
    EXPECT(RULE_CLIENTS, 40);
}
