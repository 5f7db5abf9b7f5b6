# expect: ERROR
# why: leaving before the first call, without goodbye
import os
os._exit(0)
