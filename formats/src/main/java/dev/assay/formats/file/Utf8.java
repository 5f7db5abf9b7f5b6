package dev.assay.formats.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strict decoding: nothing is replaced silently. */
final class Utf8 {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Utf8() {}

    /** @throws CharacterCodingException if the bytes are not UTF-8 */
    static String decode(ByteBuffer bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    }

    /** 3 if the bytes begin with one, else 0. */
    static int lengthOfByteOrderMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                        && bytes[0] == BYTE_ORDER_MARK[0]
                        && bytes[1] == BYTE_ORDER_MARK[1]
                        && bytes[2] == BYTE_ORDER_MARK[2]
                ? BYTE_ORDER_MARK.length
                : 0;
    }
}
