/* What a roster costs its employer in a week.
 *
 * First the minutes of each escort are counted by day, so that each is paid by the
 * figures of its day (a wage rises on a first of April, a percentage on a New Year's
 * Day, and both fall inside weeks); then they are priced. A minute belongs to the day
 * its visit begins on, paid travel to the day of the visit before it.
 *
 * Employees. A wage for every minute of work, on visits and on paid travel. Who is
 * paid by the month is paid the hours of the contract whether there is work or not:
 * what is missing is idle, at Monday's wage. Without contract hours only work is paid.
 * The minutes of a week, in their order, beyond the contract are additional time and
 * beyond ordinary full time overtime; `overtime` is what they cost over the wage.
 * Unsocial hours go by the clock of each minute of work; travel is taken right after the
 * visit. Supplements are taken to include holiday pay, as in AB, so that holiday pay is
 * on the hourly wage alone. The employer's percentage is on all of it, and occupational
 * pension is a part of that percentage (AKAP-KR: from the first day, at any age).
 *
 * AB rounds the unsocial minutes of each class up to half or whole hours once a month.
 * Here they are counted as they are: rounded up in every week they would come to more
 * than a month's rounding ever does.
 *
 * Contractors. A fee by the hour with statutory contributions, and an allowance for
 * expenses a visit. A session is one duty of an escort, however many clients it has.
 *
 * Sums run in millionths of an öre; each part of an escort's week is rounded to öre
 * once, and the roster's parts are the sums of the escorts'. */
#include "ledsaga/measure.h"

#include "base/text.h"
#include "rules/rule.h"

enum { GRAIN = 1000000, WHOLE = 10000 /* hundredths of a per cent in one */ };

/* ---- the parts ---------------------------------------------------------- */

/* X(name, field of struct cost, gettext key): what adds up to the total. */
#define PART_LIST(X)                                                           \
    X("wage", wage, N_("wage for visits"))                                     \
    X("unsocial_evening", unsocial[UNSOCIAL_EVENING],                          \
      N_("unsocial hours, evening"))                                           \
    X("unsocial_night", unsocial[UNSOCIAL_NIGHT], N_("unsocial hours, night")) \
    X("unsocial_weekend", unsocial[UNSOCIAL_WEEKEND],                          \
      N_("unsocial hours, weekend and holiday"))                               \
    X("unsocial_weekend_night", unsocial[UNSOCIAL_WEEKEND_NIGHT],              \
      N_("unsocial hours, weekend and holiday by night"))                      \
    X("unsocial_big", unsocial[UNSOCIAL_BIG],                                  \
      N_("unsocial hours, big holiday"))                                       \
    X("unsocial_big_night", unsocial[UNSOCIAL_BIG_NIGHT],                      \
      N_("unsocial hours, big holiday by night"))                              \
    X("overtime", overtime, N_("overtime and additional time, over the wage")) \
    X("travel", travel, N_("wage for travel"))                                 \
    X("idle", idle, N_("wage for contract hours without work"))                \
    X("shifted", shifted, N_("shifted working time"))                          \
    X("on_cost", on_cost, N_("employer's on-cost"))                            \
    X("fee", fee, N_("contractors' fees"))                                     \
    X("fee_on_cost", fee_on_cost, N_("contributions on fees"))                 \
    X("expenses", expenses, N_("expenses and rides"))                          \
    X("planner", planner, N_("planning"))

int cost_parts(const struct cost *c, struct cost_part parts[24])
{
    const struct cost_part all[] = {
#define X(name, field, text) {name, text, c->field},
        PART_LIST(X)
#undef X
    };
    int n = sizeof all / sizeof *all;
    for (int i = 0; i < n; i++)
        parts[i] = all[i];
    return n;
}

static int64_t total(const struct cost *c)
{
    struct cost_part parts[24];
    int n = cost_parts(c, parts);
    int64_t sum = 0;
    for (int i = 0; i < n; i++)
        sum += parts[i].ore;
    return sum;
}

void cost_add(struct cost *sum, const struct cost *more)
{
#define X(name, field, text) sum->field += more->field;
    PART_LIST(X)
#undef X
    sum->total += more->total;
    sum->pension += more->pension;
    sum->visit_minutes += more->visit_minutes;
    sum->travel_minutes += more->travel_minutes;
    sum->idle_minutes += more->idle_minutes;
    sum->paid_minutes += more->paid_minutes;
    for (int u = 0; u < UNSOCIAL_COUNT; u++)
        sum->unsocial_minutes[u] += more->unsocial_minutes[u];
    sum->delivered_minutes += more->delivered_minutes;
}

/* ---- amounts ------------------------------------------------------------ */

static int64_t nearest(int64_t n, int64_t d)
{
    return (n + d / 2) / d;
}

/* So many hundredths of a per cent, without leaving 64 bits. */
static int64_t share(int64_t grains, int64_t hundredths)
{
    return grains / WHOLE * hundredths +
           nearest(grains % WHOLE * hundredths, WHOLE);
}

/* Wage for minutes of work, without holiday pay; grains. */
static int64_t wage(const struct escort *e, const struct cost_figures *c,
                    int64_t minutes)
{
    if (e->engagement == EMPLOYED_MONTHLY)
        return nearest((e->wage_ore ? e->wage_ore : c->monthly_wage_ore) *
                           minutes * GRAIN,
                       INT64_C(60) * c->month_hours);
    return nearest(
        (e->wage_ore ? e->wage_ore : c->hourly_wage_ore) * minutes * GRAIN, 60);
}

static int64_t wage_with_holiday_pay(const struct escort *e,
                                     const struct cost_figures *c,
                                     int64_t minutes)
{
    int64_t pay = wage(e, c, minutes);
    return e->engagement == EMPLOYED_HOURLY ? pay + share(pay, c->holiday_pay)
                                            : pay;
}

/* ---- an employee's minutes ---------------------------------------------- */

struct minutes {
    int visits, travel, idle, additional, overtime, shifted;
    int unsocial[UNSOCIAL_COUNT]; /* of visits and travel */
};

/* One escort's week while it is counted. */
struct timesheet {
    const struct problem *problem;
    const struct roster *roster;
    int escort;
    int worked; /* so far */
    struct minutes days[DAYS];
};

static int day_of(const struct problem *p, const struct duty *d)
{
    int day = week_day(&p->week, d->start);
    return day < 0 ? 0 : day < DAYS ? day : DAYS - 1;
}

static int overlap(int from, int to, int least, int most)
{
    from = from > least ? from : least;
    to = to < most ? to : most;
    return to > from ? to - from : 0;
}

static void count_work(struct timesheet *t, int day, int from, int to)
{
    const struct problem *p = t->problem;
    struct minutes *m = &t->days[day];
    int before = t->worked, full = p->rule.ordinary_minutes_week;
    int by_class[UNSOCIAL_COUNT];
    t->worked += to - from;
    m->additional += overlap(before, t->worked,
                             full_week(p, &p->escorts[t->escort]), full);
    m->overtime += overlap(before, t->worked, full, t->worked);
    unsocial_minutes(&p->week, costs_on(p, day), from, to, by_class);
    for (int u = 0; u < UNSOCIAL_COUNT; u++)
        m->unsocial[u] += by_class[u];
}

/* Was the escort told of this duty? Of a session, if any of its clients was theirs
 * then: another client in the group does not move the escort's hours. */
static bool told(const struct timesheet *t, const struct duty *d)
{
    const struct request *requests = t->problem->requests;
    int minutes = d->end - d->start;
    if (!d->session)
        return change_told(&requests[d->request], d->start, minutes, t->escort);
    for (int r = 0; r < t->roster->n_requests; r++)
        if (t->roster->visits[r].session == d->session &&
            change_told(&requests[r], d->start, minutes, t->escort))
            return true;
    return false;
}

static void count_duty(struct timesheet *t, const struct duty *d)
{
    int day = day_of(t->problem, d);
    t->days[day].visits += d->end - d->start;
    count_work(t, day, d->start, d->end);
    if (change_shifts(t->problem, d->start) && !told(t, d))
        t->days[day].shifted += d->end - d->start;
}

static void count_travel(struct timesheet *t, const struct duty *a,
                         const struct duty *b)
{
    const struct problem *p = t->problem;
    int day = day_of(p, a);
    int minutes = paid_travel(p, &p->escorts[t->escort], a, b);
    t->days[day].travel += minutes;
    count_work(t, day, a->end, a->end + minutes);
}

static void count_week(struct timesheet *t, const struct escort_week *w)
{
    const struct escort *e = &t->problem->escorts[w->escort];
    for (int first = 0; first < w->n;) {
        int end = working_day_end(w, first);
        for (int i = first; i < end; i++) {
            if (i > first)
                count_travel(t, &w->duties[i - 1], &w->duties[i]);
            count_duty(t, &w->duties[i]);
        }
        first = end;
    }
    if (e->engagement == EMPLOYED_MONTHLY && e->contract_minutes > t->worked)
        t->days[0].idle = e->contract_minutes - t->worked;
}

/* ---- an employee's pay -------------------------------------------------- */

/* Adds a day in grains; the employer's part is taken of the day's sum. */
static void pay_day(struct cost *sum, const struct escort *e,
                    const struct cost_figures *c, const struct minutes *m,
                    bool marginal)
{
    struct cost day = {
        .wage = wage_with_holiday_pay(e, c, m->visits),
        .travel = wage_with_holiday_pay(e, c, m->travel),
        .idle = wage_with_holiday_pay(e, c, m->idle),
        .overtime = share(wage(e, c, m->additional),
                          INT64_C(100) * (c->additional_percent - 100)) +
                    share(wage(e, c, m->overtime),
                          INT64_C(100) * (c->overtime_percent - 100)),
        .shifted =
            share(wage(e, c, m->shifted), INT64_C(100) * c->shifted_percent),
        .visit_minutes = m->visits,
        .travel_minutes = m->travel,
        .idle_minutes = m->idle,
        .paid_minutes = m->visits + m->travel + m->idle,
    };
    for (int u = 0; u < UNSOCIAL_COUNT; u++) {
        int ore = u == UNSOCIAL_NONE ? 0 : unsocial_ore(c, (enum unsocial)u);
        day.unsocial[u] = nearest((int64_t)ore * m->unsocial[u] * GRAIN, 60);
        day.unsocial_minutes[u] = m->unsocial[u];
    }
    int64_t gross = total(&day);
    day.on_cost = share(gross, marginal ? c->on_cost_marginal : c->on_cost);
    day.pension = share(gross, c->pension);
    cost_add(sum, &day);
}

static void add_employee(struct cost *sum, const struct problem *p,
                         const struct roster *r, const struct escort_week *w,
                         bool marginal)
{
    struct timesheet t = {.problem = p, .roster = r, .escort = w->escort};
    count_week(&t, w);
    for (int day = 0; day < DAYS; day++)
        pay_day(sum, &p->escorts[w->escort], costs_on(p, day), &t.days[day],
                marginal);
}

/* ---- contractors and rides ---------------------------------------------- */

static void add_contractor(struct cost *sum, const struct problem *p,
                           const struct escort_week *w)
{
    const struct escort *e = &p->escorts[w->escort];
    for (int i = 0; i < w->n; i++) {
        const struct duty *d = &w->duties[i];
        const struct cost_figures *c = costs_on(p, day_of(p, d));
        int64_t minutes = d->end - d->start;
        int64_t fee = nearest(
            (e->wage_ore ? e->wage_ore : c->fee_ore) * minutes * GRAIN, 60);
        sum->fee += fee;
        sum->fee_on_cost += share(fee, c->fee_on_cost);
        sum->expenses += (int64_t)c->expense_visit_ore * GRAIN;
        sum->visit_minutes += minutes;
        sum->paid_minutes += minutes;
    }
}

static void add_rides(struct cost *sum, const struct problem *p,
                      const struct escort_week *w)
{
    for (int i = 0; i < w->n; i++) {
        const struct duty *d = &w->duties[i];
        if (!d->session && p->requests[d->request].escort_rides)
            sum->expenses +=
                (int64_t)costs_on(p, day_of(p, d))->ride_ore * GRAIN;
    }
}

/* ---- a week -------------------------------------------------------------- */

/* From grains to öre. */
static struct cost rounded(struct cost c)
{
#define X(name, field, text) c.field = nearest(c.field, GRAIN);
    PART_LIST(X)
#undef X
    c.pension = nearest(c.pension, GRAIN);
    c.total = total(&c);
    return c;
}

struct cost escort_cost(const struct problem *p, const struct roster *r, int escort,
                        bool marginal)
{
    struct arena *a = arena_new();
    struct escort_week w = {.escort = escort};
    struct cost sum = {0};
    w.n = roster_duties(p, r, escort, NULL, 0);
    struct duty *duties = NEW_ARRAY(a, struct duty, w.n + 1);
    roster_duties(p, r, escort, duties, w.n);
    w.duties = duties;
    escort_week_borders(p, escort, w.border);
    if (escort_employed(&p->escorts[escort]))
        add_employee(&sum, p, r, &w, marginal);
    else
        add_contractor(&sum, p, &w);
    add_rides(&sum, p, &w);
    arena_free(a);
    return rounded(sum);
}

/* What belongs to visits and to no escort: planning, and what clients got. */
static struct cost visits_cost(const struct problem *p, const struct roster *r)
{
    struct cost sum = {0};
    for (int q = 0; q < p->n_requests; q++) {
        const struct visit *v = &r->visits[q];
        if (!roster_serves(r, q))
            continue;
        const struct cost_figures *c = costs_on(p, week_day(&p->week, v->start));
        int option = roster_option(p, r, q);
        sum.planner += nearest(
            (int64_t)c->planner_ore * c->planner_visit_minutes * GRAIN, 60);
        sum.delivered_minutes +=
            option == NONE ? v->minutes : p->options[option].delivered;
    }
    return rounded(sum);
}

struct cost roster_cost(const struct problem *p, const struct roster *r, bool marginal)
{
    struct cost sum = visits_cost(p, r);
    for (int e = 0; e < p->n_escorts; e++) {
        struct cost c = escort_cost(p, r, e, marginal);
        cost_add(&sum, &c);
    }
    return sum;
}
