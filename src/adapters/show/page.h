/* The parts of the scheduler's page of the week. Each adds itself to the page. */
#ifndef ADAPTERS_PAGE_H
#define ADAPTERS_PAGE_H

#include "adapters/text/markup.h"
#include "adapters/show/outing.h"
#include "adapters/show/page_scale.h"

struct page {
    struct arena *arena;
    const struct sheet *sheet;
    const struct problem *problem;
    int n_outings, n_unserved, n_changed;
    const struct outing *outings;        /* of the whole week */
    const int *unserved, *changed;       /* requests */
    struct escort_outings {
        int n;
        const struct outing *outings;
        struct work work;
    } *escorts;          /* by escort */
    struct scale *scale; /* of every timeline */
    struct text out;     /* of the body */
};

static inline void page_add(struct page *g, const char *html)
{
    text_add(&g->out, html);
}

static inline void page_element(struct page *g, const char *open, const char *s, const char *close)
{
    markup_element(&g->out, open, s, close);
}

/* A table up to its first row. */
void page_heads(struct page *g, const char *class, const char *const *names, int n);
bool page_on_day(const struct page *g, const struct outing *o, int day); /* listed there */
int page_visits(const struct page *g, int day); /* each client of a session counted */
/* "d1 d3": days as classes, for the filters. */
const char *page_day_classes(const struct page *g, const bool days[DAYS]);

/* ---- parts, in the order of the page ------------------------------------ */

void page_filters(struct page *g);
void page_unserved(struct page *g);
void page_changes(struct page *g);
void page_verdict(struct page *g);
void page_days(struct page *g);
void page_escorts(struct page *g);
void page_clients(struct page *g);

/* ---- an entry of a timeline --------------------------------------------- */

/* Which of its words go without saying there. */
enum entry_place { ENTRY_OF_DAY, ENTRY_OF_ESCORT, ENTRY_OF_CLIENT };

/* An outing that one escort or one client has, as it is said in their row. person: the
 * escort, or the client of ENTRY_OF_CLIENT. day is the one it is drawn on. */
struct entry {
    enum entry_place place;
    const struct outing *outing;
    int person, day;
};
/* The line of its length and what it is, in words. */
void page_entry(struct page *g, const struct entry *e);
/* " c" where it is changed: the class of what holds the words. */
const char *page_entry_mark(const struct page *g, const struct outing *o);

#endif
