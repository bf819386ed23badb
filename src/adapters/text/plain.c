/* Making text from files safe to print. The table of well-formed sequences is
 * Unicode's (chapter 3, table 3-7): shortest forms only, no surrogates, nothing
 * above U+10FFFF. */
#include "adapters/text/plain.h"

#include "base/text.h"

#include <stdbool.h>
#include <string.h>

static bool between(unsigned char c, unsigned least, unsigned most)
{
    return c >= least && c <= most;
}

size_t utf8_length(const char *s)
{
    const unsigned char *u = (const unsigned char *)s;
    unsigned least = 0x80, most = 0xbf;
    size_t length;
    if (between(u[0], 1, 0x7f))
        return 1;
    if (between(u[0], 0xc2, 0xdf))
        length = 2;
    else if (between(u[0], 0xe0, 0xef))
        length = 3;
    else if (between(u[0], 0xf0, 0xf4))
        length = 4;
    else
        return 0;
    if (u[0] == 0xe0)
        least = 0xa0;
    if (u[0] == 0xed)
        most = 0x9f;
    if (u[0] == 0xf0)
        least = 0x90;
    if (u[0] == 0xf4)
        most = 0x8f;
    if (!between(u[1], least, most))
        return 0;
    for (size_t i = 2; i < length; i++)
        if (!between(u[i], 0x80, 0xbf))
            return 0;
    return length;
}

/* U+0000..U+001F, U+007F..U+009F */
static bool is_control(const char *s)
{
    unsigned char c = (unsigned char)s[0], d = (unsigned char)s[1];
    return c < 0x20 || c == 0x7f || (c == 0xc2 && d < 0xa0);
}

/* Embeddings, overrides and isolates: what follows them is shown in another
 * order than it is written. U+202A..U+202E, U+2066..U+2069 */
static bool is_direction(const char *s)
{
    const unsigned char *u = (const unsigned char *)s;
    return u[0] == 0xe2 && ((u[1] == 0x80 && between(u[2], 0xaa, 0xae)) ||
                            (u[1] == 0x81 && between(u[2], 0xa6, 0xa9)));
}

static long code_point(const char *s, size_t length)
{
    static const unsigned char LEAD[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    long code = (unsigned char)s[0] & LEAD[length];
    for (size_t i = 1; i < length; i++)
        code = code << 6 | ((unsigned char)s[i] & 0x3f);
    return code;
}

long plain_hidden(const char *s)
{
    for (size_t n; *s && (n = utf8_length(s)) > 0; s += n)
        if (is_control(s) || is_direction(s))
            return code_point(s, n);
    return 0;
}

static bool is_clean(const char *s)
{
    for (size_t n; *s; s += n) {
        n = utf8_length(s);
        if (n == 0 || is_control(s))
            return false;
    }
    return true;
}

static const char *control_becomes(const char *s, bool keep_lines)
{
    if (keep_lines)
        return *s == '\n' ? "\n" : "";
    if (*s == '\r' && s[1] == '\n')
        return "";
    return strchr("\t\n\v\f\r", *s) ? " " : "";
}

static const char *cleaned(struct arena *a, const char *s, bool keep_lines)
{
    if (is_clean(s))
        return s;
    struct text t = text_new(a);
    while (*s) {
        size_t n = utf8_length(s);
        if (n == 0)
            text_add(&t, "\xef\xbf\xbd");
        else if (is_control(s))
            text_add(&t, control_becomes(s, keep_lines));
        else
            text_add_bytes(&t, s, n);
        s += n ? n : 1;
    }
    return text_done(&t);
}

const char *plain_line(struct arena *a, const char *s)
{
    return cleaned(a, s, false);
}

const char *plain_lines(struct arena *a, const char *s)
{
    return cleaned(a, s, true);
}
