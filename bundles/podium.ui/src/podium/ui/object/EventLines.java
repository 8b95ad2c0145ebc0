// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import podium.core.api.ApiEvent;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Row;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.LineWrap;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;

/** Events, one below the other: what happened and when, and below that the message, whole in however narrow a part. UI thread. */
public final class EventLines {
    private final InstantSource clock;
    private final RowTable<Line> table;
    private List<ApiEvent> events = List.of();
    private boolean about;

    /** @param message a part of it; empty: what happened and when */
    private record Line(ApiEvent event, String message) {
        Optional<StateIcon> mark() {
            return message.isEmpty()
                    ? Optional.of(
                            event.warning()
                                    ? new StateIcon(Icon.WARNING, Name.WARNING)
                                    : new StateIcon(Icon.INFO, Name.MUTED))
                    : Optional.empty();
        }
    }

    /** @param name what a screen reader calls them */
    public EventLines(Composite parent, UiServices services, String name) {
        clock = services.clock();
        table = RowTable.table(
                parent,
                services.theme(),
                List.of(Column.<Line>text("events", Texts.of("EventLines.event"), 200, Form.PARAGRAPH, this::words)
                        .marked(Line::mark)),
                name);
        table.control().addListener(SWT.Resize, event -> fill());
    }

    public Control control() {
        return table.control();
    }

    /**
     * Shows these, in their order.
     *
     * @param ofSeveral whether it is said what each is about
     */
    public void show(List<ApiEvent> shown, boolean ofSeveral) {
        events = List.copyOf(shown);
        about = ofSeveral;
        fill();
    }

    /** BackOff, 12 s ago, 3 times, train-0. */
    private String words(Line line) {
        if (!line.message().isEmpty()) {
            return line.message();
        }
        ApiEvent event = line.event();
        List<String> words = new ArrayList<>();
        words.add(SafeText.line(event.reason()));
        if (event.last() != null) {
            words.add(Formats.ago(event.last(), clock.instant()));
        }
        if (event.count() > 1) {
            words.add(Texts.of("EventLines.times", Formats.count(event.count())));
        }
        if (about) {
            words.add(SafeText.line(event.about()));
        }
        return String.join(", ", words);
    }

    /** An event stays the row that it is when another comes before it. */
    private void fill() {
        int room = LineWrap.roomInRow(table.control());
        Map<String, Integer> alike = new HashMap<>();
        List<Row<Line>> rows = new ArrayList<>();
        for (ApiEvent event : events) {
            String same = event.about() + "|" + event.reason() + "|" + event.source() + "|" + event.message();
            String key = same + "|" + alike.merge(same, 1, Integer::sum);
            rows.add(new Row<>(key, new Line(event, "")));
            String message = SafeText.line(event.message());
            List<String> lines = message.isEmpty() ? List.of() : LineWrap.lines(table.control(), message, room);
            for (int i = 0; i < lines.size(); i++) {
                rows.add(new Row<>(key + "|" + i, new Line(event, lines.get(i))));
            }
        }
        table.show(new Rows<>(rows));
    }
}
