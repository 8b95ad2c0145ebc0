// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kueue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import podium.core.api.KueueNames;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.place.pin.ManagedByCheck;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.StopMethod;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.submit.TransferCompiler.Dispatch;

/** Jobs under Kueue: pinned before they are admitted, or taken back from it first; never changed behind its back. */
public final class KueueGuard {

    private KueueGuard() {}

    public static boolean isQueued(JsonNode object) {
        return object.path("metadata").path("labels").has(KueueNames.QUEUE);
    }

    /** The queue that an object names; empty: none. */
    public static String queue(JsonNode object) {
        return object.path("metadata").path("labels").path(KueueNames.QUEUE).asText();
    }

    /** The way to stop what Kueue has admitted. */
    public static StopMethod stop(ResolvedRequest asked, Suspension suspension) throws IOException, Refusal {
        return new Deactivation(
                asked.ref(), suspension, workload(asked, false).orElseThrow(() -> unknown(asked.ref())));
    }

    /** The Workload of a queued job; empty: it waits, and Kueue has not made it yet. */
    public static Optional<KueueWorkloadReader.Found> workload(ResolvedRequest asked, boolean suspended)
            throws IOException, Refusal {
        JsonNode job = asked.job();
        JsonNode labels = job.path("metadata").path("labels");
        MultiKueueReader.refuseReceived(asked.ref().name(), job);
        if (labels.has(KueueNames.PREBUILT)) {
            throw new Refusal(
                    Texts.of("KueueGuard.runsUnderAPrebuilt", asked.ref().name()),
                    Texts.of("KueueGuard.placeItWhereThatWorkload"));
        }
        Optional<KueueWorkloadReader.Found> found =
                KueueWorkloadReader.of(asked.objects(), asked.ref(), ObjectReads.uid(job));
        if (found.isEmpty() && !suspended) {
            throw unknown(asked.ref());
        }
        Optional<Dispatch> dispatch = MultiKueueReader.of(asked.objects().reader(), job, found);
        if (dispatch.isPresent()) {
            throw ManagedByCheck.elsewhere(dispatch.get().why());
        }
        return found;
    }

    private static Refusal unknown(ObjectRef ref) {
        return new Refusal(
                Texts.of("KueueGuard.isInAQueue", ref.name()), Texts.of("KueueGuard.checkKueueItMayNotBeRunning"));
    }
}
