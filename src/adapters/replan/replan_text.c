#include "adapters/replan/replan_told.h"

#include "adapters/text/phrase.h"
#include "adapters/text/table.h"
#include "base/text.h"

#include <inttypes.h>

/* ---- what is known -------------------------------------------------------- */

static int served(const struct roster *r)
{
    int n = 0;

    for (int i = 0; i < r->n_requests; i++)
        n += roster_serves(r, i);
    return n;
}

static const char *proof_phrase(struct arena *a, const struct tier_result *t, bool as_delivered)
{
    if (t->bound >= t->value && as_delivered)
        return _("proved: nobody who delivers as much of each visit changes less");
    if (t->bound >= t->value)
        return _("proved: there is no lawful roster with less");
    return arena_print(a, _("no lawful roster has less than %" PRId64), t->bound);
}

/* Visits that were to be and are not any more, though nobody called them off. */
static const char *fallen_phrase(struct arena *a, const struct replan_sheet *s)
{
    const char **list = NEW_ARRAY(a, const char *, s->before->n_requests + 1);
    int n = 0;

    for (int i = 0; i < s->before->n_requests; i++) {
        int row = problem_find_request(s->after, s->before->requests[i].id);
        if (row == NONE || !roster_serves(s->roster_before, i) || roster_serves(s->roster, row))
            continue;
        list[n++] = arena_print(a, _("%s on %s"), visit_phrase(a, s->before, i),
                                moment_sentence(a, &s->before->week, s->roster_before->visits[i].start));
    }
    return n > 0 ? and_list(a, list, n) : _("no visit");
}

static const char *new_phrase(struct arena *a, const struct replan_sheet *s, int request)
{
    const struct visit *v = &s->roster->visits[request];
    const char *what = arena_print(a, "%s (%s)", visit_phrase(a, s->after, request),
                                   s->after->requests[request].id);

    if (v->n_escorts == 0)
        return arena_print(a, _("%s is not served. %s"), what,
                           unserved_sentence(a, s->after, request));
    return arena_print(a, _("%s: %s–%s with %s"), what,
                       moment_sentence(a, &s->after->week, v->start),
                       clock_phrase(a, &s->after->week, v->start + v->minutes),
                       escort_names(a, s->after, v->escorts, v->n_escorts));
}

static const char *points_phrase(struct arena *a, const struct replan_sheet *s)
{
    if (!s->events)
        return arena_print(a, _("%" PRId64 " points before, %" PRId64 " now"), s->rights_before,
                           s->rights.value);
    return arena_print(a, _("%" PRId64 " points before, %" PRId64 " now; %s"), s->rights_before,
                       s->rights.value, proof_phrase(a, &s->rights, false));
}

static void row(struct table *t, const char *what, const char *said)
{
    table_add(t, (const char *[]){what, said});
}

/* What a scheduler asks first comes first. */
static void known_print(struct text *out, const struct replan_sheet *s, int width)
{
    struct arena *a = out->arena;
    struct table t = table_new(a, 2, false);
    int people = news_people(s->news, s->n);

    if (s->after->now > 0)
        row(&t, _("As of"), moment_sentence(a, &s->after->week, s->after->now));
    row(&t, _("Served"),
        arena_print(a, _("%d of %d before, %d of %d now"), served(s->roster_before),
                    s->before->n_requests, served(s->roster), s->after->n_requests));
    for (int r = 0; s->events && r < s->after->n_requests; r++)
        if (problem_find_request(s->before, s->after->requests[r].id) == NONE)
            row(&t, _("New"), new_phrase(a, s, r));
    row(&t, _("Falls out"), fallen_phrase(a, s));
    row(&t, _("Told anew"), arena_print(a, PLURAL("%d person", "%d people", people), people));
    row(&t, _("Rights"), points_phrase(a, s));
    if (s->events)
        row(&t, _("Changes"),
            arena_print(a, _("%" PRId64 " points by notice; %s"), s->told.value,
                        proof_phrase(a, &s->told, s->as_delivered)));
    table_print(out, &t, 0, width, false);
}

/* ---- what is cut short ---------------------------------------------------- */

/* Whoever leaves in the middle of a visit that has begun leaves the client alone: that is
 * for people to see to, at once. */
static void cut_short_print(struct text *out, const struct replan_sheet *s, const struct event *e,
                            int width)
{
    struct arena *a = out->arena;
    const struct problem *p = s->after;

    for (int r = 0; r < p->n_requests; r++) {
        const struct visit *v = &s->roster->visits[r];
        bool there = false;
        for (int i = 0; i < v->n_escorts; i++)
            there |= v->escorts[i] == e->escort;
        if (there && v->start < p->now && v->start < e->to && v->start + v->minutes > e->from &&
            v->start + v->minutes > p->now)
            paragraph_print(out, "! ",
                            arena_print(a, _("%s has begun with %s, who goes before it ends: "
                                             "see to it that somebody takes over."),
                                        visit_phrase(a, p, r), escort_name(a, p, e->escort)),
                            width);
    }
}

/* ---- what must not be overlooked ------------------------------------------ */

static void moved_print(struct text *out, const struct replan_sheet *s, const struct event *e,
                        int width)
{
    struct arena *a = out->arena;
    int row = problem_find_request(s->after, s->before->requests[e->request].id);

    if (row != NONE && !roster_serves(s->roster, row))
        paragraph_print(out, "! ",
                        arena_print(a, _("%s cannot be carried out then: %s"),
                                    visit_phrase(a, s->after, row),
                                    unserved_sentence(a, s->after, row)),
                        width);
}

static void unpinned_print(struct text *out, const struct replan_sheet *s, int width)
{
    struct arena *a = out->arena;

    for (int i = 0; s->events && i < s->before->n_requests; i++) {
        const struct request *q = &s->before->requests[i];
        int row = problem_find_request(s->after, q->id);
        if (!q->held && q->n_pin_escorts > 0 && row != NONE && s->after->requests[row].n_pin_escorts == 0)
            paragraph_print(out, "! ",
                            arena_print(a, _("%s was pinned to %s, and is not any more."),
                                        visit_phrase(a, s->before, i),
                                        escort_names(a, s->before, q->pin_escorts, q->n_pin_escorts)),
                            width);
    }
}

static void vetoed_print(struct text *out, const struct vetoed *v, int width)
{
    struct arena *a = out->arena;
    const char *week = arena_print(a, "%04d-W%02d", v->week.year, v->week.week);

    paragraph_print(out, "! ",
                    arena_print(a, PLURAL("%d visit of %s is against it too: plan that week anew with "
                                          "--week %s %s.",
                                          "%d visits of %s are against it too: plan that week anew "
                                          "with --week %s %s.", v->visits),
                                v->visits, week, week, v->said),
                    width);
}

static void attention_print(struct text *out, const struct replan_sheet *s, int width)
{
    for (int i = 0; s->events && i < s->events->n; i++) {
        const struct event *e = &s->events->list[i];
        if (e->kind == EVENT_SICK || e->kind == EVENT_LEAVES)
            cut_short_print(out, s, e, width);
        if (e->kind == EVENT_MOVE)
            moved_print(out, s, e, width);
    }
    unpinned_print(out, s, width);
    for (int i = 0; i < s->n_vetoed; i++)
        vetoed_print(out, &s->vetoed[i], width);
}

/* ---- the whole ------------------------------------------------------------ */

const char *replan_text(struct arena *a, const struct replan_sheet *s, int width)
{
    struct text out = text_new(a);

    for (int i = 0; s->events && i < s->events->n; i++)
        paragraph_print(&out, "- ", event_phrase(a, s->before, &s->events->list[i]), width);
    attention_print(&out, s, width);
    known_print(&out, s, width);
    news_print(&out, s->after, s->news, s->n, width);
    if (s->known)
        text_print(&out, "\n%s\n", _("Nothing changes, and nothing was written."));
    else if (!s->dry && s->n > 0)
        text_print(&out, "\n%s\n", _("Calendars and pages are as they were until 'ledsaga publish' or "
                                     "'ledsaga export' hands them out."));
    else if (s->dry)
        text_print(&out, "\n%s\n", _("Nothing was written."));
    return text_done(&out);
}
