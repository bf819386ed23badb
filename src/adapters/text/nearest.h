/* "Did you mean ...?" */
#ifndef ADAPTERS_NEAREST_H
#define ADAPTERS_NEAREST_H

/* The one word of the list that a slip of the hand may have turned into `word`:
 * at most two letters added, lost, changed or swapped with their neighbour, and
 * at most one in three. NULL if there is none or if two are as near. The list
 * ends with NULL. */
const char *nearest_word(const char *word, const char *const *words);

#endif
