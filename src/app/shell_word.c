#include "app/shell_word.h"

#include "base/text.h"

#include <string.h>

static const char PLAIN[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-+:@%,=";

const char *shell_word(struct arena *a, const char *text)
{
    struct text t = text_new(a);

    if (*text && text[strspn(text, PLAIN)] == '\0')
        return text;
    text_add(&t, "'");
    for (; *text; text++)
        text_print(&t, *text == '\'' ? "'\\''" : "%c", *text);
    text_add(&t, "'");
    return text_done(&t);
}
