// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a workload object asks for, whatever its kind.
 *
 * @param suspended it is told not to run
 * @param wanted pods it wants now
 * @param minimum least pods that make sense together; empty: not a gang
 * @param template pod template (metadata and spec) of its largest group; an empty tree when it has none
 * @param queue a queue named in the spec; empty when none
 */
public record WorkloadShape(boolean suspended, int wanted, OptionalInt minimum, JsonTree template, String queue) {
    /** A group of equal pods. */
    public record Group(int pods, JsonTree template) {}

    /** Pods that know nothing of each other. */
    public static WorkloadShape plain(boolean suspended, int wanted, JsonTree template) {
        return new WorkloadShape(suspended, wanted, OptionalInt.empty(), template, "");
    }

    /** All groups, with the template of the largest. */
    public static WorkloadShape of(boolean suspended, List<Group> groups, OptionalInt minimum, String queue) {
        long total = 0;
        Group largest = new Group(0, JsonTree.none());
        for (Group group : groups) {
            total += group.pods;
            if (!largest.template.exists() || group.pods > largest.pods) {
                largest = group;
            }
        }
        int wanted = (int) Math.min(total, Integer.MAX_VALUE);
        return new WorkloadShape(suspended, wanted, minimum, largest.template, queue);
    }

    /** The same, where all its pods make sense only together. */
    public WorkloadShape together() {
        OptionalInt all = wanted > 1 ? OptionalInt.of(wanted) : OptionalInt.empty();
        return new WorkloadShape(suspended, wanted, all, template, queue);
    }

    /** The product, at most the largest int: custom resources are not bounded by every server. */
    public static int times(int one, int other) {
        return (int) Math.clamp((long) one * other, 0, Integer.MAX_VALUE);
    }

    /** True when the pods of a template can find each other by name. */
    public static boolean speaks(JsonTree template) {
        return !template.at("spec").text("subdomain").isEmpty();
    }
}
