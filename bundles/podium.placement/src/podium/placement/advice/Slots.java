// SPDX-License-Identifier: Apache-2.0
package podium.placement.advice;

import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EObject;

/**
 * How many jobs of a size would find their GPUs connected. A slot of up to 8 GPUs lies on one node; a larger one on nodes of
 * one domain that are wholly free. Cordoned nodes, nodes that do not report, and those that a taint keeps the usual work off
 * offer none.
 *
 * @param of a cluster, a domain or a node
 * @param devices offered on nodes in service
 * @param free devices free, shares counted by their part
 * @param stranded of those free, the ones that what is usually asked for could not use
 * @param parts parts free of devices that are divided, by profile; they are in no other number
 * @param counts how many slots of each size of {@link #SIZES} there are at once; sizes do not add up
 */
public record Slots(
        EObject of, int devices, double free, double stranded, Map<String, Integer> parts, List<Integer> counts) {
    /** Sizes that are counted, in GPUs. */
    public static final List<Integer> SIZES = List.of(1, 2, 4, 8, 16, 32, 64, 128);

    /** Largest slot that lies on one node. */
    public static final int ON_ONE_NODE = 8;

    public Slots {
        parts = Map.copyOf(parts);
        counts = List.copyOf(counts);
    }

    /** Slots of this size; 0 for a size that is not counted. */
    public int count(int size) {
        int at = SIZES.indexOf(size);
        return at < 0 ? 0 : counts.get(at);
    }
}
