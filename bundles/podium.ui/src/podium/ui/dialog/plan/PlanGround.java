// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.core.api.ObjectRef;
import podium.core.fleet.FleetDelta;
import podium.model.fleet.Job;
import podium.operation.plan.Step;

/**
 * What of the fleet a plan rests on, by name: its nodes, its jobs and their pods. One of the same name elsewhere counts too, since all that
 * follows is one more look.
 */
record PlanGround(Set<String> names) {
    static PlanGround of(List<Step> steps) {
        return new PlanGround(
                steps.stream().flatMap(PlanGround::objects).map(ObjectRef::name).collect(Collectors.toSet()));
    }

    private static Stream<ObjectRef> objects(Step step) {
        return switch (step) {
            case Step.Await await -> Stream.of(await.target());
            case Step.EvictAll evict -> evict.victims().stream().map(Step.Victim::pod);
            default -> Step.writes(List.of(step)).map(write -> write.target());
        };
    }

    /** Whether something of it came, went or changed. */
    boolean isTouched(FleetDelta delta) {
        return delta.nodes().stream().anyMatch(node -> names.contains(node.getName()))
                || delta.jobs().stream().anyMatch(this::has)
                || delta.tasks().stream()
                        .anyMatch(
                                task -> names.contains(task.getName()) || task.getJob() instanceof Job job && has(job));
    }

    private boolean has(Job job) {
        return names.contains(job.getName());
    }
}
