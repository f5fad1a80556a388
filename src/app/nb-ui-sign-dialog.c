/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-sign-dialog.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-combo.h"
#include "nb-ui-help.h"
#include "nb-ui-identity-dialog.h"
#include "nb-ui-platform.h"
#include "nb-ui-sign-addition.h"
#include "nb-ui-sign-obstacles.h"

struct _NbUiSignDialog
{
  AdwWindow parent_instance;
  NbUiDocument *document;
  GSettings *settings;
  char *key_path;    /* or NULL */
  GBytes *unwritten; /* what was signed and could not be written, or NULL */
  gboolean working;

  GtkWidget *page;
  GtkWidget *spinner;
  GtkWidget *obstacles_group;
  GtkListBox *obstacles;
  AdwComboRow *role;
  NbUiSignAddition *addition;
  AdwActionRow *key_row;
  AdwPasswordEntryRow *passphrase;
  GtkWidget *problem;
  GtkWidget *elsewhere;
  GtkLabel *problem_title;
  GtkLabel *problem_text;
};

G_DEFINE_FINAL_TYPE (NbUiSignDialog, nb_ui_sign_dialog, ADW_TYPE_WINDOW)

static guint signed_signal, save_signal, check_signal;

static NbRole
get_role (NbUiSignDialog *self)
{
  return (NbRole) adw_combo_row_get_selected (self->role);
}

static void
add_obstacle (NbUiSignDialog *self, const NbUiSignObstacle *obstacle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-error-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), obstacle->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), obstacle->explanation);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (obstacle->action != NULL)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (obstacle->button);

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), obstacle->action);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      obstacle->title, -1);
    }
  gtk_list_box_append (self->obstacles, row);
}

/* Whether nothing stands in the way. */
static gboolean
show_obstacles (NbUiSignDialog *self)
{
  g_autoptr (GPtrArray) obstacles = nb_ui_sign_obstacles_list (self->document, get_role (self));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->obstacles, 0)) != NULL)
    gtk_list_box_remove (self->obstacles, GTK_WIDGET (row));
  for (guint i = 0; i < obstacles->len; i++)
    add_obstacle (self, g_ptr_array_index (obstacles, i));
  gtk_widget_set_visible (self->obstacles_group, obstacles->len > 0);
  return obstacles->len == 0;
}

static void
follow (NbUiSignDialog *self)
{
  gboolean complete = self->key_path != NULL
                      && *gtk_editable_get_text (GTK_EDITABLE (self->passphrase)) != '\0'
                      && nb_ui_sign_addition_is_complete (self->addition);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sign.sign",
                                 show_obstacles (self) && complete && !self->working);
}

static void
mark (GtkWidget *row, gboolean faulty)
{
  if (faulty)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               faulty ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
clear_problem (NbUiSignDialog *self)
{
  gtk_widget_set_visible (self->problem, FALSE);
  g_clear_pointer (&self->unwritten, g_bytes_unref);
  mark (GTK_WIDGET (self->passphrase), FALSE);
  mark (GTK_WIDGET (self->key_row), FALSE);
}

/* Where it can be put right. */
static GtkWidget *
find_faulty (NbUiSignDialog *self, const char *reason)
{
  if (self->unwritten != NULL)
    return self->elsewhere;
  return g_strcmp0 (reason, "passphrase") == 0 ? GTK_WIDGET (self->passphrase)
                                               : GTK_WIDGET (self->key_row);
}

/* The focus goes where it is put right; a reader reads the description there. */
static void
show_problem (NbUiSignDialog *self, const GError *error)
{
  const char *reason = nb_error_get_reason (error);
  const char *title = nb_ui_sign_problem_get_title (reason);
  GtkWidget *faulty = find_faulty (self, reason);
  g_autofree char *description = g_strdup_printf ("%s: %s", title, error->message);

  gtk_widget_set_visible (self->elsewhere, self->unwritten != NULL);
  gtk_label_set_text (self->problem_title, title);
  gtk_label_set_text (self->problem_text, error->message);
  gtk_widget_set_visible (self->problem, TRUE);
  if (faulty != self->elsewhere)
    mark (faulty, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (faulty), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
  gtk_widget_grab_focus (faulty);
}

static void
note_typed (NbUiSignDialog *self)
{
  clear_problem (self);
  follow (self);
}

static void
note_entered (NbUiSignDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sign.sign", NULL);
}

void
nb_ui_sign_dialog_set_key_file (NbUiSignDialog *self, const char *path)
{
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;

  g_free (self->key_path);
  self->key_path = g_strdup (path);
  adw_action_row_set_subtitle (self->key_row,
                               name != NULL ? name : _ ("PKCS#12, with the ending .p12 or .pfx"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->key_row), path);
  clear_problem (self);
  follow (self);
}

static char *
dup_remembered_key (NbUiSignDialog *self)
{
  g_autoptr (GVariant) files = g_settings_get_value (self->settings, "key-files");
  char *path = NULL;

  g_variant_lookup (files, nb_role_get_nick (get_role (self)), "s", &path);
  if (path != NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    g_clear_pointer (&path, g_free);
  return path;
}

/* Where the key is, never what opens it. */
static void
remember_key (NbUiSignDialog *self)
{
  g_autoptr (GVariant) files = g_settings_get_value (self->settings, "key-files");
  GVariantBuilder builder;
  GVariantIter iter;
  const char *role, *path;
  const char *own = nb_role_get_nick (get_role (self));

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, files);
  while (g_variant_iter_next (&iter, "{&s&s}", &role, &path))
    if (!g_str_equal (role, own))
      g_variant_builder_add (&builder, "{ss}", role, path);
  if (g_utf8_validate (self->key_path, -1, NULL))
    g_variant_builder_add (&builder, "{ss}", own, self->key_path);
  g_settings_set_value (self->settings, "key-files", g_variant_builder_end (&builder));
  g_settings_set_string (self->settings, "signing-role", own);
}

static void
note_role (NbUiSignDialog *self)
{
  g_autofree char *path = NULL;

  if (self->document == NULL)
    return;
  path = dup_remembered_key (self);
  nb_ui_sign_addition_set_brings (self->addition, nb_role_get_brings (get_role (self)));
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  nb_ui_sign_dialog_set_key_file (self, path);
}

static void
set_working (NbUiSignDialog *self, gboolean working)
{
  self->working = working;
  /* An entry that cannot be used any more does not lose the focus by itself. */
  if (working)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->page, !working);
  gtk_widget_set_visible (self->spinner, working);
  follow (self);
}

static void
note_signed (GObject *source, GAsyncResult *result, void *data)
{
  g_autoptr (NbUiSignDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) unwritten = NULL;
  g_autoptr (NbUiDocument) document =
      nb_ui_document_sign_finish (NB_UI_DOCUMENT (source), result, &unwritten, &error);

  g_application_release (g_application_get_default ());
  if (document != NULL)
    {
      g_signal_emit (self, signed_signal, 0, document);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (self->page != NULL)
    {
      set_working (self, FALSE);
      self->unwritten = g_steal_pointer (&unwritten);
      show_problem (self, error);
    }
}

void
nb_ui_sign_dialog_save_elsewhere (NbUiSignDialog *self, const char *path)
{
  g_autoptr (GBytes) unwritten = NULL;

  if (self->unwritten == NULL)
    return;
  unwritten = g_bytes_ref (self->unwritten);
  clear_problem (self);
  set_working (self, TRUE);
  g_application_hold (g_application_get_default ());
  nb_ui_document_keep_signed_async (self->document, unwritten, path, note_signed,
                                    g_object_ref (self));
}

static void
note_elsewhere (const char *path, void *data)
{
  if (path != NULL)
    nb_ui_sign_dialog_save_elsewhere (data, path);
}

/* What was signed is still here: nobody need sign again because a disk is full. */
static void
save_elsewhere (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiSignDialog *self = NB_UI_SIGN_DIALOG (widget);
  g_autofree char *name = g_path_get_basename (nb_ui_document_get_path (self->document));

  nb_ui_platform_choose_save (GTK_WINDOW (self), _ ("Save the Signed Report"), name,
                              NB_UI_FILES_REPORT, note_elsewhere, self);
}

static void
sign (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiSignDialog *self = NB_UI_SIGN_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  NbUiSigning *signing = g_new0 (NbUiSigning, 1);

  clear_problem (self);
  signing->role = get_role (self);
  signing->key_path = g_strdup (self->key_path);
  signing->payload = nb_ui_sign_addition_dup_payload (self->addition, &error);
  if (error == NULL)
    signing->secret =
        nb_job_dup_secret (gtk_editable_get_text (GTK_EDITABLE (self->passphrase)), &error);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), "");
  if (error != NULL)
    {
      nb_ui_signing_free (signing);
      show_problem (self, error);
      return;
    }
  remember_key (self);
  set_working (self, TRUE);
  /* What was begun is ended, whatever is closed meanwhile. */
  g_application_hold (g_application_get_default ());
  nb_ui_document_sign_async (self->document, signing, note_signed, g_object_ref (self));
}

static void
note_key_chosen (const char *path, void *data)
{
  NbUiSignDialog *self = data;

  if (path == NULL)
    return;
  nb_ui_sign_dialog_set_key_file (self, path);
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}

static void
choose_key (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_platform_choose_open (GTK_WINDOW (widget), _ ("Choose the Key File"), NB_UI_FILES_KEY,
                              note_key_chosen, widget);
}

static void
note_made (NbUiSignDialog *self, const char *path, const char *passphrase)
{
  nb_ui_sign_dialog_set_key_file (self, path);
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase), passphrase);
  gtk_widget_grab_focus (GTK_WIDGET (self->passphrase));
}

static void
make_identity (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiIdentityDialog *dialog = nb_ui_identity_dialog_new (GTK_WINDOW (widget));

  g_signal_connect_object (dialog, "made", G_CALLBACK (note_made), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Both are done in the window below. */
static void
leave (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (NbUiSignDialog) self = g_object_ref (NB_UI_SIGN_DIALOG (widget));

  gtk_window_destroy (GTK_WINDOW (self));
  g_signal_emit (self, g_str_equal (action, "sign.save") ? save_signal : check_signal, 0);
}

static void
nb_ui_sign_dialog_dispose (GObject *object)
{
  NbUiSignDialog *self = NB_UI_SIGN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_SIGN_DIALOG);
  self->page = NULL;
  g_clear_object (&self->document);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->key_path, g_free);
  g_clear_pointer (&self->unwritten, g_bytes_unref);
  G_OBJECT_CLASS (nb_ui_sign_dialog_parent_class)->dispose (object);
}

static void
nb_ui_sign_dialog_class_init (NbUiSignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_sign_dialog_dispose;
  g_type_ensure (NB_UI_TYPE_SIGN_ADDITION);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nianbao/Nianbao/ui/nb-ui-sign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiSignDialog, page);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignDialog, obstacles_group);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignDialog, obstacles);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignDialog, role);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignDialog, addition);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignDialog, key_row);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignDialog, passphrase);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignDialog, elsewhere);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignDialog, problem_title);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignDialog, problem_text);
  gtk_widget_class_bind_template_callback (widget_class, follow);
  gtk_widget_class_bind_template_callback (widget_class, note_role);
  gtk_widget_class_bind_template_callback (widget_class, note_typed);
  gtk_widget_class_bind_template_callback (widget_class, note_entered);
  gtk_widget_class_install_action (widget_class, "sign.sign", NULL, sign);
  gtk_widget_class_install_action (widget_class, "sign.choose-key", NULL, choose_key);
  gtk_widget_class_install_action (widget_class, "sign.save-elsewhere", NULL, save_elsewhere);
  gtk_widget_class_install_action (widget_class, "sign.new-identity", NULL, make_identity);
  gtk_widget_class_install_action (widget_class, "sign.save", NULL, leave);
  gtk_widget_class_install_action (widget_class, "sign.check", NULL, leave);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  signed_signal = g_signal_new ("signed", NB_UI_TYPE_SIGN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, NB_UI_TYPE_DOCUMENT);
  save_signal = g_signal_new ("save", NB_UI_TYPE_SIGN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);
  check_signal = g_signal_new ("check", NB_UI_TYPE_SIGN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
nb_ui_sign_dialog_init (NbUiSignDialog *self)
{
  /* Before a passphrase is typed. */
  nb_job_forbid_core ();
  self->settings = g_settings_new (APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_ui_combo_wrap (self->role);
  nb_ui_help_set_page (GTK_WIDGET (self), "signing");
}

NbUiSignDialog *
nb_ui_sign_dialog_new (GtkWindow *parent, NbUiDocument *document)
{
  NbUiSignDialog *self = g_object_new (NB_UI_TYPE_SIGN_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);
  g_autofree char *last = g_settings_get_string (self->settings, "signing-role");

  for (guint i = 0; i < NB_N_ROLES; i++)
    gtk_string_list_append (roles, nb_role_get_label ((NbRole) i));
  adw_combo_row_set_model (self->role, G_LIST_MODEL (roles));
  nb_ui_document_check (document);
  self->document = g_object_ref (document);
  nb_ui_sign_addition_set_document (self->addition, document);
  adw_combo_row_set_selected (self->role, nb_ui_sign_find_role (document, last));
  note_role (self);
  return self;
}
