// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.life;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.Key;
import podium.simulator.internal.scheduling.NodeState;
import podium.simulator.internal.scheduling.PodView;
import podium.simulator.internal.scheduling.SchedulerCache;
import podium.simulator.internal.scheduling.Search;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * The default scheduler: pods without a node that name it are put on the best node that fits, in order of priority and
 * age. Pods with gates are left alone and say so; pods of a gang are placed together or not at all.
 */
final class Scheduler implements Reconciler {

    static final String NAME = "default-scheduler";

    private static final Key SELF = new Key("", "scheduler");
    private static final Duration RETRY = Duration.ofSeconds(1);
    /** Pods that wait are tried again after this even if nothing changed, as the real scheduler does. */
    private static final Duration LEFTOVERS = Duration.ofMinutes(5);

    private final Cluster cluster;
    private final SchedulerCache cache = new SchedulerCache();
    private final SchedulingQueue queue = new SchedulingQueue();
    private final Search search = new Search(cache);
    private final Preemption preemption;
    private final PodWriter writer;
    private final Gangs gangs;
    private boolean flushDue;

    Scheduler(Cluster cluster) {
        this.cluster = cluster;
        preemption = new Preemption(cluster, cache);
        writer = new PodWriter(cluster);
        gangs = new Gangs(cluster, cache);
    }

    void start() {
        cluster.loop().on(ResourceTypes.NODE, this::node);
        cluster.loop().on(ResourceTypes.POD, this::pod);
        if (cluster.store().types().contains(Gangs.POD_GROUP)) {
            cluster.loop().on(Gangs.POD_GROUP, event -> flushSoon());
        }
        cluster.loop().every(LEFTOVERS, LEFTOVERS, this::flushSoon);
    }

    private void node(StoreEvent event) {
        if (event.type() == StoreEvent.Type.DELETED) {
            cache.removeNode(Json.name(event.object()));
        } else if (cache.node(event.object())) {
            if (event.type() == StoreEvent.Type.ADDED) {
                readopt(Json.name(event.object()));
            }
            flushSoon();
        }
    }

    /** A node that comes back under its name still has its pods. */
    private void readopt(String node) {
        for (ObjectNode pod : cluster.index().podsOn(node)) {
            if (!Pods.finished(pod)) {
                cache.hold(PodView.of(pod), node);
            }
        }
    }

    private void pod(StoreEvent event) {
        ObjectNode pod = event.object();
        String uid = Json.uid(pod);
        if (event.type() == StoreEvent.Type.DELETED || Pods.finished(pod)) {
            queue.remove(uid);
            if (cache.release(uid)) {
                flushSoon();
            }
            return;
        }
        String node = Json.text(pod, "spec", "nodeName");
        if (!node.isEmpty()) {
            queue.remove(uid);
            if (!cache.holds(uid)) {
                cache.hold(PodView.of(pod), node);
            }
        } else if (Json.terminating(pod)
                || !Json.text(pod, "spec", "schedulerName").equals(NAME)) {
            queue.remove(uid);
        } else if (!Json.at(pod, "spec", "schedulingGates").isEmpty()) {
            queue.remove(uid);
            writer.gated(pod);
        } else if (!queue.contains(uid) || specChanged(event)) {
            queue.offer(PodView.of(pod));
            cluster.loop().enqueue(this, SELF);
        }
    }

    private static boolean specChanged(StoreEvent event) {
        return event.oldObject()
                .map(old -> !old.path("spec").equals(event.object().path("spec"))
                        || !Json.labels(old).equals(Json.labels(event.object())))
                .orElse(true);
    }

    private void flushSoon() {
        if (!flushDue && queue.size() > 0) {
            flushDue = true;
            cluster.loop().after(RETRY, this::flush);
        }
    }

    private void flush() {
        flushDue = false;
        if (queue.activate(cluster.now())) {
            flushSoon();
        }
        cluster.loop().enqueue(this, SELF);
    }

    @Override
    public void reconcile(Key key) {
        for (Optional<PendingPod> next = queue.poll(); next.isPresent(); next = queue.poll()) {
            PendingPod pod = next.get();
            Optional<Key> group = pod.view().group();
            if (group.isPresent()) {
                scheduleGang(group.get());
            } else {
                schedule(pod);
            }
        }
    }

    private void schedule(PendingPod pod) {
        Search.Result result = search.run(pod.view());
        if (result.node().isPresent()) {
            bind(pod, result.node().get());
            return;
        }
        queue.park(pod, cluster.now());
        if (!pod.view().mayPreempt()) {
            tell(pod, result.verdict().messageWithoutPreemption());
            return;
        }
        Optional<Preemption.Candidate> candidate =
                result.verdict().preemptable() > 0 ? preemption.find(pod.view()) : Optional.empty();
        tell(pod, result.verdict().message());
        candidate.ifPresent(found -> preemption.carryOut(pod.view(), found));
    }

    private void scheduleGang(Key group) {
        List<PendingPod> members = queue.ofGroup(group);
        Optional<String> waits = gangs.waits(group, members.size());
        if (waits.isPresent()) {
            members.forEach(member -> queue.park(member, cluster.now()));
            members.forEach(member -> tell(member, waits.get()));
            return;
        }
        List<NodeState> nodes = new ArrayList<>();
        for (PendingPod member : members) {
            Search.Result result = search.run(member.view());
            if (result.node().isEmpty()) {
                rollBack(members.subList(0, nodes.size()));
                members.forEach(other -> queue.park(other, cluster.now()));
                members.forEach(other -> tell(other, result.verdict().message()));
                return;
            }
            NodeState node = result.node().get();
            cache.hold(member.view(), node.name());
            nodes.add(node);
        }
        for (int i = 0; i < members.size(); i++) {
            bind(members.get(i), nodes.get(i));
        }
    }

    private void rollBack(List<PendingPod> assumed) {
        assumed.forEach(member -> cache.release(member.view().uid()));
    }

    private void bind(PendingPod pod, NodeState node) {
        queue.remove(pod.view().uid());
        cache.hold(pod.view(), node.name());
        writer.bound(pod.view(), node.name());
    }

    private void tell(PendingPod pod, String message) {
        if (pod.tell(message)) {
            writer.unschedulable(pod.view(), message);
        }
        writer.warn(pod.view(), message);
    }
}
