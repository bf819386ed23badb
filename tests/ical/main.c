/* What the reader of calendars makes of files, as lines of words with tabs between them:
 *
 *     F name whole method n_begun          a file that was read
 *     X name status what                   one that was not
 *     E row kind fate line uid summary start rule flags reason
 *     I row start end original             UTC, as 20260301T090000Z
 *     N line text
 *
 *   run [--here] [--from YYYYMMDD] [--to YYYYMMDD] FILE...   --here: in this process
 *   run --mutate ROUNDS SEED FILE...      damaged copies of the files, in this process */
#include "adapters/ical/ical.h"
#include "base/chance.h"
#include "base/file.h"
#include "ledsaga/week.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>

struct wish {
    bool here;
    struct ical_window window;
};

/* ---- printing ----------------------------------------------------------------- */

static void print_text(const char *text)
{
    putchar('\t');
    for (; *text; text++)
        switch (*text) {
        case '\n': fputs("\\n", stdout); break;
        case '\t': fputs("\\t", stdout); break;
        case '\\': fputs("\\\\", stdout); break;
        default: putchar(*text);
        }
}

static void print_utc(int64_t utc)
{
    int64_t day = utc / 86400 - (utc % 86400 < 0);
    int second = (int)(utc - day * 86400), year, month, mday;

    date_of_days(day, &year, &month, &mday);
    printf("\t%04d%02d%02dT%02d%02d%02dZ", year, month, mday, second / 3600,
           second / 60 % 60, second % 60);
}

/* What stands behind the colon of the event's own first line of that name. */
static void print_raw(const struct ical_event *e, const char *name)
{
    char value[4096] = "";
    int depth = 0;

    for (const char *line = e->raw; *line && !*value; line = strchr(line, '\n') + 1) {
        size_t n = strcspn(line, ";:\n");

        depth += strncasecmp(line, "BEGIN:", 6) == 0;
        depth -= strncasecmp(line, "END:", 4) == 0;
        if (depth == 1 && n == strlen(name) && strncasecmp(line, name, n) == 0)
            snprintf(value, sizeof value, "%.*s", (int)(strcspn(line + n, "\n")), line + n);
    }
    print_text(value);
}

/* What else an event is, in words. */
static void print_flags(const struct ical_event *e)
{
    static const char *const BUSY[] = {"", " busy", " free", " tentative-busy", " away"};
    char flags[256];

    snprintf(flags, sizeof flags, "%s%s%s%s%s%s%s%s%s", e->all_day ? " days" : "",
             e->opaque ? "" : " transparent", e->cancelled ? " cancelled" : "",
             e->tentative ? " tentative" : "", e->private ? " private" : "",
             e->recurring ? " recurring" : "", e->overrides ? " overrides" : "",
             e->onwards ? " onwards" : "", BUSY[e->busy]);
    if (e->parent >= 0)
        snprintf(flags + strlen(flags), sizeof flags - strlen(flags), " of-%d", e->parent);
    if (e->priority)
        snprintf(flags + strlen(flags), sizeof flags - strlen(flags), " priority-%d",
                 e->priority);
    if (e->sequence)
        snprintf(flags + strlen(flags), sizeof flags - strlen(flags), " sequence-%d",
                 e->sequence);
    print_text(*flags ? flags + 1 : "");
}

static void print_file(const struct ical_file *file)
{
    printf("F\t%s\t%s", file->name, file->whole ? "whole" : "broken");
    print_text(file->method);
    printf("\t%d\n", file->n_begun);
    for (int i = 0; i < file->n_events; i++) {
        const struct ical_event *e = &file->events[i];

        printf("E\t%d\t%s\t%s\t%d", i, ical_kind_word(e->kind), ical_fate_word(e->fate),
               e->line);
        print_text(e->uid);
        print_text(e->summary);
        print_raw(e, "DTSTART");
        print_raw(e, "RRULE");
        print_flags(e);
        print_text(e->reason ? e->reason : "");
        putchar('\n');
    }
    for (int i = 0; i < file->n_instances; i++) {
        printf("I\t%d", file->instances[i].event);
        print_utc(file->instances[i].start_utc);
        print_utc(file->instances[i].end_utc);
        print_utc(file->instances[i].original_utc);
        putchar('\n');
    }
    for (int i = 0; i < file->n_notes; i++) {
        printf("N\t%d", file->notes[i].line);
        print_text(file->notes[i].text);
        putchar('\n');
    }
}

static int print_path(const char *path, const struct wish *wish)
{
    struct arena *a = arena_new();
    struct faults f = {0};
    const struct ical_file *file;
    char *bytes;
    size_t length;
    enum status s = file_read(a, path, &bytes, &length, &f);

    if (s == STATUS_OK)
        s = (wish->here ? ical_read : ical_read_guarded)(a, path, bytes, length,
                                                          &wish->window, &file, &f);
    if (s == STATUS_OK)
        print_file(file);
    else
        printf("X\t%s\t%s\t%s%s%s %s\n", path, status_name(s), f.list[0].place,
               *f.list[0].place ? ": " : "", f.list[0].what, f.list[0].remedy);
    arena_free(a);
    fflush(stdout);
    return s != STATUS_OK;
}

/* ---- damaging ----------------------------------------------------------------- */

struct copy {
    char *bytes;
    size_t length, room;
};

static size_t some_place(struct chance *c, size_t length)
{
    return length ? (size_t)(chance_bits(c) % length) : 0;
}

static void cut_out(struct copy *copy, size_t at, size_t n)
{
    memmove(copy->bytes + at, copy->bytes + at + n, copy->length - at - n);
    copy->length -= n;
}

static void put_in(struct copy *copy, size_t at, const char *what, size_t n)
{
    if (copy->length + n > copy->room)
        return;
    memmove(copy->bytes + at + n, copy->bytes + at, copy->length - at);
    memmove(copy->bytes + at, what, n);
    copy->length += n;
}

/* The line around a place: where it begins and how long it is with its end. */
static size_t line_at(const struct copy *copy, size_t at, size_t *n)
{
    size_t from = at, to = at;

    while (from > 0 && copy->bytes[from - 1] != '\n')
        from--;
    while (to < copy->length && copy->bytes[to] != '\n')
        to++;
    *n = to - from + (to < copy->length);
    return from;
}

static void damage_line(struct copy *copy, struct chance *c, bool twice)
{
    char line[1 << 12];
    size_t n, at = line_at(copy, some_place(c, copy->length), &n);

    if (n > sizeof line)
        n = sizeof line;
    memcpy(line, copy->bytes + at, n);
    if (!twice)
        cut_out(copy, at, n);
    put_in(copy, some_place(c, copy->length), line, n);
}

/* Words that lead somewhere, put where they do not belong. */
static void put_word(struct copy *copy, struct chance *c)
{
    static const char *const WORDS[] = {
        "\r\nBEGIN:VEVENT\r\n", "\r\nEND:VEVENT\r\n", "\r\nEND:VCALENDAR\r\n",
        "\r\nBEGIN:VALARM\r\n", "\r\nRRULE:FREQ=DAILY\r\n", "\r\nDTSTART:20260301T100000\r\n",
        "\r\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260303T100000Z\r\n",
        "\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n", "\r\nUID:1@x\r\n", "\r\n ",
        ";TZID=Europe/Stockholm", ";VALUE=DATE", ";VALUE=PERIOD", "99999999", "-", "\"", ",",
        ";", ":", "\xff", "\xc3", "T", "Z", "P1D", "\\", "(", "^"};
    const char *word = WORDS[chance_below(c, (int)(sizeof WORDS / sizeof *WORDS))];

    put_in(copy, some_place(c, copy->length), word, strlen(word));
}

static void damage(struct copy *copy, struct chance *c)
{
    size_t at = some_place(c, copy->length);

    if (!copy->length)
        return;
    switch (chance_below(c, 7)) {
    case 0: copy->bytes[at] ^= (char)(1 << chance_below(c, 8)); break;
    case 1: copy->bytes[at] = (char)chance_bits(c); break;
    case 2: cut_out(copy, at, 1 + some_place(c, copy->length - at > 30 ? 30 : 1)); break;
    case 3: damage_line(copy, c, false); break;
    case 4: damage_line(copy, c, true); break;
    case 5: copy->length -= chance_one_in(c, 20) ? some_place(c, copy->length) : 0; break;
    default: put_word(copy, c); break;
    }
}

/* What holds of every file, however damaged. */
static void check_whole(const struct ical_file *file, const struct ical_window *w)
{
    int events = 0;

    for (int i = 0; i < file->n_events; i++) {
        const struct ical_event *e = &file->events[i];

        events += e->kind == ICAL_EVENT;
        require((e->fate == ICAL_REJECTED) <= (e->reason != NULL), "a rejection has a reason");
        require(e->parent < file->n_events, "a parent is a row");
        require(*e->uid, "every component has a UID");
    }
    require(events == file->n_begun, "every BEGIN:VEVENT has one fate");
    for (int i = 0; i < file->n_instances; i++) {
        const struct ical_instance *x = &file->instances[i];

        require(file->events[x->event].fate == ICAL_READ, "what has times was read");
        require(x->start_utc <= x->end_utc, "time goes forward");
        require(x->start_utc < w->to_utc && x->end_utc >= w->from_utc, "times are in the window");
        require(!i || x[-1].start_utc <= x->start_utc, "times are in order");
    }
}

static double seconds_used(void)
{
    struct rusage u;

    getrusage(RUSAGE_SELF, &u);
    return (double)u.ru_utime.tv_sec + (double)u.ru_utime.tv_usec / 1e6;
}

static int mutate(int rounds, uint64_t seed, char **paths, int n, const struct wish *wish)
{
    struct chance c;
    double slowest = 0;
    int read = 0;

    chance_seed(&c, seed);
    for (int i = 0; i < rounds; i++) {
        struct arena *a = arena_new();
        struct faults f = {0};
        const struct ical_file *file;
        struct copy copy;
        double began = seconds_used();
        char *bytes;

        if (file_read(a, paths[chance_below(&c, n)], &bytes, &copy.length, &f) != STATUS_OK)
            return 1;
        copy.room = 2 * copy.length + 4096;
        copy.bytes = arena_grow(a, bytes, copy.length, copy.room, 1);
        for (int times = 1 + chance_below(&c, 8); times > 0; times--)
            damage(&copy, &c);
        if (ical_read(a, "damaged", copy.bytes, copy.length, &wish->window, &file, &f) ==
            STATUS_OK) {
            check_whole(file, &wish->window);
            read++;
        }
        if (seconds_used() - began > slowest)
            slowest = seconds_used() - began;
        arena_free(a);
    }
    printf("%d damaged files: %d read, %d not; the slowest took %.1f s\n", rounds, read,
           rounds - read, slowest);
    return slowest > 10;
}

/* ---- the command line ------------------------------------------------------------ */

static int64_t day_of(const char *text)
{
    int n = atoi(text);

    return date_days(n / 10000, n / 100 % 100, n % 100) * 86400;
}

int main(int argc, char **argv)
{
    struct wish wish = {false, {day_of("20260101"), day_of("20270401"), "Europe/Stockholm"}};
    int i = 1, failed = 0;

    for (; i < argc && strncmp(argv[i], "--", 2) == 0; i++)
        if (strcmp(argv[i], "--here") == 0)
            wish.here = true;
        else if (strcmp(argv[i], "--from") == 0 && i + 1 < argc)
            wish.window.from_utc = day_of(argv[++i]);
        else if (strcmp(argv[i], "--to") == 0 && i + 1 < argc)
            wish.window.to_utc = day_of(argv[++i]);
        else if (strcmp(argv[i], "--mutate") == 0 && i + 3 < argc)
            return mutate(atoi(argv[i + 1]), strtoull(argv[i + 2], NULL, 10), argv + i + 3,
                          argc - i - 3, &wish);
        else
            return 2;
    for (; i < argc; i++)
        failed |= print_path(argv[i], &wish);
    return failed;
}
