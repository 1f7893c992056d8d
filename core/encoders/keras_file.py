"""Fills a torch network with the arrays of a Keras HDF5 file, and refuses a file that holds anything else.

The file is read as data: no Keras, no pickle, and no array before its shape is known to fit.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import h5py
import msgspec
import numpy as np
import torch
from torch import nn

from core.errors import WeightsProblem

_NORMS = (nn.BatchNorm1d, nn.BatchNorm2d)
_PARTS: dict[str, dict[str, str]] = {
    "norm": {
        "weight": "gamma",
        "bias": "beta",
        "running_mean": "moving_mean",
        "running_var": "moving_variance",
    },
    "other": {"weight": "kernel", "bias": "bias"},
}
_ORDERS: dict[type[nn.Module], tuple[int, ...]] = {
    nn.Conv2d: (3, 2, 0, 1),
    nn.Conv1d: (3, 1, 0, 2),
    nn.Linear: (1, 0),
}
"""Keras keeps inputs and outputs last. A Conv1d of ours is a 2-D one of theirs, as wide as its input."""
_HINT = "Fetch or copy it again."


class _Layer(msgspec.Struct):
    class_name: str
    config: dict[str, Any]


class _Layers(msgspec.Struct):
    layers: list[_Layer]


class _Model(msgspec.Struct):
    config: _Layers


class KerasFile:
    """An open file of `title`'s weights; every problem with it is one sentence."""

    def __init__(self, file: h5py.File, path: Path, title: str) -> None:
        self.path, self.title = path, title
        self.model = self._describe(file)
        if not isinstance(file.get("model_weights"), h5py.Group):
            raise self.problem("it has no weights")
        self.weights = file["model_weights"]

    def problem(self, reason: str) -> WeightsProblem:
        return WeightsProblem(f"{self.path} is no copy of {self.title}: {reason}.", _HINT)

    def check(self, net: nn.Module, names: Mapping[str, str], input_shape: list[int]) -> None:
        """Same layers, same input, same constants; shapes are looked at when arrays are read."""
        layers = {layer.config.get("name"): layer for layer in self.model.config.layers}
        shapes = [layer.config.get("batch_input_shape") for layer in layers.values()]
        if [None, *input_shape] not in shapes:
            raise self.problem(f"its input is not {_times(input_shape)}")
        there = {name for name, group in self.weights.items() if _arrays(group)}
        for name in names.values():
            if name not in there or name not in layers:
                raise self.problem(f"the layer {name} is missing")
        for name in sorted(there - set(names.values())):
            raise self.problem(f"it has a layer {name} too many")
        for module_name, name in names.items():
            module = net.get_submodule(module_name)
            if isinstance(module, _NORMS) and layers[name].config.get("epsilon") != module.eps:
                raise self.problem(f"the layer {name} has another epsilon than {module.eps:g}")

    def read(self, layer: str, part: str, shape: tuple[int, ...]) -> torch.Tensor:
        found = _arrays(self.weights[layer]).get(part)
        if found is None:
            raise self.problem(f"the layer {layer} lacks its {part}")
        if found.shape != shape:
            raise self.problem(f"{part} of the layer {layer} is {_times(found.shape)}, not {_times(shape)}")
        if found.dtype != np.float32:
            raise self.problem(f"{part} of the layer {layer} is not in 32-bit numbers")
        values = np.asarray(found[()])
        if not np.isfinite(values).all():
            raise self.problem(f"{part} of the layer {layer} holds values that are no numbers")
        return torch.from_numpy(values)

    def _describe(self, file: h5py.File) -> _Model:
        try:
            return msgspec.json.decode(file.attrs["model_config"], type=_Model)
        except (KeyError, TypeError, UnicodeError, msgspec.DecodeError) as error:
            raise self.problem("it does not say which network it holds") from error


def fill(net: nn.Module, path: Path, title: str, names: Mapping[str, str], input_shape: list[int]) -> None:
    """`names` maps every module of `net` that has weights to the layer of the file that it comes from."""
    try:
        with h5py.File(path, "r", locking=False) as file:
            source = KerasFile(file, path, title)
            source.check(net, names, input_shape)
            state = net.state_dict()
            for module_name, layer in names.items():
                state |= _module(source, net.get_submodule(module_name), module_name, layer)
    except (OSError, KeyError, RuntimeError, ValueError) as error:
        if isinstance(error, FileNotFoundError):
            raise WeightsProblem(f"The weights of {title} lack {path}.", _HINT) from error
        raise WeightsProblem(f"{path} cannot be read: the copy of {title} is damaged.", _HINT) from error
    net.load_state_dict(state)


def _module(source: KerasFile, module: nn.Module, module_name: str, layer: str) -> dict[str, torch.Tensor]:
    state = dict[str, torch.Tensor]()
    for ours, theirs in _PARTS["norm" if isinstance(module, _NORMS) else "other"].items():
        shape = tuple(getattr(module, ours).shape)
        if theirs == "kernel":
            order = _ORDERS[type(module)]
            array = source.read(layer, theirs, _before(order, shape)).permute(order).reshape(shape)
        else:
            array = source.read(layer, theirs, shape)
        state[f"{module_name}.{ours}"] = array.contiguous()
    return state


def _before(order: tuple[int, ...], shape: tuple[int, ...]) -> tuple[int, ...]:
    """The shape that becomes `shape` when its axes are taken in this order."""
    whole = (*shape, *[1] * (len(order) - len(shape)))
    return tuple(whole[order.index(axis)] for axis in range(len(order)))


def _arrays(group: h5py.Group) -> dict[str, Any]:
    """The arrays of a layer by what they are: `conv/conv/kernel_1:0` is the kernel."""
    found = dict[str, Any]()
    if isinstance(group, h5py.Group):
        group.visititems(lambda name, item: found.update(_named(name, item)))
    return found


def _named(name: str, item: h5py.Dataset) -> dict[str, Any]:
    if not isinstance(item, h5py.Dataset):
        return {}
    return {name.rpartition("/")[2].partition(":")[0].removesuffix("_1"): item}


def _times(shape: tuple[int, ...] | list[int]) -> str:
    return " × ".join(str(length) for length in shape)
