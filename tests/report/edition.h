/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-form.h"

/* The edition 2014 as it lies in the source tree, its rules left out: reports do not ask for them. */
static inline NbForm *
load_edition (void)
{
  static const char rules[] =
      "<rules xmlns=\"urn:nianbao:form:1\" engine=\"1\" edition=\"2014\" revision=\"1\"></rules>";
  static const char *const checks[] = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) rules_bytes = g_bytes_new_static (rules, sizeof rules - 1);
  g_autoptr (GBytes) fields = NULL;
  g_autoptr (GBytes) pages = NULL;
  char *text;
  gsize size;
  NbForm *form;

  g_file_get_contents (FORMS "/2014/fields.xml", &text, &size, &error);
  g_assert_no_error (error);
  fields = g_bytes_new_take (text, size);
  g_file_get_contents (FORMS "/2014/page.xml", &text, &size, &error);
  g_assert_no_error (error);
  pages = g_bytes_new_take (text, size);
  form = nb_form_load ("2014", fields, rules_bytes, pages, checks, &error);
  g_assert_no_error (error);
  return form;
}
