/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-verdict-dialog.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-help.h"
#include "nb-ui-trust.h"

struct _NbUiVerdictDialog
{
  AdwWindow parent_instance;
  GPtrArray *groups; /* of AdwPreferencesGroup, borrowed: what is shown of a verdict */

  AdwPreferencesPage *page;
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
};

G_DEFINE_FINAL_TYPE (NbUiVerdictDialog, nb_ui_verdict_dialog, ADW_TYPE_WINDOW)

static guint trusted_signal;

static void
nb_ui_verdict_dialog_dispose (GObject *object)
{
  NbUiVerdictDialog *self = NB_UI_VERDICT_DIALOG (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_VERDICT_DIALOG);
  G_OBJECT_CLASS (nb_ui_verdict_dialog_parent_class)->dispose (object);
}

static void
nb_ui_verdict_dialog_class_init (NbUiVerdictDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_verdict_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nianbao/Nianbao/ui/nb-ui-verdict-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiVerdictDialog, page);
  gtk_widget_class_bind_template_child (widget_class, NbUiVerdictDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, NbUiVerdictDialog, title);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  trusted_signal = g_signal_new ("trusted", NB_UI_TYPE_VERDICT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
nb_ui_verdict_dialog_init (NbUiVerdictDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_ui_help_set_page (GTK_WIDGET (self), "verifying");
  self->groups = g_ptr_array_new ();
}

static AdwPreferencesGroup *
add_group (NbUiVerdictDialog *self, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_group_set_title (group, escaped);
  adw_preferences_page_add (self->page, group);
  g_ptr_array_add (self->groups, group);
  return group;
}

/* @trust negative: a fact without a verdict. */
static AdwActionRow *
add_row (AdwPreferencesGroup *group, int trust, const char *title, const char *text)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, escaped);
  adw_action_row_set_subtitle_lines (row, 0);
  if (trust >= 0)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (nb_ui_trust_get_icon ((NbUiTrust) trust));

      gtk_widget_add_css_class (icon, nb_ui_trust_get_css_class ((NbUiTrust) trust));
      adw_action_row_add_prefix (row, icon);
    }
  adw_preferences_group_add (group, GTK_WIDGET (row));
  return row;
}

static void
tell (NbUiVerdictDialog *self, const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static void
note_trust (AdwMessageDialog *question, const char *response, NbUiVerdictDialog *self)
{
  GBytes *certificate = g_object_get_data (G_OBJECT (question), "certificate");
  const char *fingerprint = g_object_get_data (G_OBJECT (question), "fingerprint");
  g_autofree char *folder = nb_ui_trust_dup_folder ();
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "trust"))
    return;
  if (nb_job_keep_trusted (folder, certificate, fingerprint, &error))
    g_signal_emit (self, trusted_signal, 0);
  else
    tell (self, error->message);
}

static void
ask_to_trust (AdwActionRow *row, NbUiVerdictDialog *self)
{
  const char *name = g_object_get_data (G_OBJECT (row), "name");
  const char *fingerprint = g_object_get_data (G_OBJECT (row), "fingerprint");
  GBytes *certificate = g_object_get_data (G_OBJECT (row), "certificate");
  g_autofree char *heading = g_strdup_printf (_ ("Trust the Certificate of %s?"), name);
  g_autofree char *body =
      g_strdup_printf (_ ("Anybody can make a certificate with this name. Ask its owner for the "
                          "fingerprint, by telephone or in person, and compare:\n\n%s"),
                       fingerprint);
  AdwMessageDialog *question =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), heading, body));

  adw_message_dialog_add_responses (question, "cancel", _ ("_Cancel"), "trust",
                                    _ ("It Is the Same: _Trust"), NULL);
  adw_message_dialog_set_close_response (question, "cancel");
  adw_message_dialog_set_default_response (question, "cancel");
  g_object_set_data_full (G_OBJECT (question), "certificate", g_bytes_ref (certificate),
                          (GDestroyNotify) g_bytes_unref);
  g_object_set_data_full (G_OBJECT (question), "fingerprint", g_strdup (fingerprint), g_free);
  g_signal_connect_object (question, "response", G_CALLBACK (note_trust), self, 0);
  gtk_window_present (GTK_WINDOW (question));
}

static void
add_trust_row (NbUiVerdictDialog *self,
               AdwPreferencesGroup *group,
               const NbSignatureVerdict *signature)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("_Trust This Certificate…"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (signature->signer), g_free);
  g_object_set_data_full (G_OBJECT (row), "fingerprint", g_strdup (signature->fingerprint), g_free);
  g_object_set_data_full (G_OBJECT (row), "certificate", g_bytes_ref (signature->certificate),
                          (GDestroyNotify) g_bytes_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (ask_to_trust), self, 0);
  adw_preferences_group_add (group, GTK_WIDGET (row));
}

static void
copy (GtkButton *button, NbUiVerdictDialog *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          g_object_get_data (G_OBJECT (button), "text"));
  tell (self, _ ("The fingerprint is copied."));
}

static void
add_copy_button (NbUiVerdictDialog *self, AdwActionRow *row, const char *text)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Copy the Fingerprint"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copy the Fingerprint"), -1);
  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy), self, 0);
  adw_action_row_add_suffix (row, button);
}

static void
add_intact (AdwPreferencesGroup *group, const NbSignatureVerdict *signature)
{
  add_row (group, signature->intact ? NB_UI_TRUST_GOOD : NB_UI_TRUST_BROKEN,
           /* Translators: heads what is said of whether the signed text is unchanged. */
           _ ("Intact"),
           signature->intact ? _ ("What was signed was not changed since.") : signature->message);
}

/* Free with g_free(). */
static char *
format_trust (const NbSignatureVerdict *signature)
{
  if (signature->trusted)
    return g_strdup_printf (_ ("Trusted through the certificate of %s."),
                            signature->anchor != NULL ? signature->anchor : signature->signer);
  if (!signature->in_time)
    return g_strdup (_ ("The certificate is not among those you trust."));
  if (g_strcmp0 (signature->problem, "self-made") == 0)
    return g_strdup (_ ("The certificate is self-made, and not among those you trust. Compare the "
                        "fingerprint with its owner."));
  return g_strdup (signature->message);
}

/* What a broken signature says of itself is worth nothing. */
static void
add_trusted (NbUiVerdictDialog *self,
             AdwPreferencesGroup *group,
             const NbSignatureVerdict *signature)
{
  g_autofree char *text = NULL;

  if (!signature->intact)
    return;
  text = format_trust (signature);
  add_row (
      group, signature->trusted ? NB_UI_TRUST_GOOD : NB_UI_TRUST_DOUBTFUL,
      /* Translators: heads what is said of whether the signer’s certificate is trusted here. */
      _ ("Trusted"), text);
  if (g_strcmp0 (signature->problem, "self-made") == 0
      || g_strcmp0 (signature->problem, "untrusted") == 0)
    add_trust_row (self, group, signature);
}

static void
add_time (AdwPreferencesGroup *group, const NbSignatureVerdict *signature)
{
  g_autofree char *time = nb_ui_trust_format_time (signature->time);

  if (signature->intact)
    add_row (group, signature->in_time ? NB_UI_TRUST_GOOD : NB_UI_TRUST_DOUBTFUL, _ ("In Time"),
             signature->in_time ? _ ("The certificate was valid at the claimed time.")
                                : signature->message);
  if (signature->time != 0)
    add_row (group, -1, _ ("Time that the signer claims, confirmed by nobody"), time);
}

static void
add_certificate (NbUiVerdictDialog *self,
                 AdwPreferencesGroup *group,
                 const NbSignatureVerdict *signature)
{
  g_autofree char *first = nb_ui_trust_format_day (signature->not_before);
  g_autofree char *last = nb_ui_trust_format_day (signature->not_after);
  g_autofree char *text = NULL;

  if (signature->fingerprint == NULL)
    return;
  /* Translators: the kind of key, its validity, who issued the certificate. */
  text = g_strdup_printf (_ ("%s, valid from %s to %s, issued by %s"), signature->algorithm, first,
                          last, signature->issuer);
  add_row (group, -1, _ ("Certificate"), text);
  add_copy_button (self, add_row (group, -1, _ ("Fingerprint (SHA-256)"), signature->fingerprint),
                   signature->fingerprint);
}

static void
add_signature (NbUiVerdictDialog *self, const NbSignatureVerdict *signature)
{
  AdwPreferencesGroup *group = add_group (
      self, signature->known_role ? nb_role_get_label (signature->role) : _ ("Unknown signer"));

  /* Translators: heads the name of who signed. */
  add_row (group, -1, _ ("Signer"), signature->signer != NULL ? signature->signer : "?");
  add_intact (group, signature);
  add_trusted (self, group, signature);
  add_time (group, signature);
  add_certificate (self, group, signature);
}

static const char *
get_page_word (NbPageState state)
{
  switch (state)
    {
    case NB_PAGE_SAME:
      return _ ("Shows the report inside");
    case NB_PAGE_OTHER_TEXT:
      return _ ("Shows other text than the report inside");
    case NB_PAGE_OTHER_PICTURE:
      return _ ("Has the text of the report inside, but looks different");
    case NB_PAGE_MISSING:
      return _ ("Is missing");
    case NB_PAGE_EXTRA:
      return _ ("Does not belong to the report inside");
    }
  g_return_val_if_reached ("");
}

static void
add_pages (NbUiVerdictDialog *self, const NbPaperVerdict *paper)
{
  AdwPreferencesGroup *group = add_group (self, _ ("Pages"));

  if (paper->problem != NULL)
    add_row (group, NB_UI_TRUST_BROKEN, _ ("The pages could not be compared"), paper->problem);
  else if (!paper->pictures_compared)
    adw_preferences_group_set_description (
        group, _ ("Only texts were compared, not pictures: the PDF was made with other fonts than "
                  "this computer’s."));
  for (guint i = 0; i < paper->pages->len; i++)
    {
      NbPageState state = g_array_index (paper->pages, NbPageState, i);
      g_autofree char *page = g_strdup_printf (_ ("Page %u"), i + 1);

      add_row (group, state == NB_PAGE_SAME ? NB_UI_TRUST_GOOD : NB_UI_TRUST_BROKEN, page,
               get_page_word (state));
    }
}

void
nb_ui_verdict_dialog_show (NbUiVerdictDialog *self,
                           const NbVerdict *verdict,
                           const NbPaperVerdict *paper)
{
  AdwPreferencesGroup *group;

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  group = add_group (self, "");
  add_row (group, verdict->intact ? NB_UI_TRUST_GOOD : NB_UI_TRUST_BROKEN,
           _ ("The file as a whole"), verdict->message);
  if (paper != NULL)
    add_pages (self, paper);
  for (guint i = 0; i < verdict->signatures->len; i++)
    add_signature (self, g_ptr_array_index (verdict->signatures, i));
}

NbUiVerdictDialog *
nb_ui_verdict_dialog_new (GtkWindow *parent, const char *file)
{
  NbUiVerdictDialog *self = g_object_new (NB_UI_TYPE_VERDICT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *name = g_filename_display_basename (file);

  adw_window_title_set_subtitle (self->title, name);
  return self;
}
