// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.time.Duration;

/** Is told of every request when it has been answered. Called on the connection's thread. */
@FunctionalInterface
public interface RequestLog {

    /** Tells nobody. */
    RequestLog NONE = (request, status, bytes, time) -> {};

    /**
     * One request has ended.
     *
     * @param request what was asked
     * @param status the HTTP status
     * @param bytes bytes of body sent
     * @param time from the whole request to the end of the response
     */
    void answered(HttpRequest request, int status, long bytes, Duration time);
}
