# expect: TIMEOUT
# why: before the first call
while True:
    pass
