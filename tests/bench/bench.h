/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A benchmark: sides that do work are run by turns in one process, medians are compared, and a goal is a
 * ratio between two sides of the same run, never an absolute time. README.md shows how one is written. */
typedef struct _Bench Bench;

/* One call of the work of a side. */
typedef void (*BenchWork) (void *data);
/* The same for work that happens elsewhere and is timed there (a warm virtual machine): seconds. */
typedef double (*BenchTimed) (void *data);

/* Takes "--quick" out of the arguments: one round, goals are not judged. So every benchmark runs as a
 * test too and cannot rot. */
Bench *bench_new (int *argc, char ***argv);
gboolean bench_is_quick (const Bench *bench);

/* Begins a comparison; the sides of the one before are gone. */
void bench_begin (Bench *bench, const char *title);
/* Adds a side, @name being static. @every: it takes part in each so-manieth round only (1: in all); for
 * commands that take long. Work shorter than a tenth of a millisecond is called several times for one
 * measurement, and the figure divided. */
void bench_add (Bench *bench, const char *name, guint every, BenchWork work, void *data);
void bench_add_timed (Bench *bench, const char *name, guint every, BenchTimed timed, void *data);
/* Calls each side once to warm up, then all by turns, @rounds times; prints what each took. */
void bench_run (Bench *bench, guint rounds);

/* The median of side @name in seconds of processor time, its own and that of children which it waited
 * for; or of the clock on the wall. */
double bench_get_cpu (const Bench *bench, const char *name);
double bench_get_wall (const Bench *bench, const char *name);

/* Prints how @name compares with @against, and whether it is at most @goal times as much (0: no goal).
 * By processor time; by the wall where threads are the point. */
void bench_compare (Bench *bench, const char *name, const char *against, double goal);
void bench_compare_wall (Bench *bench, const char *name, const char *against, double goal);
/* The same for figures that are no times of sides: memory, bytes, sums of sides. */
void bench_judge (Bench *bench, const char *what, double figure, double against, double goal);

/* Frees @bench and gives the exit status: 1 where a goal was missed. */
int bench_finish (Bench *bench);

/* Runs a command to its end without its output; anything but status 0 ends the benchmark. Returns the
 * most memory it held, in KiB. */
glong bench_spawn (const char *const *argv);
/* Prints why a comparison is left out, where everyone sees it. */
void bench_skip (const char *what, const char *why);
/* The text of the seed report, or NULL where it is not at hand (said loudly). Free with g_bytes_unref(). */
GBytes *bench_read_seed (void);

G_END_DECLS
