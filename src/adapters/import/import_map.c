#include "adapters/import/import_map.h"

#include "adapters/text/fold.h"
#include "adapters/text/json.h"
#include "base/text.h"

#include <string.h>

/* The words of the fields, in their order, and NULL. */
static const char *const FIELD_WORDS[] = {
#define X(NAME, word, text) word,
    IMPORT_FIELD_LIST(X)
#undef X
        NULL};

const char *import_field_word(enum import_field f)
{
    return FIELD_WORDS[f];
}

static void read_headings(struct reader *r, struct arena *a, struct import_column *c)
{
    const char *text;

    if (!reader_list(r, "headings", REQUIRED))
        return;
    const char **list = NEW_ARRAY(a, const char *, reader_size(r) + 1);
    while (reader_next(r))
        if (reader_name(r, NULL, REQUIRED, &text))
            list[c->n_headings++] = fold(a, text);
    c->headings = list;
}

static void read_values(struct reader *r, struct arena *a, struct import_column *c)
{
    const char *text;

    if (!reader_map(r, "values", OPTIONAL))
        return;
    struct import_value *list = NEW_ARRAY(a, struct import_value, reader_size(r) + 1);
    while (reader_next(r))
        if (reader_text(r, NULL, REQUIRED, &text))
            list[c->n_values++] = (struct import_value){fold(a, reader_key(r)), text};
    c->values = list;
}

/* YYYY, MM and DD, each once, and what stands between them. */
static bool is_date_format(const char *s)
{
    return strstr(s, "YYYY") && strstr(s, "MM") && strstr(s, "DD") && strlen(s) <= 16;
}

static void read_column(struct reader *r, struct arena *a, struct import_map *m, bool *told)
{
    static const char *const KEYS[] = {"field", "headings", "values", "format", NULL};
    int field;

    if (!reader_shape(r, KEYS) || !reader_word(r, "field", REQUIRED, FIELD_WORDS, &field))
        return;
    struct import_column *c = &m->columns[field];
    if (told[field])
        reader_fault(r, "field", _("Put all headings into one of them."),
                     _("The field is described twice"));
    told[field] = true;
    read_headings(r, a, c);
    read_values(r, a, c);
    if (reader_text(r, "format", OPTIONAL, &c->format) && !is_date_format(c->format))
        reader_fault(r, "format", _("Write it with YYYY, MM and DD, like DD/MM/YYYY."),
                     _("%s is no form of a date"), reader_quoted(r, c->format));
}

static void read_separator(struct reader *r, struct import_map *m)
{
    const char *text;

    if (!reader_text(r, "separator", OPTIONAL, &text))
        return;
    if (strlen(text) == 1 && strchr(";,\t|", *text))
        m->separator = *text;
    else
        reader_fault(r, "separator",
                     _("Write a semicolon, a comma, \\t or |, or leave the key out."),
                     _("%s does not separate cells"), reader_quoted(r, text));
}

/* "januari january" */
static const char *const *words_of(struct arena *a, const char *text)
{
    const char **list = NEW_ARRAY(a, const char *, strlen(text) / 2 + 2);
    int n = 0;

    for (size_t k; *(text += strspn(text, " ")); text += k) {
        k = strcspn(text, " ");
        list[n++] = fold(a, arena_print(a, "%.*s", (int)k, text));
    }
    return list;
}

static void read_words(struct reader *r, struct arena *a, const char *key,
                       const char *const **lists, int n)
{
    const char *text;
    int i = 0;

    if (!reader_list(r, key, OPTIONAL))
        return;
    for (; reader_next(r); i++)
        if (reader_name(r, NULL, REQUIRED, &text) && i < n)
            lists[i] = words_of(a, text);
    if (i != n)
        reader_fault(r, NULL, _("Put all words for one of them into one text, with blanks between."),
                     _("\"%s\" has %d texts and not %d"), key, i, n);
}

static void read_time_words(struct reader *r, struct arena *a, struct import_map *m)
{
    const char *text;

    read_words(r, a, "months", m->months, 12);
    read_words(r, a, "weekdays", m->weekdays, 7);
    if (reader_text(r, "clock", OPTIONAL, &text))
        m->clock = words_of(a, text);
}

/* A file of one's own that does not tell them has the words of the built-in one. */
static void words_built_in(struct arena *a, struct import_map *m)
{
    static const char *const ALL[] = {NULL};
    struct faults none = {0};
    const struct import_map *built_in = m;

    if (!m->months[0] || !m->weekdays[0] || !m->clock)
        import_map_read(a, NULL, &built_in, &none);
    if (!m->months[0])
        memcpy(m->months, built_in->months, sizeof m->months);
    if (!m->weekdays[0])
        memcpy(m->weekdays, built_in->weekdays, sizeof m->weekdays);
    if (!m->clock)
        m->clock = built_in->clock ? built_in->clock : ALL;
}

enum status import_map_read(struct arena *a, const char *path, const struct import_map **out,
                            struct faults *f)
{
    static const char *const KEYS[] = {"format", "version",  "separator", "columns",
                                       "months", "weekdays", "clock",     NULL};
    struct import_map *m = NEW(a, struct import_map);
    bool told[FIELD_COUNT] = {false};
    int seen = f->seen;
    struct reader *r = path ? reader_open(a, path, f)
                            : reader_open_text(a, "import-map.json", IMPORT_MAP_TEXT, f);

    if (r && reader_document(r, "ledsaga-import-map", 1, KEYS)) {
        read_separator(r, m);
        read_time_words(r, a, m);
        if (reader_list(r, "columns", REQUIRED))
            while (reader_next(r))
                read_column(r, a, m, told);
    }
    reader_close(r);
    if (path && f->seen == seen)
        words_built_in(a, m);
    *out = m;
    return f->seen == seen ? STATUS_OK : faults_status(f);
}
