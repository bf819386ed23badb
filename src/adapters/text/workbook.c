#include "adapters/text/workbook.h"

#include "base/file.h"
#include "base/text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PAPER_A4 = 9 };

enum status workbook_begin(struct arena *a, const char *title, int64_t created,
                           struct workbook *out, struct faults *f)
{
    const char *folder = getenv("TMPDIR");
    char *path = arena_print(a, "%s/ledsaga-XXXXXX", folder && *folder ? folder : "/tmp");
    char *name = arena_copy(a, title);
    int fd = mkstemp(path);
    if (fd < 0)
        return faults_add(f, STATUS_UNWRITABLE, path, "", "", "%s", strerror(errno));
    close(fd);
    *out = (struct workbook){.arena = a, .path = path, .book = workbook_new(path)};
    if (out->book) {
        workbook_set_properties(out->book, &(lxw_doc_properties){.title = name,
                                                                 .created = (time_t)created});
        return STATUS_OK;
    }
    unlink(path);
    return faults_add(f, STATUS_UNWRITABLE, path, "", "", "%s",
                      _("the workbook cannot be made"));
}

void workbook_sheet(struct workbook *w, const char *name)
{
    w->sheet = workbook_add_worksheet(w->book, name);
    require(w->sheet != NULL, "the name of a sheet has at most 31 characters");
    worksheet_freeze_panes(w->sheet, 1, 0);
    worksheet_repeat_rows(w->sheet, 0, 0);
    worksheet_set_landscape(w->sheet);
    worksheet_set_paper(w->sheet, PAPER_A4);
    worksheet_fit_to_pages(w->sheet, 1, 0);
}

enum status workbook_end(struct workbook *w, const char **bytes, size_t *length,
                         struct faults *f)
{
    char *data;
    lxw_error e = workbook_close(w->book);
    enum status s = e == LXW_NO_ERROR ? file_read(w->arena, w->path, &data, length, f)
                                      : faults_add(f, STATUS_UNWRITABLE, w->path, "", "", "%s",
                                                   lxw_strerror(e));
    if (s == STATUS_OK)
        *bytes = data;
    unlink(w->path);
    return s;
}
