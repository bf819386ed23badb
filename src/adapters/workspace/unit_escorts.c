#include "adapters/workspace/unit_parts.h"

#include "base/text.h"

#include <limits.h>

/* öre, an hour or a month. */
enum { WAGE_MOST = 100000000 };

static const char *const WEEKDAYS[] = {"mon", "tue", "wed", "thu",
                                       "fri", "sat", "sun", NULL};

/* ---- when they can work ---- */

/* Hours of one weekday pattern as spans of this week. Those of the Sunday before
 * may reach into Monday, and Sunday's past the end. */
static int pattern_spans(const struct week *w, const bool on[DAYS], int from,
                         int to, struct span *out)
{
    int n = 0;

    if (to <= from)
        to += DAY;
    if (on[DAYS - 1] && to > DAY)
        out[n++] = (struct span){0, week_minute_of_day(w, 0, to - DAY)};
    for (int day = 0; day < DAYS; day++)
        if (on[day])
            out[n++] = (struct span){week_minute_of_day(w, day, from),
                                     week_minute_of_day(w, day, to)};
    return n;
}

void unit_read_weekdays(struct reader *r, bool on[DAYS])
{
    int day;

    if (!reader_list(r, "days", REQUIRED))
        return;
    if (reader_size(r) == 0)
        reader_fault(r, NULL, _("Name at least one day, or remove the hours."),
                     _("There are no days"));
    while (reader_next(r))
        if (reader_word(r, NULL, REQUIRED, WEEKDAYS, &day))
            on[day] = true;
}

static void read_available(const struct unit *u, struct reader *r,
                           struct escort *e)
{
    static const char *const KEYS[] = {"days", "from", "to", NULL};

    if (!reader_list(r, "available", OPTIONAL)) {
        struct span *always = NEW(u->arena, struct span);
        *always = (struct span){-DAYS * DAY, 2 * DAYS * DAY};
        e->available = always;
        e->n_available = 1;
        return;
    }
    struct span *spans =
        NEW_ARRAY(u->arena, struct span, reader_size(r) * (DAYS + 1) + 1);
    while (reader_next(r)) {
        bool on[DAYS] = {false};
        int from, to;
        if (!reader_shape(r, KEYS))
            continue;
        unit_read_weekdays(r, on);
        bool starts = reader_clock(r, "from", REQUIRED, &from);
        if (reader_clock(r, "to", REQUIRED, &to) && starts)
            e->n_available += pattern_spans(&u->week, on, from, to,
                                            spans + e->n_available);
    }
    e->available = spans;
}

/* ---- leave to do things ---- */

/* The days "from" and "to" of the object the reader stands on. */
static void read_valid(struct reader *r, enum presence end, struct valid *v)
{
    bool begins = reader_date(r, "from", REQUIRED, &v->from_day);

    v->to_day = INT64_MAX;
    if (reader_date(r, "to", end, &v->to_day) && begins &&
        v->to_day < v->from_day)
        reader_fault(r, "to", _("Let the last day be the first day or later."),
                     _("It ends before it begins"));
}

static void read_clearance(struct reader *r, const char *key, struct valid *v)
{
    static const char *const KEYS[] = {"from", "to", NULL};

    if (!reader_object(r, key, OPTIONAL, KEYS))
        return;
    read_valid(r, OPTIONAL, v);
    reader_leave(r);
}

static void read_clearances(struct reader *r, struct escort *e)
{
    static const char *const KEYS[] = {"child", "protected", NULL};

    if (!reader_object(r, "clearances", OPTIONAL, KEYS))
        return;
    read_clearance(r, "child", &e->child_clearance);
    read_clearance(r, "protected", &e->protected_clearance);
    reader_leave(r);
}

static void read_delegation(struct unit *u, struct reader *r, int escort)
{
    static const char *const KEYS[] = {"client", "tasks", "from", "to", NULL};
    struct delegation d = {.client = NONE};
    int seen = reader_faults_seen(r);

    if (!reader_shape(r, KEYS))
        return;
    ids_read(u->clients, r, "client", REQUIRED, &d.client);
    d.tasks = unit_read_codes(u, r, "tasks", REQUIRED, CODE_TASK);
    read_valid(r, REQUIRED, &d.valid);
    if (seen == reader_faults_seen(r) && d.tasks == 0)
        reader_fault(r, "tasks", _("Name the tasks, or remove the delegation."),
                     _("There are no tasks"));
    if (seen == reader_faults_seen(r) && d.client != NONE)
        problem_add_delegation(u->builder, escort, &d);
}

/* ---- an escort ---- */

static const char *const ESCORT_KEYS[] = {
    "id",          "name",       "home",      "engagement",
    "sex",         "birth_year", "skills",    "languages",
    "never",       "available",  "exposes",   "allergies",
    "interests",   "clearances", "wage_ore",  "delegations",
    "day_anchor",  "contract_minutes_week",   "max_minutes_week",
    "calendar",    NULL};

static void read_escort(struct unit *u, struct reader *r)
{
    WORD_LIST(words, engagement, CONTRACTOR, engagement_word);
    struct escort e = {
        .home = NONE, .contract_minutes = NONE, .max_minutes = NONE};
    int seen = reader_faults_seen(r), engagement = 0;

    if (!reader_shape(r, ESCORT_KEYS))
        return;
    int row = ids_read_own(u->escorts, r, &e.id);
    reader_name(r, "name", REQUIRED, &e.name);
    ids_read(u->places, r, "home", OPTIONAL, &e.home);
    reader_word(r, "engagement", REQUIRED, words, &engagement);
    e.engagement = (enum engagement)engagement;
    unit_read_sex(r, &e.sex);
    reader_int(r, "birth_year", OPTIONAL, 1900, 2100, &e.birth_year);
    e.skills = unit_read_skill_codes(u, r);
    e.languages = unit_read_languages(u, r);
    read_available(u, r, &e);
    reader_int(r, "contract_minutes_week", OPTIONAL, 0, DAYS * DAY,
               &e.contract_minutes);
    reader_int(r, "max_minutes_week", OPTIONAL, 0, DAYS * DAY, &e.max_minutes);
    e.day_anchor = DAY_ANCHOR_DEFAULT;
    reader_clock(r, "day_anchor", OPTIONAL, &e.day_anchor);
    e.day_anchor %= DAY; /* 24:00 is 00:00 */
    e.exposes = unit_read_codes(u, r, "exposes", OPTIONAL, CODE_EXPOSURE);
    e.allergies = unit_read_codes(u, r, "allergies", OPTIONAL, CODE_EXPOSURE);
    e.interests = unit_read_codes(u, r, "interests", OPTIONAL, CODE_INTEREST);
    read_clearances(r, &e);
    reader_int(r, "wage_ore", OPTIONAL, 0, WAGE_MOST, &e.wage_ore);
    if (seen == reader_faults_seen(r))
        ids_set(u->escorts, row,
                problem_add_escort(u->builder, reader_path(r), &e));
}

void unit_read_escorts(struct unit *u, struct reader *r)
{
    if (reader_list(r, "escorts", REQUIRED))
        while (reader_next(r))
            read_escort(u, r);
}

/* ---- what escorts say of clients ---- */

static void read_escort_clients(struct unit *u, struct reader *r)
{
    const char *id;
    int *clients;

    if (!reader_own_id(r, _("escort"), &id))
        return;
    int escort = ids_find(u->escorts, id);
    if (escort == ID_BROKEN)
        escort = NONE;
    int n = ids_read_list(u->clients, r, "never", OPTIONAL, INT_MAX, &clients);
    for (int i = 0; i < n; i++)
        problem_bar(u->builder, clients[i], escort, BAR_ESCORT);
    if (reader_list(r, "delegations", OPTIONAL))
        while (reader_next(r))
            read_delegation(u, r, escort);
}

void unit_read_escorts_clients(struct unit *u, struct reader *r)
{
    int n = ids_count(u->escorts);

    if (n > 0 && reader_list(r, "escorts", REQUIRED)) {
        bool named = reader_size(r) == n;
        while (reader_next(r))
            if (named)
                read_escort_clients(u, r);
    }
}
