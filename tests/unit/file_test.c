#include "base/file.h"

#include <CUnit/CUnit.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Each test has a folder of its own, which must be empty but for `expected`
 * files when it ends: nothing temporary may stay behind. */
static struct arena *arena;
static char folder[] = "/tmp/ledsaga-file-XXXXXX";
static struct faults faults;

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

static void close_folder(int expected)
{
    DIR *d = opendir(folder);
    int n = 0;

    CU_ASSERT_PTR_NOT_NULL_FATAL(d);
    for (struct dirent *e; (e = readdir(d));) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        n++;
        remove(in_folder(e->d_name));
    }
    closedir(d);
    CU_ASSERT_EQUAL(n, expected);
    CU_ASSERT_EQUAL(rmdir(folder), 0);
    arena_free(arena);
}

static const char *contents(const char *path)
{
    char *data;
    size_t length;

    CU_ASSERT_EQUAL_FATAL(file_read(arena, path, &data, &length, &faults),
                          STATUS_OK);
    CU_ASSERT_EQUAL(strlen(data), length);
    return data;
}

static void what_is_written_is_read(void)
{
    const char *path;
    char big[100000], *data;
    size_t length;

    open_folder();
    path = in_folder("a.json");
    CU_ASSERT_FALSE(file_exists(path));
    CU_ASSERT_EQUAL(file_write(path, "ett", 3, &faults), STATUS_OK);
    CU_ASSERT_STRING_EQUAL(contents(path), "ett");
    memset(big, 'b', sizeof big);
    big[500] = '\0';
    CU_ASSERT_EQUAL(file_write(path, big, sizeof big, &faults), STATUS_OK);
    CU_ASSERT_EQUAL(file_read(arena, path, &data, &length, &faults),
                    STATUS_OK);
    CU_ASSERT_EQUAL(length, sizeof big);
    CU_ASSERT(memcmp(data, big, sizeof big) == 0 && data[length] == '\0');
    CU_ASSERT_EQUAL(file_write(path, "", 0, &faults), STATUS_OK);
    CU_ASSERT_STRING_EQUAL(contents(path), "");
    CU_ASSERT_EQUAL(faults.seen, 0);
    close_folder(1);
}

static void a_file_keeps_its_permissions(void)
{
    struct stat about;
    const char *path;

    open_folder();
    path = in_folder("a.json");
    file_write(path, "1", 1, &faults);
    chmod(path, 0640);
    file_write(path, "2", 1, &faults);
    CU_ASSERT_EQUAL(stat(path, &about), 0);
    CU_ASSERT_EQUAL(about.st_mode & 07777, 0640);
    close_folder(1);
}

/* A folder with something in it cannot be renamed over. */
static void a_failing_rename_leaves_the_old(void)
{
    const char *path, *inside;

    open_folder();
    path = in_folder("a.json");
    inside = in_folder("a.json/old");
    CU_ASSERT_EQUAL(folder_make(path, &faults), STATUS_OK);
    CU_ASSERT_EQUAL(file_write(inside, "old", 3, &faults), STATUS_OK);
    CU_ASSERT_EQUAL(file_write(path, "new", 3, &faults), STATUS_UNWRITABLE);
    CU_ASSERT_EQUAL(faults.seen, 1);
    CU_ASSERT_STRING_EQUAL(faults.list[0].file, path);
    CU_ASSERT_STRING_EQUAL(contents(inside), "old");
    remove(inside);
    close_folder(1);
}

static void a_temporary_is_put_in_place_or_thrown_away(void)
{
    const char *path;
    char *temporary;
    FILE *file;

    open_folder();
    path = in_folder("out.xlsx");
    file_write(path, "old", 3, &faults);
    CU_ASSERT_EQUAL(file_begin(arena, path, &temporary, &faults), STATUS_OK);
    file_abandon(temporary);
    CU_ASSERT_STRING_EQUAL(contents(path), "old");
    CU_ASSERT_EQUAL(file_begin(arena, path, &temporary, &faults), STATUS_OK);
    file = fopen(temporary, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs("new", file);
    fclose(file);
    CU_ASSERT_STRING_EQUAL(contents(path), "old");
    CU_ASSERT_EQUAL(file_commit(temporary, path, &faults), STATUS_OK);
    CU_ASSERT_STRING_EQUAL(contents(path), "new");
    close_folder(1);
}

static void a_missing_folder_is_a_fault(void)
{
    const char *path;
    char *data;
    size_t length;

    open_folder();
    path = in_folder("none/a.json");
    CU_ASSERT_EQUAL(file_write(path, "x", 1, &faults), STATUS_UNWRITABLE);
    CU_ASSERT_EQUAL(file_append_line(path, "x", &faults), STATUS_UNWRITABLE);
    CU_ASSERT_EQUAL(file_read(arena, path, &data, &length, &faults),
                    STATUS_UNREADABLE);
    CU_ASSERT_EQUAL(file_read(arena, folder, &data, &length, &faults),
                    STATUS_UNREADABLE);
    CU_ASSERT_EQUAL(faults.seen, 4);
    CU_ASSERT_STRING_EQUAL(faults.list[0].file, path);
    CU_ASSERT(strlen(faults.list[0].what) > 0);
    CU_ASSERT(strlen(faults.list[0].remedy) > 0);
    CU_ASSERT_STRING_EQUAL(faults.list[3].file, folder);
    close_folder(0);
}

static void folders_are_made_with_those_above(void)
{
    open_folder();
    CU_ASSERT_EQUAL(folder_make(in_folder("weeks/2026-W48/out"), &faults),
                    STATUS_OK);
    CU_ASSERT_EQUAL(folder_make(in_folder("weeks/2026-W48"), &faults),
                    STATUS_OK);
    CU_ASSERT(file_exists(in_folder("weeks/2026-W48/out")));
    file_write(in_folder("weeks/file"), "", 0, &faults);
    CU_ASSERT_EQUAL(folder_make(in_folder("weeks/file/below"), &faults),
                    STATUS_UNWRITABLE);
    CU_ASSERT_STRING_EQUAL(faults.list[0].file, in_folder("weeks/file"));
    CU_ASSERT(strstr(faults.list[0].what, strerror(EEXIST)) != NULL);
    remove(in_folder("weeks/file"));
    rmdir(in_folder("weeks/2026-W48/out"));
    rmdir(in_folder("weeks/2026-W48"));
    close_folder(1);
}

static void a_line_is_never_glued_to_half_a_line(void)
{
    const char *path;

    open_folder();
    path = in_folder("journal.jsonl");
    file_append_line(path, "{1}", &faults);
    file_append_line(path, "{2}", &faults);
    CU_ASSERT_STRING_EQUAL(contents(path), "{1}\n{2}\n");
    file_write(path, "{1}\n{hal", 8, &faults);
    CU_ASSERT_EQUAL(file_append_line(path, "{3}", &faults), STATUS_OK);
    CU_ASSERT_STRING_EQUAL(contents(path), "{1}\n{hal\n{3}\n");
    close_folder(1);
}

/* Vectors published with the algorithm (Fowler, Noll, Vo). */
static void the_hash_is_fnv_1a(void)
{
    CU_ASSERT_EQUAL(hash_bytes(HASH_START, "", 0), 0xcbf29ce484222325u);
    CU_ASSERT_EQUAL(hash_bytes(HASH_START, "a", 1), 0xaf63dc4c8601ec8cu);
    CU_ASSERT_EQUAL(hash_bytes(HASH_START, "foobar", 6), 0x85944171f73967e8u);
}

static void a_number_is_hashed_as_its_eight_bytes(void)
{
    static const int64_t numbers[] = {0, 1, 255, 256, 65536 + 7, INT64_MAX, -1, INT64_MIN};

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        unsigned char bytes[8];

        for (int k = 0; k < 8; k++)
            bytes[k] = (unsigned char)((uint64_t)numbers[i] >> 8 * k & 0xFF);
        CU_ASSERT_EQUAL(hash_number(HASH_START, numbers[i]),
                        hash_bytes(HASH_START, bytes, 8));
    }
}

void file_suite(void)
{
    CU_pSuite s = CU_add_suite("file", NULL, NULL);

    CU_add_test(s, "what is written is read", what_is_written_is_read);
    CU_add_test(s, "a file that is replaced keeps its permissions",
                a_file_keeps_its_permissions);
    CU_add_test(s, "a failing rename leaves the old and no litter",
                a_failing_rename_leaves_the_old);
    CU_add_test(s, "a temporary file is put in place or thrown away",
                a_temporary_is_put_in_place_or_thrown_away);
    CU_add_test(s, "a missing folder is a fault that names the file",
                a_missing_folder_is_a_fault);
    CU_add_test(s, "folders are made with those above them",
                folders_are_made_with_those_above);
    CU_add_test(s, "a line is never glued to half a line",
                a_line_is_never_glued_to_half_a_line);
    CU_add_test(s, "the hash is FNV-1a", the_hash_is_fnv_1a);
    CU_add_test(s, "a number is hashed as its eight bytes",
                a_number_is_hashed_as_its_eight_bytes);
}
