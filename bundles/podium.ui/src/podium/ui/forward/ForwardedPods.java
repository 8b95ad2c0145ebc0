// SPDX-License-Identifier: Apache-2.0
package podium.ui.forward;

import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.FleetService;
import podium.core.forward.ForwardTarget;
import podium.model.fleet.Task;
import podium.operation.forward.ForwardService;
import podium.operation.forward.PortForward;
import podium.ui.texts.Texts;

/** The pods that forwards lead to, as the model knows them: a forward itself hears that its pod is gone only at the next connection. */
final class ForwardedPods {
    private final FleetService fleet;
    private final ForwardService forwards;
    private final Map<PortForward, Seen> seen = new WeakHashMap<>();

    /** The pod of a forward while it was there. */
    private record Seen(Task task, String job, boolean recreated) {}

    ForwardedPods(FleetService fleet, ForwardService forwards) {
        this.fleet = fleet;
        this.forwards = forwards;
    }

    /** True when a pod that a forward leads to is among what changed. */
    boolean isTouched(FleetDelta delta) {
        return delta.tasks().stream()
                .anyMatch(task -> forwards.all().stream().anyMatch(forward -> isOf(forward, task)));
    }

    /** Looks at the pods again. */
    void refresh() {
        forwards.all().forEach(forward -> find(forward)
                .ifPresent(task ->
                        seen.put(forward, new Seen(task, task.getJob().getName(), task.getController() != null))));
    }

    /** What happened last to a forward. */
    String words(PortForward forward) {
        Seen last = seen.get(forward);
        if (last == null
                || last.task().getJob() != null
                || !isOf(forward, last.task())
                || !forward.isOpen()
                || forward.isRefusing()) {
            return forward.words();
        }
        ForwardTarget target = forward.target();
        if (target.kind() == ForwardTarget.Kind.SERVICE) {
            return Texts.of("ForwardedPods.podOfServiceIsGone", forward.pod(), target.name());
        }
        return last.recreated()
                ? Texts.of("ForwardedPods.podIsGone", forward.pod(), last.job())
                : Texts.of("ForwardedPods.podIsGoneForGood", forward.pod());
    }

    private Optional<Task> find(PortForward forward) {
        Seen last = seen.get(forward);
        if (last != null && last.task().getJob() != null && isOf(forward, last.task())) {
            return Optional.of(last.task());
        }
        return fleet.cluster(forward.cluster()).stream()
                .flatMap(cluster -> cluster.getJobs().stream())
                .flatMap(job -> job.getTasks().stream())
                .filter(task -> isOf(forward, task))
                .findFirst();
    }

    private static boolean isOf(PortForward forward, Task task) {
        return forward.pod().equals(task.getName())
                && forward.target().namespace().equals(task.getNamespace());
    }
}
