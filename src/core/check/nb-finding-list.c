/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-finding-list-private.h"

#include "nb-finding-private.h"

struct _NbFindingList
{
  GObject parent_instance;
  GPtrArray *findings; /* of NbFinding, sorted */
  GPtrArray *wide;     /* those that go over several paragraphs; NULL: not asked for yet */
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NbFindingList,
                               nb_finding_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return NB_TYPE_FINDING;
}

static guint
get_n_items (GListModel *model)
{
  return NB_FINDING_LIST (model)->findings->len;
}

static void *
get_item (GListModel *model, guint position)
{
  NbFindingList *self = NB_FINDING_LIST (model);

  return position < self->findings->len
             ? g_object_ref (g_ptr_array_index (self->findings, position))
             : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
nb_finding_list_finalize (GObject *object)
{
  g_clear_pointer (&NB_FINDING_LIST (object)->wide, g_ptr_array_unref);
  g_clear_pointer (&NB_FINDING_LIST (object)->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (nb_finding_list_parent_class)->finalize (object);
}

static void
nb_finding_list_class_init (NbFindingListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_finding_list_finalize;
}

static void
nb_finding_list_init (NbFindingList *self)
{
}

NbFindingList *
nb_finding_list_new_take (GPtrArray *findings)
{
  NbFindingList *self = g_object_new (NB_TYPE_FINDING_LIST, NULL);

  self->findings = findings;
  return self;
}

guint
nb_finding_list_get_length (NbFindingList *self)
{
  return self->findings->len;
}

NbFinding *
nb_finding_list_get (NbFindingList *self, guint index)
{
  return g_ptr_array_index (self->findings, index);
}

/* The first finding of a place at or behind paragraph @index of the field at @field_index. */
static guint
find_place (NbFindingList *self, guint field_index, guint index)
{
  guint low = 0, high = self->findings->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      NbFinding *finding = nb_finding_list_get (self, middle);
      guint own = nb_finding_get_field_index (finding);
      const NbSpan *span = nb_finding_get_spans (finding);

      if (own < field_index || (own == field_index && (span != NULL ? span->paragraph : 0) < index))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
shows_in (NbFinding *finding, guint index)
{
  const NbSpan *spans = nb_finding_get_spans (finding);
  guint low = 0, high = nb_finding_get_n_spans (finding);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (spans[middle].paragraph < index)
        low = middle + 1;
      else
        high = middle;
    }
  return low < nb_finding_get_n_spans (finding) && spans[low].paragraph == index;
}

/* Those that go over several paragraphs, which begin anywhere: few, and listed once. */
static const GPtrArray *
get_wide (NbFindingList *self)
{
  if (self->wide != NULL)
    return self->wide;
  self->wide = g_ptr_array_new ();
  for (guint i = 0; i < self->findings->len; i++)
    {
      NbFinding *finding = nb_finding_list_get (self, i);
      const NbSpan *spans = nb_finding_get_spans (finding);
      guint n_spans = nb_finding_get_n_spans (finding);

      if (n_spans > 1 && spans[n_spans - 1].paragraph != spans[0].paragraph)
        g_ptr_array_add (self->wide, finding);
    }
  return self->wide;
}

void
nb_finding_list_find_in_paragraph (NbFindingList *self,
                                   const char *field,
                                   guint index,
                                   GPtrArray *findings)
{
  const GPtrArray *wide = get_wide (self);
  const NbFieldDef *def;
  guint at;

  if (self->findings->len == 0)
    return;
  def = nb_form_lookup_field (
      nb_report_data_get_form (nb_finding_get_data (nb_finding_list_get (self, 0))), field);
  for (guint i = 0; i < wide->len; i++)
    {
      NbFinding *finding = g_ptr_array_index (wide, i);

      if (nb_finding_get_field_index (finding) == def->index
          && nb_finding_get_spans (finding)->paragraph < index && shows_in (finding, index))
        g_ptr_array_add (findings, finding);
    }
  for (at = find_place (self, def->index, index); at < self->findings->len; at++)
    {
      NbFinding *finding = nb_finding_list_get (self, at);
      const NbSpan *span = nb_finding_get_spans (finding);

      if (nb_finding_get_field_index (finding) != def->index
          || (span != NULL && span->paragraph != index))
        break;
      if (span != NULL)
        g_ptr_array_add (findings, finding);
    }
}

guint
nb_finding_list_count (NbFindingList *self, NbSeverity severity, gboolean data_only)
{
  guint count = 0;

  for (guint i = 0; i < self->findings->len; i++)
    {
      NbFinding *finding = g_ptr_array_index (self->findings, i);

      count += nb_finding_get_severity (finding) == severity
               && nb_finding_get_answer (finding) == NULL
               && (!data_only || nb_finding_get_stage (finding) == NB_STAGE_DATA);
    }
  return count;
}

guint
nb_finding_list_count_answered (NbFindingList *self)
{
  guint count = 0;

  for (guint i = 0; i < self->findings->len; i++)
    count += nb_finding_get_answer (g_ptr_array_index (self->findings, i)) != NULL ? 1 : 0;
  return count;
}

static void
free_section (void *data)
{
  NbFindingSection *section = data;

  g_ptr_array_unref (section->findings);
  g_free (section);
}

static void
add_section (GPtrArray *sections, const NbSectionDef *def)
{
  NbFindingSection *section = g_new0 (NbFindingSection, 1);

  section->section = def;
  section->findings = g_ptr_array_new ();
  g_ptr_array_add (sections, section);
}

GPtrArray *
nb_finding_list_list_sections (NbFindingList *self, NbForm *form)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func (free_section);
  guint n_sections = nb_form_get_n_sections (form);

  for (guint i = 0; i < n_sections; i++)
    add_section (sections, nb_form_get_section (form, i));
  add_section (sections, NULL);

  for (guint i = 0; i < self->findings->len; i++)
    {
      NbFinding *finding = g_ptr_array_index (self->findings, i);
      const char *field = nb_finding_get_field (finding);
      const char *id = field != NULL ? nb_form_lookup_field (form, field)->section : NULL;
      guint at = 0;

      while (at < n_sections && g_strcmp0 (nb_form_get_section (form, at)->id, id) != 0)
        at++;
      g_ptr_array_add (((NbFindingSection *) g_ptr_array_index (sections, at))->findings, finding);
    }
  return sections;
}

gboolean
nb_finding_list_has_errors (NbFindingList *self)
{
  return nb_finding_list_count (self, NB_SEVERITY_ERROR, TRUE) > 0;
}
