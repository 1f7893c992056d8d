"""MusiCNN and VGG once more, slowly and in NumPy, with channels last as in Keras; and files of them.

Written from the description inside the published files, apart from the networks in `core`.
"""

from __future__ import annotations

import json
from pathlib import Path

import h5py
import numpy as np
from numpy.typing import NDArray

PUBLISHED = Path(__file__).parents[4] / "shared" / "weights" / "musicnn"
EPSILON = 0.001

Array = NDArray[np.float64]
Weights = dict[str, dict[str, Array]]

MUSICNN_KERNELS: dict[str, tuple[int, ...]] = {
    "conv2d": (7, 38, 1, 204),
    "conv2d_1": (7, 67, 1, 204),
    "conv2d_2": (128, 1, 1, 51),
    "conv2d_3": (64, 1, 1, 51),
    "conv2d_4": (32, 1, 1, 51),
    "midend_conv1": (7, 561, 1, 64),
    "midend_conv2": (7, 64, 1, 64),
    "midend_conv3": (7, 64, 1, 64),
    "dense": (1506, 200),
    "dense_1": (200, 50),
}
MUSICNN_NORMS = {
    "batch_normalization": 1,
    "batch_normalization_1": 204,
    "batch_normalization_2": 204,
    "batch_normalization_3": 51,
    "batch_normalization_4": 51,
    "batch_normalization_5": 51,
    "bn_midend_conv1": 64,
    "bn_midend_conv2": 64,
    "bn_midend_conv3": 64,
    "bn_flatpool": 1506,
    "bn_dense": 200,
}
VGG_KERNELS: dict[str, tuple[int, ...]] = {
    "1CNN": (3, 3, 1, 128),
    **{f"{i}CNN": (3, 3, 128, 128) for i in range(2, 6)},
    "output": (256, 50),
}
VGG_NORMS = {"bn_input": 1, **{f"bn_conv{i}": 128 for i in range(1, 6)}}
SHAPES = {"musicnn": (MUSICNN_KERNELS, MUSICNN_NORMS), "vgg": (VGG_KERNELS, VGG_NORMS)}


def random_weights(network: str, seed: int = 0) -> Weights:
    """Small, and with norms that turn the sign of some of their channels."""
    rng = np.random.default_rng(seed)
    kernels, norms = SHAPES[network]
    weights: Weights = {}
    for name, shape in kernels.items():
        spread = np.sqrt(2 / np.prod(shape[:-1]))
        weights[name] = {
            "kernel": rng.normal(0, spread, shape),
            "bias": rng.normal(0, 0.1, shape[-1:]),
        }
    for name, width in norms.items():
        weights[name] = {
            "gamma": rng.normal(0.3, 1, width),
            "beta": rng.normal(0, 0.3, width),
            "moving_mean": rng.normal(0.3, 0.3, width),
            "moving_variance": rng.uniform(0.3, 2, width),
        }
    return {
        name: {part: array.astype(np.float32) for part, array in parts.items()}
        for name, parts in weights.items()
    }


def write(path: Path, weights: Weights, epsilon: float = EPSILON, frames: int = 187) -> Path:
    layers: list[dict[str, object]] = [
        {
            "class_name": "InputLayer",
            "config": {"name": "input_1", "batch_input_shape": [None, frames, 96, 1]},
        }
    ]
    for name, parts in weights.items():
        extra = {"epsilon": epsilon} if "gamma" in parts else {}
        layers.append({"class_name": "Layer", "config": {"name": name} | extra})
    with h5py.File(path, "w") as file:
        file.attrs["model_config"] = json.dumps({"class_name": "Model", "config": {"layers": layers}})
        for name, parts in weights.items():
            for part, array in parts.items():
                file[f"model_weights/{name}/{name}/{part}_1:0"] = array
        file.create_group("model_weights/dropout")
    return path


def read(path: Path) -> Weights:
    found: Weights = {}

    def keep(name: str, item: object) -> None:
        if isinstance(item, h5py.Dataset):
            layer, _, part = name.partition("/")
            kind = part.split("/")[-1].split(":")[0]
            found.setdefault(layer, {})[kind.replace("_1", "")] = item[()].astype(np.float64)

    with h5py.File(path) as file:
        file["model_weights"].visititems(keep)
    return found


def normalise(x: Array, w: dict[str, Array]) -> Array:
    return (x - w["moving_mean"]) / np.sqrt(w["moving_variance"] + EPSILON) * w["gamma"] + w["beta"]


def convolve(x: Array, w: dict[str, Array], padding: str) -> Array:
    """(rows, columns, in) to (rows, columns, out), then ReLU; `same` puts the odd row of zeros last."""
    height, width = w["kernel"].shape[:2]
    if padding == "same":
        x = np.pad(
            x, (((height - 1) // 2, height // 2), ((width - 1) // 2, width // 2), (0, 0)), mode="constant"
        )
    windows = np.lib.stride_tricks.sliding_window_view(x, (height, width), axis=(0, 1))
    heard = np.einsum("rcihw,hwio->rco", windows, w["kernel"], optimize=True)
    return np.maximum(heard + w["bias"], 0)


def pool(x: Array, size: tuple[int, int], step: tuple[int, int]) -> Array:
    windows = np.lib.stride_tricks.sliding_window_view(x, size, axis=(0, 1))
    return windows[:: step[0], :: step[1]].max((-2, -1))


def frames_around(x: Array) -> Array:
    return np.pad(x, ((3, 3), (0, 0), (0, 0)))


def musicnn(w: Weights, patch: Array) -> dict[str, Array]:
    """All that a patch of (187, 96) becomes."""
    x = normalise(patch[:, :, None].astype(np.float64), w["batch_normalization"])
    heard = []
    for i, padding in enumerate(("valid", "valid", "same", "same", "same")):
        conv = w[f"conv2d_{i}" if i else "conv2d"]
        sound = convolve(frames_around(x) if padding == "valid" else x, conv, padding)
        heard.append(normalise(sound, w[f"batch_normalization_{i + 1}"]).max(1))
    front = np.concatenate(heard, 1)[:, :, None]
    middle = [front]
    for i in (1, 2, 3):
        sound = convolve(frames_around(middle[-1]), w[f"midend_conv{i}"], "valid")
        sound = normalise(sound, w[f"bn_midend_conv{i}"]).transpose(0, 2, 1)
        middle.append(sound + middle[-1] if i > 1 else sound)
    everything = np.concatenate(middle, 1)
    mean, peak = everything.mean(0), everything.max(0)
    flat = normalise(np.concatenate([peak, mean], 1).reshape(-1), w["bn_flatpool"])
    dense = np.maximum(flat @ w["dense"]["kernel"] + w["dense"]["bias"], 0)
    penultimate = normalise(dense, w["bn_dense"])
    return {
        "timbre": front[:, :408, 0],
        "rhythm": front[:, 408:, 0],
        "mean": mean.T,
        "peak": peak.T,
        "penultimate": penultimate[None],
        "logits": penultimate @ w["dense_1"]["kernel"] + w["dense_1"]["bias"],
    }


def vgg(w: Weights, patch: Array) -> dict[str, Array]:
    x = normalise(patch[:, :, None].astype(np.float64), w["bn_input"])
    found = {}
    for i, (size, step) in enumerate([((4, 1), 2), ((2, 2), 2), ((2, 2), 2), ((2, 2), 2), ((4, 4), 4)], 1):
        x = pool(normalise(convolve(x, w[f"{i}CNN"], "same"), w[f"bn_conv{i}"]), size, (step, step))
        found[f"block {i}"] = x.mean(1)
    return found | {"logits": x.reshape(-1) @ w["output"]["kernel"] + w["output"]["bias"]}


SLOW = {"musicnn": musicnn, "vgg": vgg}
