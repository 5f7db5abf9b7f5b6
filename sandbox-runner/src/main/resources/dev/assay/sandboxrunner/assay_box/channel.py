"""Frames over a pair of pipes: u32 length, one byte kind, u32 sequence number, payload."""

import os
import struct

HEADER = struct.Struct("<IcI")
LARGEST = 32 << 20


class ChannelBroken(BaseException):
    """The other side ended, or said something that cannot be. Not an Exception: no `except Exception` swallows it."""


class Channel:
    def __init__(self, reading, writing):
        self.reading = reading
        self.writing = writing
        self.pending = b""
        self.broken = None

    def fail(self, reason):
        self.broken = self.broken or reason
        raise ChannelBroken(self.broken)

    def send(self, kind, sequence, payload):
        if self.broken:
            raise ChannelBroken(self.broken)
        data = HEADER.pack(len(payload), kind, sequence) + payload
        try:
            written = os.write(self.writing, data)
            while written < len(data):
                data = memoryview(data)[written:]
                written = os.write(self.writing, data)
        except OSError:
            self.fail("the program ended")

    def receive(self):
        if self.broken:
            raise ChannelBroken(self.broken)
        head = self.take(HEADER.size)
        length, kind, sequence = HEADER.unpack(head)
        if length > LARGEST:
            self.fail("a frame of %d bytes is larger than allowed" % length)
        return kind, sequence, self.take(length)

    def take(self, count):
        data = self.pending
        if len(data) < count:
            parts = [data]
            have = len(data)
            while have < count:
                try:
                    part = os.read(self.reading, max(65536, min(count - have, 1 << 20)))
                except OSError:
                    part = b""
                if not part:
                    self.fail("the program ended")
                parts.append(part)
                have += len(part)
            data = b"".join(parts)
        self.pending = data[count:]
        return data[:count]
