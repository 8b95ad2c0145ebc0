// SPDX-License-Identifier: Apache-2.0
package podium.operation.rule;

import java.util.Base64;
import podium.operation.texts.Texts;

/**
 * Somebody whose approvals count. Written as NAME KEY; the key is what {@code --approval-key} says to him.
 *
 * @param name who it is: the user of his operating system, or whom the servers take him for
 * @param key his public key, Ed25519 as X.509 in base64
 */
public record Approver(String name, String key) {
    /** Of an Ed25519 key in X.509 (RFC 8410). */
    private static final int BYTES = 44;

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none; its message is a sentence for the operator
     */
    public static Approver parse(String text) {
        String[] words = text.strip().split("\\s+");
        if (words.length != 2 || !isKey(words[1])) {
            throw new IllegalArgumentException(Texts.of("Approver.isNotAValid", text.strip()));
        }
        return new Approver(words[0], words[1]);
    }

    private static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text).length == BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** As it is written. */
    @Override
    public String toString() {
        return name + " " + key;
    }
}
