/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What differs between the versions of libxml2 that we build with. */

#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *NbXmlError;
#else
typedef xmlErrorPtr NbXmlError;
#endif
