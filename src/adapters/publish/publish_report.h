/* What a publication came to. */
#ifndef ADAPTERS_PUBLISH_REPORT_H
#define ADAPTERS_PUBLISH_REPORT_H

#include "adapters/publish/publish_dav.h"
#include "adapters/publish/publish_folder.h"

/* What did not happen is NULL. */
struct publish_report {
    const char *dir, *to;
    bool dry;                          /* nothing was written */
    const struct told_counts *told;    /* what is new of the week */
    const char *week;                  /* "2026-W48"; "" */
    const struct folder_plan *plan;
    const struct folder_result *folder;
    const char *links;                 /* the file that has the new addresses */
    const struct dav_published *server;
};

/* For the terminal. */
const char *publish_text(struct arena *a, const struct publish_report *r);
/* What a person should look after, a line each; "" = nothing. */
const char *publish_notes(struct arena *a, const struct publish_report *r);
/* All of it as one JSON document, with the new addresses if they are not in a file. */
const char *publish_json(struct arena *a, const struct publish_report *r);

#endif
