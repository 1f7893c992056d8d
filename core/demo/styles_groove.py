"""Styles that lean on a rhythm section: sway, groove, shuffle."""

from __future__ import annotations

from core.demo.style import Part, Style

SWAY = Style(
    name="Sway",
    noun="sway",
    metres=("4/4",),
    tempo=(104, 148),
    modes={"major": 0.55, "dorian": 0.25, "minor": 0.2},
    progressions={
        "major": (
            "IM7 IM7 II7 II7 ii7 V7 IM7 IM7",
            "IM7 vi7 ii9 V7 IM7 vi7 ii9 V7",
            "IM9 IVM7 iii7 vi7 ii7 V9 I6 I6",
        ),
        "dorian": ("i9 IV7 i9 IV7 bVIIM7 IV7 i9 i9", "i7 bIIIM7 IV7 i7 i7 ii7 IV7 i7"),
        "minor": ("i7 iv7 bVII7 bIIIM7 bVIM7 iih7 V7 i6", "i9 i9 iv9 iv9 iih7 V7 i9 V7"),
    },
    cells={
        "4/4": (
            "x--x--x-----x-x-",
            "..x-x---x--x----",
            "x-----x---x-x---",
            "x-x-..x-x-..x---",
            "x--x--x---x-----",
            "....x-x-x---x---",
            "x---------------",
        ),
    },
    parts=(
        Part(
            "melody",
            "tune",
            ("flute", "guitar", "vibraphone", "electric piano", "clarinet"),
            centre=73,
            held=0.95,
        ),
        Part(
            "counter",
            "second",
            ("strings", "vibraphone", "flute"),
            level_db=-8,
            centre=66,
            pan=0.35,
            chance=0.4,
            held=1.0,
        ),
        Part(
            "chords",
            "chords",
            ("guitar", "electric piano", "piano"),
            {"4/4": ("x--x--x...x-..x-", "x-..x-..x..x..x-", "..x-..x-x..x..x-")},
            -4,
            -0.3,
            centre=56,
            voices=4,
            held=0.8,
        ),
        Part(
            "bass",
            "bass",
            ("upright bass", "electric bass"),
            {"4/4": ("r-----5-r-----5-", "r-----..5-----r-", "r-----r-5-----w-")},
            -2,
            centre=41,
            wet=0.25,
        ),
        Part("drums", "drums", ("brushes", "kit", "hand drums"), level_db=-6, chance=0.95),
    ),
    kits={
        "4/4": (
            {"kick": "x.....x.x.....x.", "rim": "x..x..x...x..x..", "shaker": "x.gxx.gxx.gxx.gx"},
            {"kick": "x.....x.x.....x.", "rim": "..x..x....x..x..", "hat": "x.x.x.x.x.x.x.x."},
            {"frame low": "x.....x.x.....x.", "woodblock": "x..x..x...x.x...", "shaker": "x.gxx.gxx.gxx.gx"},
        )
    },
    forms=("AABA", "ABAC", "AAB"),
    room_s=1.1,
    wet=0.16,
    valence=0.4,
    arousal=-0.05,
    leap=0.3,
    textures=(
        "a relaxed tune over syncopated chords",
        "soft off-beat chords under an easy tune",
        "a melody over a gently rocking pattern",
    ),
)

GROOVE = Style(
    name="Groove",
    noun="groove",
    metres=("4/4",),
    tempo=(88, 122),
    modes={"dorian": 0.5, "mixolydian": 0.35, "minor": 0.15},
    progressions={
        "dorian": ("i7 i7 IV7 IV7", "i9 i9 i9 IV9", "i7 bIII IV7 i7"),
        "mixolydian": ("I9 I9 I9 IV9", "I7 bVII IV7 I7", "I7 I7 IV7 bVII"),
        "minor": ("i7 i7 bVIM7 bVII", "i7 iv7 i7 v7"),
    },
    cells={
        "4/4": (
            "x-x...xx..x-....",
            "..x-xx..x-......",
            "x--x--x-..xx-...",
            "x---..x-x-xx....",
            "....x-x-..x-x---",
            "xxx...x-........",
        ),
    },
    parts=(
        Part(
            "melody",
            "tune",
            ("brass", "electric piano", "guitar", "clarinet", "square lead"),
            centre=70,
            held=0.7,
        ),
        Part(
            "counter",
            "second",
            ("brass", "square lead", "strings"),
            level_db=-4,
            centre=66,
            pan=0.35,
            chance=0.5,
            held=0.7,
        ),
        Part(
            "chords",
            "chords",
            ("clavinet", "electric piano", "guitar", "organ"),
            {"4/4": ("..x.x..x..x.x..x", "x..x..x...x.x...", "....X.......X.x.", "x.xx.xx.x.xx.xx.")},
            -4,
            -0.35,
            centre=57,
            voices=4,
            held=0.5,
        ),
        Part(
            "bass",
            "bass",
            ("electric bass", "synth bass"),
            {"4/4": ("r-.r..r-..o.7.5.", "r--.r-.r-.5-.7w-", "r-..o.r...r.5-w.", "r.rr..o.r..5..7.")},
            0,
            centre=38,
            wet=0.1,
            held=0.8,
        ),
        Part("pad", "drone", ("strings", "organ", "warm pad"), level_db=-12, centre=62, pan=0.2, chance=0.35),
        Part("drums", "drums", ("kit", "machine"), level_db=-1),
    ),
    kits={
        "4/4": (
            {"kick": "X..x..x...x..x..", "snare": "....X..g.g..X..g", "hat": "x.x.x.x.x.x.x.o."},
            {"kick": "X.....x..xx.....", "snare": "....X.......X..g", "hat": "xgxgxgxgxgxgxgxg"},
            {
                "kick": "X...x...X...x...",
                "clap": "....X.......X...",
                "hat": "..x...x...x...x.",
                "shaker": "xgxgxgxgxgxgxgxg",
            },
        )
    },
    forms=("AABA", "AAB", "ABAB"),
    swing=0.54,
    swing_steps=1,
    room_s=0.7,
    wet=0.1,
    valence=0.3,
    arousal=0.5,
    leap=0.35,
    phrase=2,
    textures=(
        "riffs over a tight rhythm section",
        "short phrases with room between them",
        "syncopated layers in lock step",
    ),
)

SHUFFLE = Style(
    name="Shuffle",
    noun="shuffle",
    metres=("4/4",),
    tempo=(84, 138),
    modes={"mixolydian": 0.7, "dorian": 0.3},
    progressions={
        "mixolydian": ("I7 IV7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 V7", "I7 I7 I7 I7 IV7 IV7 I7 VI7 ii7 V7 I7 V7"),
        "dorian": ("i7 i7 i7 i7 iv7 iv7 i7 i7 bVI7 V7 i7 V7", "i7 iv7 i7 i7 iv7 iv7 i7 i7 V7 iv7 i7 V7"),
    },
    tune_mode={"mixolydian": "blues", "dorian": "blues"},
    cells={
        "4/4": (
            "x-x-x-x-........",
            "..x-x-x-x---....",
            "x---x-x-x-------",
            "x-x---x-x-x-....",
            "....x-x-x-x-x---",
            "x-xxx-x-x-......",
            "x-------..x-x-x-",
        ),
    },
    parts=(
        Part("melody", "tune", ("guitar", "clarinet", "organ", "piano", "brass"), centre=70, held=0.88),
        Part("counter", "second", ("brass", "clarinet"), level_db=-6, centre=64, pan=0.35, chance=0.35),
        Part(
            "chords",
            "chords",
            ("piano", "organ", "electric piano", "guitar"),
            {"4/4": ("..x-..x-..x-..x-", "....x-......x-..", "x-..x-x-..x-..x-")},
            -4,
            -0.3,
            centre=56,
            voices=4,
            held=0.6,
        ),
        Part(
            "bass",
            "bass",
            ("upright bass", "electric bass"),
            {"4/4": ("r---3---5---w---", "r---5---7---5---", "r-r-3-3-5-5-7-5-")},
            -1,
            centre=40,
            wet=0.25,
            held=0.9,
        ),
        Part("drums", "drums", ("kit", "brushes"), level_db=-4),
    ),
    kits={
        "4/4": (
            {"kick": "x.......x.......", "snare": "....x.......x...", "ride": "x...x.x.x...x.x."},
            {"kick": "x...x...x...x...", "snare": "....X..g....X..g", "hat": "x.x.x.x.x.x.x.x."},
            {"kick": "x.....x.x.......", "snare": "....x.......x.g.", "ride": "x.x.x.x.x.x.x.x."},
        )
    },
    forms=("AAA", "AAB"),
    swing=0.64,
    room_s=0.9,
    wet=0.13,
    valence=0.1,
    arousal=0.15,
    leap=0.3,
    phrase=4,
    textures=(
        "a solo voice over a walking bass",
        "short phrases that answer one another",
        "a lazy tune with a swinging rhythm section",
    ),
)
