/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-signed-banner.h"

#include <glib/gi18n-lib.h>

#include "nb-ui-flow-layout.h"
#include "nb-ui-help.h"
#include "nb-ui-trust.h"

struct _NbUiSignedBanner
{
  GtkWidget parent_instance;
  NbUiDocument *document;

  GtkWidget *summary;
  GtkLabel *heading;
  GtkBox *lines;
};

G_DEFINE_FINAL_TYPE (NbUiSignedBanner, nb_ui_signed_banner, GTK_TYPE_WIDGET)

static void
nb_ui_signed_banner_dispose (GObject *object)
{
  NbUiSignedBanner *self = NB_UI_SIGNED_BANNER (object);
  GtkWidget *child;

  nb_ui_signed_banner_set_document (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_SIGNED_BANNER);
  G_OBJECT_CLASS (nb_ui_signed_banner_parent_class)->dispose (object);
}

static void
nb_ui_signed_banner_class_init (NbUiSignedBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_signed_banner_dispose;
  g_type_ensure (NB_UI_TYPE_FLOW_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nianbao/Nianbao/ui/nb-ui-signed-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiSignedBanner, summary);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignedBanner, heading);
  gtk_widget_class_bind_template_child (widget_class, NbUiSignedBanner, lines);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
nb_ui_signed_banner_init (NbUiSignedBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_ui_help_set_page (GTK_WIDGET (self), "verifying");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: names the banner above a signed report. */
                                  _ ("Signatures"), -1);
}

/* Intact, trusted or why not, in few words; the details say more. */
static const char *
get_state (const NbSignatureVerdict *signature)
{
  if (!signature->intact)
    return _ ("Broken: do not rely on it.");
  if (signature->trusted && signature->in_time)
    return _ ("Intact, and trusted.");
  if (signature->trusted)
    return _ ("Intact, but the time that is claimed does not fit.");
  if (g_strcmp0 (signature->problem, "self-made") == 0)
    return _ ("Intact, but not trusted here: the certificate is self-made.");
  return _ ("Intact, but not trusted here.");
}

static char *
describe (const NbSignatureVerdict *signature)
{
  g_autofree char *time = nb_ui_trust_format_time (signature->time);
  const char *role = signature->known_role ? nb_role_get_title (signature->role) : "?";
  const char *signer = signature->signer != NULL ? signature->signer : "?";

  /* Translators: who signed, as what, and the time that they claim. */
  return g_strdup_printf (_ ("%s, as %s, at %s as claimed"), signer, role, time);
}

static GtkWidget *
make_words (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* The narrower it can be, the higher it asks to be. */
  gtk_label_set_width_chars (GTK_LABEL (label), 18);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* @next: the one after it, or NULL. Of signatures in the same state it is said once, under the last one. */
static void
add_line (NbUiSignedBanner *self,
          const NbSignatureVerdict *signature,
          const NbSignatureVerdict *next,
          GString *name)
{
  NbUiTrust trust = nb_ui_trust_of_signature (signature);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = gtk_image_new_from_icon_name (nb_ui_trust_get_icon (trust));
  g_autofree char *who = describe (signature);

  gtk_widget_add_css_class (icon, nb_ui_trust_get_css_class (trust));
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), make_words (who, NULL));
  if (next == NULL || !g_str_equal (get_state (next), get_state (signature)))
    gtk_box_append (GTK_BOX (words), make_words (get_state (signature), "caption"));
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (self->lines, line);
  g_string_append_printf (name, " %s. %s", who, get_state (signature));
}

static const char *
get_heading (const NbVerdict *verdict)
{
  switch (nb_ui_trust_of (verdict))
    {
    case NB_UI_TRUST_BROKEN:
      return _ ("This report is signed, but not intact");
    case NB_UI_TRUST_DOUBTFUL:
    case NB_UI_TRUST_GOOD:
      break;
    }
  return _ ("This report is signed: it can be read, but not changed");
}

static void
follow (NbUiSignedBanner *self)
{
  const NbVerdict *verdict =
      self->document != NULL ? nb_ui_document_get_verdict (self->document) : NULL;
  g_autoptr (GString) name = NULL;
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, line);
  gtk_widget_set_visible (GTK_WIDGET (self), verdict != NULL);
  if (verdict == NULL)
    return;
  name = g_string_new (get_heading (verdict));
  g_string_append_c (name, '.');
  gtk_label_set_text (self->heading, get_heading (verdict));
  /* What is wrong with the file as a whole, or with one of the signatures. */
  if (!verdict->intact)
    {
      gtk_box_append (self->lines, make_words (verdict->message, "error"));
      g_string_append_printf (name, " %s", verdict->message);
    }
  for (guint i = 0; i < verdict->signatures->len; i++)
    add_line (self, g_ptr_array_index (verdict->signatures, i),
              i + 1 < verdict->signatures->len ? g_ptr_array_index (verdict->signatures, i + 1)
                                               : NULL,
              name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->summary), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name->str, -1);
}

void
nb_ui_signed_banner_set_document (NbUiSignedBanner *self, NbUiDocument *document)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document != NULL)
    g_signal_connect_swapped (document, "notify::verdict", G_CALLBACK (follow), self);
  if (self->lines != NULL)
    follow (self);
}
