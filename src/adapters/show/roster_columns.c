#include "adapters/show/roster_columns.h"

#include "adapters/show/changed.h"
#include "adapters/text/phrase.h"
#include "adapters/text/plain.h"
#include "base/text.h"

/* ---- what a line is about ----------------------------------------------- */

static bool served(const struct sheet *s, const struct roster_line *l)
{
    return roster_serves(s->roster, l->request);
}

static const struct visit *visit(const struct sheet *s, const struct roster_line *l)
{
    return &s->roster->visits[l->request];
}

static const struct request *request(const struct sheet *s, const struct roster_line *l)
{
    return &s->problem->requests[l->request];
}

/* ---- its texts, one for each column ------------------------------------- */

static const char *date_text(struct arena *a, const struct sheet *s, const struct roster_line *l)
{
    if (!served(s, l))
        return "";
    struct moment m = week_moment(&s->problem->week, visit(s, l)->start);
    return arena_print(a, "%04d-%02d-%02d", m.year, m.month, m.mday);
}

static const char *day_text(struct arena *a, const struct sheet *s, const struct roster_line *l)
{
    (void)a;
    return served(s, l)
               ? weekday_long(week_moment(&s->problem->week, visit(s, l)->start).weekday)
               : "";
}

static const char *from_text(struct arena *a, const struct sheet *s, const struct roster_line *l)
{
    return served(s, l) ? clock_phrase(a, &s->problem->week, visit(s, l)->start) : "";
}

static const char *to_text(struct arena *a, const struct sheet *s, const struct roster_line *l)
{
    const struct visit *v = visit(s, l);
    return served(s, l) ? clock_phrase(a, &s->problem->week, v->start + v->minutes) : "";
}

static const char *minutes_text(struct arena *a, const struct sheet *s,
                                const struct roster_line *l)
{
    return arena_print(a, "%d", served(s, l) ? visit(s, l)->minutes : request(s, l)->minutes);
}

static const char *client_id(struct arena *a, const struct sheet *s, const struct roster_line *l)
{
    return plain_line(a, s->problem->clients[request(s, l)->client].id);
}

static const char *client_text(struct arena *a, const struct sheet *s,
                               const struct roster_line *l)
{
    return client_name(a, s->problem, request(s, l)->client);
}

static const char *activity_text(struct arena *a, const struct sheet *s,
                                 const struct roster_line *l)
{
    return activity_name(a, s->problem, l->request);
}

static const char *group_text(struct arena *a, const struct sheet *s,
                              const struct roster_line *l)
{
    int session = served(s, l) ? visit(s, l)->session : 0;
    return session ? plain_line(a, s->problem->sessions[session - 1].activity) : "";
}

static const char *place_text(struct arena *a, const struct sheet *s,
                              const struct roster_line *l)
{
    int session = served(s, l) ? visit(s, l)->session : 0;
    return session ? place_name(a, s->problem, s->problem->sessions[session - 1].place)
                   : route_phrase(a, s->problem, l->request);
}

static const char *escort_id(struct arena *a, const struct sheet *s, const struct roster_line *l)
{
    return l->escort == NONE ? "" : plain_line(a, s->problem->escorts[l->escort].id);
}

static const char *escort_text(struct arena *a, const struct sheet *s,
                               const struct roster_line *l)
{
    const struct visit *v = visit(s, l);
    return l->escort == NONE ? escort_names(a, s->problem, v->escorts, v->n_escorts)
                             : escort_name(a, s->problem, l->escort);
}

/* Of all who come the first answer that there is. */
static const char *answer_text(struct arena *a, const struct sheet *s,
                               const struct roster_line *l)
{
    const struct visit *v = visit(s, l);
    (void)a;
    for (int i = 0; i < v->n_escorts; i++)
        if ((l->escort == NONE || l->escort == v->escorts[i]) &&
            !escort_employed(&s->problem->escorts[v->escorts[i]]))
            return answer_phrase(sheet_answer(s->problem, l->request, v->escorts[i]));
    return "";
}

static const char *served_text(struct arena *a, const struct sheet *s,
                               const struct roster_line *l)
{
    (void)a;
    return served(s, l) ? _("yes") : _("no");
}

static const char *asked_text(struct arena *a, const struct sheet *s,
                              const struct roster_line *l)
{
    return asked_phrase(a, s->problem, l->request);
}

static const char *why_not_text(struct arena *a, const struct sheet *s,
                                const struct roster_line *l)
{
    return served(s, l) ? "" : why_not_phrase(a, s, l->request);
}

static const char *changed_text(struct arena *a, const struct sheet *s,
                                const struct roster_line *l)
{
    (void)a;
    return changed_phrase(request_changed(s, l->request));
}

static const char *before_text(struct arena *a, const struct sheet *s,
                               const struct roster_line *l)
{
    return request_changed(s, l->request) == CHANGED_NOT
               ? ""
               : given_out_phrase(a, s->problem, l->request);
}

/* ---- the columns -------------------------------------------------------- */

static const struct {
    enum column_kind kind;
    const char *head;
    const char *(*text)(struct arena *a, const struct sheet *s, const struct roster_line *l);
} COLUMNS[ROSTER_COLUMN_COUNT] = {
#define X(NAME, kind, head, text) {kind, head, text},
    ROSTER_COLUMNS(X)
#undef X
};

const char *roster_head(enum roster_column c)
{
    return _(COLUMNS[c].head);
}

enum column_kind roster_kind(enum roster_column c)
{
    return COLUMNS[c].kind;
}

const char *roster_text(struct arena *a, const struct sheet *s, const struct roster_line *l,
                        enum roster_column c)
{
    return COLUMNS[c].text(a, s, l);
}

const struct roster_line *roster_lines(struct arena *a, const struct sheet *s, int *n)
{
    int n_served, n_unserved;
    const int *visits = sheet_served(a, s, NONE, NONE, &n_served);
    const int *unserved = sheet_unserved(a, s, &n_unserved);
    struct roster_line *lines =
        NEW_ARRAY(a, struct roster_line, n_served * STAFF_MAX + n_unserved + 1);
    *n = 0;
    for (int i = 0; i < n_served; i++) {
        const struct visit *v = &s->roster->visits[visits[i]];
        for (int k = 0; k < v->n_escorts; k++)
            lines[(*n)++] = (struct roster_line){visits[i], v->escorts[k]};
    }
    for (int i = 0; i < n_unserved; i++)
        lines[(*n)++] = (struct roster_line){unserved[i], NONE};
    return lines;
}
