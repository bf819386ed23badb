#include "app/colour.h"
#include "app/interrupt.h"
#include "app/marginal.h"
#include "app/meter.h"
#include "app/terminal.h"
#include "app/week_choice.h"
#include "base/text.h"
#include "ledsaga/whatif.h"
#include "ledsaga/workspace.h"

#include <stdio.h>

enum { WIDTH_OF_A_FILE = 100 };

const char *axis_choice(int i, const char **text)
{
    *text = i < AXIS_COUNT ? AXIS_ROWS[i].text : NULL;
    return i < AXIS_COUNT ? AXIS_ROWS[i].name : NULL;
}

struct counted {
    struct meter meter;
    int done;
};

static void point_told(void *context, int done)
{
    struct counted *c = context;
    c->done += done;
    meter_tell(&c->meter, c->done);
}

static struct solve_options options_of(const struct call *call, const struct problem *p)
{
    const struct option_value *effort = call_option(call, OPTION_RUN_EFFORT);
    return (struct solve_options){
        .seed = (uint64_t)call_option(call, OPTION_SEED)->integer,
        .effort = run_effort(p, effort->given ? effort->integer : EFFORT_SHORT),
        .prove = true,
        .threads = (int)call_option(call, OPTION_THREADS)->integer,
        .stop = interrupt_asked()};
}

static enum status points_find(struct call *call, const struct problem *p,
                               const struct solve_options *options, const struct frontier **out)
{
    enum axis x = (enum axis)call_option(call, OPTION_AXIS)->integer;
    enum axis y = (enum axis)call_option(call, OPTION_AGAINST)->integer;
    int most = (int)call_option(call, OPTION_POINTS)->integer;
    struct counted c = {
        meter_begin(_("points"), most + 1, !call_option(call, OPTION_QUIET)->given), 0};
    meter_tell(&c.meter, 0);
    if (x == y)
        return faults_add(call->faults, STATUS_USAGE, "", "",
                          _("Name two different things with --axis and --against."),
                          _("nothing can be traded for itself"));
    enum status s =
        frontier_find(call->arena, p, x, y, options, most, point_told, &c, out, call->faults);
    meter_end(&c.meter);
    return s;
}

enum status cmd_frontier(struct call *call)
{
    const char *dir = call_operand(call);
    const struct option_value *width = call_option(call, OPTION_WIDTH);
    int columns = width->given ? (int)width->integer : terminal_width(stdout, WIDTH_OF_A_FILE);
    int top = (int)call_option(call, OPTION_TOP)->integer, iso_year, iso_week;
    struct arena *a = call->arena;
    const struct problem *p;
    const struct frontier *f;
    struct marginals m = {0};
    TRY(week_choose(call, dir, &iso_year, &iso_week));
    TRY(workspace_read(a, dir, iso_year, iso_week, &p, call->faults));
    struct solve_options options = options_of(call, p);
    interrupt_begin(_("Stopping; what was found so far is told. Ctrl-C again ends at once."));
    TRY(points_find(call, p, &options, &f));
    bool asked = top > 0 && !*interrupt_asked();
    if (asked)
        TRY(marginals_find(call, dir, &p->week, &options, top, &m));
    bool json = call_option(call, OPTION_JSON)->given;
    if (!json && call_option(call, OPTION_QUIET)->given)
        return STATUS_OK;
    fputs(json
              ? frontier_json(a, p, f, asked ? &m : NULL)
              : frontier_text(a, p, f, asked ? &m : NULL, columns, colour_wanted(call)),
          stdout);
    return !*interrupt_asked()
               ? STATUS_OK
               : faults_add(call->faults, STATUS_INTERRUPTED, "", "",
                            _("The same command begins anew; --points and --top shorten it."),
                            _("interrupted; this is what had been found"));
}
