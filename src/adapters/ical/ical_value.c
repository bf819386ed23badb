#include "adapters/ical/ical_value.h"

#include "adapters/text/plain.h"
#include "base/text.h"
#include "ledsaga/week.h"

#include <string.h>
#include <strings.h>

/* ---- content lines -------------------------------------------------------- */

static const struct {
    const char *word;
    size_t length;
    bool decides;
} PROPERTIES[] = {
#define X(name, word, deciding) {word, sizeof word - 1, deciding},
    ICAL_PROPERTY_LIST(X)
#undef X
};

const char *property_word(enum property_name name)
{
    return PROPERTIES[name].word;
}

bool property_decides(enum property_name name)
{
    return name < PROPERTY_OTHER && PROPERTIES[name].decides;
}

static bool is_name(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '_' || c == '.';
}

static size_t name_length(const char *line)
{
    size_t n = 0;

    while (is_name(line[n]))
        n++;
    return n;
}

enum property_name property_of_line(const char *line)
{
    size_t n = name_length(line);

    if (n == 0)
        return PROPERTY_NONE;
    for (int i = 0; i < PROPERTY_OTHER; i++)
        if (n == PROPERTIES[i].length && strncasecmp(line, PROPERTIES[i].word, n) == 0)
            return (enum property_name)i;
    return PROPERTY_OTHER;
}

/* Past one parameter value: quoted, or up to one of the ends. Microsoft writes zones as
 * (UTC+01:00) Amsterdam, Berlin and tzone://Microsoft/Utc without quotes, so that a colon
 * in round brackets, or before two slashes, is no end. */
static const char *skip_value(const char *s, const char *ends)
{
    bool quoted = false, bracketed = false;

    for (; *s; s++) {
        if (*s == '"')
            quoted = !quoted;
        else if (quoted)
            continue;
        else if (*s == '(' || *s == ')')
            bracketed = *s == '(' && strchr(s, ')');
        else if (strchr(ends, *s) &&
                 !(*s == ':' && (bracketed || strncmp(s, "://", 3) == 0)))
            break;
    }
    return quoted ? NULL : s;
}

bool property_scan(struct arena *a, const char *line, struct property *out)
{
    const char *at = line + name_length(line);
    const char *from;

    out->name = property_of_line(line);
    if (out->name == PROPERTY_NONE)
        return false;
    at += strspn(at, " \t");
    if (*at != ';' && *at != ':')
        return false;
    from = at;
    at = *at == ':' ? at : skip_value(at, ":");
    if (!at || *at != ':')
        return false;
    out->parameters = at == from ? "" : arena_print(a, "%.*s", (int)(at - from), from);
    out->value = at + 1;
    return true;
}

/* RFC 6868: ^n newline, ^' quote, ^^ itself; quotes around and between values go. */
static const char *decode_parameter(struct arena *a, const char *from, size_t n)
{
    char *out = arena_alloc(a, n + 1, 1), *end = out;

    for (size_t i = 0; i < n; i++) {
        char next = i + 1 < n ? from[i + 1] : '\0';

        if (from[i] == '"')
            continue;
        if (from[i] == '^' && next && strchr("n'^", next)) {
            *end++ = next == 'n' ? '\n' : next == '\'' ? '"' : '^';
            i++;
        } else {
            *end++ = from[i];
        }
    }
    return value_trimmed(a, out);
}

const char *property_parameter(struct arena *a, const struct property *p,
                               const char *name)
{
    size_t n = strlen(name);

    for (const char *at = p->parameters; at && *at == ';';) {
        const char *word = at + 1 + strspn(at + 1, " \t");
        const char *equals = word + name_length(word), *end;

        end = skip_value(word, ";");
        equals += strspn(equals, " \t");
        if (end && *equals == '=' && strncasecmp(word, name, n) == 0 &&
            name_length(word) == n)
            return decode_parameter(a, equals + 1, (size_t)(end - equals - 1));
        at = end;
    }
    return NULL;
}

/* ---- numbers and times ---------------------------------------------------- */

static const char *skip_blanks(const char *s)
{
    return s + strspn(s, " \t");
}

/* Exactly n digits from *at on, which moves past them. */
static bool digits(const char **at, int n, int *out)
{
    *out = 0;
    for (int i = 0; i < n; i++, (*at)++) {
        if (**at < '0' || **at > '9')
            return false;
        *out = *out * 10 + (**at - '0');
    }
    return true;
}

/* One to nine digits. */
static bool number(const char **at, int *out)
{
    int n = (int)strspn(*at, "0123456789");

    return n >= 1 && n <= 9 && digits(at, n, out);
}

static bool ended(const char *at)
{
    return *skip_blanks(at) == '\0';
}

bool value_int(const char *text, int least, int most, int *out)
{
    const char *at = skip_blanks(text);
    int sign = *at == '-' ? -1 : 1, n;

    at += *at == '-' || *at == '+';
    if (!number(&at, &n) || !ended(at) || sign * n < least || sign * n > most)
        return false;
    *out = sign * n;
    return true;
}

bool value_time(const char *text, struct clock_value *out)
{
    const char *at = skip_blanks(text);
    int year, month, day, hour, minute, second;

    if (!digits(&at, 4, &year) || !digits(&at, 2, &month) || !digits(&at, 2, &day) ||
        year < 1 || !date_valid(year, month, day))
        return false;
    *out = (struct clock_value){.clock = date_days(year, month, day) * SECONDS_A_DAY};
    out->date = ended(at);
    if (out->date)
        return true;
    if (*at++ != 'T' || !digits(&at, 2, &hour) || !digits(&at, 2, &minute) ||
        !digits(&at, 2, &second) || hour > 23 || minute > 59 || second > 60)
        return false;
    out->clock += hour * 3600 + minute * 60 + (second > 59 ? 59 : second);
    out->utc = *at == 'Z';
    return ended(at + out->utc);
}

/* The part after T: hours, minutes, seconds in that order, each at most once. */
static bool scan_clock_part(const char **at, struct duration *out)
{
    static const int SECONDS[] = {3600, 60, 1};
    static const char UNITS[] = "HMS";
    int from = 0, n;

    while (**at >= '0' && **at <= '9') {
        const char *unit;

        if (!number(at, &n) || !**at)
            return false;
        unit = strchr(UNITS + from, *(*at)++);
        if (!unit)
            return false;
        out->seconds += (int64_t)n * SECONDS[unit - UNITS];
        from = (int)(unit - UNITS) + 1;
    }
    return from > 0;
}

bool value_duration(const char *text, struct duration *out)
{
    const char *at = skip_blanks(text);
    const int64_t most = INT64_C(100) * 366;
    int n;

    *out = (struct duration){0};
    at += *at == '+';
    if (*at++ != 'P')
        return false;
    if (*at != 'T') {
        if (!number(&at, &n) || (*at != 'W' && *at != 'D'))
            return false;
        out->days = *at == 'W' ? (int64_t)n * 7 : n;
        if (*at++ == 'W' || *at != 'T')
            return ended(at) && out->days < most;
    }
    at++;
    return scan_clock_part(&at, out) && ended(at) &&
           out->days + out->seconds / SECONDS_A_DAY < most;
}

bool value_offset(const char *text, int *out)
{
    const char *at = skip_blanks(text);
    int sign = *at == '-' ? -1 : 1, hours, minutes, seconds = 0;

    if (*at != '-' && *at != '+')
        return false;
    at++;
    if (!digits(&at, 2, &hours) || !digits(&at, 2, &minutes) || hours > 23 ||
        minutes > 59)
        return false;
    if (!ended(at) && (!digits(&at, 2, &seconds) || seconds > 59 || !ended(at)))
        return false;
    *out = sign * (hours * 3600 + minutes * 60 + seconds);
    return true;
}

/* ---- texts ---------------------------------------------------------------- */

const char *value_text(struct arena *a, const char *text)
{
    char *out = arena_alloc(a, strlen(text) + 1, 1), *end = out;

    for (; *text; text++) {
        bool escaped = *text == '\\' && text[1] && strchr("\\;,nN", text[1]);

        if (escaped)
            text++;
        *end++ = escaped && (*text == 'n' || *text == 'N') ? '\n' : *text;
    }
    return plain_lines(a, out);
}

const char *value_item(struct arena *a, const char **rest)
{
    const char *from = *rest, *at = from;

    while (*at && *at != ',')
        at += at[0] == '\\' && at[1] ? 2 : 1;
    *rest = *at ? at + 1 : NULL;
    return arena_print(a, "%.*s", (int)(at - from), from);
}

const char *value_trimmed(struct arena *a, const char *text)
{
    size_t n;

    text = skip_blanks(text);
    n = strlen(text);
    while (n && (text[n - 1] == ' ' || text[n - 1] == '\t'))
        n--;
    return text[n] ? arena_print(a, "%.*s", (int)n, text) : text;
}
