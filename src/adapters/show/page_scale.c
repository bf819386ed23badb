#include "adapters/show/page_scale.h"

#include <string.h>

/* The words of the last entry of a row have at least this much room. */
enum { ROOM = 3 * HOUR, SHORTEST = 9 * HOUR, MORNING = 8 * HOUR, FINEST = 5 };

/* What lasts past midnight is drawn on the day it begins, as far as there is room. */
static void widen(int *from, int *to, const struct week *w, int start, int end)
{
    int day = listed_day(w, start), border = w->day_start[day];
    int until = end < w->day_start[day + 1] ? end : w->day_start[day + 1];
    start = start > border ? start - border : 0;
    *from = start < *from ? start : *from;
    *to = until - border > *to ? until - border : *to;
    *to = start + ROOM > *to ? start + ROOM : *to;
}

struct scale *scale_new(struct arena *a, const struct sheet *s)
{
    struct scale *c = NEW(a, struct scale);
    int from = DAY, to = 0;
    for (int r = 0; r < s->roster->n_requests; r++) {
        const struct visit *v = &s->roster->visits[r];
        if (roster_serves(s->roster, r))
            widen(&from, &to, &s->problem->week, v->start, v->start + v->minutes);
    }
    c->arena = a;
    c->week = &s->problem->week;
    c->from = to == 0 ? MORNING : from / HOUR * HOUR;
    c->minutes = to == 0 ? SHORTEST : (to - c->from + HOUR - 1) / HOUR * HOUR;
    if (c->minutes < SHORTEST)
        c->minutes = SHORTEST;
    c->step = HOUR % s->problem->grid || s->problem->grid < FINEST ? FINEST : s->problem->grid;
    c->columns = c->minutes / c->step;
    c->start_used = NEW_ARRAY(a, bool, c->columns + 1);
    c->length_used = NEW_ARRAY(a, bool, c->columns + 1);
    return c;
}

int scale_begin(const struct scale *c, int day)
{
    return c->week->day_start[day] + c->from;
}

int scale_column(const struct scale *c, int day, int minute)
{
    int after = minute - scale_begin(c, day);
    if (after <= 0)
        return 0;
    return after >= c->minutes ? c->columns : (after + c->step / 2) / c->step;
}

const char *scale_start(struct scale *c, int column)
{
    c->start_used[column] = true;
    return arena_print(c->arena, "a%d", column);
}

const char *scale_length(struct scale *c, int columns)
{
    int n = columns > 0 ? columns : 1;
    c->length_used[n] = true;
    return arena_print(c->arena, "w%d", n);
}

/* "37.5%", "41.67%" */
static const char *per_cent(struct arena *a, int part, int whole)
{
    int hundredths = (part * 10000 + whole / 2) / whole;
    if (hundredths % 100 == 0)
        return arena_print(a, "%d%%", hundredths / 100);
    return hundredths % 10 == 0
               ? arena_print(a, "%d.%d%%", hundredths / 100, hundredths / 10 % 10)
               : arena_print(a, "%d.%02d%%", hundredths / 100, hundredths % 100);
}

/* Stops of a gradient: `to` is where the colour ends. */
static void stop_add(struct text *t, const char *colour, const char *to)
{
    text_print(t, "%s%s 0 %s", t->length ? "," : "", colour, to);
}

static const char *stops(const struct scale *c, int day, const struct span *spans, int n)
{
    struct text t = text_new(c->arena);
    int begin = scale_begin(c, day), done = 0;
    for (int i = 0; i < n; i++) {
        int from = spans[i].from - begin, to = spans[i].to - begin;
        if (to <= done || from >= c->minutes)
            continue;
        if (from > done)
            stop_add(&t, "var(--off)", per_cent(c->arena, from, c->minutes));
        if (to < c->minutes)
            stop_add(&t, "var(--paper)", per_cent(c->arena, to, c->minutes));
        done = to < c->minutes ? to : c->minutes;
    }
    if (done == 0)
        return "var(--off) 0 100%";
    if (done < c->minutes)
        text_add(&t, ",var(--off) 0");
    else if (t.length > 0)
        text_add(&t, ",var(--paper) 0");
    return text_done(&t);
}

const char *scale_shade(struct scale *c, int day, const struct span *spans, int n)
{
    const char *shade = stops(c, day, spans, n);
    if (!*shade)
        return "";
    int i = 0;
    while (i < c->n_shades && strcmp(c->shades[i], shade) != 0)
        i++;
    if (i == c->n_shades)
        ARENA_PUSH(c->arena, c->shades, c->n_shades, c->capacity, shade);
    return arena_print(c->arena, "p%d", i);
}

static void classes_add(const struct scale *c, struct text *out, const char *name,
                        const bool *used)
{
    for (int i = 0; i <= c->columns; i++)
        if (used[i])
            text_print(out, ".%c%d{--%c:%s}", *name, i, *name,
                       per_cent(c->arena, i, c->columns));
    text_add(out, "\n");
}

void scale_style(const struct scale *c, struct text *out)
{
    text_print(out, ":root{--hours:%d}\n", c->minutes / HOUR);
    classes_add(c, out, "a", c->start_used);
    classes_add(c, out, "w", c->length_used);
    for (int i = 0; i < c->n_shades; i++)
        text_print(out, ".p%d{--p:linear-gradient(90deg,%s)}\n", i, c->shades[i]);
}
