/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-table-year.h"

#include <string.h>

#include "nb-width.h"

int
nb_table_year_find (const char *text, const char *word)
{
  g_autofree char *folded = nb_width_fold (text);

  for (const char *at = strstr (folded, word); at != NULL; at = strstr (at + 1, word))
    {
      gsize before = at - folded;
      const char *year = at - 4;

      if (before < 4 || year[0] != '2' || year[1] != '0' || !g_ascii_isdigit (year[2])
          || !g_ascii_isdigit (year[3]))
        continue;
      if (before == 4 || !g_ascii_isdigit (year[-1]))
        return 2000 + (year[2] - '0') * 10 + (year[3] - '0');
    }
  return 0;
}
