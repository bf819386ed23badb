#include "adapters/replan_told.h"

#include "adapters/phrase.h"
#include "adapters/plain.h"
#include "adapters/table.h"
#include "base/text.h"

#include <inttypes.h>

enum { MARGIN = 2 };

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

static void known_print(struct text *out, const struct replan_sheet *s, int width)
{
    struct arena *a = out->arena;
    struct table t = table_new(a, 2, false);
    int people = news_people(s->news, s->n);

    table_add(&t, (const char *[]){
                      _("Served"),
                      arena_print(a, _("%d of %d before, %d of %d now"), served(s->roster_before),
                                  s->before->n_requests, served(s->roster),
                                  s->after->n_requests)});
    table_add(&t, (const char *[]){
                      _("Rights"),
                      s->events ? arena_print(a, _("%" PRId64 " points before, %" PRId64 " now; %s"),
                                              s->rights_before, s->rights.value,
                                              proof_phrase(a, &s->rights, false))
                                : arena_print(a, _("%" PRId64 " points before, %" PRId64 " now"),
                                              s->rights_before, s->rights.value)});
    table_add(&t, (const char *[]){
                      _("Told anew"),
                      arena_print(a, PLURAL("%d person", "%d people", people), people)});
    if (s->events)
        table_add(&t, (const char *[]){_("Changes"),
                                       arena_print(a, _("%" PRId64 " points by notice; %s"),
                                                   s->told.value, proof_phrase(a, &s->told, s->as_delivered))});
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

/* ---- who is told what ----------------------------------------------------- */

static const char *person_name(struct arena *a, const struct problem *p, const struct news *x)
{
    if (x->person == NONE)
        return plain_line(a, x->id);
    return x->kind == PERSON_CLIENT ? client_name(a, p, x->person) : escort_name(a, p, x->person);
}

static const char *kind_phrase(const struct news *x)
{
    return x->kind == PERSON_CLIENT ? _("client") : _("escort");
}

static const char *facts_phrase(struct arena *a, const struct week *w,
                                const struct appointment_facts *f)
{
    /* TRANSLATORS: day and time, activity, people */
    return arena_print(a, _("%s–%s %s with %s"),
                       moment_sentence(a, w, week_minute_of_utc(w, f->start_utc)),
                       clock_phrase(a, w, week_minute_of_utc(w, f->end_utc)),
                       plain_line(a, f->activity), and_list(a, f->names, f->n_names));
}

static const char *item_phrase(struct arena *a, const struct week *w, const struct news_item *x)
{
    switch (x->kind) {
    case NEWS_NEW:
        return arena_print(a, _("new: %s"), facts_phrase(a, w, x->now));
    case NEWS_CANCELLED:
        return arena_print(a, _("cancelled: %s"), facts_phrase(a, w, x->before));
    case NEWS_CHANGED:
        break;
    }
    return arena_print(a, "%s -> %s", facts_phrase(a, w, x->before), facts_phrase(a, w, x->now));
}

static void person_print(struct text *out, const struct replan_sheet *s, const struct news *x,
                         int width)
{
    struct arena *a = out->arena;

    paragraph_print(out, "  ",
                    arena_print(a, "%s (%s, %s)", person_name(a, s->after, x), kind_phrase(x),
                                plain_line(a, x->id)),
                    width);
    for (int i = 0; i < x->n; i++)
        paragraph_print(out, "    ", item_phrase(a, &s->after->week, &x->list[i]), width);
}

static void people_print(struct text *out, const struct replan_sheet *s, bool know, int width)
{
    bool any = false;

    for (int i = 0; i < s->n; i++) {
        if (s->news[i].knows != know)
            continue;
        if (!any)
            text_print(out, "\n%s\n", know ? _("They know already:") : _("Who is told what:"));
        any = true;
        person_print(out, s, &s->news[i], width);
    }
}

/* ---- whom to ring --------------------------------------------------------- */

static const char *why_phrase(const struct news *x)
{
    if (x->loses)
        return _("loses an outing");
    return x->asked ? _("must accept") : "";
}

static void phone_print(struct text *out, const struct replan_sheet *s, int width)
{
    struct arena *a = out->arena;
    struct table t = table_new(a, 5, false);

    for (int i = 0; i < s->n && !s->news[i].knows; i++) {
        const struct news *x = &s->news[i];
        int first = week_minute_of_utc(&s->after->week, x->first_utc);
        table_add(&t, (const char *[]){arena_print(a, "%d.", i + 1), person_name(a, s->after, x),
                                       kind_phrase(x), moment_sentence(a, &s->after->week, first),
                                       why_phrase(x)});
    }
    if (t.n_rows == 0)
        return;
    text_print(out, "\n%s\n", _("To ring, in this order:"));
    t.right = 1u;
    table_print(out, &t, MARGIN, width, false);
}

/* ---- the whole ------------------------------------------------------------ */

const char *replan_text(struct arena *a, const struct replan_sheet *s, int width)
{
    struct text out = text_new(a);

    for (int i = 0; s->events && i < s->events->n; i++)
        paragraph_print(&out, "- ", event_phrase(a, s->before, &s->events->list[i]), width);
    for (int i = 0; s->events && i < s->events->n; i++)
        if (s->events->list[i].kind == EVENT_SICK || s->events->list[i].kind == EVENT_LEAVES)
            cut_short_print(&out, s, &s->events->list[i], width);
    known_print(&out, s, width);
    people_print(&out, s, false, width);
    people_print(&out, s, true, width);
    phone_print(&out, s, width);
    if (s->dry)
        text_print(&out, "\n%s\n", _("Nothing was written."));
    return text_done(&out);
}
