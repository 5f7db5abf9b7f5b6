# expect: PASSED
# why: a future import
from __future__ import annotations
def solve(values: list[int], n: int) -> list[int]:
    return sorted(values, reverse=True)[:n]
