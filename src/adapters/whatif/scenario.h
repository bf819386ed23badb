/* What a scenario may do to a workspace: one list of operations. Each has a row with its
 * name, its keys, what it does and on whose word, and one function that does it to copies
 * of unit.json and week.json. Reading, range checks and the list of assumptions follow from
 * the row; the schema is models/scenario.schema.json. */
#ifndef ADAPTERS_SCENARIO_H
#define ADAPTERS_SCENARIO_H

#include "ledsaga/whatif.h"

enum key_kind {
    KEY_NUMBER,  /* within [least, most] */
    KEY_WORD,    /* one of the words */
    KEY_TEXT,
    KEY_TEXTS,   /* a list of texts */
    KEY_FIGURES  /* an object of whole numbers by name */
};

struct operation_key {
    const char *name;
    enum key_kind kind;
    int least, most, fallback; /* numbers; fallback: where the key is left out */
    const char *unit;          /* numbers: "%", "min"; "" */
    const char *const *words;  /* ended by NULL; the first holds where the key is left out */
    bool required;
};

enum { KEYS_MOST = 12 };

struct key_value {
    bool given;
    int number;              /* KEY_WORD: the word's place */
    const char *text;        /* NULL if it was left out */
    int n;                   /* of texts or figures */
    const char *const *texts; /* figures: their names */
    const int *numbers;
};

struct scene;

struct operation_row {
    const char *name;
    const char *text, *source; /* gettext keys */
    const struct operation_key *keys; /* ended by name NULL */
    enum status (*apply)(struct scene *s, const struct operation *o);
};
extern const struct operation_row OPERATION_ROWS[]; /* ended by name NULL */

struct operation {
    const struct operation_row *row;
    const char *where; /* "operations[0]" */
    struct key_value value[KEYS_MOST];
};

/* What a key of the operation says, or what holds without it. The row must have it. */
int operation_number(const struct operation *o, const char *key);
const char *operation_word(const struct operation *o, const char *key);
const char *operation_text(const struct operation *o, const char *key); /* or NULL */
const struct key_value *operation_value(const struct operation *o, const char *key);
bool operation_given(const struct operation *o, const char *key);

/* "share = 50 %, into = employed_hourly": every key, also those that were left out, but no
 * empty ones. */
const char *operation_told(struct arena *a, const struct operation *o);

#endif
