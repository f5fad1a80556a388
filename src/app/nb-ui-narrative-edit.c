/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with a page's text as a whole, each after a look at what it would do and as one step. */

#include "nb-ui-narrative-private.h"

#include <glib/gi18n-lib.h>

#include "nb-prose-heading.h"
#include "nb-text-divide.h"
#include "nb-text-section.h"
#include "nb-ui-preview.h"

#define AROUND 8

/* A change that waits for an answer: edits, or a text as a whole. */
typedef struct
{
  NbUiNarrativeView *view;
  NbText *before;
  GPtrArray *edits; /* or NULL */
  NbText *after;    /* or NULL */
  NbSpan place;     /* where the cursor goes */
} Change;

static void
change_free (void *data)
{
  Change *change = data;

  g_object_unref (change->view);
  nb_text_unref (change->before);
  g_clear_pointer (&change->edits, g_ptr_array_unref);
  nb_text_unref (change->after);
  g_free (change);
}

static Change *
change_new (NbUiNarrativeView *self)
{
  Change *change = g_new0 (Change, 1);

  change->view = g_object_ref (self);
  change->before = nb_text_ref (nb_ui_text_binding_get_text (self->binding));
  return change;
}

static NbUiDocument *
get_document (NbUiNarrativeView *self)
{
  return nb_ui_text_binding_get_document (self->binding);
}

static void
apply (void *data)
{
  Change *change = data;
  NbUiTextBinding *binding = change->view->binding;
  NbUiDocument *document;
  const char *field;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (binding == NULL)
    return;
  document = nb_ui_text_binding_get_document (binding);
  field = nb_ui_text_binding_get_def (binding)->id;
  if (!nb_text_equal (change->before, nb_ui_text_binding_get_text (binding)))
    {
      nb_ui_document_remark (document, _ ("The text was changed meanwhile; nothing was done."));
      return;
    }
  if (change->edits != NULL)
    done = nb_ui_document_make_edits (document, field, change->edits, &error);
  else
    {
      g_autofree char *string = nb_text_dup_string (change->after);

      done = nb_ui_document_set_text (document, field, string, &error);
    }
  if (!done)
    nb_ui_document_remark (document, error->message);
  else
    nb_ui_narrative_view_show_span (change->view, &change->place);
}

static void
ask_about_edits (NbUiNarrativeView *self,
                 GPtrArray *edits,
                 const char *heading,
                 const char *label,
                 const char *nothing)
{
  g_autoptr (GPtrArray) previews = nb_edit_previews_new ();
  NbPosition cursor = nb_ui_text_binding_get_cursor (self->binding);
  Change *change;

  if (edits == NULL || edits->len == 0)
    {
      nb_ui_document_remark (get_document (self), nothing);
      g_clear_pointer (&edits, g_ptr_array_unref);
      return;
    }
  change = change_new (self);
  change->edits = edits;
  change->place = (NbSpan){ cursor.paragraph, cursor.offset, cursor.offset };
  for (guint i = 0; i < edits->len; i++)
    {
      const NbTextEdit *edit = g_ptr_array_index (edits, i);

      nb_edit_previews_add (previews, change->before, edit->span, edit->text, AROUND);
    }
  nb_ui_preview_ask (GTK_WIDGET (self), heading, label, previews, apply, change, change_free);
}

static void
renumber (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiNarrativeView *self = NB_UI_NARRATIVE_VIEW (widget);
  NbPosition cursor = nb_ui_text_binding_get_cursor (self->binding);

  if (!nb_ui_document_can_change (get_document (self)))
    return;
  ask_about_edits (self,
                   nb_text_renumber_run (nb_ui_text_binding_get_text (self->binding),
                                         cursor.paragraph, cursor.offset),
                   _ ("Renumber This Run?"),
                   /* Translators: button: gives the items of a run their numbers anew. */
                   _ ("_Renumber"),
                   _ ("The numbers at the cursor count on already, or there are none."));
}

static void
divide (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NbUiNarrativeView *self = NB_UI_NARRATIVE_VIEW (widget);
  g_autoptr (GArray) divisions =
      nb_text_list_divisions (nb_ui_text_binding_get_text (self->binding));
  GPtrArray *edits;

  if (!nb_ui_document_can_change (get_document (self)))
    return;
  edits = nb_text_edits_new ();
  for (guint i = 0; i < divisions->len; i++)
    nb_text_edits_add (edits, g_array_index (divisions, NbSpan, i), "\n");
  ask_about_edits (self, edits, _ ("Restore Paragraphs?"),
                   /* Translators: button: divides a text into its paragraphs again. */
                   _ ("_Restore"), _ ("Every heading begins a paragraph already."));
}

/* The headings in their order before, and after. */
static GPtrArray *
preview_headings (const NbText *before, const NbText *after)
{
  g_autoptr (GArray) old = nb_text_list_headings (before);
  g_autoptr (GArray) new = nb_text_list_headings (after);
  GPtrArray *previews = nb_edit_previews_new ();

  for (guint i = 0; i < old->len && i < new->len; i++)
    {
      const NbHeading *one = &g_array_index (old, NbHeading, i);
      const NbHeading *other = &g_array_index (new, NbHeading, i);
      NbSpan span = { one->paragraph, one->item->start, one->item->title_end };
      g_autofree char *title = nb_text_dup_span (before, span);
      g_autofree char *now = nb_text_dup_span (
          after, (NbSpan){ other->paragraph, other->item->start, other->item->title_end });

      if (!g_str_equal (title, now))
        nb_edit_previews_add (previews, before, span, now, 0);
    }
  return previews;
}

static void
move (NbUiNarrativeView *self, gboolean down)
{
  NbPosition cursor = nb_ui_text_binding_get_cursor (self->binding);
  NbText *text = nb_ui_text_binding_get_text (self->binding);
  g_autoptr (GPtrArray) previews = NULL;
  NbTextSection moved;
  NbText *after;
  Change *change;

  if (!nb_ui_document_can_change (get_document (self)))
    return;
  after = nb_text_move_section (text, cursor.paragraph, cursor.offset, down, &moved);
  if (after == NULL)
    {
      nb_ui_document_remark (get_document (self),
                             _ ("There is no section of this level to change places with."));
      return;
    }
  change = change_new (self);
  change->after = after;
  change->place = (NbSpan){ moved.paragraph, moved.start, moved.start };
  previews = preview_headings (text, after);
  nb_ui_preview_ask (GTK_WIDGET (self),
                     down ? _ ("Move the Section Down?") : _ ("Move the Section Up?"),
                     /* Translators: button: moves a section of a text. */
                     _ ("_Move"), previews, apply, change, change_free);
}

static void
move_up (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move (NB_UI_NARRATIVE_VIEW (widget), FALSE);
}

static void
move_down (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move (NB_UI_NARRATIVE_VIEW (widget), TRUE);
}

void
nb_ui_narrative_view_install_edits (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "narrative.renumber", NULL, renumber);
  gtk_widget_class_install_action (widget_class, "narrative.divide", NULL, divide);
  gtk_widget_class_install_action (widget_class, "narrative.move-up", NULL, move_up);
  gtk_widget_class_install_action (widget_class, "narrative.move-down", NULL, move_down);
}
