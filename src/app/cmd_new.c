#include "app/command.h"

#include "app/week_choice.h"
#include "base/text.h"
#include "ledsaga/week.h"
#include "ledsaga/workspace.h"

#include <errno.h>
#include <stdio.h>

const char *preset_choice(int i, const char **text)
{
    *text = PRESET_ROWS[i].text;
    return PRESET_ROWS[i].name;
}

static void presets_print(void)
{
    for (const struct preset_row *row = PRESET_ROWS; row->name; row++)
        printf("%-14s %s\n", row->name, _(row->text));
}

static enum status first_week(struct call *call, int *iso_year, int *iso_week)
{
    const char *asked = call_option(call, OPTION_FIRST_WEEK)->text;
    if (!asked)
        week_to_draft(iso_year, iso_week);
    else if (!week_parse(asked, iso_year, iso_week))
        return faults_add(call->faults, STATUS_USAGE, "", "",
                          _("A week is written like 2026-W48."),
                          _("there is no ISO week '%s'"), asked);
    return STATUS_OK;
}

static void told(const char *dir, int iso_year, int iso_week, int weeks,
                 const struct problem *p)
{
    printf(_("%s: %d clients, %d escorts, %d requests in week %04d-W%02d; all "
             "of them invented."),
           dir, p->n_clients, p->n_escorts, p->n_requests, iso_year, iso_week);
    putchar('\n');
    if (weeks > 1) {
        int last_year = iso_year, last_week = iso_week;
        week_step(&last_year, &last_week, weeks - 1);
        printf(_("and %d more, to %04d-W%02d; solve them in order"), weeks - 1,
               last_year, last_week);
        putchar('\n');
    }
    printf("%s %s solve %s --week %04d-W%02d\n", _("Next:"),
           program_invocation_name, dir, iso_year, iso_week);
}

enum status cmd_new(struct call *call)
{
    const char *dir = call_operand(call);
    uint64_t seed = (uint64_t)call_option(call, OPTION_SEED)->integer;
    const struct problem *p;
    int weeks = (int)call_option(call, OPTION_WEEKS)->integer;
    int iso_year, iso_week;
    if (call_option(call, OPTION_PRESETS)->given) {
        presets_print();
        return STATUS_OK;
    }
    if (!dir)
        return faults_add(call->faults, STATUS_USAGE, "", "",
                          _("'ledsaga help new' tells more."),
                          _("'new' needs to know which folder to make"));
    TRY(first_week(call, &iso_year, &iso_week));
    TRY(workspace_invent(dir, call_option(call, OPTION_PRESET)->text, seed, iso_year,
                         iso_week, weeks, call->faults));
    /* What was written is read back: it is sound, and these are its figures. */
    TRY(workspace_read(call->arena, dir, iso_year, iso_week, &p, call->faults));
    TRY(journal_append(dir, p, "new", seed, NULL, call->faults));
    if (!call_option(call, OPTION_QUIET)->given)
        told(dir, iso_year, iso_week, weeks, p);
    return STATUS_OK;
}
