// SPDX-License-Identifier: Apache-2.0
package podium.core.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Protection;
import podium.model.fleet.Readiness;
import podium.model.fleet.TaskPhase;
import podium.model.value.Conditions;
import podium.model.value.ControllerRef;
import podium.model.value.DeviceIds;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.Taints;
import podium.model.value.TaskGroup;
import podium.model.value.TaskSpec;
import podium.model.value.WorkKind;

/**
 * One thing a source saw. A {@code ...Seen} record is the whole state of one object as far as Podium reads it; it
 * replaces what was known before. Instants are null where the object does not say.
 */
public sealed interface Change {

    /**
     * A node was added or changed.
     *
     * @param resourceVersion of what was seen; empty when the source has none
     * @param unschedulable whether it is cordoned
     * @param created null: not told
     * @param kubeletVersion empty when unknown
     * @param address internal IP; empty when unknown
     */
    record NodeSeen(
            String name,
            String uid,
            String resourceVersion,
            Labels labels,
            Taints taints,
            Resources capacity,
            Resources allocatable,
            boolean unschedulable,
            Readiness readiness,
            Conditions conditions,
            @Nullable Instant created,
            String kubeletVersion,
            String address)
            implements Change {}

    /**
     * A pod was added or changed.
     *
     * @param reason short machine word for the phase (e.g. Unschedulable, CrashLoopBackOff), empty when none
     * @param message the same in the cluster's own words
     * @param controller empty: nothing controls it
     * @param nodeName empty while unbound
     * @param ready its condition Ready
     * @param mirror whether it stands for a static pod, which a file on its node runs
     * @param restarts of all its containers
     * @param created null: not told
     * @param started when its first container did; null: none has
     * @param deletion when it is ended at the latest; null: it is not being deleted
     * @param rank from batch.kubernetes.io/job-completion-index, JobSet, LWS, Kubeflow or StatefulSet ordinal
     * @param again since when its containers run again that were held back in a crash loop; null: they run on, or do not run
     * @param failed when a container of it last ended in failure; null: none has, or it is not told
     * @param refused when its scheduler last wrote why it has no node; null: it has one, or that is not told
     */
    record PodSeen(
            String namespace,
            String name,
            String uid,
            Labels labels,
            TaskPhase phase,
            String reason,
            String message,
            Optional<ControllerRef> controller,
            String nodeName,
            TaskSpec spec,
            boolean ready,
            boolean mirror,
            int restarts,
            @Nullable Instant created,
            @Nullable Instant started,
            @Nullable Instant deletion,
            DeviceIds deviceIds,
            OptionalInt rank,
            @Nullable Instant again,
            @Nullable Instant failed,
            @Nullable Instant refused)
            implements Change {}

    /**
     * A workload object was added or changed: Job, Deployment, ReplicaSet, StatefulSet, DaemonSet, JobSet, PyTorchJob ...
     * One whose controller is itself a known workload is not a job of its own, only a link to it; unless what that makes stands alone
     * ({@link WorkKind.Trait#MAKES_JOBS}).
     *
     * @param controller empty: nothing controls it
     * @param suspended whether it is told not to run
     * @param wanted pods it wants now (parallelism, replicas)
     * @param minimum least pods that make sense together; empty: not a gang
     * @param template empty when the pod template is not read
     * @param queueName that it is queued in; empty: none
     * @param priorityClass empty: none is named
     * @param reason why it waits or failed, in words; empty when nothing to say
     * @param managers field managers and GitOps marks
     * @param created null: not told
     * @param started null: it has not
     * @param finished null: it has not
     * @param work what has to be known of its kind
     * @param groups its unlike groups of pods; none where all are of one template
     * @param own the state it tells itself; empty: its pods tell it
     * @param restarts how often all of it was started anew after a failure, where its kind counts that
     */
    record WorkloadSeen(
            String apiVersion,
            String kind,
            String namespace,
            String name,
            String uid,
            Labels labels,
            Optional<ControllerRef> controller,
            boolean suspended,
            int wanted,
            OptionalInt minimum,
            Optional<TaskSpec> template,
            String queueName,
            String priorityClass,
            String reason,
            Conditions conditions,
            Labels managers,
            @Nullable Instant created,
            @Nullable Instant started,
            @Nullable Instant finished,
            WorkKind work,
            List<TaskGroup> groups,
            Optional<OwnState> own,
            int restarts)
            implements Change {
        public WorkloadSeen {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Pods that are scheduled together, as the object that says so tells it: Workload of Kueue; Workload and PodGroup of
     * scheduling.k8s.io; PodGroup of Volcano, KAI and coscheduling. It belongs to the job of its controller, or to that of the pods that
     * name it.
     *
     * @param controller uid empty where the object names its job by kind and name alone
     * @param minimum least pods that make sense together; empty: it sets none
     * @param queueName that it is queued in; empty: none
     * @param priorityClass empty: none is named
     * @param priority the one it is queued by; empty: the object tells a class at most
     * @param reason why it waits, in words, with who says so; empty: it does not
     * @param work what has to be known of its kind
     * @param cluster another cluster, in which its job is to run (MultiKueue); empty: this one
     */
    record GangSeen(
            String apiVersion,
            String kind,
            String namespace,
            String name,
            String uid,
            Optional<ControllerRef> controller,
            OptionalInt minimum,
            String queueName,
            String priorityClass,
            OptionalInt priority,
            String reason,
            WorkKind work,
            String cluster)
            implements Change {}

    /**
     * A PodDisruptionBudget was added or changed.
     *
     * @param disruptionsAllowed evictions it allows now, at least 0
     * @param currentHealthy pods that are healthy
     * @param desiredHealthy pods that have to stay healthy
     * @param expectedPods pods it covers
     * @param generation of its spec
     * @param observedGeneration of the spec that the numbers are about; behind the other: they are old
     * @param alwaysAllowUnhealthy pods that are not healthy may go whatever the numbers are
     */
    record BudgetSeen(
            String namespace,
            String name,
            String uid,
            LabelSelector selector,
            int disruptionsAllowed,
            int currentHealthy,
            int desiredHealthy,
            int expectedPods,
            long generation,
            long observedGeneration,
            boolean alwaysAllowUnhealthy)
            implements Change {}

    /**
     * A queue of Kueue, Volcano or KAI, or a namespace's quota, was added or changed.
     *
     * @param cohort that it lends to and borrows from; empty: none
     * @param quota what it may use
     * @param used what is admitted through it
     * @param pending workloads that wait in it
     * @param admitted workloads it has admitted
     * @param active false: it admits nothing
     */
    record QueueSeen(
            String kind,
            String namespace,
            String name,
            String uid,
            String cohort,
            Resources quota,
            Resources used,
            int pending,
            int admitted,
            boolean active)
            implements Change {}

    /**
     * A priority class was added or changed.
     *
     * @param value the greater, the more important
     * @param globalDefault whether pods without a class get it
     */
    record PriorityClassSeen(String name, String uid, int value, boolean globalDefault) implements Change {}

    /**
     * The devices of a node as one source (ResourceSlice, exporter, NVML) knows them; replaces that source's last word.
     *
     * @param source by which it replaces its own last word, such as the name of the driver
     */
    record DevicesSeen(String nodeName, String source, List<DeviceReport> devices) implements Change {}

    /**
     * Which pods hold which devices of a node, as one source (exporter, kubelet's PodResources) knows it; replaces that
     * source's last word. What the pod's own status tells comes first.
     *
     * @param source by which it replaces its own last word
     */
    record HoldersSeen(String nodeName, String source, List<DeviceHolder> holders) implements Change {}

    /** An object that decides where pods may run was added or changed. */
    record FactSeen(SchedulingObject fact) implements Change {}

    /**
     * The links of a node that were measured; replaces the last measurement of that node.
     *
     * @param links both directions of a link as one, with the worse of the two
     */
    record LinksSeen(String nodeName, List<DeviceLink> links) implements Change {}

    /** An object is gone. Kind as in the {@code ...Seen} records: Node, Pod, Job, PodDisruptionBudget ... */
    record Gone(String kind, String namespace, String name, String uid) implements Change {}

    /**
     * The first list of a kind is complete; before that, absence of an object means nothing.
     *
     * @param count objects that the list had
     */
    record Listed(String kind, int count) implements Change {}

    /**
     * How far the objects of a kind are known has changed.
     *
     * @param resource with its group, as in a role: "poddisruptionbudgets.policy"
     * @param namespace the only one whose objects are known; empty unless {@link SyncState#NARROWED}
     */
    record KindRead(String resource, SyncState reading, String namespace) implements Change {}

    /**
     * The connection changed.
     *
     * @param message why it is not connected; empty: nothing to say
     * @param advice what to do; empty: nothing
     * @param server its address; empty: as before
     * @param version gitVersion of the server; empty: as before
     * @param since when it came to this
     */
    record ConnectionChanged(
            ConnectionState state, String message, String advice, String server, String version, Instant since)
            implements Change {}

    /** How what is sent to the server, and comes from it, is kept from others on the way. Told before anything is sent. */
    record Protected(Protection protection) implements Change {}

    /**
     * How its operator marked the cluster.
     *
     * @param production what is changed in it is asked twice
     * @param color name of the colour; null: none
     */
    record Marked(boolean production, @Nullable String color) implements Change {}

    /** The cluster is shown as something else from now on: another one that is open now has a better right to its name. */
    record Renamed(String name) implements Change {}

    /**
     * Bytes (events, bookmarks) came at this time. At most one a second is sent.
     *
     * @param at when the newest of them came
     * @param eventsPerSecond as they came lately
     */
    record Heard(Instant at, double eventsPerSecond) implements Change {}
}
