/* The "calendar" objects of unit.json: at the top how the office wants calendars and
 * pages, in a client or an escort what that person wishes. They are no part of the
 * problem: a week need not be solved anew because somebody wants reminders. */
#include "adapters/text/json.h"
#include "base/text.h"
#include "ledsaga/calendar.h"
#include "ledsaga/workspace.h"

#include <string.h>

enum { ALARM_MOST = 7 * DAY };

/* The languages there are texts in. */
static const char *const LANGUAGES[] = {"sv", "en", NULL};

static void read_language(struct reader *r, const char **out)
{
    int language;

    if (reader_word(r, "language", OPTIONAL, LANGUAGES, &language))
        *out = LANGUAGES[language];
}

/* Printable ASCII without what ends an address in a page or a calendar. */
static bool address_clean(const char *text)
{
    for (; *text; text++)
        if (*text <= ' ' || *text > '~' || strchr("\"'<>\\^`{|}", *text))
            return false;
    return true;
}

static void read_web_address(struct reader *r, const char *key, const char **out)
{
    const char *text;

    if (!reader_text(r, key, OPTIONAL, &text))
        return;
    if (strncmp(text, "https://", 8) == 0 && text[8] != '\0' && address_clean(text))
        *out = text;
    else
        reader_fault(r, key, _("Write a whole address such as https://example.org/."),
                     _("%s is not a web address"), reader_quoted(r, text));
}

static void read_folder_address(struct arena *a, struct reader *r, const char **out)
{
    read_web_address(r, "url", out);
    if (*out && (*out)[strlen(*out) - 1] != '/')
        *out = arena_print(a, "%s/", *out);
}

static void read_phone(struct reader *r, const char **out)
{
    const char *text;

    if (!reader_text(r, "phone", OPTIONAL, &text))
        return;
    if (strcspn(text, "0123456789") < strlen(text) &&
        text[strspn(text, "0123456789+-() ")] == '\0')
        *out = text;
    else
        reader_fault(r, "phone", _("Write digits, spaces and hyphens, such as 0123-45 67 89."),
                     _("%s is not a telephone number"), reader_quoted(r, text));
}

static void read_email(struct reader *r, const char **out)
{
    const char *text;

    if (!reader_text(r, "email", OPTIONAL, &text))
        return;
    const char *at = strchr(text, '@');
    if (at && at > text && at[1] && !strchr(at + 1, '@') && address_clean(text))
        *out = text;
    else
        reader_fault(r, "email", _("Write an address such as office@example.org."),
                     _("%s is not an e-mail address"), reader_quoted(r, text));
}

/* A file in the folder of pictures, not elsewhere. */
static void read_picture(struct reader *r, const char **out)
{
    const char *text;

    if (!reader_name(r, "picture", OPTIONAL, &text))
        return;
    if (strchr(text, '/') || text[0] == '.')
        reader_fault(r, "picture", _("Name a file that lies in the folder of pictures."),
                     _("%s is not a file name"), reader_quoted(r, text));
    else
        *out = text;
}

static void read_wishes(struct reader *r, struct calendar_wishes *out)
{
    static const char *const KEYS[] = {"language", "alarm_minutes", "short_name",
                                       "picture", NULL};

    if (!reader_object(r, "calendar", OPTIONAL, KEYS))
        return;
    read_language(r, &out->language);
    reader_int(r, "alarm_minutes", OPTIONAL, 0, ALARM_MOST, &out->alarm_minutes);
    reader_name(r, "short_name", OPTIONAL, &out->short_name);
    read_picture(r, &out->picture);
    reader_leave(r);
}

static void read_office(struct arena *a, struct reader *r, struct calendar_settings *out)
{
    static const char *const KEYS[] = {"language", "phone", "email", "url",
                                       "pictures", "picture_credit", "statement",
                                       "addresses", NULL};

    if (!reader_object(r, "calendar", OPTIONAL, KEYS))
        return;
    read_language(r, &out->language);
    read_phone(r, &out->phone);
    read_email(r, &out->email);
    read_folder_address(a, r, &out->url);
    reader_name(r, "pictures", OPTIONAL, &out->pictures);
    reader_name(r, "picture_credit", OPTIONAL, &out->picture_credit);
    read_web_address(r, "statement", &out->statement);
    reader_bool(r, "addresses", OPTIONAL, &out->addresses);
    reader_leave(r);
}

/* Who is not in the problem is somebody the ordinary reader has complained of. */
static void read_people(struct reader *r, const struct problem *p, const char *list,
                        int (*find)(const struct problem *p, const char *id),
                        struct calendar_wishes *wishes)
{
    const char *id;

    if (!reader_list(r, list, OPTIONAL))
        return;
    while (reader_next(r)) {
        if (!reader_shape(r, NULL) || !reader_has(r, "calendar") ||
            !reader_own_id(r, list[0] == 'c' ? _("client") : _("escort"), &id))
            continue;
        int person = find(p, id);
        if (person != NONE)
            read_wishes(r, &wishes[person]);
    }
}

enum status calendar_settings_read(struct arena *a, const char *dir,
                                   const struct problem *p,
                                   const struct calendar_settings **out,
                                   struct faults *f)
{
    struct calendar_settings *settings = NEW(a, struct calendar_settings);
    struct calendar_wishes *clients = NEW_ARRAY(a, struct calendar_wishes, p->n_clients + 1);
    struct calendar_wishes *escorts = NEW_ARRAY(a, struct calendar_wishes, p->n_escorts + 1);
    int seen = f->seen;
    struct reader *r = reader_open(a, arena_print(a, "%s/unit.json", dir), f);

    if (!r)
        return faults_status(f);
    if (reader_shape(r, NULL)) {
        read_office(a, r, settings);
        read_people(r, p, "clients", problem_find_client, clients);
        read_people(r, p, "escorts", problem_find_escort, escorts);
    }
    reader_close(r);
    settings->clients = clients;
    settings->escorts = escorts;
    *out = settings;
    return f->seen == seen ? STATUS_OK : faults_status(f);
}
