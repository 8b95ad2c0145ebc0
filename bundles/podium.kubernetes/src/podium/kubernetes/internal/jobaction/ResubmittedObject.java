// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.KueueNames;
import podium.kubernetes.internal.kind.kubernetes.GangKind;
import podium.kubernetes.internal.kueue.KueueWorkloadReader;
import podium.kubernetes.internal.kueue.QueueMarks;
import podium.kubernetes.internal.plan.ObjectClone;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.texts.Texts;

/** An object as it can be submitted again: what the server and its controllers wrote into it is left out. */
final class ResubmittedObject {
    private ResubmittedObject() {}

    /**
     * The write that makes it again; empty for what a controller or MultiKueue makes itself, for a bare pod, whose node is in its spec,
     * and for a group of them, of which it would make the Workload alone.
     */
    static Optional<ApiWrite> of(JobTarget job) throws IOException {
        boolean sent = job.object().path("metadata").path("labels").has(KueueNames.ORIGIN);
        if (sent
                || job.owner().isPresent()
                || job.ref().isPod()
                || job.as(GangKind.class).isPresent()) {
            return Optional.empty();
        }
        ObjectNode again = ObjectClone.of(job.object());
        job.kinds().of(job.ref()).ifPresent(kind -> kind.forget(again));
        if (KueueFields.has(job)) {
            QueueMarks.strip(
                    again,
                    KueueWorkloadReader.of(job.reader(), job.ref(), job.uid()).map(KueueWorkloadReader.Found::object));
        }
        return Optional.of(PlanSteps.create(job.ref(), again, Texts.of("ResubmittedObject.submitAgain", job.name())));
    }
}
