/* One's own week as plain text, for messages, e-mail and braille: the words of the page
 * without what only leads somewhere, a sentence a line or more, at most 55 characters each.
 * Nothing is drawn and nothing aligned: a braille line is short, and a voice would read the
 * signs out. */
#include "adapters/calendar/own_week.h"

#include "adapters/text/plain.h"
#include "base/text.h"

#include <string.h>

enum { LINE_MOST = 55 };

static int characters(const char *s, size_t bytes)
{
    int n = 0;
    for (size_t i = 0; i < bytes; i++)
        n += ((unsigned char)s[i] & 0xc0) != 0x80;
    return n;
}

/* The bytes of the word that fit a line; a longer one is cut between characters. */
static size_t word_bytes(const char *s)
{
    size_t end = strcspn(s, " "), n = 0;
    for (int i = 0; i < LINE_MOST && n < end; i++)
        n += utf8_length(s + n);
    return n;
}

static void line(struct text *t, const char *sentence)
{
    int column = 0;
    sentence = plain_line(t->arena, sentence);
    for (sentence += strspn(sentence, " "); *sentence; sentence += strspn(sentence, " ")) {
        size_t bytes = word_bytes(sentence);
        int width = characters(sentence, bytes);
        if (column > 0 && column + 1 + width > LINE_MOST) {
            text_add(t, "\n");
            column = 0;
        } else if (column > 0) {
            text_add(t, " ");
            column++;
        }
        text_add_bytes(t, sentence, bytes);
        column += width;
        sentence += bytes;
    }
    text_add(t, "\n");
}

static bool only_leads(const struct own_said *s)
{
    const struct own_mark *m = &s->marks[0];
    return m->phrase && m->address && strcmp(m->phrase, s->text) == 0;
}

static void lines(struct text *t, const struct own_said_list *list)
{
    for (int i = 0; i < list->n; i++)
        if (!only_leads(&list->items[i]))
            line(t, list->items[i].text);
}

static void visit(struct text *t, const struct own_visit *v)
{
    line(t, v->heading);
    lines(t, &v->news);
    lines(t, &v->facts);
}

static void day(struct text *t, const struct own_day *d)
{
    text_add(t, "\n");
    line(t, d->heading.text);
    lines(t, &d->notes);
    for (int i = 0; i < d->n; i++) {
        text_add(t, i > 0 || d->notes.n > 0 ? "\n" : "");
        visit(t, &d->visits[i]);
    }
}

const char *own_week_text(struct arena *a, const struct own_week *w)
{
    struct text t = text_new(a);
    struct own_view v = own_view(a, w);
    line(&t, v.heading);
    lines(&t, &v.week);
    lines(&t, &v.lead);
    lines(&t, &v.next_visit);
    lines(&t, &v.help);
    for (int i = 0; i < DAYS; i++)
        day(&t, &v.days[i]);
    text_add(&t, "\n");
    lines(&t, &v.foot);
    return text_done(&t);
}
