// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.json.Json;

/**
 * What earlier writes of a plan create, and what therefore cannot be tried before: objects in a new namespace, and pods whose
 * admission looks for a service account or a priority class (kube-apiserver plugins ServiceAccount and Priority).
 */
public final class PendingCreations {
    private final Set<String> paths = new HashSet<>();

    /** Remembers what a write creates. */
    public void add(ApiWrite write) {
        if (write.verb() == ApiWrite.Verb.CREATE && write.subresource().isEmpty()) {
            paths.add(write.target().path());
        }
    }

    /** True when the server would refuse a create now only because something earlier is not there yet. */
    public boolean isNeededBy(ApiWrite write) {
        if (paths.isEmpty() || write.verb() != ApiWrite.Verb.CREATE) {
            return false;
        }
        ObjectRef target = write.target();
        return !target.namespace().isEmpty() && has("", "namespaces", "Namespace", "", target.namespace())
                || target.resource().equals("pods")
                        && isAdmittedBy(target, Json.read(write.body()).path("spec"));
    }

    private boolean isAdmittedBy(ObjectRef pod, JsonNode spec) {
        return has(
                        "",
                        "serviceaccounts",
                        "ServiceAccount",
                        pod.namespace(),
                        spec.path("serviceAccountName").asText())
                || has(
                        "scheduling.k8s.io",
                        "priorityclasses",
                        "PriorityClass",
                        "",
                        spec.path("priorityClassName").asText());
    }

    private boolean has(String group, String resource, String kind, String namespace, String name) {
        return !name.isEmpty() && paths.contains(new ObjectRef(group, "v1", resource, kind, namespace, name).path());
    }
}
