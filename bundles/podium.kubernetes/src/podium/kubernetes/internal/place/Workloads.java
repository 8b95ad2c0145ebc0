// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import podium.core.port.ObjectReader;
import podium.core.port.ObjectRef;
import podium.kubernetes.internal.write.Trees;

/** The Workloads that Kueue makes of jobs (kueue pkg/controller/constants, apis/kueue). Blocks; any thread. */
public final class Workloads {
    private static final String GROUP = "kueue.x-k8s.io";
    private static final List<String> VERSIONS = List.of("v1beta2", "v1beta1");
    /** Label of a Workload: uid of the job it was made of (kueue pkg/controller/constants, JobUIDLabel). */
    private static final String JOB_UID = "kueue.x-k8s.io/job-uid";

    private Workloads() {}

    /** A Workload as it is named and known to the server. */
    public record Found(ObjectRef ref, String uid) {}

    /**
     * The Workload by which Kueue holds the job now: the job controls it, so that nobody else made it up, and it has not finished,
     * as that of a former run has. Empty: there is none, or Kueue is not installed.
     */
    public static Optional<Found> of(ObjectReader reader, ObjectRef job, String uid) throws IOException {
        return of(new Objects(reader), job, uid);
    }

    static Optional<Found> of(Objects objects, ObjectRef job, String uid) throws IOException {
        for (String version : VERSIONS) {
            for (JsonNode one : objects.list(ref(version, job.namespace(), ""), JOB_UID + "=" + uid)) {
                boolean controls =
                        uid.equals(Objects.controller(one).path("uid").asText());
                if (controls && !Objects.holds(one, "Finished")) {
                    return Optional.of(new Found(
                            ref(version, job.namespace(), Trees.text(one, "/metadata/name")), Objects.uid(one)));
                }
            }
        }
        return Optional.empty();
    }

    private static ObjectRef ref(String version, String namespace, String name) {
        return new ObjectRef(GROUP, version, "workloads", "Workload", namespace, name);
    }
}
