/* What the terminal can do, if there is one. */
#ifndef APP_TERMINAL_H
#define APP_TERMINAL_H

#include <stdbool.h>
#include <stdio.h>

/* Columns of the terminal behind the stream; `otherwise` if it is none. */
int terminal_width(FILE *stream, int otherwise);
bool terminal_is(FILE *stream);
/* A terminal that shows colours, to somebody who has not set NO_COLOR. */
bool terminal_colours(FILE *stream);

#endif
