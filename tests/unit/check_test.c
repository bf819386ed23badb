/* What freezing refuses in people, places and figures, one small mistake at a
 * time. */
#include "small_unit.h"

#include <math.h>

static const int STRANGER[] = {2};

static void escort_refused(struct escort e, const char *part)
{
    struct small_unit u;

    small_begin(&u, 2026, 48);
    e.id = "ida";
    problem_add_escort(u.b, "ida", &e);
    small_refused(&u, "ida", part);
}

static void each_value_of_an_escort_is_checked(void)
{
    static const struct span BACKWARDS = {60, 59};
    const struct escort sound = {
        .home = NONE, .contract_minutes = NONE, .max_minutes = NONE};
    struct escort e = sound;

    e.home = 2;
    escort_refused(e, "place");
    e = sound;
    e.engagement = (enum engagement)3;
    escort_refused(e, "engagement");
    e = sound;
    e.sex = 'f';
    escort_refused(e, "sex");
    e = sound;
    e.skills = 2;
    escort_refused(e, "skill");
    e = sound;
    e.languages = 2;
    escort_refused(e, "language");
    e = sound;
    e.day_anchor = DAY;
    escort_refused(e, "day_anchor is 1440");
    e = sound;
    e.contract_minutes = -2;
    escort_refused(e, "contract_minutes_week");
    e = sound;
    e.max_minutes = 7 * DAY + 1;
    escort_refused(e, "max_minutes_week");
    e = sound;
    e.n_available = 1;
    e.available = &BACKWARDS;
    escort_refused(e, "begins at 2026-11-23T01:00");
    e = sound;
    e.exposes = 1;
    escort_refused(e, "code");
    e = sound;
    e.interests = 1;
    escort_refused(e, "code");
    e = sound;
    e.child_clearance = (struct valid){20000, 19999};
    escort_refused(e, "before it begins");
    e = sound;
    e.protected_clearance = (struct valid){20000, 19999};
    escort_refused(e, "before it begins");
    e = sound;
    e.wage_ore = -1;
    escort_refused(e, "wage_ore");
}

static void a_delegation_has_an_order_and_known_tasks(void)
{
    for (int i = 0; i < 2; i++) {
        struct small_unit u;
        struct delegation d;

        small_begin(&u, 2026, 48);
        d = (struct delegation){u.anna, i ? 1 : 0, {20000, i ? 20000 : 19999}};
        problem_add_delegation(u.b, u.eva, &d);
        small_refused(&u, "eva", i ? "code" : "before it begins");
    }
}

static void an_absence_is_not_backwards(void)
{
    struct small_unit u;

    small_begin(&u, 2026, 48);
    problem_add_absence(u.b, u.eva, (struct span){60, 59});
    small_refused(&u, "eva", "ends before that");
}

static void client_refused(struct client c, const char *part)
{
    struct small_unit u;

    small_begin(&u, 2026, 48);
    problem_language(u.b, "fi");
    problem_language(u.b, "so");
    c.id = "ceda";
    problem_add_client(u.b, "ceda", &c);
    small_refused(&u, "ceda", part);
}

static void each_value_of_a_client_is_checked(void)
{
    client_refused((struct client){.home = 7}, "place");
    client_refused((struct client){.home = NONE, .sex = 'K'}, "sex");
    client_refused((struct client){.home = NONE, .needs = {0, 3, 0}},
                   "More than one language");
    client_refused(
        (struct client){.home = NONE, .n_wishes = 1, .wishes = STRANGER},
        "escort");
    client_refused((struct client){.home = NONE, .wishes_sex = 'X'},
                   "neither F nor M");
    client_refused((struct client){.home = NONE, .wishes_language = 3},
                   "More than one language is wished for");
    client_refused((struct client){.home = NONE, .wishes_language = 4},
                   "language is not known");
    client_refused((struct client){.home = NONE, .interests = 1}, "code");
    client_refused((struct client){.home = NONE, .exposes = 1}, "code");
    client_refused((struct client){.home = NONE, .allergies = 1}, "code");
    client_refused((struct client){.home = NONE, .tasks = 1}, "code");
}

static void named_refused(int primary, int deputy, const char *part)
{
    struct small_unit u;

    small_begin(&u, 2026, 48);
    problem_client_named(u.b, u.anna, primary, deputy);
    small_refused(&u, "anna", part);
}

static void a_deputy_stands_in_for_somebody_else(void)
{
    named_refused(NONE, 1, "a deputy and no primary");
    named_refused(1, 1, "their own deputy");
}

static void nobody_shares_with_themselves(void)
{
    struct small_unit u;

    small_begin(&u, 2026, 48);
    problem_client_shares(u.b, u.bo, u.anna);
    problem_client_shares(u.b, u.anna, u.anna);
    small_refused(&u, "anna", "with themselves");
}

static void place_refused(double lat, double lon, const char *part)
{
    struct small_unit u;

    small_begin(&u, 2026, 48);
    problem_add_place(
        u.b, "p",
        &(struct place){.id = "p", .located = true, .lat = lat, .lon = lon});
    small_refused(&u, "p", part);
}

static void coordinates_lie_on_the_earth(void)
{
    place_refused(90.5, 12, "90.5");
    place_refused(56, -181, "-181");
    place_refused((double)NAN, 12, "coordinates");
    place_refused(12, (double)INFINITY, "coordinates");
}

/* A home that nobody travels to may be anywhere. */
static void only_places_in_use_need_coordinates(void)
{
    for (int i = 0; i < 3; i++) {
        struct rule_figures rule = rule_figures_default();
        struct weight_figures weight = weight_figures_default();
        struct small_unit u;
        struct request r;
        int nowhere;

        small_begin(&u, 2026, 48);
        nowhere = problem_add_place(u.b, "nowhere",
                                    &(struct place){.id = "nowhere"});
        problem_add_escort(u.b, "ida",
                           &(struct escort){.id = "ida",
                                            .home = nowhere,
                                            .contract_minutes = NONE,
                                            .max_minutes = NONE});
        rule.home_legs = i == 1;
        problem_set_figures(u.b, &rule, &weight);
        r = small_request(&u, "r", u.anna);
        r.end = i == 2 ? nowhere : r.end;
        small_add(&u, &r);
        if (i) {
            small_refused(&u, "nowhere", "no coordinates");
        } else {
            small_freeze(&u);
            arena_free(u.arena);
        }
    }
}

static void one_place_needs_no_coordinates(void)
{
    struct small_unit u;
    struct request r;
    int nowhere;

    small_begin(&u, 2026, 48);
    nowhere = problem_add_place(u.b, "nowhere",
                                &(struct place){.id = "nowhere"});
    r = small_request(&u, "r", u.anna);
    r.meet = r.end = nowhere;
    small_add(&u, &r);
    small_freeze(&u);
    arena_free(u.arena);
}

static void a_matrix_has_a_row_for_each_place(void)
{
    struct small_unit u;

    small_begin(&u, 2026, 48);
    problem_set_travel_matrix(u.b, (uint16_t[9]){0}, 3);
    small_refused(&u, "travel.matrix", "3 rows and there are 2 places");
}

static void speeds_are_above_nothing(void)
{
    struct travel_speeds speeds = TRAVEL_SPEEDS_DEFAULT;
    struct small_unit u;

    small_begin(&u, 2026, 48);
    speeds.walk_m_per_min = 0;
    problem_set_travel_speeds(u.b, &speeds);
    small_refused(&u, "travel", "walk_m_per_min is 0");
}

static void figures_stay_inside_their_limits(void)
{
    struct rule_figures rule = rule_figures_default();
    struct weight_figures weight = weight_figures_default();
    struct small_unit u;

    small_begin(&u, 2026, 48);
    rule.break_minutes = 0;
    problem_set_figures(u.b, &rule, &weight);
    small_refused(&u, "rules.break_minutes", "from 1 to 240");
    small_begin(&u, 2026, 48);
    rule = rule_figures_default();
    weight.face_new = -1;
    problem_set_figures(u.b, &rule, &weight);
    small_refused(&u, "weights.face_new", "is -1");
}

static void each_days_figures_stay_inside_theirs(void)
{
    struct rule_figures rule = rule_figures_default();
    struct cost_figures cost = cost_figures_default();
    struct small_unit u;

    small_begin(&u, 2026, 48);
    rule.ordinary_weeks = 0;
    for (int day = 3; day < DAYS; day++)
        problem_set_day(u.b, day, &rule, &cost);
    small_refused(&u, "rules.ordinary_weeks", "from 1 to 17");
    small_begin(&u, 2026, 48);
    cost.fee_ore = -1;
    problem_set_costs(u.b, &cost);
    small_refused(&u, "costs.fee_ore", "is -1");
}

static void rides_do_not_end_before_they_begin(void)
{
    struct small_unit u;

    small_begin(&u, 2026, 48);
    problem_set_paratransit(u.b, 1, (struct span){DAY + 600, DAY + 599});
    small_refused(&u, "paratransit.hours", "before they begin");
}

static void the_grid_divides_the_hour(void)
{
    static const int WRONG[] = {0, -15, 7, 61, 120};
    struct week w = {0};

    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        struct small_unit u = {.arena = arena_new()};

        week_make(&w, 2026, 48, "Europe/Stockholm", &u.faults);
        u.b = problem_begin(u.arena, "unit", "Unit", &w, WRONG[i]);
        small_refused(&u, "grid_minutes", "divide");
    }
}

void check_suite(void)
{
    CU_pSuite s = CU_add_suite("check", NULL, NULL);

    CU_add_test(s, "each value of an escort is checked",
                each_value_of_an_escort_is_checked);
    CU_add_test(s, "a delegation has an order and known tasks",
                a_delegation_has_an_order_and_known_tasks);
    CU_add_test(s, "an absence is not backwards", an_absence_is_not_backwards);
    CU_add_test(s, "each value of a client is checked",
                each_value_of_a_client_is_checked);
    CU_add_test(s, "a deputy stands in for somebody else",
                a_deputy_stands_in_for_somebody_else);
    CU_add_test(s, "nobody shares with themselves",
                nobody_shares_with_themselves);
    CU_add_test(s, "coordinates lie on the earth",
                coordinates_lie_on_the_earth);
    CU_add_test(s, "only places in use need coordinates",
                only_places_in_use_need_coordinates);
    CU_add_test(s, "a single place needs no coordinates",
                one_place_needs_no_coordinates);
    CU_add_test(s, "a matrix has a row for each place",
                a_matrix_has_a_row_for_each_place);
    CU_add_test(s, "speeds are above nothing", speeds_are_above_nothing);
    CU_add_test(s, "figures stay inside their limits",
                figures_stay_inside_their_limits);
    CU_add_test(s, "each day's figures stay inside theirs",
                each_days_figures_stay_inside_theirs);
    CU_add_test(s, "rides do not end before they begin",
                rides_do_not_end_before_they_begin);
    CU_add_test(s, "the grid divides the hour", the_grid_divides_the_hour);
}
