/* Each week draws a theme, which decides what is scarce: hours of the day, rest,
 * hours of the decision, escorts for two, order of the day, people with the right
 * papers. All else is drawn around it. Figures of the rules are drawn too, or most
 * would hardly ever bind with four visits. */
#include "tiny_week.h"

#include "tiny_drawing.h"

#include <stdio.h>
#include <stdlib.h>

const char *tiny_name(struct drawing *d, const char *prefix, int i)
{
    return arena_print(d->arena, "%s%d", prefix, i + 1);
}

static struct week drawn_week(struct drawing *d)
{
    /* An ordinary week, both changes of the clocks, week 53 over the new year, a
     * month's end on Tuesday, Christmas. */
    static const int weeks[][2] = {{2026, 48}, {2026, 13}, {2026, 43},
                                   {2026, 53}, {2026, 27}, {2026, 52}};
    bool border = d->theme == THEME_FRAME && sometimes(d, 2);
    const int *chosen =
        weeks[border ? drawn(d, 3, 4) : sometimes(d, 3) ? drawn(d, 1, 5) : 0];
    struct week w;
    struct faults f = {0};
    if (week_make(&w, chosen[0], chosen[1], "Europe/Stockholm", &f) != STATUS_OK)
        abort();
    struct moment m = week_moment(&w, 0);
    d->monday = date_days(m.year, m.month, m.mday);
    return w;
}

/* ---- figures ------------------------------------------------------------- */

/* Only one of the limits is tight, if any, or none would be the only one in the way. */
static void draw_day_limits(struct drawing *d, struct rule_figures *r)
{
    switch (drawn(d, 0, 2)) {
    case 0:
        r->day_minutes_max = drawn(d, 2, 4) * 60;
        break;
    case 1:
        r->span_minutes_max = drawn(d, 3, 7) * 60;
        break;
    default:
        r->week_minutes_max = drawn(d, 4, 12) * 60;
    }
}

static void draw_hour_limits(struct drawing *d, struct rule_figures *r)
{
    switch (drawn(d, 0, 4)) {
    case 0:
    case 1:
        r->ordinary_minutes_week = drawn(d, 2, 8) * 60;
        r->ordinary_weeks = drawn(d, 1, 4);
        r->overtime_planned_minutes = drawn(d, 0, 1) * 60;
        break;
    case 2:
        r->overtime_minutes_4w = drawn(d, 0, 4) * 60;
        r->overtime_minutes_year = drawn(d, 2, 8) * 60;
        break;
    case 3:
        r->total_minutes_week = drawn(d, 2, 8) * 60;
        r->total_weeks = drawn(d, 1, 6);
        break;
    default:
        break;
    }
    r->split_gap_minutes = drawn(d, 1, 2) * 60;
    r->weekend_period = drawn(d, 0, 3);
    r->evening_from = drawn(d, 14, 19) * 60;
}

static void draw_frame(struct drawing *d, struct rule_figures *r)
{
    if (in_theme(d, THEME_PAPERS))
        r->contractor_occasion_minutes = drawn(d, 1, 3) * 60;
    if (d->theme != THEME_FRAME)
        return;
    r->contractor_occasion_minutes = drawn(d, 3, 6) * 60;
    r->contractor_rest_minutes = drawn(d, 9, 18) * 60;
    r->contractor_clients = drawn(d, 0, 2);
    r->contractor_month_minutes = drawn(d, 0, 5) * 60;
}

static void draw_rules(struct drawing *d, struct rule_figures *r)
{
    r->gap_minutes = drawn(d, 0, 2) * 15;
    r->home_legs = d->theme == THEME_LEGS || sometimes(d, 4);
    r->travel_is_work = !sometimes(d, 3);
    r->on_duty_meal = !sometimes(d, 4);
    r->paratransit_wait_minutes = drawn(d, 0, 4) * 15;
    if (d->theme == THEME_REST) {
        r->daily_rest_minutes = drawn(d, 11, 15) * 60;
        r->weekly_rest_minutes =
            (d->shape == SHAPE_RESTLESS ? drawn(d, 24, 48) : drawn(d, 36, 110)) * 60;
    }
    if (d->theme == THEME_CROWDED || d->theme == THEME_MIXED)
        draw_day_limits(d, r);
    if (d->theme == THEME_BREAKS)
        r->break_after_minutes = drawn(d, 2, 5) * 60;
    if (d->theme == THEME_PAST)
        draw_hour_limits(d, r);
    draw_frame(d, r);
}

static struct weight_figures drawn_weights(struct drawing *d)
{
    struct weight_figures w = weight_figures_default();
    if (sometimes(d, 4))
        w.rights_open = 0;
    if (in_theme(d, THEME_CHANGES))
        w.cost_100_kr = drawn(d, 1, 40);
    if (sometimes(d, 3))
        w.escort_used = drawn(d, 1, 12) * 20;
    w.short_1_minutes = drawn(d, 0, 3) * 60;
    w.short_2_minutes = w.short_1_minutes + drawn(d, 0, 2) * 60;
    return w;
}

/* From a day on other figures are in force. */
static void draw_new_law(struct drawing *d, struct rule_figures r)
{
    struct cost_figures c = cost_figures_default();
    int day = drawn(d, 1, DAYS - 1);
    r.gap_minutes = drawn(d, 0, 2) * 15;
    r.daily_rest_minutes = drawn(d, 11, 15) * 60;
    r.day_minutes_max = drawn(d, 3, 10) * 60;
    r.span_minutes_max = drawn(d, 4, 13) * 60;
    r.break_after_minutes = drawn(d, 2, 5) * 60;
    r.contractor_occasion_minutes = drawn(d, 2, 8) * 60;
    c.fee_ore = drawn(d, 100, 200) * 100;
    for (; day < DAYS; day++)
        problem_set_day(d->b, day, &r, &c);
}

static void draw_figures(struct drawing *d)
{
    struct rule_figures r = rule_figures_default();
    struct weight_figures w = drawn_weights(d);
    struct cost_figures c = cost_figures_default();
    draw_rules(d, &r);
    c.ride_ore = drawn(d, 0, 2) * 5000;
    problem_set_figures(d->b, &r, &w);
    problem_set_costs(d->b, &c);
    if (sometimes(d, 5))
        draw_new_law(d, r);
}

/* ---- the unit ------------------------------------------------------------ */

static void draw_places(struct drawing *d)
{
    uint16_t matrix[PLACES * PLACES];
    for (int i = 0; i < PLACES; i++) {
        struct place place = {.id = tiny_name(d, "p", i), .name = "Place", .area = ""};
        problem_add_place(d->b, "place", &place);
        for (int k = 0; k < PLACES; k++)
            matrix[i * PLACES + k] = (uint16_t)(i == k ? 0 : drawn(d, 1, 8) * 5);
    }
    problem_set_travel_matrix(d->b, matrix, PLACES);
}

static void draw_codes(struct drawing *d)
{
    problem_add_skill(d->b, "GUIDE_BLIND");
    problem_language(d->b, "so");
    problem_code(d->b, CODE_TASK, "EMERG_MED");
    problem_code(d->b, CODE_EXPOSURE, "DOG");
    problem_code(d->b, CODE_EXPOSURE, "SMOKE");
    problem_code(d->b, CODE_INTEREST, "MUSIC");
    problem_code(d->b, CODE_INTEREST, "NATURE");
}

/* When it is planned, when rides run, since when there are rosters. */
static void draw_circumstances(struct drawing *d)
{
    problem_set_covered(d->b, d->monday - drawn(d, 0, 200));
    if (in_theme(d, THEME_PAPERS))
        for (int day = 0; day < DAYS; day++) {
            struct span hours = {
                week_minute_of_day(&d->week, day, drawn(d, 8, 11) * 60),
                week_minute_of_day(&d->week, day, drawn(d, 12, 18) * 60)};
            problem_set_paratransit(d->b, day, hours);
        }
    if (d->theme != THEME_CHANGES && !sometimes(d, 8))
        return;
    problem_set_today(d->b, d->monday - drawn(d, 0, 16));
    if (d->theme == THEME_CHANGES)
        problem_set_published(d->b, d->monday - 20);
}

/* Where much must come together before a rule binds, oftener. A busy week is about one
 * escort's hours. */
static enum theme drawn_theme(struct drawing *d, bool busy)
{
    static const int weights[2][THEMES] = {
        {[THEME_MIXED] = 1,  [THEME_CROWDED] = 5, [THEME_REST] = 4,
         [THEME_BREAKS] = 4, [THEME_GRANTS] = 2,  [THEME_TEAMS] = 2,
         [THEME_LEGS] = 2,   [THEME_PAPERS] = 5,  [THEME_GROUPS] = 5,
         [THEME_PAST] = 9,   [THEME_FRAME] = 4,   [THEME_BONDS] = 2,
         [THEME_CHANGES] = 3},
        {[THEME_MIXED] = 1, [THEME_CROWDED] = 4, [THEME_REST] = 5, [THEME_BREAKS] = 4,
         [THEME_LEGS] = 3, [THEME_GROUPS] = 3, [THEME_PAST] = 2, [THEME_FRAME] = 5,
         [THEME_BONDS] = 1}};
    return (enum theme)chance_weighted(&d->c, weights[busy], THEMES);
}

static void draw_sizes(struct drawing *d)
{
    bool three = d->theme == THEME_TEAMS || d->theme == THEME_LEGS;
    bool many = d->theme == THEME_GROUPS || d->theme == THEME_FRAME;
    bool busy = many || d->theme == THEME_PAST || d->theme == THEME_CROWDED ||
                d->theme == THEME_BREAKS;
    d->n_escorts = busy ? 2 : drawn(d, 2, 3);
    d->n_clients = many ? 3 : drawn(d, 1, 3);
    d->n_requests = three ? 3 : busy ? REQUESTS_MOST : drawn(d, 3, REQUESTS_MOST);
}

static void give_out(struct drawing *d, const struct begun *what)
{
    problem_set_published(d->b, d->monday - 20);
    problem_set_now(d->b, what->now, what->freeze);
    for (int r = 0; r < what->told->n_requests; r++) {
        const struct visit *v = &what->told->visits[r];
        if (v->n_escorts > 0)
            problem_request_published(d->b, r, v->start, v->minutes, v->escorts, v->n_escorts);
    }
    if (what->away != NONE)
        problem_add_absence(d->b, what->away, what->span);
}

static const struct problem *drawn_problem(struct arena *a, uint64_t seed, enum shape shape,
                                           const struct begun *what)
{
    struct drawing d = {.arena = a, .shape = shape};
    struct faults f = {0};
    chance_seed(&d.c, seed);
    d.theme = shape == SHAPE_RESTLESS ? THEME_REST : drawn_theme(&d, shape == SHAPE_BUSY);
    d.grid = d.theme == THEME_LEGS ? 15 : sometimes(&d, 2) ? 30 : 60;
    d.week = drawn_week(&d);
    draw_sizes(&d);
    if (shape == SHAPE_BUSY)
        d.n_requests += MORE_REQUESTS;
    if (shape == SHAPE_RESTLESS)
        d.n_requests = RESTLESS_REQUESTS;
    d.b = problem_begin(a, "tiny", "Tiny", &d.week, d.grid);
    draw_codes(&d);
    draw_figures(&d);
    draw_places(&d);
    draw_circumstances(&d);
    tiny_escorts(&d);
    tiny_clients(&d);
    tiny_sessions(&d);
    tiny_requests(&d);
    if (what)
        give_out(&d, what);
    const struct problem *p = problem_freeze(d.b, &f);
    if (!p)
        fprintf(stderr, "seed %llu: %s: %s\n", (unsigned long long)seed,
                f.list[0].place, f.list[0].what);
    return p;
}

const struct problem *tiny_week(struct arena *a, uint64_t seed)
{
    return drawn_problem(a, seed, SHAPE_TINY, NULL);
}

const struct problem *busy_week(struct arena *a, uint64_t seed)
{
    return drawn_problem(a, seed, SHAPE_BUSY, NULL);
}

const struct problem *wide_week(struct arena *a, uint64_t seed)
{
    return drawn_problem(a, seed, SHAPE_WIDE, NULL);
}

const struct problem *restless_week(struct arena *a, uint64_t seed)
{
    return drawn_problem(a, seed, SHAPE_RESTLESS, NULL);
}

const struct problem *begun_week(struct arena *a, uint64_t seed, const struct begun *what)
{
    return drawn_problem(a, seed, SHAPE_TINY, what);
}
