/* What those who have the roster that was given out must be told. */
#include "adapters/show/changed.h"
#include "adapters/show/page.h"
#include "adapters/text/phrase.h"

/* Those on which it was and is. */
static const char *days_of(const struct page *g, int r)
{
    const struct request *q = &g->problem->requests[r];
    bool days[DAYS] = {false};
    if (q->published)
        days[listed_day(&g->problem->week, q->pub_start)] = true;
    if (roster_serves(g->sheet->roster, r))
        days[listed_day(&g->problem->week, g->sheet->roster->visits[r].start)] = true;
    return page_day_classes(g, days);
}

/* Named where there is no room for the heads of the columns. */
static void cell(struct page *g, const char *name, const char *words)
{
    page_add(g, "<td>");
    if (*words)
        page_element(g, "<span class=\"small\">", name, " </span>");
    page_element(g, "", words, "</td>");
}

static void row(struct page *g, int r)
{
    text_print(&g->out, "<tr class=\"c %s", days_of(g, r));
    page_element(g, "\"><th scope=\"row\">", visit_phrase(g->arena, g->problem, r), "</th>");
    page_element(g, "<td>", changed_phrase(request_changed(g->sheet, r)), "</td>");
    cell(g, _("Before:"), given_out_phrase(g->arena, g->problem, r));
    cell(g, _("Now:"), planned_phrase(g->arena, g->sheet, r));
    page_add(g, "</tr>\n");
}

void page_changes(struct page *g)
{
    const char *const names[] = {_("Visit"), _("What"), _("Before"), _("Now")};
    if (g->problem->published == 0)
        return;
    page_element(g, "<section aria-labelledby=\"changes\">\n<h2 id=\"changes\">",
                 arena_print(g->arena, _("Changed since %s (%d)"),
                             given_out_day(g->arena, g->problem), g->n_changed),
                 "</h2>\n");
    if (g->n_changed == 0) {
        page_element(g, "<p class=\"good\">", _("Everything is as it was given out."),
                     "</p>\n</section>\n");
        return;
    }
    page_heads(g, "changes", names, 4);
    for (int i = 0; i < g->n_changed; i++)
        row(g, g->changed[i]);
    page_add(g, "</tbody>\n</table>\n</section>\n");
}
