#include "adapters/text/json.h"

#include "adapters/text/nearest.h"
#include "adapters/text/plain.h"
#include "base/file.h"
#include "base/text.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Our deepest path is escorts[].delegations[].tasks[]; a few frames more stand for
 * "the value itself". */
enum { DEPTH = 16, QUOTED_MOST = 60 };

struct frame {
    json_t *value;
    const char *key;        /* its key in the frame below; NULL */
    int index;              /* its place in the list below; NO_INDEX */
    bool each;              /* its items are being stepped through */
    int next;               /* each: the next item */
    void *member;           /* each, of an object: the next member */
    const char *kind, *id;  /* whose it is: "client", "c4"; NULL */
};

enum { NO_INDEX = -1 };

struct reader {
    struct arena *arena;
    const char *file;
    struct faults *faults;
    json_t *root;
    int depth; /* of the top frame */
    struct frame frames[DEPTH];
};

/* ---- what a fault says ---- */

enum kind { TEXT, WHOLE, NUMBER, TRUTH, LIST, OBJECT };

static const struct {
    const char *noun, *example;
} KINDS[] = {
    [TEXT] = {N_("a text"), "\"...\""},
    [WHOLE] = {N_("a whole number"), "90"},
    [NUMBER] = {N_("a number"), "56.67"},
    [TRUTH] = {N_("true or false"), "true"},
    [LIST] = {N_("a list"), "[ ... ]"},
    [OBJECT] = {N_("an object"), "{ ... }"},
};

/* Cut on the border of a character. */
static const char *cut(struct arena *a, const char *text)
{
    size_t n = QUOTED_MOST;

    if (strlen(text) <= n)
        return arena_copy(a, text);
    while (n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80)
        n--;
    return arena_print(a, "%.*s...", (int)n, text);
}

static const char *value_text(const struct reader *r, const json_t *v)
{
    if (json_is_array(v))
        return _("a list");
    if (json_is_object(v))
        return _("an object");

    char *dump = json_dumps(v, JSON_ENCODE_ANY | JSON_REAL_PRECISION(12));
    const char *text = cut(r->arena, dump ? dump : "?");
    free(dump);
    return text;
}

const char *reader_quoted(const struct reader *r, const char *text)
{
    json_t *v = json_string(text);
    const char *quoted = v ? value_text(r, v) : "?";

    json_decref(v);
    return quoted;
}

#define LETTERS_AND_DIGITS                                                     \
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

static bool made_of(const char *text, const char *characters, size_t most)
{
    size_t n = strspn(text, characters);

    return n >= 1 && n <= most && text[n] == '\0';
}

static bool id_like(const char *text)
{
    return made_of(text, LETTERS_AND_DIGITS "._-", 64);
}

static void path_add_key(const struct reader *r, struct text *t,
                         const char *key)
{
    if (!id_like(key))
        text_print(t, "[%s]", reader_quoted(r, key));
    else
        text_print(t, "%s%s", t->length ? "." : "", key);
}

static const char *path_of(const struct reader *r, const char *key)
{
    struct text t = text_new(r->arena);

    for (int i = 1; i <= r->depth; i++) {
        if (r->frames[i].key)
            path_add_key(r, &t, r->frames[i].key);
        else if (r->frames[i].index != NO_INDEX)
            text_print(&t, "[%d]", r->frames[i].index);
    }
    if (key)
        path_add_key(r, &t, key);
    return text_done(&t);
}

/* `(client "c4", decision "d1")`, or nothing. */
static const char *owners(const struct reader *r)
{
    struct text t = text_new(r->arena);

    for (int i = 0; i <= r->depth; i++)
        if (r->frames[i].id)
            text_print(&t, "%s%s \"%s\"", t.length ? ", " : " (",
                       r->frames[i].kind, r->frames[i].id);
    if (t.length)
        text_add(&t, ")");
    return text_done(&t);
}

/* faults_add() prints the remedy as a format: what a file says in it must come
 * through unchanged. */
static const char *percent_doubled(const struct reader *r, const char *remedy)
{
    struct text t = text_new(r->arena);

    for (const char *percent; (percent = strchr(remedy, '%'));
         remedy = percent + 1) {
        text_add_bytes(&t, remedy, (size_t)(percent - remedy));
        text_add(&t, "%%");
    }
    text_add(&t, remedy);
    return text_done(&t);
}

static void complain(struct reader *r, enum status s, const char *key,
                     const char *remedy, const char *what)
{
    /* Beyond FAULTS_KEPT a fault is only counted: no need to word it well. */
    if (r->faults->seen >= FAULTS_KEPT)
        faults_add(r->faults, s, r->file, "", "", "%s", "");
    else
        faults_add(r->faults, s, r->file, path_of(r, key),
                   percent_doubled(r, remedy), "%s%s.", what, owners(r));
}

bool reader_fault(struct reader *r, const char *key, const char *remedy,
                  const char *what, ...)
{
    char said[256];
    va_list args;

    va_start(args, what);
    vsnprintf(said, sizeof said, what, args);
    va_end(args);
    complain(r, STATUS_INPUT, key, remedy, said);
    return false;
}

void reader_pass_on(struct reader *r, const char *key,
                    const struct faults *found)
{
    const struct fault *first = &found->list[0];

    faults_add(r->faults, first->status, r->file, path_of(r, key),
               percent_doubled(r, first->remedy), "%s", first->what);
}

static bool wrong_kind(struct reader *r, enum kind want, const json_t *got)
{
    return reader_fault(
        r, NULL,
        arena_print(r->arena, _("Write it like this: %s"), KINDS[want].example),
        _("Must be %s, but is %s"), _(KINDS[want].noun), value_text(r, got));
}

/* ---- opening ---- */

/* jansson's own sentence is kept in brackets: it quotes the text nearby. */
static const char *syntax_sentence(enum json_error_code code)
{
    switch ((int)code) {
    case json_error_premature_end_of_input:
        return _("The file ends in the middle");
    case json_error_end_of_input_expected:
        return _("There is more after the end of the document");
    case json_error_invalid_utf8:
        return _("The text is not UTF-8");
    case json_error_null_character:
    case json_error_null_byte_in_key:
        return _("There is a zero character in a text");
    case json_error_duplicate_key:
        return _("A key is given twice");
    case json_error_numeric_overflow:
        return _("A number is too large");
    case json_error_stack_overflow:
        return _("Too many brackets inside each other");
    default:
        return _("This is not JSON");
    }
}

static const char *syntax_remedy(enum json_error_code code)
{
    switch ((int)code) {
    case json_error_premature_end_of_input:
        return _("Fetch the whole file again, or close the brackets and "
                 "quotation marks that are open.");
    case json_error_invalid_utf8:
        return _("Save the file as UTF-8.");
    case json_error_duplicate_key:
        return _("Remove one of the two.");
    case json_error_end_of_input_expected:
    case json_error_null_character:
    case json_error_null_byte_in_key:
        return _("Remove it.");
    case json_error_numeric_overflow:
        return _("Give a smaller number.");
    default:
        return _("Correct the file there; look for a comma, quotation mark or "
                 "bracket too few or too many just before.");
    }
}

static void syntax_fault(struct reader *r, const json_error_t *e)
{
    enum json_error_code code = json_error_code(e);

    if (code == json_error_out_of_memory)
        faults_add(r->faults, STATUS_MEMORY, r->file, "", "", "%s",
                   _("Out of memory."));
    else
        faults_add(r->faults, STATUS_SYNTAX, r->file,
                   arena_print(r->arena, "%d:%d", e->line, e->column),
                   syntax_remedy(code), "%s (%s).", syntax_sentence(code),
                   e->text);
}

static bool blank(const char *data, size_t length)
{
    return strspn(data, " \t\r\n") == length;
}

static json_t *parse(struct reader *r, const char *data, size_t length)
{
    json_error_t error;

    if (length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) {
        data += 3;
        length -= 3;
    }
    if (blank(data, length)) {
        faults_add(r->faults, STATUS_SYNTAX, r->file, "",
                   _("Fetch it again, or begin with one that `ledsaga new` makes."),
                   "%s", _("The file is empty."));
        return NULL;
    }

    json_t *root = json_loadb(data, length,
                              JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    if (!root)
        syntax_fault(r, &error);
    return root;
}

static struct reader *open_bytes(struct arena *a, const char *file,
                                 const char *data, size_t length,
                                 struct faults *f)
{
    struct reader *r = NEW(a, struct reader);

    r->arena = a;
    r->file = arena_copy(a, file);
    r->faults = f;
    r->root = parse(r, data, length);
    if (!r->root)
        return NULL;
    r->frames[0] = (struct frame){.value = r->root, .index = NO_INDEX};
    return r;
}

struct reader *reader_open(struct arena *a, const char *path, struct faults *f)
{
    char *data;
    size_t length;

    if (file_read(a, path, &data, &length, f) != STATUS_OK)
        return NULL;
    return open_bytes(a, path, data, length, f);
}

struct reader *reader_open_text(struct arena *a, const char *file,
                                const char *text, struct faults *f)
{
    return open_bytes(a, file, text, strlen(text), f);
}

void reader_close(struct reader *r)
{
    if (r) {
        json_decref(r->root);
        r->root = NULL;
    }
}

/* ---- the cursor ---- */

static struct frame *top(struct reader *r)
{
    return &r->frames[r->depth];
}

static void push(struct reader *r, json_t *value, const char *key, int index)
{
    require(r->depth + 1 < DEPTH, "JSON read deeper than any of our formats");
    r->frames[++r->depth] =
        (struct frame){.value = value, .key = key, .index = index};
}

void reader_leave(struct reader *r)
{
    require(r->depth > 0, "left the top of a document");
    r->depth--;
}

static bool missing(struct reader *r, const char *key)
{
    return reader_fault(r, NULL, arena_print(r->arena, _("Add \"%s\"."), key),
                        _("\"%s\" is missing"), key);
}

/* Step onto a key's value; NULL if there is none. */
static json_t *enter(struct reader *r, const char *key, enum presence need)
{
    json_t *value = key ? json_object_get(top(r)->value, key) : top(r)->value;

    if (value)
        push(r, value, key, NO_INDEX);
    else if (need == REQUIRED)
        missing(r, key);
    return value;
}

bool reader_step(struct reader *r, const char *key, enum presence need)
{
    return enter(r, key, need) != NULL;
}

bool reader_has(const struct reader *r, const char *key)
{
    return json_object_get(r->frames[r->depth].value, key) != NULL;
}

static bool listed(const char *key, const char *const *keys)
{
    for (; *keys; keys++)
        if (strcmp(key, *keys) == 0)
            return true;
    return false;
}

static void unknown_key(struct reader *r, const char *key,
                        const char *const *keys)
{
    const char *meant = nearest_word(key, keys);
    const char *remedy =
        meant ? arena_print(r->arena, _("Did you mean \"%s\"?"), meant)
              : _("Remove it; a key of your own begins with x-.");

    reader_fault(r, key, remedy, _("Unknown key %s"), reader_quoted(r, key));
}

bool reader_shape(struct reader *r, const char *const *keys)
{
    json_t *object = top(r)->value;

    if (!json_is_object(object))
        return wrong_kind(r, OBJECT, object);
    for (void *i = json_object_iter(object); i;
         i = json_object_iter_next(object, i)) {
        const char *key = json_object_iter_key(i);
        if (keys && strncmp(key, "x-", 2) != 0 && !listed(key, keys))
            unknown_key(r, key, keys);
    }
    return true;
}

bool reader_object(struct reader *r, const char *key, enum presence need,
                   const char *const *keys)
{
    if (!enter(r, key, need))
        return false;
    if (reader_shape(r, keys))
        return true;
    reader_leave(r);
    return false;
}

static bool begin_each(struct reader *r, const char *key, enum presence need,
                       enum kind kind)
{
    json_t *value = enter(r, key, need);

    if (!value)
        return false;
    if (kind == LIST ? json_is_array(value) : json_is_object(value)) {
        top(r)->each = true;
        top(r)->member = json_object_iter(value); /* NULL for a list */
        return true;
    }
    wrong_kind(r, kind, value);
    reader_leave(r);
    return false;
}

bool reader_list(struct reader *r, const char *key, enum presence need)
{
    return begin_each(r, key, need, LIST);
}

bool reader_map(struct reader *r, const char *key, enum presence need)
{
    return begin_each(r, key, need, OBJECT);
}

bool reader_next(struct reader *r)
{
    if (!top(r)->each)
        reader_leave(r);

    struct frame *f = top(r);
    require(f->each, "stepped on without a list");
    if (f->member) {
        void *member = f->member;
        f->member = json_object_iter_next(f->value, member);
        f->next++;
        push(r, json_object_iter_value(member), json_object_iter_key(member),
             NO_INDEX);
        return true;
    }
    if (json_is_array(f->value) && (size_t)f->next < json_array_size(f->value)) {
        int i = f->next++;
        push(r, json_array_get(f->value, (size_t)i), NULL, i);
        return true;
    }
    reader_leave(r);
    return false;
}

/* The list or map the cursor is in. */
static const struct frame *container(const struct reader *r)
{
    const struct frame *f = &r->frames[r->depth];

    return f->each ? f : f - 1;
}

int reader_size(const struct reader *r)
{
    const json_t *v = container(r)->value;

    return (int)(json_is_array(v) ? json_array_size(v) : json_object_size(v));
}

int reader_index(const struct reader *r)
{
    return container(r)->next - 1;
}

const char *reader_key(const struct reader *r)
{
    return r->frames[r->depth].key;
}

/* ---- getters ---- */

/* Step onto a text (NULL: there is none, and the cursor has not moved) and, once
 * it was looked at, off it again, with a fault if it was not what was wanted. */
static const char *enter_text(struct reader *r, const char *key,
                              enum presence need)
{
    const json_t *v = enter(r, key, need);

    if (!v)
        return NULL;
    if (json_is_string(v))
        return json_string_value(v);
    wrong_kind(r, TEXT, v);
    reader_leave(r);
    return NULL;
}

static bool leave_text(struct reader *r, bool good, const char *text,
                       const char *wanted, const char *remedy)
{
    if (!good)
        reader_fault(r, NULL, remedy, _("%s is not %s"),
                     reader_quoted(r, text), wanted);
    reader_leave(r);
    return good;
}

bool reader_text(struct reader *r, const char *key, enum presence need,
                 const char **out)
{
    const char *text = enter_text(r, key, need);

    if (!text)
        return false;
    *out = arena_copy(r->arena, text);
    reader_leave(r);
    return true;
}

bool reader_name(struct reader *r, const char *key, enum presence need,
                 const char **out)
{
    const char *text = enter_text(r, key, need);

    if (!text)
        return false;
    long hidden = plain_hidden(text);
    bool good = text[0] != '\0' && hidden == 0;
    if (good)
        *out = arena_copy(r->arena, text);
    if (hidden == 0)
        return leave_text(r, good, text, _("a name"),
                          _("Write something that people know it by."));
    /* It is not quoted: the character would do its work in the fault too. */
    reader_fault(r, NULL, _("Remove the character, or write the name anew."),
                 _("The name has the character U+%04lX, which cannot be seen"),
                 (unsigned long)hidden);
    reader_leave(r);
    return false;
}

bool reader_id(struct reader *r, const char *key, enum presence need,
               const char **out)
{
    const char *text = enter_text(r, key, need);

    if (!text)
        return false;
    bool good = id_like(text);
    if (good)
        *out = arena_copy(r->arena, text);
    return leave_text(r, good, text, _("an id"),
                      _("An id is 1 to 64 letters A-Z a-z, digits, dots, hyphens "
                        "and underscores."));
}

bool reader_code(struct reader *r, const char *key, enum presence need,
                 const char **out)
{
    const char *text = enter_text(r, key, need);

    if (!text)
        return false;
    bool good = made_of(text, LETTERS_AND_DIGITS "_-", 32);
    if (good)
        *out = arena_copy(r->arena, text);
    return leave_text(r, good, text, _("a code"),
                      _("A code is 1 to 32 letters A-Z a-z, digits, hyphens and "
                        "underscores."));
}

bool reader_own_id(struct reader *r, const char *kind, const char **out)
{
    if (!reader_id(r, "id", REQUIRED, out))
        return false;
    top(r)->kind = kind;
    top(r)->id = *out;
    return true;
}

bool reader_whole(struct reader *r, const char *key, enum presence need,
                  const char **out)
{
    const json_t *v = enter(r, key, need);

    if (!v)
        return false;
    bool good = json_is_object(v) || wrong_kind(r, OBJECT, v);
    char *dump = good ? json_dumps(v, JSON_COMPACT | JSON_REAL_PRECISION(15)) : NULL;
    if (dump)
        *out = arena_copy(r->arena, dump);
    free(dump);
    reader_leave(r);
    return good && dump;
}

bool reader_int64(struct reader *r, const char *key, enum presence need,
                  int64_t least, int64_t most, int64_t *out)
{
    const json_t *v = enter(r, key, need);

    if (!v)
        return false;
    bool good = json_is_integer(v) || wrong_kind(r, WHOLE, v);
    int64_t value = json_integer_value(v);
    if (good && (value < least || value > most))
        good = reader_fault(
            r, NULL,
            arena_print(r->arena, _("Give a whole number from %lld to %lld."),
                        (long long)least, (long long)most),
            value < least ? _("%lld is too small") : _("%lld is too large"),
            (long long)value);
    if (good)
        *out = value;
    reader_leave(r);
    return good;
}

bool reader_int(struct reader *r, const char *key, enum presence need,
                int least, int most, int *out)
{
    int64_t value;

    if (!reader_int64(r, key, need, least, most, &value))
        return false;
    *out = (int)value;
    return true;
}

bool reader_number(struct reader *r, const char *key, enum presence need,
                   double least, double most, double *out)
{
    const json_t *v = enter(r, key, need);

    if (!v)
        return false;
    bool good = json_is_number(v) || wrong_kind(r, NUMBER, v);
    double value = json_number_value(v);
    if (good && !(value >= least && value <= most))
        good = reader_fault(
            r, NULL,
            arena_print(r->arena, _("Give a number from %g to %g."), least, most),
            value < least ? _("%g is too small") : _("%g is too large"), value);
    if (good)
        *out = value;
    reader_leave(r);
    return good;
}

bool reader_bool(struct reader *r, const char *key, enum presence need,
                 bool *out)
{
    const json_t *v = enter(r, key, need);

    if (!v)
        return false;
    bool good = json_is_boolean(v) || wrong_kind(r, TRUTH, v);
    if (good)
        *out = json_is_true(v);
    reader_leave(r);
    return good;
}

static const char *words_listed(const struct reader *r,
                                const char *const *words)
{
    struct text t = text_new(r->arena);

    for (int i = 0; words[i]; i++)
        text_print(&t, "%s\"%s\"", i ? ", " : "", words[i]);
    return text_done(&t);
}

static void unknown_word(struct reader *r, const char *word,
                         const char *const *words)
{
    const char *meant = nearest_word(word, words);
    const char *remedy =
        meant ? arena_print(r->arena, _("Did you mean \"%s\"?"), meant)
              : arena_print(r->arena, _("Use one of %s."),
                            words_listed(r, words));

    reader_fault(r, NULL, remedy, _("Unknown word %s"),
                 reader_quoted(r, word));
}

bool reader_word(struct reader *r, const char *key, enum presence need,
                 const char *const *words, int *out)
{
    const char *word = enter_text(r, key, need);
    int i = 0;

    if (!word)
        return false;
    while (words[i] && strcmp(word, words[i]) != 0)
        i++;
    if (words[i])
        *out = i;
    else
        unknown_word(r, word, words);
    reader_leave(r);
    return words[i] != NULL;
}

bool reader_date(struct reader *r, const char *key, enum presence need,
                 int64_t *out)
{
    const char *text = enter_text(r, key, need);
    int year, month, mday;

    if (!text)
        return false;
    bool good = date_scan(text, &year, &month, &mday);
    if (good)
        *out = date_days(year, month, mday);
    return leave_text(r, good, text, _("a date"),
                      _("Write an existing day as year-month-day, such as "
                        "2026-11-25."));
}

bool reader_clock(struct reader *r, const char *key, enum presence need,
                  int *out)
{
    const char *text = enter_text(r, key, need);
    int minutes;

    if (!text)
        return false;
    bool good = clock_scan(text, &minutes);
    if (good)
        *out = minutes;
    return leave_text(r, good, text, _("a clock time"),
                      _("Write hours and minutes as 09:05, from 00:00 to "
                        "24:00."));
}

/* The minutes of an int do not reach to all years that can be written. */
static bool moment_scan(const struct week *w, const char *text, int *minute)
{
    return strncmp(text, "1900", 4) >= 0 && strncmp(text, "3000", 4) < 0 &&
           week_scan(w, text, minute);
}

/* A good time with an offset that is one, but not of that time. */
static bool wrong_offset(struct reader *r, const struct week *w,
                         const char *text)
{
    const char *clock = strchr(text, 'T');
    int minute, offset;

    return strlen(text) == 22 && clock == text + 10 && strchr("+-", text[16]) &&
           clock_scan(text + 17, &offset) &&
           moment_scan(w, arena_print(r->arena, "%.16s", text), &minute);
}

bool reader_moment(struct reader *r, const char *key, enum presence need,
                   const struct week *w, int *out)
{
    const char *text = enter_text(r, key, need);
    int minute;

    if (!text)
        return false;
    bool good = moment_scan(w, text, &minute);
    if (good)
        *out = minute;
    else if (wrong_offset(r, w, text)) {
        reader_fault(r, NULL, _("Leave the offset out."),
                     _("%s has an offset that the zone does not have then"),
                     reader_quoted(r, text));
        reader_leave(r);
        return false;
    }
    return leave_text(r, good, text, _("a time"),
                      _("Write day and clock as 2026-11-25T17:30; an offset such "
                        "as +01:00 may follow if the unit's time zone has it on "
                        "that day."));
}

bool reader_week(struct reader *r, const char *key, enum presence need,
                 int *iso_year, int *iso_week)
{
    const char *text = enter_text(r, key, need);
    int year, week;

    if (!text)
        return false;
    bool good = week_parse(text, &year, &week);
    if (good) {
        *iso_year = year;
        *iso_week = week;
    }
    return leave_text(r, good, text, _("a week"),
                      _("Write year and ISO week as 2026-W48."));
}

/* 16 small hexadecimal digits. */
static bool hash_scan(const char *text, uint64_t *out)
{
    if (strlen(text) != 16 || strspn(text, "0123456789abcdef") != 16)
        return false;
    *out = strtoull(text, NULL, 16);
    return true;
}

bool reader_hash(struct reader *r, const char *key, enum presence need,
                 uint64_t *out)
{
    const char *text = enter_text(r, key, need);

    if (!text)
        return false;
    return leave_text(r, hash_scan(text, out), text,
                      _("16 hexadecimal digits"),
                      _("Remove it; `ledsaga solve` writes it anew."));
}

/* ---- the document ---- */

static bool right_format(struct reader *r, const char *format)
{
    const char *got;

    if (!reader_text(r, "format", REQUIRED, &got))
        return false;
    if (strcmp(got, format) == 0)
        return true;
    return reader_fault(
        r, "format",
        arena_print(r->arena, _("A file with \"format\": \"%s\" belongs here."),
                    format),
        _("This is a %s file"), reader_quoted(r, got));
}

static bool right_version(struct reader *r, int version)
{
    int64_t got;

    if (!reader_int64(r, "version", REQUIRED, INT64_MIN, INT64_MAX, &got))
        return false;
    if (got == version)
        return true;
    complain(r, STATUS_VERSION, "version",
             got > version
                 ? _("Use a newer ledsaga.")
                 : arena_print(r->arena, _("Write it anew as version %d."),
                               version),
             arena_print(r->arena,
                         _("The file has version %lld, this program reads %d"),
                         (long long)got, version));
    return false;
}

bool reader_document(struct reader *r, const char *format, int version,
                     const char *const *keys)
{
    if (!json_is_object(top(r)->value))
        return wrong_kind(r, OBJECT, top(r)->value);
    if (!right_format(r, format) || !right_version(r, version))
        return false;
    return reader_shape(r, keys);
}

/* ---- looking in from outside ---- */

int reader_faults_seen(const struct reader *r)
{
    return r->faults->seen;
}

const char *reader_path(const struct reader *r)
{
    return path_of(r, NULL);
}

const char *reader_file(const struct reader *r)
{
    return r->file;
}
