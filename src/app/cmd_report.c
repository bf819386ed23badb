/* What a period amounts to. Every roster that matters is read and judged anew: those of
 * the period, and those before it that the ledger and the counts of faces reach back to. */
#include "app/colour.h"
#include "app/terminal.h"
#include "app/week_choice.h"
#include "base/file.h"
#include "base/text.h"
#include "ledsaga/report_show.h"
#include "ledsaga/workspace.h"

#include <stdio.h>
#include <string.h>

enum { WIDTH_OF_A_FILE = 100, QUARTER_MONTHS = 3 };

/* ---- which period ------------------------------------------------------ */

static int periods_given(const struct call *call)
{
    return call_option(call, OPTION_WEEK)->given + call_option(call, OPTION_MONTH)->given +
           call_option(call, OPTION_QUARTER)->given;
}

static enum status period_scan(struct call *call, enum period_kind kind, enum option_id option,
                               const char *remedy, struct period *out)
{
    const char *text = call_option(call, option)->text;
    if (period_parse(kind, text, out))
        return STATUS_OK;
    return faults_add(call->faults, STATUS_USAGE, "", "", remedy,
                      kind == PERIOD_MONTH ? _("there is no month '%s'")
                                           : _("there is no quarter '%s'"),
                      text);
}

static enum status period_choose(struct call *call, const char *dir, int n_weeks,
                                 struct period *out)
{
    int year, week;
    if (periods_given(call) > 1)
        return faults_add(call->faults, STATUS_USAGE, "", "", "",
                          _("only one of --week, --month and --quarter can be meant"));
    if (call_option(call, OPTION_MONTH)->given)
        return period_scan(call, PERIOD_MONTH, OPTION_MONTH,
                           _("A month is written like 2026-11."), out);
    if (call_option(call, OPTION_QUARTER)->given)
        return period_scan(call, PERIOD_QUARTER, OPTION_QUARTER,
                           _("A quarter is written like 2026-Q4."), out);
    if (periods_given(call) == 0 && n_weeks > 1)
        return faults_add(call->faults, STATUS_USAGE, dir, "",
                          _("Say one with --week, --month or --quarter."),
                          _("there are %d weeks, and no period was named"), n_weeks);
    TRY(week_choose(call, dir, &year, &week));
    *out = period_of_week(PERIOD_WEEK, year, week);
    return STATUS_OK;
}

/* ---- which weeks ------------------------------------------------------- */

/* The first day whose visits matter: the beginning of the quarter before the one in which
 * the period begins. That is where the longest periods of decisions begin whose hours may
 * be carried over, and always more than 84 days back. */
static int64_t first_day(const struct period *p)
{
    int year, month, mday;
    date_of_days(p->from_day, &year, &month, &mday);
    month = (month - 1) / QUARTER_MONTHS * QUARTER_MONTHS + 1 - QUARTER_MONTHS;
    return month > 0 ? date_days(year, month, 1) : date_days(year - 1, month + 12, 1);
}

static bool week_matters(const struct period *p, struct iso_week w)
{
    struct period days = period_of_week(PERIOD_WEEK, w.year, w.week);
    return days.to_day >= first_day(p) && days.from_day <= p->to_day;
}

static const char *week_file(struct arena *a, const char *dir, struct iso_week w)
{
    return workspace_path(a, dir, w.year, w.week, "roster.json");
}

/* Keep the weeks that have a roster; how many are left. */
static int weeks_with_roster(struct arena *a, const char *dir, struct iso_week *weeks, int n)
{
    int kept = 0;
    for (int i = 0; i < n; i++)
        if (file_exists(week_file(a, dir, weeks[i])))
            weeks[kept++] = weeks[i];
    return kept;
}

static enum status roster_in_period(struct call *call, const char *dir, const struct period *p,
                                    const struct iso_week *weeks, int n)
{
    struct arena *a = call->arena;
    struct text there = text_new(a);
    for (int i = 0; i < n; i++) {
        if (period_holds_week(p, weeks[i].year, weeks[i].week))
            return STATUS_OK;
        text_print(&there, "%s%04d-W%02d", i ? ", " : "", weeks[i].year, weeks[i].week);
    }
    const char *remedy =
        n == 0 ? arena_print(a, _("'ledsaga solve %s --week WEEK' makes one."), dir)
               : arena_print(a, _("'ledsaga solve %s --week WEEK' makes one; there are "
                                  "rosters of %s."),
                             dir, text_done(&there));
    return faults_add(call->faults, STATUS_UNREADABLE, dir, "", remedy,
                      _("no week of %s has a roster"), p->name);
}

/* ---- reading and judging ----------------------------------------------- */

static enum status week_judge(struct call *call, const char *dir, struct iso_week w,
                              struct week_result *out)
{
    struct arena *a = call->arena;
    struct roster *r;
    TRY(workspace_read(a, dir, w.year, w.week, &out->problem, call->faults));
    TRY(roster_read(a, out->problem, week_file(a, dir, w), &r, NULL, call->faults));
    out->roster = r;
    out->verdict = rules_judge(a, out->problem, r);
    return STATUS_OK;
}

static enum status weeks_judge(struct call *call, const char *dir, const struct iso_week *weeks,
                               int n, struct measured *m)
{
    struct week_result *results = NEW_ARRAY(call->arena, struct week_result, n + 1);
    for (int i = 0; i < n; i++)
        if (week_matters(&m->period, weeks[i]))
            TRY(week_judge(call, dir, weeks[i], &results[m->n_weeks++]));
    m->weeks = results;
    return STATUS_OK;
}

/* The last of the days on which the period's weeks were planned, but not beyond the
 * period; where no week tells one, the day after the last week that has a roster. */
static int64_t as_of_default(const struct measured *m)
{
    int64_t today = 0, end = 0;
    for (int i = 0; i < m->n_weeks; i++) {
        const struct problem *p = m->weeks[i].problem;
        if (!period_holds_week(&m->period, p->week.iso_year, p->week.iso_week))
            continue;
        end = problem_date(p, DAYS);
        today = p->today > today ? p->today : today;
    }
    if (today == 0)
        return end;
    return today <= m->period.to_day ? today : m->period.to_day + 1;
}

/* The day of --on, if it is given. */
static enum status as_of_choose(struct call *call, struct measured *m)
{
    const char *text = call_option(call, OPTION_ON)->text;
    int year, month, mday;
    if (text && !date_scan(text, &year, &month, &mday))
        return faults_add(call->faults, STATUS_USAGE, "", "",
                          _("A date is written like 2026-11-25."),
                          _("there is no date '%s'"), text);
    m->as_of = text ? date_days(year, month, mday) : as_of_default(m);
    return STATUS_OK;
}

static enum status measured_read(struct call *call, const char *dir, struct measured *m)
{
    struct iso_week *weeks;
    int n;
    TRY(weeks_choice(call, dir, &weeks, &n));
    TRY(period_choose(call, dir, n, &m->period));
    n = weeks_with_roster(call->arena, dir, weeks, n);
    TRY(roster_in_period(call, dir, &m->period, weeks, n));
    TRY(weeks_judge(call, dir, weeks, n, m));
    return as_of_choose(call, m);
}

/* ---- formats ----------------------------------------------------------- */

struct document {
    const char *bytes;
    size_t length;
};

typedef enum status document_maker(struct call *call, const struct report *r,
                                   struct document *out);

static enum status document_of(const char *text, struct document *out)
{
    *out = (struct document){text, strlen(text)};
    return STATUS_OK;
}

static enum status text_make(struct call *call, const struct report *r, struct document *out)
{
    const struct option_value *width = call_option(call, OPTION_WIDTH);
    bool shown = !call_option(call, OPTION_OUTPUT)->given;
    int columns = width->given ? (int)width->integer
                  : shown      ? terminal_width(stdout, WIDTH_OF_A_FILE)
                               : WIDTH_OF_A_FILE;
    return document_of(
        report_text(call->arena, r, columns, shown && colour_wanted(call)), out);
}

static enum status html_make(struct call *call, const struct report *r, struct document *out)
{
    return document_of(report_html(call->arena, r), out);
}

static enum status json_make(struct call *call, const struct report *r, struct document *out)
{
    return document_of(report_json(call->arena, r), out);
}

static enum status csv_make(struct call *call, const struct report *r, struct document *out)
{
    return document_of(report_csv(call->arena, r), out);
}

static enum status xlsx_make(struct call *call, const struct report *r, struct document *out)
{
    return report_xlsx(call->arena, r, &out->bytes, &out->length, call->faults);
}

static const struct report_format {
    const char *name, *text; /* text: gettext key */
    bool filed;              /* into a file unless --output says otherwise */
    document_maker *make;
} FORMATS[] = {
    {"text", N_("for the terminal"), false, text_make},
    {"html", N_("a page for a browser"), true, html_make},
    {"json", N_("for other programs"), false, json_make},
    {"xlsx", N_("a workbook"), true, xlsx_make},
    {"csv", N_("the quarterly list for the supervising authority"), true, csv_make},
    {0},
};

const char *report_format_choice(int i, const char **text)
{
    *text = FORMATS[i].text;
    return FORMATS[i].name;
}

/* ---- where to ---------------------------------------------------------- */

/* NULL = standard output. */
static const char *output_path(const struct call *call, const char *dir,
                               const struct period *p, const struct report_format *format)
{
    const char *asked = call_option(call, OPTION_OUTPUT)->text;
    if (asked)
        return strcmp(asked, "-") == 0 ? NULL : asked;
    return format->filed ? arena_print(call->arena, "%s/reports/%s.%s", dir, p->name,
                                       format->name)
                         : NULL;
}

static enum status document_write(struct call *call, const struct document *d,
                                  const char *path)
{
    const char *slash = path ? strrchr(path, '/') : NULL;
    if (!path) {
        fwrite(d->bytes, 1, d->length, stdout);
        return STATUS_OK;
    }
    if (slash && slash != path)
        TRY(folder_make(arena_print(call->arena, "%.*s", (int)(slash - path), path),
                        call->faults));
    TRY(file_write(path, d->bytes, d->length, call->faults));
    if (!call_option(call, OPTION_QUIET)->given)
        printf("%s\n", path);
    return STATUS_OK;
}

enum status cmd_report(struct call *call)
{
    const char *dir = call_operand(call);
    const struct report_format *format =
        &FORMATS[call_option(call, OPTION_REPORT_FORMAT)->integer];
    struct measured m = {0};
    struct document d;
    TRY(measured_read(call, dir, &m));
    TRY(format->make(call, report_make(call->arena, &m), &d));
    return document_write(call, &d, output_path(call, dir, &m.period, format));
}
