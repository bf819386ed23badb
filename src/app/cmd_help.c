#include "app/help.h"

#include <stdio.h>

enum status cmd_help(struct call *call)
{
    const struct command *c;
    if (call_option(call, OPTION_MAN)->given) {
        fputs(help_manual(call->arena), stdout);
    } else if (call_option(call, OPTION_COMPLETION)->given) {
        fputs(help_completion(call->arena), stdout);
    } else if (call_operand(call)) {
        TRY(command_find(call->arena, call_operand(call), &c, call->faults));
        fputs(help_command(call->arena, c), stdout);
    } else {
        fputs(help_program(call->arena), stdout);
    }
    return STATUS_OK;
}
