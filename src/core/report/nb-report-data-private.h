/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-report-data.h"

G_BEGIN_DECLS

/* The value of a field is read once, when the data is made, since several threads may ask for it. */
typedef struct
{
  NbText *text;
  NbValue value;
} NbFieldData;

struct _NbReportData
{
  gatomicrefcount references;
  NbForm *form;
  char *registry;
  guint revision;
  char *digest;
  GArray *fields;      /* of NbFieldData, in the order of the form */
  GArray *answers;     /* of NbAnswer */
  GArray *attachments; /* of NbAttachment */
  NbImportRecord *import;
  NbOpinion *opinion;
  NbRegistration *registration;
};

/* Whether @text may stand in a field of @def: only characters of XML 1.0, no CR; one paragraph of at
 * most NB_LIMIT_LINE code points unless the field is long. @code: of the error. */
gboolean
nb_field_text_check (const NbFieldDef *def, const NbText *text, NbErrorCode code, GError **error);
/* The same for the characters of a piece that is about to be put in. */
gboolean
nb_field_characters_check (const char *label, const char *text, NbErrorCode code, GError **error);

/* For a text that was checked when it was typed: nothing is read twice. */
void nb_report_data_builder_set_checked_text (NbReportDataBuilder *builder,
                                              const NbFieldDef *def,
                                              NbText *text);

G_END_DECLS
