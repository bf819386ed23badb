#include "app/help.h"

#include "base/text.h"

#include <string.h>

enum { COLUMNS = 80 };

/* Words of `s` in lines that begin at column `indent`; the first line is taken
 * to stand there already. */
static void wrapped_add(struct text *t, const char *s, int indent)
{
    int column = indent;
    while (*s) {
        size_t length = strcspn(s, " ");
        const char *word = arena_print(t->arena, "%.*s", (int)length, s);
        int width = text_columns(word);
        if (column > indent && column + 1 + width > COLUMNS) {
            text_print(t, "\n%*s", indent, "");
            column = indent;
        } else if (column > indent) {
            text_add(t, " ");
            column++;
        }
        text_add(t, word);
        column += width;
        s += length;
        s += strspn(s, " ");
    }
    text_add(t, "\n");
}

/* "  name        text": the text from column `indent` on. */
static void row_add(struct text *t, const char *name, const char *text,
                    int indent)
{
    int gap = indent - 2 - text_columns(name);
    if (gap >= 2)
        text_print(t, "  %s%*s", name, gap, "");
    else
        text_print(t, "  %s\n%*s", name, indent, "");
    wrapped_add(t, text, indent);
}

static const char *option_text(struct arena *a, const struct option_row *row)
{
    struct text t = text_new(a);
    const char *word, *meaning;
    text_add(&t, _(row->text));
    if (row->kind == KIND_CHOICE) {
        for (int i = 0; (word = row->choice(i, &meaning)); i++)
            text_print(&t, "%s%s", i ? ", " : ": ", word);
    }
    if (row->fallback) {
        text_add(&t, " ");
        text_print(&t, _("(default %s)"), row->fallback);
    }
    return text_done(&t);
}

static void option_add(struct arena *a, struct text *t,
                       const struct option_row *row)
{
    struct text name = text_new(a);
    if (row->letter)
        text_print(&name, "-%c, --%s", row->letter, row->name);
    else
        text_print(&name, "    --%s", row->name);
    if (row->argument)
        text_print(&name, "=%s", row->argument);
    row_add(t, text_done(&name), option_text(a, row), 26);
}

const char *help_command(struct arena *a, const struct command *c)
{
    struct text t = text_new(a);
    text_add(&t, _("Usage:"));
    text_print(&t, " ledsaga %s%s%s %s\n", c->name, *c->operands ? " " : "",
               c->operands, _("[OPTION]..."));
    wrapped_add(&t, _(c->more), 0);
    text_print(&t, "\n%s\n", _("Options:"));
    for (const enum option_id *id = c->options; *id != OPTION_END; id++)
        option_add(a, &t, &OPTION_ROWS[*id]);
    text_print(&t, "\n%s\n  ledsaga %s\n", _("Example:"), c->example);
    return text_done(&t);
}

const char *help_program(struct arena *a)
{
    struct text t = text_new(a);
    text_print(&t, "%s ledsaga %s\n", _("Usage:"),
               _("COMMAND [ARGUMENT] [OPTION]..."));
    wrapped_add(&t, _("Makes the weekly roster of an escort service: matches "
                      "escorts to what clients wish for and were granted, "
                      "proves how good the roster is, and says why."), 0);
    text_print(&t, "\n%s\n", _("Commands:"));
    for (const struct command *c = COMMANDS; c->name; c++)
        row_add(&t, c->name, _(c->text), 12);
    text_print(&t, "\n%s\n", _("Exit codes:"));
    for (int s = 0; s < STATUS_COUNT; s++)
        row_add(&t, arena_print(a, "%3d", status_exit_code((enum status)s)),
                _(status_sentence((enum status)s)), 8);
    text_print(&t, "\n%s\n",
               _("'ledsaga help COMMAND' tells more about one of them."));
    return text_done(&t);
}
