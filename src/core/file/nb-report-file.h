/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nb-facts.h"
#include "nb-package.h"

G_BEGIN_DECLS

/* The package of formats.md as bytes, unsigned: the same data gives the same bytes under any locale.
 * NB_ERROR_INVALID for what the reader would refuse. */
GBytes *nb_report_file_write (const NbReportData *data, GError **error);

/* Reads @package: the edition is looked up in @catalog (an unknown edition or field: NB_ERROR_INVALID
 * with a place; an unknown registry falls back to "national" only in checking, its id is kept, and so is
 * a digest that is not the installed edition's). Values are compared with typed: a value that typed
 * does not give is NB_ERROR_INVALID. */
NbReportData *nb_report_file_read (NbPackage *package, NbCatalog *catalog, GError **error);

/* The elements opinion and registration as they stand in a package, for a signer to splice in: no
 * namespace declaration (the package's default holds) and no line end after them. NB_ERROR_ARGUMENT
 * for what the reader would refuse: nothing where there must be something, no date, characters that
 * XML cannot hold. Free with g_free(). */
char *nb_report_file_format_opinion (const NbOpinion *opinion, GError **error);
char *nb_report_file_format_registration (const NbRegistration *registration, GError **error);

/* The certificate root: of @facts those that @form marks so, canonical. NB_ERROR_INVALID where one
 * cannot be read, none is there, or a period has no beginning. */
GBytes *nb_certificate_file_write (const NbFacts *facts, NbForm *form, GError **error);

/* Errors as nb_xml_parse(), NB_ERROR_INVALID with a place for everything else. */
NbFacts *nb_certificate_file_read (GBytes *bytes, NbSchema *schema, GError **error);

G_END_DECLS
