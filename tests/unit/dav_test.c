#include "adapters/dav/dav.h"
#include "adapters/dav/dav_address.h"
#include "adapters/dav/dav_object.h"
#include "adapters/dav/dav_xml.h"

#include "base/text.h"

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>

static struct arena *arena;
static struct faults faults;
static struct dav_address at;

static void begin(void)
{
    arena = arena_new();
    faults.seen = 0;
}

static void end(void)
{
    arena_free(arena);
}

/* ---- addresses ---- */

static enum status address(const char *url)
{
    faults.seen = 0;
    return dav_address_read(arena, url, &at, &faults);
}

static void an_address_is_https_or_of_this_machine(void)
{
    begin();
    CU_ASSERT_EQUAL(address("https://dav.example.org/u/office"), STATUS_OK);
    CU_ASSERT_STRING_EQUAL(at.origin, "https://dav.example.org");
    CU_ASSERT_STRING_EQUAL(at.path, "/u/office/");
    CU_ASSERT_EQUAL(address("http://127.0.0.1:5232/"), STATUS_OK);
    CU_ASSERT_STRING_EQUAL(at.origin, "http://127.0.0.1:5232");
    CU_ASSERT_STRING_EQUAL(at.path, "/");
    CU_ASSERT_EQUAL(address("http://localhost:5232/u/"), STATUS_OK);
    CU_ASSERT_EQUAL(address("http://[::1]:5232/u/"), STATUS_OK);
    CU_ASSERT_EQUAL(address("http://dav.example.org/u/"), STATUS_USAGE);
    CU_ASSERT_EQUAL(address("http://localhost.example.org/u/"), STATUS_USAGE);
    CU_ASSERT_EQUAL(address("http://127.0.0.1.example.org/"), STATUS_USAGE);
    CU_ASSERT_EQUAL(address("ftp://localhost/"), STATUS_USAGE);
    CU_ASSERT_EQUAL(address("file:///etc/"), STATUS_USAGE);
    CU_ASSERT_EQUAL(address("://"), STATUS_USAGE);
    end();
}

static void a_password_in_an_address_is_refused_and_not_told(void)
{
    begin();
    CU_ASSERT_EQUAL(address("https://office:hemligt@dav.example.org/"), STATUS_USAGE);
    CU_ASSERT_PTR_NULL(strstr(faults.list[0].what, "hemligt"));
    CU_ASSERT_STRING_EQUAL(faults.list[0].file, "");
    CU_ASSERT_EQUAL(address("https://dav.example.org/?a=b"), STATUS_USAGE);
    CU_ASSERT_EQUAL(address("https://dav.example.org/u/#x"), STATUS_USAGE);
    CU_ASSERT_EQUAL(address("https://dav.example.org/u/../v/"), STATUS_USAGE);
    CU_ASSERT_EQUAL(address("https://dav.example.org/u/%2e%2e/v/"), STATUS_USAGE);
    end();
}

static void the_same_path_is_written_in_one_way(void)
{
    begin();
    CU_ASSERT_EQUAL_FATAL(address("https://dav.example.org/u/"), STATUS_OK);
    static const char *const SAME[] = {"/u/a%40b.ics", "/u/a@b.ics", "/u/%61@b.ics",
                                       "https://dav.example.org/u/a%40b.ics",
                                       "HTTPS://DAV.example.org/u/a@b.ics"};
    for (size_t i = 0; i < sizeof SAME / sizeof *SAME; i++)
        CU_ASSERT_STRING_EQUAL(dav_address_href(arena, &at, SAME[i]), "/u/a@b.ics");
    CU_ASSERT_STRING_EQUAL(dav_address_href(arena, &at, "/u/%c3%a5%20x"), "/u/%C3%A5%20x");
    CU_ASSERT_STRING_EQUAL(dav_address_href(arena, &at, "/u/a%2Fb"), "/u/a%2Fb");
    CU_ASSERT_STRING_EQUAL(dav_address_step(arena, "å b/c?d"), "%C3%A5%20b%2Fc%3Fd");
    end();
}

static void paths_of_others_and_odd_ones_are_none(void)
{
    begin();
    CU_ASSERT_EQUAL_FATAL(address("https://dav.example.org/u/"), STATUS_OK);
    static const char *const ODD[] = {"https://evil.example.org/u/x", "//evil.example.org/u/x",
                                      "u/x", "", "/u/../x", "/u/%2E%2E/x", "/u/./x",
                                      "/u/%0d%0aX", "/u/%zz", "/u/%4", "/u//x"};
    for (size_t i = 0; i < sizeof ODD / sizeof *ODD; i++)
        CU_ASSERT_PTR_NULL(dav_address_href(arena, &at, ODD[i]));
    end();
}

static void an_event_has_the_path_of_its_calendar_and_name(void)
{
    struct dav *d;

    begin();
    CU_ASSERT_EQUAL_FATAL(dav_open(arena, "https://dav.example.org/u", "office", "x", &d, &faults),
                          STATUS_OK);
    CU_ASSERT_STRING_EQUAL(dav_base(d, arena), "https://dav.example.org/u/");
    CU_ASSERT_STRING_EQUAL(dav_href(d, arena, "clients-a b", "1@x.ics"),
                           "/u/clients-a%20b/1@x.ics");
    CU_ASSERT_STRING_EQUAL(dav_href(d, arena, "clients-a", ""), "/u/clients-a/");
    dav_close(d);
    CU_ASSERT_EQUAL(dav_open(arena, "https://dav.example.org/u", "a:b", "x", &d, &faults),
                    STATUS_USAGE);
    dav_close(NULL);
    end();
}

/* ---- XML ---- */

static const struct dav_response *responses;
static int n;
static bool partial;
static const char *why;

static bool read_xml(const char *xml)
{
    return dav_xml_read(arena, xml, strlen(xml), &responses, &n, &partial, &why);
}

#define MULTISTATUS(inside)                                                                   \
    "<?xml version='1.0' encoding='utf-8'?>\n<multistatus xmlns=\"DAV:\">" inside "</multistatus>"
#define OK_PROPS(props)                                                                       \
    "<propstat><prop>" props "</prop><status>HTTP/1.1 200 OK</status></propstat>"

static void a_list_of_etags_is_read(void)
{
    begin();
    CU_ASSERT_TRUE(read_xml(MULTISTATUS(
        "<response><href>/u/c/</href>" OK_PROPS("<resourcetype><collection/></resourcetype>")
        "</response>\n"
        "<response><href>\n /u/c/1.ics </href>" OK_PROPS("<getetag>\"a&amp;b\"</getetag><resourcetype/>")
        "</response>"
        "<response><href>/u/c/2.ics</href>" OK_PROPS("<resourcetype/>")
        "<propstat><prop><getetag>\"no\"</getetag></prop><status>HTTP/1.1 404 Not Found</status>"
        "</propstat></response>"
        "<response><href>/u/c/3.ics</href><status>HTTP/1.1 403 No</status></response>")));
    CU_ASSERT_EQUAL_FATAL(n, 3);
    CU_ASSERT_TRUE(responses[0].collection);
    CU_ASSERT_STRING_EQUAL(responses[1].href, "/u/c/1.ics");
    CU_ASSERT_STRING_EQUAL(responses[1].etag, "\"a&b\"");
    CU_ASSERT_FALSE(responses[1].collection);
    CU_ASSERT_STRING_EQUAL(responses[2].etag, "");
    end();
}

static void a_list_is_partial_if_something_was_refused_that_may_be_there(void)
{
#define REFUSED(status)                                                                       \
    MULTISTATUS("<response><href>/u/c/1.ics</href>" OK_PROPS("<resourcetype/>") "</response>" \
                "<response><href>/u/c/2.ics</href><status>HTTP/1.1 " status "</status></response>")
    begin();
    CU_ASSERT_TRUE(read_xml(REFUSED("404 Not Found")));
    CU_ASSERT_FALSE(partial);
    CU_ASSERT_TRUE(read_xml(REFUSED("410 Gone")));
    CU_ASSERT_FALSE(partial);
    CU_ASSERT_TRUE(read_xml(REFUSED("503 Service Unavailable")));
    CU_ASSERT_TRUE(partial);
    CU_ASSERT_TRUE(read_xml(REFUSED("507 Insufficient Storage")));
    CU_ASSERT_TRUE(partial);
    CU_ASSERT_EQUAL(n, 1);
    end();
}

static void an_address_that_is_only_asked_for_stays_as_it_stands(void)
{
    begin();
    CU_ASSERT_EQUAL_FATAL(dav_address_exact(arena, "https://dav.example.org/a%20b/c.ics?export&t=S%2F",
                                            &at, &faults), STATUS_OK);
    CU_ASSERT_STRING_EQUAL(at.path, "/a%20b/c.ics?export&t=S%2F");
    CU_ASSERT_STRING_EQUAL(at.origin, "https://dav.example.org");
    CU_ASSERT_EQUAL(dav_address_exact(arena, "https://u:p@dav.example.org/c.ics", &at, &faults),
                    STATUS_USAGE);
    CU_ASSERT_EQUAL(dav_address_exact(arena, "http://dav.example.org/c.ics", &at, &faults),
                    STATUS_USAGE);
    end();
}

static void prefixes_of_any_kind_are_read(void)
{
    begin();
    CU_ASSERT_TRUE(read_xml("<x:multistatus xmlns:x='DAV:'><x:response><x:href>/a</x:href>"
                            "<x:propstat><x:prop><x:getetag>\"1\"</x:getetag></x:prop>"
                            "<x:status>HTTP/1.1 200 OK</x:status></x:propstat></x:response>"
                            "</x:multistatus>"));
    CU_ASSERT_EQUAL_FATAL(n, 1);
    CU_ASSERT_STRING_EQUAL(responses[0].etag, "\"1\"");
    CU_ASSERT_FALSE(read_xml("<multistatus xmlns='urn:other'><response/></multistatus>"));
    end();
}

static void document_types_and_entities_are_refused(void)
{
    begin();
    CU_ASSERT_FALSE(read_xml("<!DOCTYPE a [<!ENTITY x \"y\">]>"
                             "<multistatus xmlns='DAV:'><response><href>&x;</href></response>"
                             "</multistatus>"));
    CU_ASSERT_PTR_NOT_NULL(strstr(why, "document type"));
    CU_ASSERT_FALSE(read_xml("<!DOCTYPE multistatus SYSTEM 'file:///etc/passwd'>"
                             "<multistatus xmlns='DAV:'/>"));
    CU_ASSERT_FALSE(read_xml(MULTISTATUS("<response><href>&x;</href></response>")));
    end();
}

static void what_is_no_answer_is_told_as_none(void)
{
    begin();
    CU_ASSERT_FALSE(read_xml(""));
    CU_ASSERT_FALSE(read_xml("<html><body>Log in</body></html>"));
    CU_ASSERT_PTR_NOT_NULL(strstr(why, "WebDAV"));
    CU_ASSERT_FALSE(read_xml("<multistatus xmlns='DAV:'><response>"));
    CU_ASSERT_PTR_NOT_NULL(strstr(why, "not well-formed"));
    CU_ASSERT_FALSE(read_xml(MULTISTATUS("<response><propstat/></response>")));
    struct text deep = text_new(arena);
    text_add(&deep, "<multistatus xmlns='DAV:'>");
    for (int i = 0; i < 100; i++)
        text_add(&deep, "<a>");
    CU_ASSERT_FALSE(read_xml(text_done(&deep)));
    CU_ASSERT_PTR_NOT_NULL(strstr(why, "nested"));
    end();
}

static void an_etag_that_would_end_a_header_is_none(void)
{
    begin();
    CU_ASSERT_TRUE(read_xml(MULTISTATUS(
        "<response><href>/a</href>" OK_PROPS("<getetag>\"a\"&#13;&#10;X-Evil: 1</getetag>")
        "</response>")));
    CU_ASSERT_STRING_EQUAL(responses[0].etag, "");
    CU_ASSERT_FALSE(etag_sound("\"a b\""));
    CU_ASSERT_TRUE(etag_sound("W/\"a\""));
    end();
}

/* ---- objects ---- */

static void events_are_compared_by_what_they_say(void)
{
    const char *ours = "BEGIN:VCALENDAR\r\nPRODID:a\r\nBEGIN:VEVENT\r\nUID:1\r\n"
                       "SUMMARY:Simning med \r\n Anna\r\nLAST-MODIFIED:20261115T091500Z\r\n"
                       "END:VEVENT\r\nEND:VCALENDAR\r\n";
    const char *theirs = "BEGIN:VCALENDAR\nPRODID:b\nBEGIN:VEVENT\nLAST-MODIFIED:20261115T091500Z\n"
                         "SUMMARY:Simning med Anna\nUID:1\nEND:VEVENT\nEND:VCALENDAR\n";
    const char *moved = "BEGIN:VEVENT\nLAST-MODIFIED:20261116T091500Z\nSUMMARY:Simning\nUID:1\n"
                        "END:VEVENT\n";

    CU_ASSERT_TRUE(dav_object_same(ours, theirs));
    CU_ASSERT_FALSE(dav_object_same(ours, moved));
    CU_ASSERT_TRUE(dav_object_older(ours, moved));
    CU_ASSERT_FALSE(dav_object_older(moved, ours));
    CU_ASSERT_FALSE(dav_object_older(ours, theirs));
    CU_ASSERT_FALSE(dav_object_older("BEGIN:VEVENT\nUID:1\nEND:VEVENT\n", moved));
}

void dav_suite(void)
{
    CU_pSuite s = CU_add_suite("dav", NULL, NULL);

    CU_ADD_TEST(s, an_address_is_https_or_of_this_machine);
    CU_ADD_TEST(s, a_password_in_an_address_is_refused_and_not_told);
    CU_ADD_TEST(s, the_same_path_is_written_in_one_way);
    CU_ADD_TEST(s, paths_of_others_and_odd_ones_are_none);
    CU_ADD_TEST(s, an_event_has_the_path_of_its_calendar_and_name);
    CU_ADD_TEST(s, a_list_of_etags_is_read);
    CU_ADD_TEST(s, a_list_is_partial_if_something_was_refused_that_may_be_there);
    CU_ADD_TEST(s, an_address_that_is_only_asked_for_stays_as_it_stands);
    CU_ADD_TEST(s, prefixes_of_any_kind_are_read);
    CU_ADD_TEST(s, document_types_and_entities_are_refused);
    CU_ADD_TEST(s, what_is_no_answer_is_told_as_none);
    CU_ADD_TEST(s, an_etag_that_would_end_a_header_is_none);
    CU_ADD_TEST(s, events_are_compared_by_what_they_say);
}
