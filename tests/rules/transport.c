/* A client who rides with färdtjänst does so while it runs: on Wednesday from 8 to 17,
 * except where a case says otherwise. */
#include "given.h"

static void run(int day, int from, int to)
{
    problem_set_paratransit(unit(), day, (struct span){from, to});
}

static void run_wednesday(void)
{
    run(WED, at(WED, 8, 0), at(WED, 17, 0));
}

static int ride(enum transport out, enum transport back, int start, int minutes)
{
    struct request r = outing(ANNA, start, minutes);
    r.out = out;
    r.back = back;
    int q = ask(&r);
    serve(q, MIA);
    return q;
}

static void expect_stranded(int q, int start, int minutes)
{
    EXPECT(RULE_TRANSPORT, 1);
    EXPECT_BREACH(RULE_TRANSPORT, NONE, ANNA, q, NONE, start, start + minutes, 1,
                  NONE);
    EXPECT_BLOCK(q, MIA, RULE_TRANSPORT);
}

static void there(void)
{
    GIVEN("the first ride of the day brings the client");
    run_wednesday();
    int q = ride(TRANSPORT_PARATRANSIT, TRANSPORT_BUS, at(WED, 8, 0), 600);
    given.visits[q].escorts[0] = EVA;
    EXPECT(RULE_TRANSPORT, 0);
    EXPECT_BLOCK(q, EVA, RULE_NONE);

    GIVEN("a minute earlier no ride runs");
    run_wednesday();
    q = ride(TRANSPORT_PARATRANSIT, TRANSPORT_BUS, at(WED, 7, 59), 60);
    expect_stranded(q, at(WED, 7, 59), 60);

    GIVEN("by bus the hours of rides are no matter");
    run_wednesday();
    ride(TRANSPORT_BUS, TRANSPORT_WALK, at(WED, 7, 0), 60);
    EXPECT(RULE_TRANSPORT, 0);
}

static void back(void)
{
    GIVEN("the last ride of the day fetches the client");
    run_wednesday();
    ride(TRANSPORT_WALK, TRANSPORT_PARATRANSIT, at(WED, 16, 0), 60);
    EXPECT(RULE_TRANSPORT, 0);

    GIVEN("a minute later no ride runs");
    run_wednesday();
    int q = ride(TRANSPORT_WALK, TRANSPORT_PARATRANSIT, at(WED, 16, 1), 60);
    expect_stranded(q, at(WED, 16, 1), 60);

    GIVEN("too early and too late is one visit that cannot be");
    run_wednesday();
    q = ride(TRANSPORT_PARATRANSIT, TRANSPORT_PARATRANSIT, at(WED, 7, 0), 480);
    expect_stranded(q, at(WED, 7, 0), 480);

    GIVEN("on a day without rides none runs");
    run_wednesday();
    q = ride(TRANSPORT_PARATRANSIT, TRANSPORT_WALK, at(THU, 10, 0), 60);
    expect_stranded(q, at(THU, 10, 0), 60);

    GIVEN("where the unit names no hours rides run all day");
    ride(TRANSPORT_PARATRANSIT, TRANSPORT_PARATRANSIT, at(WED, 23, 0), 120);
    EXPECT(RULE_TRANSPORT, 0);
}

static void borders(void)
{
    GIVEN("the end of Monday's hours is no matter on the Sunday night before it");
    run(SUN, at(SUN, 8, 0), at(SUN, 24, 0));
    run(MON, at(MON, 0, 0), at(MON, 0, 30));
    ride(TRANSPORT_PARATRANSIT, TRANSPORT_PARATRANSIT, at(SUN, 23, 0), 90);
    EXPECT(RULE_TRANSPORT, 0);

    GIVEN("... but the night ends with them");
    run(SUN, at(SUN, 8, 0), at(SUN, 24, 0));
    run(MON, at(MON, 0, 0), at(MON, 0, 30));
    int q = ride(TRANSPORT_PARATRANSIT, TRANSPORT_PARATRANSIT, at(SUN, 23, 0), 91);
    expect_stranded(q, at(SUN, 23, 0), 91);

    GIVEN("midnight after Sunday is the end of Sunday's hours");
    run(SUN, at(SUN, 8, 0), at(SUN, 24, 0));
    run(MON, at(MON, 8, 0), at(MON, 17, 0));
    ride(TRANSPORT_BUS, TRANSPORT_PARATRANSIT, at(SUN, 23, 0), 60);
    EXPECT(RULE_TRANSPORT, 0);

    GIVEN("on a Monday without rides none runs at midnight either");
    run_wednesday();
    int m = ride(TRANSPORT_PARATRANSIT, TRANSPORT_BUS, at(MON, 0, 0), 60);
    expect_stranded(m, at(MON, 0, 0), 60);

    GIVEN_WEEK(13, "eight by the clock the day summer time begins");
    run(SUN, at(SUN, 8, 0), at(SUN, 17, 0));
    ride(TRANSPORT_PARATRANSIT, TRANSPORT_PARATRANSIT, 6 * DAY + 7 * HOUR, 60);
    EXPECT(RULE_TRANSPORT, 0);
}

void test_transport(void)
{
    there();
    back();
    borders();

    GIVEN("not served because no ride runs, whoever would come");
    run_wednesday();
    struct request r = outing(ANNA, at(WED, 18, 0), 60);
    r.out = TRANSPORT_PARATRANSIT;
    EXPECT_WHY(ask(&r), RULE_TRANSPORT, 3);
}
