/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"

typedef struct
{
  const char *name;
  void (*show) (AppFixture *fixture);
} LanguageView;

/* Views, each list ended by one without name: what is shown of signing, of signed reports and of their paper; */
extern const LanguageView language_signed_views[];
/* the page of a long field, and dialogs about files. */
extern const LanguageView language_page_views[];
