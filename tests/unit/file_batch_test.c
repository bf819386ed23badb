#include "base/file_batch.h"

#include "base/file.h"

#include <CUnit/CUnit.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct arena *arena;
static struct faults faults;
static char folder[] = "/tmp/ledsaga-batch-XXXXXX";

static void open_folder(void)
{
    arena = arena_new();
    faults.seen = 0;
    strcpy(folder + strlen(folder) - 6, "XXXXXX");
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
}

static const char *in_folder(const char *name)
{
    return arena_print(arena, "%s/%s", folder, name);
}

/* How many files there are; they are removed. */
static int emptied(void)
{
    DIR *d = opendir(folder);
    int n = 0;

    CU_ASSERT_PTR_NOT_NULL_FATAL(d);
    for (const struct dirent *e; (e = readdir(d));)
        n += remove(in_folder(e->d_name)) == 0 && strcmp(e->d_name, ".") != 0;
    closedir(d);
    return n;
}

static void close_folder(void)
{
    CU_ASSERT_EQUAL(rmdir(folder), 0);
    arena_free(arena);
}

static void more_files_than_wait_at_once_are_all_there(void)
{
    open_folder();
    struct file_batch *b = file_batch_begin(arena, folder);
    for (int i = 0; i < 1100; i++)
        CU_ASSERT_EQUAL(file_batch_add(b, arena_print(arena, "%d", i), "text", 4, 1000 + i,
                                       &faults),
                        STATUS_OK);
    CU_ASSERT_EQUAL(file_batch_end(b, &faults), STATUS_OK);
    CU_ASSERT_EQUAL(file_changed_utc(in_folder("0")), 1000);
    CU_ASSERT_EQUAL(file_changed_utc(in_folder("1099")), 2099);
    CU_ASSERT_EQUAL(emptied(), 1100);
    close_folder();
}

static void a_file_is_the_old_one_until_the_end(void)
{
    char *data;
    size_t length;

    open_folder();
    CU_ASSERT_EQUAL(file_write(in_folder("a"), "old", 3, &faults), STATUS_OK);
    struct file_batch *b = file_batch_begin(arena, folder);
    CU_ASSERT_EQUAL(file_batch_add(b, "a", "new one", 7, 1000, &faults), STATUS_OK);
    CU_ASSERT_EQUAL(file_read(arena, in_folder("a"), &data, &length, &faults), STATUS_OK);
    CU_ASSERT_STRING_EQUAL(data, "old");
    CU_ASSERT_EQUAL(file_batch_end(b, &faults), STATUS_OK);
    CU_ASSERT_EQUAL(file_read(arena, in_folder("a"), &data, &length, &faults), STATUS_OK);
    CU_ASSERT_STRING_EQUAL(data, "new one");
    CU_ASSERT_EQUAL(emptied(), 1);
    close_folder();
}

static void after_a_fault_nothing_waits(void)
{
    open_folder();
    struct file_batch *b = file_batch_begin(arena, folder);
    CU_ASSERT_EQUAL(file_batch_add(b, "a", "x", 1, 1000, &faults), STATUS_OK);
    CU_ASSERT_EQUAL(file_batch_add(b, "nowhere/b", "x", 1, 1000, &faults), STATUS_UNWRITABLE);
    CU_ASSERT_EQUAL(faults.seen, 1);
    CU_ASSERT_EQUAL(file_batch_end(b, &faults), STATUS_OK);
    CU_ASSERT_EQUAL(emptied(), 0);
    close_folder();
}

static void only_what_a_killed_program_leaves_is_swept(void)
{
    static const char *const KEPT[] = {"a.ics", ".htaccess", ".a.ics.12-", ".a.ics.x-1",
                                       ".a.ics.12-3x", "a.ics.12-3"};
    static const char *const SWEPT[] = {".a.ics.12-3", ".b.4711-0"};

    open_folder();
    for (size_t i = 0; i < sizeof KEPT / sizeof *KEPT; i++)
        CU_ASSERT_EQUAL(file_write(in_folder(KEPT[i]), "x", 1, &faults), STATUS_OK);
    for (size_t i = 0; i < sizeof SWEPT / sizeof *SWEPT; i++)
        CU_ASSERT_EQUAL(file_write(in_folder(SWEPT[i]), "x", 1, &faults), STATUS_OK);
    file_batch_sweep(folder);
    for (size_t i = 0; i < sizeof SWEPT / sizeof *SWEPT; i++)
        CU_ASSERT_FALSE(file_exists(in_folder(SWEPT[i])));
    CU_ASSERT_EQUAL(emptied(), (int)(sizeof KEPT / sizeof *KEPT));
    close_folder();
}

void file_batch_suite(void)
{
    CU_pSuite s = CU_add_suite("file_batch", NULL, NULL);

    CU_ADD_TEST(s, more_files_than_wait_at_once_are_all_there);
    CU_ADD_TEST(s, a_file_is_the_old_one_until_the_end);
    CU_ADD_TEST(s, after_a_fault_nothing_waits);
    CU_ADD_TEST(s, only_what_a_killed_program_leaves_is_swept);
}
