// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;

/** The pod templates of one owner, and how a pin gets into them. */
public interface Templates {
    /** The pod specs, for what they tolerate. */
    List<JsonNode> podSpecs();

    /** How many pods are made of them. */
    int pods();

    /** The same pods by template, for what they ask for. */
    List<PodPart> parts();

    PinChange pin(Pin pin);

    /** Our gate put into all of them, or taken out. */
    default PinChange gate(boolean hold) throws Refusal {
        throw new Refusal(
                Texts.of("Templates.itsPodTemplatesAreOutside"),
                Texts.of("Templates.setTheGateWhereItsTemplates", Gates.OURS));
    }

    /** Templates that lie in the owner itself. */
    static Templates in(ObjectRef ref, JsonNode owner, List<Template> templates) {
        return new Templates() {
            @Override
            public List<JsonNode> podSpecs() {
                return templates.stream().map(template -> template.spec(owner)).toList();
            }

            @Override
            public int pods() {
                return (int) Math.min(
                        Integer.MAX_VALUE,
                        templates.stream().mapToLong(Template::pods).sum());
            }

            @Override
            public List<PodPart> parts() {
                return templates.stream().map(template -> template.part(owner)).toList();
            }

            @Override
            public PinChange pin(Pin pin) {
                return new TemplatesPatch(ref, owner, templates, pin);
            }

            @Override
            public PinChange gate(boolean hold) {
                return new GateChange(ref, owner, templates, hold);
            }
        };
    }

    /** The one template at spec.template. */
    static Templates single(ObjectRef ref, JsonNode owner, int pods) {
        JsonNode spec = owner.path("spec").path("template").path("spec");
        return new Templates() {
            @Override
            public List<JsonNode> podSpecs() {
                return List.of(spec);
            }

            @Override
            public int pods() {
                return pods;
            }

            @Override
            public List<PodPart> parts() {
                return List.of(Template.at("pods", "/spec/template/spec", pods).part(owner));
            }

            @Override
            public PinChange pin(Pin pin) {
                return new TemplatePatch(ref, owner, pin);
            }

            @Override
            public PinChange gate(boolean hold) {
                return new GateChange(ref, owner, List.of(Template.at("template", "/spec/template/spec", pods)), hold);
            }
        };
    }
}
