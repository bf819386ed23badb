/* One list of commands; the dispatch, `ledsaga help`, the completion and the
 * manual page read it. */
#ifndef APP_COMMAND_H
#define APP_COMMAND_H

#include "app/options.h"

/* X(name, operands, words of the operand or NULL for a folder, one line, a
 * paragraph, example, options ...); operands in brackets may be left out. */
#define COMMAND_LIST(X)                                                        \
    X(new, "[DIR]", NULL, "make a workspace with invented people",               \
      "Makes a folder with a unit and one or more weeks of requests. "         \
      "Everybody in it is invented, which the file says, with every "          \
      "assumption behind them.",                                               \
      "new halmstad --preset halmstad --week 2026-W48",                        \
      OPTION_PRESET, OPTION_FIRST_WEEK, OPTION_WEEKS, OPTION_SEED,             \
      OPTION_PRESETS, OPTION_QUIET, OPTION_LANG, OPTION_HELP)                     \
    X(solve, "DIR", NULL, "make the roster of a week",                         \
      "Writes roster.json of the week and tells how good it is: the value of " \
      "each tier and a bound that no lawful roster can be below. Parts of the "\
      "week that have nothing to do with each other are solved apart. The "    \
      "prices that prove a bound are in the file as a certificate: what "      \
      "'ledsaga check' can find anew is told as certified. Ctrl-C keeps the "  \
      "best so far. A visit keeps its name in calendars when the week is "     \
      "solved again.",                                                         \
      "solve halmstad --week 2026-W48",                                        \
      OPTION_WEEK, OPTION_SEED, OPTION_EFFORT, OPTION_TIME, OPTION_GAP,        \
      OPTION_NO_PROVE, OPTION_THREADS, OPTION_WARM, OPTION_FROM, OPTION_FORCE, \
      OPTION_TRACE, OPTION_QUIET, OPTION_JSON, OPTION_LANG, OPTION_HELP)       \
    X(check, "DIR", NULL, "judge a roster from the files alone",               \
      "Reads the unit, the week and the roster, also one edited by hand, and " \
      "says every breach of a hard rule with names and clock times, the "      \
      "points of every other rule, and whether what the file states of "       \
      "itself is true. If the file has a certificate, what its prices prove "  \
      "is found anew in whole numbers, without a solver.",                     \
      "check halmstad --week 2026-W48",                                        \
      OPTION_WEEK, OPTION_ROSTER, OPTION_JSON, OPTION_LANG, OPTION_HELP)       \
    X(show, "DIR", NULL, "print the roster in the terminal",                   \
      "Prints what is not served first, and why, then the roster by day, "     \
      "escort or client.",                                                     \
      "show halmstad --week 2026-W48 --by escort",                             \
      OPTION_WEEK, OPTION_BY, OPTION_ONLY, OPTION_ROSTER, OPTION_WIDTH,        \
      OPTION_COLOR, OPTION_JSON, OPTION_LANG, OPTION_HELP)                     \
    X(explain, "DIR [ID...]", NULL, "tell why, why not, and what would help",    \
      "Of a visit, or of all visits of a client: why this time and this "      \
      "escort, how every other escort stands to it, and what a choice that "   \
      "the client ranks higher would have meant. Of a visit that is not "      \
      "served: what stops each escort, what serving it would take from "       \
      "others, and the smallest changes that would help, each tried on the "   \
      "week. Of an escort: why their visits, and why not those that nobody "   \
      "serves.",                                                               \
      "explain halmstad --week 2026-W48 --unserved",                           \
      OPTION_WEEK, OPTION_UNSERVED, OPTION_FOR_CLIENT, OPTION_FACTS,           \
      OPTION_SEED, OPTION_EXPLAIN_EFFORT, OPTION_EXPLAIN_TIME, OPTION_ROSTER,  \
      OPTION_WIDTH, OPTION_COLOR, OPTION_JSON, OPTION_LANG, OPTION_HELP)       \
    X(export, "DIR", NULL, "write pages, calendars or the integer program",    \
      "Writes the roster as a page for a browser or as calendars, or the "     \
      "exact integer program of the week for glpsol or another solver.",       \
      "export halmstad --week 2026-W48 --format html",                         \
      OPTION_WEEK, OPTION_FORMAT, OPTION_OUT, OPTION_TIER, OPTION_RIGHTS,      \
      OPTION_ROSTER, OPTION_QUIET, OPTION_LANG, OPTION_HELP)                   \
    X(report, "DIR", NULL, "tell what a week, month or quarter amounts to",    \
      "Judges every roster of the period anew and tells its key figures, "     \
      "whether it was lawful, what it cost, the hours of each decision, the "  \
      "decisions that were not carried out in three months, and how far "      \
      "groups of clients are apart; groups of fewer than five are not told. "  \
      "csv is the quarterly list for the supervising authority.",              \
      "report halmstad --quarter 2026-Q4 --format html",                       \
      OPTION_WEEK, OPTION_MONTH, OPTION_QUARTER, OPTION_ON,                    \
      OPTION_REPORT_FORMAT, OPTION_OUTPUT, OPTION_WIDTH, OPTION_COLOR,         \
      OPTION_QUIET, OPTION_LANG, OPTION_HELP)                                  \
    X(whatif, "[DIR] [SCENARIO...]", NULL, "lay scenarios side by side",         \
      "Makes the roster of each scenario for each week and draw of demand, "   \
      "and tells what they amount to beside the first one: service, wishes, "  \
      "money, work and equal treatment. Which differences in points are "      \
      "proved, and which lie within the gap, is told; all else is measured. "  \
      "The workspace is not changed. Results are kept, and only runs that are " \
      "missing are made.",                                                     \
      "whatif halmstad --week 2026-W48 --demands 5 as_is employ open_offer",   \
      OPTION_WEEK_RANGE, OPTION_DEMANDS, OPTION_SEED, OPTION_RUN_EFFORT,       \
      OPTION_GAP, OPTION_NO_PROVE, OPTION_PROCESSES, OPTION_RESULTS,           \
      OPTION_SCENARIOS, OPTION_JOBS, OPTION_RUN, OPTION_MERGE,                 \
      OPTION_WHATIF_FORMAT, OPTION_OUTPUT, OPTION_WIDTH, OPTION_COLOR,         \
      OPTION_JSON, OPTION_QUIET, OPTION_LANG, OPTION_HELP)                     \
    X(frontier, "DIR", NULL, "what more of one thing costs of another",         \
      "Finds the rosters of a week that are best for some weighing of two "    \
      "things, such as time delivered and cost, nothing else counting, and "   \
      "between them lines that no lawful roster is below. Then tells what "    \
      "one more escort of each kind and day could give at most, by the "       \
      "prices of the proof, and solves the most promising anew. Nothing is "   \
      "written.",                                                              \
      "frontier halmstad --week 2026-W48 --axis faces --against travel",       \
      OPTION_WEEK, OPTION_AXIS, OPTION_AGAINST, OPTION_POINTS, OPTION_TOP,     \
      OPTION_SEED, OPTION_RUN_EFFORT, OPTION_THREADS, OPTION_WIDTH,            \
      OPTION_COLOR, OPTION_JSON, OPTION_QUIET, OPTION_LANG, OPTION_HELP)       \
    X(options, "[DIR]", NULL, "list the rules, figures and weights",           \
      "Lists every rule with its source, and every figure, cost and weight "   \
      "that unit.json may set, with its default and range. With --profiles it " \
      "lists the dated figures of law, agreements, guidelines and costs "      \
      "instead, each with its source, the day from which it holds, and "       \
      "whether it still needs the municipality's word.",                       \
      "options --profiles", OPTION_PROFILES, OPTION_JSON, OPTION_LANG,         \
      OPTION_HELP)                                                             \
    X(schema, "[NAME]", schema_names, "print the JSON Schema of a file",       \
      "Prints the JSON Schema of unit.json, week.json, roster.json, a "        \
      "profile or a report.",                                                  \
      "schema week", OPTION_LANG, OPTION_HELP)                                 \
    X(version, "", NULL, "print the version",                                  \
      "Prints the version of the program and of the libraries it runs with.",  \
      "version", OPTION_LANG, OPTION_HELP)                                     \
    X(help, "[COMMAND]", command_names, "tell about a command",                \
      "Tells what a command does and which options it takes.",                 \
      "help solve", OPTION_MAN, OPTION_COMPLETION, OPTION_LANG, OPTION_HELP)

/* One run of a command. */
struct call {
    struct arena *arena;
    struct faults *faults;
    const struct command *command;
    struct arguments arguments;
};

/* The words an operand may be, ended by NULL. */
typedef const char *const *operand_words(struct arena *a);
operand_words schema_names, command_names;

struct command {
    const char *name, *operands;
    operand_words *words;
    const char *text, *more; /* gettext keys */
    const char *example;     /* what follows "ledsaga " */
    enum status (*run)(struct call *call);
    const enum option_id *options; /* ended by OPTION_END */
};

/* Ended by a row whose name is NULL. */
extern const struct command COMMANDS[];

#define X(name, ...) enum status cmd_##name(struct call *call);
COMMAND_LIST(X)
#undef X

/* USAGE, with what may have been meant, if there is none of that name. */
enum status command_find(struct arena *a, const char *name,
                         const struct command **out, struct faults *f);

/* The first operand; NULL if it was left out. */
const char *call_operand(const struct call *call);
/* What was typed, or holds by default. */
const struct option_value *call_option(const struct call *call,
                                       enum option_id id);

#endif
