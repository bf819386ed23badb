#include "app/personal.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/file_batch.h"
#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

struct writing {
    struct call *call;
    const struct publication *of;
    const struct personal_form *form;
    const char *folder;
    struct file_batch *batch;
    int n_written;
};

const char *personal_bytes(struct arena *a, const struct publication *of, int diary,
                           const struct personal_form *form)
{
    publication_speak(of, diary);
    const char *bytes = form->write(a, of, diary);
    publication_speak_own(of);
    return bytes;
}

static enum status write_one(struct writing *w, struct arena *a, int diary)
{
    const char *name = arena_print(a, "%s.%s", w->of->diaries[diary].id, w->form->suffix);
    const char *bytes = personal_bytes(a, w->of, diary, w->form);
    size_t length = strlen(bytes);
    if (file_same(arena_print(a, "%s/%s", w->folder, name), bytes, length))
        return STATUS_OK;
    w->n_written++;
    return file_batch_add(w->batch, name, bytes, length, clock_utc(), w->call->faults);
}

static bool is_of_nobody(const struct writing *w, const char *file,
                              enum person_kind kind)
{
    char id[256];
    size_t n = strlen(file), suffix = strlen(w->form->suffix) + 1;
    if (n <= suffix || n - suffix >= sizeof id || file[n - suffix] != '.' ||
        strcmp(file + n - suffix + 1, w->form->suffix) != 0)
        return false;
    memcpy(id, file, n - suffix);
    id[n - suffix] = '\0';
    return (kind == PERSON_CLIENT ? problem_find_client(w->of->problem, id)
                                  : problem_find_escort(w->of->problem, id)) == NONE;
}

static enum status remove_strays(struct writing *w, enum person_kind kind)
{
    struct faults *f = w->call->faults;
    enum status status = STATUS_OK;
    DIR *d = opendir(w->folder);
    if (!d)
        return faults_add(f, STATUS_UNREADABLE, w->folder, "",
                          _("Check that the folder may be read."), "%s",
                          strerror(errno));
    for (const struct dirent *e; (e = readdir(d)) && status == STATUS_OK;) {
        const char *path = arena_print(w->call->arena, "%s/%s", w->folder, e->d_name);
        if (is_of_nobody(w, e->d_name, kind) && unlink(path) != 0)
            status = faults_add(f, STATUS_UNWRITABLE, path, "",
                                _("Check that the file may be removed."), "%s",
                                strerror(errno));
    }
    closedir(d);
    return status;
}

/* A person at a time. */
static enum status write_each(struct writing *w, int first, int n)
{
    enum status status = STATUS_OK, end;
    for (int i = first; i < first + n && status == STATUS_OK; i++) {
        struct arena *own = arena_new();
        status = write_one(w, own, i);
        arena_free(own);
    }
    end = file_batch_end(w->batch, w->call->faults);
    return status != STATUS_OK ? status : end;
}

static enum status write_kind(struct writing *w, enum person_kind kind)
{
    const struct problem *p = w->of->problem;
    TRY(folder_make(w->folder, w->call->faults));
    w->batch = file_batch_begin(w->call->arena, w->folder);
    if (kind == PERSON_CLIENT)
        TRY(write_each(w, 0, p->n_clients));
    else
        TRY(write_each(w, p->n_clients, p->n_escorts));
    return remove_strays(w, kind);
}

enum status personal_write(struct call *call, const struct publication *of,
                           const struct personal_form *form, const char *dir, int *n_written)
{
    struct writing w = {call, of, form, NULL, NULL, 0};
    w.folder = arena_print(call->arena, "%s/%s/clients", dir, form->folder);
    TRY(write_kind(&w, PERSON_CLIENT));
    w.folder = arena_print(call->arena, "%s/%s/escorts", dir, form->folder);
    TRY(write_kind(&w, PERSON_ESCORT));
    *n_written = w.n_written;
    return STATUS_OK;
}
