"""Select all of a colour: from the legend, or like the current track. A lasso for the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Slot

from core.messages import channel

if TYPE_CHECKING:
    from desktop.kit import Kit
    from desktop.map.stage import Stage
    from desktop.map.tints import Tints


class Alike(QObject):
    def __init__(self, kit: Kit, stage: Stage, tints: Tints) -> None:
        super().__init__(stage)
        self._kit, self._stage, self._tints = kit, stage, tints
        stage.legend.chosen.connect(self.select)

    @Slot(int)
    def select(self, code: int) -> None:
        """All tracks on the map that have this class."""
        ids = self._stage.canvas.scene.ids
        found = ids[self._tints.codes(ids) == code]
        if len(found):
            self._kit.selection.choose(found.tolist())

    @Slot()
    def select_like_current(self) -> None:
        """What cannot be done says why, for a shortcut has no tool tip."""
        current, colours = self._kit.selection.current, self._tints.colours
        if current is None:
            channel.info(self.tr("Go to a track on the map first."))
        elif colours.is_number or not colours.field:
            channel.info(self.tr("Colour the map by a field of categories first."))
        else:
            self.select(int(self._tints.codes(np.array([current]))[0]))
