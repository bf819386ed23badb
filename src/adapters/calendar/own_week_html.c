/* One's own week as a page: no scripts, nothing outside the file, a list under seven day
 * headings. Headings carry the day, because lists of days are what a screen reader can be
 * asked for; a grid would be read out without them. The landmarks are few and none has a
 * name that would be spoken between the words. */
#include "adapters/calendar/own_week.h"

#include "adapters/text/markup.h"
#include "adapters/calendar/own_week_style.h"
#include "adapters/text/phrase.h"
#include "adapters/calendar/picture.h"
#include "base/text.h"

#include <string.h>

struct own_page {
    struct text out;
    const struct own_week *own;
    struct pictures pictures;
};

static bool any_picture(const struct own_page *g)
{
    for (int i = 0; i < g->pictures.n; i++)
        if (g->pictures.items[i].data)
            return true;
    return false;
}

static void raw(struct own_page *g, const char *markup)
{
    text_add(&g->out, markup);
}

static void element(struct own_page *g, const char *open, const char *s, const char *close)
{
    markup_element(&g->out, open, s, close);
}

/* ---- sentences ----------------------------------------------------------- */

/* A telephone number stays on one line. */
static const char *unbroken(struct arena *a, const char *number)
{
    struct text t = text_new(a);
    for (; *number; number++)
        if (*number == ' ')
            text_add(&t, "\u00a0");
        else if (*number == '-')
            text_add(&t, "\u2011");
        else
            text_add_bytes(&t, number, 1);
    return text_done(&t);
}

static void marked(struct own_page *g, const struct own_mark *m)
{
    if (m->datetime) {
        element(g, "<time datetime=\"", m->datetime, "\">");
        element(g, "", m->phrase, "</time>");
    } else {
        element(g, "<a href=\"", m->address, "\">");
        element(g, "",
                strncmp(m->address, "tel:", 4) == 0 ? unbroken(g->out.arena, m->phrase)
                                                    : m->phrase,
                "</a>");
    }
}

/* The words, and around the phrases that are marked what they are. */
static void said(struct own_page *g, const struct own_said *s)
{
    const char *rest = s->text;
    for (int i = 0; i < OWN_MARKS && s->marks[i].phrase; i++) {
        const char *at = strstr(rest, s->marks[i].phrase);
        if (!at)
            continue;
        element(g, "", arena_print(g->out.arena, "%.*s", (int)(at - rest), rest), "");
        marked(g, &s->marks[i]);
        rest = at + strlen(s->marks[i].phrase);
    }
    element(g, "", rest, "");
}

static void paragraphs(struct own_page *g, const char *open, const struct own_said_list *list)
{
    for (int i = 0; i < list->n; i++) {
        raw(g, open);
        said(g, &list->items[i]);
        raw(g, "</p>\n");
    }
}

/* ---- the page ------------------------------------------------------------ */

static void head(struct own_page *g, const char *title)
{
    raw(g, "<!DOCTYPE html>\n");
    element(g, "<html lang=\"", language_code(), "\">\n<head>\n<meta charset=\"utf-8\">\n");
    raw(g, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"robots\" content=\"noindex, nofollow\">\n"
           "<meta name=\"referrer\" content=\"no-referrer\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n");
    element(g, "<title>", title, "</title>\n<style>\n");
    for (size_t i = 0; i < sizeof OWN_WEEK_STYLE / sizeof *OWN_WEEK_STYLE; i++)
        raw(g, OWN_WEEK_STYLE[i]);
    raw(g, "</style>\n</head>\n<body>\n");
}

/* "My week. Week 48. Monday 23 November to Sunday 29 November 2026." */
static const char *page_title(struct arena *a, const struct own_view *v)
{
    struct text t = text_new(a);
    text_print(&t, "%s.", v->heading);
    for (int i = 0; i < v->week.n; i++)
        text_print(&t, " %s", v->week.items[i].text);
    return text_done(&t);
}

static void step(struct own_page *g, const char *words, const char *address, const char *rel)
{
    if (!address) {
        element(g, "<li><span>", words, "</span></li>\n");
        return;
    }
    element(g, "<li><a href=\"", address, "\"");
    element(g, " rel=\"", rel, "\">");
    element(g, "", words, "</a></li>\n");
}

/* One paragraph, a line for each of its sentences. */
static void next_visit(struct own_page *g, const struct own_said_list *list)
{
    raw(g, "<p class=\"next\">");
    for (int i = 0; i < list->n; i++) {
        raw(g, i > 0 ? " <span>" : "<span>");
        said(g, &list->items[i]);
        raw(g, "</span>");
    }
    raw(g, "</p>\n");
}

static void top(struct own_page *g, const struct own_view *v)
{
    element(g, "<a class=\"skip\" href=\"#days\">", _("Go to the days"), "</a>\n<header>\n");
    element(g, "<h1>", v->heading, "</h1>\n");
    paragraphs(g, "<p>", &v->week);
    paragraphs(g, "<p>", &v->lead);
    next_visit(g, &v->next_visit);
    paragraphs(g, "<p>", &v->help);
    element(g, "</header>\n<nav aria-label=\"", _("Other weeks"), "\">\n<ul>\n");
    step(g, v->previous, g->own->previous, "prev");
    step(g, v->next, g->own->next, "next");
    raw(g, "</ul>\n</nav>\n");
}

/* The words beside say who it is; the picture is for those who do not read them. */
static void people(struct own_page *g, const struct own_visit *v)
{
    bool begun = false;
    for (int i = 0; i < v->n_people; i++) {
        int picture = picture_of(&g->pictures, v->people[i]);
        if (picture == NONE)
            continue;
        raw(g, begun ? "" : "<div class=\"people\">\n");
        text_print(&g->out,
                   "<svg aria-hidden=\"true\" focusable=\"false\"><use href=\"#picture-%d\"/>"
                   "</svg>\n",
                   picture + 1);
        begun = true;
    }
    raw(g, begun ? "</div>\n" : "");
}

/* When it is stands out. */
static void facts(struct own_page *g, const struct own_said_list *list)
{
    for (int i = 0; i < list->n; i++) {
        raw(g, list->items[i].marks[0].datetime ? "<p class=\"when\">" : "<p>");
        said(g, &list->items[i]);
        raw(g, "</p>\n");
    }
}

static void visit(struct own_page *g, const struct own_visit *v)
{
    static const char *const OPEN[] = {
        [OWN_AS_TOLD] = "<li class=\"visit\">\n",
        [OWN_CHANGED] = "<li class=\"visit changed\">\n",
        [OWN_CANCELLED] = "<li class=\"visit cancelled\">\n",
        [OWN_PAST] = "<li class=\"visit past\">\n",
    };
    raw(g, OPEN[v->state]);
    element(g, "<h3>", v->heading, "</h3>\n");
    paragraphs(g, "<p class=\"news\">", &v->news);
    facts(g, &v->facts);
    people(g, v);
    raw(g, "</li>\n");
}

static void day(struct own_page *g, const struct own_day *d)
{
    raw(g, "<section>\n<h2>");
    said(g, &d->heading);
    raw(g, "</h2>\n");
    paragraphs(g, "<p>", &d->notes);
    if (d->n > 0) {
        raw(g, "<ol>\n");
        for (int i = 0; i < d->n; i++)
            visit(g, &d->visits[i]);
        raw(g, "</ol>\n");
    }
    raw(g, "</section>\n");
}

/* Each picture once, however often its person comes. */
static void pictures(struct own_page *g)
{
    if (!any_picture(g))
        return;
    raw(g, "<svg class=\"hidden\" aria-hidden=\"true\" focusable=\"false\">\n");
    for (int i = 0; i < g->pictures.n; i++) {
        if (!g->pictures.items[i].data)
            continue;
        text_print(&g->out, "<symbol id=\"picture-%d\" viewBox=\"0 0 100 100\">", i + 1);
        raw(g, "<image width=\"100\" height=\"100\" preserveAspectRatio=\"xMidYMid slice\"");
        element(g, " href=\"", g->pictures.items[i].data, "\"/></symbol>\n");
    }
    raw(g, "</svg>\n");
}

static void foot(struct own_page *g, const struct own_view *v)
{
    raw(g, "<footer>\n");
    if (v->calendar.n > 0)
        raw(g, "<div class=\"links\">\n");
    paragraphs(g, "<p>", &v->calendar);
    if (v->calendar.n > 0)
        raw(g, "</div>\n");
    if (any_picture(g) && g->own->settings->picture_credit)
        element(g, "<p>", g->own->settings->picture_credit, "</p>\n");
    paragraphs(g, "<p>", &v->foot);
    raw(g, "</footer>\n");
    pictures(g);
    raw(g, "</body>\n</html>\n");
}

const char *own_week_html(struct arena *a, const struct own_week *w)
{
    struct own_page g = {.out = text_new(a), .own = w, .pictures = {.arena = a, .own = w}};
    struct own_view v = own_view(a, w);
    head(&g, page_title(a, &v));
    top(&g, &v);
    raw(&g, "<main id=\"days\" tabindex=\"-1\">\n");
    for (int i = 0; i < DAYS; i++)
        day(&g, &v.days[i]);
    raw(&g, "</main>\n");
    foot(&g, &v);
    return text_done(&g.out);
}

const char *own_week_closed_html(struct arena *a, const struct own_week *w)
{
    struct own_page g = {.out = text_new(a), .own = w};
    struct own_writer writer = {.arena = a, .own = w};
    struct own_said_list help = {0};
    own_say_help(&writer, &help);
    head(&g, _("This page is closed"));
    element(&g, "<main>\n<h1>", _("This page is closed"), "</h1>\n");
    element(&g, "<p>", _("Nothing will be shown here any more."), "</p>\n");
    paragraphs(&g, "<p>", &help);
    raw(&g, "</main>\n</body>\n</html>\n");
    return text_done(&g.out);
}
