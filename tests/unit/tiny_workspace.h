/* A copy of the tiny workspace in a folder of its own, for tests that read and
 * change the files of a workspace. */
#ifndef TINY_WORKSPACE_H
#define TINY_WORKSPACE_H

#include "base/file.h"
#include "ledsaga/workspace.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { YEAR = 2026, WEEK = 48 };

#define TINY "tests/cases/tiny"

static struct arena *arena;
static struct faults faults;
static char folder[] = "/tmp/ledsaga-workspace-XXXXXX";

static inline const char *path_of(const char *name)
{
    return arena_print(arena, "%s/%s", folder, name);
}

static inline void put(const char *name, const char *text)
{
    CU_ASSERT_EQUAL_FATAL(
        file_write(path_of(name), text, strlen(text), &faults), STATUS_OK);
}

static inline char *get(const char *path)
{
    static char *text; /* of a local one gcc 12 thinks that strstr() points to it */
    size_t length;

    CU_ASSERT_EQUAL_FATAL(file_read(arena, path, &text, &length, &faults),
                          STATUS_OK);
    return text;
}

static inline void make_week(const char *week)
{
    CU_ASSERT_EQUAL_FATAL(
        folder_make(path_of(arena_print(arena, "weeks/%s", week)), &faults),
        STATUS_OK);
}

static inline void open_workspace(void)
{
    static const char *const FILES[] = {"unit.json", "weeks/2026-W48/week.json",
                                        "weeks/2026-W48/roster.json"};

    arena = arena_new();
    faults.seen = 0;
    strcpy(folder + strlen(folder) - 6, "XXXXXX");
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
    make_week("2026-W48");
    for (int i = 0; i < 3; i++)
        put(FILES[i], get(arena_print(arena, TINY "/%s", FILES[i])));
}

static inline void close_workspace(void)
{
    static const char *const NAMES[] = {
        "unit.json",
        "journal.jsonl",
        "weeks/2026-W13/week.json",
        "weeks/2026-W13",
        "weeks/2026-W45/week.json",
        "weeks/2026-W45/roster.json",
        "weeks/2026-W45",
        "weeks/2026-W47/week.json",
        "weeks/2026-W47/roster.json",
        "weeks/2026-W47",
        "weeks/2026-W48/week.json",
        "weeks/2026-W48/roster.json",
        "weeks/2026-W48",
        "weeks/2026-W49/week.json",
        "weeks/2026-W49/roster.json",
        "weeks/2026-W49",
        "weeks/old",
        "weeks",
        "",
    };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        remove(path_of(NAMES[i]));
    CU_ASSERT_FALSE(file_exists(folder));
    arena_free(arena);
}

/* Change one text in a file of the workspace. */
static inline void change(const char *name, const char *old, const char *new)
{
    const char *text = get(path_of(name));
    const char *at = strstr(text, old);

    CU_ASSERT_PTR_NOT_NULL_FATAL(at);
    put(name, arena_print(arena, "%.*s%s%s", (int)(at - text), text, new,
                          at + strlen(old)));
}

static inline const struct problem *read_week(int iso_week)
{
    const struct problem *p = NULL;
    enum status status =
        workspace_read(arena, folder, YEAR, iso_week, &p, &faults);

    if (status != STATUS_OK)
        printf("\n    %s: %s: %s\n", faults.list[0].file, faults.list[0].place,
               faults.list[0].what);
    CU_ASSERT_EQUAL_FATAL(status, STATUS_OK);
    CU_ASSERT_PTR_NOT_NULL_FATAL(p);
    return p;
}

static inline const struct problem *read_tiny(void)
{
    return read_week(WEEK);
}

static inline struct roster *read_roster(const struct problem *p,
                                         struct roster_record *record)
{
    struct roster *r = NULL;

    CU_ASSERT_EQUAL_FATAL(roster_read(arena, p,
                                      path_of("weeks/2026-W48/roster.json"),
                                      &r, record, &faults),
                          STATUS_OK);
    CU_ASSERT_PTR_NOT_NULL_FATAL(r);
    return r;
}

static inline bool fault_has(const char *file, const char *place,
                             const char *what, const char *remedy)
{
    const struct fault *f = &faults.list[0];
    bool right = faults.seen && strstr(f->file, file) &&
                 strcmp(f->place, place) == 0 && strstr(f->what, what) &&
                 strstr(f->remedy, remedy);

    if (!right)
        printf("\n    the fault is: %s: %s: %s / %s\n", f->file, f->place,
               f->what, f->remedy);
    return right;
}

#endif
