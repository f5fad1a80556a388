/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* main() of a test program that opens windows. */
int app_main (int argc, char **argv, void (*add_tests) (void));
