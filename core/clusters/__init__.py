"""Clusters: which tracks an encoder hears as groups, what each may be called, and which to listen to."""

from core.clusters.request import Cluster, ClusterRequest, ClusterResult, Example, Reason

__all__ = ["Cluster", "ClusterRequest", "ClusterResult", "Example", "Reason"]
