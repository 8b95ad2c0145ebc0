// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The message of a Status, or of whatever else a server or proxy answers with. */
public final class StatusReader {
    private static final int WORDS = 300;

    private StatusReader() {}

    /** The message of a Status; of other text its beginning, on one line. */
    public static String message(byte[] body) {
        try {
            JsonInput in = new JsonInput(new ByteArrayInputStream(body));
            if (in.more() && in.kind() == JsonKind.OBJECT) {
                Tree status = Tree.read(in);
                if (!status.text("message").isEmpty()) {
                    return status.text("message");
                }
            }
        } catch (IOException e) {
            // a proxy's page of HTML or a cut answer
        }
        String text = new String(body, StandardCharsets.UTF_8)
                .replaceAll("<[^>]*>|\\p{Cntrl}", " ")
                .replaceAll(" +", " ")
                .strip();
        return text.length() > WORDS ? text.substring(0, WORDS) : text;
    }
}
