# expect: PASSED
# why: an event loop
import asyncio
async def work(values, n):
    await asyncio.sleep(0)
    return sorted(values, reverse=True)[:n]
def solve(values, n):
    return asyncio.run(work(values, n))
