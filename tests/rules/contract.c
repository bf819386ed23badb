/* Employees work the hours of their contract, neither fewer nor more: a point a
 * minute either way. */
#include "given.h"

void test_contract(void)
{
    GIVEN("the hours of the contract");
    given.escorts[EVA].contract_minutes = 240;
    does(EVA, at(MON, 10, 0), 120);
    does(EVA, at(TUE, 10, 0), 120);
    EXPECT(RULE_CONTRACT, 0);

    GIVEN("half an hour fewer");
    given.escorts[EVA].contract_minutes = 240;
    does(EVA, at(MON, 10, 0), 120);
    does(EVA, at(TUE, 10, 0), 90);
    EXPECT(RULE_CONTRACT, 30);

    GIVEN("a quarter more");
    given.escorts[EVA].contract_minutes = 240;
    does(EVA, at(MON, 10, 0), 120);
    does(EVA, at(TUE, 10, 0), 135);
    EXPECT(RULE_CONTRACT, 15);

    GIVEN("more and fewer have points of their own");
    given.weight.contract_over_minute = 2;
    given.weight.contract_under_minute = 5;
    given.escorts[EVA].contract_minutes = 240;
    given.escorts[HUGO].contract_minutes = 100;
    does(EVA, at(MON, 10, 0), 255);
    does(HUGO, at(MON, 10, 0), 90);
    EXPECT(RULE_CONTRACT, 15 * 2 + 10 * 5);

    GIVEN("travel is work of an employee");
    given.escorts[EVA].contract_minutes = 240;
    does(EVA, at(MON, 10, 0), 120);
    does_at(POOL, EVA, at(MON, 14, 0), 90);
    EXPECT(RULE_CONTRACT, 0);

    GIVEN("travel is not, where the unit does not count it");
    given.rule.travel_is_work = 0;
    given.escorts[EVA].contract_minutes = 240;
    does(EVA, at(MON, 10, 0), 120);
    does_at(POOL, EVA, at(MON, 14, 0), 90);
    EXPECT(RULE_CONTRACT, 30);

    GIVEN("who does not work at all is short of the whole contract");
    given.escorts[HUGO].contract_minutes = 100;
    unit();
    EXPECT(RULE_CONTRACT, 100);

    GIVEN("who has no contract hours is short of none");
    does(MIA, at(MON, 10, 0), 480);
    EXPECT(RULE_CONTRACT, 0);

    GIVEN("a contract of no hours is exceeded by every minute");
    given.escorts[EVA].contract_minutes = 0;
    does(EVA, at(MON, 10, 0), 60);
    EXPECT(RULE_CONTRACT, 60);

    GIVEN("what was worked in other weeks does not fill this one's");
    given.escorts[EVA].contract_minutes = 240;
    problem_add_outside(unit(), EVA, (struct span){-300, -60});
    EXPECT(RULE_CONTRACT, 240);
}
