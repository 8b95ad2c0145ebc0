// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import podium.core.api.ObjectRef;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/** Where the events about a thing are looked for: a collection and its field selector. In the realm. */
record EventQuery(ObjectRef collection, String fieldSelector) {
    static Optional<EventQuery> of(EObject thing) {
        return switch (thing) {
            case Node node -> Optional.of(new EventQuery(events(""), "involvedObject.name=" + node.getName()));
            case Task task ->
                Optional.of(new EventQuery(events(task.getNamespace()), "involvedObject.uid=" + task.getUid()));
            case Job job ->
                Optional.of(new EventQuery(events(job.getNamespace()), "involvedObject.uid=" + job.getUid()));
            default -> Optional.empty();
        };
    }

    private static ObjectRef events(String namespace) {
        return new ObjectRef("", "v1", "events", "Event", namespace, "");
    }
}
