"""Styles that run like clockwork: pulse, chip."""

from __future__ import annotations

from core.demo.style import Part, Style

PULSE = Style(
    name="Pulse",
    noun="pulse piece",
    metres=("4/4", "6/8", "5/4"),
    tempo=(92, 144),
    modes={"major": 0.3, "lydian": 0.25, "dorian": 0.25, "mixolydian": 0.2},
    progressions={
        "major": ("Iadd9 Iadd9 Iadd9 Iadd9 IVM7 IVM7 vi7 vi7", "Iadd9 Iadd9 iii7 iii7 IVM7 IVM7 Vsus Vsus"),
        "lydian": ("Iadd9 Iadd9 II II Iadd9 Iadd9 vii7 vii7",),
        "dorian": ("i9 i9 i9 i9 IV IV bVIIM7 bVIIM7", "i9 i9 ii7 ii7 bIIIM7 bIIIM7 IV IV"),
        "mixolydian": ("Iadd9 Iadd9 bVII bVII IV IV Iadd9 Iadd9",),
    },
    cells={
        "4/4": ("x---------------", "x-------x-------", "........x-------", "x-----x-----x---"),
        "6/8": ("x-----------", "x-----x-----", "x---x---x---"),
        "5/4": ("x-----x-----x-------", "x-------------------", "x-----------x---x---"),
    },
    parts=(
        Part(
            "melody",
            "tune",
            ("strings", "clarinet", "flute", "glass pad", "choir"),
            level_db=-5,
            centre=70,
            chance=0.7,
            held=1.0,
        ),
        Part(
            "weave",
            "weave",
            ("piano", "marimba", "vibraphone", "organ"),
            {
                "4/4": ("x.xx.x.x.xx.x.xx", "x.x.xx.x.x.xx.x.", "xxx.xx.x.xx.xxx."),
                "6/8": ("x.xxx.xx.xx.", "xxx.xx.x.xx."),
                "5/4": ("x.xx.xx.x.xx.xx.x.x.", "xxx.xx.x.x.xxx.xx.x."),
            },
            -2,
            -0.45,
            centre=67,
            held=0.9,
        ),
        Part(
            "answer",
            "weave",
            ("marimba", "electric piano", "piano", "organ"),
            {
                "4/4": ("xx.x.xx.xx.x.xx.", "x..x..x..x..x.x."),
                "6/8": ("x..x.xx..x.x", "x.x.x.x.x.x."),
                "5/4": ("x..x..x..x..x..x.x.x", "xx.x.xx.x.xx.x.xx.x."),
            },
            -3,
            0.45,
            centre=72,
            held=0.9,
        ),
        Part(
            "chords",
            "chords",
            ("organ", "strings", "warm pad", "choir"),
            {"4/4": ("x---------------",), "6/8": ("x-----------",), "5/4": ("x-------------------",)},
            -9,
            0.0,
            centre=60,
            voices=4,
            held=1.0,
        ),
        Part(
            "bass",
            "bass",
            ("piano", "synth bass", "electric bass", "upright bass"),
            {
                "4/4": ("r-------r---..5-", "r-----r-----r---", "r---------------"),
                "6/8": ("r-----r---5-", "r-----------"),
                "5/4": ("r-----r-----r-------", "r-----------5-------"),
            },
            -3,
            centre=40,
            wet=0.5,
        ),
        Part("drums", "drums", ("hand drums", "machine"), level_db=-9, chance=0.35),
    ),
    kits={
        "4/4": (
            {"shaker": "xgxgxgxgxgxgxgxg"},
            {"woodblock": "x..x..x..x..x.x.", "kick": "x.......x......."},
        ),
        "6/8": ({"shaker": "x.gx.gx.gx.g", "kick": "x.....x....."}, {"woodblock": "x..x..x..x.."}),
        "5/4": ({"shaker": "x.g.x.g.x.g.x.g.x.g."}, {"woodblock": "x.....x.....x...x..."}),
    },
    forms=("AABC", "ABCD", "AABB"),
    room_s=1.4,
    wet=0.2,
    valence=0.25,
    arousal=0.15,
    leap=0.3,
    textures=(
        "interlocking patterns that shift slowly",
        "a steady pulse under slow chords",
        "small cells repeated and layered",
    ),
)

CHIP = Style(
    name="Chip",
    noun="chip tune",
    metres=("4/4",),
    tempo=(112, 168),
    modes={"major": 0.4, "minor": 0.35, "mixolydian": 0.15, "harmonic minor": 0.1},
    progressions={
        "major": ("I V vi IV I V IV V", "I iii IV V I vi IV V", "IV V iii vi IV V I I"),
        "minor": (
            "i bVI bVII i i bVI bVII V",
            "i bVII bVI V i bVII bVI bVII",
            "bVI bVII i i bVI bVII bIII V",
        ),
        "mixolydian": ("I bVII IV I I bVII IV V",),
    },
    cells={
        "4/4": (
            "x-x-x-x-x---x---",
            "x--x--x-x--x--x-",
            "x---x-x-x-x-x---",
            "x-xxx-x-x-xxx-x-",
            "x---x---x-x-x-x-",
            "x-----x-x-------",
        ),
    },
    parts=(
        Part("melody", "tune", ("square lead", "narrow lead", "square lead", "bell"), centre=74, held=0.8),
        Part(
            "counter",
            "second",
            ("narrow lead", "square lead", "electric piano"),
            level_db=-6,
            centre=69,
            pan=0.45,
            chance=0.5,
        ),
        Part(
            "chords",
            "chords",
            ("narrow lead", "square lead", "clavinet"),
            {"4/4": ("1234123412341234", "1.2.3.4.3.2.3.2.", "1.3.2.3.1.3.2.3.")},
            -6,
            -0.4,
            centre=64,
            voices=4,
            held=0.7,
        ),
        Part(
            "bass",
            "bass",
            ("triangle bass", "synth bass"),
            {"4/4": ("r.o.r.o.r.o.r.o.", "r.r.r.r.r.r.r.w.", "r--r--r-r--5--w-")},
            -1,
            centre=41,
            wet=0.1,
            held=0.8,
        ),
        Part("drums", "drums", ("machine", "kit"), level_db=-5, chance=0.95),
    ),
    kits={
        "4/4": (
            {"kick": "X...x...X...x...", "snare": "....X.......X...", "hat": "x.x.x.x.x.x.x.x."},
            {"kick": "X.....x.X.......", "snare": "....X.......X..x", "hat": "..x...x...x...x."},
            {"kick": "X..x..x.X..x..x.", "clap": "....X.......X...", "hat": "xgxgxgxgxgxgxgxg"},
        )
    },
    forms=("AABA", "ABAC", "AABB"),
    room_s=0.6,
    wet=0.08,
    valence=0.5,
    arousal=0.6,
    leap=0.35,
    textures=(
        "a tune over quick broken chords",
        "plain waves over a busy bass",
        "arpeggios, bass and a hopping tune",
    ),
)
