/* Codes: skills, which the unit declares, and languages, tasks, exposures and
 * interests, which are there because somebody names them. */
#include "adapters/workspace/unit_parts.h"

#include "base/text.h"

#include <string.h>

static const char *const SEXES[] = {"F", "M", "X", NULL};
static const char *const NEEDED_SEXES[] = {"F", "M", NULL};

/* Everybody speaks it. */
static const char SWEDISH[] = "sv";

static void read_sex(struct reader *r, const char *const *words, char *sex)
{
    int i;

    if (reader_word(r, "sex", OPTIONAL, words, &i))
        *sex = words[i][0];
}

void unit_read_sex(struct reader *r, char *sex)
{
    read_sex(r, SEXES, sex);
}

void unit_read_needed_sex(struct reader *r, char *sex)
{
    read_sex(r, NEEDED_SEXES, sex);
}

static void listed_twice(struct reader *r, const char *code)
{
    reader_fault(r, NULL, _("Remove one of the two."),
                 _("%s is listed twice"), reader_quoted(r, code));
}

void unit_read_skills(struct unit *u, struct reader *r)
{
    const char *code;

    if (!reader_list(r, "skills", OPTIONAL))
        return;
    if (reader_size(r) > CODES_MAX)
        reader_fault(r, NULL, _("Leave out the skills that nobody needs."),
                     _("There are more than %d"), CODES_MAX);
    while (reader_next(r)) {
        if (!reader_name(r, NULL, REQUIRED, &code))
            continue;
        int row = ids_add(u->skills, code);
        if (row == NONE)
            listed_twice(r, code);
        else if (row < CODES_MAX)
            ids_set(u->skills, row, problem_add_skill(u->builder, code));
    }
}

static uint64_t bit(int code)
{
    return code == NONE ? 0 : (uint64_t)1 << code;
}

uint64_t unit_read_skill_codes(const struct unit *u, struct reader *r)
{
    uint64_t skills = 0;
    int *codes;
    int n = ids_read_list(u->skills, r, "skills", OPTIONAL, CODES_MAX, &codes);

    for (int i = 0; i < n; i++)
        skills |= bit(codes[i]);
    return skills;
}

uint64_t unit_read_codes(const struct unit *u, struct reader *r,
                         const char *key, enum presence need,
                         enum code_kind kind)
{
    uint64_t codes = 0;
    const char *code;

    if (!reader_list(r, key, need))
        return 0;
    while (reader_next(r)) {
        if (!reader_code(r, NULL, REQUIRED, &code))
            continue;
        uint64_t one = bit(problem_code(u->builder, kind, code));
        if (codes & one)
            listed_twice(r, code);
        codes |= one;
    }
    return codes;
}

/* ISO 639: two or three small letters. */
bool unit_read_language(const struct unit *u, struct reader *r,
                        const char *key, uint64_t *language)
{
    const char *code;

    if (!reader_text(r, key, OPTIONAL, &code))
        return false;
    size_t n = strspn(code, "abcdefghijklmnopqrstuvwxyz");
    if (code[n] != '\0' || n < 2 || n > 3)
        return reader_fault(r, key,
                            _("Use a code of ISO 639, such as fi or ar."),
                            _("%s is not a language code"),
                            reader_quoted(r, code));
    *language = bit(problem_language(u->builder, code));
    return true;
}

uint64_t unit_read_languages(const struct unit *u, struct reader *r)
{
    uint64_t languages = bit(problem_language(u->builder, SWEDISH)), one;
    uint64_t listed = 0;

    if (!reader_list(r, "languages", OPTIONAL))
        return languages;
    while (reader_next(r)) {
        if (!unit_read_language(u, r, NULL, &one))
            continue;
        if (listed & one)
            reader_fault(r, NULL, _("Remove one of the two."),
                         _("The language is listed twice"));
        listed |= one;
    }
    return languages | listed;
}

void unit_read_needs(const struct unit *u, struct reader *r,
                     struct needs *needs)
{
    static const char *const KEYS[] = {"skills", "language", "sex", NULL};

    if (!reader_object(r, "needs", OPTIONAL, KEYS))
        return;
    needs->skills = unit_read_skill_codes(u, r);
    unit_read_language(u, r, "language", &needs->language);
    unit_read_needed_sex(r, &needs->sex);
    reader_leave(r);
}
