/* What is not served, with the reason. */
#include "adapters/show/changed.h"
#include "adapters/show/page.h"
#include "adapters/text/phrase.h"

static const char *asked_days(const struct page *g, int r)
{
    const struct request *q = &g->problem->requests[r];
    bool days[DAYS] = {false};
    for (int i = 0; i < q->n_alternatives; i++)
        days[listed_day(&g->problem->week, q->alternatives[i].from)] = true;
    return page_day_classes(g, days);
}

static void row(struct page *g, int r)
{
    const struct problem *p = g->problem;
    bool gone = request_changed(g->sheet, r) == CHANGED_GONE;
    text_print(&g->out, "<tr class=\"%s%s\">", asked_days(g, r), gone ? " c" : "");
    page_element(g, "<th scope=\"row\">", client_name(g->arena, p, p->requests[r].client), "</th>");
    page_element(g, "<td>", activity_name(g->arena, p, r), "</td>");
    page_element(g, "<td>", asked_phrase(g->arena, p, r), "</td><td class=\"bad\">");
    if (gone)
        page_element(g, "<em>", _("Was given out."), "</em> ");
    page_element(g, "", why_not_phrase(g->arena, g->sheet, r), "</td></tr>\n");
}

void page_unserved(struct page *g)
{
    const char *const names[] = {_("Client"), _("Activity"), _("Asked for"), _("Why not")};
    page_element(g, "<section aria-labelledby=\"unserved\">\n<h2 id=\"unserved\">",
                 arena_print(g->arena, _("Not served (%d)"), g->n_unserved), "</h2>\n");
    if (g->n_unserved == 0) {
        page_element(g, "<p class=\"good\">", _("Every request is served."), "</p>\n</section>\n");
        return;
    }
    page_heads(g, "unserved", names, 4);
    for (int i = 0; i < g->n_unserved; i++)
        row(g, g->unserved[i]);
    page_add(g, "</tbody>\n</table>\n</section>\n");
}
