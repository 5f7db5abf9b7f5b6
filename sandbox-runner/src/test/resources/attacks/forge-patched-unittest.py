# expect: FAILED
# why: assertions of the candidate's interpreter are nobody's
import unittest
unittest.TestCase.assertEqual = lambda *args, **kwargs: None
def solve(values, n):
    return None
