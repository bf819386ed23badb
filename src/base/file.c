#include "base/file.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static enum status fault_errno(struct faults *f, enum status s,
                               const char *path, const char *remedy)
{
    return faults_add(f, s, path, "", remedy, "%s", strerror(errno));
}

static enum status unreadable(struct faults *f, const char *path)
{
    return fault_errno(f, STATUS_UNREADABLE, path,
                       _("Check that the file exists and may be read."));
}

static enum status unwritable(struct faults *f, const char *path)
{
    return fault_errno(f, STATUS_UNWRITABLE, path,
                       _("Check that the folder exists, may be written to and "
                         "has room."));
}

/* ---- reading ----------------------------------------------------------- */

static enum status read_all(struct arena *a, int fd, size_t expected,
                            const char *path, char **data, size_t *length,
                            struct faults *f)
{
    size_t room = expected + 2, n = 0;
    char *bytes = arena_alloc(a, room, 1);

    for (;;) {
        ssize_t got;

        if (n + 1 == room) {
            bytes = arena_grow(a, bytes, n, 2 * room, 1);
            room *= 2;
        }
        got = read(fd, bytes + n, room - n - 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return unreadable(f, path);
        if (got == 0)
            break;
        n += (size_t)got;
        if (n > FILE_MOST)
            return faults_add(f, STATUS_UNREADABLE, path, "",
                              _("Check that it is the right file."),
                              _("The file is larger than %d MB."),
                              FILE_MOST >> 20);
    }
    bytes[n] = '\0';
    *data = bytes;
    *length = n;
    return STATUS_OK;
}

enum status file_read(struct arena *a, const char *path, char **data,
                      size_t *length, struct faults *f)
{
    enum status s;
    struct stat about;
    size_t expected = 0;
    int fd = open(path, O_RDONLY | O_CLOEXEC);

    if (fd < 0)
        return unreadable(f, path);
    /* The size is only a hint: a pipe has none, and a file may grow. */
    if (fstat(fd, &about) == 0 && S_ISREG(about.st_mode))
        expected = about.st_size > FILE_MOST ? FILE_MOST
                                             : (size_t)about.st_size;
    s = read_all(a, fd, expected, path, data, length, f);
    close(fd);
    return s;
}

enum status input_read(struct arena *a, char **data, size_t *length, struct faults *f)
{
    return read_all(a, STDIN_FILENO, 0, "-", data, length, f);
}

/* ---- writing ----------------------------------------------------------- */

static bool write_all(int fd, const char *data, size_t length)
{
    while (length) {
        ssize_t n = write(fd, data, length);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        data += n;
        length -= (size_t)n;
    }
    return true;
}

/* A device, a FIFO, a socket: nothing that could be replaced. */
static bool is_stream(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && !S_ISREG(about.st_mode) &&
           !S_ISDIR(about.st_mode);
}

/* The file behind a symbolic link, so that the link stays; NULL if the link leads
 * nowhere. Any other path is itself. */
static const char *link_target(const char *path, char room[PATH_MAX])
{
    struct stat about;

    if (lstat(path, &about) < 0 || !S_ISLNK(about.st_mode))
        return path;
    return realpath(path, room);
}

static enum status stream_write(const char *path, const char *data,
                                size_t length, struct faults *f)
{
    enum status s = STATUS_OK;
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);

    if (fd < 0)
        return unwritable(f, path);
    if (!write_all(fd, data, length))
        s = unwritable(f, path);
    if (close(fd) < 0 && s == STATUS_OK)
        s = unwritable(f, path);
    return s;
}

/* Length of the folder's part of a path, with its last slash. */
static int folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? (int)(slash - path) + 1 : 0;
}

void folder_sync(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
}

static void sync_folder_of(const char *path)
{
    char folder[PATH_MAX];
    int n = folder_length(path);

    snprintf(folder, sizeof folder, "%.*s", n ? n : 1, n ? path : ".");
    folder_sync(folder);
}

/* Make an empty file with a name of its own beside `path`; its name begins with
 * a dot, so that no web server and no listing shows it. A file that is to be
 * replaced passes its permissions on. */
static int make_temporary(const char *path, char name[PATH_MAX])
{
    int n = folder_length(path);
    mode_t mode = 0666;
    struct stat old;
    bool replaces = stat(path, &old) == 0 && S_ISREG(old.st_mode);

    for (int try = 0; try < 1000; try++) {
        int fd, long_ = snprintf(name, PATH_MAX, "%.*s.%s.%ld-%d", n, path,
                                 path + n, (long)getpid(), try);

        if (long_ >= PATH_MAX) {
            errno = ENAMETOOLONG;
            return -1;
        }
        fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (fd >= 0 && replaces)
            (void)!fchmod(fd, old.st_mode & 07777);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

static enum status commit(const char *temporary, const char *path, bool wait,
                          struct faults *f);

static enum status write_whole(const char *path, const char *data, size_t length, bool wait,
                               struct faults *f)
{
    char name[PATH_MAX], room[PATH_MAX];
    const char *target;
    int fd;
    bool written;

    if (is_stream(path))
        return stream_write(path, data, length, f);
    target = link_target(path, room);
    fd = target ? make_temporary(target, name) : -1;
    if (fd < 0)
        return unwritable(f, path);
    written = write_all(fd, data, length);
    if (close(fd) < 0 || !written) {
        enum status s = unwritable(f, path);

        file_abandon(name);
        return s;
    }
    return commit(name, path, wait, f);
}

enum status file_write(const char *path, const char *data, size_t length,
                       struct faults *f)
{
    return write_whole(path, data, length, true, f);
}

enum status file_write_soon(const char *path, const char *data, size_t length,
                            struct faults *f)
{
    return write_whole(path, data, length, false, f);
}

enum status file_write_private(const char *path, const char *data, size_t length,
                               struct faults *f)
{
    struct arena *a = arena_new();
    char *temporary;
    enum status s = file_begin(a, path, &temporary, f);
    int fd = s == STATUS_OK ? open(temporary, O_WRONLY | O_CLOEXEC) : -1;
    /* Closed to others before there is anything in it. */
    bool written = fd >= 0 && fchmod(fd, 0600) == 0 && write_all(fd, data, length);

    if (s == STATUS_OK && !written)
        s = unwritable(f, path);
    if (fd >= 0 && close(fd) < 0 && s == STATUS_OK)
        s = unwritable(f, path);
    if (s == STATUS_OK)
        s = file_commit(temporary, path, f);
    else if (fd >= 0)
        file_abandon(temporary);
    arena_free(a);
    return s;
}

enum status file_touch(const char *path, int64_t utc, struct faults *f)
{
    const struct timespec times[2] = {{.tv_nsec = UTIME_OMIT}, {.tv_sec = utc}};

    return utimensat(AT_FDCWD, path, times, 0) == 0 ? STATUS_OK : unwritable(f, path);
}

enum status file_replaceable(const char *path, struct faults *f)
{
    char room[PATH_MAX], folder[PATH_MAX];
    const char *target = is_stream(path) ? path : link_target(path, room);
    int n = target ? folder_length(target) : 0;

    if (!target || n >= PATH_MAX)
        return unwritable(f, path);
    snprintf(folder, sizeof folder, "%.*s", n ? n : 1, n ? target : ".");
    return access(is_stream(path) ? path : folder, W_OK) == 0
               ? STATUS_OK
               : unwritable(f, path);
}

enum status file_begin(struct arena *a, const char *path, char **temporary,
                       struct faults *f)
{
    char name[PATH_MAX], room[PATH_MAX];
    const char *target = is_stream(path) ? "/tmp/ledsaga"
                                         : link_target(path, room);
    int fd = target ? make_temporary(target, name) : -1;

    if (fd < 0)
        return unwritable(f, path);
    close(fd);
    *temporary = arena_copy(a, name);
    return STATUS_OK;
}

static enum status stream_commit(const char *temporary, const char *path,
                                 struct faults *f)
{
    struct arena *a = arena_new();
    char *data;
    size_t length;
    enum status s = file_read(a, temporary, &data, &length, f);

    if (s == STATUS_OK)
        s = stream_write(path, data, length, f);
    file_abandon(temporary);
    arena_free(a);
    return s;
}

static enum status commit(const char *temporary, const char *path, bool wait,
                          struct faults *f)
{
    char room[PATH_MAX];
    const char *target;
    int fd;
    bool safe;

    if (is_stream(path))
        return stream_commit(temporary, path, f);
    target = link_target(path, room);
    fd = open(temporary, O_RDONLY | O_CLOEXEC);
    safe = fd >= 0 && target && (!wait || fsync(fd) == 0) &&
           rename(temporary, target) == 0;

    if (!safe)
        unwritable(f, path);
    if (fd >= 0)
        close(fd);
    if (!safe) {
        file_abandon(temporary);
        return STATUS_UNWRITABLE;
    }
    if (wait)
        sync_folder_of(target);
    return STATUS_OK;
}

enum status file_commit(const char *temporary, const char *path,
                        struct faults *f)
{
    return commit(temporary, path, true, f);
}

void file_abandon(const char *temporary)
{
    unlink(temporary);
}

/* ---- appending --------------------------------------------------------- */

/* What is appended is either there whole or not at all, and never glued to a
 * line that somebody left without its end. The lock keeps two programs apart. */
static bool append_locked(int fd, const char *line)
{
    off_t end = lseek(fd, 0, SEEK_END);
    char last = '\n';
    int kept;

    if (end < 0)
        return false;
    if (end > 0 && pread(fd, &last, 1, end - 1) != 1)
        return false;
    if ((last == '\n' || write_all(fd, "\n", 1)) &&
        write_all(fd, line, strlen(line)) && write_all(fd, "\n", 1) &&
        fsync(fd) == 0)
        return true;
    kept = errno;
    (void)!ftruncate(fd, end);
    errno = kept;
    return false;
}

enum status file_append_line(const char *path, const char *line,
                             struct faults *f)
{
    enum status s = STATUS_OK;
    int fd = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);

    require(!strchr(line, '\n'), "a line must not contain a newline");
    if (fd < 0)
        return unwritable(f, path);
    if (flock(fd, LOCK_EX) < 0 || !append_locked(fd, line))
        s = unwritable(f, path);
    close(fd);
    return s;
}

/* ---- folders ----------------------------------------------------------- */

static bool folder_there(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

enum status folder_make(const char *path, struct faults *f)
{
    char part[PATH_MAX];
    size_t n = strlen(path);

    if (n >= sizeof part) {
        errno = ENAMETOOLONG;
        return unwritable(f, path);
    }
    for (size_t i = 1; i <= n; i++) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        memcpy(part, path, i);
        part[i] = '\0';
        if (mkdir(part, 0777) < 0) {
            int kept = errno;

            if (folder_there(part))
                continue;
            errno = kept;
            return unwritable(f, part);
        }
    }
    return STATUS_OK;
}

bool file_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

bool file_same(const char *path, const char *data, size_t length)
{
    struct arena *a = arena_new();
    struct faults untold = {0};
    size_t old_length;
    char *old;
    bool same = file_exists(path) &&
                file_read(a, path, &old, &old_length, &untold) == STATUS_OK &&
                old_length == length && memcmp(old, data, length) == 0;

    arena_free(a);
    return same;
}

int64_t file_changed_utc(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 ? about.st_mtime : 0;
}

/* The lock is the open folder's, which is therefore left open. */
static enum status lock(const char *path, int how, int *open_folder, struct faults *f)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), failed;

    *open_folder = fd;
    if (fd < 0)
        return unreadable(f, path);
    do
        failed = flock(fd, how);
    while (failed && errno == EINTR);
    if (!failed || errno != EWOULDBLOCK)
        return STATUS_OK;
    close(fd);
    return faults_add(f, STATUS_EXISTS, path, "", _("Wait until it is done."),
                      _("another run of ledsaga is at work here"));
}

enum status folder_lock(const char *path, struct faults *f)
{
    int fd;

    return lock(path, LOCK_EX | LOCK_NB, &fd, f);
}

enum status folder_lock_wait(const char *path, struct faults *f)
{
    int fd;

    return lock(path, LOCK_EX, &fd, f);
}

enum status folder_lock_awhile(const char *path, int *lock_held, struct faults *f)
{
    return lock(path, LOCK_EX, lock_held, f);
}

void folder_unlock(int lock_held)
{
    close(lock_held);
}

#define FNV_PRIME UINT64_C(0x100000001B3)
#define FNV_PRIME_2 (FNV_PRIME * FNV_PRIME)
#define FNV_PRIME_4 (FNV_PRIME_2 * FNV_PRIME_2)

uint64_t hash_bytes(uint64_t seed, const void *data, size_t length)
{
    const unsigned char *p = data;

    for (size_t i = 0; i < length; i++)
        seed = (seed ^ p[i]) * FNV_PRIME;
    return seed;
}

/* Most numbers are small. A byte of 0 only multiplies, so all those above the last
 * that is not 0 are fed at once: by the prime to the power of how many they are. */
uint64_t hash_number(uint64_t seed, int64_t value)
{
    static const uint64_t POWER[] = {
        1,
        FNV_PRIME,
        FNV_PRIME_2,
        FNV_PRIME_2 * FNV_PRIME,
        FNV_PRIME_4,
        FNV_PRIME_4 * FNV_PRIME,
        FNV_PRIME_4 * FNV_PRIME_2,
        FNV_PRIME_4 * FNV_PRIME_2 * FNV_PRIME,
        FNV_PRIME_4 * FNV_PRIME_4,
    };
    int zeros = 8;

    for (uint64_t rest = (uint64_t)value; rest; rest >>= 8, zeros--)
        seed = (seed ^ (rest & 0xFF)) * FNV_PRIME;
    return seed * POWER[zeros];
}

/* The real path of what there is of it, and the rest as it is written. */
static const char *path_resolved(struct arena *a, const char *path)
{
    char real[PATH_MAX], *begin = arena_copy(a, path);
    size_t n = strlen(begin);
    while (n > 1 && begin[n - 1] == '/')
        begin[--n] = '\0';
    if (realpath(*begin ? begin : ".", real))
        return arena_copy(a, real);
    char *slash = strrchr(begin, '/');
    const char *name = slash ? arena_copy(a, slash + 1) : begin;
    if (slash == begin)
        return begin;
    if (slash)
        *slash = '\0';
    return arena_print(a, "%s/%s", path_resolved(a, slash ? begin : "."), name);
}

bool folder_within(struct arena *a, const char *inner, const char *outer)
{
    const char *in = path_resolved(a, inner), *out = path_resolved(a, outer);
    size_t n = strlen(out);
    return strncmp(in, out, n) == 0 && (in[n] == '\0' || in[n] == '/' || n == 1);
}
