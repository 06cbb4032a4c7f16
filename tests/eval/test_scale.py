"""The table of costs: ratios to exact search of the same size."""

from eval.scale import EXACT, Asking, Cost, table


def cost(backend: str, rows: int, seconds: float, recall: float = 1.0) -> Cost:
    asking = Asking(seconds, seconds, seconds, 10 * seconds, 5.0, ())
    return Cost(backend, rows, seconds, 100 * seconds, recall, asking)


def test_each_cost_is_told_with_its_ratio_to_exact_search_of_that_size() -> None:
    costs = [cost(EXACT, 6_000, 1.0), cost("milvus", 6_000, 3.0, 0.95), cost(EXACT, 9_000, 2.0)]
    _, rule, first, second, third = table(costs).splitlines()
    assert rule.count("|") == first.count("|")
    assert first.startswith(f"| 6,000 | {EXACT} | 1.0 s (1.0) | 1.0 s | 1000 ms (1.00) |")
    assert second == (
        "| 6,000 | milvus | 3.0 s (3.0) | 3.0 s | 3000 ms (3.00) | 3000 ms (3.00) "
        "| 30 MB (3.00) | 5 MB | 300 MB (3.00) | 0.950 |"
    )
    assert "2.0 s (1.0)" in third
