// SPDX-License-Identifier: Apache-2.0
package podium.ui.selection;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.ObjectRef;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.operation.job.JobObjects;

/** Which object of the API stands behind a thing. Secrets are never among them. In the realm. */
public final class ApiObjects {
    private ApiObjects() {}

    /** The object; empty when there is none (an accelerator, a domain, a cluster). */
    public static Optional<ObjectRef> of(EObject thing) {
        return switch (thing) {
            case Node node -> Optional.of(ObjectRef.node(node.getName()));
            case Task task -> Optional.of(ObjectRef.pod(task.getNamespace(), task.getName()));
            case Job job when job.getApiVersion() != null && job.getKind() != null -> Optional.of(JobObjects.ref(job));
            default -> Optional.empty();
        };
    }

    /** The uid of the job or task, after which another one may take its name; empty: it is not known, or the thing is none of these. */
    public static String uid(EObject thing) {
        @Nullable
        String uid = thing instanceof Task task ? task.getUid() : thing instanceof Job job ? job.getUid() : null;
        return uid == null ? "" : uid;
    }
}
