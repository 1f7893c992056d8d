"""The words of every setting: what it is called, what it does, what its choices, its unit and its 0 are."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

Said = dict[str, tuple[str, str]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teach", text)


def named() -> Said:
    """By dotted name: the words before the field, and a sentence of help without its full stop."""
    return _encoder() | _head() | _writer() | _writer_more() | _training() | _rates()


def _encoder() -> Said:
    return {
        "encoder.rank": (_tr("Rank"), _tr("How wide the additions to its layers are")),
        "encoder.window_s": (
            _tr("Excerpts of"),
            _tr("Seconds of an excerpt; usual: as the encoder's card says"),
        ),
        "encoder.excerpts": (
            _tr("Judged by"),
            _tr("So many excerpts of a track, spread over it, are judged; their probabilities are averaged"),
        ),
        "encoder.crop": (
            _tr("Lying"),
            _tr("Where the excerpt lies that an encoder learns from, in each epoch"),
        ),
        "encoder.features": (
            _tr("Of a track"),
            _tr("What is taken of the vectors of its excerpts: their mean, or also how far they spread"),
        ),
        "encoder.augment": (
            _tr("Vary the sound"),
            _tr("Excerpts to learn from are made louder, softer, duller, thinner or noisier at random"),
        ),
    }


def _head() -> Said:
    return {
        "head.width": (_tr("Width"), _tr("Numbers in the hidden layer")),
        "head.dropout": (
            _tr("Dropout"),
            _tr("The share of values that is left out while it learns, so that nothing is learnt by heart"),
        ),
        "head.strengths": (_tr("Strengths"), _tr("What is tried as C; the valid part chooses")),
        "head.kernels": (_tr("Kernels"), _tr("What is tried: linear, rbf")),
        "head.gammas": (_tr("Gammas"), _tr("What is tried for rbf; 0: one over dimension and variance")),
        "head.balance": (_tr("Rare labels weigh as much"), _tr("Rare labels weigh as much as frequent ones")),
        "head.norm": (_tr("Batch normalisation"), _tr("Behind the hidden layer")),
        "head.standardise": (
            _tr("Standardise"),
            _tr("Values are brought to mean 0 and deviation 1 by those of the train part"),
        ),
    }


def _writer() -> Said:
    return {
        "writer.name": (
            _tr("Writer"),
            _tr("own: a small T5 that learns its words from the captions; or one by name or folder"),
        ),
        "writer.tune": (_tr("Learns"), _tr("Whether the writer learns along")),
        "writer.pieces": (_tr("Pieces of words"), _tr("That it learns at most")),
        "writer.width": (_tr("Width"), _tr("Numbers in its layers; a multiple of 4")),
        "writer.layers": (_tr("Layers"), _tr("So many that listen, and as many that write")),
        "writer.beams": (
            _tr("Wordings"),
            _tr("That are followed at the same time; 1: always the likeliest next piece"),
        ),
        "writer.temperature": (
            _tr("Temperature"),
            _tr("Above 0 words are drawn by chance, the more freely the higher"),
        ),
    }


def _writer_more() -> Said:
    return {
        "writer.dropout": (
            _tr("Dropout"),
            _tr("The share of values that is left out at random while it learns"),
        ),
        "writer.noise": (_tr("Noise"), _tr("Added to what comes in while it learns, in deviations")),
        "writer.rank": (_tr("Rank"), _tr("How wide the small additions are")),
        "writer.excerpts": (_tr("Hears at most"), _tr("So many excerpts of a track, spread over it")),
        "writer.places": (_tr("Places"), _tr("So many places before the words stand for each excerpt")),
        "writer.longest": (_tr("Longest"), _tr("Pieces of a caption; what is longer is cut")),
        "writer.repeats": (
            _tr("Repeats"),
            _tr("So many pieces in a row stand in a text once at most; 0: any"),
        ),
        "writer.named": (
            _tr("Named"),
            _tr("Fields: whether captions name what is true of a track is judged"),
        ),
        "writer.several": (
            _tr("Of several captions"),
            _tr("What is learnt of a track with several captions"),
        ),
        "writer.choosing": (
            _tr("Choose by the whole"),
            _tr("Of the wordings, the one is kept that fits best what is heard as a whole"),
        ),
        "writer.leaning": (
            _tr("Lean on what is heard"),
            _tr("What is heard also speaks for each word by a straight way, until it is written"),
        ),
    }


def _training() -> Said:
    return {
        "training.epochs": (_tr("Epochs, at most"), _tr("Times through the train part")),
        "training.patience": (
            _tr("Patience"),
            _tr("Epochs without a better one until training ends; 0: it never ends early"),
        ),
        "training.batch": (_tr("Batch"), _tr("Tracks or excerpts that are looked at together")),
        "training.accumulate": (
            _tr("× "),
            _tr("Batches that make one step: where memory is too small for a large batch"),
        ),
        "training.keep": (_tr("Keep"), _tr("Which epoch is judged at the end")),
        "training.optimiser": (_tr("Optimiser"), _tr("How weights follow their errors")),
        "training.weight_decay": (_tr("Weight decay"), _tr("How strongly weights are drawn to nought")),
        "training.clip": (_tr("Clip"), _tr("The longest step that gradients may ask for; 0: any")),
        "training.average": (
            _tr("Average"),
            _tr("Decay of a running mean of all weights, which is judged instead of them; 0: none"),
        ),
        "training.unfreeze_at": (
            _tr("Encoder from epoch"),
            _tr("From which the encoder learns along; before, only what is new does"),
        ),
        "training.precision": (
            _tr("Precision"),
            _tr("Half precision is quicker where the hardware reckons in it"),
        ),
        "training.checkpoint_s": (
            _tr("Checkpoint every"),
            _tr("At least; a run that was killed goes on from the last one"),
        ),
        "training.shuffle": (_tr("Shuffle"), _tr("Another order in each epoch")),
    }


def _rates() -> Said:
    return {
        "training.encoder_lr": (_tr("Encoder rate"), _tr("Learning rate of an encoder that learns along")),
        "training.head_lr": (_tr("Head rate"), _tr("Learning rate of what is new")),
        "training.schedule": (_tr("Then"), _tr("How learning rates go on after they have risen")),
        "training.halve_after": (_tr("After"), _tr("Epochs without a better one until rates are halved")),
        "training.warmup": (_tr("Warm-up"), _tr("The share of all steps in which rates rise from nothing")),
    }


def chosen() -> dict[str, dict[str, str]]:
    """The words of choices."""
    return {
        "encoder.crop": {
            "random": _tr("anywhere"),
            "first": _tr("at the start"),
            "middle": _tr("in the middle"),
        },
        "encoder.features": {"mean": _tr("mean"), "mean and spread": _tr("mean and spread")},
        "writer.tune": {
            "whole": _tr("in every weight"),
            "lora": _tr("by small additions"),
            "frozen": _tr("not at all"),
        },
        "writer.several": {"joined": _tr("all, joined"), "first": _tr("the first")},
        "training.keep": {"best": _tr("the best epoch"), "last": _tr("the last epoch")},
        "training.optimiser": {"adamw": "AdamW", "adam": "Adam", "sgd": "SGD"},
        "training.precision": {
            "auto": _tr("as the hardware likes"),
            "fp32": _tr("single"),
            "bf16": _tr("half"),
        },
        "training.schedule": {
            "cosine": _tr("falling to nothing"),
            "constant": _tr("as it is"),
            "plateau": _tr("halved when nothing improves"),
        },
    }


def units() -> Said:
    """What stands behind the field, and what 0 is called where it means something of its own."""
    return {
        "encoder.window_s": (_tr("s"), _tr("usual")),
        "encoder.excerpts": (_tr("excerpts"), ""),
        "writer.excerpts": (_tr("excerpts"), ""),
        "writer.longest": (_tr("pieces"), ""),
        "training.patience": ("", _tr("none")),
        "training.clip": ("", _tr("none")),
        "training.average": ("", _tr("none")),
        "training.checkpoint_s": (_tr("s"), ""),
        "training.halve_after": (_tr("epochs"), ""),
    }
