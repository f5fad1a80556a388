/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-pdf.h"

#include <string.h>

#include "nb-painter-private.h"
#include "nb-pdf-content.h"

/* The outline's entry for a report or, under it, for a text. */
typedef struct
{
  char *title;
  guint page;     /* object */
  GArray *inside; /* of Bookmark, or NULL */
} Bookmark;

struct _NbPdf
{
  NbPainter *painter;
  NbPdfFile *file;
  NbPdfContent *content;
  guint catalog, tree, resources;
  GArray *pages;     /* of guint: objects */
  GArray *bookmarks; /* of Bookmark */
  char *title;       /* of one report; of several: of the form */
  char *author;
  NbForm *form;
  GString *source; /* entries of the catalogue for what is inside */
};

static void
bookmark_clear (void *pointer)
{
  Bookmark *bookmark = pointer;

  g_free (bookmark->title);
  g_clear_pointer (&bookmark->inside, g_array_unref);
}

static GArray *
bookmarks_new (void)
{
  GArray *bookmarks = g_array_new (FALSE, FALSE, sizeof (Bookmark));

  g_array_set_clear_func (bookmarks, bookmark_clear);
  return bookmarks;
}

NbPdf *
nb_pdf_new (NbPainter *painter)
{
  NbPdf *pdf = g_new0 (NbPdf, 1);

  pdf->painter = painter;
  pdf->file = nb_pdf_file_new (painter->compressor);
  pdf->content = nb_pdf_content_new (pdf->file);
  pdf->catalog = nb_pdf_file_reserve (pdf->file);
  pdf->tree = nb_pdf_file_reserve (pdf->file);
  pdf->resources = nb_pdf_file_reserve (pdf->file);
  pdf->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  pdf->bookmarks = bookmarks_new ();
  pdf->source = g_string_new (NULL);
  return pdf;
}

void
nb_pdf_free (NbPdf *pdf)
{
  if (pdf == NULL)
    return;
  nb_pdf_content_free (pdf->content);
  nb_pdf_file_free (pdf->file);
  g_array_unref (pdf->pages);
  g_array_unref (pdf->bookmarks);
  g_string_free (pdf->source, TRUE);
  g_clear_pointer (&pdf->form, nb_form_unref);
  g_free (pdf->title);
  g_free (pdf->author);
  g_free (pdf);
}

static guint
add_page (NbPdf *pdf, NbPageList *list, guint page)
{
  guint object = nb_pdf_file_reserve (pdf->file);
  guint content = nb_pdf_file_reserve (pdf->file);
  g_autoptr (GString) body = g_string_new (NULL);
  int width, height;
  const GString *operators;

  nb_page_list_get_size (list, page, &width, &height);
  nb_pdf_content_begin (pdf->content, NB_POINTS (height));
  nb_painter_draw_page (pdf->painter, list, page, nb_pdf_content_get_ink (pdf->content));
  operators = nb_pdf_content_end (pdf->content);
  nb_pdf_file_add_stream (pdf->file, content, "", operators->str, operators->len);

  g_string_append_printf (body, "<</Type/Page/Parent %u 0 R/MediaBox[0 0 ", pdf->tree);
  nb_pdf_append_number (body, NB_POINTS (width), 3);
  g_string_append_c (body, ' ');
  nb_pdf_append_number (body, NB_POINTS (height), 3);
  g_string_append_printf (body, "]/Resources %u 0 R/Contents %u 0 R>>", pdf->resources, content);
  nb_pdf_file_add (pdf->file, object, body->str);
  g_array_append_val (pdf->pages, object);
  return object;
}

/* The long texts that begin on @page. */
static void
add_texts (Bookmark *bookmark, NbPageList *list, guint page, guint object, GHashTable *seen)
{
  for (guint i = 0; i < nb_page_list_get_n_boxes (list, page); i++)
    {
      const NbPageBox *box = nb_page_list_get_box (list, page, i);
      const NbFieldDef *field =
          box->field != NULL ? nb_form_lookup_field (list->form, box->field) : NULL;
      Bookmark text;

      if (field == NULL || field->type != NB_FIELD_LONG
          || !g_hash_table_add (seen, (char *) field->id))
        continue;
      text = (Bookmark){ g_strdup (field->label), object, NULL };
      g_array_append_val (bookmark->inside, text);
    }
}

gboolean
nb_pdf_add (NbPdf *pdf, NbPageList *list, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Bookmark bookmark = { NULL };

  if (!nb_painter_check (pdf->painter, list, list->form, error))
    return FALSE;
  bookmark.title = g_strdup (nb_page_list_get_title (list));
  bookmark.inside = bookmarks_new ();
  for (guint page = 0; page < nb_page_list_get_n_pages (list); page++)
    {
      guint object = add_page (pdf, list, page);

      if (page == 0)
        bookmark.page = object;
      add_texts (&bookmark, list, page, object, seen);
    }
  g_array_append_val (pdf->bookmarks, bookmark);
  if (pdf->form == NULL)
    {
      pdf->form = nb_form_ref (list->form);
      pdf->author = g_strdup (nb_page_list_get_author (list));
    }
  return TRUE;
}

void
nb_pdf_attach (NbPdf *pdf, GBytes *bytes, const char *name, const char *type)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, bytes);
  g_auto (GStrv) parts = g_strsplit (type, "/", 2);
  g_autofree char *entries = g_strdup_printf (
      "/Type/EmbeddedFile/Subtype/%s#2F%s/Params<</Size %" G_GSIZE_FORMAT "/CheckSum<%s>>>",
      parts[0], parts[1], size, digest);
  g_autoptr (GString) body = g_string_new (NULL);
  guint stream = nb_pdf_file_reserve (pdf->file);
  guint object = nb_pdf_file_reserve (pdf->file);

  g_return_if_fail (pdf->source->len == 0);
  nb_pdf_file_add_stream (pdf->file, stream, entries, data, size);
  g_string_append_printf (body,
                          "<</Type/Filespec/F(%s)/UF(%s)/AFRelationship/Source"
                          "/EF<</F %u 0 R/UF %u 0 R>>>>",
                          name, name, stream, stream);
  nb_pdf_file_add (pdf->file, object, body->str);
  g_string_append_printf (pdf->source, "/AF[%u 0 R]/Names<</EmbeddedFiles<</Names[(%s)%u 0 R]>>>>",
                          object, name, object);
}

/* Writes @bookmarks as children of the object @parent; their numbers follow each other from the one that
 * is returned. */
static guint
write_bookmarks (NbPdf *pdf, const GArray *bookmarks, guint parent)
{
  guint first = 0;

  for (guint i = 0; i < bookmarks->len; i++)
    {
      guint object = nb_pdf_file_reserve (pdf->file);

      first = i == 0 ? object : first;
    }
  for (guint i = 0; i < bookmarks->len; i++)
    {
      const Bookmark *bookmark = &g_array_index (bookmarks, Bookmark, i);
      g_autoptr (GString) body = g_string_new ("<</Title");
      guint n_inside = bookmark->inside != NULL ? bookmark->inside->len : 0;

      nb_pdf_append_text (body, bookmark->title);
      g_string_append_printf (body, "/Parent %u 0 R/Dest[%u 0 R/Fit]", parent, bookmark->page);
      if (i > 0)
        g_string_append_printf (body, "/Prev %u 0 R", first + i - 1);
      if (i + 1 < bookmarks->len)
        g_string_append_printf (body, "/Next %u 0 R", first + i + 1);
      if (n_inside > 0)
        {
          guint inside = write_bookmarks (pdf, bookmark->inside, first + i);

          /* A pile opens with its reports alone. */
          g_string_append_printf (body, "/First %u 0 R/Last %u 0 R/Count %d", inside,
                                  inside + n_inside - 1,
                                  bookmarks->len > 1 ? -(int) n_inside : (int) n_inside);
        }
      g_string_append (body, ">>");
      nb_pdf_file_add (pdf->file, first + i, body->str);
    }
  return first;
}

static guint
write_outline (NbPdf *pdf)
{
  guint object = nb_pdf_file_reserve (pdf->file);
  guint first = write_bookmarks (pdf, pdf->bookmarks, object);
  guint n = pdf->bookmarks->len;
  guint n_open = n;
  g_autofree char *body = NULL;

  if (n == 1)
    n_open += g_array_index (pdf->bookmarks, Bookmark, 0).inside->len;
  body = g_strdup_printf ("<</Type/Outlines/First %u 0 R/Last %u 0 R/Count %u>>", first,
                          first + n - 1, n_open);
  nb_pdf_file_add (pdf->file, object, body);
  return object;
}

/* Everything that a PDF says of itself comes from what it shows, never from a clock. */
static guint
write_info (NbPdf *pdf, NbDate date)
{
  g_autoptr (GString) body = g_string_new ("<</Title");
  NbDate day = nb_date_is_set (date) ? date : (NbDate){ 2000, 1, 1 };
  gboolean single = pdf->bookmarks->len == 1;
  guint object = nb_pdf_file_reserve (pdf->file);

  /* A pile of reports is called after the form. */
  nb_pdf_append_text (body, single ? g_array_index (pdf->bookmarks, Bookmark, 0).title
                                   : nb_form_get_title (pdf->form));
  if (single)
    {
      g_string_append (body, "/Author");
      nb_pdf_append_text (body, pdf->author);
    }
  g_string_append (body, "/Creator(Nianbao)/Producer(Nianbao)/CreationDate");
  nb_pdf_append_date (body, day);
  g_string_append (body, "/ModDate");
  nb_pdf_append_date (body, day);
  g_string_append_printf (body, "/NianbaoFonts(%s)>>",
                          nb_pdf_content_get_font_digest (pdf->content));
  nb_pdf_file_add (pdf->file, object, body->str);
  return object;
}

static void
write_tree (NbPdf *pdf)
{
  g_autoptr (GString) body = g_string_new ("<</Type/Pages/Kids[");

  for (guint i = 0; i < pdf->pages->len; i++)
    g_string_append_printf (body, "%s%u 0 R", i > 0 ? " " : "",
                            g_array_index (pdf->pages, guint, i));
  g_string_append_printf (body, "]/Count %u>>", pdf->pages->len);
  nb_pdf_file_add (pdf->file, pdf->tree, body->str);
}

GBytes *
nb_pdf_finish (NbPdf *pdf, NbDate date)
{
  g_autofree char *fonts = nb_pdf_content_write_fonts (pdf->content);
  g_autofree char *resources = g_strdup_printf ("<</Font<<%s>>>>", fonts);
  g_autofree char *catalog = NULL;
  guint info = write_info (pdf, date);
  GBytes *bytes;

  nb_pdf_file_add (pdf->file, pdf->resources, resources);
  write_tree (pdf);
  catalog = g_strdup_printf ("<</Type/Catalog/Pages %u 0 R/Lang(zh-CN)/Outlines %u 0 R"
                             "/ViewerPreferences<</DisplayDocTitle true>>%s>>",
                             pdf->tree, write_outline (pdf), pdf->source->str);
  nb_pdf_file_add (pdf->file, pdf->catalog, catalog);
  bytes = nb_pdf_file_finish (g_steal_pointer (&pdf->file), pdf->catalog, info);
  nb_pdf_free (pdf);
  return bytes;
}
