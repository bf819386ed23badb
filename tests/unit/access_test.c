#include "adapters/publish/access.h"

#include "base/file.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena *arena;
static struct faults faults;
static char folder[] = "/tmp/ledsaga-access-XXXXXX";

static void open_workspace(void)
{
    arena = arena_new();
    faults.seen = 0;
    strcpy(folder + strlen(folder) - 6, "XXXXXX");
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
}

static const char *access_file(void)
{
    return arena_print(arena, "%s/access.json", folder);
}

static void close_workspace(void)
{
    remove(access_file());
    CU_ASSERT_EQUAL(rmdir(folder), 0);
    arena_free(arena);
}

static struct access *none(void)
{
    struct access *x;

    CU_ASSERT_EQUAL_FATAL(access_read(arena, folder, &x, &faults), STATUS_OK);
    return x;
}

static const char *file_text(void)
{
    char *text;
    size_t length;

    CU_ASSERT_EQUAL_FATAL(file_read(arena, access_file(), &text, &length, &faults), STATUS_OK);
    return text;
}

static void a_token_has_130_bits_and_no_two_are_alike(void)
{
    open_workspace();
    const char *tokens[500];
    int seen[26][32] = {{0}};
    for (int i = 0; i < 500; i++) {
        tokens[i] = token_new(arena);
        CU_ASSERT_EQUAL(strlen(tokens[i]), TOKEN_LENGTH);
        CU_ASSERT_EQUAL(strspn(tokens[i], "abcdefghijklmnopqrstuvwxyz234567"), TOKEN_LENGTH);
        for (int k = 0; k < i; k++)
            CU_ASSERT_STRING_NOT_EQUAL(tokens[i], tokens[k]);
        for (int k = 0; k < TOKEN_LENGTH; k++)
            seen[k][strchr("abcdefghijklmnopqrstuvwxyz234567", tokens[i][k]) -
                    "abcdefghijklmnopqrstuvwxyz234567"]++;
    }
    /* 500 draws of 32: none that never or far too often comes, in any place. */
    for (int k = 0; k < TOKEN_LENGTH; k++)
        for (int c = 0; c < 32; c++)
            CU_ASSERT_TRUE(seen[k][c] >= 1 && seen[k][c] <= 45);
    close_workspace();
}

static void only_names_that_begin_with_a_token_are_like_one(void)
{
    CU_ASSERT_TRUE(token_like("abcdefghijklmnopqrstuvwxyz"));
    CU_ASSERT_TRUE(token_like("abcdefghijklmnopqrstuvwxyz.ics"));
    CU_ASSERT_TRUE(token_like("abcdefghijklmnopqrstuvwxyz-2026-W48.html"));
    CU_ASSERT_FALSE(token_like("abcdefghijklmnopqrstuvwxy.ics"));
    CU_ASSERT_FALSE(token_like("abcdefghijklmnopqrstuvwxyza.ics"));
    CU_ASSERT_FALSE(token_like("abcdefghijklmnopqrstuvwxy1.ics"));
    CU_ASSERT_FALSE(token_like("index.html"));
    CU_ASSERT_FALSE(token_like(""));
}

static void a_digest_is_sha_256_and_comes_back_from_its_digits(void)
{
    struct digest d = digest_of("abc", 3), back, other = digest_of("abd", 3);
    char hex[DIGEST_HEX + 1];

    digest_print(&d, hex);
    CU_ASSERT_STRING_EQUAL(hex, "ba7816bf8f01cfea414140de5dae2223"
                                "b00361a396177a9cb410ff61f20015ad");
    CU_ASSERT_TRUE(digest_scan(hex, &back));
    CU_ASSERT_TRUE(digest_same(&d, &back));
    CU_ASSERT_FALSE(digest_same(&d, &other));
    hex[3] = 'G';
    CU_ASSERT_FALSE(digest_scan(hex, &back));
    CU_ASSERT_FALSE(digest_scan("ba78", &back));
}

static void the_file_has_hashes_only_and_is_for_its_owner(void)
{
    open_workspace();
    struct access *x = none();
    struct stat about;
    const char *token = access_add(x, PERSON_CLIENT, "c1");
    x->rows[0].made_utc = 1795000000;
    CU_ASSERT_EQUAL(access_write(x, folder, &faults), STATUS_OK);
    CU_ASSERT_PTR_NULL(strstr(file_text(), token));
    CU_ASSERT_EQUAL(stat(access_file(), &about), 0);
    CU_ASSERT_EQUAL(about.st_mode & 0777, 0600);
    close_workspace();
}

static void what_is_written_is_read_and_found_by_name(void)
{
    open_workspace();
    struct access *x = none();
    const char *anna = access_add(x, PERSON_CLIENT, "anna");
    const char *bo = access_add(x, PERSON_ESCORT, "anna"); /* an escort may have the same id */
    x->rows[0].made_utc = 1795000000;
    x->rows[1].made_utc = 1795000001;
    x->rows[1].revoked_utc = 1795090000;
    CU_ASSERT_EQUAL(access_write(x, folder, &faults), STATUS_OK);

    struct access *back = none();
    CU_ASSERT_EQUAL_FATAL(back->n, 2);
    CU_ASSERT_EQUAL(access_good(back, PERSON_CLIENT, "anna"), 0);
    CU_ASSERT_EQUAL(access_good(back, PERSON_ESCORT, "anna"), NONE);
    CU_ASSERT_EQUAL(access_revoked(back, PERSON_ESCORT, "anna"), 1);
    CU_ASSERT_EQUAL(back->rows[1].revoked_utc, 1795090000);
    const char *names[] = {"index.html", arena_print(arena, "%s.ics", bo),
                           arena_print(arena, "%s-2026-W48.html", anna), token_new(arena)};
    int *rows = access_rows_of_names(arena, back, names, 4);
    CU_ASSERT_EQUAL(rows[0], NONE);
    CU_ASSERT_EQUAL(rows[1], 1);
    CU_ASSERT_EQUAL(rows[2], 0);
    CU_ASSERT_EQUAL(rows[3], NONE);
    close_workspace();
}

static void one_among_thousands_is_found_by_its_hash(void)
{
    open_workspace();
    struct access *x = none();
    const char *names[3000];
    for (int i = 0; i < 3000; i++)
        names[i] = access_add(x, PERSON_CLIENT, "c");
    int *rows = access_rows_of_names(arena, x, names, 3000);
    for (int i = 0; i < 3000; i++)
        CU_ASSERT_EQUAL(rows[i], i);
    close_workspace();
}

static void a_row_that_is_removed_leaves_the_others(void)
{
    open_workspace();
    struct access *x = none();
    access_add(x, PERSON_CLIENT, "a");
    access_add(x, PERSON_CLIENT, "b");
    access_add(x, PERSON_CLIENT, "c");
    access_remove(x, 1);
    CU_ASSERT_EQUAL_FATAL(x->n, 2);
    CU_ASSERT_STRING_EQUAL(x->rows[1].id, "c");
    CU_ASSERT_EQUAL(access_good(x, PERSON_CLIENT, "b"), NONE);
    close_workspace();
}

static void faults_of_the_file_are_told(void)
{
    open_workspace();
    struct access *x;
    const char *bad = "{\"format\": \"ledsaga-access\", \"version\": 1, \"addresses\": ["
                      "{\"kind\": \"client\", \"id\": \"c1\", \"purpose\": \"own\","
                      " \"sha256\": \"123\", \"made\": \"yesterday\"}]}";
    CU_ASSERT_EQUAL(file_write(access_file(), bad, strlen(bad), &faults), STATUS_OK);
    CU_ASSERT_EQUAL(access_read(arena, folder, &x, &faults), STATUS_INPUT);
    CU_ASSERT_EQUAL(faults.seen, 2);
    CU_ASSERT_STRING_EQUAL(faults.list[0].place, "addresses[0].sha256");
    CU_ASSERT_STRING_EQUAL(faults.list[1].place, "addresses[0].made");
    close_workspace();
}

void access_suite(void)
{
    CU_pSuite s = CU_add_suite("access", NULL, NULL);

    CU_ADD_TEST(s, a_token_has_130_bits_and_no_two_are_alike);
    CU_ADD_TEST(s, only_names_that_begin_with_a_token_are_like_one);
    CU_ADD_TEST(s, a_digest_is_sha_256_and_comes_back_from_its_digits);
    CU_ADD_TEST(s, the_file_has_hashes_only_and_is_for_its_owner);
    CU_ADD_TEST(s, what_is_written_is_read_and_found_by_name);
    CU_ADD_TEST(s, one_among_thousands_is_found_by_its_hash);
    CU_ADD_TEST(s, a_row_that_is_removed_leaves_the_others);
    CU_ADD_TEST(s, faults_of_the_file_are_told);
}
