#include "app/settled.h"

#include "adapters/replan/amendment.h"
#include "app/complaint.h"
#include "base/file.h"
#include "base/text.h"
#include "ledsaga/workspace.h"

#include <stdio.h>

static void finished_tell(struct iso_week week, int number)
{
    fprintf(stderr, _("ledsaga: change %03d of %04d-W%02d was interrupted; it is finished now"),
            number, week.year, week.week);
    fputc('\n', stderr);
}

/* A change of one week may be one of unit.json too, so that no week stands alone. */
static enum status finish(struct arena *a, const char *dir, struct faults *f)
{
    struct iso_week *weeks;
    int n = weeks_list(a, dir, &weeks), number;

    for (int i = 0; i < n; i++) {
        TRY(amendment_finish(a, dir, weeks[i], &number, f));
        if (number > 0)
            finished_tell(weeks[i], number);
    }
    return STATUS_OK;
}

enum status workspace_claim(struct call *call, const char *dir)
{
    TRY(workspace_lock(dir, call->faults));
    return finish(call->arena, dir, call->faults);
}

enum status workspace_claim_wait(struct call *call, const char *dir)
{
    struct faults busy = {0};

    if (workspace_lock(dir, &busy) == STATUS_EXISTS) {
        fputs(_("ledsaga: another run is at work here; waiting until it is done"), stderr);
        fputc('\n', stderr);
        TRY(workspace_lock_wait(dir, call->faults));
    } else if (busy.seen > 0) {
        *call->faults = busy;
        return faults_status(&busy);
    }
    return finish(call->arena, dir, call->faults);
}

static enum status anything_begun(struct arena *a, const char *dir, bool *is, struct faults *f)
{
    struct iso_week *weeks;
    int n = weeks_list(a, dir, &weeks);

    *is = false;
    for (int i = 0; i < n && !*is; i++)
        TRY(amendment_begun(a, dir, weeks[i], is, f));
    return STATUS_OK;
}

static enum status settle(struct arena *a, const char *dir, struct faults *f)
{
    bool is;
    int lock;

    TRY(anything_begun(a, dir, &is, f));
    if (!is)
        return STATUS_OK;
    TRY(folder_lock_awhile(dir, &lock, f));
    enum status s = finish(a, dir, f);
    folder_unlock(lock);
    return s;
}

void workspace_settle(struct call *call, const char *dir)
{
    struct faults found = {0};

    if (settle(call->arena, dir, &found) == STATUS_OK)
        return;
    complaint_print(&found);
    fprintf(stderr, _("ledsaga: a change was interrupted and could not be finished; what is "
                      "read here may be half of it"));
    fputc('\n', stderr);
}
