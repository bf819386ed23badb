#include "adapters/replan/news.h"

#include "adapters/text/phrase.h"
#include "adapters/text/plain.h"
#include "adapters/text/table.h"

static const char *person_name(struct arena *a, const struct problem *p, const struct news *x)
{
    if (x->person == NONE)
        return plain_line(a, x->id);
    return x->kind == PERSON_CLIENT ? client_name(a, p, x->person) : escort_name(a, p, x->person);
}

/* What the call is about beside the news themselves; "" = nothing. */
static const char *bearing(struct arena *a, const struct problem *p, const struct news *x)
{
    const char *loses = x->loses ? _("loses an outing") : "";

    if (x->asked)
        return _("must accept");
    if (x->waits_for == NONE)
        return loses;
    return arena_print(a, "%s%s%s", loses, *loses ? "; " : "",
                       arena_print(a, _("once %s has accepted"), escort_name(a, p, x->waits_for)));
}

static const char *person_phrase(struct arena *a, const struct problem *p, const struct news *x)
{
    const char *about = x->knows ? "" : bearing(a, p, x);

    return arena_print(a, "%s (%s, %s)%s%s", person_name(a, p, x),
                       x->kind == PERSON_CLIENT ? _("client") : _("escort"), plain_line(a, x->id),
                       *about ? ": " : "", about);
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

static void person_print(struct text *out, const char *first, const char *margin,
                         const struct problem *p, const struct news *x, int width)
{
    struct arena *a = out->arena;

    paragraph_print(out, first, person_phrase(a, p, x), width);
    for (int i = 0; i < x->n; i++)
        paragraph_print(out, margin, item_phrase(a, &p->week, &x->list[i]), width);
}

void news_print(struct text *out, const struct problem *p, const struct news *list, int n,
                int width)
{
    int people = news_people(list, n); /* they come first */

    if (people > 0)
        text_print(out, "\n%s\n", _("To ring, in this order:"));
    for (int i = 0; i < people; i++)
        person_print(out, arena_print(out->arena, "%4d. ", i + 1), "      ", p, &list[i], width);
    if (people < n)
        text_print(out, "\n%s\n", _("They know already:"));
    for (int i = people; i < n; i++)
        person_print(out, "  ", "    ", p, &list[i], width);
}
