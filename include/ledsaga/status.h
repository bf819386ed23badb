/* What can go wrong with the world, and how it is told: one status list, one
 * fault with a place, a complaint and a remedy. */
#ifndef LEDSAGA_STATUS_H
#define LEDSAGA_STATUS_H

#include <stdarg.h>
#include <stdbool.h>

/* X(name, exit code, what it means). The only list of exit codes: the help,
 * the man page and the process all read it. */
#define STATUS_LIST(X)                                                         \
    X(OK, 0, "done")                                                           \
    X(BREACH, 1, "the roster breaks a hard rule; not all could be imported")   \
    X(USAGE, 2, "the command line is wrong")                                   \
    X(UNREADABLE, 3, "a file cannot be read")                                  \
    X(SYNTAX, 4, "a file is not well-formed")                                  \
    X(INPUT, 5, "a value in a file is wrong")                                  \
    X(VERSION, 6, "a file has a format version this program does not know")    \
    X(UNWRITABLE, 7, "a file cannot be written")                               \
    X(LP, 8, "the linear program solver failed")                               \
    X(MEMORY, 9, "out of memory")                                              \
    X(EXISTS, 10, "something is in the way and is not overwritten")            \
    X(UNPROVED, 11, "a certificate does not prove what the file states")       \
    X(SERVER, 12, "a server cannot be reached, or refuses")                    \
    X(INTERRUPTED, 130, "interrupted; the best roster so far was kept")

enum status {
#define X(name, code, text) STATUS_##name,
    STATUS_LIST(X)
#undef X
        STATUS_COUNT
};

/* Exit code, identifier ("INPUT") and English sentence (a gettext key). */
int status_exit_code(enum status s);
const char *status_name(enum status s);
const char *status_sentence(enum status s);

/* One fault: the file, the place in it (JSON path or line), what is wrong with
 * the value, and what to do about it. Empty strings where there is nothing. */
struct fault {
    enum status status;
    char file[256];
    char place[192];
    char what[320];
    char remedy[320];
};

enum { FAULTS_KEPT = 20 };

/* Owned by the caller; starts as {0}. `seen` may exceed FAULTS_KEPT. */
struct faults {
    int seen;
    struct fault list[FAULTS_KEPT];
};

/* Record a fault; beyond FAULTS_KEPT it is only counted. The status of the
 * whole is that of the first. Returns s, so that `return faults_add(...)`
 * propagates. what and remedy are printf-formatted from one argument list:
 * faults_add(&f, s, file, place, remedy, what_format, ...). */
enum status faults_add(struct faults *f, enum status s, const char *file,
                       const char *place, const char *remedy, const char *what,
                       ...) __attribute__((format(printf, 6, 7)));

/* OK when nothing was seen, else the status of the first fault. */
enum status faults_status(const struct faults *f);

/* Propagate any status other than OK. */
#ifndef TRY
#define TRY(call)                                                              \
    do {                                                                       \
        enum status try_status_ = (call);                                      \
        if (try_status_ != STATUS_OK)                                          \
            return try_status_;                                                \
    } while (0)
#endif

/* Always on at the public API: a caller's mistake ends the program with the
 * sentence, in every build mode. */
void require_failed(const char *function, const char *sentence)
    __attribute__((noreturn));
#define require(cond, sentence)                                                \
    ((cond) ? (void)0 : require_failed(__func__, sentence))

#endif
