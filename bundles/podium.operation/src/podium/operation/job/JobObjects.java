// SPDX-License-Identifier: Apache-2.0
package podium.operation.job;

import podium.core.api.ObjectRef;
import podium.core.job.JobTraits;
import podium.model.fleet.Job;

/** The object of the API that a job is. */
public final class JobObjects {
    private JobObjects() {}

    /** The job's own object. Of a kind that Podium does not know it has no resource: how its URL is spelled, only the server tells. */
    public static ObjectRef ref(Job job) {
        String version = job.getApiVersion();
        return new ObjectRef(
                ObjectRef.groupOf(version),
                ObjectRef.versionOf(version),
                JobTraits.of(job).resource(),
                job.getKind(),
                job.getNamespace(),
                job.getName());
    }
}
