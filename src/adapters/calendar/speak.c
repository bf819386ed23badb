/* What was heard of eSpeak, which speaks in many screen readers, decided the forms: in
 * Swedish "13.00" is "thirteen point zero zero", "kl." two letters, "13-15" two numbers
 * without anything between, "24/11" has a "slash" in it. Whole words are said as they
 * stand, and so are "klockan 13" and "klockan 13:30". */
#include "adapters/calendar/speak.h"

#include "adapters/text/phrase.h"
#include "base/text.h"

const char *speak_day(struct arena *a, const struct week *w, int minute)
{
    struct moment m = week_moment(w, minute);
    return arena_print(a, _("%s %d %s"), weekday_long(m.weekday), m.mday,
                       month_long(m.month));
}

static const char *clock_of(struct arena *a, const struct moment *m)
{
    if (m->minute == 0)
        /* TRANSLATORS: a whole hour */
        return arena_print(a, _("%02d:00"), m->hour);
    /* TRANSLATORS: hour and minute */
    return arena_print(a, _("%02d:%02d"), m->hour, m->minute);
}

/* The first of two equal clock times is known by its twin an hour later. */
static bool comes_again(const struct week *w, int minute, const struct moment *m)
{
    struct moment later = week_moment(w, minute + HOUR);
    return later.hour == m->hour && later.minute == m->minute;
}

const char *speak_clock(struct arena *a, const struct week *w, int minute)
{
    struct moment m = week_moment(w, minute);
    const char *clock = clock_of(a, &m);
    if (m.folded)
        return arena_print(a, _("%s (winter time)"), clock);
    if (comes_again(w, minute, &m))
        return arena_print(a, _("%s (summer time)"), clock);
    return clock;
}

const char *speak_when(struct arena *a, const struct week *w, int minute)
{
    struct moment m = week_moment(w, minute);
    /* TRANSLATORS: weekday, day of the month, month, clock: Tuesday 24 November at 13:00 */
    return arena_print(a, _("%s %d %s at %s"), weekday_long(m.weekday), m.mday,
                       month_long(m.month), speak_clock(a, w, minute));
}

static int64_t date_of(const struct moment *m)
{
    return date_days(m->year, m->month, m->mday);
}

const char *speak_end(struct arena *a, const struct week *w, int from, int to)
{
    struct moment begin = week_moment(w, from), end = week_moment(w, to);
    int64_t days = date_of(&end) - date_of(&begin);
    if (days == 0)
        return speak_clock(a, w, to);
    if (days > 1)
        return speak_when(a, w, to);
    if (end.hour == 0 && end.minute == 0)
        return _("midnight");
    /* TRANSLATORS: clock: 07:00 the next day */
    return arena_print(a, _("%s the next day"), speak_clock(a, w, to));
}

const char *speak_span(struct arena *a, const struct week *w, int from, int to)
{
    return arena_print(a, _("%s to %s"), speak_clock(a, w, from),
                       speak_end(a, w, from, to));
}

const char *speak_length(struct arena *a, int minutes)
{
    int n_hours = minutes / HOUR, rest = minutes % HOUR;
    const char *hours = arena_print(a, PLURAL("%d hour", "%d hours", n_hours), n_hours);
    const char *left = arena_print(a, PLURAL("%d minute", "%d minutes", rest), rest);
    if (rest == 0)
        return hours;
    if (n_hours == 0)
        return left;
    return and_list(a, (const char *[]){hours, left}, 2);
}

const char *speak_begin(struct arena *a, const char *phrase)
{
    char *begun = arena_copy(a, phrase);
    unsigned char *c = (unsigned char *)begun;
    if (c[0] >= 'a' && c[0] <= 'z')
        c[0] = (unsigned char)(c[0] - 'a' + 'A');
    else if (c[0] == 0xc3 && c[1] >= 0xa0 && c[1] <= 0xbe && c[1] != 0xb7)
        c[1] = (unsigned char)(c[1] - 0x20); /* U+00E0..U+00FE, but not the division sign */
    return begun;
}
