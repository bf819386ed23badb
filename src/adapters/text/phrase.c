/* The small pieces of what people read. Weekdays and months are keys of the
 * translation and not the C library's, so that a machine without a Swedish locale
 * still says "onsdag". */
#include "adapters/text/phrase.h"

#include "adapters/text/plain.h"
#include "base/text.h"

#include <string.h>

const char *language_code(void)
{
    /* TRANSLATORS: the ISO 639 code of the language you translate to */
    return _("en");
}

const char *weekday_short(int weekday)
{
    static const char *const NAMES[] = {N_("Mon"), N_("Tue"), N_("Wed"),
                                        N_("Thu"), N_("Fri"), N_("Sat"),
                                        N_("Sun")};
    return _(NAMES[weekday]);
}

const char *weekday_long(int weekday)
{
    static const char *const NAMES[] = {
        N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
        N_("Friday"), N_("Saturday"), N_("Sunday")};
    return _(NAMES[weekday]);
}

static const char *month_short(int month)
{
    static const char *const NAMES[] = {
        N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
        N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")};
    return _(NAMES[month - 1]);
}

const char *month_long(int month)
{
    static const char *const NAMES[] = {
        N_("January"), N_("February"), N_("March"),    N_("April"),
        N_("May"),     N_("June"),     N_("July"),     N_("August"),
        N_("September"), N_("October"), N_("November"), N_("December")};
    return _(NAMES[month - 1]);
}

/* The first of two equal clock times is known by its twin an hour later. */
static bool comes_again(const struct week *w, int minute,
                        const struct moment *m)
{
    struct moment later = week_moment(w, minute + HOUR);
    return later.hour == m->hour && later.minute == m->minute;
}

const char *clock_phrase(struct arena *a, const struct week *w, int minute)
{
    struct moment m = week_moment(w, minute);
    if (m.folded)
        return arena_print(a, _("%02d:%02d (winter time)"), m.hour, m.minute);
    if (comes_again(w, minute, &m))
        return arena_print(a, _("%02d:%02d (summer time)"), m.hour, m.minute);
    return arena_print(a, "%02d:%02d", m.hour, m.minute);
}

const char *span_phrase(struct arena *a, const struct week *w, int from,
                        int to)
{
    return arena_print(a, "%s–%s", clock_phrase(a, w, from),
                       clock_phrase(a, w, to));
}

const char *moment_sentence(struct arena *a, const struct week *w, int minute)
{
    struct moment m = week_moment(w, minute);
    /* TRANSLATORS: weekday, day of the month, month, clock: Wed 25 Nov 17:30 */
    return arena_print(a, _("%s %d %s %s"), weekday_short(m.weekday), m.mday,
                       month_short(m.month), clock_phrase(a, w, minute));
}

const char *day_phrase(struct arena *a, const struct week *w, int day)
{
    struct moment m = week_moment(w, w->day_start[day]);
    /* TRANSLATORS: weekday, day of the month, month: Wed 25 Nov */
    return arena_print(a, _("%s %d %s"), weekday_short(m.weekday), m.mday,
                       month_short(m.month));
}

const char *day_long(struct arena *a, const struct week *w, int day)
{
    struct moment m = week_moment(w, w->day_start[day]);
    return arena_print(a, _("%s %d %s"), weekday_long(m.weekday), m.mday,
                       month_long(m.month));
}

/* Swedish writes weekdays small, but not at the beginning. All begin in ASCII. */
const char *day_title(struct arena *a, const struct week *w, int day)
{
    char *title = arena_copy(a, day_long(a, w, day));
    if (title[0] >= 'a' && title[0] <= 'z')
        title[0] = (char)(title[0] - 'a' + 'A');
    return title;
}

const char *week_phrase(struct arena *a, const struct week *w)
{
    return arena_print(a, _("Week %d, %d"), w->iso_week, w->iso_year);
}

const char *week_dates(struct arena *a, const struct week *w)
{
    return arena_print(a, _("%s to %s"), day_long(a, w, 0),
                       day_long(a, w, DAYS - 1));
}

const char *length_phrase(struct arena *a, int minutes)
{
    int hours = minutes / HOUR, rest = minutes % HOUR;
    if (hours == 0)
        return arena_print(a, _("%d min"), rest);
    if (rest == 0)
        return arena_print(a, _("%d h"), hours);
    return arena_print(a, _("%d h %d min"), hours, rest);
}

static const char *joined(struct arena *a, const char *const *items, int n,
                          const char *last)
{
    struct text t = text_new(a);
    for (int i = 0; i < n; i++) {
        if (i > 0)
            text_add(&t, i == n - 1 ? last : ", ");
        text_add(&t, items[i]);
    }
    return text_done(&t);
}

const char *and_list(struct arena *a, const char *const *items, int n)
{
    return joined(a, items, n, _(" and "));
}

/* One with protected identity is told by id: sheets and calendars go far. */
const char *client_name(struct arena *a, const struct problem *p, int client)
{
    const struct client *c = &p->clients[client];
    return plain_line(a, c->is_protected ? c->id : c->name);
}

const char *escort_name(struct arena *a, const struct problem *p, int escort)
{
    return plain_line(a, p->escorts[escort].name);
}

const char *first_name(struct arena *a, const char *name)
{
    const char *whole = plain_line(a, name);
    size_t n = strcspn(whole, " ");
    return n > 0 ? arena_print(a, "%.*s", (int)n, whole) : whole;
}

const char *escort_names(struct arena *a, const struct problem *p,
                         const int *escorts, int n)
{
    const char **names = NEW_ARRAY(a, const char *, n + 1);
    for (int i = 0; i < n; i++)
        names[i] = escort_name(a, p, escorts[i]);
    return and_list(a, names, n);
}

const char *place_name(struct arena *a, const struct problem *p, int place)
{
    return place == NONE ? "" : plain_line(a, p->places[place].name);
}

const char *route_phrase(struct arena *a, const struct problem *p, int request)
{
    const struct request *q = &p->requests[request];
    if (q->end == NONE || q->end == q->meet || q->meet == NONE)
        return place_name(a, p, q->meet);
    /* TRANSLATORS: meeting place, place where the visit ends */
    return arena_print(a, _("%s; ends: %s"), place_name(a, p, q->meet),
                       place_name(a, p, q->end));
}

const char *activity_name(struct arena *a, const struct problem *p,
                          int request)
{
    return plain_line(a, p->requests[request].activity);
}

const char *visit_phrase(struct arena *a, const struct problem *p, int request)
{
    return arena_print(a, "%s, %s", activity_name(a, p, request),
                       client_name(a, p, p->requests[request].client));
}

static const char *alternative_phrase(struct arena *a, const struct problem *p,
                                      const struct alternative *t)
{
    const struct week *w = &p->week;
    if (t->session) {
        const struct session *s = &p->sessions[t->session - 1];
        return arena_print(a, "%s (%s)", moment_sentence(a, w, s->start),
                           plain_line(a, s->activity));
    }
    const char *from = moment_sentence(a, w, t->from);
    return t->from == t->to ? from
                            : arena_print(a, "%s–%s", from,
                                          clock_phrase(a, w, t->to));
}

const char *asked_phrase(struct arena *a, const struct problem *p, int request)
{
    const struct request *q = &p->requests[request];
    const char **times = NEW_ARRAY(a, const char *, q->n_alternatives + 1);
    for (int i = 0; i < q->n_alternatives; i++)
        times[i] = alternative_phrase(a, p, &q->alternatives[i]);
    /* TRANSLATORS: length, times at which the visit may start */
    return arena_print(a, _("%s, starting %s"), length_phrase(a, q->minutes),
                       joined(a, times, q->n_alternatives, _(" or ")));
}
