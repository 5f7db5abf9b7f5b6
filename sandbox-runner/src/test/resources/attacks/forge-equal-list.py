# expect: FAILED
# why: a subclass of list becomes a list
class Items(list):
    def __eq__(self, other):
        return True
    def __len__(self):
        return 99
def solve(values, n):
    return Items()
