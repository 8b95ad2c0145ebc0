// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import podium.core.port.ObjectRef;
import podium.kubernetes.internal.write.Trees;

/** Jobs under Kueue: pinned before they are admitted, or taken back from it first; never changed behind its back. */
final class Queued {
    private static final String QUEUE = "kueue.x-k8s.io/queue-name";
    private static final String PREBUILT = "kueue.x-k8s.io/prebuilt-workload-name";
    private static final String GROUP = "kueue.x-k8s.io";
    private static final List<String> VERSIONS = List.of("v1beta2", "v1beta1");
    /** Label of a Workload: uid of the job it was made of (kueue pkg/controller/constants, JobUIDLabel). */
    private static final String JOB_UID = "kueue.x-k8s.io/job-uid";

    private Queued() {}

    static boolean isQueued(JsonNode object) {
        return object.path("metadata").path("labels").has(QUEUE);
    }

    /** The way to stop what Kueue has admitted. */
    static Stop stop(Asked asked, Suspension suspension) throws IOException, Refusal {
        JsonNode job = asked.job();
        if (job.path("metadata").path("labels").has(PREBUILT)) {
            throw new Refusal(
                    asked.ref().name() + " runs under a Workload that was made for it beforehand, which does not follow"
                            + " its template.",
                    "Place it where that Workload is made.");
        }
        for (String version : VERSIONS) {
            ObjectRef workloads = workload(version, asked.ref().namespace(), "");
            for (JsonNode one : asked.objects().list(workloads, JOB_UID + "=" + Objects.uid(job))) {
                if (controls(job, one) && !Objects.holds(one, "Finished")) {
                    ObjectRef its = workload(version, workloads.namespace(), Trees.text(one, "/metadata/name"));
                    return new Deactivation(asked.ref(), suspension, its);
                }
            }
        }
        throw admitted(asked.ref());
    }

    private static boolean controls(JsonNode job, JsonNode workload) {
        return Objects.uid(job).equals(Objects.controller(workload).path("uid").asText());
    }

    private static ObjectRef workload(String version, String namespace, String name) {
        return new ObjectRef(GROUP, version, "workloads", "Workload", namespace, name);
    }

    static Refusal admitted(ObjectRef ref) {
        return new Refusal(
                ref.name()
                        + " was admitted by Kueue. Changing its template now makes Kueue stop it and forget its"
                        + " admission.",
                "Set spec.active=false on its Workload, place it while it is suspended, then set it to true again.");
    }
}
