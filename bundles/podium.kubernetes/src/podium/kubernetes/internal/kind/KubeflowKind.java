// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import podium.core.api.ObjectRef;
import podium.operation.plan.Expectation;
import podium.operation.suspend.SuspendKind;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.place.pin.Finished;
import podium.kubernetes.internal.place.pin.Managed;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.place.pin.Template;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.internal.plan.Refusal;

/**
 * The jobs of the Kubeflow training operator (v1) and the MPIJob of the MPI operator (v2beta1): spec.*ReplicaSpecs under a
 * runPolicy. Suspended, the operators delete the pods and then set the condition Suspended (training-operator release-1.9
 * pkg/controller.v1/common/job.go, ReconcileJobs; mpi-operator pkg/controller/mpi_job_controller.go, which also takes the template of
 * a resumed launcher Job from the MPIJob). Kueue changes the templates in the same way.
 */
public final class KubeflowKind implements CycleKind {
    private static final Suspension SUSPENSION = new Suspension(
            SuspendKind.RUN_POLICY, List.of(Suspension.suspended(new Expectation.ConditionTrue("Suspended"))));

    @Override
    public boolean is(ObjectRef ref) {
        return ref.group().equals("kubeflow.org")
                && ref.kind().endsWith("Job")
                && !ref.version().equals("v1alpha1");
    }

    @Override
    public Suspension suspension(Asked asked) {
        return SUSPENSION;
    }

    @Override
    public Templates templates(Asked asked) throws Refusal {
        List<Template> templates = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : asked.job().path("spec").properties()) {
            if (field.getKey().endsWith("ReplicaSpecs")) {
                field.getValue()
                        .properties()
                        .forEach(role -> templates.add(Template.at(
                                role.getKey(),
                                "/spec/" + field.getKey() + "/" + role.getKey() + "/template/spec",
                                role.getValue().path("replicas").asInt(1))));
            }
        }
        if (templates.isEmpty()) {
            throw new Refusal(
                    asked.ref().name() + " has no replica specs.", "Look at its YAML: it cannot run as it is.");
        }
        return Templates.in(asked.ref(), asked.job(), templates);
    }

    /** training-operator pkg/apis/kubeflow.org/v1/common_types.go, JobNameLabel; the MPI operator uses the same. */
    @Override
    public String selector(ObjectRef ref, JsonNode owner) {
        return "training.kubeflow.org/job-name=" + ref.name();
    }

    @Override
    public void check(Asked asked) throws Refusal {
        Finished.check(asked, "Succeeded", "Failed");
        boolean mpi = asked.ref().version().startsWith("v2");
        Managed.check(
                asked,
                "/spec/runPolicy/managedBy",
                mpi ? "kubeflow.org/mpi-operator" : "kubeflow.org/training-operator",
                mpi ? "the MPI operator" : "the training operator");
    }
}
