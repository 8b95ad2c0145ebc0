// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import podium.core.api.ApiEvent;
import podium.core.cluster.Connections;
import podium.model.fleet.Job;
import podium.ui.object.ObjectEvents;
import podium.ui.object.ReadPace;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;
import podium.ui.table.WholeRow;
import podium.ui.texts.Texts;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** The cluster's events about a thing, newest first. Read again while they are seen. */
public final class EventsPage implements DetailsPage {
    /** What it is opened by. */
    public static final String ID = "events";

    private static final Duration TICK = Duration.ofMillis(250);
    /** More than anybody reads. */
    private static final int MOST = 500;

    private final Composite box;
    private final PartToolbar toolbar;
    private final Label status;
    private final EmptyState empty;
    private final WholeRow<ApiEvent> whole;
    private final RowTable<ApiEvent> table;
    private final OnDemandRead demand;
    private final ReadPace pace;
    private boolean found;
    private @Nullable EObject shown;

    public EventsPage(Composite parent, UiServices services, Connections connections) {
        demand = new OnDemandRead(connections, services.background());
        pace = new ReadPace(services.clock());
        box = services.theme().dress(new Composite(parent, SWT.NONE));
        toolbar = PartToolbar.above(box, services.theme());
        status = toolbar.label("", true);
        toolbar.button(
                Icon.RETRY, Texts.of("EventsPage.reload"), Texts.of("EventsPage.readTheEventsAgain"), this::reload);
        empty = new EmptyState(box, services.theme());
        empty.stack().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        whole = new WholeRow<>(
                empty.stack(), services.theme(), ObjectEvents.columns(services.clock()), Texts.of("EventsPage.events"));
        table = whole.table();
        box.addDisposeListener(event -> demand.stop());
        Repaint.every(box, TICK, () -> {
            if (box.isVisible() && !demand.isReading() && pace.isDue()) {
                read();
            }
        });
    }

    @Override
    public String title() {
        return Texts.of("EventsPage.events");
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Control control() {
        return box;
    }

    @Override
    public boolean isFor(EObject thing) {
        return EventQuery.of(thing).isPresent();
    }

    @Override
    public void show(EObject thing) {
        if (thing != shown) {
            shown = thing;
            reload();
        }
    }

    private void reload() {
        if (shown != null) {
            found = false;
            table.reveal("about", shown instanceof Job);
            table.show(Rows.none());
            why(Texts.of("EventsPage.reading"), "");
            read();
        }
    }

    private void read() {
        @Nullable EObject thing = shown;
        if (thing == null) {
            return;
        }
        pace.begin();
        EventQuery.of(thing)
                .ifPresent(query -> demand.read(
                        thing,
                        reader -> ApiEvent.of(reader.list(query.collection(), "", query.fieldSelector())).stream()
                                .filter(query.about())
                                .toList(),
                        this::found,
                        this::failed));
    }

    private void found(List<ApiEvent> events) {
        pace.end();
        if (box.isDisposed()) {
            return;
        }
        found = !events.isEmpty();
        if (found) {
            table.show(new Rows<>(rows(events.subList(0, Math.min(MOST, events.size())))));
            say(Formats.counted(events.size(), "event") + ", "
                    + (events.size() > MOST
                            ? Texts.of("EventsPage.theNewestOfThem", MOST)
                            : Texts.of("EventsPage.newestFirst")));
            empty.content(whole.control());
        } else {
            why(Texts.of("EventsPage.theClusterHasNo"), Texts.of("EventsPage.aClusterKeepsEvents"));
        }
    }

    /** What was read before stays in sight. */
    private void failed(String problem) {
        pace.end();
        if (found) {
            say(problem);
        } else {
            why(problem, "");
        }
    }

    /** An event stays the row that it is when another comes before it. */
    private static List<Row<ApiEvent>> rows(List<ApiEvent> events) {
        Map<String, Integer> alike = new HashMap<>();
        return events.stream()
                .map(event -> {
                    String key = event.about() + "|" + event.reason() + "|" + event.source() + "|" + event.message();
                    return new Row<>(key + "|" + alike.merge(key, 1, Integer::sum), event, 0, Fold.NONE);
                })
                .toList();
    }

    private void why(String reason, String next) {
        if (!box.isDisposed()) {
            say("");
            empty.why(reason, next);
        }
    }

    private void say(String words) {
        if (!box.isDisposed()) {
            WidgetText.set(status, words);
            WidgetText.tip(status, words);
            toolbar.control().layout(true);
        }
    }
}
