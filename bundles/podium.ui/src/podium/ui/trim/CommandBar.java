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
import podium.operation.OperationService;
import podium.model.fleet.Cluster;
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

/** The bar above the parts: which of several clusters, what the canvas shows, find, the acts on what is selected, and whether the cluster may be changed. */
public class CommandBar {
    private static final Duration THROTTLE = Duration.ofMillis(250);
    /** Characters of a cluster's name: those that the clouds give would push the lock out of the window. */
    private static final int LONGEST = 30;

    private static final int LONGEST_PERSON = 40;
    private static final List<FleetAction> SHOWN = List.of(FleetAction.PLACE, FleetAction.DRAIN, FleetAction.UNDO);
    private final FleetService fleet;
    private final FleetSelection selection;
    private final OperationService operations;
    private final FleetActions acts;
    private final ConsoleLocks locks;
    private final ClusterActions clusters;
    private final UiServices kit;
    private final FindSession finder;
    private final CommandBarSlot tools;
    private final Map<FleetAction, ToolItem> buttons = new EnumMap<>(FleetAction.class);

    @Inject
    public CommandBar(
            FleetService fleet,
            FleetSelection selection,
            OperationService operations,
            FleetActions acts,
            ConsoleLocks locks,
            ClusterActions clusters,
            UiServices kit,
            FindSession finder,
            CommandBarSlot tools) {
        this.fleet = fleet;
        this.selection = selection;
        this.operations = operations;
        this.acts = acts;
        this.locks = locks;
        this.clusters = clusters;
        this.kit = kit;
        this.finder = finder;
        this.tools = tools;
    }

    /** Adds one control to the parent, as the renderer of the trim expects. */
    @PostConstruct
    public void create(Composite parent) {
        PartToolbar strip = new PartToolbar(parent, kit.look());
        TrimMargins.give((GridLayout) strip.control().getLayout());
        ClusterChoice choice = new ClusterChoice(strip, kit.look(), fleet, selection);
        tools.open(strip.within());
        FindField find = new FindField(strip, fleet, selection, finder);
        strip.control().addListener(SWT.Resize, event -> find.fit(strip.control()));
        for (FleetAction act : SHOWN) {
            ToolItem button =
                    strip.button(act.icon(), act.words(), act.meaning(), () -> acts.run(act, selection.get()));
            buttons.put(act, button);
        }
        ToolItem lock = strip.button(Icon.LOCKED, "", "", this::turnLock);
        Repaint refresh = Repaint.of(strip.control(), THROTTLE, () -> {
            refresh(strip, choice, lock);
            find.fit(strip.control());
        });
        new Subscriptions(strip.control())
                .add(selection.listen(selected -> refresh.request()))
                .add(fleet.listen(delta -> refresh.request()))
                .add(operations.listen(operation -> refresh.request()))
                .add(locks.listen(refresh::request))
                .add(acts.listen(refresh::request))
                .add(kit.look().palette().listen(refresh::request));
        refresh(strip, choice, lock);
    }

    private void refresh(PartToolbar strip, ClusterChoice choice, ToolItem lock) {
        List<EObject> selected = selection.get();
        boolean renamed = rename();
        buttons.forEach((act, button) -> {
            Optional<String> why = acts.whyNot(act, selected);
            button.setEnabled(why.isEmpty());
            String key = act.key().isEmpty() ? "" : " (" + act.key() + ")";
            WidgetText.tip(
                    button,
                    acts.meaning(act)
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
        lock.setImage(
                kit.look().image(locked ? Icon.LOCKED : Icon.UNLOCKED, danger.isPresent() ? Name.CRITICAL : tone));
        WidgetText.tip(
                lock,
                cluster.map(at -> FleetLabels.name(at) + "\n").orElse("")
                        + (locked
                                ? "Unlock the cluster, so that it can be changed"
                                : "Lock the cluster: nothing can be changed")
                        + danger.map(sentence -> "\n" + sentence).orElse(""));
        boolean moved = choice.refresh();
        if (moved || renamed || !WidgetText.shows(lock, text)) {
            WidgetText.words(lock, text);
            strip.control().layout(true, true);
        }
    }

    /** True when a button is called something else now. */
    private boolean rename() {
        boolean renamed = false;
        for (Map.Entry<FleetAction, ToolItem> button : buttons.entrySet()) {
            renamed |= WidgetText.words(button.getValue(), acts.words(button.getKey()));
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
