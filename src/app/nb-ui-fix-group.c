/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-fix-group.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-preview.h"

#define AROUND 6

typedef struct
{
  NbUiDocument *document;
  char *rule;
} Group;

static void
group_free (void *data)
{
  Group *group = data;

  g_object_unref (group->document);
  g_free (group->rule);
  g_free (group);
}

static gboolean
is_alike (NbFinding *finding, const char *rule)
{
  return g_str_equal (nb_finding_get_rule (finding), rule)
         && nb_finding_get_answer (finding) == NULL && nb_finding_get_fix (finding) != NULL;
}

gboolean
nb_ui_fix_group_exists (NbUiDocument *document, NbFinding *finding)
{
  NbFindingList *list = nb_ui_document_get_findings (document);
  const char *rule = nb_finding_get_rule (finding);

  if (nb_finding_get_fix (finding) == NULL)
    return FALSE;
  if (nb_finding_get_fix (finding)->len > 1)
    return TRUE;
  for (guint i = 0; i < nb_finding_list_get_length (list); i++)
    {
      NbFinding *other = nb_finding_list_get (list, i);

      if (other != finding && is_alike (other, rule))
        return TRUE;
    }
  return FALSE;
}

static void
fix_all (void *data)
{
  Group *group = data;
  const char *const rules[] = { group->rule, NULL };
  g_autoptr (GError) error = NULL;
  guint n;

  if (!nb_ui_document_fix_all (group->document, rules, &n, &error))
    nb_ui_document_remark (group->document, error->message);
}

void
nb_ui_fix_group_ask (GtkWidget *parent, NbUiDocument *document, NbFinding *finding)
{
  NbFindingList *list = nb_ui_document_get_findings (document);
  const char *rule = nb_finding_get_rule (finding);
  GtkWidget *popover = gtk_widget_get_ancestor (parent, GTK_TYPE_POPOVER);
  g_autoptr (GPtrArray) all = nb_edit_previews_new ();
  Group *group;

  if (!nb_ui_document_can_change (document))
    return;
  for (guint i = 0; i < nb_finding_list_get_length (list); i++)
    {
      NbFinding *other = nb_finding_list_get (list, i);

      if (is_alike (other, rule))
        g_ptr_array_extend_and_steal (all, nb_finding_list_previews (other, AROUND, G_MAXUINT));
    }
  /* One thing at a time: a popover has the pointer for itself. */
  if (popover != NULL)
    {
      parent = gtk_widget_get_parent (popover);
      gtk_popover_popdown (GTK_POPOVER (popover));
    }
  group = g_new (Group, 1);
  *group = (Group){ g_object_ref (document), g_strdup (rule) };
  nb_ui_preview_ask (parent, _ ("Fix All of This Kind?"), _ ("_Fix All"), all, fix_all, group,
                     group_free);
}
