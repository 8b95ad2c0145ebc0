// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import java.io.IOException;
import podium.core.api.ReadRefused;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiResponse;

/** What a server said when it refused a read. */
final class Refused {
    private static final int LONGEST = 500;

    private Refused() {}

    /** The message of the Status that it sent, else its number. */
    static ReadRefused of(ApiResponse response) {
        String said = "";
        try {
            said = Trees.read(response.text()).path("message").asText().strip();
        } catch (IOException e) {
            // a proxy answers with pages of its own, which say nothing to an operator
        }
        String words = said.isEmpty() ? "the server answered " + response.status() : said;
        return new ReadRefused(
                response.status(), words.length() > LONGEST ? words.substring(0, LONGEST) + "..." : words);
    }
}
