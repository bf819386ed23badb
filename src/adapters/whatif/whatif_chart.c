#include "adapters/whatif/whatif_chart.h"

#include "adapters/text/markup.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const CHART_STYLE =
    ".chart{height:auto;max-width:46rem;background:none;border:0;overflow:visible}\n"
    ".chart text{fill:var(--ink);font-size:13px}.chart .small{fill:var(--quiet);font-size:11px}\n"
    ".chart line,.chart polyline{stroke:var(--ink);stroke-width:1.5;fill:none}\n"
    ".chart .axis{stroke:var(--line);stroke-width:1}.chart .first{stroke:var(--quiet);"
    "stroke-dasharray:4 3;stroke-width:1}\n"
    ".chart circle{fill:var(--bar)}.chart rect{fill:var(--bar)}\n"
    "figure{margin:1rem 0;break-inside:avoid}figcaption{font-weight:600}\n"
    ".wide{overflow-x:auto}.wide .chart{min-width:30rem}\n"
    "@media print{.chart{border:0;max-width:30rem}.wide{overflow:visible}}\n";

enum { WIDTH = 720, LABEL = 200, RIGHT = 120, ROW = 22, TOP = 6, BOTTOM = 26, TICKS = 4 };
enum { PLOT = WIDTH - LABEL - RIGHT };

struct scale {
    double from, to, step;
};

/* A step of 1, 2 or 5 times a power of ten, so that ends are round. */
static double step_of(double span)
{
    double raw = span / TICKS, ten = pow(10, floor(log10(raw)));
    double times = raw / ten;
    return ten * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
}

static struct scale scale_of(double least, double most)
{
    if (most - least < 1e-9) {
        double margin = fabs(most) > 1e-9 ? fabs(most) / 10 : 1;
        least -= margin;
        most += margin;
    }
    double step = step_of(most - least);
    return (struct scale){floor(least / step) * step, ceil(most / step) * step, step};
}

static double across(const struct scale *s, double value)
{
    return LABEL + PLOT * (value - s->from) / (s->to - s->from);
}

static double middle(int row)
{
    return TOP + ROW * row + ROW / 2.0;
}

/* ---- pieces ------------------------------------------------------------- */

static void chart_begin(struct text *out, const char *title, const char *about, int height)
{
    markup_element(out, "<figure>\n<figcaption>", title, "</figcaption>\n");
    markup_element(out, "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"", title, "\">\n");
    text_print(out, "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 %d %d\" aria-label=\"",
               (int)WIDTH, height);
    markup_element(out, "", arena_print(out->arena, "%s. %s", title, about), "\">\n");
}

static void chart_end(struct text *out)
{
    text_add(out, "</svg></div>\n</figure>\n");
}

static void text_at(struct text *out, double x, double y, const char *anchor, const char *kind,
                    const char *s)
{
    text_print(out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" class=\"%s\">", x, y, anchor,
               kind);
    markup_element(out, "", s, "</text>\n");
}

static void line_at(struct text *out, double x1, double y1, double x2, double y2, const char *kind)
{
    text_print(out, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"%s%s%s/>\n", x1, y1, x2,
               y2, *kind ? " class=\"" : "", kind, *kind ? "\"" : "");
}

/* The axis below the rows, with its ticks; units are the measure's. */
static void axis_add(struct text *out, const struct scale *s, int rows)
{
    double step = s->step, bottom = TOP + ROW * rows;
    for (double at = s->from; at < s->to + step / 2; at += step) {
        const char *said = number_shown(out->arena, fabs(at) < step / 1000 ? 0.0 : at,
                                        step < 0.1 ? 2 : step < 1 ? 1 : 0);
        line_at(out, across(s, at), TOP, across(s, at), bottom, "axis");
        text_at(out, across(s, at), bottom + 15, "middle", "small", said);
    }
}

/* ---- measures ----------------------------------------------------------- */

static struct scale measure_scale(const struct comparison *c, int first, int n, enum measure m)
{
    double least = INFINITY, most = -INFINITY;
    for (int s = first; s < first + n; s++) {
        const struct compared *x = &c->measure[s][m];
        if (!x->there)
            continue;
        least = fmin(least, measure_shown(m, x->least));
        most = fmax(most, measure_shown(m, x->most));
    }
    return isfinite(least) ? scale_of(least, most) : scale_of(0, 1);
}

static void measure_row(struct text *out, const struct scale *scale, const struct comparison *c,
                        int s, enum measure m)
{
    const struct compared *x = &c->measure[s][m];
    double y = middle(s);
    text_at(out, 0, y + 4, "start", "", c->scenarios[s].id);
    text_at(out, WIDTH, y + 4, "end", "", measure_phrase(out->arena, c, m, x->value, x->there));
    if (!x->there)
        return;
    line_at(out, across(scale, measure_shown(m, x->least)), y,
            across(scale, measure_shown(m, x->most)), y, "");
    text_print(out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\"/>\n",
               across(scale, measure_shown(m, x->value)), y);
}

void chart_measure(struct text *out, const struct comparison *c, enum measure m)
{
    struct scale scale = measure_scale(c, 0, c->n_scenarios, m);
    const char *unit = unit_phrase(m);
    const char *title = _(MEASURE_ROWS[m].text);
    if (*unit)
        title = arena_print(out->arena, "%s, %s", title, unit);
    chart_begin(out, title,
                _("Dots: mean of the runs; lines: from the least to the most of them; dashed: the "
                  "first scenario. The numbers are in the tables below."),
                TOP + ROW * c->n_scenarios + BOTTOM);
    axis_add(out, &scale, c->n_scenarios);
    if (c->measure[0][m].there) {
        double x = across(&scale, measure_shown(m, c->measure[0][m].value));
        line_at(out, x, TOP, x, TOP + ROW * c->n_scenarios, "first");
    }
    for (int s = 0; s < c->n_scenarios; s++)
        measure_row(out, &scale, c, s, m);
    chart_end(out);
}

/* ---- points ------------------------------------------------------------- */

static void tier_row(struct text *out, const struct scale *scale, const struct comparison *c,
                     int s, int tier)
{
    const struct compared_tier *x = &c->tier[s][tier];
    double y = middle(s), from = across(scale, x->bound), to = across(scale, x->value);
    text_at(out, 0, y + 4, "start", "", c->scenarios[s].id);
    text_at(out, WIDTH, y + 4, "end", "",
            x->bound < x->value ? arena_print(out->arena, "%s–%s",
                                              points_phrase(out->arena, x->bound),
                                              points_phrase(out->arena, x->value))
                                : points_phrase(out->arena, x->value));
    text_print(out, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"10\"/>\n", from - 2, y - 5,
               to - from + 4);
}

/* Scenarios that count points otherwise are left out: they are on another scale. */
void chart_tier(struct text *out, const struct comparison *c, int tier)
{
    double least = INFINITY, most = -INFINITY;
    for (int s = 0; s < c->n_scenarios; s++) {
        if (c->tier[s][tier].finding == FINDING_OTHER_RATES)
            continue;
        least = fmin(least, c->tier[s][tier].bound);
        most = fmax(most, c->tier[s][tier].value);
    }
    struct scale scale = scale_of(least, most);
    chart_begin(out, arena_print(out->arena, _("%s, points"), tier_title(tier)),
                _("Bars: from what is proved to what was found; where two bars do not overlap the "
                  "difference is proved. The numbers are in the table below."),
                TOP + ROW * c->n_scenarios + BOTTOM);
    axis_add(out, &scale, c->n_scenarios);
    for (int s = 0; s < c->n_scenarios; s++) {
        if (c->tier[s][tier].finding != FINDING_OTHER_RATES) {
            tier_row(out, &scale, c, s, tier);
            continue;
        }
        text_at(out, 0, middle(s) + 4, "start", "", c->scenarios[s].id);
        text_at(out, WIDTH, middle(s) + 4, "end", "small",
                _(finding_sentence(FINDING_OTHER_RATES, tier)));
    }
    chart_end(out);
}

/* ---- sweeps ------------------------------------------------------------- */

static bool number_of(const struct scenario *s, double *out)
{
    char *end;
    *out = strtod(s->value, &end);
    return *s->value && *end == 0;
}

int sweep_length(const struct comparison *c, int first)
{
    double value;
    int n = 0;
    while (first + n < c->n_scenarios && number_of(&c->scenarios[first + n], &value) &&
           strcmp(c->scenarios[first + n].family, c->scenarios[first].family) == 0)
        n++;
    return n > 2 ? n : 0;
}

enum { CURVE_LEFT = 60, CURVE_RIGHT = 20, CURVE_HEIGHT = 180, CURVE_BOTTOM = 40 };

static double curve_x(const struct scale *s, double value)
{
    return CURVE_LEFT +
           (WIDTH - CURVE_LEFT - CURVE_RIGHT) * (value - s->from) / (s->to - s->from);
}

static double curve_y(const struct scale *s, double value)
{
    return 10 + CURVE_HEIGHT - CURVE_HEIGHT * (value - s->from) / (s->to - s->from);
}

static void curve_axes(struct text *out, const struct scale *y, const char *below)
{
    double step = y->step;
    for (double at = y->from; at < y->to + step / 2; at += step) {
        line_at(out, CURVE_LEFT, curve_y(y, at), WIDTH - CURVE_RIGHT, curve_y(y, at), "axis");
        text_at(out, CURVE_LEFT - 6, curve_y(y, at) + 4, "end", "small",
                number_shown(out->arena, at, step < 1 ? 1 : 0));
    }
    text_at(out, WIDTH - CURVE_RIGHT, CURVE_HEIGHT + CURVE_BOTTOM + 6, "end", "small", below);
}

static void curve_point(struct text *out, const struct scale *sx, const struct scale *sy,
                        double at, enum measure m, const struct compared *x)
{
    double px = curve_x(sx, at);
    line_at(out, px, curve_y(sy, measure_shown(m, x->least)), px,
            curve_y(sy, measure_shown(m, x->most)), "");
    text_print(out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\"/>\n", px,
               curve_y(sy, measure_shown(m, x->value)));
}

void chart_sweep(struct text *out, const struct comparison *c, int first, int n, enum measure m)
{
    const struct scenario *s = &c->scenarios[first];
    struct scale sy = measure_scale(c, first, n, m), sx = {0, 1, 1};
    const char *unit = unit_phrase(m), *what = _(MEASURE_ROWS[m].text);
    struct text line = text_new(out->arena);
    double at;
    number_of(s, &sx.from);
    number_of(&c->scenarios[first + n - 1], &sx.to);
    chart_begin(out, arena_print(out->arena, "%s: %s%s%s", s->family, what, *unit ? ", " : "", unit),
                _("A curve through the means of the runs, with the least and the most of them."),
                CURVE_HEIGHT + CURVE_BOTTOM + 14);
    curve_axes(out, &sy, arena_print(out->arena, "%s%s%s", s->swept, *s->unit ? ", " : "", s->unit));
    for (int i = 0; i < n; i++) {
        const struct compared *x = &c->measure[first + i][m];
        number_of(&c->scenarios[first + i], &at);
        text_at(out, curve_x(&sx, at), CURVE_HEIGHT + 25, "middle", "small",
                c->scenarios[first + i].value);
        if (!x->there)
            continue;
        text_print(&line, "%.1f,%.1f ", curve_x(&sx, at), curve_y(&sy, measure_shown(m, x->value)));
        curve_point(out, &sx, &sy, at, m, x);
    }
    text_print(out, "<polyline points=\"%s\"/>\n", text_done(&line));
    chart_end(out);
}
