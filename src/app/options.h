/* The command line: one list of options, from which parsing, --help, the shell
 * completion and the manual page follow. A command names the rows it takes. */
#ifndef APP_OPTIONS_H
#define APP_OPTIONS_H

#include "ledsaga/arena.h"
#include "ledsaga/status.h"

#include <stdint.h>

enum option_kind {
    KIND_FLAG,    /* given or not */
    KIND_INTEGER, /* within [least, most] */
    KIND_REAL,    /* within [least, most] */
    KIND_STRING,
    KIND_CHOICE /* one of the words of `choice` */
};

/* The i-th word of a choice, NULL past the last; *text gets what it means or
 * NULL. */
typedef const char *option_choice(int i, const char **text);

option_choice preset_choice, order_choice, color_choice, format_choice,
    report_format_choice, language_choice, import_meaning_choice;
option_choice whatif_format_choice, axis_choice;

/* X(NAME, long name, letter or 0, argument, kind, least, most, default, choice,
 * what it does). Default NULL: there is none, or the text tells it. */
#define OPTION_LIST(X)                                                         \
    X(WEEK, "week", 'w', "WEEK", STRING, 0, 0, NULL, NULL,                     \
      "ISO week such as 2026-W48, or 'latest'; may be left out when the "      \
      "workspace has one week")                                                \
    X(PRESET, "preset", 'p', "NAME", CHOICE, 0, 0, "halmstad", preset_choice,  \
      "what to invent")                                                        \
    X(FIRST_WEEK, "week", 'w', "WEEK", STRING, 0, 0, NULL, NULL,               \
      "first ISO week, such as 2026-W48; else the week two weeks from today")  \
    X(WEEKS, "weeks", 'n', "N", INTEGER, 1, 104, "1", NULL,                    \
      "how many weeks in a row")                                               \
    X(PRESETS, "list", 'l', NULL, FLAG, 0, 0, NULL, NULL,                         \
      "list the presets and stop")                                             \
    X(SEED, "seed", 's', "N", INTEGER, 0, INT64_MAX, "1", NULL,                \
      "where chance begins: the same seed gives the same result")              \
    X(EFFORT, "effort", 'e', "N", INTEGER, 0, INT64_MAX, NULL, NULL,           \
      "units of work for search and proofs, 0 = by the size of the week")      \
    X(TIME, "time", 't', "SECONDS", REAL, 0, 1000000, NULL, NULL,              \
      "end after so many seconds, reading and writing included, with the "     \
      "best so far, 0 = no limit (a limit makes the result depend on the "     \
      "machine)")                                                              \
    X(GAP, "gap", 'g', "PERCENT", REAL, 0, 100, "0", NULL,                      \
      "be content when each tier is proved within so much of its value")       \
    X(THREADS, "threads", 0, "N", INTEGER, 1, 2, "2", NULL,                    \
      "processors to use; the result is the same")                             \
    X(TRACE, "trace", 0, "FILE", STRING, 0, 0, NULL, NULL,                     \
      "write how value and bound go, a JSON object a line; - is standard "     \
      "output")                                                                \
    X(NO_PROVE, "no-prove", 0, NULL, FLAG, 0, 0, NULL, NULL,                   \
      "search only, and prove nothing")                                        \
    X(WARM, "warm", 0, NULL, FLAG, 0, 0, NULL, NULL,                           \
      "begin from the roster that is there, and from its prices")              \
    X(FORCE, "force", 0, NULL, FLAG, 0, 0, NULL, NULL,                         \
      "replace the roster that is there even by a worse one")                  \
    X(FROM, "from", 0, "ROSTER", STRING, 0, 0, NULL, NULL,                     \
      "begin from this roster file, and from its prices")                      \
    X(ROSTER, "roster", 'r', "FILE", STRING, 0, 0, NULL, NULL,                 \
      "the roster file, else roster.json of the week")                         \
    X(BY, "by", 'b', "ORDER", CHOICE, 0, 0, "day", order_choice,               \
      "how to sort the roster")                                                \
    X(ONLY, "only", 'o', "ID", STRING, 0, 0, NULL, NULL,                       \
      "only this escort or client")                                            \
    X(WIDTH, "width", 0, "N", INTEGER, 40, 1000, NULL, NULL,                   \
      "columns to fill, else those of the terminal, else 100")                 \
    X(COLOR, "color", 0, "WHEN", CHOICE, 0, 0, "auto", color_choice,           \
      "colour in the terminal")                                                \
    X(FORMAT, "format", 'f', "FORMAT", CHOICE, 0, 0, NULL, format_choice,      \
      "what to write")                                                         \
    X(OUT, "out", 'o', "PATH", STRING, 0, 0, NULL, NULL,                       \
      "where to, else the folder 'out' of the week; - is standard output")     \
    X(MONTH, "month", 'm', "MONTH", STRING, 0, 0, NULL, NULL,                  \
      "a month such as 2026-11: its weeks are those whose Thursday it holds")  \
    X(QUARTER, "quarter", 0, "QUARTER", STRING, 0, 0, NULL, NULL,              \
      "a quarter such as 2026-Q4")                                             \
    X(ON, "on", 0, "DATE", STRING, 0, 0, NULL, NULL,                           \
      "visits before this day count as delivered, the others as planned; "     \
      "else the last 'today' of the week files, or all are delivered")          \
    X(REPORT_FORMAT, "format", 'f', "FORMAT", CHOICE, 0, 0, "text",            \
      report_format_choice, "what to print or write")                          \
    X(OUTPUT, "output", 'o', "FILE", STRING, 0, 0, NULL, NULL,                 \
      "where to, else standard output for text and json and the folder "       \
      "'reports' of the workspace for the others; - is standard output")       \
    X(CLIENT, "client", 0, "ID", STRING, 0, 0, NULL, NULL,                     \
      "only this client's, to standard output unless --out says a file")       \
    X(ESCORT, "escort", 0, "ID", STRING, 0, 0, NULL, NULL,                     \
      "only this escort's, to standard output unless --out says a file")       \
    X(FEED_DAY, "on", 0, "DATE", STRING, 0, 0, NULL, NULL,                     \
      "the day from which calendars look back, else today")                    \
    X(TO, "to", 't', "PLACE", STRING, 0, 0, NULL, NULL,                        \
      "a folder that a web server shows, or the https address of a CalDAV "    \
      "server")                                                                \
    X(USER, "user", 'u', "NAME", STRING, 0, 0, NULL, NULL,                     \
      "who asks the server")                                                   \
    X(PASSWORD_FILE, "password-file", 0, "FILE", STRING, 0, 0, NULL, NULL,     \
      "a file that has the password and that nobody else may read, else the "  \
      "environment's LEDSAGA_PASSWORD")                                        \
    X(REFRESH, "refresh", 0, NULL, FLAG, 0, 0, NULL, NULL,                     \
      "tell nothing new: only bring what was told up to today, as for every "  \
      "night")                                                                 \
    X(RENEW, "renew", 0, "ID", STRING, 0, 0, NULL, NULL,                       \
      "give this person a new address and close the old one; tells nothing "   \
      "new")                                                                   \
    X(REVOKE, "revoke", 0, "ID", STRING, 0, 0, NULL, NULL,                     \
      "close this person's address; tells nothing new")                        \
    X(RENEW_MISSING, "renew-missing", 0, NULL, FLAG, 0, 0, NULL, NULL,         \
      "give new addresses to those whose files are gone")                      \
    X(LINKS, "links", 0, "FILE", STRING, 0, 0, NULL, NULL,                     \
      "write the new addresses into this file (CSV), for nobody else to read") \
    X(ONLY_ONE, "only", 'o', "ID", STRING, 0, 0, NULL, NULL,                   \
      "only this escort's or client's calendar on the server")                 \
    X(DRY, "dry-run", 'n', NULL, FLAG, 0, 0, NULL, NULL,                       \
      "only tell what would be done")                                          \
    X(UNLAWFUL, "unlawful", 0, NULL, FLAG, 0, 0, NULL, NULL,                   \
      "hand out also a roster that breaks a hard rule")                        \
    X(FORCE_PUBLISH, "force", 0, NULL, FLAG, 0, 0, NULL, NULL,                 \
      "write over what others changed on the server, and close the addresses " \
      "of most people if most have left")                                      \
    X(TIER, "tier", 0, "N", INTEGER, 1, 2, "1", NULL,                          \
      "tier of the program: 1 = rights, 2 = the rest with rights kept")        \
    X(RIGHTS, "rights", 0, "POINTS", INTEGER, 0, INT64_MAX, NULL, NULL,        \
      "hold tier 1 at this value in tier 2, else at the best there is")        \
    X(WEEK_RANGE, "week", 'w', "WEEK[..WEEK]", STRING, 0, 0, NULL, NULL,       \
      "ISO week, or first and last week such as 2026-W48..2026-W50")            \
    X(DEMANDS, "demands", 'n', "N", INTEGER, 1, 1000, "1", NULL,               \
      "so many draws of demand: the week's own and others drawn by chance")    \
    X(RUN_EFFORT, "effort", 'e', "N", INTEGER, 0, INT64_MAX, NULL, NULL,       \
      "units of work for each run, 0 = as much as 'solve' takes; else some "    \
      "seconds' worth")                                                        \
    X(WHATIF_FORMAT, "format", 'f', "FORMAT", CHOICE, 0, 0, "text",            \
      whatif_format_choice, "what to print or write")                          \
    X(PROCESSES, "processes", 0, "N", INTEGER, 1, 64, NULL, NULL,              \
      "runs at the same time, else as many as there are processors; the "      \
      "result is the same")                                                    \
    X(RESULTS, "results", 0, "FOLDER", STRING, 0, 0, NULL, NULL,               \
      "where results of runs are kept, else the folder 'whatif' of the "       \
      "workspace")                                                             \
    X(SCENARIOS, "list", 'l', NULL, FLAG, 0, 0, NULL, NULL,                    \
      "list the scenarios and stop")                                           \
    X(JOBS, "jobs", 0, NULL, FLAG, 0, 0, NULL, NULL,                           \
      "print the runs whose results are missing, a command a line")            \
    X(RUN, "run", 0, "NAME", STRING, 0, 0, NULL, NULL,                         \
      "make this run and nothing else")                                        \
    X(MERGE, "merge", 0, NULL, FLAG, 0, 0, NULL, NULL,                         \
      "make no run, and lay the results that are there beside each other")     \
    X(UNSERVED, "unserved", 'u', NULL, FLAG, 0, 0, NULL, NULL,                 \
      "all visits that are not served")                                        \
    X(FOR_CLIENT, "for-client", 'c', NULL, FLAG, 0, 0, NULL, NULL,             \
      "in words for the client: no other client, nobody's health")             \
    X(FACTS, "facts", 0, NULL, FLAG, 0, 0, NULL, NULL,                         \
      "only how the escorts stand: make no other roster")                      \
    X(EXPLAIN_EFFORT, "effort", 'e', "N", INTEGER, 0, INT64_MAX, NULL, NULL,   \
      "units of work for each roster that is made, 0 = by its size: 200 000 "  \
      "and 20 000 for each visit")                                             \
    X(EXPLAIN_TIME, "time", 't', "SECONDS", REAL, 0, 1000000, NULL, NULL,      \
      "make no other roster after so many seconds, 0 = no limit (a limit "     \
      "makes the result depend on the machine)")                               \
    X(AXIS, "axis", 'x', "NAME", CHOICE, 0, 0, "undelivered", axis_choice,      \
      "what to trade")                                                         \
    X(AGAINST, "against", 'a', "NAME", CHOICE, 0, 0, "cost", axis_choice,       \
      "what for")                                                              \
    X(POINTS, "points", 0, "N", INTEGER, 2, 100, "9", NULL,                    \
      "look for so many points at most")                                       \
    X(TOP, "top", 0, "N", INTEGER, 0, 1000, "5", NULL,                         \
      "so many of the further escorts who promise most are verified by "       \
      "solving anew, 0 = look for none")                                       \
    X(PROFILES, "profiles", 'p', NULL, FLAG, 0, 0, NULL, NULL,                 \
      "list the dated profiles instead, those of the workspace DIR too")       \
    X(JSON, "json", 'j', NULL, FLAG, 0, 0, NULL, NULL, "print JSON")           \
    X(QUIET, "quiet", 'q', NULL, FLAG, 0, 0, NULL, NULL,                       \
      "print nothing but faults")                                               \
    X(AS, "as", 'a', "MEANING", CHOICE, 0, 0, NULL, import_meaning_choice,     \
      "what the calendar or table means")                                      \
    X(FOR, "for", 0, "ID", STRING, 0, 0, NULL, NULL,                           \
      "whose it is: a client's for wishes, else an escort's; a table may say " \
      "so in its rows, and then only the rows of this one are taken")                                                        \
    X(SOURCE, "source", 's', "NAME", STRING, 0, 0, NULL, NULL,                 \
      "what it is known by from one import to the next, else by whose it is "  \
      "and what it means, and a table by the name of its file")                                                     \
    X(MAP, "map", 'm', "FILE", STRING, 0, 0, NULL, NULL,                       \
      "which column of a table is what, as in models/import-map.json")         \
    X(PARTIAL, "partial", 0, NULL, FLAG, 0, 0, NULL, NULL,                     \
      "it is not the whole calendar: what it does not have stays")             \
    X(APPLY, "apply", 0, NULL, FLAG, 0, 0, NULL, NULL,                         \
      "write the changes into the week")                                       \
    X(IMPORT_DRY, "dry-run", 'n', NULL, FLAG, 0, 0, NULL, NULL,                \
      "only tell what would change, which is what happens without --apply")    \
    X(IMPORT_FORCE, "force", 0, NULL, FLAG, 0, 0, NULL, NULL,                  \
      "also when more than half of what was imported before is gone from a "   \
      "source; and bring back requests that were taken out by hand")           \
    X(ACTIVITY, "activity", 'a', "TEXT", STRING, 0, 0, NULL, NULL,             \
      "what the client wishes to do")                                          \
    X(MINUTES, "minutes", 'm', "N", INTEGER, 1, 1440, NULL, NULL,              \
      "how long it takes")                                                     \
    X(DAYS, "day", 'd', "DAYS", STRING, 0, 0, NULL, NULL,                      \
      "days of the week with a comma between, the best first, each with its "  \
      "own times if need be, such as "                                         \
      "2026-11-26,2026-11-27@14:00,2026-11-28@10:00..12:00; else every day")   \
    X(EARLIEST, "from", 0, "CLOCK", STRING, 0, 0, "08:00", NULL,               \
      "earliest start on days without a time of their own")                    \
    X(LATEST, "to", 0, "CLOCK", STRING, 0, 0, "20:00", NULL,                   \
      "latest start on days without a time of their own")                      \
    X(START, "start", 0, "CLOCK", STRING, 0, 0, NULL, NULL,                    \
      "the start, on days without a time of their own")                        \
    X(PLACE, "place", 'p', "ID", STRING, 0, 0, NULL, NULL,                     \
      "where they meet, else at the client's home")                            \
    X(NEED, "need", 0, "SKILLS", STRING, 0, 0, NULL, NULL,                     \
      "skills that the outing needs beside the client's own, with a comma "    \
      "between")                                                               \
    X(ESCORTS, "escorts", 0, "N", INTEGER, 1, 4, "1", NULL,                    \
      "how many escorts it needs at once")                                     \
    X(MOVE, "move", 0, NULL, FLAG, 0, 0, NULL, NULL,                           \
      "let one other visit be moved or given to somebody else")                \
    X(MOST, "most", 0, "N", INTEGER, 1, 20, "5", NULL,                         \
      "how many to offer")                                                     \
    X(AT, "at", 0, "TIME", STRING, 0, 0, NULL, NULL,                           \
      "what time it is, such as 2026-11-25T07:30, else the computer's, or "    \
      "the week's beginning while that is to come")                           \
    X(FREEZE, "freeze", 0, "MINUTES", INTEGER, 0, 1440, "0", NULL,             \
      "what begins within so many minutes stays too, if it can")               \
    X(ACCEPT, "accept", 0, "N", INTEGER, 1, 20, NULL, NULL,                    \
      "take up the offer of this number; without CLIENT, of those made last")  \
    X(MAN, "man", 0, NULL, FLAG, 0, 0, NULL, NULL,                             \
      "print the manual page (roff)")                                          \
    X(COMPLETION, "completion", 0, NULL, FLAG, 0, 0, NULL, NULL,               \
      "print the completion for bash")                                         \
    X(LANG, "lang", 0, "LANGUAGE", CHOICE, 0, 0, NULL, language_choice,        \
      "language to speak, else that of the locale")                            \
    X(HELP, "help", 'h', NULL, FLAG, 0, 0, NULL, NULL,                         \
      "tell about the command and stop")

enum option_id {
#define X(NAME, name, letter, argument, kind, least, most, value, choice, text) \
    OPTION_##NAME,
    OPTION_LIST(X)
#undef X
        OPTION_COUNT,
    OPTION_END = -1 /* ends the list of a command */
};

struct option_row {
    const char *name;
    char letter;          /* 0 = none */
    const char *argument; /* NULL for a flag */
    enum option_kind kind;
    int64_t least, most;
    const char *fallback; /* as it would be typed; NULL = none */
    option_choice *choice;
    const char *text; /* gettext key */
};
extern const struct option_row OPTION_ROWS[OPTION_COUNT];

struct option_value {
    bool given;       /* typed, not by default */
    const char *text; /* as typed or by default; NULL if neither */
    int64_t integer;  /* INTEGER: the value; CHOICE: the word's place */
    double real;
};

/* Options and operands of one command line. */
struct arguments {
    struct option_value option[OPTION_COUNT];
    int n_operands;
    const char **operands;
};

/* Parse argv[1..] for a command that takes the options `taken` (ended by
 * OPTION_END). Operands may stand anywhere. USAGE with a remedy otherwise. */
enum status options_parse(struct arena *a, const char *command,
                          const enum option_id *taken, int argc, char **argv,
                          struct arguments *out, struct faults *f);

#endif
