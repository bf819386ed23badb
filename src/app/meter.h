/* One line on the terminal that tells how far many pieces of work have come, and how long
 * what is left will take at this pace. */
#ifndef APP_METER_H
#define APP_METER_H

#include <stdbool.h>

struct meter {
    const char *what; /* "runs", in the language set */
    int n;
    double began, told; /* on base/clock's clock */
    bool shown, standing;
};

/* shown: on a terminal, and talk is wanted. */
struct meter meter_begin(const char *what, int n, bool shown);
/* Write the line anew if the last one has stood long enough to be read. */
void meter_tell(struct meter *meter, int done);
/* Wipe it off. */
void meter_end(struct meter *meter);

#endif
