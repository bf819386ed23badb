#include "app/handout.h"

#include "adapters/text/phrase.h"
#include "adapters/calendar/picture.h"
#include "adapters/publish/publish_record.h"
#include "app/restate.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/text.h"

#include <string.h>

/* Of people's calendars this is the longest memory: what is older is in none of them. */
enum { DAYS_BACK = 40 };

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
    *day = zone_day(w->zone, clock_utc());
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

static enum status fit_to_tell(const struct call *call, const struct judged *j)
{
    int n = j->sheet.verdict->n_breaches;
    if (n == 0 || call_option(call, OPTION_UNLAWFUL)->given)
        return STATUS_OK;
    return faults_add(call->faults, STATUS_BREACH, j->path, "",
                      _("'ledsaga check' tells them; --unlawful hands it out all the same."),
                      PLURAL("the roster breaks %d hard rule", "the roster breaks hard rules "
                             "in %d places", n), n);
}

enum status handout_prepare(struct call *call, const struct judged *j, struct handout *out)
{
    struct arena *a = call->arena;
    const struct problem *p = j->sheet.problem;
    TRY(fit_to_tell(call, j));
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

/* What was told is what changes are counted from. */
static enum status published(struct call *call, const struct judged *j, int64_t on_day)
{
    struct arena *a = call->arena;
    const char *text;
    TRY(publish_record(a, &j->sheet, j->dir, on_day, &text, call->faults));
    if (!text)
        return STATUS_OK;
    TRY(roster_restate(call, j, text));
    return file_write(workspace_path(a, j->dir, j->iso_year, j->iso_week, "week.json"), text,
                      strlen(text), call->faults);
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
    TRY(published(call, j, out->on_day));
    TRY(journal_append(j->dir, p, call->command->name, 0, NULL, call->faults));
    return handout_diaries(call, j->dir, p, out);
}

struct publication handout_publication(struct arena *a, const struct handout *h,
                                       const char *dir, const struct problem *p)
{
    return (struct publication){.dir = dir,
                                .problem = p,
                                .settings = h->settings,
                                .language = language_code(),
                                .n_diaries = h->n,
                                .diaries = h->diaries,
                                .on_day = h->on_day,
                                .day_utc = zone_day_begin(p->week.zone, h->on_day),
                                .now_utc = clock_utc(),
                                .changed_utc = clock_utc(),
                                .shelf = picture_shelf_new(a, p)};
}
