/* Each format is a row: its name, what it is, and who writes it. */
#include "app/interrupt.h"
#include "app/judged.h"
#include "app/week_choice.h"
#include "base/file.h"
#include "base/text.h"
#include "ledsaga/solver.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool to_stdout(const struct call *call)
{
    const char *path = call_option(call, OPTION_OUT)->text;
    return path && strcmp(path, "-") == 0;
}

/* What --out says, else a name in the folder of the week; the folders above it
 * are made. */
static enum status out_path(struct call *call, const char *dir, int iso_year,
                            int iso_week, const char *name, const char **out)
{
    const char *path = call_option(call, OPTION_OUT)->text;
    if (!path)
        path = workspace_path(call->arena, dir, iso_year, iso_week, name);
    *out = path;
    if (to_stdout(call))
        return STATUS_OK;
    const char *slash = strrchr(path, '/');
    if (!slash || slash == path)
        return STATUS_OK;
    return folder_make(arena_print(call->arena, "%.*s", (int)(slash - path), path),
                       call->faults);
}

static void told(const struct call *call, const char *path)
{
    if (!call_option(call, OPTION_QUIET)->given)
        printf("%s\n", path);
}

static enum status html_write(struct call *call)
{
    struct judged j;
    const char *path;
    TRY(judged_read(call, &j));
    TRY(out_path(call, j.dir, j.iso_year, j.iso_week, "out/week.html", &path));
    const char *page = page_html(call->arena, &j.sheet);
    if (to_stdout(call)) {
        fputs(page, stdout);
        return STATUS_OK;
    }
    TRY(file_write(path, page, strlen(page), call->faults));
    told(call, path);
    return STATUS_OK;
}

static enum status ics_write(struct call *call)
{
    struct judged j;
    const char *path;
    int written;
    if (to_stdout(call))
        return faults_add(call->faults, STATUS_USAGE, "", "",
                          _("Say a folder with --out."),
                          _("the calendars are many files and cannot go to "
                            "standard output"));
    TRY(judged_read(call, &j));
    TRY(out_path(call, j.dir, j.iso_year, j.iso_week, "out", &path));
    TRY(calendars_write(call->arena, &j.sheet, path, &written, call->faults));
    told(call, arena_print(call->arena, "%s/calendars", path));
    return STATUS_OK;
}

/* The value of tier 1 that the roster file has proved for this very input. */
static bool rights_proved(struct arena *a, const struct problem *p,
                          const char *roster_path, int64_t *value)
{
    struct roster *r;
    struct roster_record record = {0};
    struct faults untold = {0};
    if (!file_exists(roster_path) ||
        roster_read(a, p, roster_path, &r, &record, &untold) != STATUS_OK)
        return false;
    *value = record.rights.value;
    return record.stated && record.input_hash == p->hash &&
           record.rights.value == record.rights.bound;
}

/* The value of tier 1 that tier 2 must keep. */
static enum status rights_kept(struct call *call, const struct problem *p,
                               const char *roster_path, int64_t *value)
{
    const struct solution *s;
    const struct solve_options options = {
        .seed = 1, .prove = true, .stop = interrupt_asked()};
    if (call_option(call, OPTION_RIGHTS)->given) {
        *value = call_option(call, OPTION_RIGHTS)->integer;
        return STATUS_OK;
    }
    if (rights_proved(call->arena, p, roster_path, value))
        return STATUS_OK;
    interrupt_begin(_("Stopping. Ctrl-C again ends at once."));
    TRY(solve(call->arena, p, &options, NULL, &s, call->faults));
    *value = s->rights.value;
    if (s->rights.bound < *value) {
        fprintf(stderr, _("ledsaga: tier 1 is kept at %" PRId64 ", the best "
                          "found; proved is at least %" PRId64),
                *value, s->rights.bound);
        fputc('\n', stderr);
    }
    return s->outcome == OUTCOME_INTERRUPTED ? STATUS_INTERRUPTED : STATUS_OK;
}

/* The writer of programs wants a file with a name: it gets one for a while. */
static enum status program_print(struct arena *a, const struct problem *p,
                                 enum program_format format, int tier,
                                 int64_t rights, struct faults *f)
{
    const char *folder = getenv("TMPDIR");
    char *path = arena_print(a, "%s/ledsaga-XXXXXX",
                             folder && *folder ? folder : "/tmp");
    char *text;
    size_t length;
    int fd = mkstemp(path);
    if (fd < 0)
        return faults_add(f, STATUS_UNWRITABLE, path, "", "", "%s",
                          strerror(errno));
    close(fd);
    enum status s = program_write(p, format, tier, rights, path, f);
    if (s == STATUS_OK)
        s = file_read(a, path, &text, &length, f);
    if (s == STATUS_OK)
        fwrite(text, 1, length, stdout);
    unlink(path);
    return s;
}

static enum status program_out(struct call *call, enum program_format format,
                               const char *suffix)
{
    struct arena *a = call->arena;
    const struct problem *p;
    const char *dir = call_operand(call), *path;
    int tier = (int)call_option(call, OPTION_TIER)->integer;
    int iso_year, iso_week;
    int64_t rights = 0;
    TRY(week_choose(call, dir, &iso_year, &iso_week));
    TRY(workspace_read(a, dir, iso_year, iso_week, &p, call->faults));
    TRY(out_path(call, dir, iso_year, iso_week,
                 arena_print(a, "out/tier%d.%s", tier, suffix), &path));
    if (tier == TIER_REST)
        TRY(rights_kept(call, p,
                        workspace_path(a, dir, iso_year, iso_week, "roster.json"),
                        &rights));
    if (to_stdout(call))
        return program_print(a, p, format, tier, rights, call->faults);
    TRY(program_write(p, format, tier, rights, path, call->faults));
    told(call, path);
    return STATUS_OK;
}

static enum status mathprog_write(struct call *call)
{
    return program_out(call, PROGRAM_MATHPROG, "dat");
}

static enum status mps_write(struct call *call)
{
    return program_out(call, PROGRAM_MPS, "mps");
}

static const struct format {
    const char *name, *text; /* text: gettext key */
    enum status (*write)(struct call *call);
} FORMATS[] = {
    {"html", N_("a page of the week for a browser"), html_write},
    {"ics", N_("a calendar for each client and escort"), ics_write},
    {"mathprog", N_("data for glpsol -m models/roster.mod -d FILE"),
     mathprog_write},
    {"mps", N_("the same program for any solver, free MPS"), mps_write},
    {0},
};

const char *format_choice(int i, const char **text)
{
    *text = FORMATS[i].text;
    return FORMATS[i].name;
}

enum status cmd_export(struct call *call)
{
    const struct option_value *format = call_option(call, OPTION_FORMAT);
    if (!format->given)
        return faults_add(call->faults, STATUS_USAGE, "", "",
                          _("'ledsaga help export' lists the formats."),
                          _("'export' needs --format"));
    return FORMATS[format->integer].write(call);
}
