/* How good the roster is. Warnings may be many: they are folded away. */
#include "adapters/show/page.h"
#include "adapters/text/phrase.h"

static void term(struct page *g, const char *name, const char *value)
{
    page_element(g, "<dt>", name, "</dt>");
    page_element(g, "<dd>", value, "</dd>\n");
}

static void breach_list(struct page *g, const struct breach *list, int n)
{
    page_add(g, "<ul>\n");
    for (int i = 0; i < n; i++)
        page_element(g, "<li>", sheet_breach(g->arena, g->sheet, &list[i]), "</li>\n");
    page_add(g, "</ul>\n");
}

static void warnings(struct page *g)
{
    const struct verdict *v = g->sheet->verdict;
    page_element(g, "<details>\n<summary>", warnings_phrase(g->arena, g->sheet), "</summary>\n");
    breach_list(g, v->warnings, v->n_warnings);
    page_add(g, "</details>\n");
}

void page_verdict(struct page *g)
{
    const struct sheet *s = g->sheet;
    page_element(g, "<section aria-labelledby=\"verdict\">\n<h2 id=\"verdict\">",
                 _("How good the roster is"), "</h2>\n<dl>\n");
    page_element(g, "<dt>", _("Verdict"), "</dt>");
    page_element(g, s->verdict->n_breaches ? "<dd class=\"bad\">" : "<dd class=\"good\">",
                 verdict_phrase(g->arena, s), "</dd>\n");
    term(g, _("Served"), served_phrase(g->arena, s));
    term(g, _("Rights"), tier_phrase(g->arena, s, TIER_RIGHTS));
    term(g, _("Wishes, people and cost"), tier_phrase(g->arena, s, TIER_REST));
    if (sheet_to_accept(s) > 0)
        term(g, _("Contractors"), to_accept_phrase(g->arena, s));
    page_add(g, "</dl>\n");
    if (s->verdict->n_breaches > 0)
        breach_list(g, s->verdict->breaches, s->verdict->n_breaches);
    if (s->verdict->n_warnings > 0)
        warnings(g);
    page_add(g, "</section>\n");
}
