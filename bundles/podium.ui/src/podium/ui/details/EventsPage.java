// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import podium.core.api.ApiEvent;
import podium.core.cluster.Connections;
import podium.ui.object.ObjectEvents;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;
import podium.ui.table.WholeRow;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** The cluster's events about a thing, read when the page is opened. */
public final class EventsPage implements DetailsPage {
    private final Composite box;
    private final PartToolbar toolbar;
    private final Label status;
    private final EmptyState empty;
    private final WholeRow<ApiEvent> whole;
    private final RowTable<ApiEvent> table;
    private final OnDemandRead demand;
    private @Nullable EObject shown;

    public EventsPage(Composite parent, UiServices services, Connections connections) {
        demand = new OnDemandRead(connections, services.background());
        box = services.theme().dress(new Composite(parent, SWT.NONE));
        toolbar = PartToolbar.above(box, services.theme());
        status = toolbar.label("", true);
        toolbar.button(Icon.RETRY, "Reload", "Read the events again", this::reload);
        empty = new EmptyState(box, services.theme());
        empty.stack().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        whole = new WholeRow<>(empty.stack(), services.theme(), ObjectEvents.columns(services.clock()), "Events");
        table = whole.table();
        box.addDisposeListener(event -> demand.stop());
    }

    @Override
    public String title() {
        return "Events";
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
        @Nullable EObject thing = shown;
        if (thing != null) {
            table.show(Rows.none());
            why("Reading \u2026", "");
            EventQuery.of(thing)
                    .ifPresent(query -> demand.read(
                            thing,
                            reader -> ApiEvent.of(reader.list(query.collection(), "", query.fieldSelector())),
                            this::found,
                            problem -> why(problem, "")));
        }
    }

    private void found(List<ApiEvent> events) {
        if (!box.isDisposed()) {
            table.show(new Rows<>(IntStream.range(0, events.size())
                    .mapToObj(i -> new Row<>(String.valueOf(i), events.get(i), 0, Fold.NONE))
                    .toList()));
            if (events.isEmpty()) {
                why("The cluster has no events about it.", "A cluster keeps events for about an hour.");
            } else {
                say(Formats.counted(events.size(), "event") + ", newest first");
                empty.content(whole.control());
            }
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
            WidgetText.tip(status, words);
            toolbar.control().layout(true);
        }
    }
}
