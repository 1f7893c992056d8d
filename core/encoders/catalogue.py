"""The cards of all encoders that come with the program. Facts about foreign ones: from their model cards."""

from __future__ import annotations

from core.encoders.card import BuiltIn, Card, Hub, Pinned, WeightFile
from core.encoders.descriptor_names import NAMES

_MUSICNN = (
    "https://raw.githubusercontent.com/Quint-e/musicnn_keras/"
    "8e2d042f3a7bc560f825626144ae0f4ee20199ae/musicnn_keras/keras_checkpoints/"
)
MSD_TAGS = (
    "rock", "pop", "alternative", "indie", "electronic", "female vocalists", "dance", "00s",
    "alternative rock", "jazz", "beautiful", "metal", "chillout", "male vocalists", "classic rock",
    "soul", "indie rock", "Mellow", "electronica", "80s", "folk", "90s", "chill", "instrumental", "punk",
    "oldies", "blues", "hard rock", "ambient", "acoustic", "experimental", "female vocalist", "guitar",
    "Hip-Hop", "70s", "party", "country", "easy listening", "sexy", "catchy", "funk", "electro",
    "heavy metal", "Progressive rock", "60s", "rnb", "indie pop", "sad", "House", "happy",
)  # fmt: skip
MTT_TAGS = (
    "guitar", "classical", "slow", "techno", "strings", "drums", "electronic", "rock", "fast", "piano",
    "ambient", "beat", "violin", "vocal", "synth", "female", "indian", "opera", "male", "singing",
    "vocals", "no vocals", "harpsichord", "loud", "quiet", "flute", "woman", "male vocal", "no vocal",
    "pop", "soft", "sitar", "solo", "man", "classic", "choir", "voice", "new age", "dance", "male voice",
    "female vocal", "beats", "harp", "cello", "no voice", "weird", "country", "metal", "female voice",
    "choral",
)  # fmt: skip
_FILES = {
    "MSD_musicnn.h5": ("412a832c8527a813e084ba6f2cc7d068ecbbf1b68bda8c1de2e7de0d1f5fe7d1", 3_319_120),
    "MTT_musicnn.h5": ("1a66a2e58e862e894c088bd7789b05874becf994f275c54d9575dab83fab4ebe", 3_319_120),
    "MSD_vgg.h5": ("1ec4ee44cbba8c3132c08826f57e84e8b4fc32baddbba65a0bc0670b14f902e8", 2_500_672),
    "MTT_vgg.h5": ("52093b533665403c182b3e9cb552ccf09cb90d8c0c7e9d531159c2369b53b548", 2_500_672),
}
_LISTENERS = {
    "MSD": ("listeners of a million songs", MSD_TAGS),
    "MTT": ("players of a tagging game", MTT_TAGS),
}


def _states(blocks: int) -> tuple[str, ...]:
    return ("input", *(f"block {i}" for i in range(1, blocks + 1)))


def _musicnn(data: str) -> tuple[Card, ...]:
    """The taggers that learned from the same people; the parts of MusiCNN share one file."""
    people, tags = _LISTENERS[data]
    told = f"Timbre and rhythm as far as they tell the 50 tags that {people} gave."
    blocks = tuple(f"block {i}" for i in range(1, 6))
    return (
        _tagger(data, "musicnn", "MusiCNN", told, 200, ("penultimate",), tags=tags),
        _tagger(
            data,
            "musicnn",
            "MusiCNN, timbre",
            f"Spectral shapes in each instant, at any pitch, that helped to tell what {people} named.",
            408,
            ("timbre",),
            part="timbre",
        ),
        _tagger(
            data,
            "musicnn",
            "MusiCNN, rhythm",
            f"Courses of loudness over half a second to two that helped to tell what {people} named.",
            153,
            ("rhythm",),
            part="rhythm",
        ),
        _tagger(
            data,
            "musicnn",
            "MusiCNN, summary",
            "Timbre, rhythm and how they follow each other, on average and at their strongest.",
            753,
            ("mean", "peak"),
            part="summary",
            usual_layer=0,
        ),
        _tagger(data, "vgg", "VGG", told, 128, blocks, tags=tags),
    )


def _tagger(
    data: str,
    network: str,
    title: str,
    hears: str,
    dimension: int,
    layers: tuple[str, ...],
    *,
    part: str = "",
    usual_layer: int = -1,
    tags: tuple[str, ...] = (),
) -> Card:
    name = f"{data}_{network}.h5"
    return Card(
        name="-".join(filter(None, (network, data.lower(), part))),
        family="musicnn",
        title=f"{title} ({data})",
        hears=hears,
        dimension=dimension,
        rate_hz=16_000,
        window_s=3.0,
        licence="ISC",
        source=Pinned(_MUSICNN, (WeightFile(name, *_FILES[name]),)),
        layers=layers,
        usual_layer=usual_layer,
        tags=tags,
        settings={"network": network, "file": name, "part": part},
    )


def _speech(name: str, title: str, repository: str, licence: str, hears: str) -> Card:
    return Card(
        name=name,
        family="speech",
        title=title,
        hears=hears,
        dimension=768,
        rate_hz=16_000,
        window_s=10.0,
        licence=licence,
        source=Hub(repository),
        layers=_states(12),
        usual_layer=6,
    )


def _mert(name: str, title: str, repository: str, dimension: int, blocks: int, usual: int) -> Card:
    return Card(
        name=name,
        family="mert",
        title=title,
        hears="Pitch and timbre, learned from music without labels, by predicting what was masked.",
        dimension=dimension,
        rate_hz=24_000,
        window_s=10.0,
        licence="CC BY-NC 4.0",
        source=Hub(repository),
        layers=_states(blocks),
        usual_layer=usual,
    )


def _clap(name: str, title: str, repository: str) -> Card:
    return Card(
        name=name,
        family="clap",
        title=title,
        hears="What words can say of a sound, learned from sounds with descriptions; can be asked with text.",
        dimension=512,
        rate_hz=48_000,
        window_s=10.0,
        licence="Apache 2.0",
        source=Hub(repository),
        text=True,
    )


def _untrained(name: str, title: str, family: str, rate_hz: int, window_s: float, dimension: int) -> Card:
    return Card(
        name=name,
        family=family,
        title=f"{title}, untrained",
        hears="Nothing yet: drawn at random, as a floor under trained ones and a start for training.",
        dimension=dimension,
        rate_hz=rate_hz,
        window_s=window_s,
        licence="MIT",
        source=BuiltIn(),
        settings={"seed": 0},
    )


CATALOGUE: tuple[Card, ...] = (
    Card(
        name="descriptors",
        family="descriptors",
        title="Descriptors",
        hears="Timbre, pitch classes, rhythm and loudness, each as a number that can be read.",
        dimension=len(NAMES),
        rate_hz=22_050,
        window_s=10.0,
        licence="MIT",
        source=BuiltIn(),
        dimensions=NAMES,
    ),
    *_musicnn("MSD"),
    *_musicnn("MTT"),
    _speech(
        "wav2vec2-base",
        "Wav2Vec2 base",
        "facebook/wav2vec2-base",
        "Apache 2.0",
        "Speech sounds, learned without labels from read English.",
    ),
    _speech(
        "hubert-base",
        "HuBERT base",
        "facebook/hubert-base-ls960",
        "Apache 2.0",
        "Speech sounds, learned without labels by predicting clusters of them.",
    ),
    _speech(
        "wavlm-base-plus",
        "WavLM base+",
        "microsoft/wavlm-base-plus",
        "CC BY-SA 3.0",
        "Speech and speakers, also through noise and other voices.",
    ),
    _mert("mert-95m", "MERT 95M", "m-a-p/MERT-v1-95M", 768, 12, 7),
    _mert("mert-330m", "MERT 330M", "m-a-p/MERT-v1-330M", 1024, 24, 10),
    _clap("clap-unfused", "CLAP (unfused)", "laion/clap-htsat-unfused"),
    _clap("clap-general", "CLAP (larger, general)", "laion/larger_clap_general"),
    _untrained("sample-cnn", "Sample CNN", "sample_cnn", 22_050, 3**10 / 22_050, 512),
    _untrained("mel-resnet", "Mel ResNet-18", "mel_resnet", 22_050, 3.0, 512),
    _untrained("mel-cnn", "Mel CNN", "mel_cnn", 16_000, 30.0, 256),
)
