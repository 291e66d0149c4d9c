"""Measures links and matters across articles against stories told by several outlets."""
