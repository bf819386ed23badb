/* A frontier in a terminal: its points, what is proved between them, and what one more
 * escort would give. */
#include "adapters/text/phrase.h"
#include "adapters/report/report_view.h"
#include "adapters/text/table.h"
#include "ledsaga/frontier.h"

#include <inttypes.h>

enum { MARGIN = 2 };

static void heading_print(struct text *out, const char *s, bool colour)
{
    text_print(out, colour ? "\n\033[1m%s\033[0m\n" : "\n%s\n", s);
}

static const char *value_phrase(struct arena *a, enum axis axis, int64_t value)
{
    if (axis == AXIS_UNDELIVERED)
        return minutes_phrase(a, value);
    return arena_print(a, axis == AXIS_COST ? _("%s kr") : _("%s points"),
                       number_phrase(a, value, axis == AXIS_COST ? 100 : 1, 0));
}

/* ---- points ------------------------------------------------------------- */

/* What a unit less of the first takes more of the second, from the point above to this. */
static const char *rate_phrase(struct arena *a, const struct frontier *f, int i)
{
    if (i == 0)
        return "";
    int64_t more = f->points[i].at[0] - f->points[i - 1].at[0];
    int64_t less = f->points[i - 1].at[1] - f->points[i].at[1];
    return arena_print(a, _("%s for %s"), value_phrase(a, f->axis[1], less),
                       value_phrase(a, f->axis[0], more));
}

static const char *verdict_phrase(struct arena *a, const struct frontier *f, int i)
{
    double gap = frontier_gap(f, i);
    if (f->points[i].settled)
        return _("proved: none is better in its weighing");
    return gap < 0 ? _("found, nothing is proved of it")
                   : arena_print(a, _("found; with as much of the first, at most %s less"),
                                 value_phrase(a, f->axis[1], (int64_t)(gap + 0.5)));
}

static void points_print(struct text *out, const struct problem *p, const struct frontier *f,
                         int width, bool colour)
{
    struct arena *a = out->arena;
    const char *heads[] = {_(AXIS_ROWS[f->axis[0]].text), _(AXIS_ROWS[f->axis[1]].text),
                           _("saved, for more of the first"), _("verdict")};
    struct table t = table_new(a, 4, true);
    t.right = 7;
    table_add(&t, heads);
    for (int i = 0; i < f->n; i++) {
        const struct frontier_point *x = &f->points[i];
        const char *cells[] = {value_phrase(a, f->axis[0], x->at[0]),
                               value_phrase(a, f->axis[1], x->at[1]), rate_phrase(a, f, i),
                               verdict_phrase(a, f, i)};
        table_add(&t, cells);
    }
    heading_print(out, _("Points of the curve"), colour);
    table_print(out, &t, MARGIN, width, colour);
    bool changes = f->axis[0] == AXIS_CHANGES || f->axis[1] == AXIS_CHANGES;
    if (changes && p->published == 0)
        paragraph_print(out, "",
                        _("Nothing of this week was given out: there is nothing to change from."),
                        width);
    else if (f->n == 1 && f->points[0].settled)
        paragraph_print(out, "",
                        _("As far as was found the two do not pull against each other in this "
                          "week: one roster has the least of both."),
                        width);
    if (f->axis[0] == AXIS_COST || f->axis[1] == AXIS_COST)
        paragraph_print(out, "",
                        _("The cost is that of visits alone: wages and fees with what is added to "
                          "them, expenses and rides. Contract hours without a visit, travel and "
                          "planners' time are not in it; they are in 'ledsaga whatif'."),
                        width);
}

/* ---- one more escort ---------------------------------------------------- */

static const char *kind_phrase(struct arena *a, const struct marginal *m)
{
    if (m->skill)
        return m->skill;
    return m->language ? arena_print(a, _("language %s"), m->language) : _("no particular skill");
}

static const char *gain_phrase(struct arena *a, const struct marginal *m)
{
    const char *least = number_phrase(a, m->gain[0], 1, 0);
    return m->gain[0] == m->gain[1]
               ? arena_print(a, _("%s, proved"), least)
               : arena_print(a, _("%s to %s"), least, number_phrase(a, m->gain[1], 1, 0));
}

static void verified_print(struct text *out, const struct marginals *m, int n, int width, bool colour)
{
    struct arena *a = out->arena;
    const char *heads[] = {_("one more escort with"), _("day"), _("at most, by prices"),
                           _("gained, solved anew"), _("delivered more")};
    struct table t = table_new(a, 5, true);
    t.right = 0x1c;
    table_add(&t, heads);
    for (int i = 0; i < n; i++) {
        const struct marginal *x = &m->list[i];
        const char *cells[] = {kind_phrase(a, x), weekday_long(x->day),
                               x->most < 0 ? "–" : number_phrase(a, x->most, 1, 0),
                               gain_phrase(a, x), minutes_phrase(a, x->minutes)};
        table_add(&t, cells);
    }
    if (n > 0)
        table_print(out, &t, MARGIN, width, colour);
}

/* What was not solved anew, by what the prices say of it. */
static void others_print(struct text *out, const struct marginals *m, int from, int width)
{
    struct arena *a = out->arena;
    int64_t most = 0;
    int nothing = 0, some = 0, unknown = 0;
    for (int i = from; i < m->n; i++) {
        nothing += m->list[i].most == 0;
        unknown += m->list[i].most < 0;
        some += m->list[i].most > 0;
        most = m->list[i].most > most ? m->list[i].most : most;
    }
    if (some > 0)
        paragraph_print(out, "  ",
                        arena_print(a, PLURAL("%d other kind and day would give at most %s; --top "
                                              "solves more of them anew",
                                              "%d other kinds and days would give at most %s each; "
                                              "--top solves more of them anew",
                                              some),
                                    some, number_phrase(a, most, 1, 0)),
                        width);
    if (unknown > 0)
        paragraph_print(out, "  ",
                        arena_print(a, PLURAL("of %d other kind and day the prices say nothing",
                                              "of %d other kinds and days the prices say nothing",
                                              unknown),
                                    unknown),
                        width);
    if (nothing > 0)
        paragraph_print(out, "  ",
                        arena_print(a, PLURAL("%d other kind and day would give nothing, proved",
                                              "%d other kinds and days would give nothing, proved",
                                              nothing),
                                    nothing),
                        width);
}

static void marginals_print(struct text *out, const struct marginals *m, int width, bool colour)
{
    int n = 0;
    heading_print(out, _("One more escort: points of rights"), colour);
    if (m->rights.value == 0) {
        paragraph_print(out, "  ",
                        _("All that was asked for can be delivered: one more escort would give "
                          "nothing here."),
                        width);
        return;
    }
    while (n < m->n && m->list[n].verified)
        n++;
    verified_print(out, m, n, width, colour);
    others_print(out, m, n, width);
    paragraph_print(out, "",
                    _("Employed by the hour, 8 to 22 on that day, accepted by everybody; the week "
                      "planned from the beginning. At most: no roster can gain more, by the prices "
                      "that prove the week."),
                    width);
}

const char *frontier_text(struct arena *a, const struct problem *p, const struct frontier *f,
                          const struct marginals *m, int width, bool colour)
{
    struct text out = text_new(a);
    paragraph_print(&out, "", arena_print(a, "%s, %s", p->unit_name, week_phrase(a, &p->week)),
                    width);
    paragraph_print(&out, "",
                    f->rights_kept
                        ? _("Among the rosters with the best rights that were found; nothing but "
                            "the two counts.")
                        : _("Time delivered is weighed here, and does not come first; nothing but "
                            "the two counts."),
                    width);
    points_print(&out, p, f, width, colour);
    if (m)
        marginals_print(&out, m, width, colour);
    return text_done(&out);
}
