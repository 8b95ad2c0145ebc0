// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.text.Counted;
import podium.core.texts.Texts;
import podium.model.fleet.Node;
import podium.model.value.Labels;
import podium.model.value.Resources;

/**
 * A TPU slice of several hosts: all nodes of one node pool, whose chips are wired to one torus and are used by one job or none
 * (cloud.google.com/kubernetes-engine/docs/concepts/tpus, multi-host TPU slice node pool).
 *
 * @param topology chips in each direction: 4x4x4
 */
public record TpuSlice(String pool, String topology, int hosts) {
    public static final String TPU = "google.com/tpu";

    private static final String TOPOLOGY = "cloud.google.com/gke-tpu-topology";
    private static final String POOL = "cloud.google.com/gke-nodepool";
    private static final long MOST = 1 << 20;

    /** The slice that a node is a part of; empty: it is of none, or is a slice by itself. */
    public static Optional<TpuSlice> of(Node node) {
        @Nullable Labels labels = node.getLabels();
        @Nullable Resources capacity = node.getCapacity();
        long here = capacity == null ? 0 : capacity.get(TPU);
        String topology = labels == null ? "" : labels.get(TOPOLOGY).orElse("");
        if (here <= 0 || topology.isEmpty() || labels == null) {
            return Optional.empty();
        }
        long hosts = chips(topology) / here;
        return hosts > 1
                ? Optional.of(new TpuSlice(labels.get(POOL).orElse(""), topology, (int) hosts))
                : Optional.empty();
    }

    private static long chips(String topology) {
        long chips = 1;
        for (String side : topology.split("x")) {
            chips *= side.matches("\\d{1,4}") ? Long.parseLong(side) : 0;
            if (chips > MOST) {
                return 0;
            }
        }
        return chips;
    }

    /** What is to be said of so many tasks of a job on it; empty: they are as many as it takes, or several times so many. */
    public Optional<String> condition(int tasks) {
        return tasks > 0 && tasks % hosts == 0
                ? Optional.empty()
                : Optional.of(Texts.of("TpuSlice.oneOfHostsOf", hosts, topology, Counted.of(tasks, "task")));
    }

    /**
     * How many there are and how many are wholly free: one that is in use in part is free for nobody else. Slices that lie in part
     * outside of these nodes are in no number.
     *
     * @param all slices of this shape
     * @param free those that nobody holds a chip of
     */
    public record Count(int all, int free) {
        /** "2/3 TPU slices free"; empty: there are none. */
        public String words() {
            return all == 0 ? "" : Texts.of("TpuSlice.free", free, all, Counted.noun(all, "TPU slice"));
        }
    }

    /** Slices of several hosts among these nodes. */
    public static Count count(List<Node> nodes) {
        int all = 0;
        int free = 0;
        for (Map.Entry<TpuSlice, List<Node>> slice : slices(nodes).entrySet()) {
            int hosts = slice.getKey().hosts();
            long idle = slice.getValue().stream()
                    .map(Holdings::of)
                    .filter(held -> held.free() == held.total())
                    .count();
            all += slice.getValue().size() / hosts;
            free += slice.getValue().size() % hosts == 0 ? (int) (idle / hosts) : 0;
        }
        return new Count(all, free);
    }

    private static Map<TpuSlice, List<Node>> slices(List<Node> nodes) {
        Map<TpuSlice, List<Node>> slices = new HashMap<>();
        for (Node node : nodes) {
            of(node).ifPresent(slice ->
                    slices.computeIfAbsent(slice, it -> new ArrayList<>()).add(node));
        }
        return slices;
    }

    /** Nodes of slices of which a part is in use or missing: what is free there is of no use to another job. */
    public static Set<Node> broken(List<Node> nodes, Predicate<Node> isFree) {
        Set<Node> broken = new HashSet<>();
        slices(nodes).forEach((slice, hosts) -> {
            if (hosts.stream().filter(isFree).count() % slice.hosts() != 0) {
                broken.addAll(hosts);
            }
        });
        return broken;
    }
}
