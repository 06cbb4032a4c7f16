"""The table of speeds; what it measures takes minutes and is `make speed`."""

from eval.speed import Speed, table


def test_the_table_says_how_many_times_faster_ours_is() -> None:
    told = table(6000, Speed(index=2.0, question=0.002), Speed(index=120.0, question=0.04))
    assert told.splitlines() == [
        "| 6000 passages | usual | zhengwen | times faster |",
        "|---|--:|--:|--:|",
        "| passages to index, s | 120.0 | 2.00 | 60 |",
        "| a question, ms | 40.0 | 2.00 | 20 |",
    ]
