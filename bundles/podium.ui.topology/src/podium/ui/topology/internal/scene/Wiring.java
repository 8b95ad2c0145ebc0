// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.scene;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Health;
import podium.model.fleet.Link;
import podium.model.fleet.LinkKind;

/**
 * How the devices of a node are wired.
 *
 * @param pairs direct links between two devices of the node; of PCIe those in trouble only
 * @param onSwitch devices joined by a switch: places on the node
 * @param slowHost devices whose link to the memory of the node is slower than it should be: places on the node
 * @param words what it is, e.g. "NVSwitch"
 * @param told true when a source told the links, false when they follow from the product
 */
public record Wiring(List<Pair> pairs, Set<Integer> onSwitch, Set<Integer> slowHost, String words, boolean told) {
    /** Nothing is known of the wires. */
    public static final Wiring UNKNOWN = new Wiring(List.of(), Set.of(), Set.of(), "", false);

    /** A link between the devices at two places of the node. */
    public record Pair(int from, int to, LinkKind kind, Health health) {
        /** True when nothing is wrong with it, as far as is known. */
        public boolean isWell() {
            return health == Health.HEALTHY || health == Health.UNKNOWN;
        }
    }

    /** The wiring of a node as far as any source or the product tells. In the realm. */
    public static Wiring of(Scene scene, Box node) {
        List<Cell> cells = scene.cells(node);
        Cluster cluster = node.cluster();
        return cluster.getLinks().isEmpty() ? byProduct(cells) : told(scene, node, cluster);
    }

    private static Wiring told(Scene scene, Box node, Cluster cluster) {
        List<Pair> pairs = new ArrayList<>();
        Set<Integer> onSwitch = new HashSet<>();
        Set<Integer> slowHost = new HashSet<>();
        for (Link link : cluster.getLinks()) {
            Optional<Integer> from = place(scene, node, link.getFrom());
            Optional<Integer> to = place(scene, node, link.getTo());
            if (from.isPresent() && to.isPresent()) {
                pairs.add(new Pair(from.get(), to.get(), link.getKind(), link.getHealth()));
            } else if (from.isPresent() && link.getTo() == node.subject()) {
                if (link.getHealth() == Health.DEGRADED || link.getHealth() == Health.FAILED) {
                    slowHost.add(from.get());
                }
            } else if (from.isPresent() && link.getKind() != LinkKind.NETWORK) {
                onSwitch.add(from.get());
            } else if (to.isPresent() && link.getKind() != LinkKind.NETWORK) {
                onSwitch.add(to.get());
            }
        }
        pairs.removeIf(pair -> pair.kind() == LinkKind.PCIE && pair.isWell());
        int all = node.cells();
        long direct =
                pairs.stream().filter(pair -> pair.kind() != LinkKind.PCIE).count();
        if (direct == 0 && onSwitch.isEmpty()) {
            Wiring product = byProduct(scene.cells(node));
            return new Wiring(List.copyOf(pairs), product.onSwitch, Set.copyOf(slowHost), product.words, false);
        }
        if (all > 4 && direct >= all * (all - 1) / 2) {
            for (int place = 0; place < all; place++) {
                onSwitch.add(place);
            }
            pairs.removeIf(Pair::isWell);
        }
        return new Wiring(
                List.copyOf(pairs),
                Set.copyOf(onSwitch),
                Set.copyOf(slowHost),
                onSwitch.isEmpty() ? "NVLink" : "NVSwitch",
                true);
    }

    private static Optional<Integer> place(Scene scene, Box node, Object end) {
        return end instanceof Accelerator device
                ? scene.cell(device).filter(cell -> cell.node() == node).map(Cell::place)
                : Optional.empty();
    }

    /**
     * Boards whose GPUs always hang on NVSwitches: HGX and DGX with eight or more SXM modules (A100 SXM4, H100, H200 and
     * B200 are named with HBM, the PCIe cards with PCIe or NVL), and the GB200 and GB300 trays (NVIDIA product guides).
     */
    private static Wiring byProduct(List<Cell> cells) {
        Set<Integer> all = new HashSet<>();
        for (Cell cell : cells) {
            String model = cell.accelerator().getModel();
            if (model == null || !isSwitched(model.toUpperCase(Locale.ROOT), cells.size())) {
                return UNKNOWN;
            }
            all.add(cell.place());
        }
        return all.isEmpty() ? UNKNOWN : new Wiring(List.of(), Set.copyOf(all), Set.of(), "NVSwitch", false);
    }

    private static boolean isSwitched(String model, int devices) {
        if (model.contains("GB200") || model.contains("GB300")) {
            return true;
        }
        boolean module =
                model.contains("SXM") || model.contains("HBM") || model.contains("B200") || model.contains("B300");
        return devices >= 8 && module && !model.contains("PCIE") && !model.contains("NVL");
    }
}
