/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-report-private.h"

#include "nb-field-private.h"
#include "nb-history.h"
#include "nb-report-data-private.h"

struct _NbReport
{
  GObject parent_instance;
  NbForm *form;
  GPtrArray *fields; /* of NbField, in the order of the form */
  NbReportData
      *frame; /* everything but the texts of the fields, which it has as well but nobody reads */
  NbReportData *frozen; /* the last frozen copy while it is still true, or NULL */
  NbHistory *history;
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NbReport,
                               nb_report,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  PROP_0,
  PROP_MODIFIED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_REGISTRY,
  N_PROPS
};

enum
{
  SPLICED,
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return NB_TYPE_FIELD;
}

static guint
get_n_items (GListModel *model)
{
  return NB_REPORT (model)->fields->len;
}

static void *
get_item (GListModel *model, guint position)
{
  NbReport *self = NB_REPORT (model);

  return position < self->fields->len ? g_object_ref (g_ptr_array_index (self->fields, position))
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
nb_report_finalize (GObject *object)
{
  NbReport *self = NB_REPORT (object);

  g_clear_pointer (&self->history, nb_history_free);
  g_clear_pointer (&self->frozen, nb_report_data_unref);
  g_clear_pointer (&self->frame, nb_report_data_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->form, nb_form_unref);
  G_OBJECT_CLASS (nb_report_parent_class)->finalize (object);
}

static void
nb_report_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NbReport *self = NB_REPORT (object);

  switch (id)
    {
    case PROP_MODIFIED:
      g_value_set_boolean (value, nb_report_get_modified (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, nb_report_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, nb_report_can_redo (self));
      break;
    case PROP_REGISTRY:
      g_value_set_string (value, nb_report_get_registry (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nb_report_class_init (NbReportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = nb_report_finalize;
  object_class->get_property = nb_report_get_property;

  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_REGISTRY] = g_param_spec_string ("registry", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SPLICED] = g_signal_new ("spliced", NB_TYPE_REPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 4, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE,
                                   G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
  signals[CHANGED] = g_signal_new ("changed", NB_TYPE_REPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
nb_report_init (NbReport *self)
{
  self->history = nb_history_new ();
  self->fields = g_ptr_array_new_with_free_func (g_object_unref);
}

NbReport *
nb_report_new_from_data (const NbReportData *data)
{
  NbReport *self = g_object_new (NB_TYPE_REPORT, NULL);

  self->form = nb_form_ref (nb_report_data_get_form (data));
  self->frame = nb_report_data_ref ((NbReportData *) data);
  for (guint i = 0; i < nb_form_get_n_fields (self->form); i++)
    {
      const NbFieldDef *def = nb_form_get_field (self->form, i);

      g_ptr_array_add (self->fields, nb_field_new (def, nb_report_data_get_text (data, def->id)));
    }
  return self;
}

NbReport *
nb_report_new (NbForm *form, const char *registry)
{
  NbReportDataBuilder *builder = nb_report_data_builder_new (form);
  g_autoptr (NbReportData) data = NULL;

  nb_report_data_builder_set_registry (builder, registry);
  data = nb_report_data_builder_finish (builder);
  return nb_report_new_from_data (data);
}

NbReportData *
nb_report_freeze (NbReport *self)
{
  NbReportDataBuilder *builder;

  if (self->frozen == NULL)
    {
      builder = nb_report_data_builder_new_from (self->frame);
      for (guint i = 0; i < self->fields->len; i++)
        nb_report_data_builder_set_checked_text (
            builder, nb_form_get_field (self->form, i),
            nb_field_get_text (g_ptr_array_index (self->fields, i)));
      self->frozen = nb_report_data_builder_finish (builder);
    }
  return nb_report_data_ref (self->frozen);
}

NbForm *
nb_report_get_form (NbReport *self)
{
  return self->form;
}

NbField *
nb_report_lookup_field (NbReport *self, const char *field)
{
  const NbFieldDef *def = nb_form_lookup_field (self->form, field);

  return def != NULL ? g_ptr_array_index (self->fields, def->index) : NULL;
}

const char *
nb_report_get_registry (NbReport *self)
{
  return nb_report_data_get_registry (self->frame);
}

gboolean
nb_report_can_undo (NbReport *self)
{
  return nb_history_can_undo (self->history);
}

gboolean
nb_report_can_redo (NbReport *self)
{
  return nb_history_can_redo (self->history);
}

gboolean
nb_report_get_modified (NbReport *self)
{
  return !nb_history_is_saved (self->history);
}

/* What is told after each command, once for a group. */
static void
announce (NbReport *self)
{
  if (nb_history_is_grouping (self->history))
    return;
  g_signal_emit (self, signals[CHANGED], 0);
  for (guint i = PROP_MODIFIED; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

void
nb_report_set_saved (NbReport *self)
{
  nb_history_set_saved (self->history);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

void
nb_report_pause (NbReport *self)
{
  nb_history_pause (self->history);
}

void
nb_report_begin_group (NbReport *self)
{
  nb_history_begin_group (self->history);
}

void
nb_report_end_group (NbReport *self)
{
  nb_history_end_group (self->history);
  announce (self);
}

/* Carries a splice out, without taking note of it. */
static void
apply_splice (
    NbReport *self, const NbFieldDef *def, NbPosition from, NbPosition to, const char *text)
{
  NbField *field = g_ptr_array_index (self->fields, def->index);
  guint added = nb_position_after (from, text).paragraph - from.paragraph + 1;

  g_clear_pointer (&self->frozen, nb_report_data_unref);
  nb_field_take_text (field, nb_text_splice (nb_field_get_text (field), from.paragraph, from.offset,
                                             to.paragraph, to.offset, text));
  g_signal_emit (self, signals[SPLICED], 0, def->id, from.paragraph,
                 to.paragraph - from.paragraph + 1, added);
}

static void
apply_frame (NbReport *self, NbReportData *frame)
{
  nb_report_data_ref (frame);
  nb_report_data_unref (self->frame);
  self->frame = frame;
  g_clear_pointer (&self->frozen, nb_report_data_unref);
}

void
nb_report_do_splice (
    NbReport *self, const NbFieldDef *def, NbPosition from, NbPosition to, const char *text)
{
  NbText *before = nb_field_get_text (g_ptr_array_index (self->fields, def->index));
  g_autofree char *removed =
      nb_text_dup_range (before, from.paragraph, from.offset, to.paragraph, to.offset);

  if (g_str_equal (removed, text))
    return;
  apply_splice (self, def, from, to, text);
  nb_history_add_splice (self->history, def, from, removed, text);
  announce (self);
}

void
nb_report_do_frame (NbReport *self, NbReportData *frame)
{
  g_autoptr (NbReportData) before = nb_report_data_ref (self->frame);

  apply_frame (self, frame);
  nb_history_add_frame (self->history, before, frame);
  announce (self);
}

NbReportDataBuilder *
nb_report_begin_frame (NbReport *self)
{
  return nb_report_data_builder_new_from (self->frame);
}

/* Carries @change out forwards, or takes it back. */
static void
apply_change (NbReport *self, const NbChange *change, gboolean back)
{
  const char *removed = back ? change->inserted : change->removed;
  const char *inserted = back ? change->removed : change->inserted;

  if (change->def == NULL)
    apply_frame (self, back ? change->before : change->after);
  else
    apply_splice (self, change->def, change->from, nb_position_after (change->from, removed),
                  inserted);
}

const char *
nb_report_undo (NbReport *self)
{
  const GArray *command = nb_history_undo (self->history);
  const char *field = NULL;

  for (guint i = command != NULL ? command->len : 0; i > 0; i--)
    {
      const NbChange *change = &g_array_index (command, NbChange, i - 1);

      apply_change (self, change, TRUE);
      field = change->def != NULL ? change->def->id : NULL;
    }
  if (command != NULL)
    announce (self);
  return field;
}

const char *
nb_report_redo (NbReport *self)
{
  const GArray *command = nb_history_redo (self->history);
  const char *field = NULL;

  for (guint i = 0; command != NULL && i < command->len; i++)
    {
      const NbChange *change = &g_array_index (command, NbChange, i);

      apply_change (self, change, FALSE);
      field = change->def != NULL ? change->def->id : NULL;
    }
  if (command != NULL)
    announce (self);
  return field;
}
