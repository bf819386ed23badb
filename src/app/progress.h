/* One line on the terminal that tells how the solving goes. */
#ifndef APP_PROGRESS_H
#define APP_PROGRESS_H

#include "ledsaga/solver.h"

struct progress_line {
    double told; /* when the line was last written, in seconds of the solve */
    bool standing; /* there is a line to wipe off */
};

/* Write the line anew, if the last one has stood long enough to be read. */
void progress_tell(struct progress_line *line, const struct progress *now);
/* Wipe the line off. */
void progress_end(struct progress_line *line);

#endif
