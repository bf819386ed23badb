/* What is said of the program as a whole, all of it from the lists of commands,
 * options, statuses, rules and figures. */
#ifndef APP_HELP_H
#define APP_HELP_H

#include "app/command.h"

const char *help_program(struct arena *a);
const char *help_command(struct arena *a, const struct command *c);
/* man(7) source, in English. */
const char *help_manual(struct arena *a);
/* Functions for bash. */
const char *help_completion(struct arena *a);

#endif
