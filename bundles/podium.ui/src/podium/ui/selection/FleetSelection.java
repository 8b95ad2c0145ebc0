// SPDX-License-Identifier: Apache-2.0
package podium.ui.selection;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.ui.label.FleetLabels;
import podium.ui.toolkit.Listeners;

/**
 * The selected things of the fleet: clusters, domains, nodes, accelerators, slices, jobs or tasks. One for the whole
 * application, shared by all parts. UI thread.
 */
public final class FleetSelection {
    /** Who selects one thing in order to go to it: where it is drawn it is brought near enough to read. */
    public interface Goes {}

    /** Who goes to what was opened just now: where the whole fleet is seen, it is seen with it. */
    public interface Opens extends Goes {}

    private final Listeners<List<EObject>> listeners = new Listeners<>();
    private List<EObject> selected = List.of();
    private Object source = this;
    private Optional<Cluster> latest = Optional.empty();
    /** What {@link #latest} is known by: the same one may be opened anew. */
    private Optional<ClusterId> meant = Optional.empty();

    private boolean following;
    private final LostThings lost = new LostThings();

    /** What is selected, in the order it was picked; empty: nothing. */
    public List<EObject> get() {
        return selected;
    }

    /** The cluster of what was selected last, also when nothing is any more; empty: nothing was, or it is closed. */
    public Optional<Cluster> latest() {
        return latest.filter(FleetLabels::isThere);
    }

    /** Whether the cluster of what was selected last is closed. */
    public boolean hasLost() {
        return meant.isPresent() && latest().isEmpty();
    }

    /** Who set it last. A listener that finds itself here need not follow. */
    public Object source() {
        return source;
    }

    /**
     * Selects these and tells all listeners, unless they are selected already and nobody {@link Goes goes} there. What left the
     * fleet is left out where that is {@link #follow followed}: a table may show it a moment longer, and be clicked.
     */
    public void set(Object from, List<? extends EObject> selection) {
        List<EObject> next = selection.stream()
                .filter(thing -> !following || FleetLabels.isThere(thing))
                .<EObject>map(thing -> thing)
                .toList();
        if (next.equals(selected) && !(from instanceof Goes && !next.isEmpty())) {
            return;
        }
        if (from != this) {
            lost.forget();
        }
        source = from;
        selected = next;
        next.stream()
                .flatMap(thing -> FleetLabels.cluster(thing).stream())
                .findFirst()
                .ifPresent(cluster -> {
                    latest = Optional.of(cluster);
                    meant = Optional.of(ClusterId.of(cluster));
                });
        listeners.tell(next);
    }

    /**
     * From here on what leaves the fleet leaves the selection with it: nothing can be done with it any more. What left with its
     * cluster is selected again once that is opened anew and has it, unless something else was selected meanwhile. Close the result
     * to end it.
     */
    public AutoCloseable follow(FleetService fleet) {
        AutoCloseable listening = fleet.listen(delta -> {
            latest = latest().or(() -> meant.flatMap(fleet::cluster));
            if (!selected.stream().allMatch(FleetLabels::isThere)) {
                lost.add(LostThings.among(selected));
                set(this, selected);
            }
            List<EObject> back = lost.back(delta);
            if (!back.isEmpty()) {
                set(this, Stream.concat(selected.stream(), back.stream()).toList());
            }
        });
        following = true;
        return () -> {
            following = false;
            listening.close();
        };
    }

    /** Hears of each new selection; close the result to end it. */
    public AutoCloseable listen(Consumer<List<EObject>> listener) {
        return listeners.add(listener);
    }
}
