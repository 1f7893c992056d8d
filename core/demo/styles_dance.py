"""Styles that dance on feet: waltz, jig, crooked dance."""

from __future__ import annotations

from core.demo.style import Part, Style

WALTZ = Style(
    name="Waltz",
    noun="waltz",
    metres=("3/4",),
    tempo=(104, 176),
    modes={"major": 0.6, "minor": 0.2, "harmonic minor": 0.2},
    progressions={
        "major": (
            "I I V7 V7 V7 V7 I I",
            "I vi ii V7 I vi V7 I",
            "IV IV I I II7 V7 I V7",
            "I III7 vi II7 V7 V7 I I",
        ),
        "minor": ("i i iv iv V7 V7 i i", "i bVI bIII V7 i iv V7 i", "iv i V7 i bVI bIII V7 i"),
    },
    cells={
        "3/4": (
            "x---x---x---",
            "x-------x---",
            "x-----x-x---",
            "x-x-x-x-x---",
            "x---x-x-x-x-",
            "x---x-------",
            "x-----------",
        )
    },
    parts=(
        Part("melody", "tune", ("accordion", "clarinet", "fiddle", "flute", "piano"), centre=72, held=0.92),
        Part(
            "counter",
            "second",
            ("clarinet", "strings", "accordion", "fiddle"),
            level_db=-6,
            centre=66,
            pan=0.35,
            chance=0.55,
        ),
        Part(
            "chords",
            "chords",
            ("piano", "guitar", "accordion"),
            {"3/4": ("....x---x---", "....x-..x-..", "..1.2.3.2.3.")},
            -4,
            -0.3,
            centre=60,
            held=0.7,
        ),
        Part(
            "bass",
            "bass",
            ("upright bass", "electric bass", "piano"),
            {"3/4": ("r-------....", "r---....5---", "r-----------")},
            -1,
            centre=40,
            wet=0.4,
        ),
        Part("drums", "drums", ("brushes", "hand drums", "kit"), level_db=-7, chance=0.5),
    ),
    kits={
        "3/4": (
            {"kick": "x...........", "snare": "....g...g...", "hat": "....x...x..."},
            {"kick": "x...........", "tambourine": "....x...x.x."},
            {"frame low": "x...........", "frame high": "....x...x..."},
        )
    },
    forms=("AABA", "AABB", "ABAC"),
    room_s=1.1,
    wet=0.18,
    valence=0.3,
    arousal=0.1,
    leap=0.35,
    textures=(
        "a tune over an oom-pah-pah",
        "a turning melody and its accompaniment",
        "a singing line over bass and after-beats",
    ),
)

JIG = Style(
    name="Jig",
    noun="jig",
    metres=("6/8",),
    tempo=(96, 132),
    modes={"major": 0.4, "dorian": 0.3, "mixolydian": 0.3},
    progressions={
        "major": ("I I IV V I I V I", "I IV I V I IV V I", "I vi IV V I vi V I"),
        "dorian": ("i i bVII bVII i i bVII i", "i bVII i v i bVII v i"),
        "mixolydian": ("I I bVII bVII I I bVII I", "I bVII IV I I bVII V I"),
    },
    cells={
        "6/8": (
            "x-x-x-x-x-x-",
            "x---x-x-x-x-",
            "x-x-x-x---x-",
            "x---x-x---x-",
            "x-xxx-x-x-x-",
            "x-----x---x-",
        ),
    },
    parts=(
        Part("melody", "tune", ("fiddle", "whistle", "fiddle", "flute", "accordion"), centre=76, held=0.85),
        Part(
            "counter",
            "second",
            ("whistle", "fiddle", "accordion"),
            level_db=-5,
            centre=72,
            pan=0.4,
            chance=0.5,
        ),
        Part(
            "chords",
            "chords",
            ("guitar", "lute", "piano", "accordion"),
            {"6/8": ("x---x-x---x-", "x-..x-x-..x-", "1.2.3.1.2.3.")},
            -5,
            -0.35,
            centre=57,
            held=0.8,
        ),
        Part(
            "bass",
            "bass",
            ("upright bass", "electric bass"),
            {"6/8": ("r-----5-----", "r---..r---5-", "r-----------")},
            -3,
            centre=42,
            wet=0.3,
            chance=0.7,
        ),
        Part("drums", "drums", ("hand drums", "brushes"), level_db=-6, chance=0.8),
    ),
    kits={
        "6/8": (
            {"frame low": "X.....x.....", "frame high": "..g.x...g.x."},
            {"frame low": "X...g.x...g.", "tambourine": "..x.x...x.x."},
            {"kick": "x.....x.....", "shaker": "x.g.x.x.g.x."},
        )
    },
    forms=("AABB", "AABBCC", "AABA"),
    room_s=0.9,
    wet=0.14,
    valence=0.5,
    arousal=0.5,
    leap=0.3,
    phrase=4,
    textures=(
        "a running tune over repeated chords",
        "a lilting tune in groups of three",
        "a dance tune with a steady backing",
    ),
)

CROOKED = Style(
    name="Crooked Dance",
    noun="crooked dance",
    metres=("7/8", "5/4"),
    tempo=(112, 168),
    modes={"hijaz": 0.35, "harmonic minor": 0.25, "dorian": 0.2, "minor": 0.2},
    progressions={
        "hijaz": ("I I bII I I bvii bII I", "I bII I bvii I bII bII I", "I I iv iv bII bII I I"),
        "harmonic minor": ("i i iv V7 i i V7 i", "i bVI V7 i iv i V7 i"),
        "dorian": ("i i IV i bVII bVII i i", "i bIII IV i i bVII v i"),
        "minor": ("i bVII bVI bVII i bVII v i", "i i iv iv bVII bVII i i"),
    },
    cells={
        "7/8": (
            "x-x-x-x-x-x-x-",
            "x---x-x-x---x-",
            "x-x-x---x-x-x-",
            "x---x---x-x-x-",
            "x-xxx-x-x-x-x-",
            "x-------x-----",
        ),
        "5/4": (
            "x-x-x-x-x-x-x---x---",
            "x-----x-----x-x-x-x-",
            "x---x-x---x-x---x---",
            "x-x-x-x---x-x-x-x-x-",
        ),
    },
    parts=(
        Part("melody", "tune", ("clarinet", "brass", "accordion", "fiddle", "lute"), centre=70, held=0.85),
        Part(
            "counter",
            "second",
            ("clarinet", "brass", "fiddle", "accordion"),
            level_db=-4,
            centre=67,
            pan=0.35,
            chance=0.6,
        ),
        Part(
            "chords",
            "chords",
            ("lute", "accordion", "guitar", "organ"),
            {
                "7/8": ("..x-..x-..x-x-", "x-..x-..x-..x-", "x-x-x-x-x-x-x-"),
                "5/4": ("x-..x-x-..x-..x-..x-", "..x-x-..x-x-..x-..x-"),
            },
            -5,
            -0.35,
            centre=58,
            held=0.6,
        ),
        Part(
            "bass",
            "bass",
            ("upright bass", "electric bass", "brass"),
            {
                "7/8": ("r---5---r-----", "r---r---5---5-", "r-..5-..r-..5-"),
                "5/4": ("r-----5-----r---5---", "r-----r-----5---5---"),
            },
            -2,
            centre=41,
            wet=0.3,
        ),
        Part("drums", "drums", ("hand drums", "kit"), level_db=-2),
    ),
    kits={
        "7/8": (
            {"frame low": "X...x...x.....", "frame high": "..g...g...x.g.", "tambourine": "x.g.x.g.x.g.g."},
            {"kick": "X.......x.....", "snare": "....g...x...g.", "tambourine": "x.x.x.x.x.x.x."},
            {"frame low": "X.......X.....", "frame high": "....x...g.x.x.", "tambourine": "g.x.g.x.g.x.x."},
        ),
        "5/4": (
            {
                "frame low": "X.....x.....x.......",
                "frame high": "..g.x...g.x...x.x.g.",
                "tambourine": "x.g.g.x.g.g.x.g.x.g.",
            },
            {
                "kick": "X.....x.............",
                "snare": "............x...g...",
                "tambourine": "x.x.x.x.x.x.x.x.x.x.",
            },
        ),
    },
    forms=("AABB", "AABBCC", "AABA"),
    room_s=1.0,
    wet=0.15,
    valence=0.1,
    arousal=0.7,
    leap=0.2,
    phrase=2,
    textures=(
        "a quick tune over limping accents",
        "a line that turns in long and short beats",
        "a driving line over repeated chords",
    ),
)
