/* Completion for bash: words that the lists know; folders and files are bash's
 * own affair. */
#include "app/help.h"

#include "base/text.h"

static void words_add(struct text *t, const char *const *words)
{
    for (int i = 0; words[i]; i++)
        text_print(t, "%s%s", i ? " " : "", words[i]);
}

static bool takes(const struct command *c, enum option_id wanted)
{
    for (const enum option_id *id = c->options; *id != OPTION_END; id++)
        if (*id == wanted)
            return true;
    return false;
}

/* "COMMAND:--OPTION" for each command that takes this row: some rows share a name. */
static void choosers_add(struct text *t, enum option_id id)
{
    const char *between = "    ";
    if (id == OPTION_LANG) /* it may stand before the command */
        text_print(t, "    *:--%s", OPTION_ROWS[id].name);
    for (const struct command *c = COMMANDS; id != OPTION_LANG && c->name; c++)
        if (takes(c, id)) {
            text_print(t, "%s%s:--%s", between, c->name, OPTION_ROWS[id].name);
            between = "|";
        }
}

/* What may follow an option that takes one of a few words. */
static void choices_add(struct text *t)
{
    const char *word, *meaning;
    for (int id = 0; id < OPTION_COUNT; id++) {
        const struct option_row *row = &OPTION_ROWS[id];
        if (row->kind != KIND_CHOICE)
            continue;
        choosers_add(t, (enum option_id)id);
        text_add(t, ") words=\"");
        for (int i = 0; (word = row->choice(i, &meaning)); i++)
            text_print(t, "%s%s", i ? " " : "", word);
        text_add(t, "\" ;;\n");
    }
}

static void commands_add(struct arena *a, struct text *t)
{
    for (const struct command *c = COMMANDS; c->name; c++) {
        text_print(t, "    %s) words=\"", c->name);
        if (c->words)
            words_add(t, c->words(a));
        text_add(t, "\" options=\"");
        for (const enum option_id *id = c->options; *id != OPTION_END; id++)
            text_print(t, "%s--%s%s", id == c->options ? "" : " ",
                       OPTION_ROWS[*id].name, OPTION_ROWS[*id].argument ? "=" : "");
        text_add(t, "\" ;;\n");
    }
}

/* Bash splits words at "=", so "--by=da" arrives as three words, the value last. */
const char *help_completion(struct arena *a)
{
    struct text t = text_new(a);
    text_add(&t, "# bash completion for ledsaga\n"
                 "_ledsaga() {\n"
                 "  local word=${COMP_WORDS[COMP_CWORD]} words= option= options=\n"
                 "  if [[ $word == = ]]; then\n"
                 "    word= option=${COMP_WORDS[COMP_CWORD-1]}\n"
                 "  elif [[ ${COMP_WORDS[COMP_CWORD-1]} == = ]]; then\n"
                 "    option=${COMP_WORDS[COMP_CWORD-2]}\n"
                 "  fi\n"
                 "  case ${COMP_WORDS[1]}:$option in\n");
    choices_add(&t);
    text_add(&t, "  esac\n"
                 "  if [[ -z $option && $COMP_CWORD -eq 1 ]]; then\n"
                 "    words=\"");
    words_add(&t, command_names(a));
    text_add(&t, "\"\n"
                 "  elif [[ -z $option ]]; then\n"
                 "    case ${COMP_WORDS[1]} in\n");
    commands_add(a, &t);
    text_add(&t, "    esac\n"
                 "    if [[ $word == -* ]]; then words=$options; fi\n"
                 "  fi\n"
                 "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
                 "  if [[ ${COMPREPLY[0]} == *= ]]; then compopt -o nospace; fi\n"
                 "}\n"
                 "complete -o default -F _ledsaga ledsaga\n");
    return text_done(&t);
}
