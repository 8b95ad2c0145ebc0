// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.json.Json;

/**
 * An event that the cluster keeps about an object (core/v1 Event).
 *
 * @param last when it was seen last; null when the event does not say
 * @param warning true for type Warning, false for Normal
 * @param reason a word for machines, e.g. FailedScheduling
 * @param message in the cluster's own words
 * @param count how often, at least 1
 * @param source the component that tells it; empty: it does not say
 * @param kind of the object that it is about
 * @param about the name of the object that it is about
 */
public record ApiEvent(
        @Nullable Instant last,
        boolean warning,
        String reason,
        String message,
        int count,
        String source,
        String kind,
        String about) {
    /** Events from their JSON, newest first; one that cannot be read is left out. Any thread. */
    public static List<ApiEvent> of(List<String> items) {
        List<ApiEvent> events = new ArrayList<>();
        for (String item : items) {
            try {
                events.add(of(Json.read(item)));
            } catch (IllegalArgumentException e) {
                // one broken event does not hide the others
            }
        }
        events.sort(Comparator.comparing(ApiEvent::last, Comparator.nullsLast(Comparator.reverseOrder())));
        return events;
    }

    private static ApiEvent of(JsonNode event) {
        @Nullable Instant last = time(event, "lastTimestamp", "eventTime", "firstTimestamp");
        return new ApiEvent(
                last,
                "Warning".equals(event.path("type").asText()),
                event.path("reason").asText(),
                event.path("message").asText(event.path("note").asText()),
                Math.max(1, event.path("count").asInt(1)),
                event.path("source").path("component").asText(),
                event.path("involvedObject").path("kind").asText(),
                event.path("involvedObject").path("name").asText());
    }

    private static @Nullable Instant time(JsonNode event, String... fields) {
        for (String field : fields) {
            try {
                String text = event.path(field).asText();
                if (!text.isEmpty() && !text.equals("null")) {
                    return Instant.parse(text);
                }
            } catch (DateTimeParseException e) {
                // the next field may say it
            }
        }
        return null;
    }
}
