// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.model.fleet.Job;
import podium.operation.job.Kinds;
import podium.operation.plan.Step;

/**
 * A Job that is suspended while its pods leave the node, and resumed. The controller of Jobs takes its finalizer off the pods of a
 * suspended Job before it deletes them, so that none counts as failed (kubernetes pkg/controller/job/job_controller.go, deleteJobPods).
 * The API server writes {@code suspend: false} where a Job says nothing (pkg/apis/batch/v1/defaults.go), so its value can be tested.
 */
record DrainSuspension(ObjectRef ref, String uid) {
    static DrainSuspension of(Job job) {
        return new DrainSuspension(Kinds.ref(job), job.getUid());
    }

    /** Stops the Job; taken back, it runs again: what an aborted drain leaves must not stay stopped. */
    Step.Write suspend() {
        return new Step.Write(write(true), Optional.of(write(false)));
    }

    Step.Write resume() {
        return new Step.Write(write(false), Optional.of(write(false)));
    }

    private ApiWrite write(boolean suspend) {
        String patch = "[{\"op\":\"test\",\"path\":\"/spec/suspend\",\"value\":" + !suspend
                + "},{\"op\":\"replace\",\"path\":\"/spec/suspend\",\"value\":" + suspend + "}]";
        return new ApiWrite(
                ApiWrite.Verb.JSON_PATCH,
                ref,
                "",
                patch,
                Optional.of(uid),
                Optional.empty(),
                (suspend ? "Suspend " : "Resume ") + ref.kind() + " " + ref.namespace() + "/" + ref.name());
    }
}
