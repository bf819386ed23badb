/* Something happened: the events become edits of week.json and unit.json, the changed week
 * is read as any other, planned anew with the fewest changes, and only then is anything
 * written: week.json, roster.json, told.json, the journal, all or none. */
#include "adapters/publish/publish_record.h"
#include "adapters/replan/replan_told.h"
#include "app/amended.h"
#include "app/interrupt.h"
#include "app/now.h"
#include "app/progress.h"
#include "app/terminal.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

enum { WIDTH_OF_A_FILE = 100 };

struct replan_task {
    double began;
    struct amended amended;
    struct now now;
    struct events events;
    const struct problem *given_out; /* the week as it was, with what time it is */
    const struct verdict *before;    /* of the roster by that */
    const struct replanned *found;
    struct replan_sheet sheet;
};

static const struct option_value *option(const struct replan_task *t, enum option_id id)
{
    return call_option(t->amended.call, id);
}

static enum status read_texts(struct replan_task *t, const char *unit, const char *week,
                              const struct problem **out)
{
    struct amended *x = &t->amended;

    return workspace_read_texts(x->call->arena, x->dir, x->week.year, x->week.week, unit, week,
                                out, x->call->faults);
}

static const char *week_path(const struct replan_task *t)
{
    const struct amended *x = &t->amended;

    return workspace_path(x->call->arena, x->dir, x->week.year, x->week.week, "week.json");
}

/* ---- the week as it is, now ------------------------------------------------ */

static const char *day_text(struct arena *a, int64_t day)
{
    int year, month, mday;

    date_of_days(day, &year, &month, &mday);
    return arena_print(a, "\"%04d-%02d-%02d\"", year, month, mday);
}

/* Of a freeze that begins before the week only what reaches into it counts. */
static void now_put(struct week_edit *e, struct arena *a, const struct problem *p,
                    const struct now *now, int freeze)
{
    char when[32];
    int left = freeze - now->until;

    week_format(&p->week, now->minute, when);
    week_edit_set(e, "now", now->minute > 0 ? arena_print(a, "\"%s\"", when) : NULL);
    week_edit_set(e, "freeze_minutes", left > 0 ? arena_print(a, "%d", left) : NULL);
    if (now->today > p->today)
        week_edit_set(e, "today", day_text(a, now->today));
}

/* What was never published is taken as given out: the roster that is there. */
static enum status given_out_text(struct replan_task *t, const char **out)
{
    struct amended *x = &t->amended;
    struct arena *a = x->call->arena;
    const struct problem *p = x->before;
    const struct sheet sheet = {.problem = p, .roster = x->roster_before};
    struct week_edit *e;
    size_t length;
    char *text;

    TRY(file_read(a, week_path(t), &text, &length, x->call->faults));
    *out = text;
    if (p->published == 0)
        TRY(publish_record_put(a, &sheet, week_path(t), text,
                               p->today ? p->today : t->now.today, out, x->call->faults));
    TRY(week_edit_open_text(a, week_path(t), *out, &e, x->call->faults));
    now_put(e, a, p, &t->now, (int)option(t, OPTION_FREEZE)->integer);
    *out = week_edit_text(a, e);
    week_edit_close(e);
    return STATUS_OK;
}

static enum status events_read(struct replan_task *t)
{
    const struct call *call = t->amended.call;

    t->events.arena = call->arena;
    t->events.problem = t->given_out;
    for (int i = 1; i < call->arguments.n_operands; i++)
        TRY(event_add(&t->events, call->arguments.operands[i], call->faults));
    return STATUS_OK;
}

/* The week before the events was read: what is wrong came with them, and most likely with a
 * new request. */
static enum status event_faults(struct replan_task *t, struct faults *found)
{
    const char *whose = "";

    for (int i = t->events.n - 1; i >= 0; i--)
        if (t->events.list[i].kind == EVENT_NEW)
            whose = t->events.list[i].said;
    for (int i = 0; i < found->seen && i < FAULTS_KEPT; i++) {
        snprintf(found->list[i].file, sizeof found->list[i].file, "%s", whose);
        found->list[i].place[0] = '\0';
    }
    *t->amended.call->faults = *found;
    return faults_status(found);
}

static enum status changed_week(struct replan_task *t, const char *text)
{
    struct amended *x = &t->amended;
    struct arena *a = x->call->arena;
    struct week_edit *e;
    size_t length;
    char *unit;

    TRY(file_read(a, arena_print(a, "%s/unit.json", x->dir), &unit, &length, x->call->faults));
    const char *becomes = unit;
    TRY(week_edit_open_text(a, week_path(t), text, &e, x->call->faults));
    events_put(&t->events, e, &becomes);
    x->week_text = week_edit_text(a, e);
    week_edit_close(e);
    x->unit_text = becomes == unit ? NULL : becomes;
    struct faults found = {0};
    if (workspace_read_texts(a, x->dir, x->week.year, x->week.week, x->unit_text, x->week_text,
                             &x->problem, &found) == STATUS_OK)
        return STATUS_OK;
    return event_faults(t, &found);
}

static enum status week_read(struct replan_task *t)
{
    struct amended *x = &t->amended;
    const char *text;

    TRY(now_choose(x->call, x->before, &t->now));
    t->events.now = t->now.minute;
    TRY(given_out_text(t, &text));
    TRY(read_texts(t, NULL, text, &t->given_out));
    t->before = rules_judge(x->call->arena, t->given_out, x->roster_before);
    TRY(events_read(t));
    return changed_week(t, text);
}

/* ---- planning anew --------------------------------------------------------- */

/* What is held must be possible: it cannot be helped any more. */
static enum status past_lawful(struct replan_task *t, const struct roster *start)
{
    struct amended *x = &t->amended;
    const struct problem *p = x->problem;
    struct roster *held = roster_new(x->call->arena, p);

    for (int r = 0; r < p->n_requests; r++)
        if (p->requests[r].held)
            held->visits[r] = start->visits[r];
    int n = rules_judge(x->call->arena, p, held)->n_breaches;
    if (n == 0)
        return STATUS_OK;
    return faults_add(x->call->faults, STATUS_BREACH, week_path(t), "now",
                      _("'ledsaga check' tells them; take out of \"published\" what was not so."),
                      PLURAL("what has begun breaks %d hard rule", "what has begun breaks hard "
                             "rules in %d places", n), n);
}

/* What has begun is as it was given out, whatever the roster's file says. */
static struct roster *start_of(const struct replan_task *t)
{
    const struct amended *x = &t->amended;
    const struct problem *p = x->problem;
    struct roster *start = roster_carried(x->call->arena, x->before, x->roster_before, p);

    for (int r = 0; r < p->n_requests; r++) {
        const struct request *q = &p->requests[r];
        struct visit *v = &start->visits[r];
        if (!q->held)
            continue;
        const struct option *o = &p->options[q->first_option];
        *v = (struct visit){.start = o->start, .minutes = o->minutes, .session = o->session,
                            .n_escorts = q->n_pub_escorts, .uid = v->uid};
        memcpy(v->escorts, q->pub_escorts, sizeof v->escorts);
    }
    return start;
}

static void hear(void *line, const struct progress *now)
{
    progress_tell(line, now);
}

static enum status plan_anew(struct replan_task *t)
{
    struct amended *x = &t->amended;
    struct roster *start = start_of(t);
    struct progress_line line = {0};
    bool shown = terminal_is(stderr) && !option(t, OPTION_QUIET)->given;
    double limit = option(t, OPTION_TIME)->real;

    x->seed = (uint64_t)option(t, OPTION_SEED)->integer;
    const struct solve_options options = {
        .seed = x->seed,
        .seconds = limit > 0 ? limit : 0,
        .prove = true,
        .near = true,
        .threads = (int)option(t, OPTION_THREADS)->integer,
        .tell = shown ? hear : NULL,
        .listener = &line,
        .stop = interrupt_asked()};

    TRY(past_lawful(t, start));
    interrupt_begin(_("Stopping; the best roster so far is kept. Ctrl-C again ends at once."));
    enum status s = replan(x->call->arena, x->problem, &options, start, &t->found,
                           x->call->faults);
    progress_end(&line);
    x->roster = s == STATUS_OK ? t->found->roster : NULL;
    return s;
}

/* ---- telling ---------------------------------------------------------------- */

/* Is there something to be kept of it, though it changes nothing? */
static bool noted(const struct replan_task *t)
{
    for (int i = 0; i < t->events.n; i++)
        if (t->events.list[i].kind == EVENT_NO_SHOW)
            return true;
    return false;
}

static void sheet_fill(struct replan_task *t)
{
    const struct amended *x = &t->amended;

    t->sheet = (struct replan_sheet){.events = &t->events,
                                     .before = t->given_out,
                                     .after = x->becomes,
                                     .roster_before = x->roster_before,
                                     .roster = x->roster,
                                     .rights_before = t->before->tier[TIER_RIGHTS],
                                     .rights = t->found->rights,
                                     .told = t->found->told,
                                     .as_delivered = t->found->as_delivered,
                                     .dry = option(t, OPTION_DRY)->given};
    const struct tidings by = {&t->events, NONE};
    t->sheet.n = news_find(x->call->arena, x->becomes, x->told_before, x->told, &by,
                           &t->sheet.news);
    t->sheet.n_vetoed = vetoed_find(x->dir, x->week, &t->events, &t->sheet.vetoed);
    t->sheet.known = t->sheet.n == 0 && x->problem->hash == t->given_out->hash && !noted(t);
}

static void tell(const struct replan_task *t)
{
    struct arena *a = t->amended.call->arena;
    const struct option_value *width = option(t, OPTION_WIDTH);

    if (option(t, OPTION_JSON)->given)
        fputs(replan_json(a, &t->sheet), stdout);
    else if (!option(t, OPTION_QUIET)->given)
        fputs(replan_text(a, &t->sheet,
                          width->given ? (int)width->integer
                                       : terminal_width(stdout, WIDTH_OF_A_FILE)),
              stdout);
}

enum status cmd_replan(struct call *call)
{
    struct replan_task t = {.began = clock_seconds()};
    struct amended *x = &t.amended;

    TRY(amended_begin(call, x));
    x->tells = true;
    TRY(week_read(&t));
    TRY(plan_anew(&t));
    TRY(amended_prepare(x));
    sheet_fill(&t);
    if (!t.sheet.dry && !t.sheet.known)
        TRY(amended_write(x, "replan", 0, t.found->rights.bound,
                          replan_journal(call->arena, &t.sheet)));
    tell(&t);
    return t.found->outcome == OUTCOME_INTERRUPTED ? STATUS_INTERRUPTED : STATUS_OK;
}
