/* What everybody was told, brought to where their telephones look: a folder that a web
 * server shows, or a CalDAV server. Neither decides what is told: that is told.json's. */
#ifndef ADAPTERS_PUBLISH_H
#define ADAPTERS_PUBLISH_H

#include "adapters/workspace/weeks.h"
#include "ledsaga/calendar.h"

struct publication {
    const char *dir; /* the workspace */
    const struct problem *problem;
    const struct calendar_settings *settings;
    const char *language; /* the program's own */
    int n_diaries;        /* clients and escorts in the order of the problem, then who left */
    const struct diary *diaries;
    int64_t on_day;      /* days since 1970: the day it is */
    int64_t day_utc;     /* when that day began */
    int64_t now_utc;
    int64_t changed_utc; /* the last change that was told, or the beginning of the day if
                            that is later: what pages are made from does not change between */
    struct picture_shelf *shelf; /* of all pages */
    bool force;          /* also what was changed by others, or looks like a mistake */
};

/* Of somebody who is no longer in the unit; so is NONE. */
bool publication_left(const struct publication *p, int diary);
/* From now on sentences are in this person's language; publication_speak_own() ends it. */
void publication_speak(const struct publication *p, int diary);
void publication_speak_own(const struct publication *p);
struct feed publication_feed(const struct publication *p, int diary);
/* The diaries of this id, at most two; how many. */
int publication_find(const struct publication *p, const char *id, int found[2]);

#endif
