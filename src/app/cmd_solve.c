#include "app/command.h"

#include "adapters/show/sheet.h"
#include "adapters/workspace/trace.h"
#include "app/interrupt.h"
#include "app/progress.h"
#include "app/settled.h"
#include "app/terminal.h"
#include "app/week_choice.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/text.h"
#include "ledsaga/workspace.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>

struct task {
    double began;           /* on base/clock's clock */
    const char *dir, *path; /* the workspace; its roster file */
    int iso_year, iso_week;
    uint64_t seed;
    const struct problem *problem;
    const struct roster *before; /* the roster that is there; NULL */
    bool before_whole;           /* all that its file says fits the week */
    const struct roster *start;  /* what the search begins from; NULL */
    const struct certificate *prices; /* that came with it; NULL */
    struct trace *trace;              /* NULL */
    uint64_t files;                   /* unit.json and week.json as they were read */
};

static enum status file_hash(struct call *call, const char *path, uint64_t *hash)
{
    char *data;
    size_t length;
    TRY(file_read(call->arena, path, &data, &length, call->faults));
    *hash = hash_bytes(*hash, data, length);
    return STATUS_OK;
}

static enum status files_hash(struct call *call, const struct task *t, uint64_t *hash)
{
    struct arena *a = call->arena;
    *hash = 0;
    TRY(file_hash(call, arena_print(a, "%s/unit.json", t->dir), hash));
    return file_hash(call, workspace_path(a, t->dir, t->iso_year, t->iso_week, "week.json"),
                     hash);
}

/* The roster that is about to be replaced. What in it no longer fits the week,
 * such as a visit to a request that was withdrawn, does not stand in the way.
 * record may be NULL. */
static enum status before_read(struct call *call, struct task *t,
                               struct roster_record *record, bool tells)
{
    struct faults unfitting = {0};
    struct roster *r;
    if (!file_exists(t->path))
        return STATUS_OK;
    enum status s = roster_read(call->arena, t->problem, t->path, &r, record,
                                &unfitting);
    if (s != STATUS_OK && s != STATUS_INPUT) {
        *call->faults = unfitting;
        return s;
    }
    if (s == STATUS_INPUT && tells && !call_option(call, OPTION_QUIET)->given) {
        fprintf(stderr, _("ledsaga: %s: %d things in it no longer fit the week and are left out"),
                t->path, unfitting.seen);
        fputc('\n', stderr);
    }
    t->before = r;
    t->before_whole = s == STATUS_OK;
    return STATUS_OK;
}

static enum status task_read(struct call *call, struct task *t)
{
    struct arena *a = call->arena;
    struct roster *r;
    struct roster_record record = {0};
    const char *from = call_option(call, OPTION_FROM)->text;
    bool warm = !from && call_option(call, OPTION_WARM)->given;
    t->dir = call_operand(call);
    t->seed = (uint64_t)call_option(call, OPTION_SEED)->integer;
    TRY(week_choose(call, t->dir, &t->iso_year, &t->iso_week));
    t->path = workspace_path(a, t->dir, t->iso_year, t->iso_week, "roster.json");
    TRY(workspace_read(a, t->dir, t->iso_year, t->iso_week, &t->problem,
                       call->faults));
    TRY(files_hash(call, t, &t->files));
    TRY(before_read(call, t, warm ? &record : NULL, true));
    if (from) {
        TRY(roster_read(a, t->problem, from, &r, &record, call->faults));
        t->start = r;
    } else if (warm) {
        t->start = t->before;
    }
    t->prices = record.certificate;
    return STATUS_OK;
}

/* Who is told how the solving goes. */
struct listeners {
    struct progress_line *line; /* NULL */
    struct trace *trace;        /* NULL */
};

static void listeners_tell(void *context, const struct progress *now)
{
    struct listeners *all = context;
    if (all->line)
        progress_tell(all->line, now);
    if (all->trace)
        trace_tell(all->trace, now);
}

/* Of the limit, if there is one: whoever waits has waited for the reading too, and still
 * waits for the judging and the writing, which take about a third as long. */
static double seconds_left(const struct call *call, const struct task *t)
{
    const double LEAST = 0.001; /* 0 would be no limit */
    double limit = call_option(call, OPTION_TIME)->real;
    double left = limit - (clock_seconds() - t->began) * 4 / 3;
    return limit == 0 ? 0 : left > LEAST ? left : LEAST;
}

static enum status task_solve(struct call *call, const struct task *t,
                              const struct solution **out)
{
    struct progress_line line = {0};
    bool shown = terminal_is(stderr) && !call_option(call, OPTION_QUIET)->given;
    struct listeners listeners = {shown ? &line : NULL, t->trace};
    const struct solve_options options = {
        .seed = t->seed,
        .effort = call_option(call, OPTION_EFFORT)->integer,
        .seconds = seconds_left(call, t),
        .prove = !call_option(call, OPTION_NO_PROVE)->given,
        .gap = call_option(call, OPTION_GAP)->real / 100,
        .threads = (int)call_option(call, OPTION_THREADS)->integer,
        .prices = t->prices,
        .tell = shown || t->trace ? listeners_tell : NULL,
        .listener = &listeners,
        .stop = interrupt_asked()};
    interrupt_begin(_("Stopping; the best roster so far is kept. Ctrl-C again "
                      "ends at once."));
    enum status s = solve(call->arena, t->problem, &options, t->start, out,
                          call->faults);
    progress_end(&line);
    return s;
}

/* Searching takes long, and meanwhile people have gone on: from here on nobody writes but
 * this run, and what is there now is what is replaced or kept. */
static enum status before_again(struct call *call, struct task *t)
{
    uint64_t files;
    TRY(workspace_claim_wait(call, t->dir));
    TRY(files_hash(call, t, &files));
    if (files != t->files)
        return faults_add(call->faults, STATUS_EXISTS, t->path, "",
                          _("Solve again. The roster that is there was left as it is."),
                          _("the week was changed while this roster was made for what it was"));
    t->before = NULL;
    t->before_whole = false;
    return before_read(call, t, NULL, false);
}

static struct progress progress_of_result(const struct solution *found, double seconds)
{
    struct progress p = {.phase = outcome_word(found->outcome),
                         .rights = found->rights,
                         .rest = found->rest,
                         .requests = found->roster->n_requests,
                         .seconds = seconds,
                         .share = 1};
    for (int i = 0; i < p.requests; i++)
        p.served += roster_serves(found->roster, i);
    return p;
}

/* As task_solve, with the trace that was asked for. *traced: whether it could be
 * written, which is no reason to lose the roster. */
static enum status task_solve_traced(struct call *call, struct task *t,
                                     const struct solution **out, enum status *traced)
{
    const char *path = call_option(call, OPTION_TRACE)->text;
    double began = clock_seconds();
    *traced = STATUS_OK;
    if (!path)
        return task_solve(call, t, out);
    TRY(trace_begin(call->arena, path, &t->trace, call->faults));
    enum status s = task_solve(call, t, out);
    struct progress last = {0};
    if (s == STATUS_OK)
        last = progress_of_result(*out, clock_seconds() - began);
    *traced = trace_end(t->trace, s == STATUS_OK ? &last : NULL, call->faults);
    return s;
}

/* A visit that was in the roster before keeps its name in people's calendars,
 * however it has moved; a new one gets a name of its own. */
static const struct roster *visits_named(struct arena *a, const struct task *t,
                                         const struct roster *r)
{
    struct roster *named = roster_copy(a, r);
    for (int i = 0; i < named->n_requests; i++)
        named->visits[i].uid = t->before && roster_serves(named, i)
                                   ? t->before->visits[i].uid
                                   : NULL;
    roster_name_visits(a, named, t->problem->hash + t->seed);
    return named;
}

static bool verdict_better(const struct verdict *x, const struct solution *y)
{
    return x->tier[TIER_RIGHTS] != y->rights.value
               ? x->tier[TIER_RIGHTS] < y->rights.value
               : x->tier[TIER_REST] < y->rest.value;
}

/* The verdict of the roster that is there if it shall stay: it may be the work of
 * a longer search, or of a person who knew better. NULL if it shall not. */
static const struct verdict *verdict_of_kept(struct call *call,
                                             const struct task *t,
                                             const struct solution *found)
{
    if (!t->before_whole || call_option(call, OPTION_FORCE)->given)
        return NULL;
    const struct verdict *v = rules_judge(call->arena, t->problem, t->before);
    return v->n_breaches == 0 && verdict_better(v, found) ? v : NULL;
}

/* What was proved holds for any lawful roster, but of tier 2 only for those with
 * the same value of tier 1. */
static struct sheet sheet_of_kept(const struct task *t, const struct verdict *v,
                                  const struct solution *found)
{
    const int64_t rights = v->tier[TIER_RIGHTS], rest = v->tier[TIER_REST];
    return (struct sheet){
        .problem = t->problem, .roster = t->before, .verdict = v,
        .has_tiers = true,
        .rights = {rights, found->rights.bound},
        .rest = {rest, rights == found->rights.value ? found->rest.bound : 0},
        .outcome = found->outcome, .seed = t->seed};
}

static void kept_print(FILE *to, const struct verdict *kept,
                       const struct solution *found)
{
    fprintf(to, _("The roster that was there is better (rights %" PRId64
                  ", rest %" PRId64 " against %" PRId64 ", %" PRId64
                  ") and was kept; --force replaces it."),
            kept->tier[TIER_RIGHTS], kept->tier[TIER_REST],
            found->rights.value, found->rest.value);
    fputc('\n', to);
}

static void summary_print(struct arena *a, const struct task *t,
                          const struct sheet *s)
{
    printf(_("Week %04d-W%02d: %s; %s."), t->iso_year, t->iso_week,
           served_phrase(a, s), verdict_phrase(a, s));
    printf("\n  %s: %s\n", _("Rights"), tier_phrase(a, s, TIER_RIGHTS));
    printf("  %s: %s\n", _("Wishes, people and cost"), tier_phrase(a, s, TIER_REST));
    if (sheet_to_accept(s) > 0)
        printf("  %s: %s\n", _("Contractors"), to_accept_phrase(a, s));
    printf("%s %s\n", _("Roster:"), t->path);
    printf("%s %s show %s --week %04d-W%02d\n", _("Next:"),
           program_invocation_name, t->dir, t->iso_year, t->iso_week);
}

static enum status task_write(struct call *call, const struct task *t,
                              const struct solution *found, struct sheet *sheet)
{
    struct solution s = *found;
    s.roster = visits_named(call->arena, t, found->roster);
    TRY(roster_write(call->arena, t->problem, &s, t->seed, t->path, call->faults));
    TRY(journal_append(t->dir, t->problem, "solve", t->seed, &s, call->faults));
    *sheet = (struct sheet){
        .problem = t->problem, .roster = s.roster, .verdict = s.verdict,
        .has_tiers = true, .rights = s.rights, .rest = s.rest,
        .certificate = s.certificate, .outcome = s.outcome, .seed = t->seed};
    return STATUS_OK;
}

enum status cmd_solve(struct call *call)
{
    struct task t = {.began = clock_seconds()};
    const struct solution *found;
    struct sheet sheet;
    enum status traced;
    bool json = call_option(call, OPTION_JSON)->given;
    bool quiet = call_option(call, OPTION_QUIET)->given;
    TRY(task_read(call, &t));
    TRY(file_replaceable(t.path, call->faults));
    TRY(task_solve_traced(call, &t, &found, &traced));
    TRY(before_again(call, &t));
    const struct verdict *kept = verdict_of_kept(call, &t, found);
    if (kept)
        sheet = sheet_of_kept(&t, kept, found);
    else
        TRY(task_write(call, &t, found, &sheet));
    if (kept && !quiet)
        kept_print(json ? stderr : stdout, kept, found);
    if (json)
        fputs(show_json(call->arena, &sheet), stdout);
    else if (!quiet)
        summary_print(call->arena, &t, &sheet);
    TRY(traced);
    return found->outcome == OUTCOME_INTERRUPTED ? STATUS_INTERRUPTED
                                                 : STATUS_OK;
}
