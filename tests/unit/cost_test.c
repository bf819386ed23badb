#include "small_unit.h"

#include "ledsaga/measure.h"

/* The default figures: 28 500 kr a month over 165 hours, 155 kr an hour with 12 %
 * holiday pay, 45 % on-cost (39.1 % at the margin) and 6 % pension in it; a contractor's
 * 125 kr an hour with 31.42 %, and 45 kr a visit. Planning is paid for in its own test.
 * Amounts are öre. */

enum { MONDAY, TUESDAY, THURSDAY = 3, FRIDAY, SATURDAY };
enum { VISITS = 16, FULL_TIME = 2400 };

/* A week with one escort of each engagement, and what they do in it. */
struct paid_week {
    struct small_unit u;
    struct cost_figures cost;
    int mona, hugo, carl; /* by the month, by the hour, a contractor */
    int n;
    struct alternative times[VISITS];
    struct visit visits[VISITS];
    const struct problem *p;
    const struct roster *r;
};

static int escort(struct paid_week *w, const char *id, enum engagement engagement,
                  int contract)
{
    struct span always = {-DAY, 8 * DAY};

    return problem_add_escort(w->u.b, id,
                              &(struct escort){.id = id,
                                               .name = id,
                                               .home = w->u.home,
                                               .engagement = engagement,
                                               .n_available = 1,
                                               .available = &always,
                                               .contract_minutes = contract,
                                               .max_minutes = NONE,
                                               .day_anchor = 4 * HOUR});
}

static void begin(struct paid_week *w, int iso_week, int contract)
{
    static const uint16_t HALF_AN_HOUR[] = {0, 30, 30, 0};

    *w = (struct paid_week){.cost = cost_figures_default()};
    w->cost.planner_visit_minutes = 0;
    small_begin(&w->u, 2026, iso_week);
    problem_set_travel_matrix(w->u.b, HALF_AN_HOUR, 2);
    w->mona = escort(w, "mona", EMPLOYED_MONTHLY, contract);
    w->hugo = escort(w, "hugo", EMPLOYED_HOURLY, NONE);
    w->carl = escort(w, "carl", CONTRACTOR, NONE);
}

static struct request outing(struct paid_week *w, int start, int minutes)
{
    struct request r = small_request(&w->u, "r", w->u.anna);

    w->times[w->n] = (struct alternative){start, start, NONE, 0};
    r.id = arena_print(w->u.arena, "r%d", w->n);
    r.minutes = minutes;
    r.end = w->u.home;
    r.alternatives = &w->times[w->n];
    return r;
}

static int serve(struct paid_week *w, const struct request *r, int escort_of)
{
    w->visits[w->n] = (struct visit){.start = r->alternatives[0].from,
                                     .minutes = r->minutes,
                                     .n_escorts = 1,
                                     .escorts = {escort_of}};
    w->n++;
    return small_add(&w->u, r);
}

/* An outing from home and back to it. */
static int does(struct paid_week *w, int escort_of, int start, int minutes)
{
    struct request r = outing(w, start, minutes);

    return serve(w, &r, escort_of);
}

static int clock_at(const struct paid_week *w, int day, int hour, int minute)
{
    return week_minute_of_day(&w->u.week, day, hour * HOUR + minute);
}

/* One visit a day from Monday at eight. */
static void works_days(struct paid_week *w, int escort_of, int days, int minutes)
{
    for (int day = 0; day < days; day++)
        does(w, escort_of, clock_at(w, day, 8, 0), minutes);
}

static void freeze(struct paid_week *w)
{
    struct roster *r;

    if (w->p)
        return;
    w->p = small_freeze(&w->u);
    r = roster_new(w->u.arena, w->p);
    memcpy(r->visits, w->visits, (size_t)w->n * sizeof *w->visits);
    w->r = r;
}

/* The whole week's figures are those of w->cost. */
static struct cost cost_of_week(struct paid_week *w)
{
    if (!w->p)
        problem_set_costs(w->u.b, &w->cost);
    freeze(w);
    return roster_cost(w->p, w->r, false);
}

static void end(struct paid_week *w)
{
    arena_free(w->u.arena);
}

/* Kronor an hour, to the nearest. */
static int64_t kr_per_hour(int64_t ore, int64_t minutes)
{
    return (ore * HOUR + 50 * minutes) / (100 * minutes);
}

/* ---- the worked example ------------------------------------- */

/* 2 850 000 / 165 x 40 = 690 909.09; 45 % of it 310 909.09 */
static void a_full_week_by_the_month_is_250_kr_an_hour(void)
{
    struct paid_week w;
    struct cost c;

    begin(&w, 48, FULL_TIME);
    works_days(&w, w.mona, 5, 480);
    c = cost_of_week(&w);
    CU_ASSERT_EQUAL(c.wage, 690909);
    CU_ASSERT_EQUAL(c.idle, 0);
    CU_ASSERT_EQUAL(c.overtime, 0);
    CU_ASSERT_EQUAL(c.on_cost, 310909);
    CU_ASSERT_EQUAL(c.total, 1001818);
    CU_ASSERT_EQUAL(c.paid_minutes, 2400);
    CU_ASSERT_EQUAL(kr_per_hour(c.total, c.paid_minutes), 250);
    end(&w);
}

/* 28 of 40 hours: 483 636.36 for visits and 207 272.73 for idle hours. */
static void at_seventy_percent_it_is_358_kr_a_visit_hour(void)
{
    struct paid_week w;
    struct cost c;

    begin(&w, 48, FULL_TIME);
    works_days(&w, w.mona, 5, 336);
    c = cost_of_week(&w);
    CU_ASSERT_EQUAL(c.wage, 483636);
    CU_ASSERT_EQUAL(c.idle, 207273);
    CU_ASSERT_EQUAL(c.on_cost, 310909);
    CU_ASSERT_EQUAL(c.total, 1001818);
    CU_ASSERT_EQUAL(c.visit_minutes, 1680);
    CU_ASSERT_EQUAL(c.idle_minutes, 720);
    CU_ASSERT_EQUAL(c.paid_minutes, 2400);
    CU_ASSERT_EQUAL(kr_per_hour(c.total, c.delivered_minutes), 358);
    end(&w);
}

/* 15 500 x 1.12 = 17 360; 45 % of it 7 812 */
static void by_the_hour_it_is_252_kr(void)
{
    struct paid_week w;
    struct cost c;

    begin(&w, 48, 0);
    does(&w, w.hugo, clock_at(&w, WEDNESDAY, 10, 0), 60);
    c = cost_of_week(&w);
    CU_ASSERT_EQUAL(c.wage, 17360);
    CU_ASSERT_EQUAL(c.on_cost, 7812);
    CU_ASSERT_EQUAL(c.total, 25172);
    CU_ASSERT_EQUAL(c.idle_minutes, 0);
    CU_ASSERT_EQUAL(kr_per_hour(c.total, c.delivered_minutes), 252);
    end(&w);
}

/* 3 x 12 500 = 37 500; 31.42 % of it 11 782.5 */
static void three_hours_of_a_contractor_are_179_kr_each(void)
{
    struct paid_week w;
    struct cost c;

    begin(&w, 48, 0);
    does(&w, w.carl, clock_at(&w, WEDNESDAY, 10, 0), 180);
    c = cost_of_week(&w);
    CU_ASSERT_EQUAL(c.fee, 37500);
    CU_ASSERT_EQUAL(c.fee_on_cost, 11783);
    CU_ASSERT_EQUAL(c.expenses, 4500);
    CU_ASSERT_EQUAL(c.total, 53783);
    CU_ASSERT_EQUAL(c.pension, 0);
    CU_ASSERT_EQUAL(c.paid_minutes, 180);
    CU_ASSERT_EQUAL(kr_per_hour(c.total, c.delivered_minutes), 179);
    end(&w);
}

/* ---- contract hours, overtime, travel ------------------------------------ */

static void without_contract_hours_only_work_is_paid(void)
{
    struct paid_week w;
    struct cost c;

    begin(&w, 48, NONE);
    does(&w, w.mona, clock_at(&w, WEDNESDAY, 10, 0), 60);
    c = cost_of_week(&w);
    CU_ASSERT_EQUAL(c.wage, 17273); /* 17 272.73 */
    CU_ASSERT_EQUAL(c.idle, 0);
    CU_ASSERT_EQUAL(c.paid_minutes, 60);
    end(&w);
}

/* An hour of 10 000 öre, to see the percentages. Ordinary full time is 40 hours. */
static void hundred_kr_an_hour(struct paid_week *w)
{
    w->cost.monthly_wage_ore = 1650000;
    w->cost.hourly_wage_ore = 10000;
    w->cost.additional_percent = 150;
    w->cost.overtime_percent = 200;
}

/* A contract of 20 hours and 44 hours of work: 20 x 50 % and 4 x 100 % of 100 kr. */
static void beyond_the_contract_is_additional_time_then_overtime(void)
{
    struct paid_week w;
    struct cost c;

    begin(&w, 48, 1200);
    hundred_kr_an_hour(&w);
    works_days(&w, w.mona, 6, 440);
    c = cost_of_week(&w);
    CU_ASSERT_EQUAL(c.wage, 440000);
    CU_ASSERT_EQUAL(c.overtime, 100000 + 40000);
    CU_ASSERT_EQUAL(c.idle, 0);
    end(&w);
}

static void the_contract_to_the_minute_is_neither(void)
{
    struct paid_week w;
    struct cost c;

    begin(&w, 48, 1200);
    hundred_kr_an_hour(&w);
    works_days(&w, w.mona, 3, 400);
    c = cost_of_week(&w);
    CU_ASSERT_EQUAL(c.overtime, 0);
    CU_ASSERT_EQUAL(c.idle, 0);
    end(&w);

    begin(&w, 48, 1199);
    hundred_kr_an_hour(&w);
    works_days(&w, w.mona, 3, 400);
    c = cost_of_week(&w);
    CU_ASSERT_EQUAL(c.overtime, 83); /* 10 000 / 60 x 50 % = 83.33 */
    end(&w);
}

/* 41 hours: holiday pay is in the wage, not in what overtime adds. */
static void overtime_by_the_hour_is_over_the_bare_wage(void)
{
    struct paid_week w;
    struct cost c;

    begin(&w, 48, 0);
    hundred_kr_an_hour(&w);
    works_days(&w, w.hugo, 6, 410);
    c = cost_of_week(&w);
    CU_ASSERT_EQUAL(c.wage, 41 * 11200);
    CU_ASSERT_EQUAL(c.overtime, 10000);
    end(&w);
}

/* From the cinema to home takes half an hour; the first visit ends at seven, when the
 * evening begins. */
static void travels_in_the_evening(struct paid_week *w, int escort_of)
{
    struct request r = outing(w, clock_at(w, WEDNESDAY, 18, 0), 60);

    r.end = w->u.cinema;
    serve(w, &r, escort_of);
    does(w, escort_of, clock_at(w, WEDNESDAY, 20, 0), 60);
}

static void travel_between_visits_is_paid(void)
{
    struct paid_week w;
    struct cost c;

    begin(&w, 48, 0);
    travels_in_the_evening(&w, w.hugo);
    c = cost_of_week(&w);
    CU_ASSERT_EQUAL(c.wage, 2 * 17360);
    CU_ASSERT_EQUAL(c.travel, 8680);
    CU_ASSERT_EQUAL(c.visit_minutes, 120);
    CU_ASSERT_EQUAL(c.travel_minutes, 30);
    CU_ASSERT_EQUAL(c.paid_minutes, 150);
    CU_ASSERT_EQUAL(c.unsocial_minutes[UNSOCIAL_EVENING], 30 + 60);
    CU_ASSERT_EQUAL(c.unsocial[UNSOCIAL_EVENING], 4140); /* 1.5 x 2 760 */
    end(&w);

    begin(&w, 48, 0);
    travels_in_the_evening(&w, w.carl);
    c = cost_of_week(&w);
    CU_ASSERT_EQUAL(c.travel, 0);
    CU_ASSERT_EQUAL(c.paid_minutes, 120);
    CU_ASSERT_EQUAL(c.unsocial_minutes[UNSOCIAL_EVENING], 0);
    end(&w);
}

static void travel_fills_the_hours_of_the_contract(void)
{
    struct paid_week w;
    struct cost c;

    begin(&w, 48, 180);
    travels_in_the_evening(&w, w.mona);
    c = cost_of_week(&w);
    CU_ASSERT_EQUAL(c.idle_minutes, 30);
    CU_ASSERT_EQUAL(c.paid_minutes, 180);
    end(&w);
}

/* ---- unsocial hours ------------------------------------------------------- */

static void expect_class(const struct cost *c, enum unsocial u, int minutes, int64_t ore)
{
    CU_ASSERT_EQUAL(c->unsocial_minutes[u], minutes);
    CU_ASSERT_EQUAL(c->unsocial[u], ore);
}

/* Friday from seven to Monday at seven; the nights of it from ten to six. */
static void an_ordinary_weekend(void)
{
    struct paid_week w;
    struct cost c;

    begin(&w, 48, 0);
    does(&w, w.hugo, clock_at(&w, MONDAY, 5, 0), 180);   /* 1 h night, 1 h, 1 h none */
    does(&w, w.hugo, clock_at(&w, FRIDAY, 18, 0), 120);  /* 1 h none, 1 h */
    does(&w, w.hugo, clock_at(&w, SATURDAY, 21, 0), 120); /* 1 h, 1 h night */
    c = cost_of_week(&w);
    expect_class(&c, UNSOCIAL_NONE, 120, 0);
    expect_class(&c, UNSOCIAL_WEEKEND, 180, 3 * 6810);
    expect_class(&c, UNSOCIAL_WEEKEND_NIGHT, 120, 2 * 7830);
    expect_class(&c, UNSOCIAL_EVENING, 0, 0);
    CU_ASSERT_EQUAL(c.wage, 7 * 17360);
    /* 45 % of 121 520 + 20 430 + 15 660 = 157 610 */
    CU_ASSERT_EQUAL(c.on_cost, 70925); /* 70 924.5 */
    CU_ASSERT_EQUAL(c.total, 157610 + 70925);
    end(&w);
}

/* Christmas Eve is a Thursday: the big holiday lasts from Wednesday at six in the
 * evening until Monday at seven, as no weekday comes between. */
static void a_christmas_week(void)
{
    struct paid_week w;
    struct cost c;

    begin(&w, 52, 0);
    does(&w, w.hugo, clock_at(&w, TUESDAY, 18, 0), 300);   /* 1 h none, 3 h evening, 1 h night */
    does(&w, w.hugo, clock_at(&w, WEDNESDAY, 16, 0), 240); /* 2 h none, 2 h big */
    does(&w, w.hugo, clock_at(&w, THURSDAY, 20, 0), 240);  /* 2 h big, 2 h big by night */
    does(&w, w.hugo, clock_at(&w, SATURDAY, 10, 0), 120);  /* 2 h big */
    does(&w, w.hugo, clock_at(&w, SUNDAY, 23, 0), 120);    /* 2 h big by night */
    c = cost_of_week(&w);
    expect_class(&c, UNSOCIAL_NONE, 180, 0);
    expect_class(&c, UNSOCIAL_EVENING, 180, 3 * 2760);
    expect_class(&c, UNSOCIAL_NIGHT, 60, 5830);
    expect_class(&c, UNSOCIAL_BIG, 360, 6 * 13070);
    expect_class(&c, UNSOCIAL_BIG_NIGHT, 240, 4 * 15690);
    expect_class(&c, UNSOCIAL_WEEKEND, 0, 0);
    expect_class(&c, UNSOCIAL_WEEKEND_NIGHT, 0, 0);
    CU_ASSERT_EQUAL(c.visit_minutes, 1020);
    /* 17 x 17 360 = 295 120; 8 280 + 5 830 + 78 420 + 62 760 = 155 290;
     * 45 % of 450 410 = 202 684.5 */
    CU_ASSERT_EQUAL(c.wage, 295120);
    CU_ASSERT_EQUAL(c.on_cost, 202685);
    CU_ASSERT_EQUAL(c.total, 450410 + 202685);
    end(&w);
}

/* From midnight to seven on a Sunday. */
static void sunday_morning(int iso_week, int night_hours)
{
    struct paid_week w;
    struct cost c;

    begin(&w, iso_week, 0);
    does(&w, w.hugo, clock_at(&w, SUNDAY, 0, 0), (night_hours + 1) * HOUR);
    c = cost_of_week(&w);
    expect_class(&c, UNSOCIAL_WEEKEND_NIGHT, night_hours * HOUR, night_hours * 7830);
    expect_class(&c, UNSOCIAL_WEEKEND, HOUR, 6810);
    expect_class(&c, UNSOCIAL_NONE, 0, 0);
    CU_ASSERT_EQUAL(c.wage, (night_hours + 1) * 17360);
    end(&w);
}

static void an_hour_less_when_summer_time_begins(void)
{
    sunday_morning(13, 5);
}

static void an_hour_more_when_it_ends(void)
{
    sunday_morning(43, 7);
}

/* ---- shifted working time -------------------------------------------------- */

/* A roster was given out; on this day of November an hour on Wednesday 25 is planned for
 * Hugo that he was told of or not. */
static int64_t shifted(int today, bool told)
{
    struct paid_week w;
    int64_t ore;
    int request;

    begin(&w, 48, 0);
    hundred_kr_an_hour(&w);
    w.cost.shifted_percent = 50;
    problem_set_published(w.u.b, day_of(2026, 11, 1));
    problem_set_today(w.u.b, today ? day_of(2026, 11, today) : 0);
    request = does(&w, w.hugo, clock_at(&w, WEDNESDAY, 10, 0), 60);
    if (told)
        problem_request_published(w.u.b, request, w.visits[0].start, 60, &w.hugo, 1);
    ore = cost_of_week(&w).shifted;
    end(&w);
    return ore;
}

static void shifted_time_is_what_was_not_told_ten_days_before(void)
{
    CU_ASSERT_EQUAL(shifted(16, false), 5000);
    CU_ASSERT_EQUAL(shifted(16, true), 0);
    CU_ASSERT_EQUAL(shifted(15, false), 0);
    CU_ASSERT_EQUAL(shifted(0, false), 0);
}

/* Both clients take part; the escort was told of the first only, or of neither. */
static int64_t shifted_in_a_group(bool told)
{
    struct paid_week w;
    struct request r;
    struct session game = {.id = "game",
                           .activity = "game",
                           .place = NONE,
                           .minutes = 60,
                           .capacity = 4,
                           .per_escort = 2};
    struct cost c;

    begin(&w, 48, 0);
    hundred_kr_an_hour(&w);
    w.cost.shifted_percent = 50;
    w.cost.ride_ore = 3900;
    problem_set_published(w.u.b, day_of(2026, 11, 1));
    problem_set_today(w.u.b, day_of(2026, 11, 20));
    game.start = clock_at(&w, WEDNESDAY, 10, 0);
    problem_add_session(w.u.b, "game", &game);
    for (int i = 0; i < 2; i++) {
        r = outing(&w, game.start, 60);
        w.times[i].session = 1;
        r.client = i == 0 ? w.u.bo : w.u.anna;
        r.out = TRANSPORT_BUS;
        r.escort_rides = true;
        w.visits[serve(&w, &r, w.hugo)].session = 1;
    }
    if (told)
        problem_request_published(w.u.b, 1, game.start, 60, &w.hugo, 1);
    c = cost_of_week(&w);
    CU_ASSERT_EQUAL(c.visit_minutes, 60);
    CU_ASSERT_EQUAL(c.delivered_minutes, 120);
    CU_ASSERT_EQUAL(c.wage, 11200);
    CU_ASSERT_EQUAL(c.expenses, 0);
    end(&w);
    return c.shifted;
}

static void a_group_is_one_duty(void)
{
    CU_ASSERT_EQUAL(shifted_in_a_group(true), 0);
    CU_ASSERT_EQUAL(shifted_in_a_group(false), 5000);
}

/* ---- what is around the wage ------------------------------------------------ */

/* 6 % of 17 360 = 1 041.6; 39.1 % of it 6 787.76 */
static void pension_is_told_apart(void)
{
    struct paid_week w;
    struct cost c;

    begin(&w, 48, 0);
    does(&w, w.hugo, clock_at(&w, WEDNESDAY, 10, 0), 60);
    c = cost_of_week(&w);
    CU_ASSERT_EQUAL(c.pension, 1042);
    CU_ASSERT_EQUAL(c.total, 25172);
    c = roster_cost(w.p, w.r, true);
    CU_ASSERT_EQUAL(c.on_cost, 6788);
    CU_ASSERT_EQUAL(c.total, 17360 + 6788);
    CU_ASSERT_EQUAL(c.pension, 1042);
    end(&w);
}

static void each_day_is_paid_by_its_own_figures(void)
{
    struct paid_week w;
    struct rule_figures rule = rule_figures_default();
    struct cost c;

    begin(&w, 48, 0);
    does(&w, w.hugo, clock_at(&w, TUESDAY, 10, 0), 60);
    does(&w, w.hugo, clock_at(&w, WEDNESDAY, 10, 0), 60);
    problem_set_costs(w.u.b, &w.cost);
    w.cost.hourly_wage_ore = 16500;
    w.cost.on_cost = 5000;
    for (int day = WEDNESDAY; day < DAYS; day++)
        problem_set_day(w.u.b, day, &rule, &w.cost);
    freeze(&w);
    c = roster_cost(w.p, w.r, false);
    CU_ASSERT_EQUAL(c.wage, 17360 + 18480);
    CU_ASSERT_EQUAL(c.on_cost, 7812 + 9240);
    end(&w);
}

static void an_own_wage_goes_before_the_units(void)
{
    struct paid_week w;
    struct cost c;
    struct escort ida = {.id = "ida",
                         .name = "ida",
                         .home = NONE,
                         .engagement = EMPLOYED_HOURLY,
                         .n_available = 1,
                         .available = &(struct span){0, 7 * DAY},
                         .contract_minutes = NONE,
                         .max_minutes = NONE,
                         .wage_ore = 20000};

    begin(&w, 48, 0);
    does(&w, problem_add_escort(w.u.b, "ida", &ida), clock_at(&w, WEDNESDAY, 10, 0), 60);
    c = cost_of_week(&w);
    CU_ASSERT_EQUAL(c.wage, 22400);
    end(&w);
}

/* Six minutes of 420 kr an hour for each visit, whoever carries it out. */
static void planning_is_paid_by_the_visit(void)
{
    struct paid_week w;

    begin(&w, 48, 0);
    w.cost.planner_visit_minutes = 6;
    does(&w, w.hugo, clock_at(&w, WEDNESDAY, 10, 0), 60);
    does(&w, w.carl, clock_at(&w, WEDNESDAY, 10, 0), 60);
    does(&w, w.carl, clock_at(&w, THURSDAY, 10, 0), 60);
    w.visits[2].n_escorts = 0;
    CU_ASSERT_EQUAL(cost_of_week(&w).planner, 2 * 4200);
    end(&w);
}

static void an_escorts_ride_is_an_expense(void)
{
    struct paid_week w;
    struct request r;

    begin(&w, 48, 0);
    w.cost.ride_ore = 3900;
    r = outing(&w, clock_at(&w, WEDNESDAY, 10, 0), 60);
    r.out = r.back = TRANSPORT_BUS;
    r.escort_rides = true;
    serve(&w, &r, w.hugo);
    does(&w, w.hugo, clock_at(&w, THURSDAY, 10, 0), 60);
    CU_ASSERT_EQUAL(cost_of_week(&w).expenses, 3900);
    end(&w);
}

static void two_escorts_are_two_wages_for_one_client(void)
{
    struct paid_week w;
    struct request r;
    struct cost c;

    begin(&w, 48, 0);
    r = outing(&w, clock_at(&w, WEDNESDAY, 10, 0), 60);
    r.needed = 2;
    serve(&w, &r, w.hugo);
    w.visits[0].n_escorts = 2;
    w.visits[0].escorts[1] = w.carl;
    c = cost_of_week(&w);
    CU_ASSERT_EQUAL(c.wage, 17360);
    CU_ASSERT_EQUAL(c.fee, 12500);
    CU_ASSERT_EQUAL(c.visit_minutes, 120);
    CU_ASSERT_EQUAL(c.delivered_minutes, 60);
    end(&w);
}

/* ---- sums ------------------------------------------------------------------- */

static void a_roster_costs_what_its_escorts_and_its_planning_cost(void)
{
    struct paid_week w;
    struct cost whole, sum = {0}, twice = {0};
    struct cost_part parts[24];
    int64_t ore = 0;
    int n;

    begin(&w, 52, 1200);
    w.cost.planner_visit_minutes = 6;
    works_days(&w, w.mona, 5, 333);
    does(&w, w.hugo, clock_at(&w, SATURDAY, 21, 10), 100);
    does(&w, w.carl, clock_at(&w, SUNDAY, 21, 10), 100);
    whole = cost_of_week(&w);
    for (int e = 0; e < w.p->n_escorts; e++) {
        struct cost c = escort_cost(w.p, w.r, e, false);
        cost_add(&sum, &c);
    }
    CU_ASSERT_EQUAL(whole.total, sum.total + whole.planner);
    CU_ASSERT_EQUAL(whole.wage, sum.wage);
    CU_ASSERT_EQUAL(whole.on_cost, sum.on_cost);
    CU_ASSERT_EQUAL(whole.pension, sum.pension);
    CU_ASSERT_EQUAL(whole.paid_minutes, sum.paid_minutes);
    n = cost_parts(&whole, parts);
    CU_ASSERT(n <= 24);
    for (int i = 0; i < n; i++) {
        ore += parts[i].ore;
        for (int k = 0; k < i; k++)
            CU_ASSERT_STRING_NOT_EQUAL(parts[i].name, parts[k].name);
    }
    CU_ASSERT_EQUAL(ore, whole.total);
    cost_add(&twice, &whole);
    cost_add(&twice, &whole);
    CU_ASSERT_EQUAL(twice.total, 2 * whole.total);
    CU_ASSERT_EQUAL(twice.unsocial[UNSOCIAL_BIG], 2 * whole.unsocial[UNSOCIAL_BIG]);
    CU_ASSERT_EQUAL(twice.delivered_minutes, 2 * whole.delivered_minutes);
    end(&w);
}

/* A month's wage of a million over one hour, and 168 hours of contract. */
static void the_largest_figures_fit(void)
{
    struct paid_week w;
    struct cost c;

    begin(&w, 48, 10080);
    w.cost.monthly_wage_ore = 100000000;
    w.cost.month_hours = 1;
    w.cost.on_cost = 20000;
    w.cost.overtime_percent = w.cost.additional_percent = 500;
    works_days(&w, w.mona, 7, 1440);
    c = cost_of_week(&w);
    CU_ASSERT_EQUAL(c.wage, INT64_C(16800000000));
    CU_ASSERT_EQUAL(c.overtime, INT64_C(51200000000)); /* 128 h x 400 % */
    CU_ASSERT_EQUAL(c.on_cost, 2 * (c.wage + c.overtime + c.unsocial[UNSOCIAL_EVENING] +
                                    c.unsocial[UNSOCIAL_NIGHT] +
                                    c.unsocial[UNSOCIAL_WEEKEND] +
                                    c.unsocial[UNSOCIAL_WEEKEND_NIGHT]));
    end(&w);
}

static void nothing_costs_nothing(void)
{
    struct paid_week w;

    begin(&w, 48, NONE);
    CU_ASSERT_EQUAL(cost_of_week(&w).total, 0);
    end(&w);
}

void cost_suite(void)
{
    CU_pSuite s = CU_add_suite("cost", NULL, NULL);

    CU_add_test(s, "a full week by the month is 250 kr an hour",
                a_full_week_by_the_month_is_250_kr_an_hour);
    CU_add_test(s, "at seventy per cent it is 358 kr a visit hour",
                at_seventy_percent_it_is_358_kr_a_visit_hour);
    CU_add_test(s, "by the hour it is 252 kr", by_the_hour_it_is_252_kr);
    CU_add_test(s, "three hours of a contractor are 179 kr each",
                three_hours_of_a_contractor_are_179_kr_each);
    CU_add_test(s, "without contract hours only work is paid",
                without_contract_hours_only_work_is_paid);
    CU_add_test(s, "beyond the contract is additional time, then overtime",
                beyond_the_contract_is_additional_time_then_overtime);
    CU_add_test(s, "the contract to the minute is neither",
                the_contract_to_the_minute_is_neither);
    CU_add_test(s, "overtime by the hour is over the bare wage",
                overtime_by_the_hour_is_over_the_bare_wage);
    CU_add_test(s, "travel between visits is paid", travel_between_visits_is_paid);
    CU_add_test(s, "travel fills the hours of the contract",
                travel_fills_the_hours_of_the_contract);
    CU_add_test(s, "an ordinary weekend", an_ordinary_weekend);
    CU_add_test(s, "a Christmas week", a_christmas_week);
    CU_add_test(s, "an hour less when summer time begins",
                an_hour_less_when_summer_time_begins);
    CU_add_test(s, "an hour more when it ends", an_hour_more_when_it_ends);
    CU_add_test(s, "shifted time is what was not told ten days before",
                shifted_time_is_what_was_not_told_ten_days_before);
    CU_add_test(s, "a group is one duty", a_group_is_one_duty);
    CU_add_test(s, "pension is told apart", pension_is_told_apart);
    CU_add_test(s, "each day is paid by its own figures",
                each_day_is_paid_by_its_own_figures);
    CU_add_test(s, "an own wage goes before the unit's",
                an_own_wage_goes_before_the_units);
    CU_add_test(s, "planning is paid by the visit", planning_is_paid_by_the_visit);
    CU_add_test(s, "an escort's ride is an expense", an_escorts_ride_is_an_expense);
    CU_add_test(s, "two escorts are two wages for one client",
                two_escorts_are_two_wages_for_one_client);
    CU_add_test(s, "a roster costs what its escorts and its planning cost",
                a_roster_costs_what_its_escorts_and_its_planning_cost);
    CU_add_test(s, "the largest figures fit", the_largest_figures_fit);
    CU_add_test(s, "nothing costs nothing", nothing_costs_nothing);
}
