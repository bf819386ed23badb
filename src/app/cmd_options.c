#include "app/command.h"

#include "app/terminal.h"
#include "base/text.h"
#include "ledsaga/show.h"

#include <stdio.h>

enum { WIDTH_OF_A_FILE = 100, UNIT_WIDTH = 10 };

static void figures_print(const char *title, const struct figure *row)
{
    puts(title);
    for (; row->name; row++)
        printf("  %-26s %8d  %6d..%-9d  %s%*s  %s\n", row->name, row->value,
               row->least, row->most, row->unit,
               UNIT_WIDTH - text_columns(row->unit), "", _(row->text));
}

static void rules_print(void)
{
    puts(_("Rules (tier 0 is never broken, tier 1 comes before tier 2, tier 3 "
           "only warns):"));
    for (int i = 0; i < RULE_COUNT; i++) {
        const struct carried *c = &RULE_CARRIED[i];
        printf("  %d  %-18s %s [%s]\n", RULE_ROWS[i].tier, RULE_ROWS[i].name,
               _(RULE_ROWS[i].sentence), _(RULE_ROWS[i].source));
        printf("  %*s %s: %s%s%s\n", 21, "", _("in the integer program"), c->names,
               *c->names ? "; " : "", _(c->how));
    }
}

static void options_print(void)
{
    rules_print();
    putchar('\n');
    figures_print(_("Figures, in unit.json under \"rules\" (default, range, unit):"),
                  RULE_FIGURE_ROWS);
    putchar('\n');
    figures_print(_("Costs, in unit.json under \"costs\" (default, range, unit):"),
                  COST_FIGURE_ROWS);
    putchar('\n');
    figures_print(_("Weights, in unit.json under \"weights\" (default, range, unit):"),
                  WEIGHT_FIGURE_ROWS);
}

static enum status profiles_print(struct call *call)
{
    struct arena *a = call->arena;
    const char *dir = call_operand(call), **ids;
    const struct profile *profiles;
    int n = profiles_list(a, dir, &ids);

    TRY(profiles_read(a, dir, ids, n, &profiles, call->faults));
    fputs(call_option(call, OPTION_JSON)->given
              ? profiles_json(a, profiles, n)
              : profiles_text(a, profiles, n,
                              terminal_width(stdout, WIDTH_OF_A_FILE)),
          stdout);
    return STATUS_OK;
}

enum status cmd_options(struct call *call)
{
    if (call_option(call, OPTION_PROFILES)->given)
        return profiles_print(call);
    if (call_operand(call))
        return faults_add(call->faults, STATUS_USAGE, "", "",
                          _("Add --profiles, or leave the folder out."),
                          _("a folder has profiles, but no other options"));
    if (call_option(call, OPTION_JSON)->given)
        fputs(figures_json(call->arena), stdout);
    else
        options_print();
    return STATUS_OK;
}
