// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetService;
import podium.core.text.CleanText;
import podium.model.fleet.ConnectionState;
import podium.ui.details.DetailsPage;
import podium.ui.details.DetailsPages;
import podium.ui.details.OperationMarkNote;
import podium.ui.label.FleetLabels;
import podium.ui.label.StateLabels;
import podium.ui.selection.FleetSelection;
import podium.ui.texts.Texts;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** The Details part: pages for what is selected. */
public class DetailsPart implements DetailsPages {
    /** As often as Fleet and Jobs: in between they would tell two numbers of one node. */
    private static final Duration THROTTLE = Duration.ofMillis(200);

    private final FleetService fleet;
    private final FleetSelection selection;
    private final Theme theme;
    private final EmptyState empty;
    private final Composite content;
    private final Label icon;
    private final Label name;
    private final Label kind;
    private final CTabFolder tabs;
    private final OperationMarkNote claim;
    private @Nullable EObject shown;
    private final Supplier<List<DetailsPage>> makePages;
    /** What the operator looked at last: in front again as soon as what is selected has it. */
    private Optional<DetailsPage> chosen = Optional.empty();
    /** Made for the first thing that is selected: the window is there sooner without them. */
    private List<DetailsPage> pages = List.of();
    /** What each page told of last. */
    private final Map<DetailsPage, EObject> told = new IdentityHashMap<>();

    @Inject
    public DetailsPart(
            Composite parent, FleetService fleet, FleetSelection selection, DetailPages made, UiServices services) {
        this.fleet = fleet;
        this.selection = selection;
        this.theme = services.theme();
        parent.setLayout(new FillLayout());
        empty = new EmptyState(parent, theme);
        content = theme.dress(new Composite(empty.stack(), SWT.NONE));
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(5, 0).applyTo(content);
        icon = theme.dress(new Label(content, SWT.NONE));
        GridData left = new GridData(16, 16);
        left.horizontalIndent = 8;
        left.verticalIndent = 6;
        icon.setLayoutData(left);
        name = theme.dress(new Label(content, SWT.NONE));
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.verticalIndent = 6;
        name.setLayoutData(wide);
        theme.dress(new Label(content, SWT.NONE)).setLayoutData(new GridData(16, 4));
        kind = theme.dress(new Label(content, SWT.NONE), Name.SURFACE, Name.MUTED);
        kind.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        List.of(content, icon, name, kind).forEach(made::menu);
        claim = made.mark(content);
        tabs = theme.dressTabs(new CTabFolder(content, SWT.TOP | SWT.FLAT));
        tabs.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        makePages = () -> made.make(tabs, this);
        theme.onTheme(icon, this::showIcon);
        tabs.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            chosen = front();
            showFront();
        }));
        Repaint refresh = Repaint.of(tabs, THROTTLE, this::show);
        new Subscriptions(tabs).add(selection.listen(selected -> show())).add(fleet.listen(delta -> refresh.request()));
        show();
    }

    @Focus
    public void focus() {
        TabKey.focus(tabs);
    }

    @Override
    public void open(String id) {
        for (CTabItem item : tabs.getItems()) {
            if (item.getData() instanceof DetailsPage page && page.id().equals(id)) {
                tabs.setSelection(item);
                chosen = Optional.of(page);
                showFront();
                return;
            }
        }
        if (tabs.getItemCount() > 0) {
            tabs.setSelection(0);
            showFront();
        }
    }

    private Optional<EObject> thing() {
        return selection.get().stream().findFirst();
    }

    private void show() {
        Optional<EObject> thing = thing();
        if (thing.isEmpty()) {
            @Nullable EObject last = shown;
            Optional<String> gone =
                    last == null ? Optional.empty() : awaited(last).or(() -> gone(last));
            empty.why(
                    gone.orElse(Texts.of("DetailsPart.nothingIsSelected")), Texts.of("DetailsPart.selectAClusterRack"));
            return;
        }
        if (pages.isEmpty()) {
            pages = makePages.get();
        }
        EObject first = thing.get();
        int more = selection.get().size() - 1;
        showIcon();
        int letters = Math.max(12, (content.getClientArea().width - 40) / 8);
        WidgetText.set(name, CleanText.middle(FleetLabels.path(first), letters));
        WidgetText.wholeTip(name, FleetLabels.path(first));
        String here = FleetLabels.cluster(first)
                .filter(cluster -> cluster != first)
                .map(cluster ->
                        Texts.of("DetailsPart.kindInCluster", FleetLabels.kind(first), FleetLabels.name(cluster)))
                .orElse(FleetLabels.kind(first));
        String all = more == 0 ? here : Texts.of("DetailsPart.andMoreSelected", here, Formats.count(more));
        WidgetText.set(kind, CleanText.middle(all, letters));
        WidgetText.wholeTip(kind, all);
        showTabs(first);
        if (first != shown) {
            shown = first;
            claim.show(first);
        }
        empty.content(content);
        content.layout(true);
        showFront();
    }

    /** Of what left a cluster that is open; that another one was closed is no news. */
    private static Optional<String> gone(EObject last) {
        return FleetLabels.cluster(last)
                        .filter(cluster -> cluster.getFleet() == null)
                        .isPresent()
                ? Optional.empty()
                : FleetLabels.gone(List.of(last));
    }

    /** Of what left with its cluster, while that is opened anew and read again. */
    private Optional<String> awaited(EObject last) {
        return FleetLabels.cluster(last)
                .filter(before -> before.getFleet() == null)
                .flatMap(before -> fleet.cluster(ClusterId.of(before)))
                .filter(anew -> anew.getConnection() != ConnectionState.LIVE)
                .map(anew -> switch (anew.getConnection()) {
                    case CONNECTING, STALE ->
                        Texts.of("DetailsPart.isBeingReadAgain", FleetLabels.path(last), FleetLabels.name(anew));
                    default ->
                        Texts.of(
                                "DetailsPart.isNotKnownNow",
                                FleetLabels.path(last),
                                FleetLabels.name(anew),
                                StateLabels.of(anew).word());
                });
    }

    private void showIcon() {
        thing().ifPresent(thing -> icon.setImage(theme.image(FleetLabels.icon(thing), Name.TEXT)));
    }

    /** One tab for each page that has something to say; the one that was chosen is in front where it can be. */
    private void showTabs(EObject thing) {
        List<DetailsPage> wanted =
                pages.stream().filter(page -> page.isFor(thing)).toList();
        List<Object> present =
                List.of(tabs.getItems()).stream().map(CTabItem::getData).toList();
        if (!present.equals(wanted)) {
            // a tab that goes puts another one in front, as if it had been chosen
            Optional<DetailsPage> before = chosen;
            for (CTabItem old : tabs.getItems()) {
                old.setControl(null);
                old.dispose();
            }
            for (DetailsPage page : wanted) {
                CTabItem item = new CTabItem(tabs, SWT.NONE);
                WidgetText.set(item, page.title());
                item.setControl(page.control());
                item.setData(page);
            }
            chosen = before;
            tabs.setSelection(Math.max(0, chosen.map(wanted::indexOf).orElse(0)));
        }
    }

    private void showFront() {
        thing().ifPresent(thing -> front().ifPresent(page -> {
            boolean other = told.put(page, thing) != thing;
            page.show(thing);
            if (other) {
                top(page.control());
            }
        }));
    }

    /** What is said of another thing is read from its beginning. */
    private static void top(Control control) {
        switch (control) {
            case NatTable table -> {
                table.getVerticalBar().setSelection(0);
                table.getVerticalBar().notifyListeners(SWT.Selection, new Event());
            }
            case Composite box -> List.of(box.getChildren()).forEach(DetailsPart::top);
            default -> {}
        }
    }

    private Optional<DetailsPage> front() {
        return tabs.getSelection() != null && tabs.getSelection().getData() instanceof DetailsPage page
                ? Optional.of(page)
                : Optional.empty();
    }
}
