/* The columns that lists and workbooks of a roster are made of. A line is a request as one
 * of its escorts has it, or as all of them have it together, or without a visit. */
#ifndef ADAPTERS_ROSTER_COLUMNS_H
#define ADAPTERS_ROSTER_COLUMNS_H

#include "adapters/show/sheet.h"

struct roster_line {
    int request, escort; /* NONE = everybody who comes */
};

/* How a spreadsheet is to take it. */
enum column_kind { COLUMN_WORDS, COLUMN_DATE, COLUMN_CLOCK, COLUMN_LENGTH };

/* X(NAME, kind, head, text of a line) */
#define ROSTER_COLUMNS(X)                                   \
    X(DATE, COLUMN_DATE, N_("Date"), date_text)             \
    X(DAY, COLUMN_WORDS, N_("Day"), day_text)               \
    X(FROM, COLUMN_CLOCK, N_("From"), from_text)            \
    X(TO, COLUMN_CLOCK, N_("To"), to_text)                  \
    X(MINUTES, COLUMN_LENGTH, N_("Minutes"), minutes_text)  \
    X(CLIENT_ID, COLUMN_WORDS, N_("Client id"), client_id)  \
    X(CLIENT, COLUMN_WORDS, N_("Client"), client_text)      \
    X(ACTIVITY, COLUMN_WORDS, N_("Activity"), activity_text) \
    X(GROUP, COLUMN_WORDS, N_("Together"), group_text)      \
    X(PLACE, COLUMN_WORDS, N_("Meeting place"), place_text) \
    X(ESCORT_ID, COLUMN_WORDS, N_("Escort id"), escort_id)  \
    X(ESCORT, COLUMN_WORDS, N_("Escort"), escort_text)      \
    X(ANSWER, COLUMN_WORDS, N_("Answer"), answer_text)      \
    X(SERVED, COLUMN_WORDS, N_("Served"), served_text)      \
    X(ASKED, COLUMN_WORDS, N_("Asked for"), asked_text)     \
    X(WHY_NOT, COLUMN_WORDS, N_("Why not"), why_not_text)   \
    X(CHANGED, COLUMN_WORDS, N_("Changed"), changed_text)   \
    X(BEFORE, COLUMN_WORDS, N_("Given out as"), before_text)

enum roster_column {
#define X(NAME, kind, head, text) ROSTER_##NAME,
    ROSTER_COLUMNS(X)
#undef X
        ROSTER_COLUMN_COUNT
};

const char *roster_head(enum roster_column c);
enum column_kind roster_kind(enum roster_column c);
/* "" where it does not apply. */
const char *roster_text(struct arena *a, const struct sheet *s, const struct roster_line *l,
                        enum roster_column c);

/* Visits by start with a line for each escort, then what is not served; *n lines. */
const struct roster_line *roster_lines(struct arena *a, const struct sheet *s, int *n);

#endif
