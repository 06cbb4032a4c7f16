"""Engines that look for the nearest vectors."""
