/* How a solve went, as JSON Lines for whoever wants to draw or measure it:
 *   {"seconds":1.25,"phase":"search","served":141,"requests":155,
 *    "tiers":[{"name":"rights","value":4210,"bound":4100},{"name":"rest",...}]}
 * A line for each change of phase, value or bound, and else one in a while, so that a
 * reader sees that the solver lives. Each is written out at once; the last is the result. */
#ifndef ADAPTERS_TRACE_H
#define ADAPTERS_TRACE_H

#include "ledsaga/solver.h"

struct trace;

/* Begin the file at path anew; "-" is standard output. UNWRITABLE. */
enum status trace_begin(struct arena *a, const char *path, struct trace **out,
                        struct faults *f);
/* A write that fails is told by trace_end: it must not stop the solver. */
void trace_tell(struct trace *t, const struct progress *now);
/* The line of the result, whether it is news or not, and the end of the file. last is
 * NULL where there is no result. UNWRITABLE if any write failed. */
enum status trace_end(struct trace *t, const struct progress *last, struct faults *f);

/* One line without its newline; allocated with malloc, NULL without memory. */
char *trace_line(const struct progress *now);

#endif
