"""The Python side of the sandbox: zygote, candidate, judge, and how the last two talk to each other."""
