/* The sentences that stand in lists, each as KEY("..."), for update.sh. No part of
 * the program. */
#include "adapters/whatif/scenario_operations.h"
#include "app/command.h"
#include "ledsaga/figures.h"
#include "ledsaga/frontier.h"
#include "ledsaga/measure.h"
#include "ledsaga/rules.h"
#include "ledsaga/status.h"
#include "ledsaga/whatif.h"

the lists begin

#define X(NAME, name, tier, unit, sentence, source) KEY(unit); KEY(sentence); KEY(source);
RULE_LIST(X)
#undef X

#define X(name, value, least, most, unit, text) KEY(text);
RULE_FIGURES(X)
COST_FIGURES(X)
WEIGHT_FIGURES(X)
#undef X

#define X(NAME, name, unit, of_clients, text) KEY(unit); KEY(text);
KPI_LIST(X)
#undef X

#define X(NAME, name, about, unit, text) KEY(text);
MEASURE_LIST(X)
#undef X

#define X(NAME, name, unit, text) KEY(text);
AXIS_LIST(X)
#undef X

#define X(name, text, source) KEY(text); KEY(source);
OPERATION_LIST(X)
#undef X

#define X(name, code, text) KEY(text);
STATUS_LIST(X)
#undef X

#define X(NAME, name, letter, argument, kind, least, most, value, choice, text) KEY(text);
OPTION_LIST(X)
#undef X

#define X(name, operands, words, text, more, ...) KEY(text); KEY(more);
COMMAND_LIST(X)
#undef X
