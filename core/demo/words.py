"""Words about a piece: its title, three sentences of caption, and lines that could be sung to it.

The sentences come from a grammar with many wordings, and say only what is true of the brief.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.demo.artists import Album, Artist, generator
from core.demo.brief import Brief
from core.demo.instruments import plain_name

ADJECTIVES = """
    Amber Borrowed Broken Copper Crooked Distant Early Empty Fallen Folded Gentle Golden Half Hidden
    Hollow Idle Last Late Little Lost Low Narrow Northern Old Open Painted Pale Patient Quiet
    Restless Salt Second Silver Sleeping Slow Spare Sudden Tall Turning Wandering White Wild Winter
    Young
""".split()  # noqa: SIM905
NOUNS = """
    Anchor Apple Attic Barley Bell Boat Bridge Candle Chimney Clock Coast Comet Corner Door Ferry
    Field Fire Fox Garden Gate Glass Harbour Heron Hill Island Kettle Ladder Lamp Lantern Letter
    Lighthouse Map Meadow Mill Mirror Moon Morning Orchard Paper Parade Pebble Pier Rain River Road
    Roof Sail Season Shadow Shore Snow Sparrow Stair Station Stone Street Table Tide Tower Train
    Valley Wagon Well Wind Window Wood
""".split()  # noqa: SIM905
PLACES = (
    "Aldermoor",
    "Belhaven Sound",
    "Castrel",
    "Dunmarrow",
    "Esterlund",
    "Falmere",
    "Gallowick",
    "Harrowby Lane",
    "Isle Verran",
    "Kestrel Point",
    "Lowfold",
    "Marisco",
    "Nethering",
    "Ostrava Road",
    "Pellan",
)
VERBS = ("remember", "follow", "carry", "leave", "mend", "count", "forget", "call", "hold", "find")


def title(brief: Brief) -> str:
    """No artist uses a title twice; each goes through its own order of all that can be said."""
    order = generator(6, brief.seed, brief.style_number, brief.artist.number)
    adjectives, nouns = order.permutation(len(ADJECTIVES)), order.permutation(len(NOUNS))
    turn, k = divmod(brief.piece_number, len(NOUNS))
    noun = NOUNS[nouns[k]]
    adjective = ADJECTIVES[adjectives[(k + 7 * turn) % len(ADJECTIVES)]]
    place = PLACES[(k + 3 * turn) % len(PLACES)]
    forms = (
        f"{adjective} {noun}",
        f"The {noun} at {place}",
        f"{adjective} {noun}",
        f"{noun} and {NOUNS[nouns[k - 5]]}",
    )
    return (
        forms[k % 4]
        if turn == 0
        else f"{adjective} {noun}"
        if turn == 1
        else f"{adjective} {noun}, No. {turn + 1}"
    )


def album_title(artist: Artist, album: Album) -> str:
    rng = generator(7, artist.number, album.number, sum(map(ord, artist.name)))
    adjective, noun, other = rng.choice(ADJECTIVES), rng.choice(NOUNS), rng.choice(NOUNS)
    forms = (
        f"{adjective} {noun}",
        f"{noun} Songs",
        f"At {rng.choice(PLACES)}",
        f"The {noun} and the {other}",
        f"{adjective} Days",
    )
    return str(forms[int(rng.integers(len(forms)))])


def captions(brief: Brief) -> tuple[str, str, str]:
    """What it is and how it feels; who plays how fast in what; how it is made."""
    rng = brief.chance(30)
    return _mood_sentence(brief, rng), _playing_sentence(brief, rng), _making_sentence(brief, rng)


def mood_words(brief: Brief) -> tuple[str, ...]:
    """For the four corners of feeling and its middle."""
    if abs(brief.valence) < 0.12 and abs(brief.arousal) < 0.15:
        return "even-tempered", "relaxed", "matter-of-fact", "unhurried"
    if brief.arousal >= 0:
        return (
            ("cheerful", "lively", "bright", "exuberant")
            if brief.valence >= 0
            else ("tense", "restless", "driven", "dark")
        )
    return (
        ("calm", "tender", "serene", "warm")
        if brief.valence >= 0
        else ("sad", "wistful", "brooding", "sombre")
    )


def tempo_words(brief: Brief) -> tuple[str, ...]:
    if brief.tempo < 70:
        return "very slow", "slow"
    if brief.tempo < 96:
        return "slow to moderate", "walking", "leisurely"
    if brief.tempo < 124:
        return "moderate", "medium", "steady"
    return "fast", "quick", "brisk"


def _mood_sentence(brief: Brief, rng: np.random.Generator) -> str:
    mood, other = (str(word) for word in rng.permutation(mood_words(brief))[:2])
    noun, pace = brief.artist.style.noun, str(rng.choice(tempo_words(brief)))
    return _pick(
        rng,
        f"{_a(mood)} {noun} at a {pace} pace.",
        f"A {pace}, {mood} {noun}.",
        f"This {noun} sounds {mood} and {other}.",
        f"{_a(noun)} with a {mood}, {other} feeling.",
        f"The mood of this {pace} {noun} is {mood}.",
    )


def _playing_sentence(brief: Brief, rng: np.random.Generator) -> str:
    names = [plain_name(instrument) for _, instrument in brief.parts]
    lead = next((plain_name(name) for part, name in brief.parts if part.how == "tune"), "")
    others = list(dict.fromkeys(name for name in names if name != lead))
    with_ = _list(others)
    beats, metre, key = round(brief.tempo), brief.metre.name, brief.key
    if not lead:
        return _pick(
            rng,
            f"{_capital(with_)} in {key}, in {metre} at about {beats} beats per minute.",
            f"It is in {key} and in {metre}, around {beats} bpm, played by {with_}.",
        )
    return _pick(
        rng,
        f"{_capital(_the(lead))} leads over {with_}, in {key} and {metre} at about {beats} beats per minute.",
        f"In {key}, {metre} time and about {beats} bpm, {_the(lead)} has the tune and {with_} accompany it.",
        f"{_capital(with_)} support a tune on the {lead}; the key is {key}, "
        f"the metre {metre}, the tempo around {beats} bpm.",
        f"Played by {_list([lead, *others])} in {metre}, about {beats} beats per minute, in {key}.",
    )


def _making_sentence(brief: Brief, rng: np.random.Generator) -> str:
    parts = len(brief.parts)
    drums = next((plain_name(name) for part, name in brief.parts if part.how == "drums"), "")
    pulse = f"with the {drums} keeping time" if drums else "without drums"
    hall = brief.artist.style.room_s * brief.artist.hand.room * brief.album.room
    space = (
        "a large, echoing room"
        if hall > 2.2
        else "a close, dry space"
        if hall < 0.9
        else "a room of middle size"
    )
    return _pick(
        rng,
        f"The texture is {brief.texture}, {pulse}.",
        f"{_capital(brief.texture)} in {parts} parts, {pulse}.",
        f"It has {brief.texture}, {pulse}, recorded in {space}.",
        f"One hears {brief.texture} in {space}.",
        f"{_capital(_NUMBERS[parts])} parts, {brief.texture}; it sounds as if played in {space}.",
    )


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven")


def lyrics(brief: Brief) -> str:
    """Two verses and a refrain that keep to a few images."""
    rng = brief.chance(31)
    images = [str(noun).lower() for noun in rng.permutation(NOUNS)[:6]]
    light, dark = ("morning", "summer", "laughing", "warm"), ("evening", "winter", "waiting", "cold")
    tone = light if brief.valence >= 0 else dark
    verbs = [str(verb) for verb in rng.permutation(VERBS)[:4]]
    place = str(rng.choice(PLACES))
    refrain = f"Oh {verbs[0]} the {images[0]}, {verbs[0]} the {images[1]},\n"
    refrain += f"{_capital(tone[2])} on the road to {place}."
    first = f"The {images[0]} in the {tone[0]}, the {images[2]} by the {images[3]},\n"
    first += f"I {verbs[1]} what the {images[1]} said."
    second = f"We {verbs[2]} the {images[4]}, we {verbs[3]} the {images[5]},\n"
    second += f"In the {tone[3]} of the {tone[1]} ahead."
    return f"{first}\n\n{refrain}\n\n{second}\n\n{refrain}"


def _pick(rng: np.random.Generator, *sentences: str) -> str:
    return str(rng.choice(np.array(sentences, dtype=object)))


def _list(names: Sequence[str]) -> str:
    named = [_the(name) if name.endswith(("drums", "kit", "machine")) else name for name in names]
    return ", ".join(named[:-1]) + " and " + named[-1] if len(named) > 1 else "".join(named)


def _the(name: str) -> str:
    return f"the {name}"


def _a(word: str) -> str:
    return f"{'An' if word[0] in 'aeiou' else 'A'} {word}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
