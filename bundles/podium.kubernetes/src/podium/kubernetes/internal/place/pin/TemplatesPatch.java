// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.internal.plan.TestedPatch;
import podium.kubernetes.texts.Texts;

/**
 * The change of the nodeSelector entries of a pin in each of several pod templates, in one JSON patch (RFC 6902), and its inverse. A
 * template in a list is named by a test; a pin that somebody else set meanwhile is not written over, and the inverse takes out only the pin
 * that was put in.
 */
public record TemplatesPatch(ObjectRef ref, JsonNode owner, List<Template> templates, Pin pin) implements PinChange {
    @Override
    public boolean isThere() {
        return templates.stream()
                        .allMatch(template -> pin.entries().entrySet().stream().allMatch(entry -> entry.getValue()
                                .equals(selector(template).path(entry.getKey()).asText())))
                && !removes();
    }

    @Override
    public boolean removes() {
        return templates.stream().anyMatch(template -> !PinMark.replaced(owner, selector(template), pin)
                .isEmpty());
    }

    private JsonNode selector(Template template) {
        return template.spec(owner).path("nodeSelector");
    }

    private TestedPatch patch() {
        TestedPatch patch = new TestedPatch(owner);
        for (Template template : templates) {
            if (!template.guard().isEmpty()) {
                patch.guard(template.guard());
            }
            patch.setEntries(template.podSpec() + "/nodeSelector", pin.entries());
            PinMark.replaced(owner, selector(template), pin).forEach(key -> patch.removeEntry(entry(template, key)));
        }
        String mark = PinMark.with(pin);
        if (!mark.equals(PinMark.text(owner))) {
            if (mark.isEmpty()) {
                patch.removeEntry(PinMark.AT);
            } else {
                patch.set(PinMark.AT, TextNode.valueOf(mark));
            }
        }
        return patch;
    }

    @Override
    public ApiWrite forward() {
        return PlanSteps.patch(
                ref,
                ObjectReads.uid(owner),
                patch().there(),
                one()
                        ? Texts.of("TemplatesPatch.pinTemplate", ref.name(), pin.words())
                        : Texts.of("TemplatesPatch.pinTemplates", ref.name(), pin.words()));
    }

    @Override
    public ApiWrite back() {
        return PlanSteps.patch(
                ref,
                ObjectReads.uid(owner),
                patch().back(),
                one()
                        ? Texts.of("TemplatesPatch.takeOutOfTemplate", ref.name())
                        : Texts.of("TemplatesPatch.takeOutOfTemplates", ref.name()));
    }

    private boolean one() {
        return templates.size() == 1;
    }

    private static String entry(Template template, String key) {
        return template.podSpec() + "/nodeSelector/" + Json.segment(key);
    }
}
