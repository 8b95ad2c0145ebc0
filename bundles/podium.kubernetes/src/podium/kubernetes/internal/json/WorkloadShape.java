// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a workload object asks for, whatever its kind.
 *
 * @param suspended it is told not to run
 * @param wanted pods it wants now
 * @param minimum least pods that make sense together; empty: not a gang
 * @param template pod template (metadata and spec) of its largest group; an empty tree when it has none
 * @param queue a queue named in the spec; empty when none
 * @param groups pods of more than one template; empty: all are of one
 * @param unread what decides where its pods may run and is not in the object or not read, each as it stands after "depends on"
 */
public record WorkloadShape(
        boolean suspended,
        int wanted,
        OptionalInt minimum,
        JsonTree template,
        String queue,
        List<Group> groups,
        List<String> unread) {
    /**
     * A group of equal pods.
     *
     * @param name what its owner calls it
     * @param marks labels by which its pods are told from others; none: by what they ask for
     */
    public record Group(String name, int pods, JsonTree template, Map<String, String> marks) {
        /** One whose pods have a label. */
        public static Group marked(String name, int pods, JsonTree template, String label) {
            return new Group(name, pods, template, Map.of(label, name));
        }
    }

    public WorkloadShape {
        groups = List.copyOf(groups);
        unread = List.copyOf(unread);
    }

    /** All that decides where its pods may run is read. */
    public WorkloadShape(
            boolean suspended, int wanted, OptionalInt minimum, JsonTree template, String queue, List<Group> groups) {
        this(suspended, wanted, minimum, template, queue, groups, List.of());
    }

    /** All pods are of one template. */
    public WorkloadShape(boolean suspended, int wanted, OptionalInt minimum, JsonTree template, String queue) {
        this(suspended, wanted, minimum, template, queue, List.of());
    }

    /** Pods that know nothing of each other. */
    public static WorkloadShape plain(boolean suspended, int wanted, JsonTree template) {
        return new WorkloadShape(suspended, wanted, OptionalInt.empty(), template, "");
    }

    /** All groups, with the template of the largest. */
    public static WorkloadShape of(boolean suspended, List<Group> groups, OptionalInt minimum, String queue) {
        long total = 0;
        JsonTree template = JsonTree.none();
        int most = 0;
        for (Group group : groups) {
            total += group.pods;
            if (!template.exists() || group.pods > most) {
                template = group.template;
                most = group.pods;
            }
        }
        int wanted = (int) Math.min(total, Integer.MAX_VALUE);
        return new WorkloadShape(suspended, wanted, minimum, template, queue, groups);
    }

    /** The same, where all its pods make sense only together. */
    public WorkloadShape together() {
        OptionalInt all = wanted > 1 ? OptionalInt.of(wanted) : OptionalInt.empty();
        return new WorkloadShape(suspended, wanted, all, template, queue, groups, unread);
    }

    /** The same, where its pods depend on what is not read. */
    public WorkloadShape dependingOn(List<String> what) {
        return new WorkloadShape(suspended, wanted, minimum, template, queue, groups, what);
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
