/* What the script lets a person choose; without it nothing of this is seen. The words
 * that the script says are here, so that it is the same in every language. */
#include "adapters/show/page.h"
#include "adapters/text/phrase.h"

static void label(struct page *g, const char *for_id, const char *words)
{
    text_print(&g->out, "<div><label for=\"%s\">", for_id);
    page_element(g, "", words, "</label>");
}

static void choice(struct page *g, const char *value, const char *words)
{
    text_print(&g->out, "<option value=\"%s\">", value);
    page_element(g, "", words, "</option>");
}

static void text_filter(struct page *g)
{
    label(g, "find", _("Name, activity or place"));
    page_add(g, "<input type=\"search\" id=\"find\" autocomplete=\"off\" spellcheck=\"false\"></div>\n");
}

static void day_filter(struct page *g)
{
    label(g, "on", _("Day"));
    page_add(g, "<select id=\"on\">");
    choice(g, "", _("All days"));
    for (int d = 0; d < DAYS; d++)
        choice(g, arena_print(g->arena, "d%d", d + 1),
               day_phrase(g->arena, &g->problem->week, d));
    page_add(g, "</select></div>\n");
}

static void kind_filter(struct page *g)
{
    label(g, "only", _("Show"));
    page_add(g, "<select id=\"only\">");
    choice(g, "", _("Everything"));
    choice(g, "u", _("Only what is not served"));
    if (g->problem->published)
        choice(g, "c", _("Only what is changed"));
    page_add(g, "</select></div>\n");
}

static void view_choice(struct page *g, const char *id, bool chosen, const char *words)
{
    text_print(&g->out, "<label><input type=\"radio\" name=\"view\" value=\"%s\"%s> ", id,
               chosen ? " checked" : "");
    page_element(g, "", words, "</label>\n");
}

void page_filters(struct page *g)
{
    page_element(g, "<div class=\"filters\" role=\"search\" aria-label=\"", _("Filters"), "\">\n");
    text_filter(g);
    day_filter(g);
    kind_filter(g);
    page_element(g, "<fieldset><legend>", _("Timeline"), "</legend>\n");
    view_choice(g, "days", true, _("By day"));
    view_choice(g, "escorts", false, _("By escort"));
    view_choice(g, "clients", false, _("By client"));
    page_element(g, "</fieldset>\n<button type=\"button\" id=\"all\">", _("Show everything"),
                 "</button>\n");
    page_element(g, "<p id=\"shown\" role=\"status\" data-words=\"",
                 /* TRANSLATORS: keep the names in braces as they are */
                 _("Shown: {shown} of {all} in the timeline, {unserved} of {wanted} not served."),
                 "\"></p>\n</div>\n");
}
