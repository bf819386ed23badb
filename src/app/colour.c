#include "app/colour.h"

#include "app/terminal.h"

enum { COLOR_AUTO, COLOR_ALWAYS };
static const char *const COLORS[] = {
    [COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", "never", NULL};

const char *color_choice(int i, const char **text)
{
    *text = NULL;
    return COLORS[i];
}

bool colour_wanted(const struct call *call)
{
    int64_t when = call_option(call, OPTION_COLOR)->integer;
    return when == COLOR_ALWAYS ||
           (when == COLOR_AUTO && terminal_colours(stdout));
}
