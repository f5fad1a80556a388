/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"

typedef struct
{
  const char *name;
  void (*show) (AppFixture *fixture);
} LanguageView;

/* What is shown of signing, of signed reports and of their paper, ended by a view without name. */
extern const LanguageView language_signed_views[];
