// SPDX-License-Identifier: Apache-2.0
package podium.ui.bar;

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
import podium.core.operation.OperationService;
import podium.model.fleet.Cluster;
import podium.ui.act.Act;
import podium.ui.act.Acts;
import podium.ui.act.Locks;
import podium.ui.cluster.ClusterActions;
import podium.ui.find.Finder;
import podium.ui.kit.Icon;
import podium.ui.kit.Kit;
import podium.ui.kit.Palette.Name;
import podium.ui.kit.Put;
import podium.ui.kit.Repaint;
import podium.ui.kit.SafeText;
import podium.ui.kit.Strip;
import podium.ui.kit.Subscriptions;
import podium.ui.select.CurrentCluster;
import podium.ui.select.FleetSelection;
import podium.ui.words.Exposure;
import podium.ui.words.Things;

/** The bar above the parts: which of several clusters, what the canvas shows, find, the acts on what is selected, and whether the cluster may be changed. */
public class CommandBar {
    private static final Duration THROTTLE = Duration.ofMillis(250);
    private static final List<Act> SHOWN = List.of(Act.PLACE, Act.DRAIN, Act.UNDO);
    private final FleetService fleet;
    private final FleetSelection selection;
    private final OperationService operations;
    private final Acts acts;
    private final Locks locks;
    private final ClusterActions clusters;
    private final Kit kit;
    private final Finder finder;
    private final ToolSlot tools;
    private final Map<Act, ToolItem> buttons = new EnumMap<>(Act.class);

    @Inject
    public CommandBar(
            FleetService fleet,
            FleetSelection selection,
            OperationService operations,
            Acts acts,
            Locks locks,
            ClusterActions clusters,
            Kit kit,
            Finder finder,
            ToolSlot tools) {
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
        Strip strip = new Strip(parent, kit.look());
        TrimRoom.give((GridLayout) strip.control().getLayout());
        ClusterChoice choice = new ClusterChoice(strip, kit.look(), fleet, selection);
        tools.open(strip.within());
        FindField find = new FindField(strip, fleet, selection, finder);
        strip.control().addListener(SWT.Resize, event -> find.fit(strip.control()));
        for (Act act : SHOWN) {
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

    private void refresh(Strip strip, ClusterChoice choice, ToolItem lock) {
        List<EObject> selected = selection.get();
        boolean renamed = rename();
        buttons.forEach((act, button) -> {
            Optional<String> why = acts.whyNot(act, selected);
            button.setEnabled(why.isEmpty());
            String key = act.key().isEmpty() ? "" : " (" + act.key() + ")";
            Put.tip(
                    button,
                    acts.meaning(act)
                            + key
                            + why.map(reason -> "\nNot now: " + reason).orElse(""));
        });
        Optional<Cluster> cluster = cluster();
        boolean locked = cluster.map(locks::isLocked).orElse(true);
        String text = cluster.map(at -> Things.name(at) + (locked ? ": read-only" : ": unlocked") + Exposure.behind(at))
                .orElse("");
        Optional<String> other = cluster.flatMap(clusters::actsAs).map(as -> ", as " + SafeText.line(as.toString()));
        text += other.orElse("");
        lock.setEnabled(cluster.isPresent());
        Optional<String> danger = cluster.flatMap(Exposure::sentence);
        Name tone = locked && other.isEmpty() ? Name.MUTED : Name.WARNING;
        lock.setImage(
                kit.look().image(locked ? Icon.LOCKED : Icon.UNLOCKED, danger.isPresent() ? Name.CRITICAL : tone));
        Put.tip(
                lock,
                (locked ? "Unlock the cluster, so that it can be changed" : "Lock the cluster: nothing can be changed")
                        + danger.map(sentence -> "\n" + sentence).orElse(""));
        boolean moved = choice.refresh();
        if (moved || renamed || !Put.shows(lock, text)) {
            Put.words(lock, text);
            strip.control().layout(true, true);
        }
    }

    /** True when a button is called something else now. */
    private boolean rename() {
        boolean renamed = false;
        for (Map.Entry<Act, ToolItem> button : buttons.entrySet()) {
            renamed |= Put.words(button.getValue(), acts.words(button.getKey()));
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
