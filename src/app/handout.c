#include "app/handout.h"

#include "app/language.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/text.h"
#include "base/zone.h"

/* Of people's calendars this is the longest memory: what is older is in none of them. */
enum { DAYS_BACK = 40, SECONDS_A_DAY = 86400 };

enum status handout_day(struct call *call, const struct week *w, int64_t *day)
{
    const char *text = call_option(call, OPTION_FEED_DAY)->text;
    int year, month, mday;
    if (text && date_scan(text, &year, &month, &mday)) {
        *day = date_days(year, month, mday);
        return STATUS_OK;
    }
    if (text)
        return faults_add(call->faults, STATUS_USAGE, "", "",
                          _("A day is written like 2026-11-26."),
                          _("there is no day '%s'"), text);
    struct zone_shift now;
    int64_t utc = clock_utc();
    zone_shifts(w->zone, utc, utc, &now, 1);
    *day = (utc + (int64_t)now.offset * 60) / SECONDS_A_DAY;
    return STATUS_OK;
}

/* When the roster became what it is, as far as is known: later than what was told. */
static int64_t changed_at(const struct judged *j, int64_t told_utc)
{
    int64_t written = file_changed_utc(j->path);
    if (j->sheet.made_utc > told_utc)
        return j->sheet.made_utc;
    return written > told_utc ? written : told_utc + 1;
}

enum status handout_prepare(struct call *call, const struct judged *j, struct handout *out)
{
    struct arena *a = call->arena;
    const struct problem *p = j->sheet.problem;
    TRY(handout_day(call, &p->week, &out->on_day));
    TRY(calendar_settings_read(a, j->dir, p, &out->settings, call->faults));
    TRY(told_of_week(a, j->dir, j->iso_year, j->iso_week, &out->before, call->faults));
    out->told = told_next(a, out->before, &j->sheet, out->settings,
                          changed_at(j, out->before->told_utc), &out->counts);
    return STATUS_OK;
}

enum status handout_diaries(struct call *call, const char *dir, const struct problem *p,
                            struct handout *h)
{
    return diaries_read(call->arena, dir, p, (h->on_day - DAYS_BACK) * SECONDS_A_DAY,
                        &h->diaries, &h->n, call->faults);
}

enum status handout_tell(struct call *call, const struct judged *j, struct handout *out)
{
    const struct problem *p = j->sheet.problem;
    TRY(handout_prepare(call, j, out));
    if (out->told->told_utc != out->before->told_utc)
        TRY(told_write(out->told, &p->week,
                       workspace_path(call->arena, j->dir, j->iso_year, j->iso_week,
                                      "told.json"),
                       call->faults));
    return handout_diaries(call, j->dir, p, out);
}

struct calendar_wishes handout_wishes(const struct handout *h, const struct problem *p,
                                      const struct diary *d)
{
    int person = d->kind == PERSON_CLIENT ? problem_find_client(p, d->id)
                                          : problem_find_escort(p, d->id);
    if (person == NONE)
        return (struct calendar_wishes){0};
    return d->kind == PERSON_CLIENT ? h->settings->clients[person]
                                    : h->settings->escorts[person];
}

void handout_speak_to(const struct handout *h, const struct calendar_wishes *wishes)
{
    language_switch(wishes->language ? wishes->language : h->settings->language);
}

struct feed handout_feed(const struct handout *h, const struct problem *p,
                         const struct diary *d)
{
    return (struct feed){.diary = d,
                         .on_day = h->on_day,
                         .zone = p->week.zone,
                         .alarm_minutes = handout_wishes(h, p, d).alarm_minutes};
}
