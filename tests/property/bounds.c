/* No bound that needs no linear program is above the best lawful roster there is. */
#include "property.h"

#include "oracle/brute_force.h"
#include "solver/bound.h"

void property_bounds(struct trial *t)
{
    struct truth truth = brute_force(t->problem);
    const struct net *net = net_new(t->arena, t->problem);
    int64_t rights = bound_rights(net), rest = bound_rest(net, truth.rights, NULL);
    complain(t, rights <= truth.rights, "the bound of rights is %lld, the best is %lld",
             (long long)rights, (long long)truth.rights);
    complain(t, rest <= truth.rest, "the bound of the rest is %lld, the best is %lld",
             (long long)rest, (long long)truth.rest);
}
