/* One test for every row of the rule list: a rule without a test does not link. */
#include "given.h"

#define X(NAME, name, tier, unit, sentence, source) void test_##name(void);
RULE_LIST(X)
#undef X

static void (*const TESTS[RULE_COUNT])(void) = {
#define X(NAME, name, tier, unit, sentence, source) test_##name,
    RULE_LIST(X)
#undef X
};

int main(void)
{
    for (int rule = 0; rule < RULE_COUNT; rule++)
        TESTS[rule]();
    return given_tally() > 0;
}
