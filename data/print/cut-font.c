/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts the print font out of a face that is installed: what official Chinese is written with, the
 * outlines without subroutines, nothing that only a screen or a word processor needs. Runs while
 * Nianbao is built.
 *
 * usage: cut-font FAMILY OUTPUT DEPENDENCIES FILE…
 *
 * FAMILY: the family that fontconfig knows, in its regular weight. OUTPUT: the cut font. DEPENDENCIES:
 * what make(1) and ninja call a depfile. Every character of each UTF-8 FILE is kept, besides ASCII,
 * GB 2312 and the symbols of GBK. */

#include <errno.h>
#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <hb-subset.h>
#include <iconv.h>
#include <string.h>

static G_NORETURN void
give_up (const char *format, ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("cut-font: %s\n", message);
  exit (1);
}

/* The file that has FAMILY and the face's number in it; never a face that only stands in for it. */
static char *
find_face (const char *family, guint *index)
{
  FcPattern *wanted =
      FcPatternBuild (NULL, FC_FAMILY, FcTypeString, family, FC_WEIGHT, FcTypeInteger,
                      FC_WEIGHT_REGULAR, FC_SLANT, FcTypeInteger, FC_SLANT_ROMAN, NULL);
  FcPattern *found;
  FcResult result;
  FcChar8 *name = NULL, *file = NULL;
  int number = 0;
  char *path;

  FcConfigSubstitute (NULL, wanted, FcMatchPattern);
  FcDefaultSubstitute (wanted);
  found = FcFontMatch (NULL, wanted, &result);
  if (found == NULL || FcPatternGetString (found, FC_FAMILY, 0, &name) != FcResultMatch
      || strcmp ((const char *) name, family) != 0)
    give_up ("the font “%s” is not installed (Debian: fonts-noto-cjk)", family);
  FcPatternGetString (found, FC_FILE, 0, &file);
  FcPatternGetInteger (found, FC_INDEX, 0, &number);
  path = g_strdup ((const char *) file);
  *index = (guint) number;
  FcPatternDestroy (found);
  FcPatternDestroy (wanted);
  return path;
}

/* The two-byte codes of @charset whose first byte lies between these rows, and whose second one is no
 * less than @first_cell. */
static void
add_charset (hb_set_t *characters, const char *charset, int first_row, int last_row, int first_cell)
{
  iconv_t converter = iconv_open ("UCS-4LE", charset);

  if (converter == (iconv_t) -1)
    give_up ("this system's iconv does not know %s", charset);
  for (int row = first_row; row <= last_row; row++)
    for (int cell = first_cell; cell <= 0xFE; cell++)
      {
        char code[] = { (char) row, (char) cell };
        guint32 character = 0;
        char *in = code, *out = (char *) &character;
        gsize in_left = sizeof code, out_left = sizeof character;

        if (iconv (converter, &in, &in_left, &out, &out_left) != (gsize) -1 && out_left == 0)
          hb_set_add (characters, GUINT32_FROM_LE (character));
        else
          iconv (converter, NULL, NULL, NULL, NULL);
      }
  iconv_close (converter);
}

static void
add_file (hb_set_t *characters, const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    give_up ("%s", error->message);
  if (!g_utf8_validate (text, -1, NULL))
    give_up ("%s is not UTF-8", path);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isprint (g_utf8_get_char (at)))
      hb_set_add (characters, g_utf8_get_char (at));
}

static void
add_characters (hb_set_t *characters, char *const *files)
{
  hb_set_add_range (characters, 0x20, 0x7E);
  add_charset (characters, "GB2312", 0xA1, 0xF7, 0xA1);
  /* ㎡ and its like, fractions of tables, the signs of figures in circles. */
  add_charset (characters, "GBK", 0xA1, 0xA9, 0x40);
  /* What GB 2312 has but maps in more than one way: the dash, the dot of names, quotation marks. */
  for (const char *at = "—―·・•‘’“”…～〜－€"; *at != '\0'; at = g_utf8_next_char (at))
    hb_set_add (characters, g_utf8_get_char (at));
  for (; *files != NULL; files++)
    add_file (characters, *files);
}

/* Upright signs have other shapes in a column; nothing else is ever asked of the layout tables. */
static void
keep_columns (hb_subset_input_t *input)
{
  hb_set_t *features = hb_subset_input_set (input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
  hb_set_t *dropped = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  static const char *const tables[] = { "GPOS", "GDEF", "BASE", "DSIG", "VORG" };

  hb_set_clear (features);
  hb_set_add (features, HB_TAG ('v', 'e', 'r', 't'));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    hb_set_add (dropped, hb_tag_from_string (tables[i], 4));
}

/* Who made the font and under which licence it is given goes with it. */
static void
keep_licence (hb_subset_input_t *input)
{
  static const guint names[] = { 0, 1, 2, 3, 4, 5, 6, 13, 14 };
  hb_set_t *kept = hb_subset_input_set (input, HB_SUBSET_SETS_NAME_ID);

  hb_set_clear (kept);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    hb_set_add (kept, names[i]);
}

static hb_blob_t *
cut (const char *path, guint index, char *const *files)
{
  hb_blob_t *blob = hb_blob_create_from_file_or_fail (path);
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_face_t *face, *result;
  hb_blob_t *bytes;

  if (blob == NULL || input == NULL)
    give_up ("%s cannot be read", path);
  face = hb_face_create (blob, index);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE
                                        | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  add_characters (hb_subset_input_unicode_set (input), files);
  keep_columns (input);
  keep_licence (input);
  result = hb_subset_or_fail (face, input);
  if (result == NULL)
    give_up ("%s cannot be cut", path);
  bytes = hb_face_reference_blob (result);
  hb_face_destroy (result);
  hb_face_destroy (face);
  hb_subset_input_destroy (input);
  hb_blob_destroy (blob);
  return bytes;
}

static void
write_file (const char *path, const char *data, gsize size)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, data, (gssize) size, &error))
    give_up ("%s", error->message);
}

int
main (int argc, char **argv)
{
  g_autofree char *face = NULL;
  g_autofree char *rule = NULL;
  hb_blob_t *font;
  const char *data;
  guint index, size;

  if (argc < 4)
    give_up ("usage: cut-font FAMILY OUTPUT DEPENDENCIES FILE…");
  face = find_face (argv[1], &index);
  font = cut (face, index, argv + 4);
  data = hb_blob_get_data (font, &size);
  write_file (argv[2], data, size);
  rule = g_strdup_printf ("%s: %s\n", argv[2], face);
  write_file (argv[3], rule, strlen (rule));
  hb_blob_destroy (font);
  FcFini ();
  return 0;
}
