"""Doors for programs beside the page: ``/v1`` as OpenAI's API, and MCP tools at ``/mcp``.

``gate`` lets in, ``request`` reads what is asked, ``work`` runs the engine beside the event loop,
``completion`` and ``results`` say what is given back, ``notes`` keeps who asked what; ``chat`` and
``tools`` are the two doors, ``doors`` hangs them in the page's application.
"""
