// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import java.util.Base64;
import java.util.Optional;

/** Base64 as Go's encoding/base64 takes it in JSON: padded, line ends between its letters and nothing else. */
final class Base64Text {
    private Base64Text() {}

    static Optional<byte[]> decode(String text) {
        String letters = text.replace("\r", "").replace("\n", "");
        try {
            return letters.length() % 4 == 0 ? Optional.of(Base64.getDecoder().decode(letters)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
