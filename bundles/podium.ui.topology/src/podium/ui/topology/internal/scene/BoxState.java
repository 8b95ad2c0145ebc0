// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.scene;

import podium.core.fleet.Holdings;
import podium.core.fleet.NodeTaints;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;

/**
 * What is known of a box: that of a node, or the sum over the nodes under it.
 *
 * @param holdings accelerators by what is known of them
 * @param nodes nodes under the box; 1 for a node
 * @param cordoned of them, taken out of service by choice
 * @param notReady of them, whose kubelet says it is not ready
 * @param silent of them, whose kubelet stopped reporting
 * @param tainted of them, with a taint that keeps the usual work off
 */
public record BoxState(Holdings holdings, int nodes, int cordoned, int notReady, int silent, int tainted) {
    /** Nothing under it. */
    public static final BoxState NONE = new BoxState(Holdings.NONE, 0, 0, 0, 0, 0);

    /** State of one node. In the realm. */
    public static BoxState of(Node node) {
        Readiness readiness = node.getReadiness();
        return new BoxState(
                Holdings.of(node),
                1,
                node.isUnschedulable() ? 1 : 0,
                readiness == Readiness.NOT_READY ? 1 : 0,
                readiness == Readiness.UNKNOWN ? 1 : 0,
                NodeTaints.keepingOff(node).isPresent() ? 1 : 0);
    }

    /** The same before the pods of its cluster are known: what nobody is known to hold may be held. */
    BoxState beforePods() {
        int open = holdings.total() - holdings.held() - holdings.failed();
        Holdings known =
                new Holdings(holdings.total(), holdings.held(), 0, 0, holdings.failed(), open, 0, holdings.withheld());
        return new BoxState(known, nodes, cordoned, notReady, silent, tainted);
    }

    /** The same where of those that are not offered some have failed, by what is measured of them. */
    BoxState withFailed(int more) {
        Holdings of = holdings;
        int failed = Math.min(more, of.withheld());
        Holdings known = new Holdings(
                of.total(),
                of.held(),
                of.free(),
                of.tainted(),
                of.failed() + failed,
                of.unknown(),
                of.cordoned(),
                of.withheld() - failed);
        return new BoxState(known, nodes, cordoned, notReady, silent, tainted);
    }

    public BoxState plus(BoxState other) {
        return new BoxState(
                holdings.plus(other.holdings),
                nodes + other.nodes,
                cordoned + other.cordoned,
                notReady + other.notReady,
                silent + other.silent,
                tainted + other.tainted);
    }
}
