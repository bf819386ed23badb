/* The roster in a terminal. First what the week is and how good the roster is,
 * then what is not served and why, then the visits: by day, by escort or by
 * client. */
#include "adapters/show/outing.h"
#include "adapters/text/phrase.h"
#include "adapters/text/plain.h"
#include "adapters/text/table.h"

enum { NARROWEST = 40, MARGIN = 2, ROOM_FOR_ANSWERS = 76 };

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
              COLUMN_ACTIVITY_ANSWER, COLUMN_PLACE, COLUMN_ANSWER, COLUMN_ESCORT,
              COLUMN_ESCORT_ANSWER };

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
    if (sheet_to_accept(v->sheet) > 0)
        table_add(&t, (const char *[]){_("Contractors"), to_accept_phrase(a, v->sheet)});
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

/* Those about the one person who is shown, or all. */
static bool warning_wanted(const struct view *v, const struct breach *b)
{
    return (v->only_client == NONE || v->only_client == b->client) &&
           (v->only_escort == NONE || v->only_escort == b->escort);
}

static void warnings_print(struct view *v)
{
    const struct verdict *verdict = v->sheet->verdict;
    int shown = 0;
    for (int i = 0; i < verdict->n_warnings; i++) {
        const struct breach *b = &verdict->warnings[i];
        if (!warning_wanted(v, b))
            continue;
        if (shown++ == 0)
            heading_print(v, MOOD_TITLE,
                          v->only_client == NONE && v->only_escort == NONE
                              ? warnings_phrase(v->arena, v->sheet)
                              : _("Warnings, which make nothing unlawful"));
        paragraph_print(&v->out, "  ", sheet_breach(v->arena, v->sheet, b), v->width);
    }
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
    case COLUMN_ACTIVITY_ANSWER:
        return _("Activity");
    case COLUMN_PLACE:
        return _("Place");
    case COLUMN_ANSWER:
        return _("Answer");
    case COLUMN_ESCORT:
    case COLUMN_ESCORT_ANSWER:
        break;
    }
    return _("Escort");
}

/* "Eva E and Mia M (accepted)" */
static const char *answered_names(struct view *v, const struct outing *o)
{
    struct arena *a = v->arena;
    const char **names = NEW_ARRAY(a, const char *, o->n_escorts + 1);
    for (int i = 0; i < o->n_escorts; i++) {
        const char *name = escort_name(a, v->problem, o->escorts[i]);
        const char *answer = outing_answer(v->sheet, o, o->escorts[i]);
        names[i] = *answer ? arena_print(a, "%s (%s)", name, answer) : name;
    }
    return and_list(a, names, o->n_escorts);
}

/* escort: whose answer is told. */
static const char *cell(struct view *v, enum column column, const struct outing *o,
                        int escort)
{
    struct arena *a = v->arena;
    const struct problem *p = v->problem;
    switch (column) {
    case COLUMN_DAY:
        return day_phrase(a, &p->week, listed_day(&p->week, o->start));
    case COLUMN_TIME:
        return span_phrase(a, &p->week, o->start, o->start + o->minutes);
    case COLUMN_CLIENT:
        return outing_clients(a, v->sheet, o);
    case COLUMN_ACTIVITY:
        return outing_activity(a, v->sheet, o);
    case COLUMN_ACTIVITY_ANSWER:
        return arena_print(a, "%s; %s", outing_activity(a, v->sheet, o),
                           outing_answer(v->sheet, o, escort));
    case COLUMN_PLACE:
        return outing_place(a, v->sheet, o);
    case COLUMN_ANSWER:
        return outing_answer(v->sheet, o, escort);
    case COLUMN_ESCORT_ANSWER:
        return answered_names(v, o);
    case COLUMN_ESCORT:
        break;
    }
    return escort_names(a, p, o->escorts, o->n_escorts);
}

/* Outings of a day, of the one person who is shown; NONE = any. */
struct wanted {
    int day, client, escort;
};

static bool on_day(const struct view *v, const struct outing *o, int day)
{
    return day == NONE || listed_day(&v->problem->week, o->start) == day;
}

static void outings_print(struct view *v, struct wanted w, const enum column *columns,
                          int n_columns)
{
    struct table t = table_new(v->arena, n_columns, true);
    const char *cells[TABLE_COLUMNS];
    int n;
    const struct outing *outings =
        sheet_outings(v->arena, v->sheet, w.client, w.escort, &n);
    t.n_whole = columns[0] == COLUMN_DAY ? 2 : 1; /* day and time */
    for (int c = 0; c < n_columns; c++)
        cells[c] = column_heading(columns[c]);
    table_add(&t, cells);
    for (int i = 0; i < n; i++) {
        if (!on_day(v, &outings[i], w.day))
            continue;
        for (int c = 0; c < n_columns; c++)
            cells[c] = cell(v, columns[c], &outings[i], w.escort);
        table_add(&t, cells);
    }
    if (t.n_rows > 1)
        table_print(&v->out, &t, MARGIN, v->width, v->colour);
}

/* Visits, each client of a session counted. */
static int visits_wanted(struct view *v, struct wanted w)
{
    int n, wanted = 0;
    const struct outing *outings =
        sheet_outings(v->arena, v->sheet, w.client, w.escort, &n);
    for (int i = 0; i < n; i++)
        wanted += on_day(v, &outings[i], w.day) ? outings[i].n : 0;
    return wanted;
}

static void days_print(struct view *v)
{
    static const enum column COLUMNS[] = {COLUMN_TIME, COLUMN_CLIENT,
                                          COLUMN_ACTIVITY, COLUMN_PLACE,
                                          COLUMN_ESCORT};
    for (int day = 0; day < DAYS; day++) {
        struct wanted w = {day, v->only_client, v->only_escort};
        int n = visits_wanted(v, w);
        const char *name = day_title(v->arena, &v->problem->week, day);
        heading_print(v, MOOD_TITLE,
                      n == 0 ? arena_print(v->arena, _("%s: no visits"), name)
                             : arena_print(v->arena,
                                           PLURAL("%s: %d visit",
                                                  "%s: %d visits", n),
                                           name, n));
        outings_print(v, w, COLUMNS, 5);
    }
}

/* A contractor's answers have a column, or where there is no room for one stand by the
 * activities. */
static void escort_print(struct view *v, int escort)
{
    enum column columns[] = {COLUMN_DAY,      COLUMN_TIME,  COLUMN_CLIENT,
                             COLUMN_ACTIVITY, COLUMN_PLACE, COLUMN_ANSWER};
    bool asked = !escort_employed(&v->problem->escorts[escort]);
    bool roomy = v->width >= ROOM_FOR_ANSWERS;
    struct work w = sheet_work(v->arena, v->sheet, escort);
    heading_print(v, MOOD_TITLE,
                  arena_print(v->arena, "%s: %s",
                              escort_name(v->arena, v->problem, escort),
                              work_phrase(v->arena, v->sheet, escort, &w)));
    if (asked && !roomy)
        columns[3] = COLUMN_ACTIVITY_ANSWER;
    outings_print(v, (struct wanted){NONE, v->only_client, escort}, columns,
                  asked && roomy ? 6 : 5);
}

static void escorts_print(struct view *v)
{
    const char **idle =
        NEW_ARRAY(v->arena, const char *, v->problem->n_escorts + 1);
    int n_idle = 0;
    for (int e = 0; e < v->problem->n_escorts; e++) {
        if (v->only_escort != NONE && v->only_escort != e)
            continue;
        if (visits_wanted(v, (struct wanted){NONE, v->only_client, e}) > 0)
            escort_print(v, e);
        else
            idle[n_idle++] = escort_name(v->arena, v->problem, e);
    }
    if (n_idle > 0) {
        heading_print(v, MOOD_TITLE, _("Without visits"));
        paragraph_print(&v->out, "  ", and_list(v->arena, idle, n_idle),
                        v->width);
    }
}

/* "new face", "own escort, 12 visits before" */
static const char *bond_phrase(struct view *v, int client, int escort)
{
    const struct client *c = &v->problem->clients[client];
    int before = pair_visits_before(v->problem, client, escort);
    const char *known =
        before == 0 ? _("new face")
                    : arena_print(v->arena, PLURAL("%d visit before",
                                                   "%d visits before", before),
                                  before);
    if (escort == c->primary)
        return arena_print(v->arena, _("own escort, %s"), known);
    if (escort == c->deputy)
        return arena_print(v->arena, _("deputy, %s"), known);
    return known;
}

static const char *faces_phrase(struct view *v, int client)
{
    int n;
    const int *faces = sheet_faces(v->arena, v->sheet, client, &n);
    const char **told = NEW_ARRAY(v->arena, const char *, n + 1);
    for (int i = 0; i < n; i++)
        told[i] = arena_print(v->arena, "%s (%s)",
                              escort_name(v->arena, v->problem, faces[i]),
                              bond_phrase(v, client, faces[i]));
    return n == 0 ? _("meets nobody")
                  : arena_print(v->arena, _("meets %s"),
                                and_list(v->arena, told, n));
}

static void clients_print(struct view *v)
{
    static const enum column COLUMNS[] = {COLUMN_DAY, COLUMN_TIME,
                                          COLUMN_ACTIVITY, COLUMN_PLACE,
                                          COLUMN_ESCORT_ANSWER};
    const struct problem *p = v->problem;
    int *asked = NEW_ARRAY(v->arena, int, p->n_clients + 1);
    int *served = NEW_ARRAY(v->arena, int, p->n_clients + 1);
    for (int r = 0; r < p->n_requests; r++) {
        asked[p->requests[r].client]++;
        served[p->requests[r].client] += roster_serves(v->sheet->roster, r);
    }
    for (int c = 0; c < p->n_clients; c++) {
        struct wanted w = {NONE, c, v->only_escort};
        if ((v->only_client != NONE && v->only_client != c) || asked[c] == 0 ||
            (v->only_escort != NONE && visits_wanted(v, w) == 0))
            continue;
        heading_print(
            v, MOOD_TITLE,
            arena_print(v->arena,
                        PLURAL("%s: %d of %d visit, %s",
                               "%s: %d of %d visits, %s", asked[c]),
                        client_name(v->arena, p, c), served[c], asked[c],
                        faces_phrase(v, c)));
        outings_print(v, w, COLUMNS, 5);
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
    warnings_print(&v);
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
