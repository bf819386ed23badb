#include "model/draft.h"

#include "model/builder.h"

int draft_clients(const struct problem_builder *b)
{
    return b->clients.n;
}

int draft_escorts(const struct problem_builder *b)
{
    return b->escorts.n;
}

int draft_requests(const struct problem_builder *b)
{
    return b->requests.n;
}

const struct escort *draft_escort(const struct problem_builder *b, int escort)
{
    return &b->escorts.at[escort].it;
}

const struct decision *draft_decision(const struct problem_builder *b,
                                      int decision)
{
    return &b->decisions.at[decision].it;
}

const struct request *draft_request(const struct problem_builder *b,
                                    int request)
{
    return &b->requests.at[request].it;
}

const struct rule_figures *draft_rules(const struct problem_builder *b)
{
    return &b->problem->rule;
}
