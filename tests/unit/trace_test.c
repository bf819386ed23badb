#include "adapters/workspace/trace.h"
#include "base/file.h"

#include <CUnit/CUnit.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char path[] = "/tmp/ledsaga-trace-XXXXXX";
static struct arena *arena;
static struct trace *trace;
static struct faults faults;

static int begin(void)
{
    int fd = mkstemp(path);
    arena = arena_new();
    return fd < 0 || close(fd) != 0;
}

static int end(void)
{
    arena_free(arena);
    return unlink(path);
}

static void trace_anew(void)
{
    faults = (struct faults){0};
    CU_ASSERT_EQUAL_FATAL(trace_begin(arena, path, &trace, &faults), STATUS_OK);
}

/* The file's lines after the trace was ended without a result. */
static int lines_written(void)
{
    char *data;
    size_t length;
    int n = 0;
    CU_ASSERT_EQUAL(trace_end(trace, NULL, &faults), STATUS_OK);
    CU_ASSERT_EQUAL_FATAL(file_read(arena, path, &data, &length, &faults), STATUS_OK);
    for (size_t i = 0; i < length; i++)
        n += data[i] == '\n';
    return n;
}

static struct progress at(double seconds)
{
    return (struct progress){.phase = "search", .rights = {900, 800}, .rest = {70, 0},
                             .served = 3, .requests = 4, .seconds = seconds};
}

static void a_line_has_every_field(void)
{
    struct progress now = at(1.23456);
    char *line = trace_line(&now);
    CU_ASSERT_STRING_EQUAL(line,
                           "{\"seconds\":1.235,\"phase\":\"search\",\"served\":3,\"requests\":4,"
                           "\"tiers\":[{\"name\":\"rights\",\"value\":900,\"bound\":800},"
                           "{\"name\":\"rest\",\"value\":70,\"bound\":0}]}");
    free(line);
}

static void what_has_not_changed_waits(void)
{
    struct progress first = at(1.0), soon = at(1.1), later = at(1.25), late = at(1.4);
    trace_anew();
    trace_tell(trace, &first);
    trace_tell(trace, &soon);
    trace_tell(trace, &later);
    trace_tell(trace, &late);
    CU_ASSERT_EQUAL(lines_written(), 2);
}

static void what_has_changed_does_not_wait(void)
{
    struct progress now = at(1.0);
    trace_anew();
    trace_tell(trace, &now);
    now.phase = "prove rights";
    trace_tell(trace, &now);
    now.rights.value--;
    trace_tell(trace, &now);
    now.rights.bound++;
    trace_tell(trace, &now);
    now.rest.value--;
    trace_tell(trace, &now);
    now.rest.bound++;
    trace_tell(trace, &now);
    CU_ASSERT_EQUAL(lines_written(), 6);
}

static void requests_served_are_no_news(void)
{
    struct progress now = at(1.0);
    trace_anew();
    trace_tell(trace, &now);
    now.served++;
    trace_tell(trace, &now);
    CU_ASSERT_EQUAL(lines_written(), 1);
}

static void the_result_is_told_even_if_it_is_no_news(void)
{
    struct progress now = at(1.0);
    char *data;
    size_t length;
    trace_anew();
    trace_tell(trace, &now);
    CU_ASSERT_EQUAL(trace_end(trace, &now, &faults), STATUS_OK);
    CU_ASSERT_EQUAL_FATAL(file_read(arena, path, &data, &length, &faults), STATUS_OK);
    char *second = strchr(data, '\n') + 1;
    CU_ASSERT_EQUAL(strncmp(data, second, (size_t)(second - data)), 0);
}

static void a_write_that_failed_is_told_at_the_end(void)
{
    struct progress now = at(1.0);
    faults = (struct faults){0};
    CU_ASSERT_EQUAL_FATAL(trace_begin(arena, "/dev/full", &trace, &faults), STATUS_OK);
    trace_tell(trace, &now);
    CU_ASSERT_EQUAL(faults.seen, 0);
    CU_ASSERT_EQUAL(trace_end(trace, &now, &faults), STATUS_UNWRITABLE);
    CU_ASSERT_EQUAL(faults.seen, 1);
}

void trace_suite(void)
{
    CU_pSuite s = CU_add_suite("trace", begin, end);
    CU_add_test(s, "a line has every field", a_line_has_every_field);
    CU_add_test(s, "what has not changed waits", what_has_not_changed_waits);
    CU_add_test(s, "what has changed does not wait", what_has_changed_does_not_wait);
    CU_add_test(s, "requests served are no news", requests_served_are_no_news);
    CU_add_test(s, "the result is told even if it is no news",
                the_result_is_told_even_if_it_is_no_news);
    CU_add_test(s, "a write that failed is told at the end",
                a_write_that_failed_is_told_at_the_end);
}
