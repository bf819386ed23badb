#include "app/command.h"

#include "adapters/text/nearest.h"
#include "app/schema.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

const char *const *schema_names(struct arena *a)
{
    const char **names = NEW_ARRAY(a, const char *, SCHEMA_COUNT + 1);
    for (int i = 0; i < SCHEMA_COUNT; i++)
        names[i] = SCHEMAS[i].name;
    return names;
}

enum status cmd_schema(struct call *call)
{
    const char *wanted = call_operand(call);
    for (int i = 0; i < SCHEMA_COUNT; i++) {
        if (!wanted)
            puts(SCHEMAS[i].name);
        else if (strcmp(wanted, SCHEMAS[i].name) == 0) {
            for (const char *const *line = SCHEMAS[i].lines; *line; line++)
                puts(*line);
            return STATUS_OK;
        }
    }
    if (!wanted)
        return STATUS_OK;
    const char *near = nearest_word(wanted, schema_names(call->arena));
    return faults_add(call->faults, STATUS_USAGE, "", "",
                      near ? arena_print(call->arena, _("Did you mean '%s'?"), near)
                           : _("'ledsaga schema' lists them."),
                      _("there is no schema '%s'"), wanted);
}
