/* Whether a command's text is to be coloured. */
#ifndef APP_COLOUR_H
#define APP_COLOUR_H

#include "app/command.h"

/* What --color says of text on standard output. */
bool colour_wanted(const struct call *call);

#endif
