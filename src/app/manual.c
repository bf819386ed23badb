/* The manual page in man(7), which both groff and mandoc read. It is in English
 * whatever the language set: a Swedish page would be a file of its own. */
#include "app/help.h"

#include "base/clock.h"
#include "base/text.h"
#include "ledsaga/figures.h"
#include "ledsaga/rules.h"
#include "ledsaga/version.h"

#include <string.h>

/* roff fills paragraphs anew; this is for its readers. Letters beyond ASCII and marks
 * become longer on the way to it, for which there is room. */
enum { LINE = 60 };

static void character_add(struct text *t, char c)
{
    static const struct {
        char plain;
        const char *roff;
    } SPECIAL[] = {{'\\', "\\e"}, {'-', "\\-"}, {'\'', "\\(aq"}};
    for (size_t i = 0; i < sizeof SPECIAL / sizeof *SPECIAL; i++)
        if (SPECIAL[i].plain == c) {
            text_add(t, SPECIAL[i].roff);
            return;
        }
    text_add_bytes(t, &c, 1);
}

/* Text as roff, in lines of words; none of them begins with a dot, which would
 * make it a request. */
static void roff_add(struct text *t, const char *s)
{
    size_t column = 0;
    while (*s) {
        size_t length = strcspn(s, " ");
        if (column > 0 && column + length > LINE) {
            text_add(t, "\n");
            column = 0;
        } else if (column > 0) {
            text_add(t, " ");
        }
        if (column == 0 && *s == '.')
            text_add(t, "\\&");
        for (size_t i = 0; i < length; i++)
            character_add(t, s[i]);
        column += length + 1;
        s += length;
        s += strspn(s, " ");
    }
}

static void paragraph_add(struct text *t, const char *macro, const char *s)
{
    text_print(t, "%s\n", macro);
    roff_add(t, s);
    text_add(t, "\n");
}

static void tagged_add(struct text *t, const char *tag, const char *s)
{
    text_add(t, ".TP\n.B ");
    roff_add(t, tag);
    text_add(t, "\n");
    roff_add(t, s);
    text_add(t, "\n");
}

/* Words that speak for themselves in one line, others one a line. */
static void choice_add(struct text *t, option_choice *choice)
{
    const char *word, *meaning;
    for (int i = 0; (word = choice(i, &meaning)); i++) {
        if (meaning || i == 0)
            text_add(t, ".br\n");
        text_print(t, ".B %s\n", word);
        if (meaning)
            roff_add(t, arena_print(t->arena, "(%s)\n", meaning));
    }
}

static void option_add(struct text *t, const struct option_row *row)
{
    text_add(t, ".TP\n");
    if (row->letter)
        text_print(t, "\\fB\\-%c\\fR, ", row->letter);
    text_add(t, "\\fB\\-\\-");
    roff_add(t, row->name);
    if (row->argument)
        text_print(t, "\\fR=\\fI%s", row->argument);
    text_add(t, "\\fR\n");
    roff_add(t, row->fallback ? arena_print(t->arena, "%s (default %s)",
                                            row->text, row->fallback)
                              : row->text);
    text_add(t, "\n");
    if (row->kind == KIND_CHOICE)
        choice_add(t, row->choice);
}

static void commands_add(struct text *t)
{
    text_add(t, ".SH COMMANDS\n");
    for (const struct command *c = COMMANDS; c->name; c++) {
        text_print(t, ".SS %s\n.B ledsaga %s\n", c->name, c->name);
        if (*c->operands)
            text_print(t, ".I %s\n", c->operands);
        text_add(t, "[\\fIOPTION\\fR]...\n");
        paragraph_add(t, ".PP", c->more);
        for (const enum option_id *id = c->options; *id != OPTION_END; id++)
            if (*id != OPTION_LANG && *id != OPTION_HELP)
                option_add(t, &OPTION_ROWS[*id]);
    }
    text_add(t, ".SS Options of every command\n");
    option_add(t, &OPTION_ROWS[OPTION_LANG]);
    option_add(t, &OPTION_ROWS[OPTION_HELP]);
}

static void files_add(struct text *t)
{
    static const char *const files[][2] = {
        {"DIR/unit.json", "clients, decisions, escorts, places, figures"},
        {"DIR/profiles/ID.json", "dated figures of the unit's own"},
        {"DIR/weeks/YYYY-Www/week.json", "what is wished for in a week"},
        {"DIR/weeks/YYYY-Www/roster.json", "the roster; may be edited by hand"},
        {"DIR/weeks/YYYY-Www/told.json", "what people were told of it; their calendars come of this"},
        {"DIR/weeks/YYYY-Www/imported.json", "what was taken into it from calendars and tables"},
        {"DIR/weeks/YYYY-Www/out/", "pages and calendars"},
        {"DIR/sources.json", "calendars and tables that are imported every week"},
        {"DIR/reports/", "what weeks, months and quarters amount to"},
        {"DIR/access.json", "who has an address in the published folder; not the addresses"},
        {"DIR/caldav.json", "what was sent to CalDAV servers"},
        {"DIR/journal.jsonl", "what was done, one line each"},
    };
    text_add(t, ".SH FILES\n");
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        tagged_add(t, files[i][0], files[i][1]);
}

static void certificates_add(struct text *t)
{
    paragraph_add(t, ".SH CERTIFICATES",
                  "A roster may carry prices of what escorts share: who serves a request, "
                  "a place in a group, the minutes left of a decision. With prices the "
                  "cheapest week of each escort can be found alone, and what they come to "
                  "together is a bound for every lawful roster, whatever the prices are.");
    paragraph_add(t, ".PP",
                  "check finds that bound anew from the prices in the file, in whole "
                  "numbers and without a linear program, for the week as it is now. A "
                  "certificate that does not prove what the file states is refused.");
    paragraph_add(t, ".PP",
                  "A week that falls into parts, such as municipalities, is proved part by "
                  "part. Its bound of tier 2 is then for rosters with no more points of "
                  "tier 1 in any part than this one has.");
    paragraph_add(t, ".PP",
                  "Where one set of prices leaves a gap, a tier may be split into cases of "
                  "which every roster is one: a request is served or not, by that escort or "
                  "by others, before some time or from then on. Each case has prices of its "
                  "own, and the least that is proved of any of them is the bound. check "
                  "finds out whether the cases are all there are.");
}

static void phases_add(struct text *t)
{
    static const char *const phases[][2] = {
        {"first roster", "visits are put where they fit best"},
        {"search", "some are taken out and put back better"},
        {"each part", "parts with nothing in common are solved apart, with all that follows"},
        {"prices of rights", "a bound of tier 1, from the requests that few can take"},
        {"prices of the rest", "a bound of tier 2, from whole weeks of single escorts"},
        {"prices of districts", "the same in a week too large for one linear program"},
        {"dive", "a roster from the cheapest weeks"},
        {"cases", "the gap that prices leave is closed by splitting the week into cases"},
        {"certificate", "what the prices of the cases prove is counted anew"},
        {"prove rights", "the integer program of the requests in question"},
        {"prove the rest", "the integer program of what prices have not ruled out"},
        {"neighbourhoods", "groups of escorts are planned anew, all others as they are"},
    };
    text_add(t, ".SH PHASES\nWhat the progress line and the trace of solve call them.\n");
    for (size_t i = 0; i < sizeof phases / sizeof *phases; i++)
        tagged_add(t, phases[i][0], phases[i][1]);
}

static void environment_add(struct text *t)
{
    static const char *const variables[][2] = {
        {"LC_ALL, LC_MESSAGES, LANG, LANGUAGE",
         "The language: Swedish (sv) or English."},
        {"LEDSAGA_PASSWORD", "The password of --user, where no --password-file has it."},
        {"NO_COLOR", "Set: no colours unless --color=always."},
        {"SOURCE_DATE_EPOCH",
         "Seconds since 1970 that are used as the present time."},
    };
    text_add(t, ".SH ENVIRONMENT\n");
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
        tagged_add(t, variables[i][0], variables[i][1]);
}

static void figures_add(struct arena *a, struct text *t, const char *title,
                        const struct figure *row)
{
    text_print(t, ".SS %s\n", title);
    for (; row->name; row++)
        tagged_add(t, row->name,
                   arena_print(a, "%s (%s; default %d, from %d to %d)",
                               row->text, row->unit, row->value, row->least,
                               row->most));
}

static void rules_add(struct arena *a, struct text *t)
{
    text_add(t, ".SH RULES\n"
                "Tier 0 is never broken by a roster the program makes;\n"
                "tier 1 comes strictly before tier 2.\n");
    for (int i = 0; i < RULE_COUNT; i++)
        tagged_add(t, arena_print(a, "%s (%d)", RULE_ROWS[i].name, RULE_ROWS[i].tier),
                   arena_print(a, "%s Source: %s.", RULE_ROWS[i].sentence,
                               RULE_ROWS[i].source));
}

static void exit_add(struct arena *a, struct text *t)
{
    text_add(t, ".SH EXIT STATUS\n");
    for (int s = 0; s < STATUS_COUNT; s++)
        tagged_add(t, arena_print(a, "%d", status_exit_code((enum status)s)),
                   status_sentence((enum status)s));
}

static void examples_add(struct text *t)
{
    text_add(t, ".SH EXAMPLES\n.nf\n");
    for (const struct command *c = COMMANDS; c->name; c++) {
        text_add(t, "ledsaga ");
        roff_add(t, c->example);
        text_add(t, "\n");
    }
    text_add(t, ".fi\n");
}

const char *help_manual(struct arena *a)
{
    struct text t = text_new(a);
    int year, month, mday;
    date_of_days(day_of_seconds(clock_utc()), &year, &month, &mday);
    text_print(&t, ".TH LEDSAGA 1 %04d-%02d-%02d \"ledsaga %s\"\n", year,
               month, mday, LEDSAGA_VERSION);
    text_add(&t, ".SH NAME\nledsaga \\- weekly rosters for an escort service\n"
                 ".SH SYNOPSIS\n.B ledsaga\n.I COMMAND\n"
                 "[\\fIARGUMENT\\fR] [\\fIOPTION\\fR]...\n");
    paragraph_add(&t, ".SH DESCRIPTION",
                  "ledsaga matches escorts to what clients with disabilities "
                  "wish for and were granted, proves how good the roster of a "
                  "week is, judges any roster from its files alone, and prints "
                  "it as text, a page or calendars. Its data are a folder of "
                  "JSON files, called DIR below.");
    commands_add(&t);
    files_add(&t);
    phases_add(&t);
    certificates_add(&t);
    environment_add(&t);
    exit_add(a, &t);
    rules_add(a, &t);
    text_add(&t, ".SH FIGURES\nSet in unit.json.\n");
    figures_add(a, &t, "Rules", RULE_FIGURE_ROWS);
    figures_add(a, &t, "Costs", COST_FIGURE_ROWS);
    figures_add(a, &t, "Weights", WEIGHT_FIGURE_ROWS);
    examples_add(&t);
    paragraph_add(&t, ".SH COPYRIGHT",
                  "Free software: GNU General Public License, version 3 or later.");
    return text_done(&t);
}
