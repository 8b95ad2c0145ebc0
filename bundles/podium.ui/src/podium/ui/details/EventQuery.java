// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.emf.ecore.EObject;
import podium.core.api.ApiEvent;
import podium.core.api.ObjectRef;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/**
 * Where the events about a thing are looked for: a collection, its field selector, and which of those are about the thing. Those of a job
 * are also those of its pods and of what makes them, by how controllers name what they make, since the cluster tells there why a job does
 * not run. In the realm.
 */
public record EventQuery(ObjectRef collection, String fieldSelector, Predicate<ApiEvent> about) {
    /** Empty: the cluster keeps no events about such a thing. */
    public static Optional<EventQuery> of(EObject thing) {
        return switch (thing) {
            case Node node ->
                Optional.of(new EventQuery(events(""), "involvedObject.name=" + node.getName(), _ -> true));
            case Task task ->
                Optional.of(
                        new EventQuery(events(task.getNamespace()), "involvedObject.uid=" + task.getUid(), _ -> true));
            case Job job -> Optional.of(new EventQuery(events(job.getNamespace()), "", about(job)));
            default -> Optional.empty();
        };
    }

    private static Predicate<ApiEvent> about(Job job) {
        String name = String.valueOf(job.getName());
        List<String> others = job.getCluster() == null
                ? List.of()
                : job.getCluster().getJobs().stream()
                        .filter(other -> other != job && Objects.equals(other.getNamespace(), job.getNamespace()))
                        .map(other -> String.valueOf(other.getName()))
                        .filter(other -> other.startsWith(name + "-"))
                        .toList();
        return event -> isOf(event.about(), name) && others.stream().noneMatch(other -> isOf(event.about(), other));
    }

    private static boolean isOf(String object, String job) {
        return object.equals(job) || object.startsWith(job + "-");
    }

    private static ObjectRef events(String namespace) {
        return new ObjectRef("", "v1", "events", "Event", namespace, "");
    }
}
