#include "app/command.h"

#include "adapters/text/nearest.h"
#include "base/text.h"

#include <string.h>

#define X(name, operands, words, text, more, example, ...)                     \
    static const enum option_id name##_options[] = {__VA_ARGS__, OPTION_END};
COMMAND_LIST(X)
#undef X

const struct command COMMANDS[] = {
#define X(name, operands, words, text, more, example, ...)                     \
    {#name, operands, words, text, more, example, cmd_##name, name##_options},
    COMMAND_LIST(X)
#undef X
    {0},
};

enum { N_COMMANDS = sizeof COMMANDS / sizeof *COMMANDS - 1 };

const char *const *command_names(struct arena *a)
{
    const char **names = NEW_ARRAY(a, const char *, N_COMMANDS + 1);
    for (int i = 0; i < N_COMMANDS; i++)
        names[i] = COMMANDS[i].name;
    return names;
}

enum status command_find(struct arena *a, const char *name,
                         const struct command **out, struct faults *f)
{
    for (int i = 0; i < N_COMMANDS; i++)
        if (strcmp(name, COMMANDS[i].name) == 0) {
            *out = &COMMANDS[i];
            return STATUS_OK;
        }
    const char *near = nearest_word(name, command_names(a));
    return faults_add(f, STATUS_USAGE, "", "",
                      near ? arena_print(a, _("Did you mean '%s'?"), near)
                           : _("'ledsaga help' lists the commands."),
                      _("there is no command '%s'"), name);
}

const char *call_operand(const struct call *call)
{
    return call->arguments.operands[0];
}

const struct option_value *call_option(const struct call *call,
                                       enum option_id id)
{
    return &call->arguments.option[id];
}
