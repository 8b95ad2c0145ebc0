// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import podium.model.fleet.LinkKind;
import podium.model.fleet.Node;

/**
 * How the accelerators of a node are wired, as their product tells: no API of Kubernetes says it. A value instead of
 * link objects: a node of eight has 28 pairs, a cluster of 5,000 such nodes would have 140,000. What a source measures
 * or reads from the devices is in {@link podium.model.fleet.Cluster#getLinks()} and comes first.
 *
 * @param kind kind of the wire between the devices
 * @param shape which devices it joins
 * @param bytesPerSecond nominal, of one device to all others together, one direction; empty when unknown
 */
public record NodeWiring(LinkKind kind, Shape shape, OptionalDouble bytesPerSecond) {
    private static final double GB = 1e9;

    /**
     * Products without an NVLink connector (NVIDIA product briefs: T4, P4, P40, A2, A10, A16, L4, L40 and L40S, the Ada and
     * RTX PRO workstations, GeForce since Ada). PCIe boards of V100, A100, A30, A40, H100 and H200 have connectors, which
     * may carry bridges or not.
     */
    private static final Pattern WITHOUT_NVLINK = Pattern.compile(
            "(^|[- ])(T4|P4|P40|A2|A10|A10G|A10M|A16|L4|L40|L40S|L20)([- ]|$)|ADA[- ]GENERATION|RTX[- ]PRO|RTX[- ][45]0[5-9]0");

    /** Which devices of the node are joined. */
    public enum Shape {
        /** Only PCIe, through the root complex. */
        NONE,
        /** Each with each, directly. */
        MESH,
        /** Each with each, through switches in the node. */
        SWITCHED,
        /** Each with each, through switches that other nodes of the domain share. */
        SWITCHED_BEYOND,
        /** How, and whether but by PCIe, depends on the board: hybrid cube mesh, bridges that may be there or not. */
        UNKNOWN
    }

    /**
     * The wiring of a node with two or more devices of one product. Nominal rates: NVIDIA data sheets of V100 (6 links
     * of 25 GB/s), A100 (12 of 25), H100 and H200 (18 of 25), B200 and GB200 (18 of 50); AMD CDNA 3 white paper (7 links
     * of 64 GB/s).
     */
    public static NodeWiring of(Node node) {
        int count = node.getAccelerators().size();
        String model = count < 2 || node.getAccelerators().getFirst().getModel() == null
                ? ""
                : node.getAccelerators().getFirst().getModel().toUpperCase(Locale.ROOT);
        boolean socket = !model.contains("PCIE") && !model.contains("NVL");
        if (model.contains("GB200") || model.contains("GB300") || model.contains("GH200")) {
            return nvlink(Shape.SWITCHED_BEYOND, 900);
        }
        if (socket && (model.contains("B200") || model.contains("B300"))) {
            return nvlink(Shape.SWITCHED, 900);
        }
        if (socket && (model.contains("H100") || model.contains("H200") || model.contains("H800"))) {
            return nvlink(count > 4 ? Shape.SWITCHED : Shape.MESH, 450);
        }
        if (model.contains("A100-SXM") || model.contains("A800-SXM")) {
            return nvlink(count > 4 ? Shape.SWITCHED : Shape.MESH, 300);
        }
        if (model.contains("V100-SXM")) {
            return nvlink(count == 16 ? Shape.SWITCHED : Shape.UNKNOWN, 150);
        }
        if (model.contains("MI300") || model.contains("MI325") || model.contains("MI355")) {
            return new NodeWiring(LinkKind.XGMI, Shape.MESH, OptionalDouble.of(448 * GB));
        }
        boolean alone = count < 2 || WITHOUT_NVLINK.matcher(model).find();
        return new NodeWiring(LinkKind.PCIE, alone ? Shape.NONE : Shape.UNKNOWN, OptionalDouble.empty());
    }

    /**
     * Whether any two devices of the node talk without going through PCIe, as far as the product tells; empty: it does not
     * tell.
     */
    public Optional<Boolean> allToAll() {
        return shape == Shape.UNKNOWN
                ? Optional.empty()
                : Optional.of(shape == Shape.MESH || shape == Shape.SWITCHED || shape == Shape.SWITCHED_BEYOND);
    }

    private static NodeWiring nvlink(Shape shape, double gigabytes) {
        return new NodeWiring(LinkKind.NVLINK, shape, OptionalDouble.of(gigabytes * GB));
    }
}
