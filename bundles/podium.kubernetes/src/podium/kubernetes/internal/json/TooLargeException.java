// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.io.IOException;
import podium.core.text.Counted;
import podium.kubernetes.texts.Texts;

/** A server sends more than anything that it could mean: it is not read on, whatever it holds. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int MEGABYTE = 1 << 20;

    /**
     * @param what is too large, as the beginning of a sentence: "An answer"
     * @param limit bytes
     */
    public TooLargeException(String what, long limit) {
        super(Texts.of(
                "TooLargeException.isLargerThan",
                what,
                limit >= MEGABYTE
                        ? Texts.of("TooLargeException.megabytes", limit / MEGABYTE)
                        : Counted.of(limit, "byte")));
    }
}
