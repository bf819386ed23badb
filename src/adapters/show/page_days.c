/* The days: for each a row for everybody who works, hours along the top. An entry is as
 * wide as there is room until the escort's next one, and above its words lies a line
 * of its real length; what happens at the same time goes below. Rows begin with
 * whoever begins first. */
#include "adapters/show/page.h"
#include "adapters/text/phrase.h"

#include <stdlib.h>

struct day_row {
    int start, escort;
};

static int by_start(const void *x, const void *y)
{
    const struct day_row *a = x, *b = y;
    if (a->start != b->start)
        return (a->start > b->start) - (a->start < b->start);
    return (a->escort > b->escort) - (a->escort < b->escort);
}

/* A night belongs to both its days, if the second is drawn from so early on. */
static bool meets_day(const struct page *g, const struct outing *o, int day)
{
    return page_on_day(g, o, day) || (o->start < g->problem->week.day_start[day] &&
                                      o->start + o->minutes > scale_begin(g->scale, day));
}

static const struct outing **entries_of(const struct page *g, int escort, int day, int *n)
{
    const struct escort_outings *e = &g->escorts[escort];
    const struct outing **list = NEW_ARRAY(g->arena, const struct outing *, e->n + 1);
    *n = 0;
    for (int i = 0; i < e->n; i++)
        if (meets_day(g, &e->outings[i], day))
            list[(*n)++] = &e->outings[i];
    return list;
}

static struct day_row *rows_of(const struct page *g, int day, int *n)
{
    struct day_row *rows = NEW_ARRAY(g->arena, struct day_row, g->problem->n_escorts + 1);
    *n = 0;
    for (int e = 0; e < g->problem->n_escorts; e++) {
        int n_entries;
        const struct outing **entries = entries_of(g, e, day, &n_entries);
        if (n_entries > 0)
            rows[(*n)++] = (struct day_row){entries[0]->start, e};
    }
    qsort(rows, (size_t)*n, sizeof *rows, by_start);
    return rows;
}

/* Minutes from where the escort was before, if that was on the same day; 0 also where there
 * is not so much time. */
static int travel_before(const struct page *g, int escort, int day, const struct outing *o)
{
    const struct work *w = &g->escorts[escort].work;
    for (int i = 1; i < w->n; i++) {
        const struct duty *last = &w->duties[i - 1], *next = &w->duties[i];
        int minutes = travel_minutes(g->problem, last->to, next->from);
        if (next->request == o->requests[0] && last->end > g->problem->week.day_start[day] &&
            last->end + minutes <= next->start)
            return minutes;
    }
    return 0;
}

static void travel(struct page *g, int escort, int day, const struct outing *o)
{
    int minutes = travel_before(g, escort, day, o);
    if (minutes == 0)
        return;
    text_print(&g->out, " <i class=\"%s\">",
               scale_length(g->scale, (minutes + g->scale->step / 2) / g->scale->step));
    page_element(g, "", arena_print(g->arena, _("travel before: %s"),
                                    length_phrase(g->arena, minutes)),
                 "</i>");
}

/* room: columns until the next entry beside it. */
static void entry(struct page *g, int escort, int day, const struct outing *o, int room)
{
    struct scale *c = g->scale;
    text_print(&g->out, "<li class=\"%s", scale_start(c, scale_column(c, day, o->start)));
    text_print(&g->out, " %s%s\">", scale_length(c, room), page_entry_mark(g, o));
    page_entry(g, &(struct entry){ENTRY_OF_DAY, o, escort, day});
    travel(g, escort, day, o);
    page_add(g, "</li>");
}

/* Entries that follow each other share a line of the row. */
static void row_lines(struct page *g, int escort, int day)
{
    const struct escort *who = &g->problem->escorts[escort];
    const struct scale *c = g->scale;
    int n;
    const struct outing **list = entries_of(g, escort, day, &n);
    const char *shade = scale_shade(g->scale, day, who->available, who->n_available);
    const char *open = *shade ? arena_print(g->arena, "<ul class=\"%s\">", shade) : "<ul>";
    page_add(g, open);
    for (int i = 0; i < n; i++) {
        int start = scale_column(c, day, list[i]->start);
        int end = scale_column(c, day, list[i]->start + list[i]->minutes);
        int next = i + 1 < n ? scale_column(c, day, list[i + 1]->start) : c->columns;
        bool apart = next >= end && next > start;
        entry(g, escort, day, list[i], (apart ? next : c->columns) - start);
        if (!apart && i + 1 < n)
            text_print(&g->out, "</ul>%s", open);
    }
    page_add(g, "</ul>");
}

/* "06" "07" ... over the columns; the screen reader has the times in the entries. */
static void hours(struct page *g, int day)
{
    const struct week *w = &g->problem->week;
    page_add(g, "<ol class=\"hours\" aria-hidden=\"true\">");
    for (int after = 0; after < g->scale->minutes; after += HOUR)
        text_print(&g->out, "<li>%02d</li>",
                   week_moment(w, scale_begin(g->scale, day) + after).hour);
    page_add(g, "</ol>\n");
}

static const char *day_sum(struct page *g, int day, int n_escorts)
{
    int n = page_visits(g, day);
    return arena_print(
        g->arena, "%s, %s", arena_print(g->arena, PLURAL("%d visit", "%d visits", n), n),
        arena_print(g->arena, PLURAL("%d escort at work", "%d escorts at work", n_escorts),
                    n_escorts));
}

static void day(struct page *g, int d)
{
    const struct week *w = &g->problem->week;
    int n;
    const struct day_row *rows = rows_of(g, d, &n);
    int64_t begin = week_utc(w, scale_begin(g->scale, d));
    text_print(&g->out,
               "<section class=\"day d%d\" aria-labelledby=\"day%d\" data-utc=\"%lld\" "
               "data-minutes=\"%d\">\n<h3 id=\"day%d\">",
               d + 1, d + 1, (long long)begin, g->scale->minutes, d + 1);
    page_element(g, "", day_title(g->arena, w, d), "</h3>\n");
    if (n == 0) {
        page_element(g, "<p class=\"sum\">", _("No visits."), "</p>\n</section>\n");
        return;
    }
    page_element(g, "<p class=\"sum\">", day_sum(g, d, n), "</p>\n");
    hours(g, d);
    page_add(g, "<ul class=\"board\">\n");
    for (int i = 0; i < n; i++) {
        text_print(&g->out, "<li><a href=\"#e%d\">", rows[i].escort + 1);
        page_element(g, "", escort_name(g->arena, g->problem, rows[i].escort), "</a>");
        row_lines(g, rows[i].escort, d);
        page_add(g, "</li>\n");
    }
    page_add(g, "</ul>\n</section>\n");
}

static void key(struct page *g, const char *class, const char *words)
{
    text_print(&g->out, "<li class=\"%s\">", class);
    page_element(g, "", words, "</li>\n");
}

static void legend(struct page *g)
{
    page_add(g, "<ul class=\"keys\">\n");
    key(g, "v", _("visit"));
    if (g->problem->published)
        key(g, "c", _("changed visit"));
    key(g, "t", _("travel from the visit before"));
    key(g, "n", _("not available"));
    key(g, "h", _("now"));
    page_add(g, "</ul>\n");
}

void page_days(struct page *g)
{
    page_element(g, "<section class=\"view on\" id=\"days\" aria-labelledby=\"h-days\">\n"
                    "<h2 id=\"h-days\">",
                 _("By day"), "</h2>\n");
    legend(g);
    for (int d = 0; d < DAYS; d++)
        day(g, d);
    page_add(g, "</section>\n");
}
