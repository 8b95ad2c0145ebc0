// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.StateIcon;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;

/**
 * An event of the API.
 *
 * @param last when it was seen last; null when the event does not say
 */
record EventLine(@Nullable Instant last, boolean warning, String reason, String message, int count, String source) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Column<EventLine, ?>> columns(InstantSource clock) {
        return List.of(
                new Column<EventLine, Instant>(
                        "age",
                        "age",
                        76,
                        Form.NUMBER,
                        EventLine::last,
                        at -> Formats.age(at, clock.instant()),
                        Comparator.reverseOrder(),
                        event -> Optional.empty()),
                Column.<EventLine>text("reason", "reason", 120, Form.SENTENCE, EventLine::reason)
                        .marked(event -> Optional.of(
                                event.warning
                                        ? new StateIcon(Icon.WARNING, Name.WARNING)
                                        : new StateIcon(Icon.INFO, Name.MUTED))),
                Column.count("times", "times", 48, EventLine::count),
                Column.text("message", "message", 200, Form.SENTENCE, EventLine::message));
    }

    /** Events from their JSON, newest first; one that cannot be read is left out. Any thread. */
    static List<EventLine> of(List<String> items) {
        List<EventLine> lines = new ArrayList<>();
        for (String item : items) {
            try {
                lines.add(of(JSON.readTree(item)));
            } catch (JsonProcessingException e) {
                // one broken event does not hide the others
            }
        }
        lines.sort(Comparator.comparing(EventLine::last, Comparator.nullsLast(Comparator.reverseOrder())));
        return lines;
    }

    private static EventLine of(JsonNode event) {
        @Nullable Instant last = time(event, "lastTimestamp", "eventTime", "firstTimestamp");
        return new EventLine(
                last,
                "Warning".equals(event.path("type").asText()),
                event.path("reason").asText(),
                event.path("message").asText(event.path("note").asText()),
                Math.max(1, event.path("count").asInt(1)),
                event.path("source").path("component").asText());
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
