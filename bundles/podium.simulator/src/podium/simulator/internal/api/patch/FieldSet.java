// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.internal.json.Json;

/**
 * A set of paths into an object, as managedFields keep it. A step is {@code f:name} for a field, {@code k:{...}} for
 * the element of a list with these keys, {@code v:value} for a value of a set.
 */
final class FieldSet {

    private static final FieldSet NOTHING = new FieldSet();

    private final Map<String, FieldSet> children = new TreeMap<>();
    private boolean member;

    static FieldSet read(JsonNode fields) {
        FieldSet set = new FieldSet();
        fields.properties().forEach(field -> {
            if (field.getKey().equals(".")) {
                set.member = true;
            } else {
                set.children.put(field.getKey(), read(field.getValue()));
            }
        });
        set.member |= set.children.isEmpty();
        return set;
    }

    ObjectNode write() {
        ObjectNode node = Json.object();
        if (member && !children.isEmpty()) {
            node.putObject(".");
        }
        children.forEach((step, child) -> node.set(step, child.write()));
        return node;
    }

    /** The set below a step, made where there is none. */
    FieldSet under(String step) {
        return children.computeIfAbsent(step, key -> new FieldSet());
    }

    /** The set below a step, empty where there is none. */
    FieldSet at(String step) {
        return children.getOrDefault(step, NOTHING);
    }

    void include() {
        member = true;
    }

    boolean member() {
        return member;
    }

    Map<String, FieldSet> children() {
        return children;
    }

    boolean empty() {
        return !member && children.values().stream().allMatch(FieldSet::empty);
    }

    FieldSet union(FieldSet other) {
        FieldSet all = new FieldSet();
        all.member = member || other.member;
        children.forEach((step, child) -> all.children.put(step, child.union(other.at(step))));
        other.children.forEach((step, child) -> all.children.computeIfAbsent(step, key -> child));
        return all;
    }

    FieldSet minus(FieldSet other) {
        FieldSet left = new FieldSet();
        left.member = member && !other.member;
        children.forEach((step, child) -> left.keep(step, child.minus(other.at(step))));
        return left;
    }

    FieldSet intersect(FieldSet other) {
        FieldSet both = new FieldSet();
        both.member = member && other.member;
        children.forEach((step, child) -> both.keep(step, child.intersect(other.at(step))));
        return both;
    }

    boolean same(FieldSet other) {
        return minus(other).empty() && other.minus(this).empty();
    }

    /** The members as people read them, such as {@code .spec.containers[name="a"].image}. */
    List<String> paths() {
        List<String> paths = new ArrayList<>();
        collect("", paths);
        return paths;
    }

    private void collect(String prefix, List<String> paths) {
        if (member) {
            paths.add(prefix);
        }
        children.forEach((step, child) -> child.collect(prefix + readable(step), paths));
    }

    private static String readable(String step) {
        if (step.startsWith("f:")) {
            return "." + step.substring(2);
        }
        if (step.startsWith("v:")) {
            return "[=" + step.substring(2) + "]";
        }
        List<String> keys = new ArrayList<>();
        JsonText.parse(JsonText.utf8(step.substring(2)), false)
                .properties()
                .forEach(key -> keys.add(key.getKey() + "=" + key.getValue()));
        return "[" + String.join(",", keys) + "]";
    }

    private void keep(String step, FieldSet child) {
        if (!child.empty()) {
            children.put(step, child);
        }
    }
}
