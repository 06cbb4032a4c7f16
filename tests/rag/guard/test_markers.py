"""Markers of a sentence: which stretch cites what."""

from rag.guard.markers import Segment, marked, segments, tidy, without


def test_each_stretch_cites_what_follows_it() -> None:
    assert segments("甲县增长5%[1]，乙县增长6%[2][3]。") == (
        Segment("甲县增长5%", (1,)),
        Segment("，乙县增长6%。", (2, 3)),
    )


def test_what_follows_the_last_marker_goes_with_it() -> None:
    assert segments("甲县增长5%[1]，居第一。")[-1] == Segment("，居第一。", (1,))


def test_a_marker_in_front_belongs_to_what_follows() -> None:
    assert segments("[2]甲县增长5%。") == (Segment("甲县增长5%。", (2,)),)


def test_markers_are_read_as_models_write_them_and_written_one_way() -> None:
    assert tidy("增长5%【1,2】，降[^3]。") == "增长5%[1][2]，降[3]。"


def test_a_note_mark_of_the_source_is_no_marker() -> None:
    assert segments("五大工程［2］。") == (Segment("五大工程［2］。", ()),)


def test_markers_go_before_the_stop() -> None:
    assert marked(without("增长5%[1]。"), [2, 3]) == "增长5%[2][3]。"
