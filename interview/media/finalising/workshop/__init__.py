"""The workshop: what runs in the confined child process, where hostile bytes are read.

Owns nothing and imports nothing of the server but the shapes of orders and answers.
"""
