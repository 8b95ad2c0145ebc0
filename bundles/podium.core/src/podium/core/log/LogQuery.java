// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which lines of the log of one container are asked for.
 *
 * @param container its name
 * @param follow whether what it writes from now on belongs to it too
 * @param previous the run before the present one
 * @param since no earlier lines; a server takes whole seconds
 * @param back how far back the lines go from the present of the server, whose clock may differ from the one here
 * @param tail at most so many of the last lines; empty: all
 */
public record LogQuery(
        String namespace,
        String pod,
        String container,
        boolean follow,
        boolean previous,
        Optional<Instant> since,
        Optional<Duration> back,
        OptionalLong tail) {}
