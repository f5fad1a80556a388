/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A fuzz target: one file with this function, which libFuzzer calls, or replay.c where there is none. It
 * takes any bytes, aborts where something holds that must not, leaks nothing and returns 0. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

G_END_DECLS
