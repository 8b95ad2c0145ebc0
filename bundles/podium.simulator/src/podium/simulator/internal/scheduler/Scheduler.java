// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.simulator.internal.devices.DynamicResourcesFilter;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.Reconciler;
import podium.simulator.internal.object.DeviceClaims;
import podium.simulator.internal.object.PodDefaults;
import podium.simulator.internal.object.Pods;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.SchedulerCache;
import podium.simulator.internal.scheduling.filter.VolumeBindingPlan;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * The default scheduler: pods without a node that name it are put on the best node that fits, in order of priority and
 * age. Pods with gates are left alone and say so; pods of a gang are placed together or not at all.
 */
public final class Scheduler implements Reconciler {

    static final String NAME = PodDefaults.SCHEDULER;

    private static final ObjectKey SELF = new ObjectKey("", "scheduler");
    private static final Duration RETRY = Duration.ofSeconds(1);
    /** Pods that wait are tried again after this even if nothing changed, as the real scheduler does. */
    private static final Duration LEFTOVERS = Duration.ofMinutes(5);
    /** Kinds whose changes may let a waiting pod fit. */
    private static final List<ResourceType> FREEING = List.of(
            ResourceTypes.NAMESPACE,
            ResourceTypes.PERSISTENT_VOLUME,
            ResourceTypes.PERSISTENT_VOLUME_CLAIM,
            ResourceTypes.STORAGE_CLASS,
            ResourceTypes.RESOURCE_CLAIM,
            ResourceTypes.RESOURCE_SLICE,
            ResourceTypes.DEVICE_CLASS,
            ResourceTypes.DEVICE_TAINT_RULE);

    private final EngineContext cluster;
    private final DynamicResourcesFilter devices = new DynamicResourcesFilter();
    private final DeviceClaims claims;
    private final SchedulerCache cache;
    private final SchedulingQueue queue = new SchedulingQueue();
    private final NodeSearch search;
    private final Preemption preemption;
    private final PodBinder writer;
    private final PodGroups gangs;
    private final VolumeBindings volumes;
    private boolean flushDue;

    public Scheduler(EngineContext cluster) {
        this.cluster = cluster;
        cache = new SchedulerCache(cluster.store());
        claims = new DeviceClaims(cluster);
        search = new NodeSearch(cache, List.of(devices));
        preemption = new Preemption(cache);
        writer = new PodBinder(cluster);
        gangs = new PodGroups(cluster, cache);
        volumes = new VolumeBindings(cluster, cache, writer);
    }

    public void start() {
        cluster.loop().on(ResourceTypes.NODE, this::node);
        cluster.loop().on(ResourceTypes.POD, this::pod);
        FREEING.forEach(type -> cluster.loop().on(type, event -> flushSoon()));
        if (cluster.store().types().contains(PodGroups.POD_GROUP)) {
            cluster.loop().on(PodGroups.POD_GROUP, event -> flushSoon());
        }
        volumes.start();
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
                cache.hold(PodInfo.of(pod), node);
            }
        }
    }

    private void pod(StoreEvent event) {
        ObjectNode pod = event.object();
        String uid = Json.uid(pod);
        if (event.type() == StoreEvent.Type.DELETED || Pods.finished(pod)) {
            forget(uid);
            if (cache.release(uid)) {
                flushSoon();
            }
            return;
        }
        String node = Json.text(pod, "spec", "nodeName");
        if (!node.isEmpty()) {
            forget(uid);
            if (!cache.holds(uid) || lookChanged(event)) {
                cache.hold(PodInfo.of(pod), node);
            }
        } else if (Json.terminating(pod)
                || !Json.text(pod, "spec", "schedulerName").equals(NAME)) {
            forget(uid);
            cache.release(uid);
        } else if (!Json.at(pod, "spec", "schedulingGates").isEmpty()) {
            forget(uid);
            writer.gated(pod);
        } else if (!volumes.holds(uid)) {
            waiting(event, uid);
        }
    }

    private void waiting(StoreEvent event, String uid) {
        String hoped = Json.text(event.object(), "status", "nominatedNodeName");
        if (!hoped.equals(cache.nominations().of(uid).orElse(""))) {
            cache.nominations().set(PodInfo.of(event.object()), hoped);
        }
        if (!queue.contains(uid) || specChanged(event)) {
            queue.offer(PodInfo.of(event.object()));
            cluster.loop().enqueue(this, SELF);
        }
    }

    private void forget(String uid) {
        queue.remove(uid);
        cache.nominations().remove(uid);
        volumes.forget(uid);
    }

    /** Whether a pod on a node now looks different to others. */
    private static boolean lookChanged(StoreEvent event) {
        return event.oldObject()
                .map(old -> Json.terminating(old) != Json.terminating(event.object())
                        || !Json.at(old, "metadata", "labels").equals(Json.at(event.object(), "metadata", "labels")))
                .orElse(true);
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
    public void reconcile(ObjectKey key) {
        for (Optional<PendingPod> next = queue.poll(); next.isPresent(); next = queue.poll()) {
            PendingPod pod = next.get();
            Optional<ObjectKey> group = pod.view().group();
            if (group.isPresent()) {
                scheduleGang(group.get());
            } else {
                schedule(pod);
            }
        }
    }

    private void schedule(PendingPod pod) {
        NodeSearch.Result result = search.run(pod.view());
        if (result.node().isPresent()) {
            bind(pod, result.node().get());
            return;
        }
        queue.park(pod, cluster.now());
        Preemption.Outcome outcome = preemption.find(pod.view(), result);
        tell(pod, result.verdict().message(outcome.message()));
        outcome.candidate().ifPresent(found -> clear(pod.view(), found));
        if (outcome.candidate().isEmpty()
                && outcome.eligible()
                && cache.nominations().of(pod.view().uid()).isPresent()) {
            nominate(pod.view(), "");
        }
    }

    /** Pushes the victims out; those that hoped for the node and are less important must look again. */
    private void clear(PodInfo pod, Preemption.Candidate candidate) {
        String node = candidate.node().name();
        nominate(pod, node);
        cache.nominations().after(pod, node).forEach(other -> nominate(other, ""));
        candidate.victims().forEach(victim -> writer.preempted(pod, node, victim));
    }

    private void nominate(PodInfo pod, String node) {
        cache.nominations().set(pod, node);
        writer.nominated(pod, node);
    }

    private void scheduleGang(ObjectKey group) {
        List<PendingPod> members = queue.ofGroup(group);
        Optional<String> waits = gangs.waits(group, members.size());
        if (waits.isPresent()) {
            members.forEach(member -> queue.park(member, cluster.now()));
            members.forEach(member -> tell(member, waits.get()));
            return;
        }
        List<NodeInfo> nodes = new ArrayList<>();
        for (PendingPod member : members) {
            NodeSearch.Result result = search.run(member.view());
            if (result.node().isEmpty()) {
                rollBack(members.subList(0, nodes.size()));
                members.forEach(other -> queue.park(other, cluster.now()));
                members.forEach(other -> tell(other, result.verdict().message("")));
                return;
            }
            NodeInfo node = result.node().get();
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

    private void bind(PendingPod pod, NodeInfo node) {
        Optional<Map<ObjectKey, ObjectNode>> allocations = devices.plan(pod.view(), node, cache);
        if (allocations.isEmpty()) {
            cache.release(pod.view().uid());
            queue.park(pod, cluster.now());
            flushSoon();
            return;
        }
        claims.reserve(pod.view(), allocations.get());
        queue.remove(pod.view().uid());
        VolumeBindingPlan plan = VolumeBindingPlan.of(pod.view(), node, cache);
        cache.hold(pod.view(), node.name());
        if (plan.isEmpty()) {
            writer.bound(pod.view(), node.name());
        } else {
            volumes.begin(pod.view(), node.name(), plan, () -> queue.offer(pod.view()));
        }
    }

    private void tell(PendingPod pod, String message) {
        if (pod.tell(message)) {
            writer.unschedulable(pod.view(), message);
        }
        writer.warn(pod.view(), message);
    }
}
