#include "app/command.h"

#include "adapters/import/import.h"
#include "app/password.h"
#include "app/settled.h"
#include "app/terminal.h"
#include "app/week_choice.h"
#include "base/file.h"
#include "base/text.h"
#include "ledsaga/workspace.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { WIDTH_OF_A_FILE = 100 };

struct importing {
    struct call *call;
    const char *dir;
    int iso_year, iso_week;
    const struct problem *problem; /* as the week is now */
    int n;
    struct import_source *sources;
    const struct imported *before;
    struct import_result **results; /* [n] */
    const char *text; /* week.json as it becomes; NULL = as it is */
    const struct problem *becomes;
};

/* ---- sources ---- */

static enum status wrong(struct importing *x, const char *remedy, const char *what)
{
    return faults_add(x->call->faults, STATUS_USAGE, "", "", remedy, "%s", what);
}

/* "plan-v48" of "lists/plan v48.csv": what of a file's name can be in the name of a source. */
static const char *file_stem(struct arena *a, const char *address)
{
    const char *slash = strrchr(address, '/'), *name = slash ? slash + 1 : address;
    struct text t = text_new(a);

    for (const char *s = name; *s && (*s != '.' || s == name) && t.length < 20; s++)
        if (isascii(*s) && isalnum((unsigned char)*s))
            text_add_bytes(&t, s, 1);
        else if (t.length > 0 && text_done(&t)[t.length - 1] != '-')
            text_add(&t, "-");
    return text_done(&t);
}

/* "e001-busy", or what --source says. There are many tables, even of one person: one is
 * known by the name of its file. */
static const char *source_id(struct importing *x, const struct import_source *s)
{
    struct arena *a = x->call->arena;
    const char *said = call_option(x->call, OPTION_SOURCE)->text;
    const char *word = import_meaning_word(s->as);
    const char *own = *s->whose ? arena_print(a, "%.40s-%s", s->whose, word) : word;

    if (said)
        return said;
    const char *stem = import_names_table(s->address) ? file_stem(a, s->address) : "";
    return *stem ? arena_print(a, "%s-%s", stem, own) : own;
}

static bool id_like(const char *s)
{
    size_t n = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    return n >= 1 && n <= 64 && !s[n];
}

static enum status source_named(struct importing *x, struct import_source *s)
{
    const struct call *call = x->call;
    const struct option_value *as = call_option(call, OPTION_AS);
    const char *whose = call_option(call, OPTION_FOR)->text;

    if (!as->given)
        return wrong(x, _("'ledsaga help import' lists what --as can say."),
                     _("nothing is imported: say what it means with --as, and whose it is with "
                       "--for"));
    *s = (struct import_source){.as = (enum import_meaning)(as->integer + 1),
                                .whose = whose ? whose : "",
                                .address = call->arguments.operands[1],
                                .map = call_option(call, OPTION_MAP)->text,
                                .user = call_option(call, OPTION_USER)->text,
                                .password_file = call_option(call, OPTION_PASSWORD_FILE)->text,
                                .partial = call_option(call, OPTION_PARTIAL)->given};
    TRY(import_source_check(call->arena, s, x->problem, call->faults));
    s->id = source_id(x, s);
    if (!id_like(s->id))
        return wrong(x, _("A name is 1 to 64 letters A-Z a-z, digits, dots, hyphens and underscores."),
                     _("--source cannot be that"));
    return STATUS_OK;
}

/* Several files of one command are one source: what none of them has is gone. */
static enum status sources_named(struct importing *x)
{
    const struct arguments *given = &x->call->arguments;
    struct import_source *s = NEW(x->call->arena, struct import_source);
    const char **addresses = given->operands + 1;

    TRY(source_named(x, s));
    s->n_more = given->n_operands - 2;
    s->more = addresses + 1;
    x->sources = s;
    x->n = 1;
    return STATUS_OK;
}

static enum status sources_listed(struct importing *x)
{
    static const enum option_id OF_A_SOURCE[] = {OPTION_AS, OPTION_FOR, OPTION_SOURCE,
                                                 OPTION_MAP, OPTION_PARTIAL};

    for (size_t i = 0; i < sizeof OF_A_SOURCE / sizeof *OF_A_SOURCE; i++)
        if (call_option(x->call, OF_A_SOURCE[i])->given)
            return wrong(x, _("Name the source, or leave the option out."),
                         arena_print(x->call->arena,
                                     _("--%s is for a source that is named; sources.json says it itself"),
                                     OPTION_ROWS[OF_A_SOURCE[i]].name));
    return import_sources_read(x->call->arena, x->dir, x->problem, &x->sources, &x->n,
                               x->call->faults);
}

static enum status passwords_find(struct importing *x)
{
    for (int i = 0; i < x->n; i++)
        TRY(password_find(x->call, x->sources[i].user, x->sources[i].password_file,
                          &x->sources[i].password));
    return STATUS_OK;
}

/* ---- reading and telling ---- */

static enum status results_find(struct importing *x)
{
    struct arena *a = x->call->arena;
    bool anyway = call_option(x->call, OPTION_IMPORT_FORCE)->given;

    x->results = NEW_ARRAY(a, struct import_result *, x->n + 1);
    for (int i = 0; i < x->n; i++) {
        struct import_reading *r;
        TRY(import_read(a, &x->sources[i], x->problem, &r, x->call->faults));
        x->results[i] = import_compare(a, r, x->before, anyway);
    }
    return import_try(a, x->dir, &x->problem->week, x->results, x->n, &x->text, &x->becomes,
                      x->call->faults);
}

static bool is_lost(const struct import_reading *r)
{
    return r->n_broken > 0 && r->n_sayings == 0;
}

static bool nothing_read(const struct importing *x)
{
    for (int i = 0; i < x->n; i++)
        if (!is_lost(x->results[i]->reading))
            return false;
    return x->n > 0;
}

/* A source of which nothing could be read is a fault, also for who asked to be told no more. */
static void lost_tell(struct importing *x)
{
    for (int i = 0; i < x->n; i++)
        if (is_lost(x->results[i]->reading))
            faults_add(x->call->faults, STATUS_BREACH, x->sources[i].address, "",
                       x->results[i]->reading->broken,
                       _("Nothing of it could be read."));
}

static const char *outcome_told(struct importing *x, bool applied)
{
    struct arena *a = x->call->arena;
    int changes = import_changes(x->results, x->n);

    if (changes == 0 && nothing_read(x))
        return _("Nothing was imported.");
    if (changes == 0)
        return _("There is nothing to change.");
    if (applied)
        return arena_print(a, PLURAL("%d change was written into %s.",
                                     "%d changes were written into %s.", changes),
                           changes,
                           workspace_path(a, x->dir, x->iso_year, x->iso_week, "week.json"));
    return arena_print(a, PLURAL("Nothing is written yet: --apply writes the change.",
                                 "Nothing is written yet: --apply writes the %d changes.",
                                 changes),
                       changes);
}

static void tell(struct importing *x, bool applied)
{
    struct arena *a = x->call->arena;
    const struct option_value *width = call_option(x->call, OPTION_WIDTH);

    if (call_option(x->call, OPTION_JSON)->given) {
        fputs(import_json(a, x->results, x->n, &x->problem->week, applied), stdout);
        return;
    }
    if (call_option(x->call, OPTION_QUIET)->given)
        return;
    fputs(import_text(a, x->results, x->n,
                      width->given ? (int)width->integer
                                   : terminal_width(stdout, WIDTH_OF_A_FILE)),
          stdout);
    puts(outcome_told(x, applied));
}

/* ---- the command ---- */

static enum status begin(struct importing *x)
{
    struct call *call = x->call;
    struct arena *a = call->arena;

    if (call_option(call, OPTION_APPLY)->given && call_option(call, OPTION_IMPORT_DRY)->given)
        return wrong(x, "", _("--apply writes and --dry-run does not: say one of them"));
    TRY(week_choose(call, x->dir, &x->iso_year, &x->iso_week));
    if (call_option(call, OPTION_APPLY)->given)
        TRY(workspace_claim(call, x->dir));
    TRY(workspace_read(a, x->dir, x->iso_year, x->iso_week, &x->problem, call->faults));
    TRY(call->arguments.n_operands > 1 ? sources_named(x) : sources_listed(x));
    TRY(passwords_find(x));
    return imported_read(a, workspace_path(a, x->dir, x->iso_year, x->iso_week, "imported.json"),
                         &x->problem->week, &x->before, call->faults);
}

static enum status apply(struct importing *x)
{
    struct call *call = x->call;

    TRY(import_apply(call->arena, x->dir, &x->problem->week, x->results, x->n, x->text, x->before,
                     call->faults));
    if (x->text)
        TRY(journal_append(x->dir, x->becomes, "import", 0, NULL, call->faults));
    return STATUS_OK;
}

enum status cmd_import(struct call *call)
{
    struct importing x = {.call = call, .dir = call_operand(call)};
    bool applies = call_option(call, OPTION_APPLY)->given;

    TRY(begin(&x));
    TRY(results_find(&x));
    if (applies)
        TRY(apply(&x));
    tell(&x, applies);
    lost_tell(&x);
    return import_clean(x.results, x.n) ? STATUS_OK : STATUS_BREACH;
}
