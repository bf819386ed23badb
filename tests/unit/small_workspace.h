/* A workspace in a folder of its own that a test writes file by file: one place and a
 * pool 20 minutes away, anna under LSS and bo under an open offer, eva employed four
 * hours a week and fred on commission. */
#ifndef SMALL_WORKSPACE_H
#define SMALL_WORKSPACE_H

#include "base/file.h"
#include "ledsaga/workspace.h"

#include <CUnit/CUnit.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct small_workspace {
    struct arena *arena;
    struct faults faults;
    char folder[64];
};

#define SMALL_PEOPLE                                                           \
    "\"places\":[{\"id\":\"home\",\"name\":\"Home\"},"                         \
    "{\"id\":\"pool\",\"name\":\"Pool\"}],"                                    \
    "\"travel\":{\"matrix\":[[0,20],[20,0]]},"                                 \
    "\"clients\":[{\"id\":\"anna\",\"name\":\"Anna\",\"home\":\"home\","       \
    "\"decisions\":[{\"id\":\"d\",\"legal_basis\":\"LSS_9_3\","                \
    "\"minutes\":1200,\"period\":\"month\",\"from\":\"2020-01-01\"}]},"        \
    "{\"id\":\"bo\",\"name\":\"Bo\",\"home\":\"home\","                        \
    "\"known\":[{\"escort\":\"eva\",\"visits\":3}],"                           \
    "\"decisions\":[{\"id\":\"d\",\"legal_basis\":\"SOL_11_5\","               \
    "\"minutes\":1200,\"period\":\"month\",\"from\":\"2020-01-01\"}]}],"       \
    "\"escorts\":[{\"id\":\"eva\",\"name\":\"Eva\","                           \
    "\"engagement\":\"employed_monthly\",\"contract_minutes_week\":240},"      \
    "{\"id\":\"fred\",\"name\":\"Fred\",\"engagement\":\"contractor\"}]"

#define REQUEST(id, client, minutes, date, at, more)                           \
    "{\"id\":\"" id "\",\"client\":\"" client "\",\"activity\":\"walk\","      \
    "\"minutes\":" #minutes ",\"alternatives\":[{\"date\":\"" date             \
    "\",\"at\":\"" at "\"}]" more "}"
#define VISIT(request, start, minutes, escort, more)                           \
    "{\"request\":\"" request "\",\"start\":\"" start "\",\"minutes\":"        \
    #minutes ",\"escorts\":[\"" escort "\"]" more "}"

static inline void small_put(struct small_workspace *w, const char *name,
                             const char *text)
{
    char *path = arena_print(w->arena, "%s/%s", w->folder, name);
    char *folder = arena_copy(w->arena, path);

    *strrchr(folder, '/') = '\0';
    CU_ASSERT_EQUAL_FATAL(folder_make(folder, &w->faults), STATUS_OK);
    CU_ASSERT_EQUAL_FATAL(file_write(path, text, strlen(text), &w->faults),
                          STATUS_OK);
}

/* more: further keys of unit.json, each after a comma. */
static inline void small_open(struct small_workspace *w, const char *more)
{
    *w = (struct small_workspace){.arena = arena_new()};
    strcpy(w->folder, "/tmp/ledsaga-small-XXXXXX");
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(w->folder));
    small_put(w, "unit.json",
              arena_print(w->arena,
                          "{\"format\":\"ledsaga-unit\",\"version\":1,"
                          "\"id\":\"small\",\"name\":\"Small\",%s%s}",
                          SMALL_PEOPLE, more));
}

static inline int small_remove(const char *path, const struct stat *s, int type,
                               struct FTW *where)
{
    (void)s, (void)type, (void)where;
    return remove(path);
}

static inline void small_close(struct small_workspace *w)
{
    CU_ASSERT_EQUAL(nftw(w->folder, small_remove, 8, FTW_DEPTH | FTW_PHYS), 0);
    arena_free(w->arena);
}

/* sessions: the items of the list; visits NULL = the week has no roster. */
static inline void small_week(struct small_workspace *w, const char *week,
                              const char *sessions, const char *requests,
                              const char *visits)
{
    struct arena *a = w->arena;

    small_put(w, arena_print(a, "weeks/%s/week.json", week),
              arena_print(a,
                          "{\"format\":\"ledsaga-week\",\"version\":1,"
                          "\"week\":\"%s\",\"sessions\":[%s],"
                          "\"requests\":[%s]}",
                          week, sessions, requests));
    if (visits)
        small_put(w, arena_print(a, "weeks/%s/roster.json", week),
                  arena_print(a,
                              "{\"format\":\"ledsaga-roster\",\"version\":1,"
                              "\"week\":\"%s\",\"visits\":[%s]}",
                              week, visits));
}

static inline const struct problem *small_read(struct small_workspace *w,
                                               int year, int week)
{
    const struct problem *p = NULL;
    enum status s =
        workspace_read(w->arena, w->folder, year, week, &p, &w->faults);

    if (s != STATUS_OK)
        printf("\n    %s: %s: %s\n", w->faults.list[0].file,
               w->faults.list[0].place, w->faults.list[0].what);
    CU_ASSERT_EQUAL_FATAL(s, STATUS_OK);
    return p;
}

#endif
