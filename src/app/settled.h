/* A workspace in which nothing is half changed. What a run that was killed left half done is
 * finished by whichever command comes next. */
#ifndef APP_SETTLED_H
#define APP_SETTLED_H

#include "app/command.h"

/* For whoever writes: keeps other runs out until this one ends, and finishes what was
 * interrupted, in whatever week, which it says on stderr. EXISTS if another run is at work. */
enum status workspace_claim(struct call *call, const char *dir);
/* The same, but waits for the other run, and says so. */
enum status workspace_claim_wait(struct call *call, const char *dir);

/* For whoever reads: the same where something was interrupted, but others are kept out no
 * longer than that takes. Where it cannot be finished, that is said, and reading goes on. */
void workspace_settle(struct call *call, const char *dir);

#endif
