// SPDX-License-Identifier: Apache-2.0
package podium.core.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.dra.ClaimAllocation;
import podium.core.dra.ClaimSpec;
import podium.core.dra.ClaimUser;
import podium.core.dra.CounterAmounts;
import podium.core.dra.DeviceId;
import podium.core.dra.NodeReach;
import podium.core.dra.OfferedDevice;
import podium.core.retry.PodLossRule;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.NodeTerm;
import podium.model.value.Requirement;
import podium.model.value.Resources;
import podium.model.value.Taint;
import podium.model.value.Toleration;

/**
 * An object nobody looks at by itself, but which decides where pods may run. Each record is named by its kind in the API.
 */
public sealed interface SchedulingObject {
    /** Empty for what lies in no namespace. */
    default String namespace() {
        return "";
    }

    String name();

    /**
     * A class of priorities.
     *
     * @param never pods of it evict nobody (preemptionPolicy)
     * @param standard pods that name no class are of it (globalDefault)
     */
    record PriorityClass(String name, int value, boolean never, boolean standard) implements SchedulingObject {}

    /** A namespace, for selectors of namespaces. */
    record Namespace(String name, Labels labels) implements SchedulingObject {}

    /**
     * A claim of a volume.
     *
     * @param volume name of the volume it is bound to; empty: unbound
     * @param storageClass empty: none, and only volumes without a class serve it
     * @param bytes what it asks for
     * @param node the scheduler chose for it, where the volume is now being made; empty: none
     * @param ending it is being deleted
     */
    record PersistentVolumeClaim(
            String namespace,
            String name,
            String volume,
            String node,
            String storageClass,
            List<String> accessModes,
            long bytes,
            LabelSelector selector,
            boolean ending)
            implements SchedulingObject {}

    /**
     * A volume.
     *
     * @param nodes from where it can be reached: one of these; empty: from everywhere
     * @param zones labels that nodes with any zone label must have (scheduler plugin VolumeZone)
     * @param claim the claim it is bound to or kept for, as namespace/name; empty: none
     * @param available nobody has it
     */
    record PersistentVolume(
            String name,
            Labels labels,
            String storageClass,
            List<String> accessModes,
            long bytes,
            List<NodeTerm> nodes,
            List<Requirement> zones,
            String claim,
            boolean available)
            implements SchedulingObject {}

    /**
     * A storage class.
     *
     * @param waits volumes are bound when a pod is scheduled (WaitForFirstConsumer)
     * @param provisions volumes are made on demand
     * @param topologies where they can be made: one of these; empty: everywhere
     */
    record StorageClass(String name, boolean waits, boolean provisions, List<NodeTerm> topologies)
            implements SchedulingObject {}

    /**
     * Devices that a DRA driver offers.
     *
     * @param pool the devices of a driver that are published together
     * @param generation of the pool; slices of an older one count no more
     * @param count slices the pool has in this generation
     * @param reach from where its devices can be reached
     * @param counters what devices of the pool share; a slice has these or devices
     */
    record ResourceSlice(
            String name,
            String driver,
            String pool,
            long generation,
            long count,
            NodeReach reach,
            List<OfferedDevice> devices,
            List<CounterAmounts> counters)
            implements SchedulingObject {
        public ResourceSlice {
            devices = List.copyOf(devices);
            counters = List.copyOf(counters);
        }
    }

    /**
     * A class of devices.
     *
     * @param selectors CEL expressions, all of which must hold
     * @param extendedResource resource of pods that its devices serve (KEP-5004); empty: only the implicit one
     */
    record DeviceClass(
            String name,
            List<String> selectors,
            String extendedResource,
            @Nullable Instant created) implements SchedulingObject {
        public DeviceClass {
            selectors = List.copyOf(selectors);
        }
    }

    /**
     * A claim of devices.
     *
     * @param owner uid of the pod it was made for; empty: of none
     * @param podClaim its name in that pod's spec; empty: it has none there
     * @param extended it was made for the pod's extended resources (KEP-5004)
     * @param allocation empty: not allocated
     * @param users those it is reserved for
     * @param ending it is being deleted
     */
    record ResourceClaim(
            String namespace,
            String name,
            String uid,
            String owner,
            String podClaim,
            boolean extended,
            ClaimSpec spec,
            Optional<ClaimAllocation> allocation,
            List<ClaimUser> users,
            boolean ending)
            implements SchedulingObject {
        public ResourceClaim {
            users = List.copyOf(users);
        }
    }

    /** What the claims made for pods ask for. */
    record ResourceClaimTemplate(String namespace, String name, ClaimSpec spec) implements SchedulingObject {}

    /**
     * A taint of devices that an administrator sets (KEP-5055).
     *
     * @param driver empty: of any; likewise pool and device
     */
    record DeviceTaintRule(String name, String driver, String pool, String device, Taint taint)
            implements SchedulingObject {
        /** True when it taints a device. */
        public boolean selects(DeviceId id) {
            return is(device, id.device()) && is(pool, id.pool()) && is(driver, id.driver());
        }

        private static boolean is(String wanted, String name) {
            return wanted.isEmpty() || wanted.equals(name);
        }
    }

    /** Decides how much may run at once, whatever nodes have. */
    sealed interface OfQuota extends SchedulingObject {}

    /**
     * What is granted of one resource on one flavor (kueue apis/kueue/v1beta1/clusterqueue_types.go, ResourceQuota).
     *
     * @param nominal in the unit of the resource
     * @param borrowing most that may be taken from the cohort beyond it; empty: no limit
     * @param lending most of it that the cohort may take; empty: all
     */
    record Granted(String flavor, String resource, long nominal, OptionalLong borrowing, OptionalLong lending) {}

    /**
     * A ClusterQueue of Kueue.
     *
     * @param cohort empty: it neither borrows nor lends
     * @param covered groups of resources that get their flavor together
     * @param used what is reserved of it, by flavor
     * @param namespaces whose jobs it takes
     * @param stopped why it admits nothing; empty: it admits
     * @param preemption whom it evicts for a job that does not fit
     * @param checks that a job waits for once its quota is reserved, before it starts
     */
    record ClusterQueue(
            String name,
            String cohort,
            List<List<String>> covered,
            List<Granted> quotas,
            Map<String, Resources> used,
            LabelSelector namespaces,
            String stopped,
            Preemption preemption,
            List<Check> checks)
            implements OfQuota {
        public ClusterQueue {
            covered = List.copyOf(covered);
            quotas = List.copyOf(quotas);
            used = Map.copyOf(used);
            checks = List.copyOf(checks);
        }

        /** An AdmissionCheck; of jobs that get one of the flavors, of all where none is named. */
        public record Check(String name, List<String> flavors) {}

        /** Begins what stops one that somebody holds. */
        public static final String HOLD = "stopPolicy ";

        /** Whether somebody holds it; else what it refers to is missing where it admits nothing. */
        public boolean held() {
            return stopped.startsWith(HOLD);
        }
    }

    /**
     * Whom a ClusterQueue evicts (kueue apis/kueue/v1beta2/clusterqueue_types.go, ClusterQueuePreemption).
     *
     * @param within of its own workloads
     * @param reclaim of workloads of its cohort whose queue has borrowed
     * @param borrows it may borrow itself while it evicts workloads of the cohort, of lower priority only
     * @param threshold highest priority of those; empty: any lower one
     * @param fair whether Kueue is configured for fair sharing, by which it chooses among the queues of a cohort
     */
    record Preemption(Policy within, Policy reclaim, boolean borrows, OptionalInt threshold, boolean fair) {
        /** Without fair sharing. */
        public Preemption(Policy within, Policy reclaim, boolean borrows, OptionalInt threshold) {
            this(within, reclaim, borrows, threshold, false);
        }

        public static final Preemption NEVER = new Preemption(Policy.NEVER, Policy.NEVER, false, OptionalInt.empty());

        /** Which workloads it may evict. */
        public enum Policy {
            NEVER,
            LOWER_PRIORITY,
            LOWER_OR_NEWER_EQUAL_PRIORITY,
            ANY
        }
    }

    /**
     * A Workload of Kueue: what a job asked of its queue and got.
     *
     * @param owner uid of the job; empty: of none
     * @param job name of the job, or its own where it has none
     * @param clusterQueue in which quota is reserved for it; empty: none is
     * @param priority of its WorkloadPriorityClass or else of its pods
     * @param reserved since when quota is reserved for it
     * @param evicted it has to go already
     * @param used what is reserved for it, by flavor
     * @param selectors node selectors of its templates, as they were before Kueue wrote the labels of a flavor into its pods
     */
    record Workload(
            String namespace,
            String name,
            String owner,
            String job,
            String clusterQueue,
            int priority,
            @Nullable Instant created,
            @Nullable Instant reserved,
            boolean evicted,
            Map<String, Resources> used,
            List<Labels> selectors)
            implements OfQuota {
        public Workload {
            used = Map.copyOf(used);
            selectors = List.copyOf(selectors);
        }
    }

    /** A LocalQueue of Kueue: the door of a namespace to a ClusterQueue. */
    record LocalQueue(String namespace, String name, String clusterQueue, boolean stopped) implements OfQuota {}

    /**
     * A cohort of Kueue that has an object of its own.
     *
     * @param parent empty: it is a root
     * @param quotas that it has beside those of its members
     */
    record Cohort(String name, String parent, List<Granted> quotas) implements OfQuota {
        public Cohort {
            quotas = List.copyOf(quotas);
        }
    }

    /**
     * A flavor of Kueue: the nodes that have all its labels.
     *
     * @param taints that a job must tolerate to get it
     * @param tolerations that a job gets with it
     * @param topology by which Kueue itself assigns nodes to its pods; empty: it does not
     */
    record ResourceFlavor(String name, Labels nodes, List<Taint> taints, List<Toleration> tolerations, String topology)
            implements OfQuota {
        public ResourceFlavor {
            taints = List.copyOf(taints);
            tolerations = List.copyOf(tolerations);
        }
    }

    /**
     * A quota of a namespace.
     *
     * @param hard by the names of quotas: requests.nvidia.com/gpu, limits.cpu, pods, count/jobs.batch ...
     * @param scopes all of which a pod must match; the key is the scope, the values are those of its selector
     */
    record ResourceQuota(String namespace, String name, Resources hard, Resources used, List<Requirement> scopes)
            implements OfQuota {
        public ResourceQuota {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * A PodGroup of Volcano, of KAI or of scheduling.k8s.io.
     *
     * @param owner uid of the job; empty: of none
     * @param queue of Volcano; empty: it is none of Volcano's
     * @param phase Pending until Volcano lets it into its queue; then its pods are made and it is Inqueue, Running ...
     * @param minimum what it must have at least; empty: it asks for nothing and is always let in
     * @param unread what of it decides where its pods may run and is not judged, each as it stands after "depends on"
     */
    record PodGroup(
            String namespace,
            String name,
            String owner,
            String queue,
            String phase,
            Resources minimum,
            List<String> unread)
            implements OfQuota {
        public PodGroup {
            unread = List.copyOf(unread);
        }
    }

    /**
     * A queue of Volcano or KAI.
     *
     * @param parent empty: none
     * @param limit most it may hold; a resource that is not named has no limit
     * @param owed what it can always have: guarantee of Volcano, quota of KAI; KAI gives no more to what cannot be preempted
     * @param used what its pods and those of the queues below hold
     * @param usedForGood the part of it that cannot be preempted, where that is told
     */
    record Queue(
            String name,
            String parent,
            boolean kai,
            Resources limit,
            Resources owed,
            Resources used,
            Resources usedForGood,
            boolean open)
            implements OfQuota {}

    /**
     * What a workload says of pods that it loses. It says nothing of where pods may run.
     *
     * @param name uid of the workload
     * @param owner uid of what controls it; empty: nothing does
     * @param ownerReplaces whether that is of a kind that makes pods anew whatever happens to them
     */
    record Retries(String namespace, String name, String owner, boolean ownerReplaces, PodLossRule rule)
            implements SchedulingObject {}

    /**
     * What the events of a namespace tell of the pods that the controller of a job could not create.
     *
     * @param name uid of the job
     * @param message what the server last refused; empty: nothing
     * @param readable false: the events may not be read
     * @param at when; null: it does not say
     */
    record PodRefusal(
            String namespace,
            String name,
            String message,
            boolean readable,
            @Nullable Instant at) implements OfQuota {}
}
