/* A frontier in a terminal: its points, what is proved between them, and what one more
 * escort would give. */
#include "adapters/phrase.h"
#include "adapters/report_view.h"
#include "adapters/table.h"
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
    return axis == AXIS_COST ? money_phrase(a, value)
                             : arena_print(a, _("%s points"), number_phrase(a, value, 1, 0));
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

static void points_print(struct text *out, const struct frontier *f, int width, bool colour)
{
    struct arena *a = out->arena;
    const char *heads[] = {_(AXIS_ROWS[f->axis[0]].text), _(AXIS_ROWS[f->axis[1]].text),
                           _("saved, for more of the first"), _("verdict")};
    struct table t = table_new(a, 4, true);
    t.right = 7;
    table_add(&t, heads);
    for (int i = 0; i < f->n; i++) {
        const struct frontier_point *p = &f->points[i];
        const char *cells[] = {value_phrase(a, f->axis[0], p->at[0]),
                               value_phrase(a, f->axis[1], p->at[1]), rate_phrase(a, f, i),
                               p->settled ? _("proved: none is better in its weighing")
                                          : _("found; a better one is not ruled out")};
        table_add(&t, cells);
    }
    heading_print(out, _("Points"), colour);
    table_print(out, &t, MARGIN, width, colour);
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
    if (!m->verified)
        return "";
    return m->gain[0] == m->gain[1]
               ? arena_print(a, _("%" PRId64 ", proved"), m->gain[0])
               : arena_print(a, _("%" PRId64 " to %" PRId64), m->gain[0], m->gain[1]);
}

static void marginals_print(struct text *out, const struct marginals *m, int width, bool colour)
{
    enum { SHOWN = 20 };
    struct arena *a = out->arena;
    const char *heads[] = {_("one more escort with"), _("day"), _("at most"), _("gained"),
                           _("delivered more")};
    struct table t = table_new(a, 5, true);
    t.right = 0x14;
    table_add(&t, heads);
    int n = 0;
    while (n < m->n && (m->list[n].most != 0 || m->list[n].verified))
        n++;
    for (int i = 0; i < n && i < SHOWN; i++) {
        const struct marginal *x = &m->list[i];
        const char *cells[] = {kind_phrase(a, x), weekday_long(x->day),
                               x->most < 0 ? "–" : number_phrase(a, x->most, 1, 0),
                               gain_phrase(a, x), x->verified ? minutes_phrase(a, x->minutes) : ""};
        table_add(&t, cells);
    }
    heading_print(out, _("One more escort: points of rights"), colour);
    table_print(out, &t, MARGIN, width, colour);
    if (n > SHOWN)
        paragraph_print(out, "  ", arena_print(a, _("and %d more, which promise no more"), n - SHOWN),
                        width);
    if (n < m->n)
        paragraph_print(out, "  ",
                        arena_print(a, _("%d other kinds and days would give nothing, proved"),
                                    m->n - n),
                        width);
    paragraph_print(out, "",
                    _("Employed by the hour, 8 to 22 on that day, accepted by everybody. At most: "
                      "no roster can gain more, by the prices that prove the week. Gained: solved "
                      "anew."),
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
    points_print(&out, f, width, colour);
    if (m->n > 0)
        marginals_print(&out, m, width, colour);
    return text_done(&out);
}
