// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import podium.core.api.ReadRefused;
import podium.core.api.WriteResult;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.texts.Texts;

/** Reads refusals: a {@code Status} object (meta/v1) where the server sends one, else whatever it sent. */
public final class Statuses {
    private static final int LONGEST = 500;

    /** What a server says that does not say why (k8s.io/apimachinery pkg/api/errors, NewGenericServerResponse); its causes may. */
    private static final Pattern NOTHING =
            Pattern.compile("the server rejected our request (?:due to an error in our request|for an unknown reason)");

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
                warned(
                        NOTHING.matcher(message(response)).matches() ? "" : message(response),
                        ServerWarnings.of(response)),
                causes,
                retryAfter(response, details));
    }

    /** What a server warns of may be why it refuses: a list is missing whose name is misspelt. */
    private static String warned(String message, List<String> warnings) {
        String warned = line(String.join("; ", warnings));
        return warnings.isEmpty() || message.isEmpty()
                ? message + warned
                : Texts.of("Statuses.andItWarns", message, warned);
    }

    /** A read that was refused, in the server's words; a proxy's page says nothing to an operator, its number does. */
    public static ReadRefused unread(ApiResponse response) {
        String said = line(said(tree(response)));
        return new ReadRefused(
                response.status(), said.isEmpty() ? Texts.of("Statuses.theServerAnswered", response.status()) : said);
    }

    /** What the server said, one line. */
    static String message(ApiResponse response) {
        String message = said(tree(response));
        return line(message.isBlank() ? response.text() : message);
    }

    /** Its message, or its causes where that says nothing. */
    private static String said(JsonNode status) {
        String message = status.path("message").asText();
        String causes = NOTHING.matcher(message).matches()
                ? status.at("/details/causes")
                        .valueStream()
                        .map(cause -> cause.path("message").asText())
                        .filter(cause -> !cause.isBlank())
                        .collect(Collectors.joining("; "))
                : "";
        return causes.isEmpty() ? message : causes;
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
