/* Sessions and requests of a tiny week. */
#include "tiny_drawing.h"

enum { WEDNESDAY = 2, SATURDAY = 5 };

/* ---- sessions ------------------------------------------------------------ */

static struct session drawn_session(struct drawing *d, int i)
{
    bool shared = sometimes(d, 2);
    int hour = drawn(d, 9, 16);
    return (struct session){
        .id = tiny_name(d, "s", i),
        .activity = "Session",
        .place = drawn(d, 0, PLACES - 1),
        .start = week_minute_of_day(&d->week, WEDNESDAY, hour * 60),
        .minutes = drawn(d, 1, 3) * 60,
        .capacity = shared ? 2 : drawn(d, 1, 3),
        .per_escort = shared ? 2 : drawn(d, 1, 2),
        .debit_percent = drawn(d, 0, 2) * 50,
        .shared = shared,
    };
}

void tiny_sessions(struct drawing *d)
{
    if (d->theme != THEME_GROUPS)
        return;
    d->n_sessions = drawn(d, 1, SESSIONS_MOST);
    for (int i = 0; i < d->n_sessions; i++) {
        d->sessions[i] = drawn_session(d, i);
        problem_add_session(d->b, "session", &d->sessions[i]);
    }
}

/* ---- times --------------------------------------------------------------- */

static int drawn_day(struct drawing *d)
{
    if (d->shape == SHAPE_RESTLESS)
        return d->next_day++ % DAYS;
    switch (d->theme) {
    case THEME_CROWDED:
    case THEME_BREAKS:
    case THEME_LEGS:
    case THEME_GROUPS:
        return WEDNESDAY;
    case THEME_PAST:
        return sometimes(d, 2) ? SATURDAY : drawn(d, 0, DAYS - 1);
    case THEME_MIXED:
    case THEME_REST:
    case THEME_GRANTS:
    case THEME_TEAMS:
    case THEME_PAPERS:
    case THEME_FRAME:
    case THEME_BONDS:
    case THEME_CHANGES:
    case THEMES:
        break;
    }
    return drawn(d, 0, DAYS - 1);
}

/* Minutes after midnight. */
static int drawn_clock(struct drawing *d)
{
    if (d->theme == THEME_REST || d->theme == THEME_FRAME)
        return (sometimes(d, 2) ? drawn(d, 5, 8) : drawn(d, 17, 22)) * 60;
    if (d->theme == THEME_BREAKS)
        return drawn(d, 8, 13) * 60;
    if (d->theme == THEME_PAST)
        return (sometimes(d, 2) ? drawn(d, 7, 9) : drawn(d, 14, 19)) * 60;
    if (d->theme == THEME_LEGS)
        return drawn(d, 8, 10) * 60;
    return drawn(d, 8, 18) * 60;
}

/* A start window on a day that fits the theme. */
static struct alternative drawn_alternative(struct drawing *d)
{
    int from = week_minute_of_day(&d->week, drawn_day(d), drawn_clock(d));
    bool fixed = d->theme != THEME_LEGS && sometimes(d, 2);
    int steps = d->shape == SHAPE_WIDE ? drawn(d, 2, 5) : fixed ? 0 : drawn(d, 1, 2);
    struct alternative a = {.from = from, .to = from + steps * d->grid, .wish = NONE};
    if (a.to >= week_length(&d->week))
        a.to = a.from;
    if (sometimes(d, 2))
        a.wish = a.to;
    return a;
}

static struct alternative session_alternative(struct drawing *d)
{
    int session = drawn(d, 0, d->n_sessions - 1);
    int start = d->sessions[session].start;
    return (struct alternative){
        .from = start, .to = start, .wish = NONE, .session = session + 1};
}

/* Two, of which the request may leave out the second. */
static int draw_alternatives(struct drawing *d, struct alternative out[2])
{
    out[0] = drawn_alternative(d);
    out[1] = drawn_alternative(d);
    if (d->shape >= SHAPE_WIDE)
        return d->shape == SHAPE_WIDE ? 2 : 1;
    if (d->n_sessions == 0 || sometimes(d, 5))
        return sometimes(d, 3) ? 2 : 1;
    out[sometimes(d, 3)] = session_alternative(d);
    return 2;
}

/* ---- requests ------------------------------------------------------------ */

static bool takes_part(const struct request *q)
{
    for (int i = 0; i < q->n_alternatives; i++)
        if (q->alternatives[i].session)
            return true;
    return false;
}

static enum transport drawn_transport(struct drawing *d)
{
    return in_theme(d, THEME_PAPERS) ? TRANSPORT_PARATRANSIT
                                     : (enum transport)drawn(d, 0, 2);
}

static struct request drawn_request(struct drawing *d, int i,
                                    const struct alternative *alternatives, int n)
{
    bool late = d->theme == THEME_REST || d->theme == THEME_FRAME;
    int minutes = drawn(d, 1, d->shape == SHAPE_RESTLESS ? 2 : late ? 6 : 4) * 60;
    bool shorter = sometimes(d, 6) && minutes > d->grid;
    struct request q = {
        .id = tiny_name(d, "r", i),
        .activity = "Activity",
        .series = "",
        .client = drawn(d, 0, d->n_clients - 1),
        .needed = 1,
        .minutes = minutes,
        .minutes_min = shorter ? minutes - d->grid : minutes,
        .meet = drawn(d, 0, PLACES - 1),
        .end = drawn(d, 0, PLACES - 1),
        .priority = (enum priority)drawn(d, 0, 2),
        .decision = NONE,
        .n_alternatives = n,
        .alternatives = alternatives,
        .pin_start = NONE,
        .link = NONE,
        .out = drawn_transport(d),
        .back = drawn_transport(d),
        .escort_rides = sometimes(d, 2),
        .series_escort = NONE,
    };
    if (!takes_part(&q) && sometimes(d, d->theme == THEME_TEAMS ? 2 : 8))
        q.needed = 2;
    if (sometimes(d, 4))
        q.needs.skills = 1;
    if (sometimes(d, 5))
        q.needs.language = 1;
    if (sometimes(d, 6))
        q.needs.sex = 'F';
    if (in_theme(d, THEME_PAPERS) && sometimes(d, 3))
        q.tasks = 1;
    return q;
}

static void draw_answers(struct drawing *d, int request)
{
    for (int e = 0; e < d->n_escorts; e++) {
        struct offer offer = {e, (enum answer)drawn(d, 0, 2), d->monday - 3};
        if (d->engagement[e] == CONTRACTOR && in_theme(d, THEME_PAPERS))
            problem_add_offer(d->b, request, &offer);
    }
}

/* Mostly as it was asked for, so that it could stay. */
static void draw_told(struct drawing *d, int request, const struct request *q)
{
    int escorts[2] = {drawn(d, 0, d->n_escorts - 1)};
    int late = sometimes(d, 4) ? d->grid : 0;
    escorts[1] = (escorts[0] + 1) % d->n_escorts;
    problem_request_published(d->b, request, q->alternatives[0].from + late,
                              q->minutes, escorts, q->needed);
}

static void draw_request(struct drawing *d, int i)
{
    struct alternative alternatives[2];
    int n = draw_alternatives(d, alternatives);
    struct request q = drawn_request(d, i, alternatives, n);
    int request = problem_add_request(d->b, "request", &q);
    int escort = drawn(d, 0, d->n_escorts - 1);
    if (request != NONE && sometimes(d, 7))
        problem_pin(d->b, request, sometimes(d, 2) ? alternatives[0].from : NONE,
                    &escort, sometimes(d, 2) ? 1 : 0);
    if (in_theme(d, THEME_BONDS))
        problem_request_series(d->b, request, drawn(d, 0, d->n_escorts - 1));
    if (d->theme == THEME_CHANGES && !sometimes(d, 3))
        draw_told(d, request, &q);
    draw_answers(d, request);
}

void tiny_requests(struct drawing *d)
{
    for (int i = 0; i < d->n_requests; i++)
        draw_request(d, i);
    if (d->theme == THEME_TEAMS || (d->theme != THEME_GROUPS && sometimes(d, 8))) {
        int gap = sometimes(d, 2) ? 0 : drawn(d, -2, 2) * d->grid;
        struct link l = {0, 1, gap, gap + (sometimes(d, 2) ? 0 : d->grid),
                         sometimes(d, 3)};
        problem_add_link(d->b, "in_step", &l);
    }
}
