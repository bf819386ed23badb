/* What people's calendars say. A roster is a proposal; what was handed out is told, and
 * people live by it: it keeps its names, counts its changes and says what was cancelled.
 *
 *     roster --told_next()--> weeks/W/told.json --diaries_read()--> a diary a person
 *                                                  --> feed, jCal, CalDAV objects, pages
 *
 * So a draft of another week never reaches a calendar, and the same told.json gives the
 * same bytes. Times are seconds since 1970. */
#ifndef LEDSAGA_CALENDAR_H
#define LEDSAGA_CALENDAR_H

#include "ledsaga/show.h"

enum person_kind { PERSON_CLIENT, PERSON_ESCORT };
/* "client", "escort" */
const char *person_kind_word(enum person_kind k);

/* Who else is there; a client is never told who. */
enum company { COMPANY_NONE, COMPANY_GROUP, COMPANY_SHARED };
const char *company_word(enum company c);

/* What an appointment says to one person. Two are the same if all of this is. Texts are
 * as people wrote them, made plain, in no language of the program; "" = not told. */
struct appointment_facts {
    int64_t start_utc, end_utc;
    const char *activity;
    int n_names;              /* a client's: the escorts' first names; an escort's: the clients' short names */
    const char *const *names;
    const char *const *ids;   /* [n_names] of the same people */
    int n_beside;             /* an escort's: the other escorts who are there, by first name */
    const char *const *beside;
    const char *place;        /* where they meet */
    bool at_home;             /* that is the client's home; place is "" in an escort's diary
                                 unless the office tells addresses */
    const char *end_place;    /* "" where it ends as it began, or as place */
    bool end_at_home;         /* it ends at the client's home and began elsewhere */
    enum company company;
};

struct appointment {
    const char *uid;    /* [A-Za-z0-9._-]{8,64}; stays when the visit is moved */
    const char *outing; /* "request/ID" or "session/ID" */
    int sequence;       /* how often it was changed after it was first told */
    int64_t changed_utc;
    bool cancelled;     /* facts are then the last ones told */
    struct appointment_facts facts;
    bool moved;         /* told otherwise before; not the first telling, not a cancellation */
    struct appointment_facts before; /* ... namely so; zero where not moved */
};

/* What one person was told, by start and then uid. */
struct diary {
    enum person_kind kind;
    const char *id, *name; /* name: the first name; the id of one with protected identity */
    int n;
    const struct appointment *appointments;
};

/* ---- what was told of a week: weeks/W/told.json ------------------------- */

struct told {
    int iso_year, iso_week;
    int64_t told_utc; /* the last change in it; 0 = nothing was told yet */
    int n;            /* clients in the order of the unit, then escorts, then people who left */
    const struct diary *diaries;
};

/* Appointments, a visit once for each of its people. */
struct told_counts {
    int told, moved, cancelled, unchanged;
};

/* Without the file: nothing was told. The faults are those of any reader. */
enum status told_read(struct arena *a, const char *path, const struct told **out,
                      struct faults *f);
/* The same of a week of the workspace; INPUT if the file is of another week. */
enum status told_of_week(struct arena *a, const char *dir, int iso_year, int iso_week,
                         const struct told **out, struct faults *f);
/* Atomic; the same bytes for the same content. */
enum status told_write(const struct told *t, const struct week *w, const char *path,
                       struct faults *f);
/* What would be written. */
const char *told_text(struct arena *a, const struct told *t, const struct week *w);
struct calendar_settings;
/* What is told once the sheet's roster is handed out: appointments that say the same stay
 * as they are, others are changed at changed_utc (moved forward past what is there, so that
 * time never falls), what is gone is cancelled, what is back is no longer. settings: by
 * which names people are told and whether addresses are; NULL = nothing is set. */
const struct told *told_next(struct arena *a, const struct told *before,
                             const struct sheet *s,
                             const struct calendar_settings *settings,
                             int64_t changed_utc, struct told_counts *counts);

/* Everybody's diary of all weeks that were told and end after from_utc, in the order of
 * told; people of p who were told nothing have an empty one. */
enum status diaries_read(struct arena *a, const char *dir, const struct problem *p,
                         int64_t from_utc, const struct diary **out, int *n,
                         struct faults *f);

/* ---- how the office wants it: "calendar" in unit.json ------------------- */

/* Of a person; zero or NULL where nothing is said. */
struct calendar_wishes {
    const char *language;   /* "sv", "en" */
    int alarm_minutes;      /* remind so long before; 0 = no alarm */
    const char *short_name; /* what the other side's calendar calls this person */
    const char *picture;    /* file in the office's folder of pictures */
};

struct calendar_settings {
    const char *language; /* of people who have said none; NULL = the program's */
    const char *phone, *email; /* for questions; NULL */
    const char *url;      /* https address of the published folder, ends in '/'; NULL */
    const char *pictures; /* folder of pictures, by path; NULL = none are shown */
    const char *picture_credit; /* line that must stand by them; NULL */
    const char *statement;  /* address of the accessibility statement; NULL */
    bool addresses;       /* an escort's calendar tells the client's address (place of home) */
    const struct calendar_wishes *clients, *escorts; /* [p->n_clients], [p->n_escorts] */
};

/* From unit.json, whose other keys are not looked at. Faults as those of any reader. */
enum status calendar_settings_read(struct arena *a, const char *dir,
                                   const struct problem *p,
                                   const struct calendar_settings **out,
                                   struct faults *f);

/* ---- feeds -------------------------------------------------------------- */

struct feed {
    const struct diary *diary;
    int64_t on_day;    /* days since 1970: what is past and what is cancelled is counted from it */
    const char *zone;  /* IANA name of the unit's zone */
    int alarm_minutes; /* 0 = none */
};

/* iCalendar (RFC 5545, 7986), UTF-8, CR LF: everything from 30 days before on_day on, what
 * is cancelled until the day after it would have been; never without an event. */
const char *feed_ics(struct arena *a, const struct feed *f);
/* The same as jCal (RFC 7265). */
const char *feed_jcal(struct arena *a, const struct feed *f);
/* What stands in place of a feed whose address is no longer good: one event that says so. */
const char *feed_closed_ics(struct arena *a, const struct feed *f);

/* One event as a calendar of its own, as CalDAV keeps them (RFC 4791 4.1). */
struct feed_object {
    const char *uid;   /* with its domain, as in the event */
    const char *bytes;
};
int feed_objects(struct arena *a, const struct feed *f, const struct feed_object **out);

/* The whole week as the scheduler's own calendar: each outing once, with everybody in it. */
const char *week_ics(struct arena *a, const struct sheet *s);

/* ---- one person's week as a page and as text ---------------------------- */

struct picture_shelf;
struct own_week {
    const struct diary *diary;
    const struct week *week;
    const struct calendar_settings *settings;
    const struct problem *problem; /* for the people's wishes in settings */
    int64_t now_utc; /* what is past is told as past; the page says when it was made */
    const char *previous, *next; /* addresses of the weeks before and after; NULL = none */
    const char *feed;            /* address of this person's calendar, relative or whole; NULL */
    struct picture_shelf *shelf; /* pictures that pages share; NULL = each reads its own */
    bool synthetic;
};

/* A page for a person who listens to it or reads with effort: no scripts, nothing outside
 * the file, a list under seven day headings. In the language that is set. */
const char *own_week_html(struct arena *a, const struct own_week *w);
/* The same words as plain text, for text messages, e-mail and braille; lines of at most 55
 * characters. */
const char *own_week_text(struct arena *a, const struct own_week *w);
/* In place of the page where the address is no longer good. */
const char *own_week_closed_html(struct arena *a, const struct own_week *w);

#endif
