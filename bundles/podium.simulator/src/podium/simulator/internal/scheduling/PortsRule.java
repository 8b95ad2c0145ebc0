// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

/** A port of the node is had once. Source: plugin nodeports. */
final class PortsRule implements Rule {

    private static final Refusal TAKEN = Refusal.curable("node(s) didn't have free ports for the requested pod ports");

    @Override
    public Check prepare(PodView pod, SchedulerCache cluster) {
        return pod.ports().isEmpty() ? Check.NOTHING : node -> taken(pod, node) ? TAKEN : Refusal.NONE;
    }

    private static boolean taken(PodView pod, NodeState node) {
        for (HostPort wanted : pod.ports()) {
            for (PodView other : node.pods()) {
                if (other.ports().stream().anyMatch(wanted::meets)) {
                    return true;
                }
            }
        }
        return false;
    }
}
