// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.model;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.NodeTroubleText;
import podium.core.fleet.ProductPowerLimit;
import podium.core.metrics.DeviceKey;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Fleet;
import podium.model.fleet.Node;
import podium.model.fleet.Protection;
import podium.model.fleet.Task;
import podium.ui.label.StateLabels;
import podium.ui.toolkit.Listeners;
import podium.ui.topology.internal.colour.CellStyler;
import podium.ui.topology.internal.colour.CellValues;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.colour.GroupColours;
import podium.ui.topology.internal.colour.NodeVerdicts;
import podium.ui.topology.internal.layout.DrawnView;
import podium.ui.topology.internal.layout.SceneLayout;
import podium.ui.topology.internal.layout.ViewAnchor;
import podium.ui.topology.internal.layout.Viewport;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.scene.SceneStates;

/**
 * What the canvas shows now. It follows the fleet: a change of state refreshes the boxes it touches, a change of structure
 * builds scene and layout anew. Needs no display. In the realm.
 */
public final class TopologyModel {
    /** What changed. */
    public sealed interface Event {
        /**
         * These boxes look different.
         *
         * @param ids numbers in the scene
         * @param fleet true when the fleet changed; false when it is only told otherwise, by readings or counts
         */
        record Boxes(BitSet ids, boolean fleet) implements Event {}

        /** Everything may look different: structure, size, colouring, verdicts. */
        record Everything() implements Event {}

        /** The view was moved or zoomed. */
        record ViewChanged() implements Event {}
    }

    private final Fleet fleet;
    private final Listeners<Event> listeners = new Listeners<>();
    private final Map<Cluster, Connected> connections = new IdentityHashMap<>();
    private final GroupColours colours = new GroupColours();
    private Scene scene;
    private SceneStates states;
    private SceneLayout layout;
    private Viewport view = Viewport.fit(1, 1);
    /** False until the view is moved, and while it is that of what left the fleet and may come back to its place. */
    private boolean moved;

    /**
     * What was seen of clusters that left, until that is seen again or the view is moved.
     *
     * @param clusters their identities
     */
    private record Left(Set<ClusterId> clusters, Viewport view) {}

    private Optional<Left> left = Optional.empty();

    private CellValues readings;
    private double[] memoryBytes = new double[0];
    private double[] powerWatts = new double[0];
    /** The products that {@link #powerWatts} are of. */
    private @Nullable String[] models = new String[0];

    private Optional<NodeVerdicts> verdicts = Optional.empty();
    private SlotCounts slots = SlotCounts.NONE;
    private Function<Node, Optional<String>> protection = node -> Optional.empty();
    private Function<Node, Set<Integer>> suspects = NodeTroubleText::named;
    private Set<DeviceKey> broken = Set.of();

    /** A stage of this fleet as it is now, one pixel large. */
    public TopologyModel(Fleet fleet) {
        this.fleet = fleet;
        scene = Scene.of(fleet);
        states = new SceneStates(scene);
        layout = SceneLayout.of(scene, 1, 1);
        readings = CellValues.none(ColourBy.HOLDING, scene.cells().size());
        remember();
    }

    public Scene scene() {
        return scene;
    }

    public SceneStates states() {
        return states;
    }

    public SceneLayout layout() {
        return layout;
    }

    public Viewport view() {
        return view;
    }

    public CellValues readings() {
        return readings;
    }

    /**
     * What the value of each cell is a part of in a colouring: memory in bytes, board power in watts. By cell number; NaN
     * where unknown. Not to be changed.
     */
    public double[] bounds(ColourBy by) {
        return by == ColourBy.POWER ? powerWatts : memoryBytes;
    }

    public CellStyler styles() {
        return new CellStyler(states, readings, colours);
    }

    /** What the nodes answer while something is dragged. */
    public Optional<NodeVerdicts> verdicts() {
        return verdicts;
    }

    /** How many slots each cluster and domain has. */
    public SlotCounts slots() {
        return slots;
    }

    /** Shows other numbers of slots; only boxes of which they say something else are painted anew. */
    public void slots(SlotCounts next) {
        SlotCounts before = slots;
        slots = next;
        BitSet changed = new BitSet();
        scene.boxes().stream()
                .filter(box -> !box.isNode() && next.differs(before, box.subject()))
                .forEach(box -> changed.set(box.id()));
        if (!changed.isEmpty()) {
            listeners.tell(new Event.Boxes(changed, false));
        }
    }

    /** Which rule of the operator protects a node; empty: none does. */
    public Optional<String> protection(Node node) {
        return protection.apply(node);
    }

    /** What points at single devices as broken, by their indices. */
    public void suspect(Function<Node, Set<Integer>> next) {
        suspects = next;
        states = states(scene);
    }

    private SceneStates states(Scene of) {
        SceneStates made = new SceneStates(of, suspects);
        made.protect(node -> protection.apply(node).isPresent());
        made.broken(broken);
        return made;
    }

    /** Shows which devices are broken by what is measured of them. */
    public void broken(Set<DeviceKey> next) {
        broken = next;
        BitSet changed = states.broken(broken);
        if (!changed.isEmpty()) {
            listeners.tell(new Event.Boxes(changed, true));
        }
    }

    /** Shows what other rules protect. */
    public void protect(Function<Node, Optional<String>> next) {
        protection = next;
        BitSet changed = states.protect(node -> next.apply(node).isPresent());
        if (!changed.isEmpty()) {
            listeners.tell(new Event.Boxes(changed, false));
        }
    }

    /** Hears of each change; close the result to end it. */
    public AutoCloseable listen(Consumer<Event> listener) {
        return listeners.add(listener);
    }

    /** True when the change can be shown without building the scene anew. */
    public boolean fits(FleetDelta delta) {
        return !delta.structure()
                && delta.nodes().stream().allMatch(node -> node.getCluster() != null && scene.matches(node));
    }

    /** Shows a change that {@link #fits(FleetDelta)}. */
    public void refresh(FleetDelta delta) {
        Set<Node> nodes = new LinkedHashSet<>(delta.nodes());
        for (Task task : delta.tasks()) {
            if (task.getNode() != null) {
                nodes.add(task.getNode());
            }
        }
        delta.clusters().stream().filter(this::isListingAnew).forEach(cluster -> nodes.addAll(cluster.getNodes()));
        refresh(nodes);
        if (delta.clusters().stream().anyMatch(cluster -> !shown(cluster).equals(connections.get(cluster)))) {
            remember();
            listeners.tell(new Event.Everything());
        }
    }

    /** With the pods of a cluster it gets known which of its devices are free. */
    private boolean isListingAnew(Cluster cluster) {
        @Nullable Connected before = connections.get(cluster);
        return before != null && before.listing() != StateLabels.isListing(cluster);
    }

    private void refresh(Collection<Node> nodes) {
        BitSet changed = states.refresh(nodes);
        nodes.forEach(node -> scene.box(node).ifPresent(box -> scene.cells(box).forEach(this::bound)));
        // A new holder of the same devices changes no number, but it changes the name that is written there.
        nodes.forEach(node -> scene.box(node).ifPresent(box -> changed.set(box.id())));
        if (!changed.isEmpty()) {
            listeners.tell(new Event.Boxes(changed, true));
        }
    }

    /** Builds scene and layout anew. */
    public void rebuild() {
        rebuild(Optional.empty());
    }

    /**
     * Builds scene and layout anew. What is looked at stays where it is in the view, once the view was moved. When it left with its
     * cluster, the whole fleet is seen, until the cluster is opened anew.
     *
     * @param eye the node that is looked at, where it is in view; else it is what is in the middle
     */
    public void rebuild(Optional<EObject> eye) {
        Optional<ViewAnchor> anchor = moved ? ViewAnchor.of(layout, view, eye) : Optional.empty();
        Set<ClusterId> before = clusters();
        scene = Scene.of(fleet);
        states = states(scene);
        layout = SceneLayout.of(scene, view.width(), view.height());
        Optional<Viewport> kept = anchor.flatMap(at -> at.in(layout));
        moved = anchor.isEmpty() ? moved : kept.isPresent();
        view = kept.orElse(view);
        before.removeAll(clusters());
        if (!before.isEmpty() && kept.isEmpty() && !view.isFit()) {
            left = Optional.of(new Left(before, view));
            view = Viewport.fit(view.width(), view.height());
        } else if (left.filter(it -> !Collections.disjoint(it.clusters(), clusters()))
                .isPresent()) {
            view = left.get().view().resized(view.width(), view.height());
            left = Optional.empty();
        }
        readings = CellValues.none(readings.by(), scene.cells().size());
        verdicts = Optional.empty();
        remember();
        listeners.tell(new Event.Everything());
    }

    private Set<ClusterId> clusters() {
        return scene.clusters().stream().map(box -> ClusterId.of(box.cluster())).collect(Collectors.toSet());
    }

    /** The canvas has this size now, in pixels. */
    public void resize(int width, int height) {
        if (width != view.width() || height != view.height()) {
            view = view.isFit() ? Viewport.fit(width, height) : view.resized(width, height);
            layout = SceneLayout.of(scene, view.width(), view.height());
            listeners.tell(new Event.Everything());
        }
    }

    /** Shows another view, or the nearest one in which a cell or the name of a node is seen. */
    public void show(Viewport wanted) {
        Viewport next = DrawnView.near(layout, wanted);
        if (!next.equals(view)) {
            view = next;
            moved = true;
            left = Optional.empty();
            listeners.tell(new Event.ViewChanged());
        }
    }

    /** Colours by something else; readings come later. */
    public void colourBy(ColourBy by) {
        if (by != readings.by()) {
            readings = CellValues.none(by, scene.cells().size());
            listeners.tell(new Event.Everything());
        }
    }

    /** Takes new readings, unless they are for another colouring or another scene. */
    public void take(CellValues next) {
        if (next.by() != readings.by() || next.values().length != scene.cells().size()) {
            return;
        }
        CellValues before = readings;
        readings = next;
        BitSet changed = new BitSet();
        for (int i = 0; i < next.values().length; i++) {
            boolean same = Float.compare(next.values()[i], before.values()[i]) == 0
                    && before.isStale(scene.cells().get(i))
                            == next.isStale(scene.cells().get(i));
            if (!same) {
                changed.set(scene.cells().get(i).node().id());
            }
        }
        if (!changed.isEmpty() || !before.isTaken()) { // that nothing is known is news too
            listeners.tell(new Event.Boxes(changed, false));
        }
    }

    /** Shows what the nodes answer to a drag; empty: no drag. */
    public void answer(Optional<NodeVerdicts> next) {
        Optional<NodeVerdicts> before = verdicts;
        verdicts = next;
        BitSet changed = before.isPresent() && next.isPresent()
                ? next.get().changed(before.get())
                : next.or(() -> before).map(NodeVerdicts::lit).orElseGet(BitSet::new);
        if (!changed.isEmpty() || before.isPresent() != next.isPresent()) {
            listeners.tell(new Event.Boxes(changed, false));
        }
    }

    /** True when what the nodes answered to a drag may not hold any more after this. */
    public boolean outdates(Event event) {
        return switch (event) {
            case Event.Boxes boxes -> boxes.fleet();
            case Event.Everything _ -> verdicts.isEmpty();
            case Event.ViewChanged _ -> false;
        };
    }

    /** What of a cluster's connection is drawn. */
    private record Connected(ConnectionState state, Protection protection, boolean production, boolean listing) {}

    private static Connected shown(Cluster cluster) {
        return new Connected(
                cluster.getConnection(),
                cluster.getProtection(),
                cluster.isProduction(),
                StateLabels.isListing(cluster));
    }

    private void remember() {
        connections.clear();
        scene.clusters().forEach(box -> connections.put(box.cluster(), shown(box.cluster())));
        models = new String[scene.cells().size()];
        powerWatts = new double[models.length];
        memoryBytes = new double[models.length];
        scene.cells().forEach(this::bound);
    }

    /** Takes what the values of a cell are parts of: a source may tell its product and memory at any time. */
    private void bound(Cell cell) {
        Long bytes = cell.accelerator().getMemoryBytes();
        memoryBytes[cell.id()] = bytes == null ? Double.NaN : bytes;
        String model = Objects.toString(cell.accelerator().getModel(), "");
        if (!model.equals(models[cell.id()])) {
            models[cell.id()] = model;
            powerWatts[cell.id()] = ProductPowerLimit.of(model).orElse(Double.NaN);
        }
    }
}
