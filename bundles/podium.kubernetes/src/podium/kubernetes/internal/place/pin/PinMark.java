// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import podium.core.job.PinLabels;
import podium.core.json.Json;
import podium.kubernetes.internal.json.Trees;

/**
 * The mark by which a pin to a domain is known again: an annotation of the owner that names its labels. A node selector of the author's
 * looks the same, and is never taken out. A pin to a host needs none: whoever set it, a job that is placed elsewhere goes elsewhere.
 */
public final class PinMark {
    static final String KEY = PinLabels.MARK;
    static final String AT = "/metadata/annotations/" + Json.segment(KEY);

    private PinMark() {}

    /** The labels of the last pin but that of the host; empty: there are none. */
    public static List<String> of(JsonNode owner) {
        return PinLabels.of(text(owner));
    }

    /** The mark as it stands; empty: there is none. */
    static String text(JsonNode owner) {
        return Trees.text(owner, AT);
    }

    /** Labels in a node selector that are pins. */
    public static List<String> pins(JsonNode owner, JsonNode selector) {
        Set<String> keys = new TreeSet<>(of(owner));
        keys.add(Pin.HOSTNAME);
        keys.removeIf(key -> !selector.has(key));
        return List.copyOf(keys);
    }

    /** Those of them that another pin takes the place of: with both no node would fit. */
    public static List<String> replaced(JsonNode owner, JsonNode selector, Pin pin) {
        return pins(owner, selector).stream()
                .filter(key -> !pin.entries().containsKey(key))
                .toList();
    }

    /** What the mark is to be with a pin; empty: none. */
    static String with(Pin pin) {
        return pin.entries().keySet().stream()
                .filter(key -> pin.node().isEmpty() || !key.equals(pin.key()))
                .collect(Collectors.joining(","));
    }

    /** Takes pins and mark out of a copy. */
    public static void lift(ObjectNode copy, JsonNode owner, List<Template> templates) {
        for (Template template : templates) {
            if (copy.at(JsonPointer.compile(template.podSpec())) instanceof ObjectNode spec
                    && spec.path("nodeSelector") instanceof ObjectNode selector) {
                selector.remove(pins(owner, selector));
                if (selector.isEmpty()) {
                    spec.remove("nodeSelector");
                }
            }
        }
        if (copy.at("/metadata/annotations") instanceof ObjectNode annotations) {
            annotations.remove(KEY);
        }
    }

    /** Puts the mark into a copy that is pinned, or takes it out. */
    public static void set(ObjectNode copy, Pin pin) {
        if (!with(pin).isEmpty()) {
            copy.withObject("/metadata/annotations").put(KEY, with(pin));
        } else if (copy.at("/metadata/annotations") instanceof ObjectNode annotations) {
            annotations.remove(KEY);
        }
    }
}
