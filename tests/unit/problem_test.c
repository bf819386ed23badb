#include "small_unit.h"

#include <stdio.h>

static void a_request_adds_its_needs_to_the_clients(void)
{
    struct small_unit u;
    struct request r;
    struct client c;
    const struct problem *p;
    int lift, sign, finnish, client;

    small_begin(&u, 2026, 48);
    lift = problem_add_skill(u.b, "lift");
    sign = problem_add_skill(u.b, "sign");
    finnish = problem_language(u.b, "fi");
    CU_ASSERT_EQUAL(problem_language(u.b, "so"), finnish + 1);
    CU_ASSERT_EQUAL(problem_language(u.b, "fi"), finnish);
    c = (struct client){.id = "ceda", .home = NONE};
    c.needs = (struct needs){UINT64_C(1) << lift, UINT64_C(1) << finnish, 0};
    client = problem_add_client(u.b, "ceda", &c);
    r = small_request(&u, "r", client);
    r.needs = (struct needs){UINT64_C(1) << sign, 0, 'F'};
    small_add(&u, &r);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(p->requests[0].needs.skills,
                    UINT64_C(1) << lift | UINT64_C(1) << sign);
    CU_ASSERT_EQUAL(p->requests[0].needs.language, UINT64_C(1) << finnish);
    CU_ASSERT_EQUAL(p->requests[0].needs.sex, 'F');
    CU_ASSERT_EQUAL(p->clients[client].needs.sex, 0);
    CU_ASSERT_STRING_EQUAL(p->codes[CODE_SKILL][sign], "sign");
    CU_ASSERT_STRING_EQUAL(p->codes[CODE_LANGUAGE][finnish], "fi");
    arena_free(u.arena);
}

static void wishes_are_the_clients_unless_its_own(void)
{
    struct small_unit u;
    struct request r;
    const struct problem *p;

    small_begin(&u, 2026, 48);
    problem_client_wishes(u.b, u.anna, (int[]){u.fred, u.eva}, 2);
    r = small_request(&u, "plain", u.anna);
    small_add(&u, &r);
    r = small_request(&u, "own", u.anna);
    r.n_wishes = 1;
    r.wishes = (int[]){u.eva};
    small_add(&u, &r);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL_FATAL(p->requests[0].n_wishes, 2);
    CU_ASSERT_EQUAL(p->requests[0].wishes[0], u.fred);
    CU_ASSERT_EQUAL_FATAL(p->requests[1].n_wishes, 1);
    CU_ASSERT_EQUAL(p->requests[1].wishes[0], u.eva);
    arena_free(u.arena);
}

static void hours_are_merged_and_absences_taken_out(void)
{
    static const struct span GIVEN[] = {
        {600, 700}, {100, 200}, {200, 300}, {650, 720}, {400, 400}, {290, 310}};
    static const struct span EXPECTED[] = {
        {100, 150}, {180, 250}, {600, 610}, {640, 650}, {700, 720}};
    static const struct span AWAY[] = {
        {650, 700}, {150, 160}, {155, 180}, {250, 600}, {610, 640}};
    struct small_unit u;
    const struct problem *p;
    int ida;

    small_begin(&u, 2026, 48);
    ida = problem_add_escort(u.b, "ida",
                             &(struct escort){.id = "ida",
                                              .home = NONE,
                                              .n_available = 6,
                                              .available = GIVEN,
                                              .contract_minutes = NONE,
                                              .max_minutes = NONE});
    for (int i = 0; i < 5; i++)
        problem_add_absence(u.b, ida, AWAY[i]);
    problem_add_outside(u.b, ida, (struct span){7 * DAY, 7 * DAY + 60});
    problem_add_outside(u.b, ida, (struct span){-90, -30});
    p = small_freeze(&u);
    CU_ASSERT_EQUAL_FATAL(p->escorts[ida].n_available, 5);
    for (int i = 0; i < 5; i++) {
        CU_ASSERT_EQUAL(p->escorts[ida].available[i].from, EXPECTED[i].from);
        CU_ASSERT_EQUAL(p->escorts[ida].available[i].to, EXPECTED[i].to);
    }
    CU_ASSERT_EQUAL_FATAL(p->escorts[ida].n_outside, 2);
    CU_ASSERT_EQUAL(p->escorts[ida].outside[0].from, -90);
    arena_free(u.arena);
}

static void a_whole_absence_leaves_nothing(void)
{
    struct small_unit u;
    const struct problem *p;

    small_begin(&u, 2026, 48);
    problem_add_absence(u.b, u.eva, (struct span){-9 * DAY, 9 * DAY});
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(p->escorts[u.eva].n_available, 0);
    CU_ASSERT_EQUAL(p->escorts[u.fred].n_available, 1);
    arena_free(u.arena);
}

static void who_is_barred_and_why(void)
{
    struct small_unit u;
    const struct problem *p;
    int ida, jon;

    small_begin(&u, 2026, 48);
    ida = small_escort(&u, "ida");
    jon = small_escort(&u, "jon");
    problem_accept_only(u.b, u.anna, (int[]){u.eva, ida}, 2);
    problem_bar(u.b, u.anna, ida, BAR_ESCORT);
    problem_bar(u.b, u.anna, ida, BAR_CLIENT);
    problem_bar(u.b, u.anna, ida, BAR_ESCORT);
    problem_bar(u.b, u.bo, u.fred, BAR_ESCORT);
    problem_bar(u.b, NONE, u.fred, BAR_ESCORT);
    problem_bar(u.b, u.bo, NONE, BAR_ESCORT);
    p = small_freeze(&u);
    CU_ASSERT(p->clients[u.anna].choosy);
    CU_ASSERT_FALSE(p->clients[u.bo].choosy);
    CU_ASSERT_EQUAL(pair_barred(p, u.anna, u.eva), BAR_NONE);
    CU_ASSERT_EQUAL(pair_barred(p, u.anna, u.fred), BAR_NOT_ACCEPTED);
    CU_ASSERT_EQUAL(pair_barred(p, u.anna, ida), BAR_CLIENT);
    CU_ASSERT_EQUAL(pair_barred(p, u.anna, jon), BAR_NOT_ACCEPTED);
    CU_ASSERT_EQUAL(pair_barred(p, u.bo, u.fred), BAR_ESCORT);
    CU_ASSERT_EQUAL(pair_barred(p, u.bo, u.eva), BAR_NONE);
    arena_free(u.arena);
}

static void earlier_visits_add_up_to_a_limit(void)
{
    struct small_unit u;
    const struct problem *p;

    small_begin(&u, 2026, 48);
    problem_add_history(u.b, u.bo, u.fred, 3);
    problem_add_history(u.b, u.bo, u.fred, 4);
    problem_add_history(u.b, u.anna, u.eva, 65000);
    problem_add_history(u.b, u.anna, u.eva, 65000);
    problem_add_history(u.b, u.bo, NONE, 5);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(pair_visits_before(p, u.bo, u.fred), 7);
    CU_ASSERT_EQUAL(pair_visits_before(p, u.anna, u.eva), 65535);
    CU_ASSERT_EQUAL(pair_visits_before(p, u.anna, u.fred), 0);
    arena_free(u.arena);
}

/* 0.009 degrees of latitude are 1 001 m; with the detour 1 301 m, walked in 18
 * minutes. 0.09 degrees are 10 008 m: 13 010 m, ridden in 10 + 29 minutes. */
static void short_ways_are_walked_and_long_ones_ridden(void)
{
    struct small_unit u;
    const struct problem *p;
    int far, same;

    small_begin(&u, 2026, 48);
    far = small_place(&u, "far", 56.76);
    same = small_place(&u, "same", 56.67);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(travel_minutes(p, u.home, u.cinema), 18);
    CU_ASSERT_EQUAL(travel_minutes(p, u.cinema, u.home), 18);
    CU_ASSERT_EQUAL(travel_minutes(p, u.home, far), 39);
    CU_ASSERT_EQUAL(travel_minutes(p, u.home, u.home), 0);
    CU_ASSERT_EQUAL(travel_minutes(p, u.home, same), 0);
    CU_ASSERT_EQUAL(travel_minutes(p, u.home, NONE), 0);
    CU_ASSERT_EQUAL(travel_minutes(p, NONE, far), 0);
    arena_free(u.arena);
    small_begin(&u, 2026, 48);
    problem_set_travel_speeds(u.b,
                              &(struct travel_speeds){100, 50, 1000, 100, 0});
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(travel_minutes(p, u.home, u.cinema), 11);
    arena_free(u.arena);
}

static void a_matrix_is_read_from_row_to_column(void)
{
    uint16_t matrix[] = {0, 7, 9, 0};
    struct small_unit u;
    const struct problem *p;

    small_begin(&u, 2026, 48);
    problem_set_travel_matrix(u.b, matrix, 2);
    matrix[1] = 99;
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(travel_minutes(p, u.home, u.cinema), 7);
    CU_ASSERT_EQUAL(travel_minutes(p, u.cinema, u.home), 9);
    arena_free(u.arena);
}

static void rights_follow_legal_basis_and_priority(void)
{
    static const struct {
        enum legal_basis basis;
        enum priority priority;
        int low_percent, expected;
    } CASES[] = {
        {LSS_9_3, PRIORITY_NORMAL, 50, 11}, {LSS_9_3, PRIORITY_URGENT, 50, 22},
        {LSS_9_3, PRIORITY_LOW, 50, 5},     {SOL_11_1, PRIORITY_NORMAL, 50, 7},
        {SOL_11_4, PRIORITY_LOW, 1, 1},     {SOL_11_5, PRIORITY_NORMAL, 50, 0},
        {SOL_11_5, PRIORITY_URGENT, 50, 0},
    };

    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct rule_figures rule = rule_figures_default();
        struct weight_figures weight = weight_figures_default();
        struct small_unit u;
        struct decision d;
        struct request r;

        small_begin(&u, 2026, 48);
        weight.rights_lss = 11;
        weight.rights_sol = 7;
        weight.rights_sol_extra = 2;
        weight.rights_open = 0;
        weight.low_percent = CASES[i].low_percent;
        problem_set_figures(u.b, &rule, &weight);
        d = small_decision("d", u.anna);
        d.basis = CASES[i].basis;
        problem_add_decision(u.b, "d", &d);
        r = small_request(&u, "r", u.anna);
        r.priority = CASES[i].priority;
        small_add(&u, &r);
        CU_ASSERT_EQUAL(small_freeze(&u)->requests[0].rights,
                        CASES[i].expected);
        arena_free(u.arena);
    }
}

static void the_decision_is_named_or_the_only_one(void)
{
    struct small_unit u;
    struct request r;
    struct decision d;
    const struct problem *p;
    int first, second;

    small_begin(&u, 2026, 48);
    d = small_decision("d", u.anna);
    d.to_day = day_of(2026, 11, 24);
    first = problem_add_decision(u.b, "d", &d);
    d = small_decision("e", u.anna);
    d.from_day = day_of(2026, 11, 25);
    second = problem_add_decision(u.b, "e", &d);
    /* The same id with another client is another decision. */
    d = small_decision("d", u.bo);
    CU_ASSERT_EQUAL(problem_add_decision(u.b, "bo's d", &d), second + 1);
    r = small_request(&u, "only", u.anna);
    small_add(&u, &r);
    r = small_request(&u, "named", u.anna);
    r.decision = first;
    small_add(&u, &r);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(p->requests[0].decision, second);
    CU_ASSERT_EQUAL(p->requests[1].decision, first);
    CU_ASSERT_EQUAL(p->requests[1].n_options, 0);
    arena_free(u.arena);
}

static void without_any_decision_it_is_open_service(void)
{
    struct small_unit u;
    struct request r;
    const struct problem *p;

    small_begin(&u, 2026, 48);
    r = small_request(&u, "r", u.bo);
    small_add(&u, &r);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(p->requests[0].decision, NONE);
    CU_ASSERT_EQUAL(p->requests[0].rights, p->weight.rights_open);
    arena_free(u.arena);
}

static void linked_requests_know_their_link(void)
{
    struct small_unit u;
    struct request r;
    const struct problem *p;

    small_begin(&u, 2026, 48);
    for (int i = 0; i < 3; i++) {
        r = small_request(&u, (const char *[]){"r", "s", "t"}[i], u.anna);
        small_add(&u, &r);
    }
    problem_add_link(u.b, "link", &(struct link){2, 0, -15, 30, true});
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(p->requests[0].link, 0);
    CU_ASSERT_EQUAL(p->requests[1].link, NONE);
    CU_ASSERT_EQUAL(p->requests[2].link, 0);
    CU_ASSERT_EQUAL(p->links[0].gap_min, -15);
    CU_ASSERT(p->links[0].same_escort);
    arena_free(u.arena);
}

static void a_pin_removes_no_options(void)
{
    struct small_unit u;
    struct request r;
    const struct problem *p;
    int at = clock_on(WEDNESDAY, 17, 0);

    small_begin(&u, 2026, 48);
    r = small_request(&u, "r", u.anna);
    u.times[0] = (struct alternative){at, at + 60, at + 20, 0};
    small_add(&u, &r);
    problem_pin(u.b, 0, at + 20, (int[]){u.fred}, 1);
    p = small_freeze(&u);
    CU_ASSERT(p->requests[0].pinned);
    CU_ASSERT_EQUAL(p->requests[0].pin_start, at + 20);
    CU_ASSERT_EQUAL(p->requests[0].n_pin_escorts, 1);
    CU_ASSERT_EQUAL(p->requests[0].pin_escorts[0], u.fred);
    CU_ASSERT_EQUAL(p->requests[0].n_options, 6);
    arena_free(u.arena);
}

static void a_request_takes_on_the_clients_tasks(void)
{
    struct small_unit u;
    struct request r;
    struct client c = {.id = "ceda", .home = NONE};
    const struct problem *p;
    int insulin, peg;

    small_begin(&u, 2026, 48);
    insulin = problem_code(u.b, CODE_TASK, "insulin");
    peg = problem_code(u.b, CODE_TASK, "peg");
    CU_ASSERT_EQUAL(problem_code(u.b, CODE_TASK, "insulin"), insulin);
    CU_ASSERT_EQUAL(problem_code(u.b, CODE_INTEREST, "football"), 0);
    c.tasks = UINT64_C(1) << peg;
    r = small_request(&u, "r", problem_add_client(u.b, "ceda", &c));
    r.tasks = UINT64_C(1) << insulin;
    small_add(&u, &r);
    r = small_request(&u, "s", u.anna);
    small_add(&u, &r);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(p->requests[0].tasks,
                    UINT64_C(1) << insulin | UINT64_C(1) << peg);
    CU_ASSERT_EQUAL(p->requests[1].tasks, 0);
    CU_ASSERT_EQUAL(p->n_codes[CODE_TASK], 2);
    CU_ASSERT_STRING_EQUAL(p->codes[CODE_TASK][peg], "peg");
    CU_ASSERT_EQUAL(p->n_codes[CODE_EXPOSURE], 0);
    arena_free(u.arena);
}

static void rides_by_paratransit_are_waited_for(void)
{
    struct small_unit u;
    struct request r;
    const struct problem *p;

    small_begin(&u, 2026, 48);
    r = small_request(&u, "both", u.anna);
    r.out = r.back = TRANSPORT_PARATRANSIT;
    small_add(&u, &r);
    r = small_request(&u, "there", u.anna);
    r.out = TRANSPORT_PARATRANSIT;
    r.back = TRANSPORT_BUS;
    small_add(&u, &r);
    r = small_request(&u, "none", u.anna);
    small_add(&u, &r);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(p->requests[0].wait_before, 45);
    CU_ASSERT_EQUAL(p->requests[0].wait_after, 45);
    CU_ASSERT_EQUAL(p->requests[1].wait_before, 45);
    CU_ASSERT_EQUAL(p->requests[1].wait_after, 0);
    CU_ASSERT_EQUAL(p->requests[2].wait_before, 0);
    arena_free(u.arena);
}

static void rides_run_all_day_until_hours_are_told(void)
{
    for (int i = 0; i < 2; i++) {
        struct small_unit u;
        const struct problem *p;

        /* Sunday has 25 hours. */
        small_begin(&u, 2026, 43);
        if (i)
            problem_set_paratransit(u.b, 1, (struct span){DAY + 480, DAY + 1020});
        p = small_freeze(&u);
        CU_ASSERT_EQUAL(p->paratransit_hours[1].from, i ? DAY + 480 : DAY);
        CU_ASSERT_EQUAL(p->paratransit_hours[1].to, i ? DAY + 1020 : 2 * DAY);
        CU_ASSERT_EQUAL(p->paratransit_hours[SUNDAY].from, i ? 0 : 6 * DAY);
        CU_ASSERT_EQUAL(p->paratransit_hours[SUNDAY].to,
                        i ? 0 : 7 * DAY + HOUR);
        arena_free(u.arena);
    }
}

static void figures_may_change_inside_the_week(void)
{
    struct rule_figures rule = rule_figures_default();
    struct weight_figures weight = weight_figures_default();
    struct cost_figures cost = cost_figures_default();
    struct small_unit u;
    const struct problem *p;

    small_begin(&u, 2026, 48);
    rule.gap_minutes = 5;
    problem_set_figures(u.b, &rule, &weight);
    cost.fee_ore = 100;
    problem_set_costs(u.b, &cost);
    rule.gap_minutes = 6;
    cost.fee_ore = 200;
    for (int day = 4; day < DAYS; day++)
        problem_set_day(u.b, day, &rule, &cost);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(p->rule.gap_minutes, 5);
    CU_ASSERT_EQUAL(figures_on(p, -1)->gap_minutes, 5);
    CU_ASSERT_EQUAL(figures_on(p, 3)->gap_minutes, 5);
    CU_ASSERT_EQUAL(figures_on(p, 4)->gap_minutes, 6);
    CU_ASSERT_EQUAL(figures_on(p, 9)->gap_minutes, 6);
    CU_ASSERT_EQUAL(costs_on(p, 3)->fee_ore, 100);
    CU_ASSERT_EQUAL(costs_on(p, 4)->fee_ore, 200);
    arena_free(u.arena);
    small_begin(&u, 2026, 48);
    problem_set_day(u.b, 0, &rule, &cost);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(p->rule.gap_minutes, 6);
    CU_ASSERT_EQUAL(figures_on(p, 1)->gap_minutes, 10);
    CU_ASSERT_EQUAL(costs_on(p, 1)->fee_ore, 12500);
    arena_free(u.arena);
}

/* Monday of 2026-W48 is 23 November. */
static void days_and_dates_go_together(void)
{
    struct valid week = {day_of(2026, 11, 23), day_of(2026, 11, 29)};
    struct small_unit u;
    const struct problem *p;

    small_begin(&u, 2026, 48);
    problem_set_today(u.b, day_of(2026, 11, 20));
    problem_set_published(u.b, day_of(2026, 11, 9));
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(problem_date(p, 0), day_of(2026, 11, 23));
    CU_ASSERT_EQUAL(problem_date(p, 8), day_of(2026, 12, 1));
    CU_ASSERT_EQUAL(problem_date(p, -1), day_of(2026, 11, 22));
    CU_ASSERT_FALSE(valid_on(&week, problem_date(p, -1)));
    CU_ASSERT(valid_on(&week, problem_date(p, 0)));
    CU_ASSERT(valid_on(&week, problem_date(p, 6)));
    CU_ASSERT_FALSE(valid_on(&week, problem_date(p, 7)));
    CU_ASSERT_FALSE(valid_on(&(struct valid){0, 0}, problem_date(p, 0)));
    CU_ASSERT_EQUAL(p->today, day_of(2026, 11, 20));
    CU_ASSERT_EQUAL(p->published, day_of(2026, 11, 9));
    arena_free(u.arena);
}

static void childhood_ends_with_the_year(void)
{
    static const int BORN[] = {0, 1960, 2007, 2008, 2020};
    static const bool CHILD[] = {false, false, false, true, true};
    struct small_unit u;
    const struct problem *p;
    char id[] = "c0";

    small_begin(&u, 2026, 53);
    for (int i = 0; i < 5; i++) {
        id[1] = (char)('0' + i);
        problem_add_client(u.b, id, &(struct client){.id = id,
                                                     .home = NONE,
                                                     .birth_year = BORN[i]});
    }
    p = small_freeze(&u);
    for (int i = 0; i < 5; i++)
        CU_ASSERT_EQUAL(client_is_child(p, 2 + i), CHILD[i]);
    arena_free(u.arena);
}

static void bonds_are_told_by_their_own_functions(void)
{
    struct small_unit u;
    struct client c = {.id = "ceda",
                       .home = NONE,
                       .primary = 1,
                       .deputy = 1,
                       .short_before = 7,
                       .n_shares = 3};
    const struct problem *p;
    int ceda;

    small_begin(&u, 2026, 48);
    ceda = problem_add_client(u.b, "ceda", &c);
    problem_client_named(u.b, u.anna, u.fred, u.eva);
    problem_client_named(u.b, u.bo, u.fred, NONE);
    problem_client_shares(u.b, u.anna, ceda);
    problem_client_shares(u.b, u.anna, u.bo);
    problem_client_shares(u.b, u.anna, NONE);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(p->clients[ceda].primary, NONE);
    CU_ASSERT_EQUAL(p->clients[ceda].deputy, NONE);
    CU_ASSERT_EQUAL(p->clients[ceda].short_before, 0);
    CU_ASSERT_EQUAL(p->clients[ceda].n_shares, 0);
    CU_ASSERT_EQUAL(p->clients[u.anna].primary, u.fred);
    CU_ASSERT_EQUAL(p->clients[u.anna].deputy, u.eva);
    CU_ASSERT_EQUAL(p->clients[u.bo].deputy, NONE);
    CU_ASSERT_EQUAL_FATAL(p->clients[u.anna].n_shares, 2);
    CU_ASSERT_EQUAL(p->clients[u.anna].shares[0], u.bo);
    CU_ASSERT_EQUAL(p->clients[u.anna].shares[1], ceda);
    arena_free(u.arena);
}

static void delegations_come_by_client(void)
{
    struct small_unit u;
    const struct problem *p;
    int peg;

    small_begin(&u, 2026, 48);
    peg = problem_code(u.b, CODE_TASK, "peg");
    for (int i = 3; i > 0; i--) {
        struct delegation d = {
            (int[]){u.anna, NONE, u.bo}[i - 1], UINT64_C(1) << peg, {i, 20000}};

        problem_add_delegation(u.b, u.eva, &d);
    }
    p = small_freeze(&u);
    CU_ASSERT_EQUAL_FATAL(p->escorts[u.eva].n_delegations, 2);
    CU_ASSERT_EQUAL(p->escorts[u.eva].delegations[0].client, u.anna);
    CU_ASSERT_EQUAL(p->escorts[u.eva].delegations[1].client, u.bo);
    CU_ASSERT_EQUAL(p->escorts[u.eva].delegations[1].valid.from_day, 3);
    CU_ASSERT_EQUAL(p->escorts[u.fred].n_delegations, 0);
    arena_free(u.arena);
}

static void what_was_offered_and_published_is_kept(void)
{
    struct small_unit u;
    struct request r;
    const struct problem *p;
    int ida;

    small_begin(&u, 2026, 48);
    ida = problem_add_escort(u.b, "ida",
                             &(struct escort){.id = "ida",
                                              .home = NONE,
                                              .engagement = CONTRACTOR,
                                              .contract_minutes = NONE,
                                              .max_minutes = NONE});
    r = small_request(&u, "r", u.anna);
    r.n_offers = 5;
    r.published = true;
    small_add(&u, &r);
    r.id = "s";
    small_add(&u, &r);
    problem_add_offer(u.b, 1, &(struct offer){ida, ANSWER_DECLINED, 20000});
    problem_add_offer(u.b, 1, &(struct offer){NONE, ANSWER_ACCEPTED, 0});
    problem_request_published(u.b, 1, 300, 90, (int[]){u.fred, NONE, ida}, 3);
    p = small_freeze(&u);
    CU_ASSERT_EQUAL(p->requests[0].n_offers, 0);
    CU_ASSERT_FALSE(p->requests[0].published);
    CU_ASSERT_EQUAL_FATAL(p->requests[1].n_offers, 1);
    CU_ASSERT_EQUAL(p->requests[1].offers[0].answer, ANSWER_DECLINED);
    CU_ASSERT(p->requests[1].published);
    CU_ASSERT_EQUAL(p->requests[1].pub_start, 300);
    CU_ASSERT_EQUAL(p->requests[1].pub_minutes, 90);
    CU_ASSERT_EQUAL_FATAL(p->requests[1].n_pub_escorts, 2);
    CU_ASSERT_EQUAL(p->requests[1].pub_escorts[1], ida);
    arena_free(u.arena);
}

static void an_open_offer_is_not_assessed(void)
{
    for (int basis = -1; basis < LEGAL_BASIS_COUNT; basis++) {
        struct small_unit u;
        struct request r;
        struct decision d;

        small_begin(&u, 2026, 48);
        d = small_decision("d", u.anna);
        d.basis = basis < 0 ? LSS_9_3 : (enum legal_basis)basis;
        if (basis >= 0)
            problem_add_decision(u.b, "d", &d);
        r = small_request(&u, "r", u.anna);
        small_add(&u, &r);
        CU_ASSERT_EQUAL(small_freeze(&u)->requests[0].assessed,
                        basis >= 0 && basis != SOL_11_5);
        arena_free(u.arena);
    }
}

static void five_thousand_ids_are_found(void)
{
    struct small_unit u;
    struct request r;
    const struct problem *p;
    char id[16];
    int wrong = 0;

    small_begin(&u, 2026, 48);
    for (int i = 0; i < 5000; i++) {
        snprintf(id, sizeof id, "r%d", i);
        r = small_request(&u, id, u.bo);
        wrong += small_add(&u, &r) != i;
    }
    memset(id, 'x', 8);
    p = small_freeze(&u);
    for (int i = 0; i < 5000; i++) {
        snprintf(id, sizeof id, "r%d", i);
        wrong += problem_find_request(p, id) != i;
    }
    CU_ASSERT_EQUAL(wrong, 0);
    CU_ASSERT_EQUAL(problem_find_request(p, "r5000"), NONE);
    CU_ASSERT_EQUAL(problem_find_client(p, "bo"), u.bo);
    CU_ASSERT_EQUAL(problem_find_client(p, "eva"), NONE);
    CU_ASSERT_EQUAL(problem_find_escort(p, "fred"), u.fred);
    CU_ASSERT_EQUAL(problem_find_place(p, "cinema"), u.cinema);
    CU_ASSERT_EQUAL(problem_find_place(p, ""), NONE);
    arena_free(u.arena);
}

static void the_words_are_those_of_the_files(void)
{
    CU_ASSERT_STRING_EQUAL(engagement_word(EMPLOYED_HOURLY),
                           "employed_hourly");
    CU_ASSERT_STRING_EQUAL(engagement_word(CONTRACTOR), "contractor");
    CU_ASSERT_STRING_EQUAL(legal_basis_word(LSS_9_3), "LSS_9_3");
    CU_ASSERT_STRING_EQUAL(legal_basis_word(SOL_11_5), "SOL_11_5");
    CU_ASSERT_STRING_EQUAL(grant_period_word(PER_OCCASION), "occasion");
    CU_ASSERT_STRING_EQUAL(grant_period_word(PER_WEEK), "week");
    CU_ASSERT_STRING_EQUAL(priority_word(PRIORITY_URGENT), "urgent");
    CU_ASSERT_STRING_EQUAL(priority_word(PRIORITY_LOW), "low");
    CU_ASSERT_STRING_EQUAL(transport_word(TRANSPORT_NONE), "none");
    CU_ASSERT_STRING_EQUAL(transport_word(TRANSPORT_PARATRANSIT),
                           "paratransit");
    CU_ASSERT_STRING_EQUAL(carry_word(CARRY_NEXT_PERIOD), "next_period");
    CU_ASSERT_STRING_EQUAL(answer_word(ANSWER_DECLINED), "declined");
}

void problem_suite(void)
{
    CU_pSuite s = CU_add_suite("problem", NULL, NULL);

    CU_add_test(s, "a request adds its needs to the client's",
                a_request_adds_its_needs_to_the_clients);
    CU_add_test(s, "wishes are the client's unless the request has its own",
                wishes_are_the_clients_unless_its_own);
    CU_add_test(s, "hours are merged and absences taken out",
                hours_are_merged_and_absences_taken_out);
    CU_add_test(s, "a whole absence leaves nothing",
                a_whole_absence_leaves_nothing);
    CU_add_test(s, "who is barred and why", who_is_barred_and_why);
    CU_add_test(s, "earlier visits add up to a limit",
                earlier_visits_add_up_to_a_limit);
    CU_add_test(s, "short ways are walked and long ones ridden",
                short_ways_are_walked_and_long_ones_ridden);
    CU_add_test(s, "a matrix is read from row to column",
                a_matrix_is_read_from_row_to_column);
    CU_add_test(s, "rights follow legal basis and priority",
                rights_follow_legal_basis_and_priority);
    CU_add_test(s, "the decision is the named one or the only one that holds",
                the_decision_is_named_or_the_only_one);
    CU_add_test(s, "without any decision it is open service",
                without_any_decision_it_is_open_service);
    CU_add_test(s, "linked requests know their link",
                linked_requests_know_their_link);
    CU_add_test(s, "a pin removes no options", a_pin_removes_no_options);
    CU_add_test(s, "a request takes on the client's tasks",
                a_request_takes_on_the_clients_tasks);
    CU_add_test(s, "rides by paratransit are waited for",
                rides_by_paratransit_are_waited_for);
    CU_add_test(s, "rides run all day until hours are told",
                rides_run_all_day_until_hours_are_told);
    CU_add_test(s, "figures may change inside the week",
                figures_may_change_inside_the_week);
    CU_add_test(s, "days and dates go together", days_and_dates_go_together);
    CU_add_test(s, "childhood ends with the year",
                childhood_ends_with_the_year);
    CU_add_test(s, "bonds are told by their own functions",
                bonds_are_told_by_their_own_functions);
    CU_add_test(s, "delegations come by client", delegations_come_by_client);
    CU_add_test(s, "what was offered and published is kept",
                what_was_offered_and_published_is_kept);
    CU_add_test(s, "an open offer is not assessed",
                an_open_offer_is_not_assessed);
    CU_add_test(s, "five thousand ids are found", five_thousand_ids_are_found);
    CU_add_test(s, "the words are those of the files",
                the_words_are_those_of_the_files);
}
