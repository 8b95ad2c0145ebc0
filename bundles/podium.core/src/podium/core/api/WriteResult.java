// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What became of a write. */
public sealed interface WriteResult {
    /** The server took it. Body: the object it answered with. */
    record Accepted(int status, String body) implements WriteResult {}

    /**
     * The server refused it.
     *
     * @param status HTTP status; 429 with a DisruptionBudget cause is a budget, without one it is throttling
     * @param reason of the Status, e.g. Conflict, Forbidden
     */
    record Refused(int status, String reason, String message, List<Cause> causes, Optional<Duration> retryAfter)
            implements WriteResult {}

    /** No answer. {@code maybeApplied}: the request may have reached the server. */
    record Unanswered(String message, boolean maybeApplied) implements WriteResult {}

    /** A cause in details.causes of a Status. */
    record Cause(String reason, String message, String field) {}
}
