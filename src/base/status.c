#include "ledsaga/status.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name, *sentence;
    int exit_code;
} ROWS[STATUS_COUNT] = {
#define X(name, code, text) {#name, text, code},
    STATUS_LIST(X)
#undef X
};

int status_exit_code(enum status s)
{
    return ROWS[s].exit_code;
}

const char *status_name(enum status s)
{
    return ROWS[s].name;
}

const char *status_sentence(enum status s)
{
    return ROWS[s].sentence;
}

/* A text that was cut short must not end in half a UTF-8 character: the fault
 * is printed as JSON too. */
static void trim_half_character(char *text)
{
    size_t end = strlen(text), lead = end;
    unsigned char c;
    size_t wants;

    while (lead > 0 && ((unsigned char)text[lead - 1] & 0xC0) == 0x80)
        lead--;
    if (lead == 0)
        return;
    c = (unsigned char)text[--lead];
    wants = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
    if (end - lead < wants)
        text[lead] = '\0';
}

static void keep(char *out, size_t size, const char *text)
{
    snprintf(out, size, "%s", text ? text : "");
    trim_half_character(out);
}

/* The remedy shares the argument list of the complaint but may use fewer of
 * the arguments, so the compiler cannot check it. */
static void keep_printed(char *out, size_t size, const char *format,
                         va_list args)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    if (format)
        vsnprintf(out, size, format, args);
#pragma GCC diagnostic pop
    trim_half_character(out);
}

enum status faults_add(struct faults *f, enum status s, const char *file,
                       const char *place, const char *remedy, const char *what,
                       ...)
{
    struct fault *at;
    va_list args;

    if (f->seen++ >= FAULTS_KEPT)
        return s;
    at = &f->list[f->seen - 1];
    *at = (struct fault){.status = s};
    keep(at->file, sizeof at->file, file);
    keep(at->place, sizeof at->place, place);
    va_start(args, what);
    keep_printed(at->what, sizeof at->what, what, args);
    va_end(args);
    va_start(args, what);
    keep_printed(at->remedy, sizeof at->remedy, remedy, args);
    va_end(args);
    return s;
}

enum status faults_status(const struct faults *f)
{
    return f->seen ? f->list[0].status : STATUS_OK;
}

void require_failed(const char *function, const char *sentence)
{
    fprintf(stderr, "ledsaga: %s: %s\n", function, sentence);
    abort();
}
