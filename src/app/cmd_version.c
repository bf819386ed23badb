#include "app/command.h"

#include "adapters/text/libraries.h"
#include "base/text.h"
#include "ledsaga/version.h"
#include "solver/lp.h"

#include <stdio.h>

enum status cmd_version(struct call *call)
{
    (void)call;
    printf("ledsaga %s (GLPK %s, jansson %s, libcurl %s)\n", LEDSAGA_VERSION,
           lp_library(), library_json(), library_network());
    puts(_("Free software: GNU General Public License, version 3 or later. "
           "There is no warranty."));
    return STATUS_OK;
}
