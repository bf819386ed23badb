/* JSON read with suspicion: a cursor over one document that knows the file, the
 * path of the value it stands on and whose it is, and turns whatever is wrong
 * into a fault with all of that and a remedy. Reading goes on after a fault, so
 * that a person sees up to FAULTS_KEPT at once.
 *
 *     if (reader_list(r, "clients", REQUIRED))
 *         while (reader_next(r))
 *             if (reader_shape(r, CLIENT_KEYS))
 *                 reader_int(r, "birth_year", OPTIONAL, 1900, 2100, &year);
 *
 * Getters look up a key of the object the cursor stands on; key NULL means the
 * value itself (an item of a list). They return true and set *out when the value
 * is there and sound, otherwise *out is left as it was; a missing key is a fault
 * only when REQUIRED. Strings are copied into the arena: the JSON tree dies with
 * reader_close(). */
#ifndef ADAPTERS_JSON_H
#define ADAPTERS_JSON_H

#include "ledsaga/arena.h"
#include "ledsaga/status.h"
#include "ledsaga/week.h"

struct reader;

enum presence { OPTIONAL, REQUIRED };

/* Opens the document on its top value. NULL after a fault: UNREADABLE, or SYNTAX
 * with line:column (a key given twice is one). A byte order mark is passed over. */
struct reader *reader_open(struct arena *a, const char *path, struct faults *f);
/* The same for a text that came with the program; faults name it as `file`. */
struct reader *reader_open_text(struct arena *a, const char *file,
                                const char *text, struct faults *f);
void reader_close(struct reader *r); /* NULL is fine */

/* The top value is an object with this `format` and `version` and no keys but
 * these, as for reader_shape(). False after a fault that makes the rest
 * meaningless. */
bool reader_document(struct reader *r, const char *format, int version,
                     const char *const *keys);

/* The value the cursor stands on is an object with no other keys than these
 * (ended by NULL; NULL for any keys), x-... aside. False if it is no object; unknown keys are
 * faults but do not make it false. */
bool reader_shape(struct reader *r, const char *const *keys);

/* Step onto a value and, if the step was taken, back. */
bool reader_step(struct reader *r, const char *key, enum presence need);
bool reader_object(struct reader *r, const char *key, enum presence need,
                   const char *const *keys);
void reader_leave(struct reader *r);

/* Step into a list, or into an object whose keys are data. If true, call
 * reader_next() until it is false: it steps from item to item and at the end out
 * of the list again. */
bool reader_list(struct reader *r, const char *key, enum presence need);
bool reader_map(struct reader *r, const char *key, enum presence need);
bool reader_next(struct reader *r);
/* While in a list or map: how many there are; which one this is (from 0); the
 * key of this one. */
int reader_size(const struct reader *r);
int reader_index(const struct reader *r);
const char *reader_key(const struct reader *r);

bool reader_text(struct reader *r, const char *key, enum presence need,
                 const char **out);
bool reader_name(struct reader *r, const char *key, enum presence need,
                 const char **out); /* a text that is not empty */
bool reader_id(struct reader *r, const char *key, enum presence need,
               const char **out);
/* 1 to 32 letters, digits, hyphens and underscores: a code that is not declared. */
bool reader_code(struct reader *r, const char *key, enum presence need,
                 const char **out);
/* The required "id" of the object; faults inside it say whose they are from then
 * on. kind: a translated noun. */
bool reader_own_id(struct reader *r, const char *kind, const char **out);
bool reader_int(struct reader *r, const char *key, enum presence need,
                int least, int most, int *out);
bool reader_int64(struct reader *r, const char *key, enum presence need,
                  int64_t least, int64_t most, int64_t *out);
bool reader_number(struct reader *r, const char *key, enum presence need,
                   double least, double most, double *out);
bool reader_bool(struct reader *r, const char *key, enum presence need,
                 bool *out);
/* One of the words (ended by NULL); *out gets its place among them. WORD_LIST
 * declares such a list of the words of an enum. */
#define WORD_LIST(words, type, last, word_of)                                  \
    const char *words[(last) + 2] = {0};                                       \
    for (int word_ = 0; word_ <= (int)(last); word_++)                         \
    words[word_] = word_of((enum type)word_)
bool reader_word(struct reader *r, const char *key, enum presence need,
                 const char *const *words, int *out);
/* Days since 1970; minutes after midnight; minute of the week. */
bool reader_date(struct reader *r, const char *key, enum presence need,
                 int64_t *out);
bool reader_clock(struct reader *r, const char *key, enum presence need,
                  int *out);
bool reader_moment(struct reader *r, const char *key, enum presence need,
                   const struct week *w, int *out);
/* "2026-W48" */
bool reader_week(struct reader *r, const char *key, enum presence need,
                 int *iso_year, int *iso_week);
bool reader_hash(struct reader *r, const char *key, enum presence need,
                 uint64_t *out); /* 16 hexadecimal digits */
bool reader_has(const struct reader *r, const char *key);
/* An object as it stands, for somebody who keeps it: compact JSON. */
bool reader_whole(struct reader *r, const char *key, enum presence need,
                  const char **out);

/* A fault of the value the cursor stands on, or of its key if that is not NULL.
 * what: a sentence without its full stop, for whose it is may be added to it.
 * Returns false, for `return reader_fault(...)`. */
bool reader_fault(struct reader *r, const char *key, const char *remedy,
                  const char *what, ...) __attribute__((format(printf, 4, 5)));
/* Pass on the first fault that somebody without a file found in the key's value. */
void reader_pass_on(struct reader *r, const char *key,
                    const struct faults *found);
/* How many faults there are so far: unchanged = this thing is sound. */
int reader_faults_seen(const struct reader *r);

/* A text as a person may safely see it: quoted, control characters escaped, cut. */
const char *reader_quoted(const struct reader *r, const char *text);
/* Where the cursor stands, "clients[3].decisions[0]". */
const char *reader_path(const struct reader *r);
const char *reader_file(const struct reader *r);

#endif
