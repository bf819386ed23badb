/* Each week draws a theme, which decides what is scarce: hours of the day, rest,
 * hours of the decision, escorts for two, order of the day. All else is drawn
 * around it. Figures of the rules are drawn too, or most would hardly ever bind
 * with four visits. */
#include "tiny_week.h"

#include "base/chance.h"

#include <stdio.h>
#include <stdlib.h>

enum { PLACES = 4 };

enum theme {
    THEME_MIXED,
    THEME_CROWDED, /* all on one day, little room */
    THEME_REST,    /* late evenings and early mornings, spread over the week */
    THEME_BREAKS,  /* back to back */
    THEME_GRANTS,  /* hours of the decision run out */
    THEME_TEAMS,   /* two at once, and in step */
    THEME_LEGS,    /* the way home hardly fits the hours */
    THEMES
};

struct drawing {
    struct chance c;
    struct problem_builder *b;
    struct arena *arena;
    enum theme theme;
    struct week week;
    int n_escorts, n_clients, n_requests;
};

static int drawn(struct drawing *d, int least, int most)
{
    return chance_between(&d->c, least, most);
}

static bool sometimes(struct drawing *d, int one_in)
{
    return chance_one_in(&d->c, one_in);
}

static const char *numbered(struct drawing *d, const char *prefix, int i)
{
    return arena_print(d->arena, "%s%d", prefix, i + 1);
}

static struct week drawn_week(struct drawing *d)
{
    /* An ordinary week, both changes of the clocks, week 53 over the new year. */
    static const int weeks[][2] = {{2026, 48}, {2026, 13}, {2026, 43}, {2026, 53}};
    const int *chosen = weeks[sometimes(d, 3) ? drawn(d, 1, 3) : 0];
    struct week w;
    struct faults f = {0};
    if (week_make(&w, chosen[0], chosen[1], "Europe/Stockholm", &f) != STATUS_OK)
        abort();
    return w;
}

static void draw_figures(struct drawing *d)
{
    struct rule_figures r = rule_figures_default();
    struct weight_figures w = weight_figures_default();
    r.gap_minutes = drawn(d, 0, 2) * 15;
    r.home_legs = d->theme == THEME_LEGS || sometimes(d, 4);
    r.travel_is_work = !sometimes(d, 3);
    r.on_duty_meal = !sometimes(d, 4);
    if (d->theme == THEME_REST) {
        r.daily_rest_minutes = drawn(d, 11, 15) * 60;
        r.weekly_rest_minutes = drawn(d, 36, 130) * 60;
    }
    if (d->theme == THEME_CROWDED || d->theme == THEME_MIXED) {
        r.day_minutes_max = drawn(d, 2, 8) * 60;
        r.span_minutes_max = drawn(d, 3, 7) * 60;
        r.week_minutes_max = drawn(d, 4, 20) * 60;
        if (sometimes(d, 2))
            r.day_minutes_max = 1440;
    }
    if (d->theme == THEME_BREAKS)
        r.break_after_minutes = drawn(d, 2, 5) * 60;
    if (sometimes(d, 4))
        w.rights_open = 0;
    w.short_1_minutes = drawn(d, 0, 3) * 60;
    w.short_2_minutes = w.short_1_minutes + drawn(d, 0, 2) * 60;
    problem_set_figures(d->b, &r, &w);
}

static void draw_places(struct drawing *d)
{
    uint16_t matrix[PLACES * PLACES];
    for (int i = 0; i < PLACES; i++) {
        struct place place = {.id = numbered(d, "p", i), .name = "Place", .area = ""};
        problem_add_place(d->b, "place", &place);
        for (int k = 0; k < PLACES; k++)
            matrix[i * PLACES + k] = (uint16_t)(i == k ? 0 : drawn(d, 1, 8) * 5);
    }
    problem_set_travel_matrix(d->b, matrix, PLACES);
}

static struct span drawn_hours(struct drawing *d, int day)
{
    bool tight = d->theme == THEME_LEGS;
    int from = drawn(d, tight ? 8 : 0, tight ? 9 : 16) * 60;
    int to = from + drawn(d, 4, tight ? 8 : 16) * 60;
    return (struct span){week_minute_of_day(&d->week, day, from),
                         week_minute_of_day(&d->week, day, to)};
}

static void draw_escorts(struct drawing *d)
{
    static const enum engagement engagements[] = {
        EMPLOYED_MONTHLY, EMPLOYED_HOURLY, CONTRACTOR};
    for (int i = 0; i < d->n_escorts; i++) {
        struct span always = {-7 * DAY, 14 * DAY}, hours[DAYS], outside[2];
        int n = 0, n_outside = 0;
        for (int day = 0; day < DAYS; day++)
            hours[n++] = drawn_hours(d, day);
        if (sometimes(d, 3))
            outside[n_outside++] = (struct span){-drawn(d, 3, 9) * 60, -30};
        if (sometimes(d, 4)) {
            int end = week_length(&d->week);
            outside[n_outside++] = (struct span){end + 30, end + drawn(d, 2, 9) * 60};
        }
        bool rest = d->theme == THEME_REST || d->theme == THEME_BREAKS;
        struct escort e = {
            .id = numbered(d, "e", i),
            .name = "Escort",
            .home = drawn(d, 0, PLACES - 1),
            .engagement = engagements[rest                      ? drawn(d, 0, 1)
                                      : d->theme == THEME_LEGS ? 2
                                                               : drawn(d, 0, 2)],
            .sex = sometimes(d, 2) ? 'F' : 'M',
            .skills = sometimes(d, 4) ? 0 : 1,
            .languages = sometimes(d, 4) ? 0 : 1,
            .n_available =
                d->theme == THEME_LEGS || (sometimes(d, 2) && !rest) ? n : 1,
            .available = NULL,
            .contract_minutes = sometimes(d, 2) ? drawn(d, 0, 12) * 60 : NONE,
            .max_minutes = sometimes(d, 4) ? drawn(d, 1, 8) * 60 : NONE,
            .day_anchor = sometimes(d, 2) ? drawn(d, 0, 6) * 60 : 0,
            .n_outside = 0,
        };
        e.available = e.n_available == 1 ? &always : hours;
        int index = problem_add_escort(d->b, "escort", &e);
        for (int k = 0; k < n_outside; k++)
            problem_add_outside(d->b, index, outside[k]);
    }
}

static void draw_decision(struct drawing *d, int client)
{
    struct decision decision = {
        .id = "d1",
        .client = client,
        .basis = (enum legal_basis)drawn(d, 0, 3),
        .period = (enum grant_period)drawn(d, 0, 3),
        .minutes = drawn(d, 1, 8) * 60,
        .from_day = date_days(2026, 1, 1),
        .to_day = INT64_MAX,
    };
    if (sometimes(d, 5))
        decision.to_day = d->week.start_utc / 86400 + drawn(d, 1, 6);
    int index = problem_add_decision(d->b, "decision", &decision);
    if (sometimes(d, 2))
        problem_add_used(d->b, index, d->week.start_utc / 86400 - drawn(d, 2, 9),
                         drawn(d, 1, 3) * 60);
}

static void draw_clients(struct drawing *d)
{
    for (int i = 0; i < d->n_clients; i++) {
        struct client c = {
            .id = numbered(d, "c", i), .name = "Client", .area = "", .home = NONE};
        int client = problem_add_client(d->b, "client", &c);
        int first = drawn(d, 0, d->n_escorts - 1);
        int wishes[2] = {first, (first + 1) % d->n_escorts};
        if (sometimes(d, 2))
            problem_client_wishes(d->b, client, wishes, drawn(d, 1, 2));
        if (sometimes(d, 4))
            problem_bar(d->b, client, drawn(d, 0, d->n_escorts - 1), BAR_CLIENT);
        if (sometimes(d, 6))
            problem_accept_only(d->b, client, wishes, 2);
        for (int e = 0; e < d->n_escorts; e++)
            if (sometimes(d, 2))
                problem_add_history(d->b, client, e, drawn(d, 1, 6));
        if (d->theme == THEME_GRANTS || sometimes(d, 3))
            draw_decision(d, client);
    }
}

/* A start window on a day that fits the theme. */
static struct alternative drawn_alternative(struct drawing *d, int grid)
{
    int day = d->theme == THEME_CROWDED || d->theme == THEME_BREAKS ||
                      d->theme == THEME_LEGS
                  ? 2
                  : drawn(d, 0, DAYS - 1);
    int clock = drawn(d, 8, 18) * 60;
    if (d->theme == THEME_REST)
        clock = (sometimes(d, 2) ? drawn(d, 5, 8) : drawn(d, 17, 22)) * 60;
    if (d->theme == THEME_BREAKS)
        clock = drawn(d, 8, 13) * 60;
    if (d->theme == THEME_LEGS)
        clock = drawn(d, 8, 10) * 60;
    int from = week_minute_of_day(&d->week, day, clock);
    int steps = sometimes(d, 2) && d->theme != THEME_LEGS ? 0 : drawn(d, 1, 2);
    struct alternative a = {from, from + steps * grid, NONE};
    if (a.to >= week_length(&d->week))
        a.to = a.from;
    if (sometimes(d, 2))
        a.wish = a.to;
    return a;
}

static void draw_request(struct drawing *d, int i, int grid)
{
    struct alternative alternatives[2] = {drawn_alternative(d, grid),
                                          drawn_alternative(d, grid)};
    int minutes = drawn(d, 1, d->theme == THEME_REST ? 6 : 4) * 60;
    struct request q = {
        .id = numbered(d, "r", i),
        .activity = "Activity",
        .series = "",
        .client = drawn(d, 0, d->n_clients - 1),
        .needed = 1,
        .minutes = minutes,
        .minutes_min = sometimes(d, 6) && minutes > grid ? minutes - grid : minutes,
        .meet = drawn(d, 0, PLACES - 1),
        .end = drawn(d, 0, PLACES - 1),
        .priority = (enum priority)drawn(d, 0, 2),
        .decision = NONE,
        .n_alternatives = sometimes(d, 3) ? 2 : 1,
        .alternatives = alternatives,
        .pin_start = NONE,
        .link = NONE,
    };
    if (sometimes(d, d->theme == THEME_TEAMS ? 2 : 8))
        q.needed = 2;
    if (sometimes(d, 4))
        q.needs.skills = 1;
    if (sometimes(d, 5))
        q.needs.language = 1;
    if (sometimes(d, 6))
        q.needs.sex = 'F';
    int request = problem_add_request(d->b, "request", &q);
    int escort = drawn(d, 0, d->n_escorts - 1);
    if (request != NONE && sometimes(d, 7))
        problem_pin(d->b, request, sometimes(d, 2) ? alternatives[0].from : NONE,
                    &escort, sometimes(d, 2) ? 1 : 0);
}

static void draw_requests(struct drawing *d, int grid)
{
    for (int i = 0; i < d->n_requests; i++)
        draw_request(d, i, grid);
    if (d->theme == THEME_TEAMS || sometimes(d, 8)) {
        int gap = sometimes(d, 2) ? 0 : drawn(d, -2, 2) * grid;
        struct link l = {0, 1, gap, gap + (sometimes(d, 2) ? 0 : grid),
                         sometimes(d, 3)};
        problem_add_link(d->b, "in_step", &l);
    }
}

const struct problem *tiny_week(struct arena *a, uint64_t seed)
{
    struct drawing d = {.arena = a};
    struct faults f = {0};
    chance_seed(&d.c, seed);
    d.theme = (enum theme)drawn(&d, 0, THEMES - 1);
    int grid = d.theme == THEME_LEGS ? 15 : sometimes(&d, 2) ? 30 : 60;
    d.week = drawn_week(&d);
    d.n_escorts = drawn(&d, 2, 3);
    d.n_clients = drawn(&d, 1, 3);
    d.n_requests =
        d.theme == THEME_TEAMS || d.theme == THEME_LEGS ? 3 : drawn(&d, 3, 4);
    d.b = problem_begin(a, "tiny", "Tiny", &d.week, grid);
    problem_add_skill(d.b, "GUIDE_BLIND");
    problem_language(d.b, "so");
    draw_figures(&d);
    draw_places(&d);
    draw_escorts(&d);
    draw_clients(&d);
    draw_requests(&d, grid);
    const struct problem *p = problem_freeze(d.b, &f);
    if (!p)
        fprintf(stderr, "seed %llu: %s: %s\n", (unsigned long long)seed,
                f.list[0].place, f.list[0].what);
    return p;
}
