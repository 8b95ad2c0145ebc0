// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Seals lines so that a changed, moved, missing or inserted one shows. A sealed line is a JSON object whose last member is
 * the SHA-256 of the seal before it and of the line without that member. Works on bytes, as they are in the file: to make
 * text of a hundred thousand lines only to hash them takes longer than the hashing.
 */
final class HashChain {
    /** What the first line's seal is computed from. */
    static final String START = "0".repeat(64);

    private static final byte[] MEMBER = ",\"hash\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\"}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int SEAL = 64;
    private static final int TAIL = MEMBER.length + SEAL + END.length;

    private final MessageDigest digest;
    private final byte[] hash = new byte[SEAL / 2];
    private byte[] last = START.getBytes(StandardCharsets.US_ASCII);

    HashChain() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Seals a JSON object's text and goes on from it. */
    String seal(String json) {
        String content = json.substring(0, json.length() - 1);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        hash(bytes, 0, bytes.length);
        last = HexFormat.of().formatHex(hash).getBytes(StandardCharsets.US_ASCII);
        return content + new String(MEMBER, StandardCharsets.US_ASCII) + new String(last, StandardCharsets.US_ASCII)
                + "\"}";
    }

    /**
     * True when the line, {@code from} (inclusive) to {@code to} (exclusive) without its line end, carries the seal that
     * follows from the lines before. Goes on from the seal it carries.
     */
    boolean verify(byte[] bytes, int from, int to) {
        int tail = to - TAIL;
        if (tail <= from || !Arrays.equals(bytes, tail, tail + MEMBER.length, MEMBER, 0, MEMBER.length)) {
            return false;
        }
        hash(bytes, from, tail - from);
        int seal = tail + MEMBER.length;
        System.arraycopy(bytes, seal, last, 0, SEAL);
        return isHash() && Arrays.equals(bytes, to - END.length, to, END, 0, END.length);
    }

    private boolean isHash() {
        for (int i = 0; i < hash.length; i++) {
            if (last[2 * i] != HEX[hash[i] >> 4 & 15] || last[2 * i + 1] != HEX[hash[i] & 15]) {
                return false;
            }
        }
        return true;
    }

    private void hash(byte[] bytes, int from, int length) {
        try {
            digest.update(last);
            digest.update(bytes, from, length);
            digest.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 has 32 bytes", e);
        }
    }
}
