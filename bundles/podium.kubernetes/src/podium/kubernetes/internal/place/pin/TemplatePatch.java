// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.internal.plan.TestedPatch;
import podium.kubernetes.texts.Texts;

/**
 * The change of the nodeSelector entries of a pin in {@code spec.template}, and its inverse. The resourceVersion it is made from guards it:
 * when the object has moved on, the engine sends it again only if these entries are as they were.
 */
public record TemplatePatch(ObjectRef ref, JsonNode object, Pin pin) implements PinChange {
    private JsonNode selector() {
        return object.path("spec").path("template").path("spec").path("nodeSelector");
    }

    @Override
    public boolean isThere() {
        return pin.entries().entrySet().stream().allMatch(entry -> entry.getValue()
                        .equals(selector().path(entry.getKey()).asText()))
                && !removes();
    }

    @Override
    public boolean removes() {
        return !PinMark.replaced(object, selector(), pin).isEmpty();
    }

    @Override
    public ApiWrite forward() {
        ObjectNode value = Trees.object();
        pin.entries().forEach(value::put);
        PinMark.replaced(object, selector(), pin).forEach(value::putNull);
        return merge(value, PinMark.with(pin), Texts.of("TemplatePatch.pinTheTemplateOf", ref.name(), pin.words()));
    }

    @Override
    public ApiWrite back() {
        String before = selector().path(pin.key()).asText();
        ObjectNode value = Trees.object();
        pin.entries()
                .keySet()
                .forEach(key -> put(value, key, selector().path(key).asText()));
        PinMark.replaced(object, selector(), pin)
                .forEach(key -> put(value, key, selector().path(key).asText()));
        return merge(
                value,
                PinMark.text(object),
                before.isEmpty()
                        ? Texts.of("TemplatePatch.takeThePinOutOfTheTemplate", ref.name())
                        : Texts.of("TemplatePatch.pinTheTemplateOfToAgain", ref.name(), before));
    }

    private static void put(ObjectNode into, String key, String value) {
        if (value.isEmpty()) {
            into.putNull(key);
        } else {
            into.put(key, value);
        }
    }

    private ApiWrite merge(ObjectNode selector, String mark, String words) {
        ObjectNode patch = Trees.object();
        if (!PinMark.with(pin).equals(PinMark.text(object))) {
            put(patch.putObject("metadata").putObject("annotations"), PinMark.KEY, mark);
        }
        patch.putObject("spec").putObject("template").putObject("spec").set("nodeSelector", selector);
        return PlanSteps.merge(
                ref, ObjectReads.uid(object), Optional.of(ObjectReads.resourceVersion(object)), patch, words);
    }

    @Override
    public ArrayNode tests(boolean inverse) {
        TestedPatch patch = new TestedPatch(object)
                .set("/spec/template/spec/nodeSelector/" + Json.segment(pin.key()), TextNode.valueOf(pin.value()));
        ArrayNode tests = Trees.array();
        (inverse ? patch.back() : patch.there()).forEach(operation -> {
            if (operation.path("op").asText().equals("test")) {
                tests.add(operation);
            }
        });
        return tests;
    }
}
