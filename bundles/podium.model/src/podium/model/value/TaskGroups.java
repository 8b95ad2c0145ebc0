// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.List;
import java.util.Optional;

/** The groups of tasks of one job that have different pod templates. */
public record TaskGroups(List<TaskGroup> all) {
    public TaskGroups {
        all = List.copyOf(all);
    }

    /** The group of a pod with these labels and this spec: that which its labels name, else that which asks for the same; empty: none. */
    public Optional<TaskGroup> of(Labels labels, TaskSpec pod) {
        return all.stream().filter(group -> group.marks(labels)).findFirst().or(() -> all.stream()
                .filter(group -> group.spec().requests().equals(pod.requests()))
                .findFirst());
    }

    /** Each group as a text; {@link #parse(String)} reads it back. */
    public String text() {
        return Parts.join(all, TaskGroup::text);
    }

    /** Reads what {@link #text()} wrote. */
    public static TaskGroups parse(String text) {
        return new TaskGroups(Parts.split(text, TaskGroup::parse));
    }
}
