// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.core.retry.PodLossOutcome;
import podium.core.retry.PodLossRule;
import podium.core.retry.UncountedLossRule;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.KindName;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.json.WorkloadShape.Group;
import podium.kubernetes.internal.kind.FixedKind;
import podium.kubernetes.internal.kind.NamedKind;
import podium.kubernetes.internal.kind.SuspendedKind;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.texts.Texts;
import podium.model.value.Condition;
import podium.model.value.WorkKind.Trait;
import podium.operation.plan.Expectation;

/**
 * A SparkApplication: its operator submits a driver pod, which makes the executors and controls them itself (kubeflow
 * spark-operator api/v1beta2/sparkapplication_types.go; internal/controller/sparkapplication/controller.go for its states, among
 * them those of spec.suspend).
 */
public final class SparkApplicationKind extends NamedKind implements FixedKind, SuspendedKind {
    /** On the pods (pkg/common/spark.go). */
    private static final String ROLE = "spark-role";

    private static final Set<String> FAILED = Set.of("FAILED", "SUBMISSION_FAILED");
    private static final Suspension SUSPENSION = new Suspension(
            Suspension.SPEC,
            List.of(Suspension.suspended(new Expectation.FieldIs("/status/applicationState/state", "SUSPENDED"))));

    public SparkApplicationKind() {
        super(
                new KindName("sparkoperator.k8s.io", "v1beta2", "sparkapplications", "SparkApplication"),
                Texts.of("SparkApplicationKind.theSparkOperatorCreates"),
                Trait.ENDS,
                Trait.SUSPENDS);
    }

    @Override
    public WorkloadShape shape(JsonTree object) {
        JsonTree spec = object.at("spec");
        JsonTree scaling = spec.at("dynamicAllocation");
        int executors = spec.at("executor").number("instances", 1);
        if (scaling.flag("enabled")) {
            executors = Math.max(executors, scaling.number("initialExecutors", scaling.number("minExecutors", 0)));
        }
        boolean over = "COMPLETED".equals(state(object)) || "FAILED".equals(state(object));
        List<Group> groups = List.of(
                Group.marked("driver", over ? 0 : 1, SparkPods.template(spec, spec.at("driver")), ROLE),
                Group.marked("executor", over ? 0 : executors, SparkPods.template(spec, spec.at("executor")), ROLE));
        return WorkloadShape.of(spec.flag("suspend"), groups, OptionalInt.empty(), "");
    }

    private static String state(JsonTree object) {
        return object.at("status", "applicationState").text("state");
    }

    /** It tells a state where other kinds tell conditions. */
    @Override
    public List<Condition> ended(JsonTree object) {
        String state = state(object);
        String message = object.at("status", "applicationState").text("errorMessage");
        String since = object.at("status").text("terminationTime");
        List<Condition> ended = new ArrayList<>();
        if ("COMPLETED".equals(state)) {
            ended.add(new Condition("Complete", "True", "", "", since));
        } else if (FAILED.contains(state)) {
            ended.add(new Condition("Failed", "True", state, message, since));
        }
        return ended;
    }

    @Override
    public Optional<PodLossRule> loss(JsonTree object) {
        boolean retried = Set.of("Always", "OnFailure")
                .contains(object.at("spec", "restartPolicy").text("type"));
        return Optional.of(new UncountedLossRule(
                PodLossOutcome.MAY_END,
                retried
                        ? Texts.of("SparkApplicationKind.startsOverWithoutItsDriver")
                        : Texts.of("SparkApplicationKind.aLostExecutorIsRecreated")));
    }

    @Override
    public Suspension suspension(ObjectRef ref, JsonNode owner) {
        return SUSPENSION;
    }

    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return "sparkoperator.k8s.io/app-name=" + ref.name();
    }

    @Override
    public Why why() {
        return new Why(
                Texts.of("SparkApplicationKind.theSparkOperatorCreatesItsPods"),
                Texts.of("SparkApplicationKind.setNodeselectorInSpec"));
    }
}
