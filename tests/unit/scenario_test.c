/* Scenarios read, and what each operation does to a small workspace. */
#include "ledsaga/whatif.h"
#include "small_workspace.h"

#define WEEK_48 "2026-W48"
#define SWIM REQUEST("swim", "anna", 120, "2026-11-24", "13:00", "")
#define WALK REQUEST("walk", "bo", 60, "2026-11-25", "10:00", "")

static void open_week(struct small_workspace *w)
{
    small_open(w, "");
    small_week(w, WEEK_48, "", SWIM "," WALK, NULL);
}

static const struct scenario *scenarios_of(struct small_workspace *w, const char *operations,
                                           const char *more, int *n)
{
    const char *const refs[] = {"own"};
    const struct scenario *list = NULL;
    small_put(w, "scenarios/own.json",
              arena_print(w->arena,
                          "{\"format\":\"ledsaga-scenario\",\"version\":1,\"id\":\"own\","
                          "\"name\":\"Own\",\"operations\":[%s]%s}",
                          operations, more));
    scenarios_read(w->arena, w->folder, refs, 1, &list, n, &w->faults);
    return list;
}

static enum status week_as(struct small_workspace *w, const struct scenario *s, int64_t demand,
                           struct scenario_week *out)
{
    const struct scenario_ground *g;
    TRY(scenario_ground_open(w->arena, w->folder, 2026, 48, &g, &w->faults));
    enum status status = scenario_week_read(w->arena, g, s, demand, out, &w->faults);
    scenario_ground_close(g);
    return status;
}

static struct scenario_week changed(struct small_workspace *w, const char *operations)
{
    struct scenario_week out = {0};
    int n = 0;
    const struct scenario *s = scenarios_of(w, operations, "", &n);
    CU_ASSERT_EQUAL_FATAL(n, 1);
    enum status status = week_as(w, s, 0, &out);
    if (status != STATUS_OK)
        printf("\n    %s: %s: %s\n", w->faults.list[0].file, w->faults.list[0].place,
               w->faults.list[0].what);
    CU_ASSERT_EQUAL_FATAL(status, STATUS_OK);
    return out;
}

static const struct escort *escort_named(const struct problem *p, const char *id)
{
    int e = problem_find_escort(p, id);
    CU_ASSERT_NOT_EQUAL_FATAL(e, NONE);
    return &p->escorts[e];
}

static void the_empty_scenario_changes_nothing(void)
{
    struct small_workspace w;
    open_week(&w);
    struct scenario_week out = changed(&w, "");
    CU_ASSERT_EQUAL(out.problem->hash, small_read(&w, 2026, 48)->hash);
    CU_ASSERT_EQUAL(out.waiting, 0);
    small_close(&w);
}

static void to_engage_nobody_leaves_the_input_as_it_is(void)
{
    struct small_workspace w;
    open_week(&w);
    struct scenario_week out = changed(&w, "{\"op\":\"engage\",\"share\":0}");
    CU_ASSERT_EQUAL(out.problem->hash, small_read(&w, 2026, 48)->hash);
    small_close(&w);
}

static void the_commissioned_become_employed(void)
{
    struct small_workspace w;
    open_week(&w);
    struct scenario_week out =
        changed(&w, "{\"op\":\"engage\",\"full_time\":100,\"part_time_80\":0,"
                    "\"part_time_50\":0,\"hourly\":0}");
    const struct escort *fred = escort_named(out.problem, "fred");
    CU_ASSERT_EQUAL(fred->engagement, EMPLOYED_MONTHLY);
    CU_ASSERT_EQUAL(fred->contract_minutes, 2400);
    small_close(&w);
}

static void an_employee_takes_over_the_clients_of_those_replaced(void)
{
    static const char UNIT[] =
        "{\"format\":\"ledsaga-unit\",\"version\":1,\"id\":\"u\",\"name\":\"U\","
        "\"skills\":[\"A\",\"B\"],\"places\":[{\"id\":\"home\",\"name\":\"Home\"}],"
        "\"clients\":[{\"id\":\"anna\",\"name\":\"Anna\",\"home\":\"home\","
        "\"accepts\":[\"x\"],\"wishes\":[\"x\"]},{\"id\":\"bo\",\"name\":\"Bo\","
        "\"home\":\"home\",\"accepts\":[\"y\"]}],"
        "\"escorts\":[{\"id\":\"x\",\"name\":\"X\",\"engagement\":\"contractor\","
        "\"skills\":[\"A\"]},{\"id\":\"y\",\"name\":\"Y\",\"engagement\":\"contractor\","
        "\"skills\":[\"B\"]}]}";
    struct small_workspace w;
    open_week(&w);
    small_put(&w, "unit.json", UNIT);
    struct scenario_week out =
        changed(&w, "{\"op\":\"engage\",\"replaces\":2,\"full_time\":100,"
                    "\"part_time_80\":0,\"part_time_50\":0,\"hourly\":0}");
    const struct problem *p = out.problem;
    CU_ASSERT_EQUAL_FATAL(p->n_escorts, 1);
    CU_ASSERT_EQUAL(p->escorts[0].skills, 3);
    for (int c = 0; c < 2; c++)
        CU_ASSERT_EQUAL(pair_barred(p, c, 0), BAR_NONE);
    CU_ASSERT_EQUAL(p->clients[problem_find_client(p, "anna")].n_wishes, 1);
    small_close(&w);
}

static void employees_become_contractors_with_their_hours_as_a_limit(void)
{
    struct small_workspace w;
    open_week(&w);
    struct scenario_week out = changed(
        &w, "{\"op\":\"engage\",\"from\":\"employed\",\"into\":\"contractor\"}");
    const struct escort *eva = escort_named(out.problem, "eva");
    CU_ASSERT_EQUAL(eva->engagement, CONTRACTOR);
    CU_ASSERT_EQUAL(eva->contract_minutes, NONE);
    CU_ASSERT_EQUAL(eva->max_minutes, 240);
    small_close(&w);
}

static void contracts_and_figures_are_set(void)
{
    struct small_workspace w;
    open_week(&w);
    struct scenario_week out = changed(
        &w, "{\"op\":\"contract\",\"percent\":50},"
            "{\"op\":\"rules\",\"set\":{\"gap_minutes\":25}},"
            "{\"op\":\"weights\",\"set\":{\"face_new\":7}},"
            "{\"op\":\"costs\",\"set\":{\"fee_ore\":20000}}");
    CU_ASSERT_EQUAL(escort_named(out.problem, "eva")->contract_minutes, 1200);
    CU_ASSERT_EQUAL(figures_on(out.problem, 0)->gap_minutes, 25);
    CU_ASSERT_EQUAL(out.problem->weight.face_new, 7);
    CU_ASSERT_EQUAL(costs_on(out.problem, 0)->fee_ore, 20000);
    small_close(&w);
}

static void grants_rise_and_more_is_asked_for(void)
{
    struct small_workspace w;
    open_week(&w);
    struct scenario_week out = changed(&w, "{\"op\":\"grant\",\"basis\":\"LSS_9_3\","
                                           "\"percent\":150,\"demand\":300}");
    const struct problem *p = out.problem;
    CU_ASSERT_EQUAL(p->decisions[0].minutes, 1800);
    CU_ASSERT_EQUAL(p->decisions[1].minutes, 1200);
    CU_ASSERT_EQUAL(p->n_requests, 4);
    CU_ASSERT_NOT_EQUAL(problem_find_request(p, "swim.more1"), NONE);
    CU_ASSERT_NOT_EQUAL(problem_find_request(p, "swim.more2"), NONE);
    small_close(&w);
}

static void fewer_may_be_asked_for_too(void)
{
    struct small_workspace w;
    open_week(&w);
    struct scenario_week out = changed(&w, "{\"op\":\"demand\",\"percent\":50}");
    CU_ASSERT_EQUAL(out.problem->n_requests, 1);
    small_close(&w);
}

static void an_open_offer_has_a_cap_and_a_queue(void)
{
    struct small_workspace w;
    open_week(&w);
    struct scenario_week out = changed(&w, "{\"op\":\"open_offer\",\"wishing\":150,"
                                           "\"cap\":300,\"places\":2}");
    const struct problem *p = out.problem;
    CU_ASSERT_EQUAL(p->n_clients, 4);
    CU_ASSERT_EQUAL(p->n_requests, 4);
    CU_ASSERT_EQUAL(out.waiting, 1);
    CU_ASSERT_EQUAL(p->decisions[p->n_decisions - 1].minutes, 300);
    CU_ASSERT_EQUAL(p->decisions[p->n_decisions - 1].basis, SOL_11_5);
    small_close(&w);
}

static void people_come_with_a_right(void)
{
    struct small_workspace w;
    open_week(&w);
    struct scenario_week out =
        changed(&w, "{\"op\":\"inflow\",\"people\":2,\"basis\":\"LSS_9_3\"}");
    CU_ASSERT_EQUAL(out.problem->n_clients, 4);
    CU_ASSERT_EQUAL(out.problem->decisions[3].basis, LSS_9_3);
    small_close(&w);
}

static void a_group_is_an_alternative_with_leaders_of_its_own(void)
{
    struct small_workspace w;
    open_week(&w);
    struct scenario_week out =
        changed(&w, "{\"op\":\"session\",\"activity\":\"Film\",\"day\":\"thu\","
                    "\"at\":\"18:00\",\"share\":100,\"leaders\":1}");
    const struct problem *p = out.problem;
    CU_ASSERT_EQUAL_FATAL(p->n_sessions, 1);
    CU_ASSERT_EQUAL(p->sessions[0].start, 3 * DAY + 18 * HOUR);
    CU_ASSERT_EQUAL(p->requests[0].n_alternatives, 2);
    CU_ASSERT_EQUAL(p->requests[0].alternatives[1].session, 1);
    CU_ASSERT_EQUAL(escort_named(p, "lead-1")->engagement, EMPLOYED_HOURLY);
    small_close(&w);
}

static void escorts_come_and_go(void)
{
    struct small_workspace w;
    open_week(&w);
    struct scenario_week more = changed(
        &w, "{\"op\":\"add_escorts\",\"people\":2,\"kind\":\"employed_monthly\","
            "\"contract_percent\":50,\"days\":[\"sat\"],\"from\":\"10:00\",\"to\":\"12:00\"}");
    CU_ASSERT_EQUAL(more.problem->n_escorts, 4);
    CU_ASSERT_EQUAL(escort_named(more.problem, "new-2")->contract_minutes, 1200);
    CU_ASSERT_EQUAL(escort_named(more.problem, "new-2")->available[0].to, 5 * DAY + 12 * HOUR);
    struct scenario_week fewer = changed(
        &w, "{\"op\":\"remove_escorts\",\"percent\":100,\"who\":\"contractor\"}");
    CU_ASSERT_EQUAL(fewer.problem->n_escorts, 1);
    CU_ASSERT_EQUAL(problem_find_escort(fewer.problem, "fred"), NONE);
    small_close(&w);
}

static void a_sweep_is_a_scenario_for_each_value(void)
{
    struct small_workspace w;
    int n = 0;
    open_week(&w);
    const struct scenario *s = scenarios_of(
        &w, "{\"op\":\"engage\"}",
        ",\"sweep\":{\"op\":\"engage\",\"key\":\"share\",\"values\":[0,50]}", &n);
    CU_ASSERT_EQUAL_FATAL(n, 2);
    CU_ASSERT_STRING_EQUAL(s[0].id, "own@0");
    CU_ASSERT_STRING_EQUAL(s[1].value, "50");
    CU_ASSERT_STRING_EQUAL(s[1].unit, "%");
    CU_ASSERT_PTR_NOT_NULL(strstr(s[1].assumptions[0].values, "share = 50 %"));
    small_close(&w);
}

static void one_value_of_a_sweep_can_be_named(void)
{
    const char *const refs[] = {"employ@75"};
    struct small_workspace w;
    const struct scenario *s;
    int n;
    open_week(&w);
    CU_ASSERT_EQUAL(scenarios_read(w.arena, w.folder, refs, 1, &s, &n, &w.faults), STATUS_OK);
    CU_ASSERT_EQUAL_FATAL(n, 1);
    CU_ASSERT_STRING_EQUAL(s[0].id, "employ@75");
    small_close(&w);
}

static void refuses(const char *operations, const char *more, const char *place, const char *what)
{
    struct small_workspace w;
    int n = 0;
    open_week(&w);
    scenarios_of(&w, operations, more, &n);
    CU_ASSERT_TRUE_FATAL(w.faults.seen > 0);
    const struct fault *f = &w.faults.list[0];
    bool right = strcmp(f->place, place) == 0 && strstr(f->what, what) && *f->remedy;
    if (!right)
        printf("\n    the fault is: %s: %s / %s\n", f->place, f->what, f->remedy);
    CU_ASSERT_TRUE(right);
    small_close(&w);
}

static void what_is_wrong_in_a_scenario_is_told_with_its_place(void)
{
    refuses("{\"op\":\"engages\"}", "", "operations[0].op", "engages");
    refuses("{\"op\":\"engage\",\"share\":101}", "", "operations[0].share", "101");
    refuses("{\"op\":\"engage\",\"shares\":1}", "", "operations[0].shares", "shares");
    refuses("{\"op\":\"contract\"}", "", "operations[0]", "percent");
    refuses("", ",\"sweep\":{\"op\":\"engage\",\"key\":\"shares\",\"values\":[1]}", "sweep.key",
            "shares");
}

static void what_a_scenario_cannot_do_is_told_with_its_operation(void)
{
    struct small_workspace w;
    struct scenario_week out;
    int n;
    open_week(&w);
    const struct scenario *s =
        scenarios_of(&w, "{\"op\":\"cut\",\"area\":\"Nowhere\"}", "", &n);
    CU_ASSERT_EQUAL(week_as(&w, s, 0, &out),
                    STATUS_INPUT);
    CU_ASSERT_STRING_EQUAL(w.faults.list[0].file, "own");
    CU_ASSERT_STRING_EQUAL(w.faults.list[0].place, "operations[0]");
    CU_ASSERT_TRUE(*w.faults.list[0].remedy);
    small_close(&w);
}

static void the_workspace_is_blamed_for_its_own_faults(void)
{
    struct small_workspace w;
    struct scenario_week out;
    int n;
    open_week(&w);
    const struct scenario *s = scenarios_of(&w, "{\"op\":\"contract\",\"percent\":50}", "", &n);
    small_week(&w, WEEK_48, "", REQUEST("swim", "nobody", 120, "2026-11-24", "13:00", ""), NULL);
    CU_ASSERT_EQUAL(week_as(&w, s, 0, &out),
                    STATUS_INPUT);
    CU_ASSERT_PTR_NOT_NULL(strstr(w.faults.list[0].file, w.folder));
    CU_ASSERT_STRING_EQUAL(w.faults.list[0].place, "requests[0].client");
    small_close(&w);
}

static void demand_is_drawn_from_the_workspace_s_own_weeks(void)
{
    struct small_workspace w;
    struct scenario_week out;
    int n, other = 0;
    open_week(&w);
    small_week(&w, "2026-W47", "", REQUEST("run", "anna", 90, "2026-11-17", "15:00", ""), NULL);
    const struct scenario *s = scenarios_of(&w, "", "", &n);
    for (int demand = 1; demand <= 8; demand++) {
        CU_ASSERT_EQUAL_FATAL(
            week_as(&w, s, demand, &out),
            STATUS_OK);
        int run = problem_find_request(out.problem, "run.from1");
        if (run == NONE)
            continue;
        other++;
        CU_ASSERT_EQUAL(problem_find_request(out.problem, "swim"), NONE);
        CU_ASSERT_EQUAL(out.problem->requests[run].alternatives[0].from, DAY + 15 * HOUR);
    }
    CU_ASSERT_TRUE(other > 0 && other < 8);
    small_close(&w);
}

static void one_week_alone_cannot_be_drawn_anew(void)
{
    struct small_workspace w;
    struct scenario_week out;
    int n;
    open_week(&w);
    const struct scenario *s = scenarios_of(&w, "", "", &n);
    CU_ASSERT_EQUAL(week_as(&w, s, 1, &out),
                    STATUS_INPUT);
    small_close(&w);
}

static void every_shipped_scenario_can_be_read(void)
{
    struct small_workspace w;
    const struct scenario *s;
    const char **ids;
    int n_scenarios;
    open_week(&w);
    int n = scenarios_list(w.arena, NULL, &ids);
    CU_ASSERT_EQUAL(scenarios_read(w.arena, NULL, ids, n, &s, &n_scenarios, &w.faults), STATUS_OK);
    CU_ASSERT_TRUE(n >= 10 && n_scenarios > n);
    for (int i = 0; i < n_scenarios; i++)
        for (int k = 0; k < s[i].n_assumptions; k++)
            CU_ASSERT_TRUE(*s[i].assumptions[k].text && *s[i].assumptions[k].source);
    small_close(&w);
}

void scenario_suite(void)
{
    CU_pSuite s = CU_add_suite("scenario", NULL, NULL);
    CU_add_test(s, "the empty scenario changes nothing",
                the_empty_scenario_changes_nothing);
    CU_add_test(s, "to engage nobody leaves the input as it is",
                to_engage_nobody_leaves_the_input_as_it_is);
    CU_add_test(s, "the commissioned become employed",
                the_commissioned_become_employed);
    CU_add_test(s, "an employee takes over the clients of those replaced",
                an_employee_takes_over_the_clients_of_those_replaced);
    CU_add_test(s, "employees become contractors with their hours as a limit",
                employees_become_contractors_with_their_hours_as_a_limit);
    CU_add_test(s, "contracts and figures are set",
                contracts_and_figures_are_set);
    CU_add_test(s, "grants rise and more is asked for",
                grants_rise_and_more_is_asked_for);
    CU_add_test(s, "fewer may be asked for too",
                fewer_may_be_asked_for_too);
    CU_add_test(s, "an open offer has a cap and a queue",
                an_open_offer_has_a_cap_and_a_queue);
    CU_add_test(s, "people come with a right",
                people_come_with_a_right);
    CU_add_test(s, "a group is an alternative with leaders of its own",
                a_group_is_an_alternative_with_leaders_of_its_own);
    CU_add_test(s, "escorts come and go",
                escorts_come_and_go);
    CU_add_test(s, "a sweep is a scenario for each value",
                a_sweep_is_a_scenario_for_each_value);
    CU_add_test(s, "one value of a sweep can be named",
                one_value_of_a_sweep_can_be_named);
    CU_add_test(s, "what is wrong in a scenario is told with its place",
                what_is_wrong_in_a_scenario_is_told_with_its_place);
    CU_add_test(s, "what a scenario cannot do is told with its operation",
                what_a_scenario_cannot_do_is_told_with_its_operation);
    CU_add_test(s, "the workspace is blamed for its own faults",
                the_workspace_is_blamed_for_its_own_faults);
    CU_add_test(s, "demand is drawn from the workspace's own weeks",
                demand_is_drawn_from_the_workspace_s_own_weeks);
    CU_add_test(s, "one week alone cannot be drawn anew",
                one_week_alone_cannot_be_drawn_anew);
    CU_add_test(s, "every shipped scenario can be read",
                every_shipped_scenario_can_be_read);
}
