// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole answer.
 *
 * @param headers by lower-case name
 * @param sharedConnection name of the connection it came on, where that is shared with other requests; empty: it had one of its own
 */
public record ApiResponse(
        int status, Map<String, List<String>> headers, byte[] body, Optional<String> sharedConnection) {

    /** True for 2xx. */
    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** First value of a header, whatever its case. */
    public Optional<String> header(String name) {
        return Headers.first(headers, name);
    }

    /** The body as UTF-8; broken sequences are replaced. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
