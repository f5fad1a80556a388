/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-identity-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-ui-combo.h"
#include "nb-ui-help.h"
#include "nb-ui-platform.h"
#include "nb-ui-trust.h"

struct _NbUiIdentityDialog
{
  AdwWindow parent_instance;
  gboolean working;

  GtkWidget *page;
  GtkWidget *spinner;
  AdwEntryRow *name;
  AdwComboRow *algorithm;
  AdwPasswordEntryRow *passphrase;
  AdwPasswordEntryRow *again;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (NbUiIdentityDialog, nb_ui_identity_dialog, ADW_TYPE_WINDOW)

static guint made_signal;

/* What the thread needs, it owns. */
typedef struct
{
  char *name;
  NbKeyAlgorithm algorithm;
  char *secret;
  char *path;
  char *trust;
} Errand;

static void
errand_free (void *data)
{
  Errand *errand = data;

  nb_job_free_secret (errand->secret);
  g_free (errand->name);
  g_free (errand->path);
  g_free (errand->trust);
  g_free (errand);
}

/* Whoever made it here trusts it here. */
static gboolean
trust (NbIdentity *identity, const char *folder, GError **error)
{
  g_autofree char *text = nb_identity_dup_certificate (identity);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return nb_job_keep_trusted (folder, bytes, nb_identity_get_fingerprint (identity), error);
}

static void
make_in_thread (GTask *task, void *source, void *task_data, GCancellable *cancellable)
{
  Errand *errand = task_data;
  GError *error = NULL;
  g_autoptr (NbIdentity) identity = nb_identity_create (
      errand->name, errand->algorithm, g_get_real_time () / G_USEC_PER_SEC, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (identity != NULL)
    bytes = nb_identity_write (identity, errand->secret, &error);
  if (bytes != NULL
      && nb_job_write_file (errand->path, bytes, NB_WRITE_EXCLUSIVE | NB_WRITE_PRIVATE, &error)
      && trust (identity, errand->trust, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_working (NbUiIdentityDialog *self, gboolean working)
{
  self->working = working;
  /* An entry that cannot be used any more does not lose the focus by itself. */
  if (working)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->page, !working);
  gtk_widget_set_visible (self->spinner, working);
}

static void
show_problem (NbUiIdentityDialog *self, const char *sentence)
{
  gtk_label_set_text (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static gboolean
is_same_twice (NbUiIdentityDialog *self)
{
  return strcmp (gtk_editable_get_text (GTK_EDITABLE (self->passphrase)),
                 gtk_editable_get_text (GTK_EDITABLE (self->again)))
         == 0;
}

static void
follow (NbUiIdentityDialog *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  const char *again = gtk_editable_get_text (GTK_EDITABLE (self->again));
  gboolean same = is_same_twice (self);
  gboolean complete = *g_strstrip (name) != '\0' && *again != '\0' && same && !self->working;

  show_problem (self, *again != '\0' && !same ? _ ("The two passphrases differ.") : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "identity.make", complete);
}

static void
note_made (GObject *source, GAsyncResult *result, void *data)
{
  NbUiIdentityDialog *self = NB_UI_IDENTITY_DIALOG (source);
  Errand *errand = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean made = g_task_propagate_boolean (G_TASK (result), &error);

  /* The dialog may have been closed meanwhile. */
  if (self->page == NULL)
    return;
  set_working (self, FALSE);
  follow (self);
  if (!made)
    {
      show_problem (self, error->message);
      return;
    }
  g_signal_emit (self, made_signal, 0, errand->path, errand->secret);
  gtk_window_destroy (GTK_WINDOW (self));
}

void
nb_ui_identity_dialog_make (NbUiIdentityDialog *self, const char *path)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, note_made, NULL);
  g_autoptr (GError) error = NULL;
  char *secret =
      nb_job_dup_secret (gtk_editable_get_text (GTK_EDITABLE (self->passphrase)), &error);
  Errand *errand;

  if (secret == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  errand = g_new0 (Errand, 1);
  errand->name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  errand->algorithm = (NbKeyAlgorithm) adw_combo_row_get_selected (self->algorithm);
  errand->secret = secret;
  errand->path = g_strdup (path);
  errand->trust = nb_ui_trust_dup_folder ();
  set_working (self, TRUE);
  follow (self);
  g_task_set_source_tag (task, nb_ui_identity_dialog_make);
  g_task_set_task_data (task, errand, errand_free);
  g_task_run_in_thread (task, make_in_thread);
}

static void
note_chosen (const char *path, void *data)
{
  if (path != NULL)
    nb_ui_identity_dialog_make (data, path);
}

static void
choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiIdentityDialog *self = NB_UI_IDENTITY_DIALOG (widget);
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  g_autofree char *file = NULL;

  /* What would be another folder, or hidden. */
  g_strdelimit (g_strstrip (name), "/.", '-');
  file = g_strconcat (name, ".p12", NULL);
  nb_ui_platform_choose_save (GTK_WINDOW (self), _ ("Keep the Key in a File"), file,
                              NB_UI_FILES_KEY, note_chosen, self);
}

static void
nb_ui_identity_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nb_ui_identity_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (NB_UI_IDENTITY_DIALOG (widget)->name));
}

static void
nb_ui_identity_dialog_dispose (GObject *object)
{
  NbUiIdentityDialog *self = NB_UI_IDENTITY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_IDENTITY_DIALOG);
  self->page = NULL;
  G_OBJECT_CLASS (nb_ui_identity_dialog_parent_class)->dispose (object);
}

static void
nb_ui_identity_dialog_class_init (NbUiIdentityDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_identity_dialog_dispose;
  widget_class->map = nb_ui_identity_dialog_map;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nianbao/Nianbao/ui/nb-ui-identity-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiIdentityDialog, page);
  gtk_widget_class_bind_template_child (widget_class, NbUiIdentityDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, NbUiIdentityDialog, name);
  gtk_widget_class_bind_template_child (widget_class, NbUiIdentityDialog, algorithm);
  gtk_widget_class_bind_template_child (widget_class, NbUiIdentityDialog, passphrase);
  gtk_widget_class_bind_template_child (widget_class, NbUiIdentityDialog, again);
  gtk_widget_class_bind_template_child (widget_class, NbUiIdentityDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, follow);
  gtk_widget_class_install_action (widget_class, "identity.make", NULL, choose);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  made_signal =
      g_signal_new ("made", NB_UI_TYPE_IDENTITY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
nb_ui_identity_dialog_init (NbUiIdentityDialog *self)
{
  nb_job_forbid_core ();
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_ui_combo_wrap (self->algorithm);
  nb_ui_help_set_page (GTK_WIDGET (self), "signing");
  follow (self);
}

NbUiIdentityDialog *
nb_ui_identity_dialog_new (GtkWindow *parent)
{
  return g_object_new (NB_UI_TYPE_IDENTITY_DIALOG, "transient-for", parent, NULL);
}
