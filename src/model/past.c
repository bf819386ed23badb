/* What happened before the week, as its rosters tell: who has met whom and when,
 * what each escort worked, what each client went without. */
#include "model/builder.h"

#include <stdlib.h>

enum { FORTNIGHT = 14, TWELVE_WEEKS = 84 };

void problem_add_history(struct problem_builder *b, int client, int escort,
                         int visits)
{
    struct pair_note note = {client, escort, visits};

    require(visits >= 0, "a number of visits is not negative");
    if (is_thing(client, b->clients.n) && is_thing(escort, b->escorts.n))
        LIST_ADD(b->arena, b->history, note);
}

void problem_add_meeting(struct problem_builder *b, int client, int escort,
                         int days_ago)
{
    struct pair_note note = {client, escort, days_ago};

    require(days_ago >= 1, "a meeting was before the week");
    if (is_thing(client, b->clients.n) && is_thing(escort, b->escorts.n))
        LIST_ADD(b->arena, b->meetings, note);
}

void problem_add_pair_minutes(struct problem_builder *b, int client,
                              int escort, int64_t day, int minutes)
{
    struct pair_minutes note = {client, escort, day, minutes};

    if (is_thing(client, b->clients.n) && is_thing(escort, b->escorts.n))
        LIST_ADD(b->arena, b->pair_minutes, note);
}

void problem_add_used(struct problem_builder *b, int decision, int64_t day,
                      int minutes)
{
    struct used_note note = {decision, day, minutes};

    if (is_thing(decision, b->decisions.n))
        LIST_ADD(b->arena, b->used, note);
}

void problem_set_covered(struct problem_builder *b, int64_t from_day)
{
    b->covered_day = from_day;
}

void problem_client_short(struct problem_builder *b, int client, int minutes)
{
    require(minutes >= 0, "a client is short of nothing or of something");
    if (is_thing(client, b->clients.n))
        b->clients.at[client].it.short_before = minutes;
}

void problem_escort_past(struct problem_builder *b, int escort,
                         const struct escort_past *past)
{
    if (is_thing(escort, b->escorts.n))
        b->escorts.at[escort].it.past = *past;
}

void problem_request_series(struct problem_builder *b, int request, int escort)
{
    if (is_thing(request, b->requests.n) && is_thing(escort, b->escorts.n))
        b->requests.at[request].it.series_escort = escort;
}

/* ---- pairs of a client and an escort ----------------------------------- */

static size_t pair(const struct problem_builder *b, int client, int escort)
{
    return (size_t)client * (size_t)b->escorts.n + (size_t)escort;
}

static const uint16_t *make_visits_before(struct problem_builder *b)
{
    size_t n = (size_t)b->clients.n * (size_t)b->escorts.n;
    uint16_t *visits = NEW_ARRAY(b->arena, uint16_t, n);

    for (int i = 0; i < b->history.n; i++) {
        const struct pair_note *note = &b->history.at[i];
        uint16_t *at = &visits[pair(b, note->client, note->escort)];

        *at = note->value < UINT16_MAX - *at ? (uint16_t)(*at + note->value)
                                             : UINT16_MAX;
    }
    return visits;
}

static enum recency recency_of(int64_t days_ago)
{
    if (days_ago <= FORTNIGHT)
        return WITHIN_14;
    return days_ago <= TWELVE_WEEKS ? WITHIN_84 : LONGER_AGO;
}

/* When a pair met that is said to know each other, and no roster has it, is not
 * known; but it was before the first day that the rosters cover. What rosters tell
 * counts instead, and of that the latest. */
static const uint8_t *make_recency(struct problem_builder *b)
{
    size_t n = (size_t)b->clients.n * (size_t)b->escorts.n;
    uint8_t *recency = NEW_ARRAY(b->arena, uint8_t, n);
    int64_t untold = b->problem->week.monday - b->covered_day + 1;

    for (int i = 0; i < b->history.n; i++) {
        const struct pair_note *note = &b->history.at[i];

        if (note->value > 0)
            recency[pair(b, note->client, note->escort)] =
                (uint8_t)recency_of(untold);
    }
    for (int i = 0; i < b->meetings.n; i++) {
        const struct pair_note *note = &b->meetings.at[i];

        recency[pair(b, note->client, note->escort)] = LONGER_AGO;
    }
    for (int i = 0; i < b->meetings.n; i++) {
        const struct pair_note *note = &b->meetings.at[i];
        uint8_t *at = &recency[pair(b, note->client, note->escort)];

        if (recency_of(note->value) < *at)
            *at = (uint8_t)recency_of(note->value);
    }
    return recency;
}

/* ---- what an escort and a client had with each other ------------------- */

static struct met *met_of(struct problem_builder *b, int escort, int client)
{
    struct escort_draft *e = &b->escorts.at[escort];
    struct met fresh = {.client = client};

    for (int i = 0; i < e->met.n; i++)
        if (e->met.at[i].client == client)
            return &e->met.at[i];
    LIST_ADD(b->arena, e->met, fresh);
    return &e->met.at[e->met.n - 1];
}

static int64_t month_of(int64_t day)
{
    int year, month, mday;

    date_of_days(day, &year, &month, &mday);
    return (int64_t)year * 12 + month;
}

static void take_minutes(struct problem_builder *b,
                         const struct pair_minutes *note)
{
    int64_t monday = b->problem->week.monday;
    int64_t month = month_of(note->day);
    struct met *met = met_of(b, note->escort, note->client);

    if (month == month_of(monday))
        met->month_minutes[0] += note->minutes;
    else if (month == month_of(monday + DAYS - 1))
        met->month_minutes[1] += note->minutes;
}

static int by_client(const void *x, const void *y)
{
    const struct met *a = x, *b = y;

    return (a->client > b->client) - (a->client < b->client);
}

static void make_met(struct problem_builder *b)
{
    for (int i = 0; i < b->meetings.n; i++) {
        const struct pair_note *note = &b->meetings.at[i];
        struct met *met = met_of(b, note->escort, note->client);

        met->lately |= note->value <= TWELVE_WEEKS;
    }
    for (int i = 0; i < b->pair_minutes.n; i++)
        take_minutes(b, &b->pair_minutes.at[i]);
    for (int i = 0; i < b->escorts.n; i++) {
        struct escort_draft *e = &b->escorts.at[i];

        if (e->met.n)
            qsort(e->met.at, (size_t)e->met.n, sizeof *e->met.at, by_client);
        e->it.met = e->met.at;
        e->it.n_met = e->met.n;
    }
}

/* ---- the unit ---------------------------------------------------------- */

static int mean_evenings(const struct problem_builder *b)
{
    uint32_t sum = 0, n = 0;

    for (int i = 0; i < b->escorts.n; i++)
        if (escort_employed(&b->escorts.at[i].it)) {
            sum += b->escorts.at[i].it.past.evenings;
            n++;
        }
    return n ? (int)(sum / n) : 0;
}

static int month_border(const struct week *w)
{
    int64_t monday = w->monday;

    for (int day = 1; day < DAYS; day++)
        if (month_of(monday + day) != month_of(monday))
            return w->day_start[day];
    return week_length(w);
}

void past_settle(struct problem_builder *b)
{
    struct problem *p = b->problem;

    p->visits_before = make_visits_before(b);
    p->recency = make_recency(b);
    make_met(b);
    p->evenings_mean = mean_evenings(b);
    p->month_border = month_border(&p->week);
}
