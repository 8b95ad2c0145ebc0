// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.ShortBufferException;

/**
 * Seals lines so that a changed, moved, missing or inserted one shows. A sealed line is a JSON object whose last member is
 * computed from the seal before it and from the line without that member: an HMAC-SHA-256 (RFC 2104), which none can make who has
 * not the key, or, as an older Podium did it, a SHA-256. Works on bytes, as they are in the file: to make text of a hundred
 * thousand lines only to hash them takes longer than the hashing.
 */
final class HashChain {
    /** What the first line's seal is computed from. */
    static final String START = "0".repeat(64);

    private static final byte[] KEYED = ",\"seal\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PLAIN = ",\"hash\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\"}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int SEAL = 64;
    private static final int TAIL = KEYED.length + SEAL + END.length;

    private interface Function {
        void hash(byte[] last, byte[] bytes, int from, int length, byte[] into);
    }

    private final Function function;
    private final byte[] member;
    private final byte[] hash = new byte[SEAL / 2];
    private byte[] last;

    private HashChain(Function function, byte[] member, String start) {
        this.function = function;
        this.member = member;
        last = start.getBytes(StandardCharsets.US_ASCII);
    }

    /** A chain of an older Podium: who changes a line can mend the seals of those that follow. */
    static HashChain plain() {
        MessageDigest digest = sha256();
        return new HashChain(
                (last, bytes, from, length, into) -> {
                    digest.update(last);
                    digest.update(bytes, from, length);
                    try {
                        digest.digest(into, 0, into.length);
                    } catch (DigestException e) {
                        throw new IllegalStateException("SHA-256 has 32 bytes", e);
                    }
                },
                PLAIN,
                START);
    }

    /** A chain that only who has the key can go on with. */
    static HashChain keyed(SecretKey key, String start) {
        Mac mac = mac(key);
        return new HashChain(
                (last, bytes, from, length, into) -> {
                    mac.update(last);
                    mac.update(bytes, from, length);
                    try {
                        mac.doFinal(into, 0);
                    } catch (ShortBufferException e) {
                        throw new IllegalStateException("an HMAC-SHA-256 has 32 bytes", e);
                    }
                },
                KEYED,
                start);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Mac mac(SecretKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256, for any key", e);
        }
    }

    /** True when a line, {@code from} (inclusive) to {@code to} (exclusive), carries a seal made with a key. */
    static boolean isKeyed(byte[] bytes, int from, int to) {
        return to - TAIL > from && starts(bytes, to - TAIL, KEYED);
    }

    private static boolean starts(byte[] bytes, int at, byte[] with) {
        return Arrays.equals(bytes, at, at + with.length, with, 0, with.length);
    }

    /** The last seal. */
    String last() {
        return new String(last, StandardCharsets.US_ASCII);
    }

    /** Seals a JSON object's text and goes on from it. */
    String seal(String json) {
        String content = json.substring(0, json.length() - 1);
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        function.hash(last, bytes, 0, bytes.length, hash);
        last = HexFormat.of().formatHex(hash).getBytes(StandardCharsets.US_ASCII);
        return content + new String(member, StandardCharsets.US_ASCII) + last() + "\"}";
    }

    /**
     * True when the line, {@code from} (inclusive) to {@code to} (exclusive) without its line end, carries the seal that
     * follows from the lines before. Goes on from the seal it carries.
     */
    boolean verify(byte[] bytes, int from, int to) {
        int tail = to - TAIL;
        if (tail <= from || !starts(bytes, tail, member)) {
            return false;
        }
        function.hash(last, bytes, from, tail - from, hash);
        System.arraycopy(bytes, tail + member.length, last, 0, SEAL);
        return isHash() && starts(bytes, to - END.length, END);
    }

    private boolean isHash() {
        for (int i = 0; i < hash.length; i++) {
            if (last[2 * i] != HEX[hash[i] >> 4 & 15] || last[2 * i + 1] != HEX[hash[i] & 15]) {
                return false;
            }
        }
        return true;
    }
}
