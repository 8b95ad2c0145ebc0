// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which lines a log reads of each container: since when, how many, which run.
 *
 * @param follow whether it goes on
 * @param previous the run before the present one
 * @param since how far it goes back; empty: as far as there is something
 * @param tail at most so many of the last lines of each container; empty: all
 */
public record LogOptions(boolean follow, boolean previous, Optional<Duration> since, OptionalLong tail) {}
