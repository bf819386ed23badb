#include "app/colour.h"
#include "app/judged.h"
#include "app/terminal.h"
#include "base/text.h"

#include <stdio.h>

enum { WIDTH_OF_A_FILE = 100 };

static const char *const ORDERS[] = {
    [SHOW_BY_DAY] = "day", [SHOW_BY_ESCORT] = "escort", [SHOW_BY_CLIENT] = "client", NULL};

const char *order_choice(int i, const char **text)
{
    *text = NULL;
    return ORDERS[i];
}

/* An id that nobody has would print an empty roster. */
static enum status only_known(const struct problem *p, const char *only,
                              struct faults *f)
{
    if (!only || problem_find_escort(p, only) != NONE ||
        problem_find_client(p, only) != NONE)
        return STATUS_OK;
    return faults_add(f, STATUS_USAGE, "", "", _("The ids are in unit.json."),
                      _("there is no escort or client '%s'"), only);
}

enum status cmd_show(struct call *call)
{
    struct judged j;
    const char *only = call_option(call, OPTION_ONLY)->text;
    const struct option_value *width = call_option(call, OPTION_WIDTH);
    TRY(judged_read(call, &j));
    TRY(only_known(j.sheet.problem, only, call->faults));
    if (call_option(call, OPTION_JSON)->given)
        fputs(show_json(call->arena, &j.sheet), stdout);
    else
        fputs(show_text(call->arena, &j.sheet,
                        (enum show_order)call_option(call, OPTION_BY)->integer,
                        only,
                        width->given ? (int)width->integer
                                     : terminal_width(stdout, WIDTH_OF_A_FILE),
                        colour_wanted(call)),
              stdout);
    return STATUS_OK;
}
