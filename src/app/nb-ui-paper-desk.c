/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-paper-desk-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (NbUiPaperDesk, nb_ui_paper_desk, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_SHOWN_WIDTH,
  N_PROPS
};

enum
{
  ACTIVATED,
  RENEWED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Pictures of so many pages before and after the visible ones are kept. */
#define KEPT 3

static void
nb_ui_paper_desk_dispose (GObject *object)
{
  NbUiPaperDesk *self = NB_UI_PAPER_DESK (object);
  GtkWidget *child;

  g_clear_handle_id (&self->source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_object (&self->paper);
  g_clear_pointer (&self->field, g_free);
  G_OBJECT_CLASS (nb_ui_paper_desk_parent_class)->dispose (object);
}

static void
nb_ui_paper_desk_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NbUiPaperDesk *self = NB_UI_PAPER_DESK (object);

  if (id == PROP_PAGE)
    g_value_set_uint (value, self->page);
  else
    g_value_set_int (value, self->shown_width);
}

static NbPageList *
get_pages (NbUiPaperDesk *self)
{
  return nb_ui_paper_get_pages (self->paper);
}

static NbUiPaperSheet *
get_sheet (NbUiPaperDesk *self, guint page)
{
  return g_ptr_array_index (self->sheets, page);
}

void
nb_ui_paper_desk_get_extent (NbUiPaperDesk *self, guint page, double *top, double *bottom)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  if (!gtk_widget_compute_bounds (GTK_WIDGET (get_sheet (self, page)), GTK_WIDGET (self), &bounds))
    g_warning ("a sheet lies on no desk");
  *top = bounds.origin.y;
  *bottom = bounds.origin.y + bounds.size.height;
}

/* The pages that can be seen, from @first to @last; the one in the middle is the one that one looks at. */
static void
find_visible (NbUiPaperDesk *self, guint *first, guint *last)
{
  double from = gtk_adjustment_get_value (self->vertical);
  double to = from + gtk_adjustment_get_page_size (self->vertical);
  guint page = self->page;
  gboolean found = FALSE;

  *first = *last = 0;
  for (guint i = 0; i < self->sheets->len; i++)
    {
      double top, bottom;

      nb_ui_paper_desk_get_extent (self, i, &top, &bottom);
      if (bottom < from || top > to)
        continue;
      if (!found)
        *first = page = i;
      found = TRUE;
      *last = i;
      if (top <= (from + to) / 2)
        page = i;
    }
  if (page != self->page)
    {
      self->page = page;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
    }
}

static void
want (NbUiPaperDesk *self, guint page, GArray *wanted)
{
  if (page < self->sheets->len
      && !nb_ui_paper_sheet_has_picture (get_sheet (self, page), self->serial))
    g_array_append_val (wanted, page);
}

/* What is seen is drawn first, then what is a turn of the wheel away. */
static void
want_pictures (NbUiPaperDesk *self)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first, last, width;

  find_visible (self, &first, &last);
  for (guint i = first; i <= last; i++)
    want (self, i, wanted);
  want (self, last + 1, wanted);
  if (first > 0)
    want (self, first - 1, wanted);
  for (guint i = 0; i < self->sheets->len; i++)
    if (i + KEPT < first || i > last + KEPT)
      nb_ui_paper_sheet_set_picture (get_sheet (self, i), NULL, 0);
  width = nb_ui_paper_sheet_get_wanted_width (get_sheet (self, first));
  if (width > 0)
    nb_ui_paper_draw (self->paper, (const guint *) wanted->data, wanted->len, width);
}

static void
mark_page (NbUiPaperDesk *self, guint page, const NbRect *cursor)
{
  g_autoptr (GArray) rooms = g_array_new (FALSE, FALSE, sizeof (NbRect));
  NbPageList *pages = get_pages (self);

  for (guint i = 0; self->field != NULL && i < nb_page_list_get_n_areas (pages, page); i++)
    {
      const NbPageArea *area = nb_page_list_get_area (pages, page, i);

      if (area->value && strcmp (area->field, self->field) == 0)
        g_array_append_val (rooms, area->rect);
    }
  nb_ui_paper_sheet_set_marks (get_sheet (self, page), rooms, cursor);
}

/* Where the place that is marked is now; FALSE where it is nowhere. */
static gboolean
locate (NbUiPaperDesk *self, NbRect *rect, gboolean *is_cursor)
{
  NbPagePlace place = { self->field, self->position.paragraph, self->position.offset };

  self->marked_page = self->page;
  *is_cursor = FALSE;
  if (self->field == NULL)
    return FALSE;
  *is_cursor = nb_page_list_locate (get_pages (self), &place, &self->marked_page, rect);
  return *is_cursor
         || nb_page_list_find_room (get_pages (self), self->field, &self->marked_page, rect);
}

static void
mark (NbUiPaperDesk *self)
{
  gboolean is_cursor;
  NbRect rect;

  if (self->sheets->len == 0)
    return;
  locate (self, &rect, &is_cursor);
  for (guint i = 0; i < self->sheets->len; i++)
    mark_page (self, i, is_cursor && i == self->marked_page ? &rect : NULL);
}

/* What is out of sight, or nearly, is brought a little above the middle. */
static void
scroll_to (NbUiPaperDesk *self, double from, double to)
{
  double value = gtk_adjustment_get_value (self->vertical);
  double size = gtk_adjustment_get_page_size (self->vertical);
  double margin = MIN (3 * NB_UI_PAPER_SPACING, size / 8);

  if (from - margin < value || to + margin > value + size)
    gtk_adjustment_set_value (self->vertical, from - MAX (margin, (size - (to - from)) * 0.4));
}

static void
scroll_to_place (NbUiPaperDesk *self)
{
  graphene_rect_t area;
  gboolean is_cursor;
  NbRect rect;
  double top, bottom;

  if (!locate (self, &rect, &is_cursor))
    return;
  nb_ui_paper_desk_get_extent (self, self->marked_page, &top, &bottom);
  nb_ui_paper_sheet_get_area (get_sheet (self, self->marked_page), &rect, &area);
  scroll_to (self, top + area.origin.y, top + area.origin.y + area.size.height);
}

static void
note_shown_width (NbUiPaperDesk *self)
{
  int width = nb_ui_paper_desk_get_width (self);

  if (width == self->shown_width)
    return;
  self->shown_width = width;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN_WIDTH]);
}

/* What one looked at stays where it was while sheets become larger or smaller. */
static void
keep_middle (NbUiPaperDesk *self)
{
  double upper = gtk_adjustment_get_upper (self->vertical);
  double size = gtk_adjustment_get_page_size (self->vertical);

  if (self->middle >= 0)
    gtk_adjustment_set_value (self->vertical, self->middle * upper - size / 2);
  self->middle = -1;
}

static gboolean
update (void *data)
{
  NbUiPaperDesk *self = data;

  self->source = 0;
  note_shown_width (self);
  if (self->sheets->len == 0 || self->shown_width == 0)
    return G_SOURCE_REMOVE;
  keep_middle (self);
  if (self->scroll)
    scroll_to_place (self);
  self->scroll = FALSE;
  want_pictures (self);
  return G_SOURCE_REMOVE;
}

/* After the next frame, in which sheets may get another place. */
static void
queue_update (NbUiPaperDesk *self)
{
  if (self->source == 0)
    self->source = g_idle_add (update, self);
}

static void
set_words (NbUiPaperDesk *self, guint page)
{
  g_autofree char *label = g_strdup_printf (_ ("Page %u of %u"), page + 1, self->sheets->len);
  g_autofree char *text = nb_page_list_dup_text (get_pages (self), page);

  nb_ui_paper_sheet_set_words (get_sheet (self, page), label, text);
}

static void
add_sheet (NbUiPaperDesk *self)
{
  GtkWidget *sheet = nb_ui_paper_sheet_new ();

  nb_ui_paper_sheet_set_width (NB_UI_PAPER_SHEET (sheet), self->width);
  gtk_widget_insert_before (sheet, GTK_WIDGET (self), NULL);
  g_ptr_array_add (self->sheets, sheet);
}

static void
note_changed (NbUiPaperDesk *self)
{
  NbPageList *pages = get_pages (self);
  guint n_pages = pages != NULL ? nb_page_list_get_n_pages (pages) : 0;

  self->serial++;
  while (self->sheets->len < n_pages)
    add_sheet (self);
  while (self->sheets->len > n_pages)
    {
      gtk_widget_unparent (g_ptr_array_index (self->sheets, self->sheets->len - 1));
      g_ptr_array_set_size (self->sheets, self->sheets->len - 1);
    }
  for (guint i = 0; i < n_pages; i++)
    {
      int width, height;

      nb_page_list_get_size (pages, i, &width, &height);
      nb_ui_paper_sheet_set_size (get_sheet (self, i), width, height);
      set_words (self, i);
    }
  self->page = MIN (self->page, MAX (n_pages, 1) - 1);
  mark (self);
  queue_update (self);
  g_signal_emit (self, signals[RENEWED], 0);
}

static void
note_drawn (NbUiPaperDesk *self, guint page, GdkTexture *picture)
{
  if (page < self->sheets->len)
    nb_ui_paper_sheet_set_picture (get_sheet (self, page), picture, self->serial);
}

void
nb_ui_paper_desk_set_paper (NbUiPaperDesk *self, NbUiPaper *paper, GtkAdjustment *vertical)
{
  self->paper = g_object_ref (paper);
  self->vertical = vertical;
  g_signal_connect_object (paper, "changed", G_CALLBACK (note_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (paper, "drawn", G_CALLBACK (note_drawn), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vertical, "changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vertical, "value-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
}

void
nb_ui_paper_desk_set_width (NbUiPaperDesk *self, int width)
{
  double upper = gtk_adjustment_get_upper (self->vertical);

  if (upper > 0 && self->middle < 0)
    self->middle = (gtk_adjustment_get_value (self->vertical)
                    + gtk_adjustment_get_page_size (self->vertical) / 2)
                   / upper;
  self->width = width;
  for (guint i = 0; i < self->sheets->len; i++)
    nb_ui_paper_sheet_set_width (get_sheet (self, i), width);
  queue_update (self);
}

int
nb_ui_paper_desk_get_width (NbUiPaperDesk *self)
{
  return self->sheets->len > 0 ? gtk_widget_get_width (GTK_WIDGET (get_sheet (self, 0))) : 0;
}

gboolean
nb_ui_paper_desk_leads_somewhere (NbUiPaperDesk *self)
{
  return g_signal_has_handler_pending (self, signals[ACTIVATED], 0, FALSE);
}

void
nb_ui_paper_desk_activate (NbUiPaperDesk *self, const NbPagePlace *place)
{
  g_signal_emit (self, signals[ACTIVATED], 0, place);
}

void
nb_ui_paper_desk_show_place (NbUiPaperDesk *self, const NbPagePlace *place)
{
  g_autofree char *before = self->field;

  self->field = place != NULL ? g_strdup (place->field) : NULL;
  if (place != NULL)
    self->position = (NbPosition){ place->paragraph, place->offset };
  self->scroll = TRUE;
  mark (self);
  queue_update (self);
}

static void
nb_ui_paper_desk_class_init (NbUiPaperDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nb_ui_paper_desk_dispose;
  object_class->get_property = nb_ui_paper_desk_get_property;
  properties[PROP_PAGE] =
      g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SHOWN_WIDTH] =
      g_param_spec_int ("shown-width", NULL, NULL, 0, G_MAXINT, 0,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ACTIVATED] = g_signal_new ("activated", NB_UI_TYPE_PAPER_DESK, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[RENEWED] = g_signal_new ("renewed", NB_UI_TYPE_PAPER_DESK, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  nb_ui_paper_desk_install_keys (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "desk");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
nb_ui_paper_desk_init (NbUiPaperDesk *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->sheets = g_ptr_array_new ();
  self->middle = -1;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), NB_UI_PAPER_SPACING);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The form as it will be printed"), -1);
  nb_ui_paper_desk_follow_pointer (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (queue_update), NULL);
}
