#include "app/complaint.h"

#include "base/text.h"

#include <stdio.h>

static void fault_print(const struct fault *f)
{
    fputs("ledsaga: ", stderr);
    if (*f->file)
        fprintf(stderr, "%s: ", f->file);
    if (*f->place)
        fprintf(stderr, "%s: ", f->place);
    fprintf(stderr, "%s\n", *f->what ? f->what : _(status_sentence(f->status)));
    if (*f->remedy)
        fprintf(stderr, "  %s\n", f->remedy);
}

void complaint_print(const struct faults *f)
{
    int shown = f->seen < FAULTS_KEPT ? f->seen : FAULTS_KEPT;
    for (int i = 0; i < shown; i++)
        fault_print(&f->list[i]);
    if (shown < f->seen) {
        fprintf(stderr, _("(%d shown of %d)"), shown, f->seen);
        fputc('\n', stderr);
    }
}
