/* Parsing on top of getopt_long, which brings the GNU conventions with it:
 * operands anywhere, --name=value, unambiguous prefixes, `--`. */
#include "app/options.h"

#include "adapters/text/nearest.h"
#include "base/text.h"

#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

const struct option_row OPTION_ROWS[OPTION_COUNT] = {
#define X(NAME, name, letter, argument, kind, least, most, value, choice, text) \
    {name, letter, argument, KIND_##kind, least, most, value, choice, text},
    OPTION_LIST(X)
#undef X
};

/* getopt_long's numbers for long options begin past the letters. */
enum { LONG = 256 };

static const char *nearest_option(struct arena *a, const enum option_id *taken,
                                  const char *word)
{
    const char *names[OPTION_COUNT + 1] = {0};
    for (int i = 0; taken[i] != OPTION_END; i++)
        names[i] = OPTION_ROWS[taken[i]].name;
    char *name = arena_copy(a, word + strspn(word, "-"));
    name[strcspn(name, "=")] = 0;
    const char *near = nearest_word(name, names);
    return near ? arena_print(a, "--%s", near) : NULL;
}

static const char *choice_words(struct arena *a, option_choice *choice)
{
    struct text words = text_new(a);
    const char *word, *text;
    for (int i = 0; (word = choice(i, &text)); i++)
        text_print(&words, "%s%s", i ? ", " : "", word);
    return text_done(&words);
}

static enum status value_set(struct arena *a, const struct option_row *row,
                             const char *text, struct option_value *v,
                             struct faults *f)
{
    char *end = NULL;
    const char *word, *meaning;
    v->text = text;
    errno = 0;
    switch (row->kind) {
    case KIND_FLAG:
        return STATUS_OK;
    case KIND_STRING:
        if (*text)
            return STATUS_OK;
        return faults_add(f, STATUS_USAGE, "", "", "",
                          _("option '%s' needs a value"),
                          arena_print(a, "--%s", row->name));
    case KIND_INTEGER:
        v->integer = strtoll(text, &end, 10);
        if (*text && !*end && !errno && v->integer >= row->least &&
            v->integer <= row->most)
            return STATUS_OK;
        if (row->most == INT64_MAX)
            return faults_add(f, STATUS_USAGE, "", "", "",
                              _("--%s takes a whole number of at least %" PRId64
                                ", not '%s'"),
                              row->name, row->least, text);
        return faults_add(f, STATUS_USAGE, "", "", "",
                          _("--%s takes a whole number from %" PRId64
                            " to %" PRId64 ", not '%s'"),
                          row->name, row->least, row->most, text);
    case KIND_REAL:
        v->real = strtod(text, &end);
        if (*text && !*end && !errno && v->real >= (double)row->least &&
            v->real <= (double)row->most)
            return STATUS_OK;
        return faults_add(f, STATUS_USAGE, "", "", "",
                          _("--%s takes a number from %" PRId64 " to %" PRId64
                            ", not '%s'"),
                          row->name, row->least, row->most, text);
    case KIND_CHOICE:
        for (int i = 0; (word = row->choice(i, &meaning)); i++)
            if (strcmp(word, text) == 0) {
                v->integer = i;
                return STATUS_OK;
            }
        return faults_add(f, STATUS_USAGE, "", "", "",
                          _("--%s takes one of %s, not '%s'"), row->name,
                          choice_words(a, row->choice), text);
    }
    return STATUS_OK;
}

static enum status option_refused(struct arena *a, const char *command,
                                  const enum option_id *taken, int answer,
                                  char **argv, struct faults *f)
{
    const char *help =
        arena_print(a, _("'ledsaga %s --help' lists its options."), command);
    const char *word = argv[optind - 1];
    if (optopt > 0 && optopt < LONG) /* a letter, perhaps inside a group */
        word = arena_print(a, "-%c", optopt);
    if (answer == ':')
        return faults_add(f, STATUS_USAGE, "", "", help,
                          _("option '%s' needs a value"), word);
    if (optopt >= LONG)
        return faults_add(f, STATUS_USAGE, "", "", help,
                          _("option '%s' takes no value"), word);
    const char *near =
        word[1] == '-' ? nearest_option(a, taken, word) : NULL;
    if (near)
        help = arena_print(a, _("Did you mean '%s'?"), near);
    return faults_add(f, STATUS_USAGE, "", "", help,
                      _("'%s' is not an option of '%s'"), word, command);
}

/* Of two values one would be forgotten, and nobody told. */
static enum status given_once(const struct option_row *row, const struct option_value *v,
                              const char *text, struct faults *f)
{
    if (!v->given || !text || strcmp(v->text, text) == 0)
        return STATUS_OK;
    return faults_add(f, STATUS_USAGE, "", "", _("Run the command once for each."),
                      _("--%s was given twice, as '%s' and as '%s'"), row->name, v->text, text);
}

enum status options_parse(struct arena *a, const char *command,
                          const enum option_id *taken, int argc, char **argv,
                          struct arguments *out, struct faults *f)
{
    struct option longs[OPTION_COUNT + 1] = {0};
    char shorts[2 * OPTION_COUNT + 2] = ":";
    size_t n_shorts = 1;
    for (int i = 0; taken[i] != OPTION_END; i++) {
        const struct option_row *row = &OPTION_ROWS[taken[i]];
        longs[i] = (struct option){row->name, row->argument != NULL, NULL,
                                   LONG + (int)taken[i]};
        if (row->letter) {
            shorts[n_shorts++] = row->letter;
            if (row->argument)
                shorts[n_shorts++] = ':';
        }
        if (row->fallback)
            TRY(value_set(a, row, row->fallback, &out->option[taken[i]], f));
    }
    optind = 0; /* begin anew, also in a second call */
    opterr = 0;
    for (int answer;
         (answer = getopt_long(argc, argv, shorts, longs, NULL)) != -1;) {
        if (answer == '?' || answer == ':')
            return option_refused(a, command, taken, answer, argv, f);
        int id = answer - LONG;
        for (int i = 0; answer < LONG && taken[i] != OPTION_END; i++)
            if (OPTION_ROWS[taken[i]].letter == answer)
                id = (int)taken[i];
        TRY(given_once(&OPTION_ROWS[id], &out->option[id], optarg, f));
        out->option[id].given = true;
        if (optarg)
            TRY(value_set(a, &OPTION_ROWS[id], optarg, &out->option[id], f));
    }
    out->n_operands = argc - optind;
    out->operands = NEW_ARRAY(a, const char *, out->n_operands + 1);
    for (int i = 0; i < out->n_operands; i++)
        out->operands[i] = argv[optind + i];
    return STATUS_OK;
}
