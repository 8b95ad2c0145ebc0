// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import podium.operation.plan.CreationMark;
import podium.operation.plan.FieldWriter;
import podium.operation.plan.OperationMark;

/**
 * What counts as somebody else's change of an object, wherever one would be lost: before a deletion, on a rollback, in an undo. What
 * servers, schedulers and controllers write as a matter of course is none: status, bookkeeping in the metadata, the node of a pod, the
 * switch that a queue turns.
 */
final class ForeignChanges {
    private static final Set<String> SWITCHES = Set.of("/spec/suspend", "/spec/runPolicy/suspend", "/spec/active");
    private static final Set<String> FIXED = Set.of("apiVersion", "kind", "status", "metadata");
    /** Set by the scheduler, and by whoever looks into a running pod. */
    private static final Set<String> OF_PODS = Set.of("/spec/nodeName", "/spec/ephemeralContainers");

    private static final JsonPointer LABELS = JsonPointer.compile("/metadata/labels");
    private static final JsonPointer ANNOTATIONS = JsonPointer.compile("/metadata/annotations");

    private final JsonNode now;
    private final List<Drift.Field> changed = new ArrayList<>();

    private ForeignChanges(JsonNode now) {
        this.now = now;
    }

    /** What was changed in an object since it was read. */
    static List<Drift.Field> since(JsonNode base, JsonNode now) {
        ForeignChanges others = new ForeignChanges(now);
        for (String name : names(base, now)) {
            if (!FIXED.contains(name)) {
                others.compare(JsonPointer.empty().appendProperty(name), base.path(name), now.path(name));
            }
        }
        others.compare(LABELS, base.at(LABELS), now.at(LABELS));
        // controllers add annotations of their own all the time
        base.at(ANNOTATIONS).properties().forEach(one -> {
            JsonPointer at = ANNOTATIONS.appendProperty(one.getKey());
            others.compare(at, one.getValue(), now.at(at));
        });
        return others.changed;
    }

    /** What others have put into an object that was made here, where nothing was. */
    static List<Drift.Field> added(JsonNode made, JsonNode now) {
        ForeignChanges others = new ForeignChanges(now);
        FieldManagers.others(now, FieldWriter.PODIUM).forEach((place, writer) -> {
            boolean metadata = WrittenFields.isWithin(place.toString(), "/metadata");
            if (made.at(place).isMissingNode()
                    && (!metadata || WrittenFields.isWithin(place.toString(), LABELS.toString()))
                    && !WrittenFields.isWithin(place.toString(), "/status")) {
                others.add(place, MissingNode.getInstance(), Optional.of(writer));
            }
        });
        return others.changed;
    }

    /**
     * True when a field of what was made here is another's now. Servers and webhooks keep less of it, or other than was sent: only a
     * later writer's hand counts.
     */
    static boolean isTheirs(JsonPointer field, Optional<FieldWriter> by) {
        return by.filter(writer -> !writer.manager().equals(FieldWriter.PODIUM)).isPresent()
                && !SWITCHES.contains(field.toString());
    }

    /**
     * Who set a field that holds what we wrote anew since then. On a node no controller sets what we write there, so that it is
     * another's at all is enough, whatever the clocks say.
     */
    static Optional<FieldWriter> taken(JsonNode now, JsonPointer field, Predicate<FieldWriter> later) {
        boolean node = now.path("kind").asText().equals("Node");
        return FieldManagers.taken(now, field, FieldWriter.PODIUM, writer -> node || later.test(writer));
    }

    private void compare(JsonPointer at, JsonNode base, JsonNode theirs) {
        if ((base.isObject() || nothing(base)) && (theirs.isObject() || nothing(theirs))) {
            names(base, theirs).forEach(name -> compare(at.appendProperty(name), base.path(name), theirs.path(name)));
        } else if (base.isArray() && theirs.isArray() && base.size() == theirs.size()) {
            for (int i = 0; i < base.size(); i++) {
                compare(at.appendIndex(i), base.path(i), theirs.path(i));
            }
        } else if (!base.equals(theirs) && !(nothing(base) && nothing(theirs))) {
            add(at, base, FieldWriter.lastOf(now, at));
        }
    }

    private void add(JsonPointer at, JsonNode base, Optional<FieldWriter> by) {
        String place = at.toString();
        boolean ours = at.getMatchingProperty() != null
                && (OperationMark.KEY.equals(last(at)) || CreationMark.KEY.equals(last(at)));
        boolean pod = now.path("kind").asText().equals("Pod");
        if (!ours && !SWITCHES.contains(place) && !(pod && OF_PODS.contains(place))) {
            changed.add(new Drift.Field(at, base, now.at(at), by));
        }
    }

    private static String last(JsonPointer at) {
        return at.last() == null ? "" : at.last().getMatchingProperty();
    }

    /** Servers leave out what is empty. */
    private static boolean nothing(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isContainerNode() && node.isEmpty();
    }

    private static Set<String> names(JsonNode one, JsonNode other) {
        Set<String> names = new LinkedHashSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
