/* CONTRACT. Employees work the hours of their contract, neither fewer nor more. */
#include "rules/rule.h"

int64_t contract_of(const struct problem *p, const struct escort_week *w,
                    struct judgement *j)
{
    int contract = p->escorts[w->escort].contract_minutes;
    (void)j;
    if (contract == NONE)
        return 0;
    int over = working_minutes(p, w) - contract;
    return over > 0 ? (int64_t)over * p->weight.contract_over_minute
                    : -(int64_t)over * p->weight.contract_under_minute;
}

void check_contract(struct judgement *j)
{
    judge_each_escort(j, RULE_CONTRACT, contract_of);
}
