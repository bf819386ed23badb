/* Escorts and clients of a tiny week: hours and papers, what they did before, whom
 * they know. */
#include "tiny_drawing.h"

/* ---- escorts ----------------------------------------------------------- */

/* Never, always, up to a day of the week, or from one on. */
static struct valid drawn_valid(struct drawing *d)
{
    switch (drawn(d, 0, 3)) {
    case 0:
        return (struct valid){0, 0};
    case 1:
        return (struct valid){d->monday - 100, d->monday + drawn(d, 0, 5)};
    case 2:
        return (struct valid){d->monday + drawn(d, 1, 6), d->monday + 100};
    default:
        return (struct valid){d->monday - 100, d->monday + 100};
    }
}

static struct span drawn_hours(struct drawing *d, int day)
{
    bool tight = d->theme == THEME_LEGS;
    int from = drawn(d, tight ? 8 : 0, tight ? 9 : 16) * 60;
    int to = from + drawn(d, 4, tight ? 8 : 16) * 60;
    return (struct span){week_minute_of_day(&d->week, day, from),
                         week_minute_of_day(&d->week, day, to)};
}

static enum engagement drawn_engagement(struct drawing *d)
{
    static const enum engagement engagements[] = {
        EMPLOYED_MONTHLY, EMPLOYED_HOURLY, CONTRACTOR};
    bool employed = d->theme == THEME_REST || d->theme == THEME_BREAKS ||
                    d->theme == THEME_PAST ||
                    (d->theme == THEME_CROWDED && !sometimes(d, 4));
    bool contractor = d->theme == THEME_LEGS || d->theme == THEME_FRAME;
    return engagements[employed ? drawn(d, 0, 1) : contractor ? 2 : drawn(d, 0, 2)];
}

/* Duties just before and just after the week. */
static void draw_outside(struct drawing *d, int escort)
{
    struct span before = {-drawn(d, 3, 9) * 60, -30};
    int end = week_length(&d->week);
    struct span after = {end + 30, end + drawn(d, 2, 9) * 60};
    /* Two in a row, at times: only the nearer one has the week as its neighbour. */
    if (sometimes(d, 3)) {
        problem_add_outside(d->b, escort, before);
        if (before.from % 120 == 0)
            problem_add_outside(d->b, escort, (struct span){before.from - 180, before.from - 60});
    }
    if (sometimes(d, 4)) {
        problem_add_outside(d->b, escort, after);
        if (after.to % 120 == 0)
            problem_add_outside(d->b, escort, (struct span){after.to + 60, after.to + 180});
    }
}

static void draw_past(struct drawing *d, int escort)
{
    struct escort_past past = {0};
    for (int k = 0; k < 6; k++)
        if (sometimes(d, 2)) {
            past.known |= UINT32_C(1) << k;
            past.minutes[k] = drawn(d, 0, 12) * 60;
            past.weekends |= (uint32_t)drawn(d, 0, 1) << k;
        }
    past.additional_year = drawn(d, 0, 6) * 60;
    past.evenings = (uint32_t)drawn(d, 0, 8);
    problem_escort_past(d->b, escort, &past);
}

static void draw_escort_papers(struct drawing *d, struct escort *e)
{
    e->child_clearance = drawn_valid(d);
    e->protected_clearance = drawn_valid(d);
    e->exposes = (uint64_t)drawn(d, 0, 1);
    e->allergies = sometimes(d, 2) ? 2 : 0;
    e->interests = (uint64_t)drawn(d, 0, 3);
    e->wage_ore = sometimes(d, 2) ? drawn(d, 120, 200) * 100 : 0;
}

static void draw_escort(struct drawing *d, int i)
{
    struct span always = {-7 * DAY, 14 * DAY}, hours[DAYS];
    bool at_hand = d->theme == THEME_REST || d->theme == THEME_BREAKS ||
                   d->theme >= THEME_PAPERS;
    bool by_hours = d->theme == THEME_LEGS ||
                    (!at_hand && sometimes(d, d->theme == THEME_CROWDED ? 4 : 2));
    for (int day = 0; day < DAYS; day++)
        hours[day] = drawn_hours(d, day);
    struct escort e = {
        .id = tiny_name(d, "e", i),
        .name = "Escort",
        .home = drawn(d, 0, PLACES - 1),
        .engagement = d->engagement[i] = drawn_engagement(d),
        .sex = sometimes(d, 2) ? 'F' : 'M',
        .skills = sometimes(d, 4) ? 0 : 1,
        .languages = sometimes(d, 4) ? 0 : 1,
        .n_available = by_hours ? DAYS : 1,
        .available = by_hours ? hours : &always,
        .contract_minutes = d->theme == THEME_PAST ? drawn(d, 1, 5) * 60
                            : sometimes(d, 2)      ? drawn(d, 0, 12) * 60
                                                   : NONE,
        .max_minutes = sometimes(d, 5) ? drawn(d, 1, 8) * 60 : NONE,
        .day_anchor = sometimes(d, 2) ? drawn(d, 0, 6) * 60 : 0,
    };
    draw_escort_papers(d, &e);
    int escort = problem_add_escort(d->b, "escort", &e);
    draw_outside(d, escort);
    if (d->theme == THEME_PAST || sometimes(d, 6))
        draw_past(d, escort);
}

void tiny_escorts(struct drawing *d)
{
    for (int i = 0; i < d->n_escorts; i++)
        draw_escort(d, i);
}

/* ---- clients ----------------------------------------------------------- */

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
        .carry = sometimes(d, 3) ? CARRY_NEXT_PERIOD : CARRY_NONE,
    };
    if (sometimes(d, 5))
        decision.to_day = d->monday + drawn(d, 0, 5);
    int index = problem_add_decision(d->b, "decision", &decision);
    if (sometimes(d, 2))
        problem_add_used(d->b, index, d->monday - drawn(d, 2, 9),
                         drawn(d, 1, 3) * 60);
}

/* What must be so of whoever comes, beyond skills. */
static void draw_client_papers(struct drawing *d, struct client *c)
{
    if (d->theme != THEME_PAPERS && !sometimes(d, 10))
        return;
    switch (drawn(d, 0, 3)) {
    case 0:
        c->tasks = 1;
        break;
    case 1:
        c->birth_year = 2012;
        break;
    case 2:
        c->is_protected = true;
        break;
    default:
        c->allergies = 1;
        c->exposes = (uint64_t)drawn(d, 0, 1) * 2;
    }
}

static void draw_likes(struct drawing *d, struct client *c)
{
    if (in_theme(d, THEME_BONDS))
        c->wishes_sex = sometimes(d, 2) ? 'F' : 'M';
    if (in_theme(d, THEME_BONDS))
        c->wishes_language = 1;
    if (in_theme(d, THEME_BONDS))
        c->interests = (uint64_t)drawn(d, 1, 3);
    c->introductions = in_theme(d, THEME_BONDS);
}

static void draw_choices(struct drawing *d, int client)
{
    int first = drawn(d, 0, d->n_escorts - 1);
    int wishes[2] = {first, (first + 1) % d->n_escorts};
    if (sometimes(d, 2))
        problem_client_wishes(d->b, client, wishes, drawn(d, 1, 2));
    int barred = sometimes(d, 4) ? drawn(d, 0, d->n_escorts - 1) : NONE;
    /* Nobody is an own escort whom the client does not want. */
    bool named = in_theme(d, THEME_BONDS);
    if (barred != NONE && !(named && (barred == wishes[0] || barred == wishes[1])))
        problem_bar(d->b, client, barred, BAR_CLIENT);
    if (sometimes(d, 6))
        problem_accept_only(d->b, client, wishes, 2);
    if (named)
        problem_client_named(d->b, client, wishes[1],
                             sometimes(d, 2) ? wishes[0] : NONE);
}

/* What the client and an escort had with each other before. */
static void draw_pair(struct drawing *d, int client, int escort)
{
    if (sometimes(d, 2))
        problem_add_history(d->b, client, escort, drawn(d, 1, 6));
    if (sometimes(d, 2))
        problem_add_meeting(d->b, client, escort,
                            sometimes(d, 2) ? drawn(d, 1, 30) : drawn(d, 60, 120));
    if (sometimes(d, 3))
        problem_add_pair_minutes(d->b, client, escort, d->monday - drawn(d, 1, 9),
                                 drawn(d, 1, 4) * 60);
    if (sometimes(d, 3))
        problem_add_pair_minutes(d->b, client, escort, d->monday + DAYS + 1,
                                 drawn(d, 1, 4) * 60);
    if (sometimes(d, 2)) {
        struct delegation leave = {client, 1, drawn_valid(d)};
        problem_add_delegation(d->b, escort, &leave);
    }
}

static void draw_client(struct drawing *d, int i)
{
    struct client c = {.id = tiny_name(d, "c", i),
                       .name = "Client",
                       .area = "",
                       .home = NONE,
                       .primary = NONE,
                       .deputy = NONE};
    draw_client_papers(d, &c);
    draw_likes(d, &c);
    int client = problem_add_client(d->b, "client", &c);
    draw_choices(d, client);
    for (int e = 0; e < d->n_escorts; e++)
        draw_pair(d, client, e);
    if (d->theme == THEME_GRANTS || sometimes(d, 3))
        draw_decision(d, client);
    if (in_theme(d, THEME_GRANTS))
        problem_client_short(d->b, client, drawn(d, 1, 4) * 60);
}

void tiny_clients(struct drawing *d)
{
    for (int i = 0; i < d->n_clients; i++)
        draw_client(d, i);
    for (int i = 0; i < d->n_clients; i++)
        for (int k = 0; k < d->n_clients; k++)
            if (i != k && !sometimes(d, 3))
                problem_client_shares(d->b, i, k);
}
