/* What one person's own week says, sentence by sentence. The page and the text write just
 * this, so that they never differ: neither makes up a word of its own.
 *
 * For a person who reads with effort, or listens: the most important first, one short
 * sentence a fact, every day named, nothing told by place, colour or sign alone, and
 * nothing that becomes untrue while the page lies there ("today"). */
#ifndef ADAPTERS_OWN_WEEK_H
#define ADAPTERS_OWN_WEEK_H

#include "ledsaga/calendar.h"

/* Part of a sentence that is more than its words. */
struct own_mark {
    const char *phrase;   /* as it stands in the sentence; NULL = no mark */
    const char *datetime; /* it is a time: as machines read it; NULL */
    const char *address;  /* it leads there; NULL */
};

enum { OWN_MARKS = 2 };
struct own_said {
    const char *text;
    struct own_mark marks[OWN_MARKS]; /* in the order they stand */
};

struct own_said_list {
    int n, capacity;
    struct own_said *items;
};

enum own_state { OWN_AS_TOLD, OWN_CHANGED, OWN_CANCELLED, OWN_PAST };

struct own_visit {
    const char *heading;
    enum own_state state;
    struct own_said_list news;  /* what is not as it was: said before the rest */
    struct own_said_list facts;
    int n_people;
    const char *const *people; /* [n_people] ids of those who come, for their pictures */
};

struct own_day {
    struct own_said heading;
    struct own_said_list notes; /* of the day itself; "No outing." is one */
    int n;
    const struct own_visit *visits;
};

/* What the week was asked for, and where its sentences are made. */
struct own_writer {
    struct arena *arena;
    const struct own_week *own;
    bool client; /* whose week it is: a client's, else an escort's */
};

struct own_view {
    const char *heading; /* "My week" */
    struct own_said_list week; /* its number, its dates */
    struct own_said_list lead, next_visit, help; /* how many; which is next; whom to ask */
    const char *previous, *next;     /* what leads there, or says that there is none */
    struct own_day days[DAYS];
    struct own_said_list calendar, foot;
};

struct own_view own_view(struct arena *a, const struct own_week *w);

void own_say(struct own_writer *w, struct own_said_list *list, const char *text);
void own_say_marked(struct own_writer *w, struct own_said_list *list, struct own_said said);
/* A mark for a phrase that tells this instant. */
struct own_mark own_time(struct own_writer *w, const char *phrase, int minute);
/* "Questions? Call 08-123 45 67.", where the office told a telephone or an address. */
void own_say_help(struct own_writer *w, struct own_said_list *list);

/* One appointment (own_visit.c). */
struct own_visit own_visit(struct own_writer *w, const struct appointment *x);
/* "Anna comes.", "You meet Kim.": where somebody is named. */
const char *own_who(struct own_writer *w, const struct appointment_facts *x);
/* What is new to somebody who was told the other (own_change.c). */
void own_say_changes(struct own_writer *w, struct own_said_list *list,
                     const struct appointment_facts *before,
                     const struct appointment_facts *now);
int own_start(const struct own_writer *w, const struct appointment_facts *x);
int own_end(const struct own_writer *w, const struct appointment_facts *x);
bool own_is_past(const struct own_writer *w, const struct appointment *x);

#endif
