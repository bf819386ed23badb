/* The roster in a terminal. First what the week is and how good the roster is,
 * then what is not served and why, then the visits: by day, by escort or by
 * client. */
#include "adapters/phrase.h"
#include "adapters/plain.h"
#include "adapters/sheet.h"
#include "adapters/table.h"

enum { NARROWEST = 40, MARGIN = 2 };

struct view {
    struct arena *arena;
    const struct sheet *sheet;
    const struct problem *problem;
    int only_client, only_escort; /* NONE = all */
    int width;
    bool colour;
    struct text out;
};

enum column { COLUMN_DAY, COLUMN_TIME, COLUMN_CLIENT, COLUMN_ACTIVITY,
              COLUMN_PLACE, COLUMN_ESCORT };

enum mood { MOOD_TITLE, MOOD_BAD };

static void heading_print(struct view *v, enum mood mood, const char *s)
{
    text_add(&v->out, "\n");
    if (v->colour)
        text_add(&v->out, mood == MOOD_BAD ? "\033[1;31m" : "\033[1m");
    paragraph_print(&v->out, "", s, v->width);
    if (v->colour)
        text_add(&v->out, "\033[0m");
}

/* ---- what the week is and how good the roster is ----------------------- */

static void head_print(struct view *v)
{
    struct arena *a = v->arena;
    const struct problem *p = v->problem;
    struct table t = table_new(a, 2, false);
    text_print(&v->out, "%s%s%s\n", v->colour ? "\033[1m" : "",
               plain_line(a, p->unit_name), v->colour ? "\033[0m" : "");
    paragraph_print(&v->out, "",
                    arena_print(a, "%s: %s", week_phrase(a, &p->week),
                                week_dates(a, &p->week)),
                    v->width);
    if (p->synthetic)
        paragraph_print(&v->out, "",
                        _("Synthetic data: all people are invented."),
                        v->width);
    text_add(&v->out, "\n");
    const char *const rows[][2] = {
        {_("Served"), served_phrase(a, v->sheet)},
        {_("Rights"), tier_phrase(a, v->sheet, TIER_RIGHTS)},
        {_("Wishes, people and cost"), tier_phrase(a, v->sheet, TIER_REST)},
        {_("Verdict"), verdict_phrase(a, v->sheet)},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        table_add(&t, rows[i]);
    table_print(&v->out, &t, 0, v->width, false);
}

static void breaches_print(struct view *v)
{
    const struct verdict *verdict = v->sheet->verdict;
    if (verdict->n_breaches == 0)
        return;
    heading_print(v, MOOD_BAD,
                  arena_print(v->arena, _("Breaches (%d)"),
                              verdict->n_breaches));
    for (int i = 0; i < verdict->n_breaches; i++)
        paragraph_print(&v->out, "  ",
                        sheet_breach(v->arena, v->sheet, &verdict->breaches[i]),
                        v->width);
}

static void unserved_print(struct view *v)
{
    const struct problem *p = v->problem;
    int n, shown = 0;
    const int *unserved = sheet_unserved(v->arena, v->sheet, &n);
    for (int i = 0; i < n; i++) {
        int r = unserved[i];
        if (v->only_client != NONE && p->requests[r].client != v->only_client)
            continue;
        if (shown++ == 0)
            heading_print(v, MOOD_BAD,
                          v->only_client == NONE
                              ? arena_print(v->arena, _("Not served (%d)"), n)
                              : _("Not served"));
        paragraph_print(&v->out, "  ",
                        arena_print(v->arena, "%s (%s): %s",
                                    visit_phrase(v->arena, p, r),
                                    plain_line(v->arena, p->requests[r].id),
                                    asked_phrase(v->arena, p, r)),
                        v->width);
        paragraph_print(&v->out, "    ", why_not_phrase(v->arena, v->sheet, r),
                        v->width);
    }
}

/* ---- tables of visits -------------------------------------------------- */

static const char *column_heading(enum column column)
{
    switch (column) {
    case COLUMN_DAY:
        return _("Day");
    case COLUMN_TIME:
        return _("Time");
    case COLUMN_CLIENT:
        return _("Client");
    case COLUMN_ACTIVITY:
        return _("Activity");
    case COLUMN_PLACE:
        return _("Place");
    case COLUMN_ESCORT:
        break;
    }
    return _("Escort");
}

static const char *cell(struct view *v, enum column column, int request)
{
    struct arena *a = v->arena;
    const struct problem *p = v->problem;
    const struct visit *visit = &v->sheet->roster->visits[request];
    switch (column) {
    case COLUMN_DAY:
        return day_phrase(a, &p->week, listed_day(&p->week, visit->start));
    case COLUMN_TIME:
        return span_phrase(a, &p->week, visit->start,
                           visit->start + visit->minutes);
    case COLUMN_CLIENT:
        return client_name(a, p, p->requests[request].client);
    case COLUMN_ACTIVITY:
        return activity_name(a, p, request);
    case COLUMN_PLACE:
        return route_phrase(a, p, request);
    case COLUMN_ESCORT:
        break;
    }
    return escort_names(a, p, visit->escorts, visit->n_escorts);
}

static void visits_print(struct view *v, const int *requests, int n,
                         const enum column *columns, int n_columns)
{
    struct table t = table_new(v->arena, n_columns, true);
    const char *cells[TABLE_COLUMNS];
    t.n_whole = columns[0] == COLUMN_DAY ? 2 : 1; /* day and time */
    for (int c = 0; c < n_columns; c++)
        cells[c] = column_heading(columns[c]);
    table_add(&t, cells);
    for (int i = 0; i < n; i++) {
        for (int c = 0; c < n_columns; c++)
            cells[c] = cell(v, columns[c], requests[i]);
        table_add(&t, cells);
    }
    if (n > 0)
        table_print(&v->out, &t, MARGIN, v->width, v->colour);
}

static bool has_escort(const struct visit *visit, int escort)
{
    for (int i = 0; i < visit->n_escorts; i++)
        if (visit->escorts[i] == escort)
            return true;
    return false;
}

/* Served requests in time order that are wanted here; NONE = any. */
static const int *chosen(struct view *v, int day, int client, int escort,
                         int *n)
{
    int all;
    const int *served = sheet_served(v->arena, v->sheet, &all);
    int *kept = NEW_ARRAY(v->arena, int, all + 1);
    *n = 0;
    for (int i = 0; i < all; i++) {
        const struct visit *visit = &v->sheet->roster->visits[served[i]];
        if ((day == NONE ||
             listed_day(&v->problem->week, visit->start) == day) &&
            (client == NONE ||
             v->problem->requests[served[i]].client == client) &&
            (escort == NONE || has_escort(visit, escort)))
            kept[(*n)++] = served[i];
    }
    return kept;
}

static void days_print(struct view *v)
{
    static const enum column COLUMNS[] = {COLUMN_TIME, COLUMN_CLIENT,
                                          COLUMN_ACTIVITY, COLUMN_PLACE,
                                          COLUMN_ESCORT};
    for (int day = 0; day < DAYS; day++) {
        int n;
        const int *visits =
            chosen(v, day, v->only_client, v->only_escort, &n);
        const char *name = day_title(v->arena, &v->problem->week, day);
        heading_print(v, MOOD_TITLE,
                      n == 0 ? arena_print(v->arena, _("%s: no visits"), name)
                             : arena_print(v->arena,
                                           PLURAL("%s: %d visit",
                                                  "%s: %d visits", n),
                                           name, n));
        visits_print(v, visits, n, COLUMNS, 5);
    }
}

static void escorts_print(struct view *v)
{
    static const enum column COLUMNS[] = {COLUMN_DAY, COLUMN_TIME,
                                          COLUMN_CLIENT, COLUMN_ACTIVITY,
                                          COLUMN_PLACE};
    const char **idle =
        NEW_ARRAY(v->arena, const char *, v->problem->n_escorts + 1);
    int n_idle = 0;
    for (int e = 0; e < v->problem->n_escorts; e++) {
        struct work w = sheet_work(v->arena, v->sheet, e);
        const char *name = escort_name(v->arena, v->problem, e);
        int n;
        const int *visits = chosen(v, NONE, v->only_client, e, &n);
        if (v->only_escort != NONE && v->only_escort != e)
            continue;
        if (n == 0) {
            idle[n_idle++] = name;
            continue;
        }
        heading_print(v, MOOD_TITLE,
                      arena_print(v->arena, "%s: %s", name,
                                  work_phrase(v->arena, v->sheet, e, &w)));
        visits_print(v, visits, n, COLUMNS, 5);
    }
    if (n_idle > 0) {
        heading_print(v, MOOD_TITLE, _("Without visits"));
        paragraph_print(&v->out, "  ", and_list(v->arena, idle, n_idle),
                        v->width);
    }
}

static const char *faces_phrase(struct view *v, int client)
{
    int n;
    const int *faces = sheet_faces(v->arena, v->sheet, client, &n);
    const char **told = NEW_ARRAY(v->arena, const char *, n + 1);
    for (int i = 0; i < n; i++) {
        const char *name = escort_name(v->arena, v->problem, faces[i]);
        int before = pair_visits_before(v->problem, client, faces[i]);
        told[i] = before == 0
                      ? arena_print(v->arena, _("%s (new)"), name)
                      : arena_print(v->arena,
                                    PLURAL("%s (%d visit before)",
                                           "%s (%d visits before)", before),
                                    name, before);
    }
    return n == 0 ? _("meets nobody")
                  : arena_print(v->arena, _("meets %s"),
                                and_list(v->arena, told, n));
}

static void clients_print(struct view *v)
{
    static const enum column COLUMNS[] = {COLUMN_DAY, COLUMN_TIME,
                                          COLUMN_ACTIVITY, COLUMN_PLACE,
                                          COLUMN_ESCORT};
    const struct problem *p = v->problem;
    int *asked = NEW_ARRAY(v->arena, int, p->n_clients + 1);
    int *served = NEW_ARRAY(v->arena, int, p->n_clients + 1);
    for (int r = 0; r < p->n_requests; r++) {
        asked[p->requests[r].client]++;
        served[p->requests[r].client] += roster_serves(v->sheet->roster, r);
    }
    for (int c = 0; c < p->n_clients; c++) {
        int n;
        const int *visits = chosen(v, NONE, c, v->only_escort, &n);
        if ((v->only_client != NONE && v->only_client != c) ||
            asked[c] == 0 || (v->only_escort != NONE && n == 0))
            continue;
        heading_print(
            v, MOOD_TITLE,
            arena_print(v->arena,
                        PLURAL("%s: %d of %d visit, %s",
                               "%s: %d of %d visits, %s", asked[c]),
                        client_name(v->arena, p, c), served[c], asked[c],
                        faces_phrase(v, c)));
        visits_print(v, visits, n, COLUMNS, 5);
    }
}

const char *show_text(struct arena *a, const struct sheet *s,
                      enum show_order order, const char *only, int width,
                      bool colour)
{
    struct view v = {
        .arena = a,
        .sheet = s,
        .problem = s->problem,
        .only_client = only ? problem_find_client(s->problem, only) : NONE,
        .only_escort = only ? problem_find_escort(s->problem, only) : NONE,
        .width = width < NARROWEST ? NARROWEST : width,
        .colour = colour,
        .out = text_new(a),
    };
    require(!only || v.only_client != NONE || v.only_escort != NONE,
            "only must be the id of a client or an escort");
    head_print(&v);
    breaches_print(&v);
    if (v.only_escort == NONE)
        unserved_print(&v);
    switch (order) {
    case SHOW_BY_DAY:
        days_print(&v);
        break;
    case SHOW_BY_ESCORT:
        escorts_print(&v);
        break;
    case SHOW_BY_CLIENT:
        clients_print(&v);
        break;
    }
    return text_done(&v.out);
}
