/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-finding-list-private.h"

#include "nb-finding-private.h"

struct _NbFindingList
{
  GObject parent_instance;
  GPtrArray *findings; /* of NbFinding, sorted */
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
