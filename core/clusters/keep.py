"""What is done with clusters: a playlist of each, labels that can be undone, and a table of all tracks."""

from __future__ import annotations

import csv
import io

from sqlalchemy import insert, select

from core.clusters.request import ClusterResult
from core.library.edits import place_all, rewrite
from core.library.fields import ensure_field
from core.library.journal import Edit, mark, record
from core.library.labels import store_values
from core.library.ledger import paths_of
from core.store.collection import Collection
from core.store.schema import Playlist, PlaylistItem, Track


def make_playlists(collection: Collection, result: ClusterResult) -> list[str]:
    """One of each cluster, the nearest to its middle first; returns their names. All or none are made."""
    with collection.database.writing() as session:
        taken = set(session.scalars(select(Playlist.name)))
        there = set(session.scalars(select(Track.id)))
        names = list[str]()
        for cluster in result.clusters:
            ids = [id_ for id_ in _members(result, cluster.number) if id_ in there]
            if not ids:
                continue
            name = _free(cluster.title, taken)
            row = Playlist(name=name, notes="; ".join(map(str, cluster.reasons)))
            session.add(row)
            session.flush()
            items = [{"playlist_id": row.id, "position": i, "track_id": id_} for i, id_ in enumerate(ids)]
            session.execute(insert(PlaylistItem), items)
            taken.add(name)
            names.append(name)
    return names


def label_clusters(collection: Collection, result: ClusterResult, field: str) -> Edit | None:
    """A person says of each track which cluster it is in, in one edit; tracks in none are left alone."""
    titles = {cluster.number: cluster.title for cluster in result.clusters}
    with collection.database.writing() as session:
        begun = mark(session)
        info = ensure_field(session, field, "category", many=False)
        stored = store_values(session, info, titles.values())
        there = set(session.scalars(select(Track.id)))
        title_of = {
            id_: titles[number]
            for id_, number in zip(result.track_ids, result.cluster_of, strict=True)
            if number in titles and id_ in there
        }
        places = place_all(session, title_of)
        wanted = {place: [stored[title_of[place.track_id]]] for place in places}
        title = f"Set {info.name} of {len(wanted):,} tracks to {len(titles):,} clusters"
        return record(session, title, rewrite(session, info, wanted), begun)


def as_table(collection: Collection, result: ClusterResult) -> str:
    """CSV with the columns track_id, path, cluster, name and distance, cluster by cluster."""
    names = {cluster.number: cluster.name for cluster in result.clusters}
    with collection.database.reading() as session:
        paths = paths_of(session, result.track_ids)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["track_id", "path", "cluster", "name", "distance"])
    for number in [*names, 0]:
        for id_, distance in _members(result, number).items():
            path = paths.get(id_, "").encode("utf-8", "replace").decode()
            known = "" if distance is None else f"{distance:.5f}"
            writer.writerow([id_, path, number or "", names.get(number, ""), known])
    return out.getvalue()


def _members(result: ClusterResult, number: int) -> dict[int, float | None]:
    """The nearest to the middle first."""
    rows = zip(result.track_ids, result.cluster_of, result.distances, strict=True)
    mine = [(distance or 0.0, id_, distance) for id_, each, distance in rows if each == number]
    return {id_: distance for _, id_, distance in sorted(mine, key=lambda one: one[:2])}


def _free(name: str, taken: set[str]) -> str:
    free, number = name, 2
    while free in taken:
        free, number = f"{name} ({number})", number + 1
    return free
