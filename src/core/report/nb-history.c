/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-history.h"

#include <string.h>

#define NEVER_SAVED G_MAXUINT

struct _NbHistory
{
  GPtrArray *commands; /* of GArray of NbChange */
  guint done;          /* so many of them are done; the others are undone */
  guint saved;         /* how many were done when the report was saved */
  GArray *open;        /* the command that a group gathers */
  guint depth;
  gboolean paused; /* the next splice begins a command of its own */
};

static void
clear_change (void *data)
{
  NbChange *change = data;

  g_free (change->removed);
  g_free (change->inserted);
  g_clear_pointer (&change->before, nb_report_data_unref);
  g_clear_pointer (&change->after, nb_report_data_unref);
}

static GArray *
command_new (void)
{
  GArray *command = g_array_new (FALSE, FALSE, sizeof (NbChange));

  g_array_set_clear_func (command, clear_change);
  return command;
}

NbHistory *
nb_history_new (void)
{
  NbHistory *history = g_new0 (NbHistory, 1);

  history->commands = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return history;
}

void
nb_history_free (NbHistory *history)
{
  g_ptr_array_unref (history->commands);
  g_clear_pointer (&history->open, g_array_unref);
  g_free (history);
}

NbPosition
nb_position_after (NbPosition from, const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (*c == '\n')
      from = (NbPosition){ from.paragraph + 1, 0 };
    else
      from.offset++;
  return from;
}

/* What was undone cannot be made again once something else is done. */
static void
forget_undone (NbHistory *history)
{
  if (history->saved != NEVER_SAVED && history->saved > history->done)
    history->saved = NEVER_SAVED;
  g_ptr_array_set_size (history->commands, (int) history->done);
}

static void
push (NbHistory *history, GArray *command)
{
  forget_undone (history);
  g_ptr_array_add (history->commands, command);
  history->done++;
}

static void
add_change (NbHistory *history, NbChange change)
{
  GArray *command = history->depth > 0 ? history->open : command_new ();

  g_array_append_val (command, change);
  if (history->depth == 0)
    push (history, command);
}

/* The splice that typing may go on in: the last thing done, alone in its command, in one paragraph. */
static NbChange *
get_typing (NbHistory *history, const NbFieldDef *def)
{
  GArray *last;
  NbChange *change;

  if (history->paused || history->depth > 0 || history->done == 0
      || history->done != history->commands->len || history->done == history->saved)
    return NULL;
  last = g_ptr_array_index (history->commands, history->done - 1);
  change = &g_array_index (last, NbChange, 0);
  if (last->len != 1 || change->def != def || strchr (change->removed, '\n') != NULL
      || strchr (change->inserted, '\n') != NULL)
    return NULL;
  return change;
}

static void
replace_string (char **string, char *with)
{
  g_free (*string);
  *string = with;
}

/* Typing at the end of what was typed, rubbing out of it, or deleting on at either side of it. */
static gboolean
merge (NbChange *typing, NbPosition from, const char *removed, const char *inserted)
{
  guint start = typing->from.offset;
  guint end = start + (guint) g_utf8_strlen (typing->inserted, -1);
  guint to = from.offset + (guint) g_utf8_strlen (removed, -1);

  if (typing->from.paragraph != from.paragraph || strchr (removed, '\n') != NULL
      || strchr (inserted, '\n') != NULL)
    return FALSE;
  if (from.offset >= start && to <= end)
    {
      const char *head_end = g_utf8_offset_to_pointer (typing->inserted, from.offset - start);
      g_autofree char *head = g_strndup (typing->inserted, (gsize) (head_end - typing->inserted));
      const char *tail = g_utf8_offset_to_pointer (typing->inserted, to - start);

      replace_string (&typing->inserted, g_strconcat (head, inserted, tail, NULL));
      return TRUE;
    }
  if (*inserted != '\0')
    return FALSE;
  if (to == start)
    {
      replace_string (&typing->removed, g_strconcat (removed, typing->removed, NULL));
      typing->from = from;
      return TRUE;
    }
  if (from.offset == end)
    {
      replace_string (&typing->removed, g_strconcat (typing->removed, removed, NULL));
      return TRUE;
    }
  return FALSE;
}

void
nb_history_add_splice (NbHistory *history,
                       const NbFieldDef *def,
                       NbPosition from,
                       const char *removed,
                       const char *inserted)
{
  NbChange *typing = get_typing (history, def);

  history->paused = FALSE;
  if (typing != NULL && merge (typing, from, removed, inserted))
    return;
  add_change (history, (NbChange){ .def = def,
                                   .from = from,
                                   .removed = g_strdup (removed),
                                   .inserted = g_strdup (inserted) });
}

void
nb_history_add_frame (NbHistory *history, NbReportData *before, NbReportData *after)
{
  add_change (history, (NbChange){ .before = nb_report_data_ref (before),
                                   .after = nb_report_data_ref (after) });
}

void
nb_history_pause (NbHistory *history)
{
  history->paused = TRUE;
}

void
nb_history_begin_group (NbHistory *history)
{
  if (history->depth++ == 0)
    history->open = command_new ();
}

void
nb_history_end_group (NbHistory *history)
{
  GArray *command;

  g_return_if_fail (history->depth > 0);
  if (--history->depth > 0)
    return;
  command = g_steal_pointer (&history->open);
  if (command->len > 0)
    push (history, command);
  else
    g_array_unref (command);
  history->paused = TRUE;
}

gboolean
nb_history_is_grouping (const NbHistory *history)
{
  return history->depth > 0;
}

const GArray *
nb_history_undo (NbHistory *history)
{
  if (!nb_history_can_undo (history))
    return NULL;
  history->paused = TRUE;
  return g_ptr_array_index (history->commands, --history->done);
}

const GArray *
nb_history_redo (NbHistory *history)
{
  if (!nb_history_can_redo (history))
    return NULL;
  history->paused = TRUE;
  return g_ptr_array_index (history->commands, history->done++);
}

gboolean
nb_history_can_undo (const NbHistory *history)
{
  return history->depth == 0 && history->done > 0;
}

gboolean
nb_history_can_redo (const NbHistory *history)
{
  return history->depth == 0 && history->done < history->commands->len;
}

void
nb_history_set_saved (NbHistory *history)
{
  history->saved = history->done;
  history->paused = TRUE;
}

gboolean
nb_history_is_saved (const NbHistory *history)
{
  return history->saved == history->done && (history->open == NULL || history->open->len == 0);
}
