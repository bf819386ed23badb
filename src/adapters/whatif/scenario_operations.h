/* The one list of operations; each is in a file named after what it is about. */
#ifndef ADAPTERS_SCENARIO_OPERATIONS_H
#define ADAPTERS_SCENARIO_OPERATIONS_H

#include "adapters/whatif/scenario.h"

/* X(name, what it does, on whose word); both are said to people. */
#define OPERATION_LIST(X)                                                      \
    X(engage,                                                                  \
      "Escorts on commission become employed, or the other way round. A "      \
      "full-time employee takes over what so many commissioned escorts did "    \
      "(`replaces`; fewer in part time, one by the hour), with their skills, "  \
      "and with the clients who accepted any of them; a client's no to one of " \
      "them does not bind whoever is employed. Those who are replaced leave. "  \
      "The employed work any day from 8 to 22, every other weekend.",    \
      "Assumption: a town with 80 commissioned escorts could do with 12 to 18 " \
      "employed and a pool; mix of contracts by the municipality's full-time "  \
      "norm. What differs by engagement (rest, supplements, on-cost, pension) " \
      "is in the profiles: ATL, AB, cost-se-demo")                             \
    X(contract,                                                                \
      "Those employed by the month get other contract hours, in per cent of "  \
      "40 hours a week.",                                                      \
      "ATL 5 §: 40 hours a week are full time; the rest is the scenario's")    \
    X(grant,                                                                   \
      "Decisions grant more time: so many per cent, and at least so many "     \
      "minutes a month; and so many per cent of the outings are asked for "    \
      "that are asked for now, the further ones on another day of the week.",  \
      "SoL 11:1, 11:4 and LSS 7 § leave the amount to the individual "         \
      "decision; share and demand are assumptions")                            \
    X(demand,                                                                  \
      "More or fewer outings are asked for, by the clients there are.",        \
      "Assumption")                                                            \
    X(open_offer,                                                              \
      "An open offer without needs assessment: as many people as so many per " \
      "cent of the clients would like to come (`wishing`), and more once it "  \
      "is there (`induced`); each may have so many minutes a month (`cap`). "  \
      "Places go by the queue: in the order of asking, by lot, or to those "   \
      "with the most needs first; the others wait. They ask for what present " \
      "clients ask for and accept anybody suitable. Assessed time goes first.", \
      "SoL (2025:400) 11:5; KL 2:3 on equal treatment; wishing and induced "   \
      "demand (1.2 to 3 times) are assumptions")                               \
    X(inflow,                                                                  \
      "More people get a decision, each with so many minutes a month; they "   \
      "ask for what present clients under that law ask for and accept anybody " \
      "suitable.",                                                             \
      "LSS 9 § 3, SoL 11:1: whoever loses state assistance may have a right "  \
      "to the municipality's services; numbers are assumptions")               \
    X(session,                                                                 \
      "A leisure activity in a group every week. So many per cent of the "     \
      "clients would take it instead of an outing, as their choice of that "   \
      "rank. Leaders are employed by the hour for it, and the participants "   \
      "accept them.",                                                          \
      "LSS 15 § 5: leisure and culture accessible to the group; LSS 19 § on "  \
      "fees; place, time and interest are assumptions")                        \
    X(add_escorts,                                                             \
      "More escorts, with these skills, languages and hours; so many per cent " \
      "of the clients who accept named escorts only accept each of them.",     \
      "Assumption")                                                            \
    X(remove_escorts,                                                          \
      "So many per cent of the escorts leave: those whom the fewest clients "  \
      "name first, or as drawn. A client of whose named escorts nobody is "    \
      "left accepts nobody.",                                                  \
      "Assumption")                                                            \
    X(rules, "Figures of working time and the like are set otherwise.",        \
      "the scenario's; `ledsaga options` tells each figure and its source")    \
    X(weights,                                                                 \
      "What counts is weighed otherwise. Points are then counted otherwise "   \
      "too, and are not compared.",                                            \
      "the scenario's; `ledsaga options` tells each weight")                   \
    X(costs, "Costs are set otherwise.",                                       \
      "the scenario's; `ledsaga options --profiles` tells each and its source") \
    X(profiles, "Other dated profiles of rules and costs are in force.",       \
      "the profiles themselves: `ledsaga options --profiles`")                 \
    X(cut, "Only the people and places of one area.", "the unit's areas")      \
    X(demand_seed, "One draw of demand for all runs.", "the seed")

#define X(name, text, source)                                                  \
    enum status operation_##name(struct scene *s, const struct operation *o);
OPERATION_LIST(X)
#undef X

#endif
