/* What one more escort would give to a week. */
#ifndef APP_MARGINAL_H
#define APP_MARGINAL_H

#include "app/command.h"
#include "ledsaga/frontier.h"

/* Every skill and language that somebody asks for, and none, on every day of the week planned
 * from the beginning. What each could give at most is read from the prices of the week's
 * certificate; the `top` that promise most are solved anew. Ended early by options->stop, the
 * rest is unknown. */
enum status marginals_find(struct call *call, const char *dir, const struct week *week,
                           const struct solve_options *options, int top, struct marginals *out);

#endif
