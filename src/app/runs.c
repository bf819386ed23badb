#include "app/runs.h"

#include "app/meter.h"
#include "app/complaint.h"
#include "app/interrupt.h"
#include "base/file.h"
#include "base/text.h"
#include "ledsaga/solver.h"
#include "ledsaga/workspace.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { NAMED_MOST = 8 };

/* ---- which -------------------------------------------------------------- */

int runs_list(struct arena *a, const struct scenario *scenarios, int n_scenarios,
              const struct iso_week *weeks, int n_weeks, int n_demands, const struct run **out)
{
    int n = n_scenarios * n_weeks * n_demands;
    struct run *list = NEW_ARRAY(a, struct run, n + 1);
    for (int i = 0; i < n; i++) {
        struct run *r = &list[i];
        int week = i / n_demands % n_weeks;
        r->scenario = &scenarios[i / (n_weeks * n_demands)];
        r->demand = i % n_demands;
        r->iso_year = weeks[week].year;
        r->iso_week = weeks[week].week;
        r->name = arena_print(a, "%s:%" PRId64 ":%04d-W%02d", r->scenario->id, r->demand,
                              r->iso_year, r->iso_week);
    }
    *out = list;
    return n;
}

/* The processes that make runs have what was read before they began. */
static enum status ground_of(struct runs *r, const struct run *run,
                             const struct scenario_ground **out)
{
    struct arena *a = r->call->arena;
    for (int i = 0; i < r->n_grounds; i++) {
        const struct week *w = &scenario_ground_problem(r->grounds[i])->week;
        *out = r->grounds[i];
        if (w->iso_year == run->iso_year && w->iso_week == run->iso_week)
            return STATUS_OK;
    }
    TRY(scenario_ground_open(a, r->dir, run->iso_year, run->iso_week, out, r->call->faults));
    ARENA_PUSH(a, r->grounds, r->n_grounds, r->room, *out);
    if (!r->problem)
        r->problem = scenario_ground_problem(*out);
    return STATUS_OK;
}

void runs_close(struct runs *r)
{
    for (int i = 0; i < r->n_grounds; i++)
        scenario_ground_close(r->grounds[i]);
    r->n_grounds = 0;
}

static enum status run_input(struct arena *a, struct runs *r, int i, struct scenario_week *out,
                             struct faults *f)
{
    const struct run *run = &r->list[i];
    const struct scenario_ground *g;
    TRY(ground_of(r, run, &g));
    return scenario_week_read(a, g, run->scenario, run->demand, out, f);
}

/* A file that is damaged, or another run's, is no result. */
static bool is_made(const char *path, const struct run *run, uint64_t key)
{
    struct arena *a = arena_new();
    struct run_result result;
    struct faults none = {0};
    bool made = file_exists(path) && run_read(a, path, run, key, &result, &none) == STATUS_OK;
    arena_free(a);
    return made;
}

static enum status run_look(struct runs *r, int i)
{
    struct arena *a = arena_new();
    struct scenario_week w;
    enum status s = run_input(a, r, i, &w, r->call->faults);
    if (s == STATUS_OK) {
        r->keys[i] = run_key(&w, &r->settings);
        r->files[i] = arena_print(r->call->arena, "%s/%s", r->results,
                                  run_file(a, &r->list[i], r->keys[i]));
        r->done[i] = is_made(r->files[i], &r->list[i], r->keys[i]);
    }
    arena_free(a);
    return s;
}

enum status runs_look(struct runs *r)
{
    bool shown = !call_option(r->call, OPTION_QUIET)->given;
    struct meter meter = meter_begin(_("inputs read"), r->n, shown);
    enum status s = STATUS_OK;
    r->keys = NEW_ARRAY(r->call->arena, uint64_t, r->n + 1);
    r->files = NEW_ARRAY(r->call->arena, const char *, r->n + 1);
    r->done = NEW_ARRAY(r->call->arena, bool, r->n + 1);
    for (int i = 0; i < r->n && s == STATUS_OK; i++) {
        s = run_look(r, i);
        meter_tell(&meter, i + 1);
    }
    meter_end(&meter);
    return s;
}

/* ---- one ---------------------------------------------------------------- */

static enum status run_solve(struct arena *a, const struct runs *r,
                             const struct scenario_week *w, struct run_result *out,
                             struct faults *f)
{
    const struct solve_options options = {.seed = r->settings.seed,
                                          .effort = run_effort(w->problem, r->settings.effort),
                                          .gap = r->settings.gap / 100,
                                          .prove = r->settings.prove,
                                          .threads = 1};
    const struct solution *found;
    TRY(solve(a, w->problem, &options, NULL, &found, f));
    *out = (struct run_result){.key = run_key(w, &r->settings),
                               .input_hash = w->problem->hash,
                               .rates = point_rates_of(w->problem),
                               .tier = {{found->rights.bound, found->rights.value},
                                        {found->rest.bound, found->rest.value}}};
    measures_of(w->problem, found->roster, found->verdict, w->waiting, out->measure);
    return STATUS_OK;
}

static enum status run_write(struct arena *a, struct runs *r, int i, struct faults *f)
{
    struct scenario_week w;
    struct run_result result;
    TRY(run_input(a, r, i, &w, f));
    uint64_t key = run_key(&w, &r->settings);
    const char *path = arena_print(a, "%s/%s", r->results, run_file(a, &r->list[i], key));
    if (is_made(path, &r->list[i], key))
        return STATUS_OK;
    TRY(run_solve(a, r, &w, &result, f));
    const char *text = run_json(a, &r->list[i], &r->settings, &result);
    return file_write(path, text, strlen(text), f);
}

enum status run_make(struct runs *r, int i)
{
    struct arena *a = arena_new();
    enum status s = folder_make(r->results, r->call->faults);
    if (s == STATUS_OK)
        s = run_write(a, r, i, r->call->faults);
    arena_free(a);
    return s;
}

/* ---- many --------------------------------------------------------------- */

enum run_state { WAITING, RUNNING, AGAIN, MADE, FAILED };

struct pool {
    struct runs *runs;
    int processes, n_running;
    enum run_state *state;
    int *process; /* of those that run */
    bool *tried;
    int code; /* that the first which failed ended with */
};

/* In the child: nothing it says but faults, and it ends here. */
static _Noreturn void child_run(struct runs *r, int i)
{
    interrupt_none();
    enum status s = run_make(r, i);
    complaint_print(r->call->faults);
    _exit(status_exit_code(s));
}

static enum status child_begin(struct pool *p, int i)
{
    fflush(stdout);
    fflush(stderr);
    int process = fork();
    if (process == 0)
        child_run(p->runs, i);
    if (process < 0)
        return faults_add(p->runs->call->faults, STATUS_MEMORY, "", "",
                          _("Ask for fewer with --processes."),
                          _("no further process could be begun: %s"), strerror(errno));
    p->state[i] = RUNNING;
    p->process[i] = process;
    p->n_running++;
    return STATUS_OK;
}

static int next_of(const struct pool *p)
{
    for (int i = 0; i < p->runs->n; i++)
        if (p->state[i] == WAITING)
            return i;
    for (int i = 0; i < p->runs->n; i++)
        if (p->state[i] == AGAIN)
            return i;
    return -1;
}

/* Who died without saying why may have better luck: the run is made once more. */
static void child_ended(struct pool *p, int i, int how)
{
    bool died = WIFSIGNALED(how);
    p->n_running--;
    p->runs->done[i] = WIFEXITED(how) && WEXITSTATUS(how) == 0;
    p->state[i] = p->runs->done[i] ? MADE : died && !p->tried[i] ? AGAIN : FAILED;
    if (p->code == 0 && WIFEXITED(how))
        p->code = WEXITSTATUS(how);
    p->tried[i] = true;
}

/* A moment, or until a child has ended: meanwhile somebody may want to stop. */
static void child_wait(struct pool *p)
{
    const struct timespec moment = {.tv_nsec = 20000000};
    int how, process = waitpid(-1, &how, WNOHANG);
    if (process == 0)
        nanosleep(&moment, NULL);
    for (int i = 0; i < p->runs->n && process > 0; i++)
        if (p->state[i] == RUNNING && p->process[i] == process)
            child_ended(p, i, how);
}

static void children_end(struct pool *p)
{
    for (int i = 0; i < p->runs->n; i++)
        if (p->state[i] == RUNNING)
            interrupt_process(p->process[i]);
    while (p->n_running > 0)
        child_wait(p);
}

static int count(const struct pool *p, enum run_state state)
{
    int n = 0;
    for (int i = 0; i < p->runs->n; i++)
        n += p->state[i] == state;
    return n;
}

static enum status pool_work(struct pool *p, struct meter *meter, int already)
{
    int next;
    while ((next = next_of(p)) >= 0 || p->n_running > 0) {
        if (*interrupt_asked())
            return faults_add(p->runs->call->faults, STATUS_INTERRUPTED, "", "",
                              _("The same command makes the others."),
                              _("interrupted with %d of %d runs made"), count(p, MADE), p->runs->n);
        meter_tell(meter, count(p, MADE) - already);
        if (next >= 0 && p->n_running < p->processes)
            TRY(child_begin(p, next));
        else
            child_wait(p);
    }
    return STATUS_OK;
}

/* The names of runs, as many as a person wants to read. */
static const char *names_of(const struct runs *r, const bool *which)
{
    struct text t = text_new(r->call->arena);
    int n = 0;
    for (int i = 0; i < r->n; i++) {
        if (!which[i])
            continue;
        if (n++ < NAMED_MOST)
            text_print(&t, "%s%s", n > 1 ? ", " : "", r->list[i].name);
    }
    if (n > NAMED_MOST)
        text_print(&t, _(" and %d more"), n - NAMED_MOST);
    return text_done(&t);
}

/* What the run itself said is what was wrong. */
static enum status status_of(int code)
{
    for (int s = 1; s < STATUS_COUNT; s++)
        if (status_exit_code((enum status)s) == code)
            return (enum status)s;
    return STATUS_UNREADABLE;
}

static enum status failed_tell(const struct pool *p)
{
    const struct runs *r = p->runs;
    bool *failed = NEW_ARRAY(r->call->arena, bool, r->n + 1);
    int n = count(p, FAILED);
    for (int i = 0; i < r->n; i++)
        failed[i] = p->state[i] == FAILED;
    return n == 0 ? STATUS_OK
                  : faults_add(r->call->faults, status_of(p->code), "", "",
                               _("The others are kept: the same command makes these alone."),
                               PLURAL("%d run failed: %s", "%d runs failed: %s", n), n,
                               names_of(r, failed));
}

enum status runs_make(struct runs *r, int processes)
{
    struct arena *a = r->call->arena;
    struct pool p = {.runs = r, .processes = processes,
                     .state = NEW_ARRAY(a, enum run_state, r->n + 1),
                     .process = NEW_ARRAY(a, int, r->n + 1), .tried = NEW_ARRAY(a, bool, r->n + 1)};
    for (int i = 0; i < r->n; i++)
        p.state[i] = r->done[i] ? MADE : WAITING;
    int already = count(&p, MADE);
    struct meter meter =
        meter_begin(_("runs"), r->n - already, !call_option(r->call, OPTION_QUIET)->given);
    TRY(folder_make(r->results, r->call->faults));
    interrupt_begin(_("Stopping; the runs that are made are kept. Ctrl-C again ends at once."));
    enum status s = pool_work(&p, &meter, already);
    children_end(&p);
    meter_end(&meter);
    TRY(s);
    return failed_tell(&p);
}

/* ---- together ----------------------------------------------------------- */

static enum status missing_tell(const struct runs *r)
{
    bool *missing = NEW_ARRAY(r->call->arena, bool, r->n + 1);
    int n = 0;
    for (int i = 0; i < r->n; i++)
        n += missing[i] = !r->done[i];
    return n == 0 ? STATUS_OK
                  : faults_add(r->call->faults, STATUS_UNREADABLE, r->results, "",
                               _("Make them with --jobs, or leave out --merge."),
                               PLURAL("%d result is missing: %s", "%d results are missing: %s", n),
                               n, names_of(r, missing));
}

enum status runs_read(struct runs *r, struct run_result **out)
{
    struct run_result *list = NEW_ARRAY(r->call->arena, struct run_result, r->n + 1);
    TRY(missing_tell(r));
    for (int i = 0; i < r->n; i++) {
        struct arena *a = arena_new();
        enum status s =
            run_read(a, r->files[i], &r->list[i], r->keys[i], &list[i], r->call->faults);
        arena_free(a);
        TRY(s);
    }
    *out = list;
    return STATUS_OK;
}
