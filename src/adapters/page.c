/* The scheduler's page of the week: one file that needs nothing else, without
 * scripts, for a browser, a screen reader or paper. Unserved requests with their
 * reasons come first, then how good the roster is, the days as tables and the
 * escorts as bars with the same visits in words beside them. */
#include "adapters/outing.h"
#include "adapters/page_style.h"
#include "adapters/phrase.h"
#include "adapters/plain.h"
#include "base/text.h"

#include <string.h>

struct page {
    struct arena *arena;
    const struct sheet *sheet;
    const struct problem *problem;
    const struct outing *outings;
    const int *unserved;
    int n_outings, n_unserved;
    struct text out;
};

/* ---- marks ------------------------------------------------------------- */

static void raw(struct page *g, const char *html)
{
    text_add(&g->out, html);
}

/* Text as a person wrote it: everything that means something in HTML is said
 * otherwise, quotes too, so that it is safe in attributes. */
static void say(struct page *g, const char *s)
{
    s = plain_line(g->arena, s);
    while (*s) {
        size_t n = strcspn(s, "&<>\"'");
        text_add_bytes(&g->out, s, n);
        s += n;
        switch (*s) {
        case '&':
            raw(g, "&amp;");
            break;
        case '<':
            raw(g, "&lt;");
            break;
        case '>':
            raw(g, "&gt;");
            break;
        case '"':
            raw(g, "&quot;");
            break;
        case '\'':
            raw(g, "&#39;");
            break;
        default:
            return;
        }
        s++;
    }
}

static void element(struct page *g, const char *open, const char *s,
                    const char *close)
{
    raw(g, open);
    say(g, s);
    raw(g, close);
}

static void heads(struct page *g, const char *class, const char *const *names,
                  int n)
{
    text_print(&g->out, "<table class=\"%s\">\n<thead><tr>", class);
    for (int i = 0; i < n; i++)
        element(g, "<th scope=\"col\">", names[i], "</th>");
    raw(g, "</tr></thead>\n<tbody>\n");
}

/* ---- what the page is -------------------------------------------------- */

static void head(struct page *g)
{
    const char *unit = g->problem->unit_name;
    const char *week = week_phrase(g->arena, &g->problem->week);
    raw(g, "<!DOCTYPE html>\n");
    element(g, "<html lang=\"", language_code(), "\">\n");
    raw(g, "<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, "
           "initial-scale=1\">\n");
    element(g, "<title>", arena_print(g->arena, "%s – %s", week, unit),
            "</title>\n<style>\n");
    for (size_t i = 0; i < sizeof PAGE_STYLE / sizeof *PAGE_STYLE; i++)
        raw(g, PAGE_STYLE[i]);
    raw(g, "</style>\n</head>\n<body>\n");
    element(g, "<a class=\"skip\" href=\"#main\">",
            _("Skip to what is not served"), "</a>\n<header>\n");
    element(g, "<p>", unit, "</p>\n");
    raw(g, "<h1>");
    say(g, week);
    element(g, ": ", week_dates(g->arena, &g->problem->week), "</h1>\n");
    if (g->problem->synthetic)
        element(g, "<p class=\"quiet\">",
                _("Synthetic data: all people are invented."), "</p>\n");
    raw(g, "</header>\n");
}

static bool on_day(const struct page *g, const struct outing *o, int day)
{
    return listed_day(&g->problem->week, o->start) == day;
}

/* Each client of a session counted. */
static int visits_on(const struct page *g, int day)
{
    int n = 0;
    for (int i = 0; i < g->n_outings; i++)
        n += on_day(g, &g->outings[i], day) ? g->outings[i].n : 0;
    return n;
}

static void contents(struct page *g)
{
    struct arena *a = g->arena;
    element(g, "<nav aria-label=\"", _("Contents"), "\">\n<ul>\n");
    element(g, "<li><a href=\"#unserved\">",
            arena_print(a, _("Not served (%d)"), g->n_unserved), "</a></li>\n");
    element(g, "<li><a href=\"#verdict\">", _("How good the roster is"),
            "</a></li>\n");
    for (int day = 0; day < DAYS; day++) {
        text_print(&g->out, "<li><a href=\"#day%d\">", day + 1);
        say(g, arena_print(a, "%s (%d)", day_phrase(a, &g->problem->week, day),
                           visits_on(g, day)));
        raw(g, "</a></li>\n");
    }
    element(g, "<li><a href=\"#escorts\">", _("By escort"),
            "</a></li>\n</ul>\n</nav>\n<main id=\"main\">\n");
}

/* ---- first what is not served ------------------------------------------ */

static void unserved(struct page *g)
{
    const char *const names[] = {_("Client"), _("Activity"), _("Asked for"),
                                 _("Why not")};
    element(g, "<section aria-labelledby=\"unserved\">\n<h2 id=\"unserved\">",
            arena_print(g->arena, _("Not served (%d)"), g->n_unserved),
            "</h2>\n");
    if (g->n_unserved == 0)
        element(g, "<p class=\"good\">", _("Every request is served."),
                "</p>\n</section>\n");
    if (g->n_unserved == 0)
        return;
    heads(g, "unserved", names, 4);
    for (int i = 0; i < g->n_unserved; i++) {
        int r = g->unserved[i];
        element(g, "<tr><td>",
                client_name(g->arena, g->problem,
                            g->problem->requests[r].client),
                "</td>");
        element(g, "<td>", activity_name(g->arena, g->problem, r), "</td>");
        element(g, "<td>", asked_phrase(g->arena, g->problem, r), "</td>");
        element(g, "<td class=\"bad\">",
                why_not_phrase(g->arena, g->sheet, r), "</td></tr>\n");
    }
    raw(g, "</tbody>\n</table>\n</section>\n");
}

/* ---- how good the roster is -------------------------------------------- */

static void term(struct page *g, const char *name, const char *value)
{
    element(g, "<dt>", name, "</dt>");
    element(g, "<dd>", value, "</dd>\n");
}

static void breach_list(struct page *g, const struct breach *list, int n)
{
    if (n == 0)
        return;
    raw(g, "<ul>\n");
    for (int i = 0; i < n; i++)
        element(g, "<li>", sheet_breach(g->arena, g->sheet, &list[i]), "</li>\n");
    raw(g, "</ul>\n");
}

static void verdict(struct page *g)
{
    const struct sheet *s = g->sheet;
    element(g, "<section aria-labelledby=\"verdict\">\n<h2 id=\"verdict\">",
            _("How good the roster is"), "</h2>\n<dl>\n");
    element(g, "<dt>", _("Verdict"), "</dt>");
    element(g,
            s->verdict->n_breaches ? "<dd class=\"bad\">"
                                   : "<dd class=\"good\">",
            verdict_phrase(g->arena, s), "</dd>\n");
    term(g, _("Served"), served_phrase(g->arena, s));
    term(g, _("Rights"), tier_phrase(g->arena, s, TIER_RIGHTS));
    term(g, _("Wishes, people and cost"), tier_phrase(g->arena, s, TIER_REST));
    if (sheet_to_accept(s) > 0)
        term(g, _("Contractors"), to_accept_phrase(g->arena, s));
    raw(g, "</dl>\n");
    breach_list(g, s->verdict->breaches, s->verdict->n_breaches);
    if (s->verdict->n_warnings > 0)
        element(g, "<h3>", warnings_phrase(g->arena, s), "</h3>\n");
    breach_list(g, s->verdict->warnings, s->verdict->n_warnings);
    raw(g, "</section>\n");
}

/* ---- the days ---------------------------------------------------------- */

/* What a contractor said; nothing of an employee. */
static void answer(struct page *g, const struct outing *o, int escort)
{
    const char *said = outing_answer(g->sheet, o, escort);
    if (*said)
        element(g, " <span class=\"quiet\">(", said, ")</span>");
}

static void escort_links(struct page *g, const struct outing *o)
{
    for (int i = 0; i < o->n_escorts; i++) {
        text_print(&g->out, "%s<a href=\"#e%d\">", i > 0 ? ", " : "",
                   o->escorts[i] + 1);
        element(g, "", escort_name(g->arena, g->problem, o->escorts[i]),
                "</a>");
        answer(g, o, o->escorts[i]);
    }
}

static void outing_row(struct page *g, const struct outing *o)
{
    element(g, "<tr><td>",
            span_phrase(g->arena, &g->problem->week, o->start, o->start + o->minutes),
            "</td>");
    element(g, "<td>", outing_clients(g->arena, g->sheet, o), "</td>");
    element(g, "<td>", outing_activity(g->arena, g->sheet, o), "</td>");
    element(g, "<td>", outing_place(g->arena, g->sheet, o), "</td><td>");
    escort_links(g, o);
    raw(g, "</td></tr>\n");
}

static void day(struct page *g, int day)
{
    const char *const names[] = {_("Time"), _("Client"), _("Activity"),
                                 _("Meeting place"), _("Escort")};
    text_print(&g->out,
               "<section aria-labelledby=\"day%d\">\n<h2 id=\"day%d\">",
               day + 1, day + 1);
    element(g, "", day_title(g->arena, &g->problem->week, day), "</h2>\n");
    if (visits_on(g, day) == 0) {
        element(g, "<p>", _("No visits."), "</p>\n</section>\n");
        return;
    }
    heads(g, "day", names, 5);
    for (int i = 0; i < g->n_outings; i++)
        if (on_day(g, &g->outings[i], day))
            outing_row(g, &g->outings[i]);
    raw(g, "</tbody>\n</table>\n</section>\n");
}

/* ---- the escorts ------------------------------------------------------- */

/* A day as a bar from 0 to 24 with ticks at 6, 12 and 18. It says nothing that
 * the list beside it does not say, so a screen reader passes it by. */
static void bar(struct page *g, const struct work *w, int day)
{
    int from = g->problem->week.day_start[day];
    int to = g->problem->week.day_start[day + 1];
    text_print(&g->out,
               "<svg viewBox=\"0 0 %d 10\" preserveAspectRatio=\"none\" "
               "aria-hidden=\"true\"><path class=\"tick\" d=\"M360 0v10m360 "
               "0v-10m360 0v10\"/>",
               to - from);
    for (int i = 0; i < w->n; i++) {
        int a = w->duties[i].start > from ? w->duties[i].start : from;
        int b = w->duties[i].end < to ? w->duties[i].end : to;
        if (a < b)
            text_print(&g->out,
                       "<rect x=\"%d\" width=\"%d\" height=\"10\"/>", a - from,
                       b - a);
    }
    raw(g, "</svg>");
}

static void escort_day(struct page *g, int e, const struct work *w,
                       const struct outing *outings, int n, int day)
{
    const struct week *week = &g->problem->week;
    element(g, "<tr><th scope=\"row\">", day_phrase(g->arena, week, day),
            "</th><td>");
    bar(g, w, day);
    raw(g, "</td><td><ul>");
    for (int i = 0; i < n; i++) {
        const struct outing *o = &outings[i];
        int end = o->start + o->minutes;
        if (o->start >= week->day_start[day + 1] || end <= week->day_start[day])
            continue;
        element(g, "<li>", span_phrase(g->arena, week, o->start, end), " ");
        element(g, "", outing_activity(g->arena, g->sheet, o), ", ");
        say(g, outing_clients(g->arena, g->sheet, o));
        answer(g, o, e);
        raw(g, "</li>");
    }
    raw(g, "</ul></td></tr>\n");
}

static void escort(struct page *g, int e)
{
    struct work w = sheet_work(g->arena, g->sheet, e);
    int n;
    const struct outing *outings = sheet_outings(g->arena, g->sheet, NONE, e, &n);
    if (w.n == 0)
        return;
    text_print(&g->out, "<h3 id=\"e%d\">", e + 1);
    element(g, "", escort_name(g->arena, g->problem, e), "</h3>\n");
    element(g, "<p>", work_phrase(g->arena, g->sheet, e, &w),
            "</p>\n<table class=\"week\">\n<tbody>\n");
    for (int d = 0; d < DAYS; d++)
        if (!w.free_day[d])
            escort_day(g, e, &w, outings, n, d);
    raw(g, "</tbody>\n</table>\n");
}

static void idle_escorts(struct page *g)
{
    const char **names =
        NEW_ARRAY(g->arena, const char *, g->problem->n_escorts + 1);
    int n = 0;
    for (int e = 0; e < g->problem->n_escorts; e++)
        if (roster_duties(g->problem, g->sheet->roster, e, NULL, 0) == 0)
            names[n++] = escort_name(g->arena, g->problem, e);
    if (n == 0)
        return;
    element(g, "<h3>", _("Without visits"), "</h3>\n");
    element(g, "<p>", and_list(g->arena, names, n), "</p>\n");
}

static void escorts(struct page *g)
{
    element(g, "<section aria-labelledby=\"escorts\">\n<h2 id=\"escorts\">",
            _("By escort"), "</h2>\n");
    element(g, "<p class=\"quiet\">",
            _("Each bar is a day from midnight to midnight; the lines are at "
              "6, 12 and 18."),
            "</p>\n");
    for (int e = 0; e < g->problem->n_escorts; e++)
        escort(g, e);
    idle_escorts(g);
    raw(g, "</section>\n</main>\n");
}

static void foot(struct page *g)
{
    element(g, "<footer><p class=\"quiet\">",
            _("Made by ledsaga. A person decides; the program proposes and "
              "explains."),
            "</p></footer>\n</body>\n</html>\n");
}

const char *page_html(struct arena *a, const struct sheet *s)
{
    struct page g = {.arena = a,
                     .sheet = s,
                     .problem = s->problem,
                     .out = text_new(a)};
    g.outings = sheet_outings(a, s, NONE, NONE, &g.n_outings);
    g.unserved = sheet_unserved(a, s, &g.n_unserved);
    head(&g);
    contents(&g);
    unserved(&g);
    verdict(&g);
    for (int d = 0; d < DAYS; d++)
        day(&g, d);
    escorts(&g);
    foot(&g);
    return text_done(&g.out);
}
