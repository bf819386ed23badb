/* ledsaga COMMAND [ARGUMENT] [OPTION]...: find the command, let it run, say what
 * went wrong. */
#include "app/command.h"
#include "app/complaint.h"
#include "app/help.h"
#include "app/language.h"
#include "base/text.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

static enum status operands_check(const struct call *call, struct faults *f)
{
    const struct command *c = call->command;
    int most = strstr(c->operands, "...") ? INT_MAX : *c->operands ? 1 : 0;
    int needed = most && *c->operands != '[';
    const char *help = arena_print(call->arena, _("'ledsaga help %s' tells more."),
                                   c->name);
    if (call->arguments.n_operands < needed)
        return faults_add(f, STATUS_USAGE, "", "", help,
                          _("'%s' needs to know %s"), c->name, c->operands);
    if (call->arguments.n_operands > most)
        return faults_add(f, STATUS_USAGE, "", "", help,
                          _("'%s' does not know what to do with '%s'"), c->name,
                          call->arguments.operands[most]);
    if (call->arguments.n_operands > 0 && !*call_operand(call))
        return faults_add(f, STATUS_USAGE, "", "", help,
                          _("the argument of '%s' is empty"), c->name);
    return STATUS_OK;
}

static enum status command_run(struct arena *a, int argc, char **argv,
                               struct faults *f)
{
    struct call call = {.arena = a, .faults = f};
    TRY(command_find(a, argv[0], &call.command, f));
    TRY(options_parse(a, call.command->name, call.command->options, argc, argv,
                      &call.arguments, f));
    if (call_option(&call, OPTION_HELP)->given) {
        fputs(help_command(a, call.command), stdout);
        return STATUS_OK;
    }
    TRY(operands_check(&call, f));
    return call.command->run(&call);
}

/* --help and --version without a command are GNU's custom. */
static char *command_meant(struct arena *a, char *word)
{
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
        return arena_copy(a, "help");
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0)
        return arena_copy(a, "version");
    return word;
}

/* --lang may stand before the command, as in many programs: it is put behind. */
static void language_behind(int argc, char **argv)
{
    int words = argc > 2 && strncmp(argv[1], "--lang=", 7) == 0 ? 1
                : argc > 3 && strcmp(argv[1], "--lang") == 0    ? 2
                                                                : 0;
    char *command = argv[words + 1];
    memmove(argv + 2, argv + 1, (size_t)words * sizeof *argv);
    argv[1] = command;
}

/* A full disk may show in any write, not only in the last one. */
static enum status output_end(enum status s, struct faults *f)
{
    bool written = fflush(stdout) == 0 && !ferror(stdout);
    if (written || f->seen > 0)
        return s;
    return faults_add(f, STATUS_UNWRITABLE, "", "", "",
                      _("the output could not be written"));
}

static enum status program_run(struct arena *a, int argc, char **argv,
                               struct faults *f)
{
    if (argc < 2) {
        fputs(help_program(a), stderr);
        return STATUS_USAGE;
    }
    language_behind(argc, argv);
    argv[1] = command_meant(a, argv[1]);
    return command_run(a, argc - 1, argv + 1, f);
}

int main(int argc, char **argv)
{
    struct arena *a = arena_new();
    struct faults f = {0};
    language_begin(argc, argv);
    enum status s = output_end(program_run(a, argc, argv, &f), &f);
    if (s == STATUS_INTERRUPTED && f.seen == 0)
        fprintf(stderr, "ledsaga: %s\n", _(status_sentence(s)));
    complaint_print(&f);
    arena_free(a);
    return status_exit_code(s);
}
