// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What became of a write. */
public sealed interface WriteResult {
    /**
     * The server took it. Body: the object it answered with.
     *
     * @param status HTTP status, 200 to 299
     * @param body the object as the server has it now, JSON
     * @param warnings what the server says of it all the same, in its own words
     */
    record Accepted(int status, String body, List<String> warnings) implements WriteResult {}

    /**
     * The server refused it.
     *
     * @param status HTTP status; 429 with a DisruptionBudget cause is a budget, without one it is throttling
     * @param reason of the Status, e.g. Conflict, Forbidden
     * @param message in the server's own words
     * @param causes what it names as causes; none: it names none
     * @param retryAfter how long it asks to wait; empty: it does not ask
     */
    record Refused(int status, String reason, String message, List<Cause> causes, Optional<Duration> retryAfter)
            implements WriteResult {}

    /**
     * No answer. {@code maybeApplied}: the request may have reached the server.
     *
     * @param message what happened to the request
     * @param maybeApplied whether it may have reached the server, which may have done it
     */
    record Unanswered(String message, boolean maybeApplied) implements WriteResult {}

    /**
     * A cause in details.causes of a Status.
     *
     * @param reason a word for machines, e.g. DisruptionBudget
     * @param message in the server's own words
     * @param field of the object, as a path; empty: it is about all of it
     */
    record Cause(String reason, String message, String field) {}
}
