#include "app/command.h"

#include "base/text.h"
#include "ledsaga/show.h"

#include <stdio.h>

static void figures_print(const char *title, const struct figure *row)
{
    puts(title);
    for (; row->name; row++)
        printf("  %-24s %6d  %6d..%-6d  %-10s  %s\n", row->name, row->value,
               row->least, row->most, row->unit, _(row->text));
}

static void rules_print(void)
{
    puts(_("Rules (tier 0 is never broken, tier 1 comes before tier 2):"));
    for (int i = 0; i < RULE_COUNT; i++)
        printf("  %d  %-14s %s [%s]\n", RULE_ROWS[i].tier, RULE_ROWS[i].name,
               _(RULE_ROWS[i].sentence), _(RULE_ROWS[i].source));
}

enum status cmd_options(struct call *call)
{
    if (call_option(call, OPTION_JSON)->given) {
        fputs(figures_json(call->arena), stdout);
        return STATUS_OK;
    }
    rules_print();
    putchar('\n');
    figures_print(_("Figures, in unit.json under \"rules\" (default, range, unit):"),
                  RULE_FIGURE_ROWS);
    putchar('\n');
    figures_print(_("Weights, in unit.json under \"weights\" (default, range, unit):"),
                  WEIGHT_FIGURE_ROWS);
    return STATUS_OK;
}
