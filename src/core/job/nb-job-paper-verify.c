/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "nb-job-private.h"
#include "nb-pdf-reader.h"

/* Two pictures are the same where no square of so many pixels differs by so much ink (0 to 255): less is a
 * matter of rounding, more is a stroke. */
#define SQUARE    4
#define TOLERANCE 40

gboolean
nb_job_is_pdf (GBytes *bytes)
{
  return nb_pdf_reader_accepts (bytes);
}

void
nb_paper_verdict_free (NbPaperVerdict *paper)
{
  if (paper == NULL)
    return;
  g_clear_pointer (&paper->verdict, nb_verdict_free);
  g_array_unref (paper->pages);
  g_free (paper->problem);
  g_free (paper);
}

/* The pixels of a binary grey map of one byte each, or NULL. */
static const guchar *
read_map (GBytes *bytes, int *width, int *height)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = g_strndup (data, MIN (size, 64));
  int depth, length = 0;

  if (sscanf (head, "P5 %d %d %d%n", width, height, &depth, &length) != 3 || depth != 255
      || *width < 1 || *height < 1 || *width > 20000 || *height > 20000
      || size != (gsize) length + 1 + (gsize) *width * (gsize) *height)
    return NULL;
  return (const guchar *) data + length + 1;
}

static int
get_ink (const guchar *pixels, int width, int x, int y)
{
  int sum = 0;

  for (int i = 0; i < SQUARE * SQUARE; i++)
    sum += 255 - pixels[(gsize) (y + i / SQUARE) * (gsize) width + (gsize) (x + i % SQUARE)];
  return sum / (SQUARE * SQUARE);
}

static gboolean
is_same_picture (GBytes *a, GBytes *b)
{
  int width, height, other_width, other_height;
  const guchar *one = read_map (a, &width, &height);
  const guchar *other = read_map (b, &other_width, &other_height);

  if (one == NULL || other == NULL || width != other_width || height != other_height)
    return FALSE;
  for (int y = 0; y + SQUARE <= height; y += SQUARE)
    for (int x = 0; x + SQUARE <= width; x += SQUARE)
      if (abs (get_ink (one, width, x, y) - get_ink (other, width, x, y)) > TOLERANCE)
        return FALSE;
  return TRUE;
}

/* A PDF as far as it is compared. */
typedef struct
{
  GBytes *bytes;
  char *fonts;
  GPtrArray *texts; /* of its pages */
} Paper;

static void
paper_clear (Paper *paper)
{
  g_clear_pointer (&paper->bytes, g_bytes_unref);
  g_clear_pointer (&paper->texts, g_ptr_array_unref);
  g_free (paper->fonts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paper, paper_clear)

static gboolean
paper_read (Paper *paper, GError **error)
{
  if (!nb_pdf_reader_read_fonts (paper->bytes, &paper->fonts, error))
    return FALSE;
  paper->texts = nb_pdf_reader_read_texts (paper->bytes, error);
  return paper->texts != NULL;
}

static gboolean
compare_pictures (NbPaperVerdict *result, const Paper *given, const Paper *made, GError **error)
{
  for (guint i = 0; i < MIN (given->texts->len, made->texts->len); i++)
    {
      NbPageState *state = &g_array_index (result->pages, NbPageState, i);
      g_autoptr (GBytes) one = NULL;
      g_autoptr (GBytes) other = NULL;

      if (*state != NB_PAGE_SAME)
        continue;
      one = nb_pdf_reader_read_picture (given->bytes, i + 1, error);
      if (one == NULL)
        return FALSE;
      other = nb_pdf_reader_read_picture (made->bytes, i + 1, error);
      if (other == NULL)
        return FALSE;
      if (!is_same_picture (one, other))
        *state = NB_PAGE_OTHER_PICTURE;
    }
  result->pictures_compared = TRUE;
  return TRUE;
}

static void
compare_texts (NbPaperVerdict *result, const Paper *given, const Paper *made)
{
  for (guint i = 0; i < MAX (given->texts->len, made->texts->len); i++)
    {
      NbPageState state = NB_PAGE_SAME;

      if (i >= given->texts->len)
        state = NB_PAGE_MISSING;
      else if (i >= made->texts->len)
        state = NB_PAGE_EXTRA;
      else if (strcmp (given->texts->pdata[i], made->texts->pdata[i]) != 0)
        state = NB_PAGE_OTHER_TEXT;
      g_array_append_val (result->pages, state);
    }
}

static gboolean
is_all_same (const NbPaperVerdict *result)
{
  for (guint i = 0; i < result->pages->len; i++)
    if (g_array_index (result->pages, NbPageState, i) != NB_PAGE_SAME)
      return FALSE;
  return TRUE;
}

/* The pages as they come with the sponsor's sentence in print or, where that is not what was given, with
 * room for the pen. */
static gboolean
compare_pages (NbJob *job,
               NbPainter *painter,
               const NbReportData *data,
               gboolean for_pen,
               const Paper *given,
               NbPaperVerdict *result,
               GError **error)
{
  const NbPrinting printing = { .copy = NB_COPY_FILING, .for_pen = for_pen };
  g_auto (Paper) made = { NULL };

  made.bytes = nb_job_print (job, painter, data, printing, NULL, NULL, error);
  if (made.bytes == NULL || !paper_read (&made, error))
    return FALSE;
  g_array_set_size (result->pages, 0);
  compare_texts (result, given, &made);
  if (g_strcmp0 (given->fonts, made.fonts) != 0)
    return TRUE;
  return compare_pictures (result, given, &made, error);
}

/* Takes the comparison with room for the pen if that is the one that fits. */
static gboolean
compare_by_pen (NbJob *job,
                NbPainter *painter,
                const NbReportData *data,
                const Paper *given,
                NbPaperVerdict *result,
                GError **error)
{
  NbPaperVerdict other = { .pages = g_array_new (FALSE, FALSE, sizeof (NbPageState)) };
  gboolean compared = compare_pages (job, painter, data, TRUE, given, &other, error);

  if (compared && is_all_same (&other))
    {
      g_array_set_size (result->pages, 0);
      g_array_append_vals (result->pages, other.pages->data, other.pages->len);
      result->pictures_compared = other.pictures_compared;
    }
  g_array_unref (other.pages);
  return compared;
}

/* What stands in the way of making the pages again is said in the verdict: the signatures have one all the
 * same. FALSE: the PDF itself cannot be read. */
static gboolean
compare (NbJob *job,
         NbPainter *painter,
         GBytes *xml,
         const Paper *given,
         NbPaperVerdict *result,
         GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (NbReportData) data = nb_job_load (job, xml, NULL, &cause);

  if (data == NULL || !compare_pages (job, painter, data, FALSE, given, result, &cause)
      || (!is_all_same (result) && !compare_by_pen (job, painter, data, given, result, &cause)))
    {
      if (g_error_matches (cause, NB_ERROR, NB_ERROR_READ))
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return FALSE;
        }
      result->problem = g_strdup_printf (
          _ ("the pages cannot be made again from the data inside: %s"), cause->message);
    }
  return TRUE;
}

NbPaperVerdict *
nb_job_verify_pdf (
    NbJob *job, NbPainter *painter, GBytes *pdf, NbTrust *trust, gint64 now, GError **error)
{
  g_autoptr (NbPaperVerdict) result = g_new0 (NbPaperVerdict, 1);
  g_auto (Paper) given = { .bytes = g_bytes_ref (pdf) };
  g_autoptr (GBytes) xml = NULL;

  result->pages = g_array_new (FALSE, FALSE, sizeof (NbPageState));
  if (!paper_read (&given, error))
    return NULL;
  xml = nb_pdf_reader_read_attachment (pdf, error);
  if (xml == NULL)
    return NULL;
  result->verdict = nb_job_verify (job, xml, trust, now, error);
  if (result->verdict == NULL || !compare (job, painter, xml, &given, result, error))
    return NULL;
  result->proven = result->problem == NULL && is_all_same (result);
  return g_steal_pointer (&result);
}

/* A code as it is printed (nb-page-code.h). */
#define PRINTED_CODE "[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}"

/* The foot is read last. */
static char *
find_last_code (GRegex *regex, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  char *code = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_free (code);
      code = g_match_info_fetch (match, 0);
    }
  return code != NULL ? code : g_strdup ("");
}

char **
nb_job_list_pdf_codes (GBytes *pdf, GError **error)
{
  g_autoptr (GPtrArray) texts = nb_pdf_reader_read_texts (pdf, error);
  g_autoptr (GRegex) regex = g_regex_new (PRINTED_CODE, G_REGEX_DEFAULT, 0, NULL);
  GPtrArray *codes;

  if (texts == NULL)
    return NULL;
  codes = g_ptr_array_new ();
  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (codes, find_last_code (regex, texts->pdata[i]));
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (codes, FALSE);
}
