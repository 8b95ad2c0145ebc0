// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.time.Duration;
import java.util.List;
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
import podium.ui.object.EventLines;
import podium.ui.object.ReadPace;
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
    private final EventLines events;
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
        events = new EventLines(empty.stack(), services, Texts.of("EventsPage.events"));
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
            events.show(List.of(), false);
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

    private void found(List<ApiEvent> all) {
        pace.end();
        if (box.isDisposed()) {
            return;
        }
        found = !all.isEmpty();
        if (found) {
            events.show(all.subList(0, Math.min(MOST, all.size())), shown instanceof Job);
            say(Formats.counted(all.size(), "event") + ", "
                    + (all.size() > MOST
                            ? Texts.of("EventsPage.theNewestOfThem", MOST)
                            : Texts.of("EventsPage.newestFirst")));
            empty.content(events.control());
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

    private void why(String reason, String next) {
        if (!box.isDisposed()) {
            say("");
            empty.why(reason, next);
        }
    }

    private void say(String words) {
        if (!box.isDisposed()) {
            WidgetText.set(status, words);
            WidgetText.wholeTip(status, words);
            toolbar.control().layout(true);
        }
    }
}
