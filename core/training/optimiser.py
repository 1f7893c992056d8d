"""The optimiser of a plan: which weights learn how fast, and how that changes on the way."""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import nn
from torch.optim import SGD, Adam, AdamW, Optimizer

from core.training.learner import Learner
from core.training.plan import Plan

MOMENTUM = 0.9


def make_optimiser(learner: Learner, plan: Plan) -> Optimizer:
    """Encoder and head in groups of their own; offsets and norms are not drawn to nought."""
    groups = list[dict[str, Any]]()
    for part, module, lr in (
        ("encoder", learner.encoder, plan.encoder_lr),
        ("head", learner.head, plan.head_lr),
    ):
        for decay, weights in _by_decay(module, plan.weight_decay):
            groups.append({"params": weights, "weight_decay": decay, "part": part, "lr": lr})
    if plan.optimiser == "sgd":
        return SGD(groups, lr=plan.head_lr, momentum=MOMENTUM, nesterov=True)
    kind = AdamW if plan.optimiser == "adamw" else Adam
    return kind(groups, lr=plan.head_lr, fused=True)


def _by_decay(module: nn.Module | None, decay: float) -> list[tuple[float, list[nn.Parameter]]]:
    weights = [weight for weight in module.parameters() if weight.requires_grad] if module else []
    parted = (decay, [w for w in weights if w.ndim > 1]), (0.0, [w for w in weights if w.ndim <= 1])
    return [(each, group) for each, group in parted if group]


def set_rates(optimiser: Optimizer, plan: Plan, step: int, steps: int, first: int, halvings: int) -> None:
    """For the step at hand, of `steps` in all; the encoder wakes at step `first`."""
    for group in optimiser.param_groups:
        encoder = group["part"] == "encoder"
        begun = first if encoder else 0
        factor = rate_factor(plan, step - begun, steps - begun) * 0.5**halvings
        group["lr"] = (plan.encoder_lr if encoder else plan.head_lr) * factor


def rate_factor(plan: Plan, step: int, steps: int) -> float:
    """What a learning rate is multiplied with in `step`, counted from 0."""
    if step < 0:
        return 0.0
    rise = math.ceil(plan.warmup * steps)
    if step < rise:
        return (step + 1) / rise
    if plan.schedule != "cosine":
        return 1.0
    return 0.5 * (1 + math.cos(math.pi * (step - rise) / max(steps - rise, 1)))


def shorten(learner: Learner, longest: float) -> float:
    """Gradients no longer than `longest` together; returns how long they were."""
    weights = [weight for weight in learner.parameters() if weight.grad is not None]
    limit = longest or math.inf
    return float(torch.nn.utils.clip_grad_norm_(weights, limit))
