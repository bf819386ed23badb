/* The weeks of escorts and clients: a row for each person, the days beside each other. The
 * line above an entry's words shows when in its day it is. */
#include "adapters/show/changed.h"
#include "adapters/show/page.h"
#include "adapters/text/phrase.h"

#include <string.h>

static void view_begin(struct page *g, const char *id, const char *title, const char *said)
{
    text_print(&g->out, "<section class=\"view\" id=\"%s\" aria-labelledby=\"h-%s\">\n<h2 id=\"h-%s\">",
               id, id, id);
    page_element(g, "", title, "</h2>\n");
    page_element(g, "<p class=\"quiet\">", said, "</p>\n<ol class=\"hours\" aria-hidden=\"true\">");
    for (int d = 0; d < DAYS; d++)
        page_element(g, "<li>", day_phrase(g->arena, &g->problem->week, d), "</li>");
    page_add(g, "</ol>\n<ul class=\"board week\">\n");
}

/* "The line above a visit shows when it is between 06:00 and 24:00." */
static const char *lines_phrase(const struct page *g)
{
    int end = g->scale->from + g->scale->minutes;
    return arena_print(g->arena, _("The line above a visit shows when in the day it is, from "
                                   "%02d:00 to %02d:00."),
                       g->scale->from / HOUR, end > DAY ? end / HOUR - 24 : end / HOUR);
}

static void entries(struct page *g, enum entry_place place, int person,
                    const struct outing *list, int n)
{
    for (int i = 0; i < n; i++) {
        const struct outing *o = &list[i];
        int day = listed_day(&g->problem->week, o->start);
        int column = scale_column(g->scale, day, o->start);
        text_print(&g->out, "<li class=\"d%d %s%s\">", day + 1, scale_start(g->scale, column),
                   page_entry_mark(g, o));
        page_entry(g, &(struct entry){place, o, person, day});
        page_add(g, "</li>");
    }
}

/* ---- when an escort can be planned -------------------------------------- */

/* What of a span is told on a day: it is told as it is on the day it begins, but cut by
 * midnights if it is longer than a day. False if that is nothing. */
static bool told_on(const struct week *w, struct span s, int day, struct span *out)
{
    int from = w->day_start[day], to = w->day_start[day + 1];
    bool whole = s.to - s.from <= DAY && s.from >= 0;
    if (whole && s.from < from)
        return false;
    out->from = s.from > from ? s.from : from;
    out->to = whole || s.to < to ? s.to : to;
    return out->from < to && out->from < out->to;
}

/* "08:00–12:00 and 17:00–22:00", "all day", "" if never. */
static const char *hours_on(struct arena *a, const struct problem *p, int escort, int day)
{
    const struct escort *e = &p->escorts[escort];
    const char **spans = NEW_ARRAY(a, const char *, e->n_available + 1);
    struct span s;
    int n = 0;
    for (int i = 0; i < e->n_available; i++) {
        if (!told_on(&p->week, e->available[i], day, &s))
            continue;
        if (s.from == p->week.day_start[day] && s.to == p->week.day_start[day + 1])
            return _("all day");
        spans[n++] = span_phrase(a, &p->week, s.from, s.to);
    }
    return n == 0 ? "" : and_list(a, spans, n);
}

/* "available Mon–Fri 08:00–17:00, Sat all day" */
static const char *available_phrase(struct arena *a, const struct problem *p, int escort)
{
    struct text t = text_new(a);
    for (int day = 0, last; day < DAYS; day = last + 1) {
        const char *hours = hours_on(a, p, escort, day);
        for (last = day; last + 1 < DAYS; last++)
            if (strcmp(hours_on(a, p, escort, last + 1), hours) != 0)
                break;
        if (!*hours)
            continue;
        text_print(&t, "%s%s", t.length ? ", " : "", weekday_short(day));
        if (last > day)
            text_print(&t, "–%s", weekday_short(last));
        text_print(&t, " %s", hours);
    }
    return t.length == 0 ? _("not available this week")
                         : arena_print(a, _("available %s"), text_done(&t));
}

/* " class="n6 n7"": the days on which the escort is not available at all. */
static void days_off(struct page *g, int escort)
{
    const char *open = " class=\"", *next = open;
    for (int day = 0; day < DAYS; day++)
        if (!*hours_on(g->arena, g->problem, escort, day)) {
            text_print(&g->out, "%sn%d", next, day + 1);
            next = " ";
        }
    if (next != open)
        page_add(g, "\"");
}

/* ---- escorts ------------------------------------------------------------ */

static void escort(struct page *g, int e)
{
    const struct escort_outings *week = &g->escorts[e];
    text_print(&g->out, "<li id=\"e%d\"><div><h3>", e + 1);
    page_element(g, "", escort_name(g->arena, g->problem, e), "</h3>");
    page_element(g, "<p>", worked_phrase(g->arena, g->sheet, e, &week->work), "; ");
    page_element(g, "", available_phrase(g->arena, g->problem, e), "</p></div><ul");
    days_off(g, e);
    page_add(g, ">");
    entries(g, ENTRY_OF_ESCORT, e, week->outings, week->n);
    page_add(g, "</ul></li>\n");
}

static void idle_escorts(struct page *g)
{
    const char **names = NEW_ARRAY(g->arena, const char *, g->problem->n_escorts + 1);
    int n = 0;
    for (int e = 0; e < g->problem->n_escorts; e++)
        if (g->escorts[e].n == 0)
            names[n++] = escort_name(g->arena, g->problem, e);
    if (n == 0)
        return;
    page_element(g, "<h3>", _("Without visits"), "</h3>\n");
    page_element(g, "<p>", and_list(g->arena, names, n), "</p>\n");
}

void page_escorts(struct page *g)
{
    view_begin(g, "escorts", _("By escort"), lines_phrase(g));
    for (int e = 0; e < g->problem->n_escorts; e++)
        if (g->escorts[e].n > 0)
            escort(g, e);
    page_add(g, "</ul>\n");
    idle_escorts(g);
    page_add(g, "</section>\n");
}

/* ---- clients ------------------------------------------------------------ */

/* On the first day it was asked for. */
static void not_served(struct page *g, int request)
{
    const struct request *q = &g->problem->requests[request];
    int day = q->n_alternatives == 0
                  ? 0
                  : listed_day(&g->problem->week, q->alternatives[0].from);
    text_print(&g->out, "<li class=\"d%d u%s\"><em>", day + 1,
               request_changed(g->sheet, request) == CHANGED_NOT ? "" : " c");
    page_element(g, "", weekday_short(day), " ");
    page_element(g, "", _("Not served:"), "</em> ");
    page_element(g, "", activity_name(g->arena, g->problem, request), "</li>");
}

/* Requests that are not served, by client. */
struct unserved {
    int *first; /* [clients] row of the page's unserved; NONE */
    int *next;  /* [unserved] row; NONE */
};

static struct unserved unserved_by_client(const struct page *g)
{
    int n_clients = g->problem->n_clients;
    struct unserved of = {NEW_ARRAY(g->arena, int, n_clients + 1),
                          NEW_ARRAY(g->arena, int, g->n_unserved + 1)};
    for (int c = 0; c < n_clients; c++)
        of.first[c] = NONE;
    for (int i = g->n_unserved - 1; i >= 0; i--) {
        int c = g->problem->requests[g->unserved[i]].client;
        of.next[i] = of.first[c];
        of.first[c] = i;
    }
    return of;
}

static void client(struct page *g, int c, const struct outings *week, const struct unserved *u)
{
    page_element(g, "<li><div><h3>", client_name(g->arena, g->problem, c), "</h3></div><ul>");
    entries(g, ENTRY_OF_CLIENT, c, week->list, week->n);
    for (int i = u->first[c]; i != NONE; i = u->next[i])
        not_served(g, g->unserved[i]);
    page_add(g, "</ul></li>\n");
}

void page_clients(struct page *g)
{
    const struct outings *weeks = sheet_outings_by_client(g->arena, g->sheet);
    const struct unserved unserved = unserved_by_client(g);
    view_begin(g, "clients", _("By client"), lines_phrase(g));
    for (int c = 0; c < g->problem->n_clients; c++)
        if (weeks[c].n > 0 || unserved.first[c] != NONE)
            client(g, c, &weeks[c], &unserved);
    page_add(g, "</ul>\n</section>\n");
}
