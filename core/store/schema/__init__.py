"""Every table of `collection.sqlite`. A change here needs a migration in `core/store/migrations`."""

from core.store.schema.base import Base, now
from core.store.schema.embedding import EmbeddingSet, Map, Shard, ShardTrack
from core.store.schema.jobs import JobRow, Verification
from core.store.schema.journal import EditRow
from core.store.schema.library import (
    Caption,
    CollectionRow,
    Excerpt,
    Field,
    FieldValue,
    Folder,
    Label,
    Playlist,
    PlaylistItem,
    Split,
    SplitItem,
    Track,
)
from core.store.schema.search import LabelSource, Standing, fold
from core.store.schema.teaching import (
    Checkpoint,
    Epoch,
    Metric,
    Prediction,
    Recipe,
    Run,
    Score,
    Study,
    Told,
)

__all__ = [
    "Base",
    "Caption",
    "Checkpoint",
    "CollectionRow",
    "EditRow",
    "EmbeddingSet",
    "Epoch",
    "Excerpt",
    "Field",
    "FieldValue",
    "Folder",
    "JobRow",
    "Label",
    "LabelSource",
    "Map",
    "Metric",
    "Playlist",
    "PlaylistItem",
    "Prediction",
    "Recipe",
    "Run",
    "Score",
    "Shard",
    "ShardTrack",
    "Split",
    "SplitItem",
    "Standing",
    "Study",
    "Told",
    "Track",
    "Verification",
    "fold",
    "now",
]
