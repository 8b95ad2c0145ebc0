// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

/** Labels, annotations and gates of Kueue (its {@code pkg/controller/constants} and {@code apis/kueue}). */
public final class KueueNames {
    /** Of its API group, and before each of its labels. */
    public static final String GROUP = "kueue.x-k8s.io";
    /** Label of a job: the LocalQueue it waits in. */
    public static final String QUEUE = GROUP + "/queue-name";
    /** Label of a job: its WorkloadPriorityClass. */
    public static final String PRIORITY = GROUP + "/priority-class";
    /** Label of a job whose Workload was made before it. */
    public static final String PREBUILT = GROUP + "/prebuilt-workload-name";
    /** What spec.managedBy, or an admission check, names where MultiKueue decides in which cluster a job runs. */
    public static final String MULTIKUEUE = GROUP + "/multikueue";
    /** Label of a job that MultiKueue made in a worker cluster (kueue apis/kueue/v1beta1/multikueue_types.go, MultiKueueOriginLabel). */
    public static final String ORIGIN = GROUP + "/multikueue-origin";
    /** Label of a Workload: the job it is made for. */
    public static final String JOB_UID = GROUP + "/job-uid";
    /** Label of pods that are one job. */
    public static final String POD_GROUP = GROUP + "/pod-group-name";
    /** Annotation of the Workload of such pods (kueue pkg/controller/jobs/pod/constants/constants.go, IsGroupWorkloadAnnotationKey). */
    public static final String IS_GROUP = GROUP + "/is-group-workload";
    /** Gate of a pod until its job is admitted. */
    public static final String ADMISSION = GROUP + "/admission";
    /** Gate of a pod until nodes are assigned to it. */
    public static final String TOPOLOGY = GROUP + "/topology";
    /** Label of a pod whose node Kueue assigns by topology (kueue apis/kueue/v1alpha1/topology_types.go, TASLabel). */
    public static final String ASSIGNED = GROUP + "/tas";
    /** Annotation of a template: the level that its pods must share. */
    public static final String REQUIRED_TOPOLOGY = GROUP + "/podset-required-topology";
    /** Annotation of a template: the level that its pods should share. */
    public static final String PREFERRED_TOPOLOGY = GROUP + "/podset-preferred-topology";
    /** Annotation of a Job: the least parallelism it may be admitted with. */
    public static final String LEAST_PARALLELISM = GROUP + "/job-min-parallelism";

    private KueueNames() {}
}
