// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.core.json.Json;
import podium.kubernetes.internal.json.Trees;

/**
 * A JSON patch (RFC 6902) that tests each value before it changes it, and its inverse, which tests what the patch left. The API server
 * takes a test for null as one that nothing is there, where what it would lie in is there. An element of a list is named by its
 * position, which a second writer moves: where elements have names, both also test that it is the same one.
 */
public final class TestedPatch {
    /** By which members servers and people tell elements of a list apart, the most telling first. */
    public static final List<String> NAMES = List.of("name", "key", "type", "containerPort", "ip");

    private final JsonNode object;
    private final Set<String> guards = new HashSet<>();
    private final ArrayNode there = Trees.array();
    private final ArrayNode back = Trees.array();

    /** @param object as it was read */
    public TestedPatch(JsonNode object) {
        this.object = object;
    }

    /** The patch. */
    public ArrayNode there() {
        return there;
    }

    /** Its inverse. */
    public ArrayNode back() {
        return back;
    }

    /** Both hold only while this value is as it was read. */
    public TestedPatch guard(String pointer) {
        if (guards.add(pointer)) {
            test(there, pointer, now(pointer));
            test(back, pointer, now(pointer));
        }
        return this;
    }

    /** The patch holds only while all of this is as it was read; its inverse leaves what others write beside. */
    public TestedPatch whole(String pointer) {
        there.insertObject(0)
                .put("op", "test")
                .put("path", pointer)
                .set("value", now(pointer).deepCopy());
        return this;
    }

    /** Sets a value; what it lies in is made where it is missing. */
    public TestedPatch set(String pointer, JsonNode value) {
        JsonPointer at = JsonPointer.compile(pointer);
        name(at);
        JsonNode now = now(pointer);
        if (object.at(at.head()).isObject()) {
            test(there, pointer, now);
            add(there, pointer, value);
        } else {
            addAround(at, value);
        }
        test(back, pointer, value);
        restore(pointer, now);
        return this;
    }

    /** Sets entries of one map, which is made with all of them where it is missing. */
    public TestedPatch setEntries(String map, Map<String, String> entries) {
        if (entries.size() == 1 || now(map).isObject()) {
            entries.forEach((key, value) -> set(map + "/" + Json.segment(key), TextNode.valueOf(value)));
            return this;
        }
        ObjectNode all = Trees.object();
        entries.forEach(all::put);
        JsonPointer at = JsonPointer.compile(map);
        name(at);
        addAround(at, all);
        entries.forEach((key, value) -> {
            String entry = map + "/" + Json.segment(key);
            test(back, entry, TextNode.valueOf(value));
            operation(back, "remove", entry);
        });
        return this;
    }

    /** Adds a value with the maps around it, from the outermost that is missing. */
    private void addAround(JsonPointer at, JsonNode value) {
        JsonPointer missing = at;
        JsonNode content = value;
        while (!object.at(missing.head()).isObject()) {
            content = Trees.object().set(missing.last().getMatchingProperty(), content);
            missing = missing.head();
        }
        test(there, missing.toString(), NullNode.getInstance());
        add(there, missing.toString(), content);
    }

    /** Takes a value out; a map that it leaves empty goes with it, since servers do not keep such. */
    public TestedPatch remove(String pointer) {
        JsonPointer at = JsonPointer.compile(pointer);
        String around = at.head().toString();
        boolean alone = now(around).isObject() && now(around).size() == 1;
        String all = alone ? around : pointer;
        name(JsonPointer.compile(all));
        test(there, all, now(all));
        operation(there, "remove", all);
        test(back, all, NullNode.getInstance());
        add(back, all, now(all));
        return this;
    }

    /** Takes a value out with all that is in it; the map around it stays, as the server keeps it. */
    public TestedPatch removeEntry(String pointer) {
        name(JsonPointer.compile(pointer));
        test(there, pointer, now(pointer));
        operation(there, "remove", pointer);
        test(back, pointer, NullNode.getInstance());
        add(back, pointer, now(pointer));
        return this;
    }

    /** The elements that a value lies in are the ones that were read, by name. */
    private void name(JsonPointer value) {
        for (JsonPointer at = value.head(); at != null && !at.matches(); at = at.head()) {
            JsonNode element = object.at(at);
            String pointer = at.toString();
            if (element.isObject() && object.at(at.head()).isArray()) {
                NAMES.stream()
                        .filter(element::has)
                        .map(name -> pointer + "/" + name)
                        .filter(name -> !name.equals(value.toString()))
                        .findFirst()
                        .ifPresent(this::guard);
            }
        }
    }

    private void restore(String pointer, JsonNode now) {
        if (now.isMissingNode()) {
            operation(back, "remove", pointer);
        } else {
            add(back, pointer, now);
        }
    }

    private JsonNode now(String pointer) {
        return object.at(JsonPointer.compile(pointer));
    }

    private static void test(ArrayNode patch, String pointer, JsonNode value) {
        operation(patch, "test", pointer)
                .set("value", value.isMissingNode() ? NullNode.getInstance() : value.deepCopy());
    }

    private static void add(ArrayNode patch, String pointer, JsonNode value) {
        operation(patch, "add", pointer).set("value", value.deepCopy());
    }

    private static ObjectNode operation(ArrayNode patch, String op, String path) {
        return patch.addObject().put("op", op).put("path", path);
    }
}
