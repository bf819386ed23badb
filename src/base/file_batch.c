#include "base/file_batch.h"

#include "base/file.h"
#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* So many files wait at most. */
enum { WAITING = 512 };

struct waiting {
    const char *temporary, *path;
};

struct file_batch {
    const char *folder;
    struct arena *names; /* of those that wait */
    int n;
    struct waiting files[WAITING];
};

struct file_batch *file_batch_begin(struct arena *a, const char *folder)
{
    struct file_batch *b = NEW(a, struct file_batch);

    b->folder = arena_copy(a, folder);
    b->names = arena_new();
    return b;
}

static void forget(struct file_batch *b)
{
    arena_free(b->names);
    b->names = arena_new();
    b->n = 0;
}

static enum status unwritable(struct file_batch *b, const char *path, struct faults *f)
{
    int failure = errno;

    for (int i = 0; i < b->n; i++)
        file_abandon(b->files[i].temporary);
    faults_add(f, STATUS_UNWRITABLE, path, "",
               _("Check that the folder exists, may be written to and has room."), "%s",
               strerror(failure));
    forget(b);
    return STATUS_UNWRITABLE;
}

/* The disk was asked to write them all before it is waited for, so that the first waits
 * for most of the others too. */
static bool on_disk(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool good = fd >= 0 && fsync(fd) == 0;

    return fd >= 0 && close(fd) == 0 && good;
}

/* All waiting files to the disk, then each to its name, then the names to the disk. */
static enum status put_in_place(struct file_batch *b, struct faults *f)
{
    for (int i = 0; i < b->n; i++)
        if (!on_disk(b->files[i].temporary))
            return unwritable(b, b->files[i].path, f);
    for (int i = 0; i < b->n; i++)
        if (rename(b->files[i].temporary, b->files[i].path) < 0)
            return unwritable(b, b->files[i].path, f);
    folder_sync(b->folder);
    forget(b);
    return STATUS_OK;
}

static bool fill(const char *path, const char *data, size_t length, int64_t modified_utc)
{
    const struct timespec times[2] = {{.tv_nsec = UTIME_OMIT}, {.tv_sec = modified_utc}};
    FILE *file = fopen(path, "we");
    bool good = file && fwrite(data, 1, length, file) == length && fflush(file) == 0 &&
                futimens(fileno(file), times) == 0;

    if (good)
        sync_file_range(fileno(file), 0, 0, SYNC_FILE_RANGE_WRITE); /* begins, and no more */
    return file && fclose(file) == 0 && good;
}

enum status file_batch_add(struct file_batch *b, const char *name, const char *data,
                           size_t length, int64_t modified_utc, struct faults *f)
{
    char *temporary;

    if (b->n == WAITING)
        TRY(put_in_place(b, f));
    const char *path = arena_print(b->names, "%s/%s", b->folder, name);
    if (file_begin(b->names, path, &temporary, f) != STATUS_OK) {
        struct faults told = {0};
        return unwritable(b, path, &told);
    }
    b->files[b->n++] = (struct waiting){temporary, path};
    return fill(temporary, data, length, modified_utc) ? STATUS_OK
                                                       : unwritable(b, path, f);
}

enum status file_batch_end(struct file_batch *b, struct faults *f)
{
    enum status s = b->n > 0 ? put_in_place(b, f) : STATUS_OK;

    arena_free(b->names);
    b->names = NULL;
    return s;
}

/* ---- what the killed leave --------------------------------------------- */

/* Of the form .NAME.PID-N that file_begin() gives. */
static bool temporary_like(const char *name)
{
    const char *dot = strrchr(name, '.');

    if (name[0] != '.' || !dot || dot == name)
        return false;
    size_t pid = strspn(dot + 1, "0123456789");
    const char *rest = dot + 1 + pid;
    return pid > 0 && *rest == '-' && rest[1] && rest[1 + strspn(rest + 1, "0123456789")] == '\0';
}

void file_batch_sweep(const char *folder)
{
    DIR *dir = opendir(folder);

    for (const struct dirent *e; dir && (e = readdir(dir));)
        if (temporary_like(e->d_name))
            unlinkat(dirfd(dir), e->d_name, 0);
    if (dir)
        closedir(dir);
}
