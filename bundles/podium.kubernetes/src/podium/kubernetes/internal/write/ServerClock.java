// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import podium.kubernetes.internal.transport.ApiResponse;

/**
 * How far the clock of a server is from the one here, by the date that its answers bear (RFC 9110, 6.6.1; Go's net/http writes it to
 * each). Any thread.
 */
final class ServerClock {
    /** The date has whole seconds, and an answer takes its time. */
    private static final Duration EXACT = Duration.ofSeconds(5);

    private final InstantSource here;
    private volatile Duration ahead = Duration.ZERO;

    ServerClock(InstantSource here) {
        this.here = here;
    }

    /** Looks at an answer that came just now. */
    ApiResponse heard(ApiResponse answer) {
        date(answer).ifPresent(date -> {
            Duration found = Duration.between(here.instant(), date);
            ahead = found.abs().compareTo(EXACT) < 0 ? Duration.ZERO : found;
        });
        return answer;
    }

    private static Optional<Instant> date(ApiResponse answer) {
        try {
            return answer.header("date").map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What it shows when the one here shows this. */
    Instant at(Instant now) {
        return now.plus(ahead);
    }
}
