/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

/* A measurement shorter than this says more of the clock than of the work. */
#define SHORTEST 1e-4

typedef struct
{
  double wall;
  double cpu;
} Sample;

typedef struct
{
  const char *name;
  guint every;
  BenchWork work;
  BenchTimed timed;
  void *data;
  guint repeat; /* calls in one measurement */
  GArray *samples;
} Side;

struct _Bench
{
  gboolean quick;
  guint n_missed;
  GPtrArray *sides;
};

static void
free_side (void *pointer)
{
  Side *side = pointer;

  g_array_unref (side->samples);
  g_free (side);
}

Bench *
bench_new (int *argc, char ***argv)
{
  Bench *bench = g_new0 (Bench, 1);

  bench->sides = g_ptr_array_new_with_free_func (free_side);
  for (int i = *argc - 1; i > 0; i--)
    if (strcmp ((*argv)[i], "--quick") == 0)
      {
        bench->quick = TRUE;
        memmove (&(*argv)[i], &(*argv)[i + 1], (gsize) (*argc - i) * sizeof (char *));
        --*argc;
      }
  return bench;
}

gboolean
bench_is_quick (const Bench *bench)
{
  return bench->quick;
}

void
bench_begin (Bench *bench, const char *title)
{
  g_ptr_array_set_size (bench->sides, 0);
  g_print ("%s\n", title);
}

static Side *
add_side (Bench *bench, const char *name, guint every, void *data)
{
  Side *side = g_new0 (Side, 1);

  side->name = name;
  side->every = MAX (every, 1);
  side->data = data;
  side->repeat = 1;
  side->samples = g_array_new (FALSE, FALSE, sizeof (Sample));
  g_ptr_array_add (bench->sides, side);
  return side;
}

void
bench_add (Bench *bench, const char *name, guint every, BenchWork work, void *data)
{
  add_side (bench, name, every, data)->work = work;
}

void
bench_add_timed (Bench *bench, const char *name, guint every, BenchTimed timed, void *data)
{
  add_side (bench, name, every, data)->timed = timed;
}

static double
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec + (double) time.tv_nsec * 1e-9;
}

static double
read_children (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

static Sample
measure (const Side *side)
{
  Sample before, after;

  if (side->timed != NULL)
    {
      double seconds = side->timed (side->data);

      return (Sample){ seconds, seconds };
    }
  before.cpu = read_clock (CLOCK_PROCESS_CPUTIME_ID) + read_children ();
  before.wall = read_clock (CLOCK_MONOTONIC);
  for (guint i = 0; i < side->repeat; i++)
    side->work (side->data);
  after.wall = read_clock (CLOCK_MONOTONIC);
  after.cpu = read_clock (CLOCK_PROCESS_CPUTIME_ID) + read_children ();
  return (Sample){ (after.wall - before.wall) / side->repeat,
                   (after.cpu - before.cpu) / side->repeat };
}

static void
warm_up (Side *side)
{
  Sample first = measure (side);

  if (side->work != NULL && first.wall < SHORTEST)
    side->repeat = (guint) (SHORTEST / MAX (first.wall, 1e-7)) + 1;
}

static int
compare_wall (const void *a, const void *b)
{
  const Sample *left = a;
  const Sample *right = b;

  return (left->wall > right->wall) - (left->wall < right->wall);
}

static int
compare_cpu (const void *a, const void *b)
{
  const Sample *left = a;
  const Sample *right = b;

  return (left->cpu > right->cpu) - (left->cpu < right->cpu);
}

/* The sample that stands behind so many hundredths of them by @compare. */
static Sample
get_percentile (const Side *side, GCompareFunc compare, guint hundredths)
{
  g_array_sort (side->samples, compare);
  return g_array_index (side->samples, Sample, (side->samples->len - 1) * hundredths / 100);
}

static void
print_side (const Side *side)
{
  Sample cpu = get_percentile (side, compare_cpu, 50);
  Sample low = get_percentile (side, compare_cpu, 25);
  Sample high = get_percentile (side, compare_cpu, 75);
  Sample wall = get_percentile (side, compare_wall, 50);

  g_print ("  %-28s %10.4f ms (%.4f to %.4f), on the wall %10.4f ms, %u times\n", side->name,
           cpu.cpu * 1e3, low.cpu * 1e3, high.cpu * 1e3, wall.wall * 1e3,
           side->samples->len * side->repeat);
}

void
bench_run (Bench *bench, guint rounds)
{
  if (bench->quick)
    rounds = 1;
  for (guint i = 0; i < bench->sides->len; i++)
    warm_up (g_ptr_array_index (bench->sides, i));
  for (guint round = 0; round < rounds; round++)
    for (guint i = 0; i < bench->sides->len; i++)
      {
        Side *side = g_ptr_array_index (bench->sides, i);
        Sample sample;

        if (round % side->every != 0)
          continue;
        sample = measure (side);
        g_array_append_val (side->samples, sample);
      }
  for (guint i = 0; i < bench->sides->len; i++)
    print_side (g_ptr_array_index (bench->sides, i));
}

static const Side *
lookup_side (const Bench *bench, const char *name)
{
  for (guint i = 0; i < bench->sides->len; i++)
    {
      const Side *side = g_ptr_array_index (bench->sides, i);

      if (strcmp (side->name, name) == 0)
        return side;
    }
  g_error ("No side is called “%s”", name);
}

double
bench_get_cpu (const Bench *bench, const char *name)
{
  return get_percentile (lookup_side (bench, name), compare_cpu, 50).cpu;
}

double
bench_get_wall (const Bench *bench, const char *name)
{
  return get_percentile (lookup_side (bench, name), compare_wall, 50).wall;
}

void
bench_judge (Bench *bench, const char *what, double figure, double against, double goal)
{
  double ratio = figure / against;
  const char *verdict = "";

  if (goal > 0)
    verdict = bench->quick ? ", not judged" : ratio <= goal ? ", met" : ", MISSED";
  g_print ("  ratio: %s = %.4f", what, ratio);
  if (goal > 0)
    g_print (", goal: at most %.4f%s", goal, verdict);
  g_print ("\n");
  if (goal > 0 && !bench->quick && !(ratio <= goal))
    bench->n_missed++;
}

void
bench_compare (Bench *bench, const char *name, const char *against, double goal)
{
  g_autofree char *what = g_strdup_printf ("%s / %s", name, against);

  bench_judge (bench, what, bench_get_cpu (bench, name), bench_get_cpu (bench, against), goal);
}

void
bench_compare_wall (Bench *bench, const char *name, const char *against, double goal)
{
  g_autofree char *what = g_strdup_printf ("%s / %s, on the wall", name, against);

  bench_judge (bench, what, bench_get_wall (bench, name), bench_get_wall (bench, against), goal);
}

int
bench_finish (Bench *bench)
{
  int status = bench->n_missed > 0 ? 1 : 0;

  if (bench->n_missed > 0)
    g_print ("%u of the goals were missed.\n", bench->n_missed);
  g_ptr_array_unref (bench->sides);
  g_free (bench);
  return status;
}

glong
bench_spawn (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  struct rusage usage;
  GPid pid;
  int status;

  if (!g_spawn_async (NULL, (char **) argv, NULL,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL
                          | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, &pid, &error))
    g_error ("%s", error->message);
  if (wait4 (pid, &status, 0, &usage) != pid || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    g_error ("“%s” failed", argv[0]);
  return usage.ru_maxrss;
}

void
bench_skip (const char *what, const char *why)
{
  g_print ("SKIPPED: %s: %s\n", what, why);
}

GBytes *
bench_read_seed (void)
{
  g_autoptr (GDir) dir = g_dir_open (SEEDS, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (SEEDS, name, NULL);
      char *text;
      gsize size;

      if (g_str_has_suffix (name, ".txt") && g_file_get_contents (path, &text, &size, NULL))
        return g_bytes_new_take (text, size);
    }
  bench_skip ("the seed report", "there is no folder “shared/seeds” beside the source tree");
  return NULL;
}
