// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.internal.scheduling.PodInfo;

/** Pods that wait for a node: those to be tried now, and those that fitted nowhere until something changes. */
final class SchedulingQueue {

    private final TreeSet<PendingPod> active = new TreeSet<>(PendingPod.ORDER);
    private final Map<String, PendingPod> waiting = new LinkedHashMap<>();
    private final Map<String, PendingPod> all = new HashMap<>();
    private long order;

    /** Adds a pod or takes over its change; it will be tried now. */
    void offer(PodInfo view) {
        PendingPod known = all.get(view.uid());
        PendingPod pod = known == null ? new PendingPod(view, order++) : known.changed(view);
        if (known != null) {
            remove(view.uid());
        }
        all.put(view.uid(), pod);
        active.add(pod);
    }

    boolean contains(String uid) {
        return all.containsKey(uid);
    }

    void remove(String uid) {
        PendingPod pod = all.remove(uid);
        if (pod != null) {
            active.remove(pod);
            waiting.remove(uid);
        }
    }

    /** The next pod to try; it stays known until it is removed. */
    Optional<PendingPod> poll() {
        return Optional.ofNullable(active.pollFirst());
    }

    /** Puts a pod back until something changes. */
    void park(PendingPod pod, Instant now) {
        pod.failed(now);
        active.remove(pod);
        waiting.put(pod.view().uid(), pod);
    }

    /** Moves back what may be tried again; returns whether any must still wait for its backoff. */
    boolean activate(Instant now) {
        boolean left = false;
        for (PendingPod pod : List.copyOf(waiting.values())) {
            if (pod.ready(now)) {
                waiting.remove(pod.view().uid());
                active.add(pod);
            } else {
                left = true;
            }
        }
        return left;
    }

    /** All pods of a group that wait, in the queue's order. */
    List<PendingPod> ofGroup(ObjectKey group) {
        List<PendingPod> members = new ArrayList<>();
        for (PendingPod pod : all.values()) {
            if (pod.view().group().filter(group::equals).isPresent()) {
                members.add(pod);
            }
        }
        members.sort(PendingPod.ORDER);
        return members;
    }

    int size() {
        return all.size();
    }
}
