// SPDX-License-Identifier: Apache-2.0
package podium.core.link;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A link in one direction.
 *
 * @param terms on which one device reaches the other; empty where one end is the host
 * @param bytesPerSecond measured; empty when it could not be
 * @param latency seconds that one copy of a few bytes takes; empty when it could not be measured
 * @param problem why it could not be measured, a sentence; empty: it was
 */
public record LinkResult(
        LinkEnd from,
        LinkEnd to,
        Optional<PeerAccess> terms,
        OptionalDouble bytesPerSecond,
        OptionalDouble latency,
        ExpectedSpeed expected,
        Optional<String> problem) {

    /**
     * Share of the nominal speed that a sound link reaches. Headers and flow control cost a copy 10 to 25 % on PCIe and
     * NVLink; a link with a lane or a link fewer than it should have loses at least as much again.
     */
    public static final double SOUND = 0.7;

    /** Whether a link is as fast as it should be. */
    public enum Verdict {
        OK,
        /** Less than {@link #SOUND} of what was to be expected. */
        SLOW,
        /** It could not be measured, or nothing can be expected of it. */
        UNKNOWN
    }

    public Verdict verdict() {
        if (bytesPerSecond.isEmpty() || expected.bytesPerSecond().isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return bytesPerSecond.getAsDouble() < SOUND * expected.bytesPerSecond().getAsDouble()
                ? Verdict.SLOW
                : Verdict.OK;
    }
}
