/* The scheduler's page of the week: one file that needs nothing else, for a second screen,
 * a screen reader or paper. What is not served comes first with its reasons, then what is
 * changed, how good the roster is, and the same visits by day, by escort and by client,
 * in words under lines that show their time. Without scripts everything is there one
 * after another; a script of the page's own shows one timeline at a time and filters.
 * The page's own policy keeps any other script from running, whatever names hold. */
#include "adapters/show/changed.h"
#include "adapters/show/page.h"
#include "adapters/show/page_script.h"
#include "adapters/show/page_style.h"
#include "adapters/show/page_week_style.h"
#include "adapters/text/phrase.h"

#define COUNT(list) (int)(sizeof(list) / sizeof *(list))

void page_heads(struct page *g, const char *class, const char *const *names, int n)
{
    text_print(&g->out, "<table class=\"%s\">\n<thead><tr>", class);
    for (int i = 0; i < n; i++)
        page_element(g, "<th scope=\"col\">", names[i], "</th>");
    page_add(g, "</tr></thead>\n<tbody>\n");
}

bool page_on_day(const struct page *g, const struct outing *o, int day)
{
    return listed_day(&g->problem->week, o->start) == day;
}

int page_visits(const struct page *g, int day)
{
    int n = 0;
    for (int i = 0; i < g->n_outings; i++)
        n += page_on_day(g, &g->outings[i], day) ? g->outings[i].n : 0;
    return n;
}

const char *page_day_classes(const struct page *g, const bool days[DAYS])
{
    struct text t = text_new(g->arena);
    for (int day = 0; day < DAYS; day++)
        if (days[day])
            text_print(&t, "%sd%d", t.length ? " " : "", day + 1);
    return text_done(&t);
}

/* ---- the head ----------------------------------------------------------- */

static void lines_add(struct text *t, const char *const *lines, int n)
{
    for (int i = 0; i < n; i++)
        text_add(t, lines[i]);
}

/* A page that was kept from the net may be opened there: it asks for nothing. */
static void head(struct page *g, struct text *out)
{
    const char *week = week_phrase(g->arena, &g->problem->week);
    text_add(out, "<!DOCTYPE html>\n");
    markup_element(out, "<html lang=\"", language_code(), "\">\n<head>\n<meta charset=\"utf-8\">\n");
    text_add(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                  "style-src 'unsafe-inline'; script-src '" PAGE_SCRIPT_HASH "'; "
                  "base-uri 'none'; form-action 'none'\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    markup_element(out, "<title>", arena_print(g->arena, "%s – %s", week, g->problem->unit_name),
                   "</title>\n<style>\n");
    lines_add(out, PAGE_STYLE, COUNT(PAGE_STYLE));
    lines_add(out, PAGE_WEEK_STYLE, COUNT(PAGE_WEEK_STYLE));
    scale_style(g->scale, out);
    text_add(out, "</style>\n<script>");
    lines_add(out, PAGE_SCRIPT, COUNT(PAGE_SCRIPT));
    text_add(out, "</script>\n</head>\n<body>\n");
}

static void title(struct page *g)
{
    const struct week *w = &g->problem->week;
    page_element(g, "<a class=\"skip\" href=\"#main\">", _("Skip to what is not served"),
                 "</a>\n<header>\n");
    page_element(g, "<p>", g->problem->unit_name, "</p>\n");
    page_element(g, "<h1>", week_phrase(g->arena, w), ": ");
    page_element(g, "", week_dates(g->arena, w), "</h1>\n");
    if (g->problem->synthetic)
        page_element(g, "<p class=\"quiet\">", _("Synthetic data: all people are invented."),
                     "</p>\n");
    page_add(g, "</header>\n");
}

static void link_to(struct page *g, const char *id, const char *words)
{
    text_print(&g->out, "<li><a href=\"#%s\">", id);
    page_element(g, "", words, "</a></li>\n");
}

static void contents(struct page *g)
{
    struct arena *a = g->arena;
    page_element(g, "<nav aria-label=\"", _("Contents"), "\">\n<ul>\n");
    link_to(g, "unserved", arena_print(a, _("Not served (%d)"), g->n_unserved));
    if (g->problem->published)
        link_to(g, "changes", arena_print(a, _("Changed since %s (%d)"),
                                          given_out_day(a, g->problem), g->n_changed));
    link_to(g, "verdict", _("How good the roster is"));
    for (int day = 0; day < DAYS; day++)
        link_to(g, arena_print(a, "day%d", day + 1),
                arena_print(a, "%s (%d)", day_phrase(a, &g->problem->week, day),
                            page_visits(g, day)));
    link_to(g, "h-escorts", _("By escort"));
    link_to(g, "h-clients", _("By client"));
    page_add(g, "</ul>\n</nav>\n");
}

static void foot(struct page *g)
{
    page_element(g, "<footer><p class=\"quiet\">",
                 _("Made by ledsaga. A person decides; the program proposes and explains."),
                 "</p></footer>\n</body>\n</html>\n");
}

/* ---- the whole ---------------------------------------------------------- */

static struct page page_of(struct arena *a, const struct sheet *s)
{
    const struct problem *p = s->problem;
    struct page g = {.arena = a, .sheet = s, .problem = p, .out = text_new(a)};
    g.outings = sheet_outings(a, s, NONE, NONE, &g.n_outings);
    g.unserved = sheet_unserved(a, s, &g.n_unserved);
    g.changed = sheet_changed(a, s, &g.n_changed);
    g.escorts = NEW_ARRAY(a, struct escort_outings, p->n_escorts + 1);
    for (int e = 0; e < p->n_escorts; e++) {
        g.escorts[e].outings = sheet_outings(a, s, NONE, e, &g.escorts[e].n);
        g.escorts[e].work = sheet_work(a, s, e);
    }
    g.scale = scale_new(a, s);
    return g;
}

static void body(struct page *g)
{
    title(g);
    contents(g);
    page_filters(g);
    page_element(g, "<main id=\"main\">\n<section class=\"first\" tabindex=\"0\" aria-label=\"",
                 _("What to look at first"), "\">\n");
    page_unserved(g);
    page_changes(g);
    page_verdict(g);
    page_add(g, "</section>\n<div class=\"views\">\n");
    page_days(g);
    page_escorts(g);
    page_clients(g);
    page_add(g, "</div>\n</main>\n");
    foot(g);
}

/* The style sheet holds what the body asks for, so the body is made first. */
const char *page_html(struct arena *a, const struct sheet *s)
{
    struct page g = page_of(a, s);
    struct text out = text_new(a);
    body(&g);
    head(&g, &out);
    text_add(&out, text_done(&g.out));
    return text_done(&out);
}
