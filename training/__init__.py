"""Trains the extractor of attributions: data, network, fitting, measuring and export; none of it is needed to run."""
