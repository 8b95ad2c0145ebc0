// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import java.util.List;

/**
 * What a rule has against a node.
 *
 * @param reasons the scheduler's words; empty where the node is fine
 * @param curable whether it could go away with pods that are now there: {@code Unschedulable} in kube-scheduler, and
 *     {@code UnschedulableAndUnresolvable} otherwise
 */
public record FilterStatus(List<String> reasons, boolean curable) {

    /** Nothing against it. */
    public static final FilterStatus NONE = new FilterStatus(List.of(), true);

    /** A refusal that goes away when the right pods leave. */
    public static FilterStatus curable(String reason) {
        return new FilterStatus(List.of(reason), true);
    }

    /** A refusal that no pod's leaving helps against. */
    public static FilterStatus lasting(String reason) {
        return new FilterStatus(List.of(reason), false);
    }

    /** Whether the node is fine. */
    public boolean none() {
        return reasons.isEmpty();
    }
}
