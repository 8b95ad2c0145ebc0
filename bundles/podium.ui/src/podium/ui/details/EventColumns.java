// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import podium.core.api.ApiEvent;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.StateIcon;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;

/** The columns of the events about an object. */
final class EventColumns {
    private EventColumns() {}

    static List<Column<ApiEvent, ?>> of(InstantSource clock) {
        return List.of(
                new Column<ApiEvent, Instant>(
                        "age",
                        "age",
                        76,
                        Form.NUMBER,
                        ApiEvent::last,
                        at -> Formats.age(at, clock.instant()),
                        Comparator.reverseOrder(),
                        event -> Optional.empty()),
                Column.<ApiEvent>text("reason", "reason", 120, Form.SENTENCE, ApiEvent::reason)
                        .marked(event -> Optional.of(
                                event.warning()
                                        ? new StateIcon(Icon.WARNING, Name.WARNING)
                                        : new StateIcon(Icon.INFO, Name.MUTED))),
                Column.count("times", "times", 48, ApiEvent::count),
                Column.text("message", "message", 200, Form.SENTENCE, ApiEvent::message));
    }
}
