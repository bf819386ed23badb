/* The language follows --lang, else LC_ALL, LC_MESSAGES, LANG and LANGUAGE as
 * gettext's manual says, with one difference: Swedish is spoken also where the
 * locale sv_SE was never generated, as on a fresh machine or in a container.
 * There setlocale() would refuse and gettext stay silent; so any locale that
 * exists is taken for the messages (gettext ignores LANGUAGE only under "C", in
 * newer C libraries under "C.UTF-8" too, which therefore comes last) and
 * LANGUAGE says the rest. All output is UTF-8. Numbers stay in the C locale:
 * files are read and written with them. */
#include "app/language.h"

#include "app/options.h"
#include "base/text.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const LANGUAGES[][2] = {
    {"sv", "svenska"},
    {"en", "English"},
};
enum { N_LANGUAGES = sizeof LANGUAGES / sizeof *LANGUAGES };

const char *language_choice(int i, const char **text)
{
    *text = i < N_LANGUAGES ? LANGUAGES[i][1] : NULL;
    return i < N_LANGUAGES ? LANGUAGES[i][0] : NULL;
}

static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

/* "sv", "sv_SE.UTF-8", "sv:en" -> the row of sv; -1 if it is none of ours. */
static int language_of(const char *locale)
{
    size_t length = strcspn(locale, "_.@:");
    for (int i = 0; i < N_LANGUAGES; i++)
        if (length == strlen(LANGUAGES[i][0]) &&
            strncmp(locale, LANGUAGES[i][0], length) == 0)
            return i;
    return -1;
}

/* The command line is read for --lang before it is parsed, so that also what is
 * wrong with it is said in that language. */
static int language_asked(int argc, char **argv)
{
    static const char flag[] = "--lang";
    int asked = -1;
    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], flag, strlen(flag)) != 0)
            continue;
        const char *rest = argv[i] + strlen(flag);
        if (*rest == '=')
            asked = language_of(rest + 1);
        else if (!*rest && argv[i + 1])
            asked = language_of(argv[i + 1]);
    }
    return asked;
}

static int language_of_environment(void)
{
    const char *locale = variable("LC_ALL");
    if (!locale)
        locale = variable("LC_MESSAGES");
    if (!locale)
        locale = variable("LANG");
    if (locale && (strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0))
        return -1;
    const char *list = variable("LANGUAGE");
    for (; list && *list; list += strspn(list, ":")) {
        int found = language_of(list);
        if (found >= 0)
            return found;
        list += strcspn(list, ":");
    }
    return locale ? language_of(locale) : -1;
}

static void locale_set(void)
{
    static const char *const existing[] = {"sv_SE.UTF-8", "en_US.UTF-8",
                                           "en_GB.UTF-8", "C.UTF-8"};
    for (size_t i = 0; i < sizeof existing / sizeof *existing; i++)
        if (setlocale(LC_MESSAGES, existing[i])) {
            setlocale(LC_CTYPE, existing[i]);
            return;
        }
}

/* build/MODE/ledsaga has build/locale beside it; PREFIX/bin/ledsaga has
 * PREFIX/share/locale. */
static void translations_find(void)
{
    char folder[4096], path[4200];
    ssize_t length = readlink("/proc/self/exe", folder, sizeof folder - 1);
    if (length <= 0)
        return;
    folder[length] = 0;
    *strrchr(folder, '/') = 0;
    snprintf(path, sizeof path, "%s/../locale", folder);
    if (access(path, R_OK) != 0)
        snprintf(path, sizeof path, "%s/../share/locale", folder);
    bindtextdomain(TEXT_DOMAIN, path);
    bind_textdomain_codeset(TEXT_DOMAIN, "UTF-8");
}

void language_begin(int argc, char **argv)
{
    int language = language_asked(argc, argv);
    if (language < 0)
        language = language_of_environment();
    locale_set();
    text_language(language >= 0 ? LANGUAGES[language][0] : "en");
    translations_find();
}
