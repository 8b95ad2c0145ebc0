// SPDX-License-Identifier: Apache-2.0
package podium.core.placement;

import java.util.List;
import podium.model.fleet.Job;
import podium.model.fleet.Task;

/**
 * What is being placed: a whole job, or some tasks of one.
 *
 * @param tasks the tasks picked up; empty: the whole job (which may have no pods yet)
 */
public record Subject(Job job, List<Task> tasks) {
    public Subject {
        tasks = List.copyOf(tasks);
    }

    public boolean wholeJob() {
        return tasks.isEmpty();
    }
}
