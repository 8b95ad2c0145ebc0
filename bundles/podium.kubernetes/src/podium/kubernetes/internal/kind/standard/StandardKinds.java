// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.standard;

import java.util.List;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.kind.kubernetes.CronJobKind;
import podium.kubernetes.internal.kind.kubernetes.DaemonSetKind;
import podium.kubernetes.internal.kind.kubernetes.DeploymentKind;
import podium.kubernetes.internal.kind.kubernetes.GangKind;
import podium.kubernetes.internal.kind.kubernetes.JobKind;
import podium.kubernetes.internal.kind.kubernetes.NodeKind;
import podium.kubernetes.internal.kind.kubernetes.PodKind;
import podium.kubernetes.internal.kind.kubernetes.ReplicaSetKind;
import podium.kubernetes.internal.kind.kubernetes.ReplicationControllerKind;
import podium.kubernetes.internal.kind.kubernetes.StatefulSetKind;
import podium.kubernetes.internal.kind.serving.InferenceServiceKind;
import podium.kubernetes.internal.kind.serving.KnativeKind;
import podium.kubernetes.internal.kind.serving.LlmInferenceServiceKind;
import podium.kubernetes.internal.kind.training.AppWrapperKind;
import podium.kubernetes.internal.kind.training.JobFlowKind;
import podium.kubernetes.internal.kind.training.JobSetKind;
import podium.kubernetes.internal.kind.training.JobTemplateKind;
import podium.kubernetes.internal.kind.training.KubeflowKind;
import podium.kubernetes.internal.kind.training.LeaderWorkerSetKind;
import podium.kubernetes.internal.kind.training.RayClusterKind;
import podium.kubernetes.internal.kind.training.RayJobKind;
import podium.kubernetes.internal.kind.training.RayServiceKind;
import podium.kubernetes.internal.kind.training.TrainJobKind;
import podium.kubernetes.internal.kind.training.VolcanoJobKind;
import podium.kubernetes.internal.kind.workflow.CronWorkflowKind;
import podium.kubernetes.internal.kind.workflow.ExperimentKind;
import podium.kubernetes.internal.kind.workflow.NotebookKind;
import podium.kubernetes.internal.kind.workflow.RayCronJobKind;
import podium.kubernetes.internal.kind.workflow.ScheduledSparkApplicationKind;
import podium.kubernetes.internal.kind.workflow.ScheduledWorkflowKind;
import podium.kubernetes.internal.kind.workflow.SparkApplicationKind;
import podium.kubernetes.internal.kind.workflow.TrialKind;
import podium.kubernetes.internal.kind.workflow.VolcanoCronJobKind;
import podium.kubernetes.internal.kind.workflow.WorkflowKind;

/** All kinds of workload that Podium knows: a new kind is one class and its line here. */
public final class StandardKinds {
    private StandardKinds() {}

    /** In the order in which the mirror follows them. */
    public static WorkloadKinds all() {
        return new WorkloadKinds(List.of(
                new DeploymentKind(),
                new ReplicaSetKind(),
                new StatefulSetKind(),
                new DaemonSetKind(),
                new JobKind(),
                new JobSetKind(),
                new TrainJobKind(),
                KubeflowKind.pyTorchJob(),
                KubeflowKind.tfJob(),
                KubeflowKind.jaxJob(),
                KubeflowKind.xgBoostJob(),
                KubeflowKind.paddleJob(),
                KubeflowKind.mpiJob(),
                new NotebookKind(),
                new ExperimentKind(StandardKinds::all),
                new TrialKind(),
                new RayClusterKind(),
                new RayJobKind(),
                new RayServiceKind(),
                new LeaderWorkerSetKind(),
                new VolcanoJobKind(),
                new InferenceServiceKind(),
                new LlmInferenceServiceKind(),
                KnativeKind.service(),
                KnativeKind.configuration(),
                KnativeKind.revision(),
                new JobFlowKind(),
                new WorkflowKind(),
                new AppWrapperKind(StandardKinds::all),
                new SparkApplicationKind(),
                new ScheduledSparkApplicationKind(),
                new PodKind(),
                new NodeKind(),
                new ReplicationControllerKind(),
                new CronJobKind(),
                new JobTemplateKind(),
                new ScheduledWorkflowKind(),
                new CronWorkflowKind(),
                new RayCronJobKind(),
                new VolcanoCronJobKind(),
                GangKind.kueue("v1beta2"),
                GangKind.workload("scheduling.k8s.io", "v1beta1"),
                GangKind.podGroup("scheduling.k8s.io", "v1beta1"),
                GangKind.podGroup("scheduling.volcano.sh", "v1beta1"),
                GangKind.podGroup("scheduling.run.ai", "v2alpha2"),
                GangKind.podGroup("scheduling.x-k8s.io", "v1alpha1")));
    }
}
