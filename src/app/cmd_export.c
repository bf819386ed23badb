/* Each format is a row: its name, what it is, and who writes it. */
#include "adapters/import/import.h"
#include "adapters/calendar/picture.h"
#include "app/handout.h"
#include "app/interrupt.h"
#include "app/personal.h"
#include "app/settled.h"
#include "app/week_choice.h"
#include "base/clock.h"
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

static enum status bytes_out(struct call *call, const struct judged *j, const char *name,
                             const char *bytes, size_t length)
{
    const char *path;
    TRY(out_path(call, j->dir, j->iso_year, j->iso_week, name, &path));
    if (to_stdout(call)) {
        fwrite(bytes, 1, length, stdout);
        return STATUS_OK;
    }
    TRY(file_write(path, bytes, length, call->faults));
    told(call, path);
    return STATUS_OK;
}

/* What is written of the roster as it is, into one file. */
static enum status sheet_out(struct call *call, const char *name,
                             const char *(*write)(struct arena *a, const struct sheet *s))
{
    struct judged j;
    TRY(judged_read(call, &j));
    const char *bytes = write(call->arena, &j.sheet);
    return bytes_out(call, &j, name, bytes, strlen(bytes));
}

static enum status html_write(struct call *call)
{
    return sheet_out(call, "out/week.html", page_html);
}

static enum status csv_write(struct call *call)
{
    return sheet_out(call, "out/week.csv", roster_csv);
}

static enum status xlsx_write(struct call *call)
{
    struct judged j;
    const char *bytes;
    size_t length;
    TRY(judged_read(call, &j));
    TRY(roster_xlsx(call->arena, &j.sheet, &bytes, &length, call->faults));
    return bytes_out(call, &j, "out/week.xlsx", bytes, length);
}

/* ---- what people get of their own ------------------------------------------------- */

static const char *ics_of(struct arena *a, const struct publication *of, int diary)
{
    struct feed feed = publication_feed(of, diary);
    return feed_ics(a, &feed);
}

static const char *jcal_of(struct arena *a, const struct publication *of, int diary)
{
    struct feed feed = publication_feed(of, diary);
    return feed_jcal(a, &feed);
}

static struct own_week own_week(const struct publication *of, int diary)
{
    return (struct own_week){.diary = &of->diaries[diary],
                             .week = &of->problem->week,
                             .settings = of->settings,
                             .problem = of->problem,
                             .now_utc = of->changed_utc,
                             .shelf = of->shelf,
                             .synthetic = of->problem->synthetic};
}

static const char *page_of(struct arena *a, const struct publication *of, int diary)
{
    struct own_week week = own_week(of, diary);
    return own_week_html(a, &week);
}

static const char *text_of(struct arena *a, const struct publication *of, int diary)
{
    struct own_week week = own_week(of, diary);
    return own_week_text(a, &week);
}

static const struct personal_form ICS = {"calendars", "ics", ics_of},
                                  JCAL = {"calendars", "json", jcal_of},
                                  PAGE = {"pages", "html", page_of},
                                  TEXT = {"pages", "txt", text_of};

/* The place of --client or --escort among the diaries; NONE, and OK, where neither was
 * said. */
static enum status person_asked(struct call *call, const struct problem *p, int *out)
{
    const char *client = call_option(call, OPTION_CLIENT)->text;
    const char *escort = call_option(call, OPTION_ESCORT)->text;
    *out = NONE;
    if (client && escort)
        return faults_add(call->faults, STATUS_USAGE, "", "", "",
                          _("only one of --client and --escort can be meant"));
    if (!client && !escort)
        return STATUS_OK;
    *out = client ? problem_find_client(p, client) : problem_find_escort(p, escort);
    if (*out == NONE)
        return faults_add(call->faults, STATUS_USAGE, "", "",
                          _("unit.json lists everybody."),
                          client ? _("there is no client '%s'") : _("there is no escort '%s'"),
                          client ? client : escort);
    *out += client ? 0 : p->n_clients;
    return STATUS_OK;
}

static enum status form_of_one(struct call *call, const struct judged *j,
                               const struct publication *of, int diary,
                               const struct personal_form *form)
{
    const char *path = call_option(call, OPTION_OUT)->text;
    const char *bytes = personal_bytes(call->arena, of, diary, form);
    if (!path || to_stdout(call)) {
        fputs(bytes, stdout);
        return STATUS_OK;
    }
    TRY(out_path(call, j->dir, j->iso_year, j->iso_week, "", &path));
    TRY(file_write(path, bytes, strlen(bytes), call->faults));
    told(call, path);
    return STATUS_OK;
}

/* What a replan told is as before here, and yet in files that are not. */
static void told_counts(const struct call *call, const struct told_counts *n, int written,
                        int files)
{
    if (call_option(call, OPTION_QUIET)->given)
        return;
    printf(_("New: %d, changed: %d, cancelled: %d, as before: %d."), n->told, n->moved,
           n->cancelled, n->unchanged);
    putchar('\n');
    printf(_("Files written: %d of %d."), written, files);
    putchar('\n');
}

static enum status forms_of_all(struct call *call, const struct judged *j,
                                const struct publication *of,
                                const struct told_counts *counts,
                                const struct personal_form *const *forms)
{
    const struct problem *p = j->sheet.problem;
    const char *path;
    int written = 0, files = 0;
    TRY(out_path(call, j->dir, j->iso_year, j->iso_week, "out", &path));
    for (int i = 0, n; forms[i]; i++) {
        TRY(personal_write(call, of, forms[i], path, &n));
        written += n;
        files += p->n_clients + p->n_escorts;
    }
    told(call, arena_print(call->arena, "%s/%s", path, forms[0]->folder));
    told_counts(call, counts, written, files);
    return STATUS_OK;
}

/* Everybody's in all the forms, or one person's in the first. */
static enum status personal_out(struct call *call, const struct personal_form *const *forms)
{
    const bool of_one = call_option(call, OPTION_CLIENT)->given ||
                        call_option(call, OPTION_ESCORT)->given;
    struct judged j;
    struct handout h;
    int one;
    if (to_stdout(call) && !of_one)
        return faults_add(call->faults, STATUS_USAGE, "", "",
                          _("Say a folder with --out, or one person with --client or "
                            "--escort."),
                          _("these are many files and cannot go to standard output"));
    TRY(workspace_claim(call, call_operand(call)));
    TRY(judged_read(call, &j));
    TRY(person_asked(call, j.sheet.problem, &one));
    TRY(handout_tell(call, &j, &h));
    if (forms[0] == &PAGE)
        TRY(pictures_check(call->arena, h.settings, j.sheet.problem, call->faults));
    const struct publication of = handout_publication(call->arena, &h, j.dir, j.sheet.problem);
    return one != NONE ? form_of_one(call, &j, &of, one, forms[0])
                       : forms_of_all(call, &j, &of, &h.counts, forms);
}

static enum status ics_write(struct call *call)
{
    return personal_out(call, (const struct personal_form *const[]){&ICS, NULL});
}

static enum status jcal_write(struct call *call)
{
    return personal_out(call, (const struct personal_form *const[]){&JCAL, NULL});
}

static enum status pages_write(struct call *call)
{
    return personal_out(call, (const struct personal_form *const[]){&PAGE, &TEXT, NULL});
}

static enum status text_write(struct call *call)
{
    return personal_out(call, (const struct personal_form *const[]){&TEXT, NULL});
}

static enum status week_ics_write(struct call *call)
{
    return sheet_out(call, "out/week.ics", week_ics);
}

/* ---- the integer program ------------------------------------------------ */

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

/* Needs no roster. */
static enum status imported_out(struct call *call)
{
    struct arena *a = call->arena;
    struct judged j = {.dir = call_operand(call)};
    const struct problem *p;
    const struct imported *im;
    TRY(week_choose(call, j.dir, &j.iso_year, &j.iso_week));
    TRY(workspace_read(a, j.dir, j.iso_year, j.iso_week, &p, call->faults));
    TRY(imported_read(a, workspace_path(a, j.dir, j.iso_year, j.iso_week, "imported.json"),
                      &p->week, &im, call->faults));
    const char *bytes = imported_ics(a, im, &p->week);
    return bytes_out(call, &j, "out/imported.ics", bytes, strlen(bytes));
}

static const struct format {
    const char *name, *text; /* text: gettext key */
    enum status (*write)(struct call *call);
} FORMATS[] = {
    {"html", N_("a page of the week for a browser"), html_write},
    {"csv", N_("a list of the visits for spreadsheets and other programs"), csv_write},
    {"xlsx", N_("a workbook: by day, by escort, by client, not served"), xlsx_write},
    {"ics", N_("a calendar for each client and escort; hands the roster out"), ics_write},
    {"jcal", N_("the same as JSON (jCal)"), jcal_write},
    {"pages", N_("the own week of each client and escort as a page and as plain text; hands "
                 "the roster out"),
     pages_write},
    {"text", N_("the same as plain text alone"), text_write},
    {"week-ics", N_("the whole week as one calendar, for the office"), week_ics_write},
    {"imported", N_("what was imported, as a calendar with every line that it had"),
     imported_out},
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
