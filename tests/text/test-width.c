/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-prose.h"
#include "nb-text-class.h"

/* Finds the half-width marks of @text and returns it with each of them in <>. */
static char *
mark (const char *text)
{
  g_autoptr (NbParagraph) paragraph = nb_paragraph_new (text, -1);
  const NbProse *prose = nb_paragraph_get_prose (paragraph);
  GString *marked = g_string_new (NULL);
  guint offset = 0, next = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c), offset++)
    {
      gboolean hit =
          next < prose->n_half_width && prose->marks[prose->half_width[next]].at == offset;

      next += hit;
      g_string_append (marked, hit ? "<" : "");
      g_string_append_unichar (marked, g_utf8_get_char (c));
      g_string_append (marked, hit ? ">" : "");
    }
  g_assert_cmpuint (next, ==, prose->n_half_width);
  return g_string_free (marked, FALSE);
}

static void
test_half_width (void)
{
  static const char *const cases[][2] = {
    { "2022年,我单位;开展工作:", "2022年<,>我单位<;>开展工作<:>" },
    { "满意率达100%,有效", "满意率达100%<,>有效" },
    { "培训5期,6次", "培训5期<,>6次" },
    { "好!是吗?", "好<!>是吗<?>" },
    { "(一)持续做好", "<(>一<)>持续做好" },
    { "办法(试行)和(2022)5号", "办法<(>试行<)>和<(>2022<)>5号" },
    { "“扫码、测温”,当好", "“扫码、测温”<,>当好" },
    { "审批(含(二)级)类", "审批<(>含<(>二<)>级<)>类" },
    /* What must stay silent. */
    { "共1,700,000元", "共1,700,000元" },
    { "每天8:30开门", "每天8:30开门" },
    { "网址http://www.qinghe.cn查询", "网址http://www.qinghe.cn查询" },
    { "C++, Java (and C)", "C++, Java (and C)" },
    { "全角，；：（）！？", "全角，；：（）！？" },
    { "只有一半(没有关", "只有一半(没有关" },
    { "没有开)只有关", "没有开)只有关" },
    { "f(x) = 3; g(y)", "f(x) = 3; g(y)" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = mark (cases[i][0]);

      g_assert_cmpstr (marked, ==, cases[i][1]);
    }
}

static void
test_twins (void)
{
  g_assert_cmphex (nb_text_get_full_width (','), ==, 0xFF0C);
  g_assert_cmphex (nb_text_get_full_width ('('), ==, 0xFF08);
  g_assert_cmphex (nb_text_get_full_width ('.'), ==, 0);
  g_assert_cmphex (nb_text_get_full_width (0x3002), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/width/half-width", test_half_width);
  g_test_add_func ("/width/twins", test_twins);
  return g_test_run ();
}
