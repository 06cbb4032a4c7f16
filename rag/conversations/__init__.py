"""Conversations as they are kept: a folder a person, a file a conversation."""
