/* One line on the terminal that tells how the solving goes. */
#ifndef APP_PROGRESS_H
#define APP_PROGRESS_H

#include "ledsaga/solver.h"

struct progress_line {
    double told; /* when the line was last written, in seconds of the solve */
    bool standing; /* there is a line to wipe off */
};

/* For struct solve_options; listener is a struct progress_line. */
void progress_tell(void *listener, const struct progress *now);
/* Wipe the line off. */
void progress_end(struct progress_line *line);

#endif
