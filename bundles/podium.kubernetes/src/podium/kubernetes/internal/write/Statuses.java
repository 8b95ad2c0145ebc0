// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ReadRefused;
import podium.core.api.WriteResult;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.texts.Texts;

/** Reads refusals: a {@code Status} object (meta/v1) where the server sends one, else whatever it sent. */
public final class Statuses {
    private static final int LONGEST = 500;

    private Statuses() {}

    static WriteResult.Refused refused(ApiResponse response) {
        JsonNode status = tree(response);
        JsonNode details = status.path("details");
        List<WriteResult.Cause> causes = new ArrayList<>();
        details.path("causes")
                .forEach(cause -> causes.add(new WriteResult.Cause(
                        cause.path("reason").asText(),
                        QuotedValues.shortened(cause.path("message").asText()),
                        cause.path("field").asText())));
        return new WriteResult.Refused(
                response.status(),
                status.path("reason").asText(),
                warned(message(response), ServerWarnings.of(response)),
                causes,
                retryAfter(response, details));
    }

    /** What a server warns of may be why it refuses: a list is missing whose name is misspelt. */
    private static String warned(String message, List<String> warnings) {
        return warnings.isEmpty()
                ? message
                : Texts.of("Statuses.andItWarns", message, line(String.join("; ", warnings)));
    }

    /** A read that was refused, in the server's words; a proxy's page says nothing to an operator, its number does. */
    public static ReadRefused unread(ApiResponse response) {
        String said = line(tree(response).path("message").asText());
        return new ReadRefused(
                response.status(), said.isEmpty() ? Texts.of("Statuses.theServerAnswered", response.status()) : said);
    }

    /** What the server said, one line. */
    static String message(ApiResponse response) {
        String message = tree(response).path("message").asText();
        return line(message.isBlank() ? response.text() : message);
    }

    private static String line(String said) {
        String text = QuotedValues.shortened(said).strip().replaceAll("\\s+", " ");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    private static JsonNode tree(ApiResponse response) {
        try {
            JsonNode node = Trees.read(response.text());
            return "Status".equals(node.path("kind").asText()) ? node : Trees.object();
        } catch (IOException e) {
            return Trees.object();
        }
    }

    /** The header, in seconds, else details.retryAfterSeconds; the date form of the header is not used by API servers. */
    private static Optional<Duration> retryAfter(ApiResponse response, JsonNode details) {
        Optional<Duration> header = response.header("Retry-After").flatMap(Statuses::seconds);
        return header.isPresent() || !details.hasNonNull("retryAfterSeconds")
                ? header
                : Optional.of(Duration.ofSeconds(
                        Math.max(0, details.path("retryAfterSeconds").asLong())));
    }

    private static Optional<Duration> seconds(String text) {
        try {
            return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(text.strip()))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
