/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-paper-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nb-ui-document-private.h"
#include "nb-ui-help.h"
#include "nb-ui-platform.h"

/* The answer waits until typing rests for so long. */
#define ANSWER_DELAY_MS 250
/* Characters of a code with its hyphen. */
#define CODE_LENGTH 11

typedef struct
{
  AdwActionRow *row;
  GtkImage *icon;
  GtkEditable *entry;
} Page;

struct _NbUiPaperDialog
{
  AdwWindow parent_instance;
  NbJob *job;
  NbReportData *data;
  GArray *pages; /* of Page */
  guint answer_source;
  gboolean filling; /* codes come from a PDF, not from a keyboard */

  AdwToastOverlay *toasts;
  AdwPreferencesGroup *codes;
  GtkWidget *summary_group;
  GtkLabel *summary;
};

G_DEFINE_FINAL_TYPE (NbUiPaperDialog, nb_ui_paper_dialog, ADW_TYPE_WINDOW)

static guint work_signal;

static Page *
get_page (NbUiPaperDialog *self, guint index)
{
  return &g_array_index (self->pages, Page, index);
}

/* What the thread needs, it owns. */
typedef struct
{
  NbJob *job;
  NbReportData *data;
  char **codes; /* typed; or NULL: of the PDF */
  char *path;
} Errand;

static void
errand_free (void *data)
{
  Errand *errand = data;

  nb_report_data_unref (errand->data);
  g_strfreev (errand->codes);
  g_free (errand->path);
  g_free (errand);
}

static Errand *
errand_new (NbUiPaperDialog *self)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->job = self->job;
  errand->data = nb_report_data_ref (self->data);
  return errand;
}

static void *
answer_codes (NbUiWork *work, void *data, GError **error)
{
  const Errand *errand = data;
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) codes = NULL;

  if (errand->path == NULL)
    return nb_job_verify_codes (errand->job, errand->data, (const char *const *) errand->codes,
                                error);
  pdf = nb_job_read_file (errand->path, error);
  codes = pdf != NULL ? nb_job_list_pdf_codes (pdf, error) : NULL;
  return codes != NULL
             ? nb_job_verify_codes (errand->job, errand->data, (const char *const *) codes, error)
             : NULL;
}

static void
set_answer (Page *page, const char *icon, const char *css_class, const char *words)
{
  static const char *const classes[] = { "success", "warning", "error" };
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  gtk_image_set_from_icon_name (page->icon, icon);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (page->icon), classes[i]);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (page->icon), css_class);
  adw_action_row_set_subtitle (page->row, escaped);
  gtk_accessible_update_property (GTK_ACCESSIBLE (page->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
}

static void
show_verdict (Page *page, const NbCodeVerdict *verdict)
{
  switch (verdict->answer)
    {
    case NB_CODE_THIS_VERSION:
      set_answer (page, "emblem-ok-symbolic", "success", verdict->message);
      break;
    case NB_CODE_MISREAD:
    case NB_CODE_UNREADABLE:
      set_answer (page, "dialog-warning-symbolic", "warning", verdict->message);
      break;
    case NB_CODE_OTHER_VERSION:
    case NB_CODE_OTHER_REPORT:
      set_answer (page, "dialog-error-symbolic", "error", verdict->message);
      break;
    }
}

/* How many pages are of this version, of another one, and not asked about. */
static void
show_summary (NbUiPaperDialog *self, const NbCodesVerdict *verdict)
{
  guint n_same = 0, n_other = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < verdict->codes->len; i++)
    {
      const NbCodeVerdict *code = g_ptr_array_index (verdict->codes, i);

      n_same += code->answer == NB_CODE_THIS_VERSION ? 1 : 0;
      n_other +=
          code->answer == NB_CODE_OTHER_VERSION || code->answer == NB_CODE_OTHER_REPORT ? 1 : 0;
    }
  if (n_other > 0)
    words = g_strdup_printf (ngettext ("The paper has changed: %u page is of another version",
                                       "The paper has changed: %u pages are of another version",
                                       n_other),
                             n_other);
  else if (verdict->missing->len > 0 || n_same < verdict->codes->len)
    words = g_strdup_printf (
        ngettext ("%u page of this version so far", "%u pages of this version so far", n_same),
        n_same);
  else
    words = g_strdup (_ ("Every page is of this version"));
  gtk_label_set_text (self->summary, words);
  gtk_widget_set_visible (self->summary_group, TRUE);
}

static void add_page (NbUiPaperDialog *self);

/* Typed codes belong to the rows that hold one, in their order; those of a PDF to its pages. */
static void
show_answers (NbUiPaperDialog *self, const NbCodesVerdict *verdict, gboolean from_pdf)
{
  guint next = 0;

  while (from_pdf && self->pages->len < verdict->codes->len)
    add_page (self);
  for (guint i = 0; i < self->pages->len; i++)
    {
      Page *page = get_page (self, i);
      const NbCodeVerdict *code =
          next < verdict->codes->len ? g_ptr_array_index (verdict->codes, next) : NULL;

      if (from_pdf)
        {
          self->filling = TRUE;
          gtk_editable_set_text (page->entry, code != NULL ? code->typed : "");
          self->filling = FALSE;
        }
      if (code == NULL || (!from_pdf && *gtk_editable_get_text (page->entry) == '\0'))
        {
          set_answer (page, "checkbox-symbolic", NULL,
                      from_pdf ? _ ("Is missing from the PDF") : _ ("No code yet"));
          continue;
        }
      show_verdict (page, code);
      next++;
    }
  show_summary (self, verdict);
}

static void
note_answered (GObject *source, GAsyncResult *result, void *data)
{
  g_autoptr (NbUiPaperDialog) self = data;
  gboolean from_pdf = g_object_get_data (source, "from-pdf") != NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NbCodesVerdict) verdict = nb_ui_work_run_finish (NB_UI_WORK (source), result, &error);

  /* The dialog may have been closed meanwhile. */
  if (self->toasts == NULL)
    return;
  if (verdict != NULL)
    show_answers (self, verdict, from_pdf);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
    }
}

static void
run (NbUiPaperDialog *self, Errand *errand)
{
  g_autoptr (NbUiWork) work = nb_ui_work_new (_ ("Comparing pages"));

  if (errand->path != NULL)
    g_object_set_data (G_OBJECT (work), "from-pdf", self);
  g_signal_emit (self, work_signal, 0, work);
  nb_ui_work_run (work, answer_codes, errand, errand_free, (GDestroyNotify) nb_codes_verdict_free,
                  note_answered, g_object_ref (self));
}

static gboolean
answer_after_rest (void *data)
{
  NbUiPaperDialog *self = data;
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  Errand *errand = errand_new (self);

  self->answer_source = 0;
  for (guint i = 0; i < self->pages->len; i++)
    if (*gtk_editable_get_text (get_page (self, i)->entry) != '\0')
      g_ptr_array_add (codes, g_strdup (gtk_editable_get_text (get_page (self, i)->entry)));
  g_ptr_array_add (codes, NULL);
  errand->codes = (char **) g_ptr_array_free (g_steal_pointer (&codes), FALSE);
  run (self, errand);
  return G_SOURCE_REMOVE;
}

static void
note_typed (NbUiPaperDialog *self)
{
  if (self->filling)
    return;
  g_clear_handle_id (&self->answer_source, g_source_remove);
  self->answer_source = g_timeout_add (ANSWER_DELAY_MS, answer_after_rest, self);
}

void
nb_ui_paper_dialog_open_pdf (NbUiPaperDialog *self, const char *path)
{
  Errand *errand = errand_new (self);

  g_clear_handle_id (&self->answer_source, g_source_remove);
  errand->path = g_strdup (path);
  run (self, errand);
}

static void
note_chosen (const char *path, void *data)
{
  if (path != NULL)
    nb_ui_paper_dialog_open_pdf (data, path);
}

static void
choose_pdf (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nb_ui_platform_choose_open (GTK_WINDOW (widget), _ ("Open the PDF"), NB_UI_FILES_SIGNED,
                              note_chosen, widget);
}

static void
nb_ui_paper_dialog_dispose (GObject *object)
{
  NbUiPaperDialog *self = NB_UI_PAPER_DIALOG (object);

  g_clear_handle_id (&self->answer_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), NB_UI_TYPE_PAPER_DIALOG);
  self->toasts = NULL;
  g_clear_pointer (&self->pages, g_array_unref);
  g_clear_pointer (&self->data, nb_report_data_unref);
  G_OBJECT_CLASS (nb_ui_paper_dialog_parent_class)->dispose (object);
}

static void
nb_ui_paper_dialog_class_init (NbUiPaperDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nb_ui_paper_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nianbao/Nianbao/ui/nb-ui-paper-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NbUiPaperDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, NbUiPaperDialog, codes);
  gtk_widget_class_bind_template_child (widget_class, NbUiPaperDialog, summary_group);
  gtk_widget_class_bind_template_child (widget_class, NbUiPaperDialog, summary);
  gtk_widget_class_install_action (widget_class, "paper.open-pdf", NULL, choose_pdf);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  work_signal = g_signal_new ("work", NB_UI_TYPE_PAPER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, NB_UI_TYPE_WORK);
}

static void
nb_ui_paper_dialog_init (NbUiPaperDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nb_ui_help_set_page (GTK_WIDGET (self), "codes");
  self->pages = g_array_new (FALSE, FALSE, sizeof (Page));
}

static void
add_page (NbUiPaperDialog *self)
{
  g_autofree char *title = g_strdup_printf (_ ("Page %u"), self->pages->len + 1);
  g_autofree char *name = g_strdup_printf (_ ("Code of page %u"), self->pages->len + 1);
  GtkWidget *entry = gtk_entry_new ();
  Page page = { ADW_ACTION_ROW (adw_action_row_new ()), GTK_IMAGE (gtk_image_new ()),
                GTK_EDITABLE (entry) };

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (page.row), title);
  adw_action_row_set_subtitle_lines (page.row, 0);
  adw_action_row_add_prefix (page.row, GTK_WIDGET (page.icon));
  adw_action_row_add_suffix (page.row, entry);
  nb_ui_platform_set_activatable_widget (page.row, entry);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (page.entry, CODE_LENGTH);
  gtk_editable_set_max_width_chars (page.entry, CODE_LENGTH);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), FALSE);
  gtk_widget_add_css_class (entry, "monospace");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (note_typed), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->codes, GTK_WIDGET (page.row));
  set_answer (&page, "checkbox-symbolic", NULL, _ ("No code yet"));
  g_array_append_val (self->pages, page);
}

NbUiPaperDialog *
nb_ui_paper_dialog_new (GtkWindow *parent, NbUiDocument *document, GError **error)
{
  g_autoptr (NbReportData) data = nb_report_freeze (nb_ui_document_get_report (document));
  NbJob *job = nb_ui_document_get_job (document);
  g_autoptr (NbPageList) list =
      nb_job_layout (job, data, (NbPrinting){ NB_COPY_FILING, FALSE }, error);
  NbUiPaperDialog *self;

  if (list == NULL)
    return NULL;
  self = g_object_new (NB_UI_TYPE_PAPER_DIALOG, "transient-for", parent, NULL);
  self->job = job;
  self->data = g_steal_pointer (&data);
  for (guint i = 0; i < nb_page_list_get_n_pages (list); i++)
    add_page (self);
  return self;
}
