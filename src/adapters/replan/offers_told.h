/* What a client on the phone is offered: as a table and as JSON, and kept in offer.json so
 * that one of them can be taken up by its number. */
#ifndef ADAPTERS_OFFERS_TOLD_H
#define ADAPTERS_OFFERS_TOLD_H

#include "adapters/replan/news.h"
#include "ledsaga/offer.h"

struct offers_sheet {
    const struct problem *problem; /* with the request */
    const struct roster *roster;
    const struct offer_wish *wish;
    const struct offerings *found;
    int taken;                /* the number of the one taken up, from 1; 0 = none yet */
    int n_news;               /* who is told of it then */
    const struct news *news;
};

const char *offers_text(struct arena *a, const struct offers_sheet *s, int width);
/* Of the one that was taken up. */
const char *offer_taken_text(struct arena *a, const struct offers_sheet *s, int width);
const char *offers_json(struct arena *a, const struct offers_sheet *s);

/* What was asked, for whom and when it was asked. */
struct offers_asked {
    const char *request;   /* a new one, as JSON; NULL = one that the week has ... */
    const char *id;        /* ... namely this; the new one's id */
    bool may_move;
    int most;
    int from;              /* minute of the week; INT_MIN = all is open */
    uint64_t input_hash;   /* of the problem with the request, */
    uint64_t roster_hash;  /* of the bytes of the roster's file */
};

enum status offers_asked_write(const struct offers_asked *x, const struct week *w,
                               const char *path, struct faults *f);
enum status offers_asked_read(struct arena *a, const char *path, const struct week *w,
                              struct offers_asked *out, struct faults *f);

#endif
