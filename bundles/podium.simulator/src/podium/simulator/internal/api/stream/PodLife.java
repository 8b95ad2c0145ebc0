// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * How long what goes on in a pod can go on: a kubelet ends with a pod's containers all that runs in them, and the runtime takes its
 * sandbox away. Any thread.
 */
final class PodLife implements AutoCloseable {
    private final Set<Runnable> ends = ConcurrentHashMap.newKeySet();
    private final AutoCloseable watching;
    private volatile boolean gone;

    PodLife(ObjectStore store, ObjectNode pod) {
        String uid = Json.uid(pod);
        watching = store.watch(ResourceTypes.POD, event -> {
            if (event.type() == StoreEvent.Type.DELETED
                    && Json.uid(event.object()).equals(uid)) {
                end();
            }
        });
        if (store.get(ResourceTypes.POD, Json.namespace(pod), Json.name(pod))
                .filter(now -> Json.uid(now).equals(uid))
                .isEmpty()) {
            end();
        }
    }

    private void end() {
        gone = true;
        ends.forEach(Runnable::run);
    }

    /** True when the pod is no more. */
    boolean isGone() {
        return gone;
    }

    /** What is done when the pod goes, at once where it has gone; more than once is no harm to it. */
    void then(Runnable end) {
        ends.add(end);
        if (gone) {
            end.run();
        }
    }

    /** That would have nothing to end any more. */
    void forget(Runnable end) {
        ends.remove(end);
    }

    @Override
    public void close() {
        try {
            watching.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot stop watching a pod", e);
        }
    }
}
