/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The fixed words of our XAdES-B-B signatures (W3C XML Signature 1.1, ETSI EN 319 132-1), one spelling
 * for the writer and the reader. */

#define NB_METHOD_EXCLUSIVE_C14N "http://www.w3.org/2001/10/xml-exc-c14n#"
#define NB_TYPE_PROPERTIES       "http://uri.etsi.org/01903#SignedProperties"
#define NB_TYPE_COUNTERSIGNED    "http://uri.etsi.org/01903#CountersignedSignature"
/* What a reference to a part of the package digests is told by this one media type. */
#define NB_PART_MIME_TYPE "application/vnd.nianbao.report+xml"
