/* Reading in a child process. The reader is careful, but calendars come from strangers, and
 * what nobody thought of must not take the program with it: the child has 10 s of processor
 * time and 512 MB, keeps no file open but the pipe for its answer, and leaves by _exit, so
 * that nothing of the parent's is written twice. */
#include "adapters/ical/ical_wire.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* Under the address sanitizer a process needs far more addresses than it uses memory. */
#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define SANITIZED
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define SANITIZED
#endif

enum {
    PROCESSOR_SECONDS = 10,
    MEMORY_MOST = 512 << 20,
    ANSWER_MOST = 256 << 20,
    NO_MEMORY = 77, /* how the child says that it ran out of memory */
    FD_ANSWER = 3
};

/* ---- the child ----------------------------------------------------------------- */

static void leave_without_memory(void)
{
    _exit(NO_MEMORY);
}

static void limit(__rlimit_resource_t what, rlim_t most)
{
    struct rlimit l = {most, most};

    if (setrlimit(what, &l) != 0)
        _exit(1);
}

/* Nothing of the parent's stays within reach but its stderr. */
static void close_everything(int answer)
{
    int nothing = open("/dev/null", O_RDWR);

    if (nothing < 0 || dup2(nothing, 0) < 0 || dup2(nothing, 1) < 0 ||
        dup2(answer, FD_ANSWER) < 0)
        _exit(1);
    close_range(FD_ANSWER + 1, ~0U, 0);
}

static void write_all(const char *bytes, size_t length)
{
    while (length) {
        ssize_t n = write(FD_ANSWER, bytes, length);

        if (n < 0 && errno != EINTR)
            _exit(1);
        if (n > 0) {
            bytes += n;
            length -= (size_t)n;
        }
    }
}

static void child(const char *name, const char *bytes, size_t length,
                  const struct ical_window *window, int answer)
    __attribute__((noreturn));

static void child(const char *name, const char *bytes, size_t length,
                  const struct ical_window *window, int answer)
{
    struct arena *a = arena_new();
    struct faults f = {0};
    const struct ical_file *file = NULL;
    const char *said;
    enum status status;

    arena_on_exhausted(leave_without_memory);
    close_everything(answer);
    limit(RLIMIT_CPU, PROCESSOR_SECONDS);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
#ifndef SANITIZED
    limit(RLIMIT_AS, MEMORY_MOST);
#endif
    status = ical_read(a, name, bytes, length, window, &file, &f);
    said = wire_write(a, status, file, &f, &length);
    write_all(said, length);
    _exit(0);
}

/* ---- the parent ------------------------------------------------------------------- */

/* Everything until the pipe is closed; NULL if it is too much or cannot be read. */
static const char *read_answer(struct arena *a, int fd, size_t *length)
{
    struct text t = text_new(a);
    char buffer[1 << 16];

    for (;;) {
        ssize_t n = read(fd, buffer, sizeof buffer);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 || t.length > ANSWER_MOST)
            return NULL;
        if (n == 0)
            break;
        text_add_bytes(&t, buffer, (size_t)n);
    }
    *length = t.length;
    return text_done(&t);
}

/* How the child ended, as waitpid() tells it. */
static int wait_for(pid_t pid)
{
    int how = 0;

    while (waitpid(pid, &how, 0) < 0 && errno == EINTR)
        ;
    return how;
}

static enum status unreadable(const char *name, const char *what, struct faults *f)
{
    return faults_add(f, STATUS_INPUT, name, "",
                      _("Nothing was changed. Export the calendar again, or fewer months "
                        "of it."),
                      "%s", what);
}

static enum status judge_end(const char *name, int how, struct faults *f)
{
    if (WIFSIGNALED(how) && (WTERMSIG(how) == SIGXCPU || WTERMSIG(how) == SIGKILL))
        return unreadable(name, _("The calendar takes too long to read."), f);
    if (WIFEXITED(how) && WEXITSTATUS(how) == NO_MEMORY)
        return unreadable(name, _("The calendar takes too much memory to read."), f);
    if (!WIFEXITED(how) || WEXITSTATUS(how) != 0)
        return unreadable(name, _("The calendar cannot be read."), f);
    return STATUS_OK;
}

static enum status take_answer(struct arena *a, const char *name, const char *answer,
                               size_t length, const struct ical_file **out,
                               struct faults *f)
{
    struct ical_file *file = NEW(a, struct ical_file);
    struct faults found;
    enum status status;

    if (!wire_read(a, answer, length, &status, file, &found))
        return unreadable(name, _("The calendar cannot be read."), f);
    for (int i = 0; i < found.seen; i++)
        if (f->seen++ < FAULTS_KEPT)
            f->list[f->seen - 1] = found.list[i];
    file->name = arena_copy(a, name);
    *out = file;
    return status;
}

enum status ical_read_guarded(struct arena *a, const char *name, const char *bytes,
                              size_t length, const struct ical_window *window,
                              const struct ical_file **out, struct faults *f)
{
    int ends[2];
    pid_t pid;
    const char *answer;
    size_t n = 0;

    if (pipe2(ends, O_CLOEXEC) != 0)
        return unreadable(name, strerror(errno), f);
    pid = fork();
    if (pid == 0)
        child(name, bytes, length, window, ends[1]);
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return unreadable(name, strerror(errno), f);
    }
    answer = read_answer(a, ends[0], &n);
    close(ends[0]);
    TRY(judge_end(name, wait_for(pid), f));
    if (!answer)
        return unreadable(name, _("The calendar takes too much memory to read."), f);
    return take_answer(a, name, answer, n, out, f);
}
