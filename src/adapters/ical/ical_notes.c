#include "adapters/ical/ical_notes.h"

#include "adapters/text/plain.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Times that one sentence is told of a line each. */
enum { NOTE_TIMES = 20, QUOTED_BYTES = 60, SENTENCE_BYTES = 512 };

static void push(struct ical_notes *notes, int line, const char *text)
{
    struct ical_note note = {line, text};

    ARENA_PUSH(notes->arena, notes->list, notes->n, notes->capacity, note);
}

/* How often the sentence was asked for, this time included. */
static int count_told(struct ical_notes *notes, int line, const char *format)
{
    struct ical_told *told = notes->told;
    int i = 0;

    while (i < notes->n_told && told[i].format != format)
        i++;
    if (i == notes->n_told) {
        require((size_t)i < sizeof notes->told / sizeof *told,
                "there is room for every sentence a reader can say");
        notes->n_told++;
        told[i].format = format;
        told[i].line = line;
    }
    return ++told[i].times;
}

void note_add(struct ical_notes *notes, int line, const char *format, ...)
{
    char text[SENTENCE_BYTES];
    va_list args;

    if (count_told(notes, line, format) > NOTE_TIMES)
        return;
    va_start(args, format);
    vsnprintf(text, sizeof text, _(format), args);
    va_end(args);
    push(notes, line, plain_line(notes->arena, arena_copy(notes->arena, text)));
}

static int by_line(const void *a, const void *b)
{
    const struct ical_note *m = a, *n = b;

    if (m->line != n->line)
        return m->line < n->line ? -1 : 1;
    return strcmp(m->text, n->text);
}

void notes_close(struct ical_notes *notes)
{
    for (int i = 0; i < notes->n_told; i++) {
        int more = notes->told[i].times - NOTE_TIMES;

        if (more > 0)
            push(notes, 0,
                 arena_print(notes->arena,
                             PLURAL("There is %d more note like that on line %d.",
                                    "There are %d more notes like that on line %d.", more),
                             more, notes->told[i].line));
    }
    if (notes->n > 1)
        qsort(notes->list, (size_t)notes->n, sizeof *notes->list, by_line);
}

const char *note_quoted(struct arena *a, const char *text)
{
    char cut[QUOTED_BYTES + 1];
    size_t n = 0;

    text = plain_line(a, text);
    while (text[n]) {
        size_t step = utf8_length(text + n);

        if (n + step > QUOTED_BYTES)
            break;
        n += step;
    }
    memcpy(cut, text, n);
    cut[n] = '\0';
    return arena_print(a, text[n] ? "\"%s...\"" : "\"%s\"", cut);
}
