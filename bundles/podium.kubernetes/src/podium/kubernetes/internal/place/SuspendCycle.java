// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.operation.Expectation;
import podium.core.operation.Step;
import podium.core.port.ApiWrite;
import podium.core.port.ObjectRef;
import podium.kubernetes.internal.write.Trees;

/**
 * Suspend, wait until nothing runs, change the template, resume: how the template of a Job (KEP-2232, KEP-2926) or JobSet becomes
 * mutable.
 *
 * @param resetStart clear status.startTime after the suspension, as Kueue does: servers before 1.36 take the template of a Job for
 *     immutable as long as it is set
 */
record SuspendCycle(ObjectRef ref, JsonNode object, boolean resetStart) {

    /** Suspends and waits until its pods are gone. */
    List<Step> suspend() {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Write(set(true), Optional.of(set(false))));
        steps.add(new Step.Await(
                ref,
                new Expectation.ConditionTrue("Suspended"),
                Writes.CONTROLLER,
                "Wait until " + ref.name() + " is suspended"));
        if (ref.kind().equals("Job")) {
            steps.add(new Step.Await(
                    ref,
                    new Expectation.FieldIs("/status/active", "0"),
                    Writes.CONTROLLER,
                    "Wait until no pod of " + ref.name() + " is active"));
            if (resetStart) {
                steps.add(new Step.Write(clearStart(), Optional.of(clearStart())));
            }
        }
        return steps;
    }

    /** Resumes it. */
    Step.Write resume() {
        return new Step.Write(set(false), Optional.of(set(true)));
    }

    private ApiWrite set(boolean suspended) {
        ObjectNode patch = Trees.object();
        patch.putObject("spec").put("suspend", suspended);
        return Writes.merge(
                ref,
                Objects.uid(object),
                Optional.of(Objects.resourceVersion(object)),
                patch,
                (suspended ? "Suspend " : "Resume ") + ref.name());
    }

    private ApiWrite clearStart() {
        ObjectNode patch = Trees.object();
        patch.putObject("status").putNull("startTime");
        return new ApiWrite(
                ApiWrite.Verb.MERGE_PATCH,
                ref,
                "status",
                Trees.write(patch),
                Optional.of(Objects.uid(object)),
                Optional.empty(),
                "Clear the start time of " + ref.name() + " so that its template may change");
    }
}
