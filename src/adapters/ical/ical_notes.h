/* What a reader of calendars has to say beside what it read. A file with a million broken
 * lines must not give a million sentences: each is told so many times over, and at the end
 * how many more there were. */
#ifndef ADAPTERS_ICAL_NOTES_H
#define ADAPTERS_ICAL_NOTES_H

#include "adapters/ical/ical.h"

struct ical_notes {
    struct arena *arena;
    int n, capacity;
    struct ical_note *list;
    int n_told; /* how often each sentence was said, by its format */
    struct ical_told {
        const char *format;
        int line, times; /* line: of the first */
    } told[32];
};

/* format: an English sentence, marked by N_() and translated here if it is said at all; the
 * same one counts as the same kind of note. */
void note_add(struct ical_notes *notes, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Say what was left out, and put everything in the order of lines. */
void notes_close(struct ical_notes *notes);

/* What a file says, as it may stand in a sentence: plain, quoted and cut. */
const char *note_quoted(struct arena *a, const char *text);

#endif
