// SPDX-License-Identifier: Apache-2.0
package podium.core.cluster;

import java.time.Instant;

/**
 * Why a connection ended for good: somebody else turned up at its other end than it was opened for.
 *
 * @param of what is another now
 * @param words who is there now and who was before, as the middle of a sentence; it may hold text of a server
 * @param since when it was found out
 */
public record IdentityChange(Of of, String words, Instant since) {
    /** What is another. */
    public enum Of {
        /** The cluster that answers. */
        CLUSTER,
        /** The person whom the server takes the requests for. */
        PERSON
    }
}
