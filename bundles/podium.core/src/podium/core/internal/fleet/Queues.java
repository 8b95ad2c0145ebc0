// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.Change.PriorityClassSeen;
import podium.core.change.Change.QueueSeen;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Queue;

/** Queues and priority classes of one cluster, and which jobs wait for which queue to be known. */
final class Queues {
    private record Key(String namespace, String name) {}

    /** Kinds that a job may name, the first of a name first. A quota of its namespace is no queue. */
    private static final List<String> KINDS = List.of("LocalQueue", "Queue", "ClusterQueue");

    private final Cluster cluster;
    private final AffectedObjects touched;
    private final Map<String, Queue> byIdentity = new HashMap<>();
    private final Map<Key, Set<Job>> named = new HashMap<>();
    private final Map<Job, Key> keyOf = new HashMap<>();
    private final Map<String, PriorityClassSeen> priorities = new HashMap<>();

    Queues(Cluster cluster, AffectedObjects touched) {
        this.cluster = cluster;
        this.touched = touched;
    }

    void seen(QueueSeen seen) {
        String identity = identity(seen.kind(), seen.namespace(), seen.name());
        Queue queue = byIdentity.get(identity);
        if (queue == null) {
            queue = FleetFactory.INSTANCE.createQueue();
            queue.setName(seen.name());
            queue.setNamespace(seen.namespace());
            queue.setKind(seen.kind());
            byIdentity.put(identity, queue);
            cluster.getQueues().add(queue);
            relink(seen.name());
        }
        copy(seen, queue);
    }

    void gone(String kind, String namespace, String name, String uid) {
        String identity = identity(kind, namespace, name);
        @Nullable Queue queue = byIdentity.get(identity);
        if (queue == null || (!uid.isEmpty() && queue.getUid() != null && !uid.equals(queue.getUid()))) {
            return;
        }
        byIdentity.remove(identity);
        cluster.getQueues().remove(queue);
        touched.touch(cluster);
        relink(name);
        queue.getJobs().clear();
    }

    /** Ties the job to the queue it names: one of its namespace, else one of the cluster; now or when it is known. */
    void link(Job job) {
        String name = job.getQueueName() == null ? "" : job.getQueueName();
        Key key = new Key(job.getNamespace() == null ? "" : job.getNamespace(), name);
        if (!key.equals(keyOf.get(job))) {
            unlink(job);
            if (!name.isEmpty()) {
                keyOf.put(job, key);
                named.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(job);
            }
        }
        Queue queue = name.isEmpty() ? null : find(key);
        if (job.getQueue() != queue) {
            job.setQueue(queue);
            touched.touch(job);
        }
    }

    void unlink(Job job) {
        Key key = keyOf.remove(job);
        if (key != null) {
            Set<Job> jobs = named.getOrDefault(key, new LinkedHashSet<>());
            if (jobs.remove(job) && jobs.isEmpty()) {
                named.remove(key);
            }
        }
        job.setQueue(null);
    }

    /** True when it changed what jobs are worth. */
    boolean seen(PriorityClassSeen seen) {
        return !seen.equals(priorities.put(seen.name(), seen));
    }

    boolean priorityGone(String name) {
        return priorities.remove(name) != null;
    }

    /**
     * Value of a priority class; that of the global default when the name is empty or unknown, the lowest where there are several
     * (plugin/pkg/admission/priority/admission.go of kubernetes/kubernetes); else 0.
     */
    int priority(String className) {
        PriorityClassSeen named = priorities.get(className);
        if (named != null) {
            return named.value();
        }
        return priorities.values().stream()
                .filter(PriorityClassSeen::globalDefault)
                .mapToInt(PriorityClassSeen::value)
                .min()
                .orElse(0);
    }

    private @Nullable Queue find(Key key) {
        for (String namespace : List.of(key.namespace(), "")) {
            for (String kind : KINDS) {
                @Nullable Queue queue = byIdentity.get(identity(kind, namespace, key.name()));
                if (queue != null) {
                    return queue;
                }
            }
        }
        return null;
    }

    private void relink(String name) {
        for (Map.Entry<Key, Set<Job>> entry : Map.copyOf(named).entrySet()) {
            if (entry.getKey().name().equals(name)) {
                Set.copyOf(entry.getValue()).forEach(this::link);
            }
        }
    }

    private void copy(QueueSeen seen, Queue queue) {
        boolean changed = FeatureSetter.set(queue.getUid(), seen.uid(), queue::setUid);
        changed |= FeatureSetter.setText(queue.getCohort(), seen.cohort(), queue::setCohort);
        changed |= FeatureSetter.set(queue.getQuota(), seen.quota(), queue::setQuota);
        changed |= FeatureSetter.set(queue.getUsed(), seen.used(), queue::setUsed);
        changed |= FeatureSetter.set(queue.getPending(), seen.pending(), queue::setPending);
        changed |= FeatureSetter.set(queue.getAdmitted(), seen.admitted(), queue::setAdmitted);
        changed |= FeatureSetter.set(queue.isActive(), seen.active(), queue::setActive);
        if (changed) {
            touched.touch(cluster);
        }
    }

    private static String identity(String kind, String namespace, String name) {
        return kind + "/" + namespace + "/" + name;
    }
}
