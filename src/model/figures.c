#include "ledsaga/figures.h"

#include <stddef.h>

const struct figure RULE_FIGURE_ROWS[] = {
#define X(name, value, least, most, unit, text)                                \
    {#name, unit, text, value, least, most,                                    \
     (unsigned)offsetof(struct rule_figures, name)},
    RULE_FIGURES(X)
#undef X
    {0},
};

const struct figure WEIGHT_FIGURE_ROWS[] = {
#define X(name, value, least, most, unit, text)                                \
    {#name, unit, text, value, least, most,                                    \
     (unsigned)offsetof(struct weight_figures, name)},
    WEIGHT_FIGURES(X)
#undef X
    {0},
};

const struct figure COST_FIGURE_ROWS[] = {
#define X(name, value, least, most, unit, text)                                \
    {#name, unit, text, value, least, most,                                    \
     (unsigned)offsetof(struct cost_figures, name)},
    COST_FIGURES(X)
#undef X
    {0},
};

struct rule_figures rule_figures_default(void)
{
    return (struct rule_figures){
#define X(name, value, least, most, unit, text) .name = value,
        RULE_FIGURES(X)
#undef X
    };
}

struct weight_figures weight_figures_default(void)
{
    return (struct weight_figures){
#define X(name, value, least, most, unit, text) .name = value,
        WEIGHT_FIGURES(X)
#undef X
    };
}

struct cost_figures cost_figures_default(void)
{
    return (struct cost_figures){
#define X(name, value, least, most, unit, text) .name = value,
        COST_FIGURES(X)
#undef X
    };
}
