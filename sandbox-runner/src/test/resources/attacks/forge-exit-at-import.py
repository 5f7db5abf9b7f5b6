# expect: ERROR
# why: leaving before the first call
raise SystemExit(0)
