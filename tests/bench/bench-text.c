/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-text.h"

char *
bench_make_narrative (gsize size)
{
  static const char *const sentences[][3] = {
    { "一是办好展览，全年展出", "次，接待观众", "人次，观众留言簿上好评较多。" },
    { "二是整理馆藏，登记画作", "件，修复旧裱件", "件，拍照编目的工作完成了大半。" },
    { "三是服务学校，接待学生参观", "批，开设写生课", "期，与教师们一起备课。" },
    { "为了方便老年读者，本馆在一楼增设座位", "个,购置放大镜", "副。" },
  };
  GString *text = g_string_new (NULL);
  guint n = 1;

  while (text->len < size)
    {
      if (n % 8 == 1)
        g_string_append_printf (text, "%s%u.第%u项工作。\n", n > 1 ? "\n" : "", n / 8 + 1,
                                n / 8 + 1);
      for (guint i = 0; i < G_N_ELEMENTS (sentences); i++, n++)
        {
          g_string_append_printf (text, "%s%u%s%u%s", sentences[i][0], n + 3, sentences[i][1],
                                  n * 7 + 11, sentences[i][2]);
        }
      g_string_append_c (text, '\n');
    }
  g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}
