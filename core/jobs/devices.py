"""Which devices can compute here. Asking imports torch, so it is done in a process that may."""

from __future__ import annotations

from dataclasses import dataclass

import psutil


@dataclass(frozen=True)
class Device:
    name: str
    """As torch spells it: `cpu`, `cuda:0`, `mps`."""
    model: str
    memory_bytes: int
    free_bytes: int


def list_devices() -> list[Device]:
    """The fastest first; the processor is always there and last."""
    import torch

    found: list[Device] = []
    if torch.cuda.is_available():
        for i in range(torch.cuda.device_count()):
            free, total = torch.cuda.mem_get_info(i)
            found.append(Device(f"cuda:{i}", torch.cuda.get_device_name(i), total, free))
    memory = psutil.virtual_memory()
    if torch.backends.mps.is_available():
        found.append(Device("mps", "Apple graphics", memory.total, memory.available))
    threads = torch.get_num_threads()
    model = f"{threads} {'thread' if threads == 1 else 'threads'}"
    return [*found, Device("cpu", model, memory.total, memory.available)]
