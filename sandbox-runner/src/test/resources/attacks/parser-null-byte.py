# expect: ERROR COMPILE_ERROR
# why: source that no parser takes
solve = eval("1\0")
