// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import podium.core.api.ApiEvent;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;

/** The events that a cluster keeps about an object. */
public final class ObjectEvents {
    private ObjectEvents() {}

    /**
     * Newest first. Events of what lies in no namespace are kept in "default", and name a node by its name: kubelets do not know its
     * uid. Blocks.
     */
    static List<ApiEvent> read(ObjectReader reader, ObjectRef ref, String uid) throws IOException {
        String selector = ref.resource().equals("nodes") || uid.isEmpty()
                ? "involvedObject.kind=" + ref.kind() + ",involvedObject.name=" + ref.name()
                : "involvedObject.uid=" + uid;
        return ApiEvent.of(reader.list(new ObjectRef("", "v1", "events", "Event", ref.namespace(), ""), "", selector));
    }

    /** How they are shown. */
    public static List<Column<ApiEvent, ?>> columns(InstantSource clock) {
        return List.of(
                new Column<ApiEvent, Instant>(
                        "age",
                        Texts.of("ObjectEvents.age"),
                        76,
                        Form.NUMBER,
                        ApiEvent::last,
                        at -> Formats.age(at, clock.instant()),
                        Comparator.reverseOrder(),
                        event -> Optional.empty()),
                Column.<ApiEvent>text("reason", Texts.of("ObjectEvents.reason"), 120, Form.SENTENCE, ApiEvent::reason)
                        .marked(event -> Optional.of(
                                event.warning()
                                        ? new StateIcon(Icon.WARNING, Name.WARNING)
                                        : new StateIcon(Icon.INFO, Name.MUTED))),
                Column.text("about", Texts.of("ObjectEvents.about"), 110, Form.SENTENCE, ApiEvent::about),
                Column.count("count", Texts.of("ObjectEvents.times"), 48, ApiEvent::count),
                Column.text("event-message", Texts.of("ObjectEvents.message"), 200, Form.SENTENCE, ApiEvent::message));
    }
}
