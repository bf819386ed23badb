/* A text as a word of a command line that can be pasted. */
#ifndef APP_SHELL_WORD_H
#define APP_SHELL_WORD_H

#include "ledsaga/arena.h"

/* In single quotes where the shell would make something else of it. */
const char *shell_word(struct arena *a, const char *text);

#endif
