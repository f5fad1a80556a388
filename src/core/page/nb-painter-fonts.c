/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-painter-private.h"

/* The typefaces of official papers first, as they are called where they are installed; then the free
 * ones. What stands under a face that is not here is drawn in the next. */
static const struct
{
  const char *face;
  const char *families[14];
} chains[] = {
  { "song",
    { "SimSun", "宋体", "STSong", "华文宋体", "FZShuSong-Z01", "Noto Serif CJK SC",
      "Source Han Serif SC", "Source Han Serif CN", "Noto Serif SC", "AR PL UMing CN",
      "Noto Sans CJK SC", "serif" } },
  { "hei",
    { "SimHei", "黑体", "STHeiti", "华文黑体", "Noto Sans CJK SC", "Source Han Sans SC",
      "Source Han Sans CN", "Noto Sans SC", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei",
      "Noto Serif CJK SC", "sans" } },
  { "kai",
    { "KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti", "华文楷体", "LXGW WenKai",
      "AR PL UKai CN", "Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN",
      "Noto Serif SC", "Noto Sans CJK SC", "serif" } },
  { "fang",
    { "FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong", "华文仿宋",
      "Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", "Noto Serif SC",
      "AR PL UMing CN", "Noto Sans CJK SC", "serif" } },
};

typedef struct
{
  const char *family; /* of its chain, the first that is here */
  PangoFontDescription *description;
  PangoFontset *fontset; /* to look characters up in */
  GHashTable *has;       /* character -> GINT_TO_POINTER (1 + has) */
} Face;

struct _NbPainterFonts
{
  PangoContext *context;
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

static void
face_init (Face *face, const char *const *chain, GHashTable *installed)
{
  g_autoptr (GString) families = g_string_new (NULL);

  for (guint i = 0; chain[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (chain[i], -1);
      gboolean is_generic = chain[i + 1] == NULL;

      if (!is_generic && !g_hash_table_contains (installed, folded))
        continue;
      if (face->family == NULL)
        face->family = chain[i];
      g_string_append_printf (families, "%s%s", families->len > 0 ? "," : "", chain[i]);
    }
  face->description = pango_font_description_new ();
  pango_font_description_set_family (face->description, families->str);
  face->has = g_hash_table_new (NULL, NULL);
}

NbPainterFonts *
nb_painter_fonts_new (PangoContext *context)
{
  NbPainterFonts *fonts = g_new0 (NbPainterFonts, 1);
  g_autoptr (GHashTable) installed = list_families (context);

  fonts->context = context;
  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    face_init (&fonts->faces[i], chains[i].families, installed);
  return fonts;
}

void
nb_painter_fonts_free (NbPainterFonts *fonts)
{
  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    {
      pango_font_description_free (fonts->faces[i].description);
      g_clear_object (&fonts->faces[i].fontset);
      g_hash_table_unref (fonts->faces[i].has);
    }
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
nb_painter_fonts_get_family (NbPainterFonts *fonts, const char *face)
{
  return get_face (fonts, face)->family;
}

const PangoFontDescription *
nb_painter_fonts_get_description (NbPainterFonts *fonts, const char *face)
{
  return get_face (fonts, face)->description;
}

/* Through every font that this computer has, in the order in which Pango would try them. */
static gboolean
look_up (NbPainterFonts *fonts, Face *face, gunichar c)
{
  g_autoptr (PangoFont) font = NULL;

  if (face->fontset == NULL)
    {
      PangoFontDescription *description = pango_font_description_copy (face->description);

      pango_font_description_set_size (description, 12 * PANGO_SCALE);
      face->fontset = pango_context_load_fontset (fonts->context, description,
                                                  pango_context_get_language (fonts->context));
      pango_font_description_free (description);
    }
  font = pango_fontset_get_font (face->fontset, c);
  return font != NULL && pango_font_has_char (font, c);
}

gboolean
nb_painter_fonts_has (NbPainterFonts *fonts, const char *name, gunichar c)
{
  Face *face = get_face (fonts, name);
  gpointer known = g_hash_table_lookup (face->has, GUINT_TO_POINTER (c));
  gboolean has;

  if (known != NULL)
    return GPOINTER_TO_INT (known) == 2;
  has = look_up (fonts, face, c);
  g_hash_table_insert (face->has, GUINT_TO_POINTER (c), GINT_TO_POINTER (has ? 2 : 1));
  return has;
}
