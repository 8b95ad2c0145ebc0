// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import java.time.Duration;

/**
 * How often each kind of reading is taken.
 *
 * @param sample between two samples of a device
 * @param slow between two rounds of slow readings
 * @param listen how long one wait for an XID lasts; also how long closing may wait for it
 * @param patience how long a device may take to answer before it is called stalled
 * @param retry between two tries to open the library, and before a session without a device is given up
 * @param lookAgain before a session in which some device is lost is opened anew, to see whether it has come back
 */
record SamplingRates(
        Duration sample, Duration slow, Duration listen, Duration patience, Duration retry, Duration lookAgain) {
    static SamplingRates of(Duration sample) {
        return new SamplingRates(
                sample,
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60));
    }
}
