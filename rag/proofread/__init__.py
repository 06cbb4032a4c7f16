"""核稿: a manuscript cut into sentences, each held against the library.

``sentences``, ``word_text`` and ``cells`` read; ``context`` makes a sentence whole, ``facts`` tells
whether it states anything, ``by_place`` and ``quotation`` take it apart, ``check`` rules and
``explain`` says why; ``manuscript`` opens and saves, with ``word_comments``, ``footnotes`` and
``table``; ``report`` keeps what was cited, ``verify`` looks whether it still holds, ``log`` notes
what was checked.
"""
