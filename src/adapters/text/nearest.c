/* Edit distance with swaps of neighbours (optimal string alignment), cut off at
 * words too long for a person to have misspelt. */
#include "adapters/text/nearest.h"

#include <stddef.h>
#include <string.h>

enum { LONGEST = 64, SLIPS_MOST = 2 };

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int edit_distance(const char *a, int m, const char *b, int n)
{
    int d[LONGEST + 1][LONGEST + 1];

    for (int i = 0; i <= m; i++)
        d[i][0] = i;
    for (int j = 0; j <= n; j++)
        d[0][j] = j;
    for (int i = 1; i <= m; i++)
        for (int j = 1; j <= n; j++) {
            int changed = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            d[i][j] = least(changed, 1 + least(d[i - 1][j], d[i][j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = least(d[i][j], d[i - 2][j - 2] + 1);
        }
    return d[m][n];
}

const char *nearest_word(const char *word, const char *const *words)
{
    size_t length = strlen(word);
    const char *best = NULL;

    if (length > LONGEST)
        return NULL;
    int slips = least((int)length / 3, SLIPS_MOST);
    int best_distance = slips + 1;
    for (; *words; words++) {
        size_t n = strlen(*words);
        if (n > length + SLIPS_MOST || length > n + SLIPS_MOST || n > LONGEST)
            continue;
        int distance = edit_distance(word, (int)length, *words, (int)n);
        if (distance < best_distance) {
            best_distance = distance;
            best = *words;
        } else if (distance == best_distance) {
            best = NULL;
        }
    }
    return best_distance <= slips ? best : NULL;
}
