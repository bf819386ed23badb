/* A calendar file as logical lines (RFC 5545, 3.1): ended by CR LF, LF or CR, a line that
 * begins with a blank carrying on the one before it. Bytes are joined before they are
 * decoded, for a fold may stand inside a character.
 *
 * UTF-8 is what the format asks for. A file that is not, has no character of several bytes
 * in it that could be UTF-8, and would be without control characters if it were
 * Windows-1252, is taken as that. In one that is neither only the lines that cannot be
 * decoded are spoilt. */
#ifndef ADAPTERS_ICAL_LINES_H
#define ADAPTERS_ICAL_LINES_H

#include "adapters/ical/ical_notes.h"

enum line_flaw {
    LINE_SOUND,
    LINE_LONG,     /* over a limit; text is its beginning only */
    LINE_UNDECODED /* text has bytes that are not UTF-8 */
};

struct ical_line {
    const char *text; /* without its end; a zero byte in it was made U+FFFD */
    int number;       /* of its first physical line, from 1 */
    enum line_flaw flaw;
};

struct ical_lines {
    int n; /* empty ones are left out */
    const struct ical_line *list;
};

/* INPUT where the file is too large, SYNTAX where it is UTF-16. */
enum status ical_lines_read(struct arena *a, const char *name, const char *bytes,
                            size_t length, struct ical_notes *notes,
                            struct ical_lines *out, struct faults *f);

#endif
