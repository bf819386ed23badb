#include "adapters/publish/publish.h"

#include "base/text.h"

#include <string.h>

bool publication_left(const struct publication *p, int diary)
{
    return diary == NONE || diary >= p->problem->n_clients + p->problem->n_escorts;
}

static const struct calendar_wishes *wishes(const struct publication *p, int diary)
{
    int n_clients = p->problem->n_clients;

    if (publication_left(p, diary))
        return NULL;
    return diary < n_clients ? &p->settings->clients[diary]
                             : &p->settings->escorts[diary - n_clients];
}

void publication_speak(const struct publication *p, int diary)
{
    const struct calendar_wishes *wished = wishes(p, diary);

    text_language(wished && wished->language ? wished->language
                  : p->settings->language    ? p->settings->language
                                             : p->language);
}

void publication_speak_own(const struct publication *p)
{
    text_language(p->language);
}

struct feed publication_feed(const struct publication *p, int diary)
{
    const struct calendar_wishes *wished = wishes(p, diary);

    return (struct feed){.diary = &p->diaries[diary],
                         .on_day = p->on_day,
                         .zone = p->problem->week.zone,
                         .alarm_minutes = wished ? wished->alarm_minutes : 0};
}

int publication_find(const struct publication *p, const char *id, int found[2])
{
    int n = 0;

    for (int i = 0; i < p->n_diaries && n < 2; i++)
        if (strcmp(p->diaries[i].id, id) == 0)
            found[n++] = i;
    return n;
}
