// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.placement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import podium.core.change.Fact.ResourceSlice;
import podium.core.fleet.GpuShares;
import podium.model.fleet.Node;

/**
 * Extended resources that no device plugin offers, but a DRA driver may: a DeviceClass can name one (extendedResourceName),
 * or a pod names the class itself as {@code deviceclass.resource.kubernetes.io/NAME} (KEP-5004). Device classes and what
 * is left of their devices are not read here, so a node whose slices could serve the resource is neither refused nor taken
 * for sure. Where any node of the cluster offers the resource by a device plugin, that is how it is served everywhere: a
 * cluster in the middle of a change from the one to the other is judged by its device plugins.
 */
final class DraCheck {
    /** How its words begin. */
    static final String BEGIN = "DRA serves ";

    private static final String CLASS_PREFIX = "deviceclass.resource.kubernetes.io/";

    private final boolean[] possible;
    private final Set<String> nodes = new HashSet<>();
    private boolean anywhere;

    DraCheck(Probe probe, ClusterIndex index, int[] columns) {
        possible = new boolean[columns.length];
        boolean any = false;
        for (int i = 0; i < columns.length; i++) {
            possible[i] = extended(probe.resources[i]) && !index.offered(columns[i]);
            any |= possible[i];
        }
        for (ResourceSlice slice : any ? index.facts().all(ResourceSlice.class) : List.<ResourceSlice>of()) {
            anywhere |= slice.node().isEmpty();
            nodes.add(slice.node());
        }
    }

    /** Whether the resource at this place of the probe may be served on a node by DRA. */
    boolean maybe(int resource, Node node) {
        return possible[resource] && (anywhere || nodes.contains(node.getName()));
    }

    static String words(String resource, long amount) {
        String asked = Amounts.words(resource, amount);
        return BEGIN + "its " + (asked.endsWith(resource) ? asked : asked + " (" + resource + ")")
                + " there: no node offers them by a device plugin, and device classes are not known here";
    }

    /** IsDRAExtendedResourceName of kubernetes/pkg/scheduler/util: neither native nor a quota's; nor a share of a GPU. */
    private static boolean extended(String resource) {
        return resource.startsWith(CLASS_PREFIX)
                || resource.indexOf('/') > 0
                        && !resource.contains("kubernetes.io/")
                        && !resource.startsWith("requests.")
                        && !GpuShares.judgedByDevice(resource);
    }
}
