/* VETO. Nobody is sent to a client who has said no, nor made to go where they may
 * not or will not. A client who accepts only named escorts has said no to all
 * others (Halmstad: "you always choose who is your escort"). */
#include "rules/rule.h"

void check_veto(struct judgement *j)
{
    for (int r = 0; r < j->problem->n_requests; r++) {
        const struct visit *v = &j->roster->visits[r];
        int client = j->problem->requests[r].client;
        for (int i = 0; i < v->n_escorts; i++) {
            if (!pair_barred(j->problem, client, v->escorts[i]))
                continue;
            struct breach b = breach_of(RULE_VETO, 1);
            b.request = r;
            b.client = client;
            b.escort = v->escorts[i];
            b.from = v->start;
            b.to = v->start + v->minutes;
            report_breach(j, b);
        }
    }
}
