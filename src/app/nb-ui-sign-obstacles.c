/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-sign-obstacles.h"

#include <glib/gi18n-lib.h>

static void
obstacle_free (void *data)
{
  NbUiSignObstacle *obstacle = data;

  g_free (obstacle->title);
  g_free (obstacle->explanation);
  g_free (obstacle);
}

/* Takes @explanation. */
static void
add (GPtrArray *obstacles,
     const char *title,
     char *explanation,
     const char *button,
     const char *action)
{
  NbUiSignObstacle *obstacle = g_new0 (NbUiSignObstacle, 1);

  obstacle->title = g_strdup (title);
  obstacle->explanation = explanation;
  obstacle->button = button;
  obstacle->action = action;
  g_ptr_array_add (obstacles, obstacle);
}

static void
add_errors (GPtrArray *obstacles, NbUiDocument *document)
{
  guint n = nb_finding_list_count (nb_ui_document_get_findings (document), NB_SEVERITY_ERROR, TRUE);
  g_autofree char *title = NULL;

  if (n == 0)
    return;
  title = g_strdup_printf (
      ngettext ("%u error stands in the report", "%u errors stand in the report", n), n);
  add (obstacles, title, g_strdup (_ ("A report can be signed when its errors are put right.")),
       /* Translators: button: leaves the dialog and shows the errors. */
       _ ("_Show"), "sign.check");
}

static void
add_unsaved (GPtrArray *obstacles, NbUiDocument *document)
{
  if (nb_ui_document_get_path (document) == NULL)
    add (obstacles, _ ("The report is not saved yet"),
         g_strdup (_ ("The signature goes into its file.")),
         /* Translators: button: asks for a file and saves the report. */
         _ ("_Save…"), "sign.save");
  else if (nb_ui_document_get_modified (document))
    add (obstacles, _ ("The report has changes that were not saved"),
         g_strdup (_ ("What stands in its file is what is signed.")), _ ("_Save"), "sign.save");
}

static void
add_signatures (GPtrArray *obstacles, NbUiDocument *document, NbRole role)
{
  const NbVerdict *verdict = nb_ui_document_get_verdict (document);
  g_autoptr (GError) error = NULL;

  if (verdict != NULL && !verdict->intact)
    add (obstacles, _ ("The file is not intact"), g_strdup (verdict->message), NULL, NULL);
  else if (!nb_role_check_turn (role, verdict, &error))
    add (obstacles, _ ("It is not the turn of this signer"), g_strdup (error->message), NULL, NULL);
}

GPtrArray *
nb_ui_sign_obstacles_list (NbUiDocument *document, NbRole role)
{
  GPtrArray *obstacles = g_ptr_array_new_with_free_func (obstacle_free);

  add_signatures (obstacles, document, role);
  add_errors (obstacles, document);
  add_unsaved (obstacles, document);
  return obstacles;
}

const char *
nb_ui_sign_problem_get_title (const char *reason)
{
  static const struct
  {
    const char *reason;
    const char *title;
  } titles[] = {
    { "passphrase", N_ ("Wrong passphrase") },
    { "key-unreadable", N_ ("The key file cannot be read") },
    { "key-file", N_ ("This is no key file") },
    { "key-method", N_ ("The key file is protected by an old method") },
    { "key-expired", N_ ("The certificate has expired") },
    { "key-early", N_ ("The certificate is not valid yet") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_strcmp0 (reason, titles[i].reason) == 0)
      return _ (titles[i].title);
  return _ ("The report cannot be signed");
}

NbRole
nb_ui_sign_find_role (NbUiDocument *document, const char *last)
{
  const NbVerdict *verdict = nb_ui_document_get_verdict (document);
  NbRole role;

  if (nb_role_parse (last, &role) && nb_role_check_turn (role, verdict, NULL))
    return role;
  for (guint i = 0; i < NB_N_ROLES; i++)
    if (nb_role_check_turn ((NbRole) i, verdict, NULL))
      return (NbRole) i;
  return NB_ROLE_LEGAL_REPRESENTATIVE;
}
