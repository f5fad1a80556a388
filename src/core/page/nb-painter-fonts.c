/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-painter-private.h"

/* The typefaces of official papers first, as they are called where they are installed; else the print
 * font that is built in. No free Kai and Fang-Song has what official Chinese is written with: both are
 * set in Song. What is installed of the others draws what the face's own font does not have. */
static const struct
{
  const char *face;
  const char *print;
  const char *official[8];
  const char *others[8];
} chains[] = {
  { "song",
    "song",
    { "SimSun", "宋体", "STSong", "华文宋体", "FZShuSong-Z01" },
    { "Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", "Noto Serif SC",
      "AR PL UMing CN", "Noto Sans CJK SC", "serif" } },
  { "hei",
    "hei",
    { "SimHei", "黑体", "STHeiti", "华文黑体" },
    { "Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "Noto Sans SC",
      "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "sans" } },
  { "kai",
    "song",
    { "KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti", "华文楷体" },
    { "Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", "Noto Serif SC",
      "AR PL UKai CN", "Noto Sans CJK SC", "serif" } },
  { "fang",
    "song",
    { "FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "华文仿宋" },
    { "Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", "Noto Serif SC",
      "AR PL UMing CN", "Noto Sans CJK SC", "serif" } },
};

typedef struct
{
  const char *official;              /* family, where it is installed */
  NbPrintFont *print;                /* else: that of another face, where both are drawn in one */
  PangoFontDescription *description; /* of what is installed */
  PangoFontset *fontset;             /* to look characters up in */
  GHashTable *families;              /* character -> interned family that has it, or "" */
} Face;

struct _NbPainterFonts
{
  PangoContext *context;
  NbPrintFont *song, *hei;
  Face faces[G_N_ELEMENTS (chains)];
};

static GHashTable *
list_families (PangoContext *context)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  PangoFontFamily **families;
  int n_families;

  pango_context_list_families (context, &families, &n_families);
  for (int i = 0; i < n_families; i++)
    g_hash_table_add (names, g_utf8_casefold (pango_font_family_get_name (families[i]), -1));
  g_free (families);
  return names;
}

static gboolean
is_installed (GHashTable *installed, const char *family)
{
  g_autofree char *folded = g_utf8_casefold (family, -1);

  return g_hash_table_contains (installed, folded);
}

static void
face_init (Face *face, guint chain, GHashTable *installed)
{
  g_autoptr (GString) families = g_string_new (NULL);
  const char *const *official = chains[chain].official;

  for (guint i = 0; official[i] != NULL && face->official == NULL; i++)
    if (is_installed (installed, official[i]))
      face->official = official[i];
  if (face->official != NULL)
    g_string_append_printf (families, "%s,", face->official);
  for (const char *const *other = chains[chain].others; *other != NULL; other++)
    g_string_append_printf (families, "%s%s", *other, other[1] != NULL ? "," : "");
  face->description = pango_font_description_new ();
  pango_font_description_set_family (face->description, families->str);
  face->families = g_hash_table_new (NULL, NULL);
}

NbPainterFonts *
nb_painter_fonts_new (PangoContext *context)
{
  NbPainterFonts *fonts = g_new0 (NbPainterFonts, 1);
  g_autoptr (GHashTable) installed = list_families (context);

  fonts->context = context;
  fonts->song = nb_print_font_new ("song");
  fonts->hei = nb_print_font_new ("hei");
  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    {
      face_init (&fonts->faces[i], i, installed);
      if (fonts->faces[i].official == NULL)
        fonts->faces[i].print = g_str_equal (chains[i].print, "hei") ? fonts->hei : fonts->song;
    }
  return fonts;
}

void
nb_painter_fonts_free (NbPainterFonts *fonts)
{
  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    {
      pango_font_description_free (fonts->faces[i].description);
      g_clear_object (&fonts->faces[i].fontset);
      g_hash_table_unref (fonts->faces[i].families);
    }
  nb_print_font_free (fonts->song);
  nb_print_font_free (fonts->hei);
  g_free (fonts);
}

static Face *
get_face (NbPainterFonts *fonts, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    if (g_strcmp0 (chains[i].face, name) == 0)
      return &fonts->faces[i];
  return &fonts->faces[0];
}

const char *
nb_painter_fonts_get_family (NbPainterFonts *fonts, const char *name)
{
  Face *face = get_face (fonts, name);

  return face->print != NULL ? nb_print_font_get_family (face->print) : face->official;
}

NbPrintFont *
nb_painter_fonts_get_print (NbPainterFonts *fonts, const char *face)
{
  return get_face (fonts, face)->print;
}

const PangoFontDescription *
nb_painter_fonts_get_description (NbPainterFonts *fonts, const char *face)
{
  return get_face (fonts, face)->description;
}

/* Through every font that is installed, in the order in which Pango would try them. */
static const char *
find_family (NbPainterFonts *fonts, Face *face, gunichar c)
{
  g_autoptr (PangoFont) font = NULL;
  PangoFontDescription *description;
  const char *family;

  if (face->fontset == NULL)
    {
      description = pango_font_description_copy (face->description);
      pango_font_description_set_size (description, 12 * PANGO_SCALE);
      face->fontset = pango_context_load_fontset (fonts->context, description,
                                                  pango_context_get_language (fonts->context));
      pango_font_description_free (description);
    }
  font = pango_fontset_get_font (face->fontset, c);
  if (font == NULL || !pango_font_has_char (font, c))
    return "";
  description = pango_font_describe (font);
  family = g_intern_string (pango_font_description_get_family (description));
  pango_font_description_free (description);
  return family;
}

const char *
nb_painter_fonts_get_substitute (NbPainterFonts *fonts, const char *name, gunichar c)
{
  Face *face = get_face (fonts, name);
  const char *family = g_hash_table_lookup (face->families, GUINT_TO_POINTER (c));

  if (family == NULL)
    {
      family = find_family (fonts, face, c);
      g_hash_table_insert (face->families, GUINT_TO_POINTER (c), (char *) family);
    }
  return *family != '\0' ? family : NULL;
}

gboolean
nb_painter_fonts_has (NbPainterFonts *fonts, const char *name, gunichar c)
{
  Face *face = get_face (fonts, name);

  if (face->print != NULL)
    return nb_print_font_has (face->print, c, NULL);
  return g_strcmp0 (nb_painter_fonts_get_substitute (fonts, name, c), face->official) == 0;
}
