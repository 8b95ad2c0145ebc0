// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolItem;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.operation.OperationService;
import podium.ui.action.ConsoleLocks;
import podium.ui.action.FleetAction;
import podium.ui.action.FleetActions;
import podium.ui.cluster.ClusterActions;
import podium.ui.find.FindSession;
import podium.ui.label.FleetLabels;
import podium.ui.label.ProtectionLabels;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TextShortener;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/**
 * The bar above the parts: which of several clusters, what the canvas shows, find, the acts on what is selected, and whether the
 * cluster may be changed.
 */
public class CommandBar {
    private static final Duration THROTTLE = Duration.ofMillis(250);
    /** Characters of a cluster's name: those that the clouds give would push the lock out of the window. */
    private static final int LONGEST = 30;

    private static final int LONGEST_PERSON = 40;
    private static final List<FleetAction> SHOWN = List.of(FleetAction.PLACE, FleetAction.DRAIN, FleetAction.UNDO);
    private final FleetService fleet;
    private final FleetSelection selection;
    private final OperationService operations;
    private final FleetActions actions;
    private final ConsoleLocks locks;
    private final ClusterActions clusters;
    private final UiServices services;
    private final FindSession finder;
    private final CommandBarSlot tools;
    private final Map<FleetAction, ToolItem> buttons = new EnumMap<>(FleetAction.class);

    @Inject
    public CommandBar(
            FleetService fleet,
            FleetSelection selection,
            OperationService operations,
            FleetActions actions,
            ConsoleLocks locks,
            ClusterActions clusters,
            UiServices services,
            FindSession finder,
            CommandBarSlot tools) {
        this.fleet = fleet;
        this.selection = selection;
        this.operations = operations;
        this.actions = actions;
        this.locks = locks;
        this.clusters = clusters;
        this.services = services;
        this.finder = finder;
        this.tools = tools;
    }

    /** Adds one control to the parent, as the renderer of the trim expects. */
    @PostConstruct
    public void create(Composite parent) {
        PartToolbar toolbar = new PartToolbar(parent, services.theme());
        TrimMargins.give((GridLayout) toolbar.control().getLayout());
        ClusterChoice choice = new ClusterChoice(toolbar, services.theme(), fleet, selection);
        tools.open(toolbar.within());
        FindField find = new FindField(toolbar, services.theme(), fleet, selection, finder);
        toolbar.control().addListener(SWT.Resize, event -> find.fit(toolbar.control()));
        for (FleetAction action : SHOWN) {
            ToolItem button = toolbar.button(
                    action.icon(), action.words(), action.meaning(), () -> actions.run(action, selection.get()));
            buttons.put(action, button);
        }
        ToolItem lock = toolbar.button(Icon.LOCKED, "", "", this::turnLock);
        Repaint refresh = Repaint.of(toolbar.control(), THROTTLE, () -> {
            refresh(toolbar, choice, lock);
            find.fit(toolbar.control());
        });
        new Subscriptions(toolbar.control())
                .add(selection.listen(selected -> refresh.request()))
                .add(fleet.listen(delta -> refresh.request()))
                .add(operations.listen(operation -> refresh.request()))
                .add(locks.listen(refresh::request))
                .add(actions.listen(refresh::request))
                .add(services.theme().palette().listen(refresh::request));
        refresh(toolbar, choice, lock);
    }

    private void refresh(PartToolbar toolbar, ClusterChoice choice, ToolItem lock) {
        List<EObject> selected = selection.get();
        boolean renamed = rename();
        buttons.forEach((action, button) -> {
            Optional<String> why = actions.whyNot(action, selected);
            button.setEnabled(why.isEmpty());
            String key = action.key().isEmpty() ? "" : " (" + action.key() + ")";
            WidgetText.tip(
                    button,
                    actions.meaning(action)
                            + key
                            + why.map(reason -> "\nNot now: " + reason).orElse(""));
        });
        Optional<Cluster> cluster = cluster();
        boolean locked = cluster.map(locks::isLocked).orElse(true);
        String text = cluster.map(at -> TextShortener.to(LONGEST, FleetLabels.name(at))
                        + (locked ? ": read-only" : ": unlocked")
                        + ProtectionLabels.behind(at))
                .orElse("");
        Optional<String> other = cluster.flatMap(clusters::actsAs)
                .map(as -> ", as " + TextShortener.to(LONGEST_PERSON, SafeText.line(as.toString())));
        text += other.orElse("");
        lock.setEnabled(cluster.isPresent());
        Optional<String> danger = cluster.flatMap(ProtectionLabels::sentence);
        Name tone = locked && other.isEmpty() ? Name.MUTED : Name.WARNING;
        lock.setImage(services.theme()
                .image(locked ? Icon.LOCKED : Icon.UNLOCKED, danger.isPresent() ? Name.CRITICAL : tone));
        WidgetText.tip(
                lock,
                cluster.map(at -> FleetLabels.name(at) + "\n").orElse("")
                        + (locked
                                ? "Unlock the cluster, so that it can be changed"
                                : "Lock the cluster: nothing can be changed")
                        + danger.map(sentence -> "\n" + sentence).orElse(""));
        boolean moved = choice.refresh();
        if (moved || renamed || !WidgetText.shows(lock, text)) {
            WidgetText.set(lock, text);
            toolbar.control().layout(true, true);
        }
    }

    /** True when a button is called something else now. */
    private boolean rename() {
        boolean renamed = false;
        for (Map.Entry<FleetAction, ToolItem> button : buttons.entrySet()) {
            renamed |= WidgetText.set(button.getValue(), actions.words(button.getKey()));
        }
        return renamed;
    }

    private void turnLock() {
        cluster().ifPresent(cluster -> locks.set(cluster, !locks.isLocked(cluster)));
    }

    private Optional<Cluster> cluster() {
        return CurrentCluster.of(selection, fleet);
    }
}
