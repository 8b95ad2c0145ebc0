// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The message of a Status, or of whatever else a server or proxy answers with. */
public final class StatusReader {
    private static final int WORDS = 300;
    /** A server that names each of a hundred broken fields is read to its end. */
    private static final int MESSAGE = 8_000;

    private StatusReader() {}

    /** The message of a Status; of other text its beginning, on one line. In a time that grows with the length. */
    public static String message(byte[] body) {
        try {
            JsonInput in = new JsonInput(new ByteArrayInputStream(body));
            if (in.more() && in.kind() == JsonKind.OBJECT) {
                String message = JsonTree.read(in).text("message");
                if (!message.isEmpty()) {
                    return cut(message, MESSAGE);
                }
            }
        } catch (IOException e) {
            // a proxy's page of HTML or a cut answer
        }
        return cut(untagged(new String(body, StandardCharsets.UTF_8)), WORDS);
    }

    /** Without tags and control characters, single blanks between words; no more than is shown. */
    private static String untagged(String text) {
        StringBuilder words = new StringBuilder();
        int lastEnd = text.lastIndexOf('>');
        for (int i = 0; i < text.length() && words.length() <= WORDS; i++) {
            char c = text.charAt(i);
            boolean tag = c == '<' && i < lastEnd;
            if (tag) {
                i = text.indexOf('>', i);
            }
            if (!tag && c > ' ' && c != 0x7f) {
                words.append(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().strip();
    }

    private static String cut(String text, int most) {
        int end = text.length() > most && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.length() > most ? text.substring(0, end) : text;
    }
}
