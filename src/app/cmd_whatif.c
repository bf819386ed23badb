/* Scenarios side by side. By default the runs that are missing are made here and then laid
 * beside each other; --jobs, --run and --merge are the same three steps by themselves, for
 * an engine that carries a list of jobs to other machines. */
#include "app/colour.h"
#include "app/runs.h"
#include "app/terminal.h"
#include "app/week_choice.h"
#include "base/file.h"
#include "base/text.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WIDTH_OF_A_FILE = 100, PROCESSES_MOST = 64, WEEKS_MOST = 104 };

/* ---- which weeks -------------------------------------------------------- */

static enum status week_there(struct call *call, const struct iso_week *weeks, int n,
                              struct iso_week wanted)
{
    for (int i = 0; i < n; i++)
        if (weeks_compare(weeks[i], wanted) == 0)
            return STATUS_OK;
    return faults_add(call->faults, STATUS_USAGE, call_operand(call), "",
                      n == 1 ? arena_print(call->arena, _("There is one: %04d-W%02d."),
                                           weeks[0].year, weeks[0].week)
                             : arena_print(call->arena, _("There are %d, %04d-W%02d to %04d-W%02d."),
                                           n, weeks[0].year, weeks[0].week, weeks[n - 1].year,
                                           weeks[n - 1].week),
                      _("there is no week %04d-W%02d in it"), wanted.year, wanted.week);
}

static enum status week_named(struct call *call, const char *text, struct iso_week *out)
{
    if (week_parse(text, &out->year, &out->week))
        return STATUS_OK;
    return faults_add(call->faults, STATUS_USAGE, "", "",
                      _("A week is written like 2026-W48, several like 2026-W48..2026-W50."),
                      _("there is no ISO week '%s'"), text);
}

/* "2026-W48..2026-W50" */
static enum status weeks_range(struct call *call, const char *asked, const char *dots,
                               const struct iso_week *there, int n_there,
                               struct iso_week *out, int *n)
{
    struct iso_week last, w;
    TRY(week_named(call, arena_print(call->arena, "%.*s", (int)(dots - asked), asked), &w));
    TRY(week_named(call, dots + 2, &last));
    for (*n = 0; weeks_compare(w, last) <= 0 && *n < WEEKS_MOST;
         week_step(&w.year, &w.week, 1)) {
        TRY(week_there(call, there, n_there, w));
        out[(*n)++] = w;
    }
    if (*n > 0)
        return STATUS_OK;
    return faults_add(call->faults, STATUS_USAGE, "", "", _("Say the earlier week first."),
                      _("there is no week in '%s'"), asked);
}

static enum status weeks_asked(struct call *call, struct iso_week **out, int *n)
{
    const char *dir = call_operand(call), *asked = call_option(call, OPTION_WEEK_RANGE)->text;
    const char *dots = asked ? strstr(asked, "..") : NULL;
    struct iso_week *there;
    int n_there;
    *out = NEW_ARRAY(call->arena, struct iso_week, WEEKS_MOST + 1);
    TRY(weeks_choice(call, dir, &there, &n_there));
    if (dots)
        return weeks_range(call, asked, dots, there, n_there, *out, n);
    *n = 1;
    if (asked && strcmp(asked, "latest") != 0) {
        TRY(week_named(call, asked, *out));
        return week_there(call, there, n_there, (*out)[0]);
    }
    (*out)[0] = there[n_there - 1];
    if (asked || n_there == 1)
        return STATUS_OK;
    return faults_add(call->faults, STATUS_USAGE, dir, "",
                      _("Say one with --week, several as 2026-W48..2026-W50, or --week latest."),
                      _("there are %d weeks, and none was named"), n_there);
}

/* ---- what is asked ------------------------------------------------------ */

struct asked {
    const struct scenario *scenarios;
    int n_scenarios, n_weeks, n_demands;
    struct iso_week *weeks;
    struct runs runs;
};

static const char *results_folder(const struct call *call)
{
    const char *asked = call_option(call, OPTION_RESULTS)->text;
    return asked ? asked : arena_print(call->arena, "%s/whatif", call_operand(call));
}

static struct run_settings settings_of(const struct call *call)
{
    const struct option_value *effort = call_option(call, OPTION_RUN_EFFORT);
    return (struct run_settings){.seed = (uint64_t)call_option(call, OPTION_SEED)->integer,
                                 .effort = effort->given ? effort->integer : EFFORT_SHORT,
                                 .gap = call_option(call, OPTION_GAP)->real,
                                 .prove = !call_option(call, OPTION_NO_PROVE)->given};
}

static enum status scenarios_asked(struct call *call, struct asked *q)
{
    const struct arguments *g = &call->arguments;
    if (g->n_operands < 2)
        return faults_add(call->faults, STATUS_USAGE, "", "",
                          _("'ledsaga whatif --list' tells which there are."),
                          _("'whatif' needs to know a workspace and scenarios"));
    return scenarios_read(call->arena, g->operands[0], g->operands + 1, g->n_operands - 1,
                          &q->scenarios, &q->n_scenarios, call->faults);
}

static void runs_begin(struct call *call, struct asked *q)
{
    q->runs = (struct runs){.call = call, .dir = call_operand(call),
                            .results = results_folder(call), .settings = settings_of(call)};
    q->runs.n = runs_list(call->arena, q->scenarios, q->n_scenarios, q->weeks, q->n_weeks,
                          q->n_demands, &q->runs.list);
}

static enum status asked_read(struct call *call, struct asked *q)
{
    TRY(scenarios_asked(call, q));
    TRY(weeks_asked(call, &q->weeks, &q->n_weeks));
    q->n_demands = (int)call_option(call, OPTION_DEMANDS)->integer;
    runs_begin(call, q);
    return STATUS_OK;
}

/* ---- --list ------------------------------------------------------------- */

static enum status list_print(struct call *call)
{
    const char *dir = call->arguments.n_operands > 0 ? call_operand(call) : NULL;
    const char **ids;
    int n = scenarios_list(call->arena, dir, &ids), n_scenarios;
    const struct scenario *list;
    TRY(scenarios_read(call->arena, dir, ids, n, &list, &n_scenarios, call->faults));
    fputs(call_option(call, OPTION_JSON)->given ? scenarios_json(call->arena, list, n_scenarios)
                                                : scenarios_text(call->arena, list, n_scenarios),
          stdout);
    return STATUS_OK;
}

/* ---- --jobs and --run --------------------------------------------------- */

static const char *quoted(struct arena *a, const char *s)
{
    struct text t = text_new(a);
    static const char PLAIN[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "._-/@:=+,";
    if (*s && s[strspn(s, PLAIN)] == 0)
        return s;
    text_add(&t, "'");
    for (; *s; s++) {
        if (*s == '\'')
            text_add(&t, "'\\'");
        text_add_bytes(&t, s, 1);
    }
    text_add(&t, "'");
    return text_done(&t);
}

/* What of the command line the result depends on, besides the workspace. */
static const char *settings_words(struct arena *a, const struct run_settings *s)
{
    struct text t = text_new(a);
    if (s->seed != 1)
        text_print(&t, " --seed %" PRIu64, s->seed);
    if (s->effort != EFFORT_SHORT)
        text_print(&t, " --effort %" PRId64, s->effort);
    if (s->gap > 0)
        text_print(&t, " --gap %.17g", s->gap);
    if (!s->prove)
        text_add(&t, " --no-prove");
    return text_done(&t);
}

/* As it is called from any folder. */
static const char *anywhere(struct arena *a, const char *path)
{
    char *real = realpath(path, NULL), *here = getcwd(NULL, 0);
    const char *whole = real                      ? arena_copy(a, real)
                        : *path == '/' || !here ? path
                                                  : arena_print(a, "%s/%s", here, path);
    free(real);
    free(here);
    return whole;
}

/* A name without a folder is found by the shell, there as here. */
static const char *program_here(struct arena *a)
{
    const char *name = program_invocation_name;
    return strchr(name, '/') ? anywhere(a, name) : name;
}

static const char *scenario_here(struct arena *a, const char *ref)
{
    return file_exists(ref) ? anywhere(a, ref) : ref;
}

static const char *job_line(struct arena *a, const struct runs *r, int i)
{
    const struct run *run = &r->list[i];
    return arena_print(a, "%s whatif %s%s --results %s --run %s %s",
                       quoted(a, program_here(a)), quoted(a, anywhere(a, r->dir)),
                       settings_words(a, &r->settings), quoted(a, anywhere(a, r->results)),
                       quoted(a, run->name), quoted(a, scenario_here(a, run->scenario->ref)));
}

static enum status jobs_print(struct call *call, struct asked *q)
{
    const struct runs *r = &q->runs;
    TRY(runs_look(&q->runs));
    for (int i = 0; i < r->n; i++)
        if (!r->done[i])
            puts(job_line(call->arena, r, i));
    return STATUS_OK;
}

/* "employ@50:1:2026-W48" -> the scenario, the draw and the week. */
static enum status run_scan(struct call *call, const char *name, const char **scenario,
                            int64_t *demand, struct iso_week *week)
{
    char *end = NULL, *own = arena_copy(call->arena, name);
    char *last = strrchr(own, ':');
    if (last)
        *last = 0;
    char *middle = last ? strrchr(own, ':') : NULL;
    if (middle) {
        *middle = 0;
        *demand = strtoll(middle + 1, &end, 10);
    }
    *scenario = own;
    if (middle && end > middle + 1 && *end == 0 && *demand >= 0 &&
        week_parse(last + 1, &week->year, &week->week))
        return STATUS_OK;
    return faults_add(call->faults, STATUS_USAGE, "", "",
                      _("Runs are named by 'ledsaga whatif --jobs', like employ@50:1:2026-W48."),
                      _("there is no run '%s'"), name);
}

static enum status run_one(struct call *call)
{
    const char *name = call_option(call, OPTION_RUN)->text, *id;
    struct asked q = {.n_weeks = 1};
    struct run run = {.name = name};
    struct iso_week week;
    TRY(run_scan(call, name, &id, &run.demand, &week));
    TRY(scenarios_asked(call, &q));
    for (int i = 0; i < q.n_scenarios; i++)
        if (strcmp(q.scenarios[i].id, id) == 0)
            run.scenario = &q.scenarios[i];
    if (!run.scenario)
        return faults_add(call->faults, STATUS_USAGE, "", "",
                          _("Name its scenario too, as the list of --jobs does."),
                          _("the scenario of the run '%s' is not among those named"), name);
    run.iso_year = week.year;
    run.iso_week = week.week;
    q.runs = (struct runs){.call = call, .dir = call_operand(call),
                           .results = results_folder(call), .settings = settings_of(call),
                           .n = 1, .list = &run};
    enum status s = run_make(&q.runs, 0);
    runs_close(&q.runs);
    return s;
}

/* ---- side by side ------------------------------------------------------- */

static enum status comparison_read(struct call *call, struct asked *q, struct comparison *c)
{
    struct arena *a = call->arena;
    struct run_result *results;
    const char **weeks = NEW_ARRAY(a, const char *, q->n_weeks + 1);
    int64_t *demands = NEW_ARRAY(a, int64_t, q->n_demands + 1);
    TRY(runs_read(&q->runs, &results));
    for (int i = 0; i < q->n_weeks; i++)
        weeks[i] = arena_print(a, "%04d-W%02d", q->weeks[i].year, q->weeks[i].week);
    for (int i = 0; i < q->n_demands; i++)
        demands[i] = i;
    const struct problem *p = q->runs.problem;
    *c = (struct comparison){.unit_id = p->unit_id, .unit_name = p->unit_name,
                             .synthetic = p->synthetic, .weight = &p->weight,
                             .settings = q->runs.settings,
                             .n_scenarios = q->n_scenarios, .n_demands = q->n_demands,
                             .n_weeks = q->n_weeks, .scenarios = q->scenarios,
                             .demands = demands, .weeks = weeks, .results = results};
    comparison_count(a, c);
    return STATUS_OK;
}

/* A page is not to take the place of what it tells of. */
static enum status output_check(struct call *call)
{
    const char *path = call_option(call, OPTION_OUTPUT)->text, *dir = call_operand(call);
    char *real = path ? realpath(path, NULL) : NULL, *home = realpath(dir, NULL);
    size_t n = home ? strlen(home) : 0;
    const char *within = real && home && strncmp(real, home, n) == 0 && real[n] == '/' ? real + n + 1 : "";
    bool own = strcmp(within, "unit.json") == 0 || strcmp(within, "journal.jsonl") == 0 ||
               strncmp(within, "weeks/", 6) == 0 || strncmp(within, "scenarios/", 10) == 0;
    free(real);
    free(home);
    return !own ? STATUS_OK
                : faults_add(call->faults, STATUS_EXISTS, path, "", _("Name another file."),
                             _("this is a file of the workspace, which whatif never changes"));
}

typedef const char *comparison_writer(struct call *call, const struct comparison *c);

static const char *text_write(struct call *call, const struct comparison *c)
{
    const struct option_value *width = call_option(call, OPTION_WIDTH);
    bool shown = !call_option(call, OPTION_OUTPUT)->given;
    int columns = width->given ? (int)width->integer
                  : shown      ? terminal_width(stdout, WIDTH_OF_A_FILE)
                               : WIDTH_OF_A_FILE;
    return whatif_text(call->arena, c, columns, shown && colour_wanted(call));
}

static const char *json_write(struct call *call, const struct comparison *c)
{
    return whatif_json(call->arena, c);
}

static const char *csv_write(struct call *call, const struct comparison *c)
{
    return whatif_csv(call->arena, c);
}

static const char *html_write(struct call *call, const struct comparison *c)
{
    return whatif_html(call->arena, c);
}

static const struct {
    const char *name, *text;
    bool filed; /* into a file unless --output says otherwise */
    comparison_writer *write;
} FORMATS[] = {
    {"text", N_("for the terminal"), false, text_write},
    {"html", N_("a page for a browser or paper"), true, html_write},
    {"json", N_("for other programs"), false, json_write},
    {"csv", N_("a table, one row for each scenario and measure"), false, csv_write},
};
enum { N_FORMATS = sizeof FORMATS / sizeof *FORMATS, FORMAT_TEXT = 0, FORMAT_JSON = 2 };

const char *whatif_format_choice(int i, const char **text)
{
    *text = i < N_FORMATS ? FORMATS[i].text : NULL;
    return i < N_FORMATS ? FORMATS[i].name : NULL;
}

static enum status comparison_write(struct call *call, const struct comparison *c)
{
    bool json = call_option(call, OPTION_JSON)->given;
    int64_t format = json ? FORMAT_JSON : call_option(call, OPTION_WHATIF_FORMAT)->integer;
    const char *path = call_option(call, OPTION_OUTPUT)->text;
    const char *text = FORMATS[format].write(call, c);
    if (!path && FORMATS[format].filed)
        path = arena_print(call->arena, "%s/reports/whatif.%s", call_operand(call),
                           FORMATS[format].name);
    bool shown = format != FORMAT_TEXT || path || !call_option(call, OPTION_QUIET)->given;
    if (!path || strcmp(path, "-") == 0) {
        fputs(shown ? text : "", stdout);
        return STATUS_OK;
    }
    const char *slash = strrchr(path, '/');
    if (slash && slash != path)
        TRY(folder_make(arena_print(call->arena, "%.*s", (int)(slash - path), path),
                        call->faults));
    TRY(file_write(path, text, strlen(text), call->faults));
    if (!call_option(call, OPTION_QUIET)->given)
        printf("%s\n", path);
    return STATUS_OK;
}

/* As many as there are processors. */
static int processes(const struct call *call)
{
    const struct option_value *asked = call_option(call, OPTION_PROCESSES);
    long there = sysconf(_SC_NPROCESSORS_ONLN);
    if (asked->given)
        return (int)asked->integer;
    return there < 1 ? 1 : there > PROCESSES_MOST ? PROCESSES_MOST : (int)there;
}

static enum status compare(struct call *call, struct asked *q)
{
    struct comparison c;
    if (call_option(call, OPTION_JOBS)->given)
        return jobs_print(call, q);
    TRY(output_check(call));
    TRY(runs_look(&q->runs));
    if (!call_option(call, OPTION_MERGE)->given)
        TRY(runs_make(&q->runs, processes(call)));
    TRY(comparison_read(call, q, &c));
    return comparison_write(call, &c);
}

enum status cmd_whatif(struct call *call)
{
    struct asked q = {0};
    if (call_option(call, OPTION_SCENARIOS)->given)
        return list_print(call);
    if (call_option(call, OPTION_JOBS)->given && call_option(call, OPTION_MERGE)->given)
        return faults_add(call->faults, STATUS_USAGE, "", "",
                          _("First list what is missing, then lay results beside each other."),
                          _("--jobs and --merge are two steps"));
    if (call_option(call, OPTION_RUN)->given)
        return run_one(call);
    TRY(asked_read(call, &q));
    enum status s = compare(call, &q);
    runs_close(&q.runs);
    return s;
}
