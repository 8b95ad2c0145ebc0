// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.List;

/**
 * Tasks of one template among the unlike ones of a job, such as the head of a Ray cluster or its workers.
 *
 * @param name what its owner calls it
 * @param tasks how many it wants now
 * @param marks labels by which its pods are told from others; none: they are told by what they ask for
 */
public record TaskGroup(String name, int tasks, TaskSpec spec, Labels marks) {
    /** Whether a pod with these labels says so itself. */
    boolean marks(Labels labels) {
        return !marks.isEmpty() && labels.containsAll(marks);
    }

    String text() {
        return Parts.join(List.of(name, Integer.toString(tasks), spec.text(), marks.text()));
    }

    static TaskGroup parse(String text) {
        List<String> parts = Parts.split(text, 4);
        return new TaskGroup(
                parts.get(0), Integer.parseInt(parts.get(1)), TaskSpec.parse(parts.get(2)), Labels.parse(parts.get(3)));
    }
}
