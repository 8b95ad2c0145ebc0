// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import podium.core.api.ApiEvent;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.LineWrap;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;

/**
 * Events, one below the other: what happened and when, and below that the message, all whole in however narrow a part. What was said of
 * several alike is said once, and opens to them. UI thread.
 */
public final class EventLines {
    /** How often ages are told anew. */
    private static final Duration AGES = Duration.ofSeconds(10);
    /** Pixels before what can be opened. */
    private static final int FOLD = 12;

    private final InstantSource clock;
    private final RowTable<Line> table;
    private final Set<String> opened = new HashSet<>();
    private List<ApiEvent> events = List.of();
    private boolean about;

    /** @param words as many as there is room for in a row */
    private record Line(String words, Optional<StateIcon> mark) {}

    /** @param name what a screen reader calls them */
    public EventLines(Composite parent, UiServices services, String name) {
        clock = services.clock();
        table = RowTable.foldingTable(
                parent,
                services.theme(),
                List.of(Column.<Line>text("events", Texts.of("EventLines.event"), 200, Form.PARAGRAPH, Line::words)
                        .marked(Line::mark)),
                name);
        table.control().addListener(SWT.Resize, event -> fill());
        table.onFold(row -> {
            if (!opened.remove(row.key())) {
                opened.add(row.key());
            }
            fill();
        });
        Repaint.every(table.control(), AGES, () -> {
            if (table.control().isVisible()) {
                fill();
            }
        });
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
    private String head(ApiEvent event) {
        List<String> words = new ArrayList<>(List.of(SafeText.line(event.reason())));
        words.addAll(when(event));
        if (about) {
            words.add(SafeText.line(event.about()));
        }
        return String.join(", ", words);
    }

    private List<String> when(ApiEvent event) {
        List<String> words = new ArrayList<>();
        if (event.last() != null) {
            words.add(Formats.ago(event.last(), clock.instant()));
        }
        if (event.count() > 1) {
            words.add(Texts.of("EventLines.times", Formats.count(event.count())));
        }
        return words;
    }

    /** FailedScheduling, 12 s ago, 16 pods. */
    private String head(List<ApiEvent> alike) {
        ApiEvent newest = alike.getFirst();
        List<String> words = new ArrayList<>(List.of(SafeText.line(newest.reason())));
        if (newest.last() != null) {
            words.add(Formats.ago(newest.last(), clock.instant()));
        }
        boolean pods = alike.stream().allMatch(event -> event.kind().equals("Pod"));
        words.add(Formats.counted(named(alike), pods ? "pod" : "object"));
        return String.join(", ", words);
    }

    private static long named(List<ApiEvent> alike) {
        return alike.stream().map(ApiEvent::about).distinct().count();
    }

    /** An event stays the row that it is when another comes before it. */
    private void fill() {
        Map<String, List<ApiEvent>> said = new LinkedHashMap<>();
        for (ApiEvent event : events) {
            String same = event.reason() + "|" + event.source() + "|" + event.message();
            said.computeIfAbsent(same, key -> new ArrayList<>()).add(event);
        }
        Map<String, Integer> alike = new HashMap<>();
        List<Row<Line>> rows = new ArrayList<>();
        said.forEach((key, all) -> {
            if (about && named(all) > 1) {
                boolean open = opened.contains(key);
                add(key, all.getFirst(), head(all), open ? Fold.OPEN : Fold.CLOSED, rows);
                for (ApiEvent event : open ? all : List.<ApiEvent>of()) {
                    List<String> words = new ArrayList<>(List.of(SafeText.line(event.about())));
                    words.addAll(when(event));
                    String one = event.about() + "|" + key;
                    String own = one + "|" + alike.merge(one, 1, Integer::sum);
                    wrap(own, String.join(", ", words), 2 * FOLD, Optional.empty(), 1, Fold.NONE, rows);
                }
            } else {
                for (ApiEvent event : all) {
                    String one = event.about() + "|" + key;
                    add(one + "|" + alike.merge(one, 1, Integer::sum), event, head(event), Fold.NONE, rows);
                }
            }
        });
        table.show(new Rows<>(rows));
    }

    private void add(String key, ApiEvent event, String head, Fold fold, List<Row<Line>> rows) {
        StateIcon mark =
                event.warning() ? new StateIcon(Icon.WARNING, Name.WARNING) : new StateIcon(Icon.INFO, Name.MUTED);
        wrap(key, head, FOLD, Optional.of(mark), 0, fold, rows);
        String message = SafeText.line(event.message());
        if (!message.isEmpty()) {
            wrap(key + "|", message, FOLD, Optional.empty(), 0, Fold.NONE, rows);
        }
    }

    private void wrap(
            String key,
            String words,
            int indent,
            Optional<StateIcon> mark,
            int level,
            Fold fold,
            List<Row<Line>> rows) {
        List<String> lines = LineWrap.lines(table.control(), words, LineWrap.roomInRow(table.control()) - indent);
        for (int i = 0; i < lines.size(); i++) {
            Line line = new Line(lines.get(i), i == 0 ? mark : Optional.empty());
            rows.add(new Row<>(i == 0 ? key : key + "|" + i, line, level, i == 0 ? fold : Fold.NONE));
        }
    }
}
