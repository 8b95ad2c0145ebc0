// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Seals lines so that a changed, moved, missing or inserted one shows. A sealed line is a JSON object whose last member is
 * the SHA-256 of the seal before it and of the line without that member.
 */
final class HashChain {
    /** What the first line's seal is computed from. */
    static final String START = "0".repeat(64);

    private static final String MEMBER = ",\"hash\":\"";
    private static final int TAIL = MEMBER.length() + 64 + "\"}".length();

    private final MessageDigest digest;
    private String last = START;

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
        last = hash(content);
        return content + MEMBER + last + "\"}";
    }

    /** True when the line carries the seal that follows from the lines before it. Goes on from the seal it carries. */
    boolean verify(String line) {
        if (line.length() <= TAIL || !line.startsWith(MEMBER, line.length() - TAIL)) {
            return false;
        }
        String expected = hash(line.substring(0, line.length() - TAIL));
        last = line.substring(line.length() - 66, line.length() - 2);
        return last.equals(expected);
    }

    private String hash(String content) {
        digest.update(last.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    }
}
