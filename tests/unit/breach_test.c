/* What the rules about people, sessions and hours, and the warnings, are told with. */
#include "sheet_fixture.h"

#include "adapters/show/sheet.h"

static struct fixture unit(void)
{
    speak("en");
    struct fixture x = fixture_begin(2026, 48, "Europe/Stockholm");
    x.anna = add_escort(&x, "anna", "Anna Berg", EMPLOYED_MONTHLY);
    x.bo = add_escort(&x, "bo", "Bo Ek", CONTRACTOR);
    return x;
}

/* Kim's, on Tuesday from 13 to 15. */
static struct request swim(struct fixture *x, const struct alternative *at)
{
    return (struct request){.id = "swim", .activity = "Swimming", .series = "",
                            .client = x->kim, .needed = 1, .minutes = 120,
                            .minutes_min = 120, .meet = x->pool, .end = x->pool,
                            .priority = PRIORITY_NORMAL, .decision = NONE,
                            .n_alternatives = 1, .alternatives = at,
                            .pin_start = NONE, .link = NONE};
}

static const struct alternative TUESDAY = {DAY + 13 * HOUR, DAY + 13 * HOUR, NONE, 0};

static void add_kim(struct fixture *x, struct client kim)
{
    kim.id = "kim";
    kim.name = "Kim Ek";
    kim.area = "";
    kim.home = x->home;
    x->kim = problem_add_client(x->builder, kim.id, &kim);
}

/* The first breach or warning of a rule is told so; what must not be told is not. */
static void expect_told(struct fixture *x, enum rule rule, const char *sentence)
{
    judge(x);
    const struct verdict *v = x->sheet.verdict;
    bool warns = RULE_ROWS[rule].tier == TIER_WARNING;
    const struct breach *list = warns ? v->warnings : v->breaches;
    int n = warns ? v->n_warnings : v->n_breaches, i = 0;
    while (i < n && list[i].rule != rule)
        i++;
    CU_ASSERT_FATAL(i < n);
    CU_ASSERT_STRING_EQUAL(sheet_breach(x->arena, &x->sheet, &list[i]), sentence);
    CU_ASSERT_STRING_EQUAL(breach_sentence(x->arena, x->problem, &list[i]), sentence);
    fixture_end(x);
}

/* Kim's visit with Anna or Bo. */
static void with(struct fixture *x, const struct request *q, int escort)
{
    problem_add_request(x->builder, q->id, q);
    freeze(x);
    serve(x, 0, escort, NONE);
}

static void a_missing_delegation_is_told_with_its_tasks(void)
{
    struct fixture x = unit();
    problem_code(x.builder, CODE_TASK, "medicine");
    problem_code(x.builder, CODE_TASK, "insulin");
    add_kim(&x, (struct client){.tasks = 1});
    struct request q = swim(&x, &TUESDAY);
    q.tasks = 2;
    with(&x, &q, x.anna);
    expect_told(&x, RULE_DELEGATION,
                "Delegation: Swimming, Kim Ek, Tue 24 Nov 13:00, is planned with Anna "
                "Berg, who that day has no delegation for this client and medicine and "
                "insulin (patientsäkerhetslagen 6:3).");
}

static void a_missing_extract_is_told(void)
{
    struct fixture x = unit();
    add_kim(&x, (struct client){.birth_year = 2015});
    struct request q = swim(&x, &TUESDAY);
    with(&x, &q, x.bo);
    expect_told(&x, RULE_CLEARANCE,
                "Register extract: Swimming, Kim Ek, Tue 24 Nov 13:00, with a child, is "
                "planned with Bo Ek, who that day has no valid extract from the register "
                "of convictions (lag 2010:479, 1 §).");
}

static void a_client_with_protected_identity_is_told_by_id(void)
{
    struct fixture x = unit();
    add_kim(&x, (struct client){.is_protected = true});
    struct request q = swim(&x, &TUESDAY);
    with(&x, &q, x.bo);
    expect_told(&x, RULE_PROTECTED,
                "Protected identity: Swimming, kim, Tue 24 Nov 13:00, is planned with Bo "
                "Ek, who that day is not cleared for protected identities (OSL 26:1; "
                "22:1).");
}

static void an_allergy_is_told_from_both_sides(void)
{
    struct fixture x = unit();
    problem_code(x.builder, CODE_EXPOSURE, "dog");
    x.cilla = problem_add_escort(
        x.builder, "cilla",
        &(struct escort){.id = "cilla", .name = "Cilla Dahl", .home = NONE,
                         .engagement = CONTRACTOR, .n_available = 1,
                         .available = &(struct span){0, 7 * DAY},
                         .contract_minutes = NONE, .max_minutes = NONE,
                         .exposes = 1});
    add_kim(&x, (struct client){.allergies = 1});
    struct request q = swim(&x, &TUESDAY);
    with(&x, &q, x.cilla);
    expect_told(&x, RULE_ALLERGY,
                "Allergy: Swimming, Kim Ek, Tue 24 Nov 13:00, is planned with Cilla "
                "Dahl, and the client is allergic to what is around them: dog (AML 2:1; "
                "LSS 6 §).");

    x = unit();
    problem_code(x.builder, CODE_EXPOSURE, "dog");
    x.cilla = problem_add_escort(
        x.builder, "cilla",
        &(struct escort){.id = "cilla", .name = "Cilla Dahl", .home = NONE,
                         .engagement = CONTRACTOR, .n_available = 1,
                         .available = &(struct span){0, 7 * DAY},
                         .contract_minutes = NONE, .max_minutes = NONE,
                         .allergies = 1});
    add_kim(&x, (struct client){.exposes = 1});
    q = swim(&x, &TUESDAY);
    with(&x, &q, x.cilla);
    expect_told(&x, RULE_ALLERGY,
                "Allergy: Swimming, Kim Ek, Tue 24 Nov 13:00, is planned with Cilla "
                "Dahl, who is allergic to what is around the client: dog (AML 2:1; LSS 6 "
                "§).");
}

static void what_a_contractor_has_declined_or_may_not_do_is_told(void)
{
    struct fixture x = unit();
    add_kim(&x, (struct client){0});
    struct request q = swim(&x, &TUESDAY);
    problem_add_request(x.builder, q.id, &q);
    problem_add_offer(x.builder, 0, &(struct offer){x.bo, ANSWER_DECLINED, 0});
    freeze(&x);
    serve(&x, 0, x.bo, NONE);
    expect_told(&x, RULE_ANSWER,
                "A contractor's answer: Swimming, Kim Ek, Tue 24 Nov 13:00, is planned "
                "with Bo Ek, who has declined it (agreement with the contractor).");

    x = unit();
    add_kim(&x, (struct client){0});
    q = swim(&x, &TUESDAY);
    q.minutes = q.minutes_min = 510;
    with(&x, &q, x.bo);
    expect_told(&x, RULE_OCCASION,
                "Length of an outing: Swimming, Kim Ek, Tue 24 Nov 13:00, takes 8 h 30 "
                "min; an outing with Bo Ek, a contractor, is at most 8 h (Halmstad: at "
                "most 8 hours on one occasion).");
}

static void rides_that_do_not_run_are_told(void)
{
    static const struct {
        enum transport out, back;
        const char *when;
    } CASES[] = {
        {TRANSPORT_PARATRANSIT, TRANSPORT_BUS, "begins Tue 24 Nov 13:00"},
        {TRANSPORT_WALK, TRANSPORT_PARATRANSIT, "ends Tue 24 Nov 15:00"},
        {TRANSPORT_PARATRANSIT, TRANSPORT_PARATRANSIT,
         "begins Tue 24 Nov 13:00 and ends Tue 24 Nov 15:00"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct fixture x = unit();
        add_kim(&x, (struct client){0});
        problem_set_paratransit(x.builder, 1,
                                (struct span){DAY + 8 * HOUR, DAY + 12 * HOUR});
        struct request q = swim(&x, &TUESDAY);
        q.out = CASES[i].out;
        q.back = CASES[i].back;
        with(&x, &q, x.bo);
        expect_told(&x, RULE_TRANSPORT,
                    arena_print(x.arena,
                                "Rides with färdtjänst: Swimming, Kim Ek %s, when no "
                                "rides run (Närtrafik's hours; the unit's paratransit "
                                "hours).",
                                CASES[i].when));
    }
}

/* Kim and Eva in a session, both with Bo; Anna is away. */
static struct fixture two_in(struct session s)
{
    struct fixture x = unit();
    struct alternative at = {.wish = NONE, .session = 1};
    add_kim(&x, (struct client){0});
    x.eva = add_client(&x, "eva", "Eva Lo");
    problem_add_absence(x.builder, x.anna, (struct span){DAY, 2 * DAY});
    s.id = "s";
    s.activity = "Bowling";
    s.place = x.pool;
    s.start = TUESDAY.from;
    s.minutes = 120;
    problem_add_session(x.builder, "", &s);
    struct request q = swim(&x, &at);
    problem_add_request(x.builder, q.id, &q);
    q.id = "other";
    q.client = x.eva;
    problem_add_request(x.builder, q.id, &q);
    freeze(&x);
    for (int i = 0; i < 2; i++) {
        serve(&x, i, x.bo, NONE);
        x.roster->visits[i].session = 1;
    }
    return x;
}

static void a_crowd_is_told_with_its_session(void)
{
    struct fixture x = two_in((struct session){.capacity = 1, .per_escort = 2});
    expect_told(&x, RULE_SESSION,
                "Group session: Bowling, Tue 24 Nov 13:00, has room for 1 client and has "
                "2 (the unit's sessions; SoL 10:3).");

    x = two_in((struct session){.capacity = 2, .per_escort = 1});
    expect_told(&x, RULE_SESSION,
                "Group session: Bowling, Tue 24 Nov 13:00: Bo Ek can look after 1 client "
                "and has 2 (the unit's sessions; SoL 10:3).");

    x = two_in((struct session){.capacity = 2, .per_escort = 2, .shared = true});
    expect_told(&x, RULE_SESSION,
                "Group session: Swimming, Kim Ek and Swimming, Eva Lo, Tue 24 Nov 13:00, "
                "are planned with Bo Ek at once, but both have not agreed to share an "
                "escort (the unit's sessions; SoL 10:3).");
}

/* Anna works eight hours on Tuesday, after weeks of so much each. */
static struct fixture eight_hours(int weeks, int each, int additional)
{
    struct fixture x = unit();
    struct escort_past past = {.additional_year = additional};
    for (int k = 0; k < weeks; k++) {
        past.known |= UINT32_C(1) << k;
        past.minutes[k] = each;
    }
    problem_escort_past(x.builder, x.anna, &past);
    add_kim(&x, (struct client){0});
    struct request q = swim(&x, &TUESDAY);
    q.minutes = q.minutes_min = 480;
    with(&x, &q, x.anna);
    return x;
}

static void hours_of_weeks_are_told_with_what_is_left(void)
{
    struct fixture x = eight_hours(3, 3110, 0);
    expect_told(&x, RULE_ORDINARY_HOURS,
                "Ordinary hours: Anna Berg works 8 h in the week; of 40 h a week on "
                "average over 4 weeks, 4 h 30 min are left (ATL 5 §).");

    x = eight_hours(16, 3045, 0);
    expect_told(&x, RULE_TOTAL_HOURS,
                "All working time: Anna Berg works 8 h in the week; of 48 h a week on "
                "average over 17 weeks, 4 h are left (ATL 10 b, 13 a §§; 2003/88/EC art. "
                "6, 8).");
}

static void overtime_is_told(void)
{
    struct fixture x = unit();
    x.cilla = problem_add_escort(
        x.builder, "cilla",
        &(struct escort){.id = "cilla", .name = "Cilla Dahl", .home = NONE,
                         .engagement = EMPLOYED_HOURLY, .n_available = 1,
                         .available = &(struct span){0, 7 * DAY},
                         .contract_minutes = 60, .max_minutes = NONE});
    problem_escort_past(x.builder, x.cilla,
                        &(struct escort_past){.additional_year = 11970});
    add_kim(&x, (struct client){0});
    struct request q = swim(&x, &TUESDAY);
    with(&x, &q, x.cilla);
    expect_told(&x, RULE_OVERTIME,
                "Overtime: Cilla Dahl works 2 h in the week; with the overtime that the "
                "caps of four weeks and of the year leave, 1 h 30 min are allowed (ATL "
                "8, 10 §§).");
}

static void short_notice_is_told(void)
{
    struct fixture x = unit();
    add_kim(&x, (struct client){0});
    problem_set_today(x.builder, date_days(2026, 11, 20));
    struct request q = swim(&x, &TUESDAY);
    with(&x, &q, x.anna);
    expect_told(&x, RULE_NOTICE,
                "Notice: Anna Berg is told of 1 visit with less than 14 days of notice: "
                "Tue 24 Nov 13:00 (ATL 12 §).");
}

static struct fixture guided(struct rule_figures rule, struct client kim)
{
    struct fixture x = unit();
    struct weight_figures weight = weight_figures_default();
    problem_set_figures(x.builder, &rule, &weight);
    add_kim(&x, kim);
    problem_add_decision(x.builder, "",
                         &(struct decision){.id = "d", .client = x.kim,
                                            .basis = LSS_9_3, .period = PER_MONTH,
                                            .minutes = 6000, .to_day = INT64_MAX});
    problem_add_used(x.builder, 0, date_days(2026, 11, 2), 1140);
    struct request q = swim(&x, &TUESDAY);
    with(&x, &q, x.anna);
    return x;
}

static void a_guideline_that_was_passed_is_told(void)
{
    struct rule_figures rule = rule_figures_default();
    rule.guideline_occasion_minutes = 90;
    struct fixture x = guided(rule, (struct client){0});
    expect_told(&x, RULE_GUIDELINE,
                "Guideline: Swimming, Kim Ek, Tue 24 Nov 13:00, takes 2 h; the "
                "guideline's cap is 1 h 30 min on one occasion (municipal guideline; LSS "
                "7 §).");

    rule = rule_figures_default();
    rule.guideline_month_minutes = 1200;
    x = guided(rule, (struct client){0});
    expect_told(&x, RULE_GUIDELINE,
                "Guideline: Kim Ek has 21 h in November, this week and others; the "
                "guideline's cap is 20 h a month (municipal guideline; LSS 7 §).");

    rule = rule_figures_default();
    rule.guideline_age = 12;
    x = guided(rule, (struct client){.birth_year = 2015});
    expect_told(&x, RULE_GUIDELINE,
                "Guideline: Kim Ek has 2 h planned and is younger than 12, from which "
                "age the guideline gives escort (municipal guideline; LSS 7 §).");
}

static void a_pace_that_is_too_fast_is_told(void)
{
    struct fixture x = unit();
    add_kim(&x, (struct client){0});
    problem_add_decision(x.builder, "",
                         &(struct decision){.id = "d", .client = x.kim,
                                            .basis = LSS_9_3, .period = PER_QUARTER,
                                            .minutes = 390, .to_day = INT64_MAX});
    struct request q = swim(&x, &TUESDAY);
    for (int i = 0; i < 3; i++) {
        struct alternative at = {i * DAY, i * DAY, NONE, 0};
        q.id = arena_print(x.arena, "r%d", i);
        q.alternatives = &at;
        problem_add_request(x.builder, q.id, &q);
    }
    freeze(&x);
    for (int i = 0; i < 3; i++)
        serve(&x, i, x.bo, NONE);
    expect_told(&x, RULE_PACE, /* 390 * 7 / 39 */
                "Pace: Kim Ek has 6 h planned between Mon 23 Nov 00:00 and Mon 30 Nov "
                "00:00; spread evenly over what is left of the period it would be 1 h 10 "
                "min (the decision's period).");
}

/* ---- reasons ------------------------------------------------------------ */

static void expect_reason(struct fixture *x, const struct request *q,
                          const char *sentence)
{
    problem_add_request(x->builder, q->id, q);
    freeze(x);
    CU_ASSERT_STRING_EQUAL(unserved_sentence(x->arena, x->problem, 0), sentence);
    fixture_end(x);
}

static void what_keeps_everybody_away_is_told(void)
{
    struct fixture x = unit();
    problem_code(x.builder, CODE_TASK, "medicine");
    add_kim(&x, (struct client){.tasks = 1});
    struct request q = swim(&x, &TUESDAY);
    expect_reason(&x, &q,
                  "2 escorts may come, but none of them has a delegation for this "
                  "client and medicine that day.");

    x = unit();
    problem_code(x.builder, CODE_TASK, "medicine");
    add_kim(&x, (struct client){.tasks = 1});
    problem_bar(x.builder, x.kim, x.anna, BAR_CLIENT);
    problem_add_delegation(
        x.builder, x.bo,
        &(struct delegation){x.kim, 1, {date_days(2026, 1, 1), date_days(2026, 11, 1)}});
    q = swim(&x, &TUESDAY);
    expect_reason(&x, &q,
                  "Only Bo Ek may come, and has no delegation for this client and "
                  "medicine that day. The delegation of Bo Ek ended on 1 November 2026.");

    x = unit();
    add_kim(&x, (struct client){.birth_year = 2015});
    q = swim(&x, &TUESDAY);
    expect_reason(&x, &q,
                  "2 escorts may come, but none of them has a valid register extract, "
                  "which a child's visit demands.");

    x = unit();
    add_kim(&x, (struct client){.is_protected = true});
    problem_bar(x.builder, x.kim, x.anna, BAR_CLIENT);
    q = swim(&x, &TUESDAY);
    expect_reason(&x, &q,
                  "Only Bo Ek may come, and is not cleared for protected identities.");

    x = unit();
    add_kim(&x, (struct client){0});
    problem_set_paratransit(x.builder, 0, (struct span){8 * HOUR, 17 * HOUR});
    q = swim(&x, &TUESDAY);
    q.back = TRANSPORT_PARATRANSIT;
    expect_reason(&x, &q,
                  "2 escorts may come, but no rides run at the times asked for.");
}

static void who_has_declined_is_counted(void)
{
    struct fixture x = unit();
    add_kim(&x, (struct client){0});
    problem_bar(x.builder, x.kim, x.anna, BAR_CLIENT);
    struct request q = swim(&x, &TUESDAY);
    problem_add_request(x.builder, q.id, &q);
    problem_add_offer(x.builder, 0, &(struct offer){x.bo, ANSWER_DECLINED, 0});
    freeze(&x);
    CU_ASSERT_STRING_EQUAL(
        unserved_sentence(x.arena, x.problem, 0),
        "No escort can come: 1 may not come to this client and 1 has declined.");
    fixture_end(&x);
}

static void who_has_not_agreed_to_share_is_told(void)
{
    struct fixture x =
        two_in((struct session){.capacity = 2, .per_escort = 2, .shared = true});
    x.roster->visits[1].n_escorts = 0;
    judge(&x);
    CU_ASSERT_STRING_EQUAL(why_not_phrase(x.arena, &x.sheet, 1),
                           "Eva Lo and Kim Ek have not agreed to share an escort.");
    fixture_end(&x);
}

/* Anna has 4 h 30 min left and works 3 h of them on Wednesday. */
static void hours_of_the_week_that_are_used_up_are_told(void)
{
    struct fixture x = unit();
    struct escort_past past = {.known = 7, .minutes = {3110, 3110, 3110}};
    problem_escort_past(x.builder, x.anna, &past);
    add_kim(&x, (struct client){0});
    problem_bar(x.builder, x.kim, x.bo, BAR_CLIENT);
    struct request q = swim(&x, &TUESDAY);
    problem_add_request(x.builder, q.id, &q);
    add_request(&x, "walk", x.kim, "Walk", 2 * DAY + 13 * HOUR, 180, 1, 0);
    freeze(&x);
    serve(&x, 1, x.anna, NONE);
    judge(&x);
    CU_ASSERT_STRING_EQUAL(
        why_not_phrase(x.arena, &x.sheet, 0),
        "Anna Berg is free then, but would work more than 4 h 30 min in the week.");
    fixture_end(&x);
}

void breach_suite(void)
{
    CU_pSuite s = CU_add_suite("breach", NULL, NULL);
    CU_add_test(s, "a missing delegation is told with its tasks",
                a_missing_delegation_is_told_with_its_tasks);
    CU_add_test(s, "a missing extract is told", a_missing_extract_is_told);
    CU_add_test(s, "a client with protected identity is told by id",
                a_client_with_protected_identity_is_told_by_id);
    CU_add_test(s, "an allergy is told from both sides",
                an_allergy_is_told_from_both_sides);
    CU_add_test(s, "what a contractor has declined or may not do is told",
                what_a_contractor_has_declined_or_may_not_do_is_told);
    CU_add_test(s, "rides that do not run are told", rides_that_do_not_run_are_told);
    CU_add_test(s, "a crowd is told with its session",
                a_crowd_is_told_with_its_session);
    CU_add_test(s, "hours of weeks are told with what is left",
                hours_of_weeks_are_told_with_what_is_left);
    CU_add_test(s, "overtime is told", overtime_is_told);
    CU_add_test(s, "short notice is told", short_notice_is_told);
    CU_add_test(s, "a guideline that was passed is told",
                a_guideline_that_was_passed_is_told);
    CU_add_test(s, "a pace that is too fast is told", a_pace_that_is_too_fast_is_told);
    CU_add_test(s, "what keeps everybody away is told",
                what_keeps_everybody_away_is_told);
    CU_add_test(s, "who has declined is counted", who_has_declined_is_counted);
    CU_add_test(s, "who has not agreed to share is told",
                who_has_not_agreed_to_share_is_told);
    CU_add_test(s, "hours of the week that are used up are told",
                hours_of_the_week_that_are_used_up_are_told);
}
