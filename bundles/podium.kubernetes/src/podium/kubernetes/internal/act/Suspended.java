// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.act;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;
import podium.operation.suspend.SuspendKind;
import podium.kubernetes.internal.json.Trees;

/** The field by which a job is suspended: {@code spec.suspend}, and {@code spec.runPolicy.suspend} of Kubeflow's v1 kinds. */
final class Suspended {
    private static final Duration CONTROLLER = Duration.ofMinutes(10);

    private Suspended() {}

    /** How its kind is suspended; empty: it cannot be. */
    static Optional<SuspendKind> kind(Target job) {
        return SuspendKind.of(job.ref().apiVersion(), job.ref().kind());
    }

    private static List<String> path(Target job) {
        return kind(job).map(SuspendKind::path).orElse(List.of("spec", "suspend"));
    }

    private static String pointer(Target job) {
        return "/" + String.join("/", path(job));
    }

    static boolean is(Target job) {
        return "true".equals(Trees.text(job.object(), pointer(job)));
    }

    static Step.Write write(Target job, boolean suspend) {
        String there = (suspend ? "Suspend " : "Resume ") + job.name();
        String back = (suspend ? "Resume " : "Suspend ") + job.name();
        return new Step.Write(
                job.merge(Target.tree(path(job), value(job, suspend)), there),
                Optional.of(job.merge(Target.tree(path(job), value(job, !suspend)), back)));
    }

    /** What was not there before is taken out again. */
    private static JsonNode value(Target job, boolean suspend) {
        boolean absent = job.object().at(JsonPointer.compile(pointer(job))).isMissingNode();
        return absent && !suspend ? NullNode.getInstance() : BooleanNode.valueOf(suspend);
    }

    /** Waits until somebody, its queue or we, has suspended it. */
    static Step.Await await(Target job) {
        return new Step.Await(
                job.ref(),
                new Expectation.FieldIs(pointer(job), "true"),
                CONTROLLER,
                "Wait until " + job.name() + " is suspended");
    }

    /** Waits until no pod of a batch/v1 Job is active; other kinds tell no such number. */
    static List<Step> idle(Target job) {
        return job.is("batch", "Job")
                ? List.of(new Step.Await(
                        job.ref(),
                        new Expectation.FieldIs("/status/active", "0"),
                        CONTROLLER,
                        "Wait until no pod of " + job.name() + " is active"))
                : List.of();
    }
}
