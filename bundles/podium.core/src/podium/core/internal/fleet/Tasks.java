// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.Change.PodSeen;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Task;
import podium.model.value.ControllerRef;

/** The tasks of one cluster, by uid. */
final class Tasks {
    private final Nodes nodes;
    private final Jobs jobs;
    private final AffectedObjects touched;
    private final Map<String, Task> byUid = new HashMap<>();

    Tasks(Nodes nodes, Jobs jobs, AffectedObjects touched) {
        this.nodes = nodes;
        this.jobs = jobs;
        this.touched = touched;
    }

    void seen(PodSeen seen) {
        Task task = byUid.get(seen.uid());
        boolean isNew = task == null;
        if (task == null) {
            task = FleetFactory.INSTANCE.createTask();
            task.setUid(seen.uid());
            task.setNamespace(seen.namespace());
            task.setName(seen.name());
            byUid.put(seen.uid(), task);
        }
        @Nullable
        ControllerRef controller =
                seen.controller().isPresent() ? seen.controller().get() : null;
        boolean rehome = isNew | FeatureSetter.set(task.getController(), controller, task::setController);
        jobs.runsAgain(task, seen.again());
        boolean holds = copyHolding(seen, task);
        boolean changed = copy(seen, task);
        boolean bound = task.getNode() == null
                ? !seen.nodeName().isEmpty()
                : !seen.nodeName().equals(task.getNode().getName());
        if (rehome || holds || bound) {
            nodes.bind(task, seen.nodeName());
            jobs.home(task);
            touched.touch(task);
        } else if (changed) {
            nodes.changed(task);
            jobs.changed(task);
            touched.touch(task);
        }
    }

    /** What controls a pod; empty: nothing, or the pod is not known. */
    Optional<ControllerRef> controller(String uid) {
        return Optional.ofNullable(byUid.get(uid)).flatMap(task -> Optional.ofNullable(task.getController()));
    }

    void gone(String namespace, String name, String uid) {
        Optional<Task> known = uid.isEmpty() ? named(namespace, name) : Optional.ofNullable(byUid.get(uid));
        if (known.isPresent()) {
            Task task = known.get();
            byUid.remove(task.getUid());
            nodes.unbind(task);
            jobs.left(task);
            touched.touch(task);
        }
    }

    private Optional<Task> named(String namespace, String name) {
        return byUid.values().stream()
                .filter(task ->
                        task.getName().equals(name) && task.getNamespace().equals(namespace))
                .findFirst();
    }

    /** What decides which devices it holds and which job it is of. Most events of a pod change none of it. */
    private static boolean copyHolding(PodSeen seen, Task task) {
        boolean changed = FeatureSetter.set(task.getPhase(), seen.phase(), task::setPhase);
        changed |= FeatureSetter.set(task.getSpec(), seen.spec(), task::setSpec);
        return changed | FeatureSetter.set(task.getDeviceIds(), seen.deviceIds(), task::setDeviceIds);
    }

    private static boolean copy(PodSeen seen, Task task) {
        Integer rank = seen.rank().isPresent() ? Integer.valueOf(seen.rank().getAsInt()) : null;
        boolean changed = FeatureSetter.set(task.getLabels(), seen.labels(), task::setLabels);
        changed |= FeatureSetter.setText(task.getReason(), seen.reason(), task::setReason);
        changed |= FeatureSetter.setText(task.getMessage(), seen.message(), task::setMessage);
        changed |= FeatureSetter.set(task.getRank(), rank, task::setRank);
        changed |= FeatureSetter.set(task.isReady(), seen.ready(), task::setReady);
        changed |= FeatureSetter.set(task.isMirror(), seen.mirror(), task::setMirror);
        changed |= FeatureSetter.set(task.getRestarts(), seen.restarts(), task::setRestarts);
        changed |= FeatureSetter.set(task.getCreated(), seen.created(), task::setCreated);
        changed |= FeatureSetter.set(task.getStarted(), seen.started(), task::setStarted);
        changed |= FeatureSetter.set(task.getFailed(), seen.failed(), task::setFailed);
        changed |= FeatureSetter.set(task.getRefused(), seen.refused(), task::setRefused);
        return changed | FeatureSetter.set(task.getDeletion(), seen.deletion(), task::setDeletion);
    }
}
