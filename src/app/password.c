#include "app/password.h"

#include "base/file.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static enum status file_closed(const char *path, struct faults *f)
{
    struct stat about;

    if (stat(path, &about) < 0 || !S_ISREG(about.st_mode) || (about.st_mode & 077) == 0)
        return STATUS_OK;
    return faults_add(f, STATUS_USAGE, path, "", _("chmod 600 closes it to them."),
                      _("others may read this file, and it has a password"));
}

/* The first line. */
static enum status file_password(struct call *call, const char *path, const char **out)
{
    char *text;
    size_t length;

    TRY(file_closed(path, call->faults));
    TRY(file_read(call->arena, path, &text, &length, call->faults));
    text[strcspn(text, "\r\n")] = '\0';
    *out = text;
    return STATUS_OK;
}

enum status password_find(struct call *call, const char *user, const char *path,
                          const char **password)
{
    *password = NULL;
    if (!user && !path)
        return STATUS_OK;
    if (!user)
        return faults_add(call->faults, STATUS_USAGE, "", "", "",
                          _("--password-file needs --user"));
    *password = getenv("LEDSAGA_PASSWORD");
    if (path)
        TRY(file_password(call, path, password));
    if (*password && **password)
        return STATUS_OK;
    return faults_add(call->faults, STATUS_USAGE, "", "",
                      _("--password-file names a file that has it; or it is in the "
                        "environment as LEDSAGA_PASSWORD."),
                      _("the password of '%s' is not known"), user);
}

enum status password_read(struct call *call, const char **user, const char **password)
{
    *user = call_option(call, OPTION_USER)->text;
    return password_find(call, *user, call_option(call, OPTION_PASSWORD_FILE)->text, password);
}
