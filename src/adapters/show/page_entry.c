/* An entry of a timeline says in words all that its line shows, so that the line is
 * nothing to a screen reader: when, what is changed, what, with whom, where. */
#include "adapters/show/changed.h"
#include "adapters/show/page.h"
#include "adapters/text/phrase.h"

const char *page_entry_mark(const struct page *g, const struct outing *o)
{
    return outing_changed(g->sheet, o) == CHANGED_NOT ? "" : " c";
}

static void changed_word(struct page *g, const struct outing *o)
{
    enum changed c = outing_changed(g->sheet, o);
    if (c != CHANGED_NOT)
        page_element(g, " <em>", changed_phrase(c), ":</em>");
}

/* Those who come besides one. */
static const char *beside(struct page *g, const struct outing *o, int escort)
{
    int *others = NEW_ARRAY(g->arena, int, o->n_escorts + 1), n = 0;
    for (int i = 0; i < o->n_escorts; i++)
        if (o->escorts[i] != escort)
            others[n++] = o->escorts[i];
    return n == 0 ? "" : arena_print(g->arena, _("with %s"),
                                     escort_names(g->arena, g->problem, others, n));
}

static void more(struct page *g, const char *words)
{
    if (*words)
        page_element(g, ", ", words, "");
}

static void in_brackets(struct page *g, const char *words)
{
    if (*words)
        page_element(g, " (", words, ")");
}

/* Each escort with what a contractor said. */
static void escorts(struct page *g, const struct outing *o)
{
    for (int i = 0; i < o->n_escorts; i++) {
        more(g, escort_name(g->arena, g->problem, o->escorts[i]));
        in_brackets(g, outing_answer(g->sheet, o, o->escorts[i]));
    }
}

static void words(struct page *g, const struct entry *e)
{
    const struct outing *o = e->outing;
    page_element(g, " ", outing_activity(g->arena, g->sheet, o), "");
    if (e->place != ENTRY_OF_CLIENT)
        more(g, outing_clients(g->arena, g->sheet, o));
    more(g, outing_place(g->arena, g->sheet, o));
    if (e->place == ENTRY_OF_CLIENT) {
        escorts(g, o);
        return;
    }
    more(g, beside(g, o, e->person));
    in_brackets(g, outing_answer(g->sheet, o, e->person));
}

void page_entry(struct page *g, const struct entry *e)
{
    struct scale *c = g->scale;
    const struct outing *o = e->outing;
    int start = scale_column(c, e->day, o->start);
    int end = scale_column(c, e->day, o->start + o->minutes);
    text_print(&g->out, "<b class=\"%s\">", scale_length(c, end - start));
    if (e->place != ENTRY_OF_DAY)
        page_element(g, "", weekday_short(e->day), " ");
    page_element(g, "", span_phrase(g->arena, c->week, o->start, o->start + o->minutes), "</b>");
    changed_word(g, o);
    words(g, e);
}
