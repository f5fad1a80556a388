/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nb-ui-sentence-pair.h"

struct _NbUiSentencePair
{
  GObject parent_instance;
  NbTextPiece piece;
  char *last;
  char *now;
};

G_DEFINE_FINAL_TYPE (NbUiSentencePair, nb_ui_sentence_pair, G_TYPE_OBJECT)

static void
nb_ui_sentence_pair_finalize (GObject *object)
{
  g_free (NB_UI_SENTENCE_PAIR (object)->last);
  g_free (NB_UI_SENTENCE_PAIR (object)->now);
  G_OBJECT_CLASS (nb_ui_sentence_pair_parent_class)->finalize (object);
}

static void
nb_ui_sentence_pair_class_init (NbUiSentencePairClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nb_ui_sentence_pair_finalize;
}

static void
nb_ui_sentence_pair_init (NbUiSentencePair *self)
{
}

NbUiSentencePair *
nb_ui_sentence_pair_new (const char *last, const char *now, const NbTextPiece *piece)
{
  NbUiSentencePair *self = g_object_new (NB_UI_TYPE_SENTENCE_PAIR, NULL);

  self->piece = *piece;
  self->last = g_utf8_substring (last, 0, piece->a_end - piece->a_start);
  self->now = g_utf8_substring (now, 0, piece->b_end - piece->b_start);
  return self;
}

const NbTextPiece *
nb_ui_sentence_pair_get_piece (NbUiSentencePair *self)
{
  return &self->piece;
}

const char *
nb_ui_sentence_pair_get_last (NbUiSentencePair *self)
{
  return self->last;
}

const char *
nb_ui_sentence_pair_get_now (NbUiSentencePair *self)
{
  return self->now;
}
