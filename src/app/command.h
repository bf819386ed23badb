/* One list of commands; the dispatch, `ledsaga help`, the completion and the
 * manual page read it. */
#ifndef APP_COMMAND_H
#define APP_COMMAND_H

#include "app/options.h"

/* X(name, operands, words of the operand or NULL for a folder, one line, a
 * paragraph, example, options ...); operands in brackets may be left out, one with dots may be many. */
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
    X(explain, "DIR [ID|NAME...]", NULL, "tell why, why not, and what would help",    \
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
      "exact integer program of the week for glpsol or another solver. "       \
      "Writing people's calendars, pages or texts hands the roster out, as "   \
      "'publish' does, also that of another file (--roster): told.json of the "\
      "week keeps what each of them was told, so that a visit keeps its name " \
      "when it is moved and one that falls out is told as cancelled, and "     \
      "changes cost from then on.",                                            \
      "export halmstad --week 2026-W48 --format html",                         \
      OPTION_WEEK, OPTION_FORMAT, OPTION_OUT, OPTION_CLIENT, OPTION_ESCORT,    \
      OPTION_FEED_DAY, OPTION_UNLAWFUL, OPTION_TIER, OPTION_RIGHTS,            \
      OPTION_ROSTER, OPTION_QUIET, OPTION_LANG, OPTION_HELP)                   \
    X(publish, "DIR", NULL, "tell people: calendars and pages for the web, or CalDAV", \
      "Hands the roster of a week out: from then on it is what people were "   \
      "told, and changes of it cost. Into a folder that a web server shows go "\
      "a calendar and pages for each person, under a secret address that is "  \
      "shown once and can be taken back; to a CalDAV server goes a calendar "  \
      "a person, and only what has changed. --refresh tells nothing new and "  \
      "is for every night: what is past or was cancelled goes, and this "      \
      "week's page becomes the first.",                                        \
      "publish halmstad --week 2026-W48 --to /srv/ledsaga",                    \
      OPTION_WEEK, OPTION_TO, OPTION_REFRESH, OPTION_RENEW, OPTION_REVOKE,     \
      OPTION_RENEW_MISSING, OPTION_LINKS, OPTION_USER, OPTION_PASSWORD_FILE,   \
      OPTION_ONLY_ONE, OPTION_ROSTER, OPTION_FEED_DAY, OPTION_DRY,             \
      OPTION_UNLAWFUL, OPTION_FORCE_PUBLISH, OPTION_JSON, OPTION_QUIET,        \
      OPTION_LANG, OPTION_HELP)                                                             \
    X(import, "DIR [SOURCE]...", NULL,                                         \
      "take in calendars and tables that exist already",                       \
      "Reads iCalendar files, folders of them, https addresses, CalDAV "       \
      "calendars and CSV tables, and tells in a table what they would change " \
      "in the week: absences and times of escorts, wishes of clients. --apply "\
      "writes it. Each event is accounted for, the same file twice changes "   \
      "nothing, and what a person has written in a request stays. Without "    \
      "SOURCE those of sources.json are taken. - is standard input.",          \
      "import halmstad anna.ics --week 2026-W48 --as busy --for e001",         \
      OPTION_WEEK, OPTION_AS, OPTION_FOR, OPTION_SOURCE, OPTION_MAP,           \
      OPTION_PARTIAL, OPTION_APPLY, OPTION_IMPORT_DRY, OPTION_IMPORT_FORCE,    \
      OPTION_USER, OPTION_PASSWORD_FILE, OPTION_WIDTH, OPTION_JSON,            \
      OPTION_QUIET, OPTION_LANG, OPTION_HELP)                                  \
    X(offer, "DIR [CLIENT]", NULL, "what a client on the phone can be offered", \
      "Looks at every lawful way to carry out one more wish of a client, or a " \
      "request that is not served (say its id instead), while the roster "     \
      "stays as it is, and lists the best of them with what they change for "  \
      "others: nothing, unless --move lets one other visit be moved. --accept " \
      "takes one up: request, visit, what people were told and journal are "   \
      "written at once; 'publish' or 'export' hands the calendars out.",                                                      \
      "offer halmstad c012 --activity Bio --minutes 120 --day 2026-11-26",     \
      OPTION_WEEK, OPTION_ACTIVITY, OPTION_MINUTES, OPTION_DAYS,               \
      OPTION_EARLIEST, OPTION_LATEST, OPTION_START, OPTION_PLACE,              \
      OPTION_NEED, OPTION_ESCORTS, OPTION_MOVE, OPTION_MOST, OPTION_AT,        \
      OPTION_ACCEPT, OPTION_WIDTH, OPTION_JSON, OPTION_QUIET, OPTION_LANG,     \
      OPTION_HELP)                                                             \
    X(replan, "DIR [EVENT...]", NULL, "something happened: the fewest people told anew", \
      "Plans a week that was given out anew after what happened: "             \
      "sick=ESCORT[@FROM[..TO]], leaves=ESCORT@TIME, cancel=REQUEST, "         \
      "noshow=REQUEST, move=REQUEST@TIME[..TIME], veto=CLIENT:ESCORT, "        \
      "new=FILE with a request, or a file of such events. What has begun "     \
      "stays, and what is within --freeze if it can. First come rights, then " \
      "the fewest changes, weighted by notice and proved, then the rest. "     \
      "Tells person by person what is new and whom to ring in which order; "   \
      "week, roster, what people were told and journal are written at once. " \
      "Without an event it mends what the files have come to say otherwise, "  \
      "after 'import' or by hand.",                                            \
      "replan halmstad sick=e014 cancel=r48-007 --week 2026-W48",              \
      OPTION_WEEK, OPTION_AT, OPTION_FREEZE, OPTION_TIME, OPTION_SEED,         \
      OPTION_THREADS, OPTION_DRY, OPTION_WIDTH, OPTION_JSON, OPTION_QUIET,     \
      OPTION_LANG, OPTION_HELP)                                                \
    X(undo, "DIR", NULL, "take the last replan or accepted offer back",        \
      "Puts week.json, roster.json and unit.json back as they were before the "\
      "last 'replan' or 'offer --accept' of the week, and tells everybody "    \
      "concerned again. Nothing is taken back that was changed since, or has " \
      "begun.",                                                                \
      "undo halmstad --week 2026-W48",                                         \
      OPTION_WEEK, OPTION_AT, OPTION_DRY, OPTION_WIDTH, OPTION_JSON,           \
      OPTION_QUIET, OPTION_LANG, OPTION_HELP)                                  \
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
      "Prints the JSON Schema of unit.json, week.json, roster.json, "          \
      "told.json, imported.json, sources.json, a mapping for tables, a "       \
      "profile, a report, events, what was offered or planned anew, an "       \
      "explanation, a scenario, one of its runs, a comparison or a frontier.", \
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
