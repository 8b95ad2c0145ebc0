// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.loop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/**
 * Writes Events. An equal one is counted up instead of written again (at most once a minute), as is one about a pod that
 * still fits nowhere, whose words change with every other pod. Each is gone an hour after it was last written, as
 * with a real API server's {@code --event-ttl}. Events older than that when the cluster opens are not written at all.
 */
public final class EventRecorder {

    private static final Duration TTL = Duration.ofHours(1);
    private static final Duration REPETITION = Duration.ofMinutes(1);

    private record Same(String uid, String type, String reason, String message) {}

    /** An event and when it was last written. */
    private record RecordedEvent(ObjectKey key, Instant written) {}

    private final ObjectStore store;
    private final EventLoop loop;
    private final Instant opening;
    /** The one written longest ago first. */
    private final SequencedMap<Same, RecordedEvent> known = new LinkedHashMap<>();

    private long count;

    /**
     * A recorder.
     *
     * @param opening when the cluster can first be looked at
     */
    public EventRecorder(ObjectStore store, EventLoop loop, Instant opening) {
        this.store = store;
        this.loop = loop;
        this.opening = opening;
    }

    public void normal(ObjectNode object, String component, String reason, String message) {
        record(object, "Normal", component, reason, message);
    }

    public void warning(ObjectNode object, String component, String reason, String message) {
        record(object, "Warning", component, reason, message);
    }

    private void record(ObjectNode object, String type, String component, String reason, String message) {
        Instant now = loop.now();
        if (now.isBefore(opening.minus(TTL))) {
            return;
        }
        expire(now);
        boolean changing = reason.equals("FailedScheduling");
        Same same = new Same(Json.uid(object), type, reason, changing ? "" : message);
        RecordedEvent before = known.get(same);
        if (before != null && now.isBefore(before.written().plus(REPETITION))) {
            return;
        }
        if (before == null || !countUp(before.key(), message, now)) {
            ObjectNode event = event(object, type, component, reason, message, now);
            before = new RecordedEvent(ObjectKey.of(store.create(ResourceTypes.EVENT, event)), now);
        }
        known.putLast(same, new RecordedEvent(before.key(), now));
    }

    /** A repetition within the minute is not worth a write. */
    private boolean countUp(ObjectKey key, String message, Instant now) {
        return store.modify(ResourceTypes.EVENT, key.namespace(), key.name(), event -> {
                    event.put("count", Json.number(event, 1, "count") + 1);
                    event.put("message", message).put("lastTimestamp", Json.time(now));
                })
                .isPresent();
    }

    private ObjectNode event(
            ObjectNode object, String type, String component, String reason, String message, Instant now) {
        String namespace = Json.namespace(object).isEmpty() ? "default" : Json.namespace(object);
        ObjectNode event = Json.object().put("apiVersion", "v1").put("kind", "Event");
        Json.with(event, "metadata")
                .put("name", Json.name(object) + "." + Long.toHexString(0x17f0_0000_0000_0000L + count++))
                .put("namespace", namespace);
        ObjectNode about = Json.with(event, "involvedObject");
        about.put("apiVersion", Json.text(object, "apiVersion")).put("kind", Json.text(object, "kind"));
        about.put("name", Json.name(object)).put("uid", Json.uid(object));
        JsonNode version = Json.at(object, "metadata", "resourceVersion");
        about.put("resourceVersion", version.asText(""));
        if (!Json.namespace(object).isEmpty()) {
            about.put("namespace", Json.namespace(object));
        }
        event.put("reason", reason).put("message", message).put("type", type).put("count", 1);
        event.put("firstTimestamp", Json.time(now)).put("lastTimestamp", Json.time(now));
        event.putNull("eventTime");
        ObjectNode source = Json.with(event, "source").put("component", component);
        if (component.equals("kubelet")) {
            source.put("host", Json.text(object, "spec", "nodeName"));
        }
        return event.put("reportingComponent", component).put("reportingInstance", "");
    }

    private void expire(Instant now) {
        while (!known.isEmpty()
                && known.firstEntry().getValue().written().plus(TTL).isBefore(now)) {
            ObjectKey key = known.pollFirstEntry().getValue().key();
            store.delete(ResourceTypes.EVENT, key.namespace(), key.name(), DeleteOptions.none());
        }
    }
}
