/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-remark.h"

#include <string.h>

#include "nb-width.h"

static void
remark_free (void *data)
{
  NbRemark *remark = data;

  g_free (remark->text);
  g_free (remark);
}

/* A field as it was found: the earlier and, at one place, the longer name counts. */
typedef struct
{
  const NbFieldDef *field;
  const char *at;
  gsize length;
} Match;

/* @text is folded; of a label what stands before a unit in brackets is enough. */
static void
look_for (const char *text, const NbFieldDef *field, const char *name, Match *best)
{
  g_autofree char *folded = nb_width_fold_label (name);
  char *bracket = strchr (folded, '(');
  const char *at;
  gsize length;

  if (bracket != NULL && bracket != folded)
    *bracket = '\0';
  length = strlen (folded);
  at = length > 0 ? strstr (text, folded) : NULL;
  if (at == NULL
      || (best->field != NULL && (at > best->at || (at == best->at && length <= best->length))))
    return;
  *best = (Match){ field, at, length };
}

static const NbFieldDef *
find_field (const char *text, NbForm *form)
{
  g_autofree char *folded = nb_width_fold_label (text);
  Match best = { NULL };

  for (guint i = 0; i < nb_form_get_n_fields (form); i++)
    {
      const NbFieldDef *field = nb_form_get_field (form, i);

      look_for (folded, field, field->label, &best);
      for (const char *const *alias = field->aliases; *alias != NULL; alias++)
        look_for (folded, field, *alias, &best);
    }
  return best.field;
}

GPtrArray *
nb_remark_list (const char *remark, NbForm *form)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (remark_free);
  g_autoptr (GString) divided = g_string_new (remark);
  g_auto (GStrv) points = NULL;

  g_string_replace (divided, "；", "\n", 0);
  g_string_replace (divided, ";", "\n", 0);
  points = g_strsplit (divided->str, "\n", -1);
  for (char **point = points; *point != NULL; point++)
    {
      NbRemark *one;

      if (*g_strstrip (*point) == '\0')
        continue;
      one = g_new0 (NbRemark, 1);
      one->text = g_strdup (*point);
      one->field = find_field (*point, form);
      g_ptr_array_add (list, one);
    }
  return list;
}
