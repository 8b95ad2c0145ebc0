// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanSteps;
import podium.kubernetes.internal.plan.TestedPatch;
import podium.kubernetes.texts.Texts;

/**
 * Our gate put into each pod template of an owner, or taken out of it, in one JSON patch (RFC 6902), and its inverse. A pin goes
 * either way: on the board each pod gets its own, and off it the scheduler decides.
 *
 * @param hold the gate goes in; else out
 */
public record GateChange(ObjectRef ref, JsonNode owner, List<Template> templates, boolean hold) implements PinChange {
    @Override
    public boolean isThere() {
        return templates.stream()
                .allMatch(template -> gates(template, hold).equals(gates(template))
                        && pins(template).isEmpty());
    }

    private TestedPatch patch() {
        TestedPatch patch = new TestedPatch(owner);
        for (Template template : templates) {
            if (!template.guard().isEmpty()) {
                patch.guard(template.guard());
            }
            ArrayNode wanted = gates(template, hold);
            // gates of others alone are left to them: Kueue's go when it stops the job
            if (!wanted.isEmpty() && !wanted.equals(gates(template))) {
                patch.set(gatesAt(template), wanted);
            } else if (wanted.isEmpty() && !gates(template).isEmpty()) {
                patch.remove(gatesAt(template));
            }
            List<String> pins = pins(template);
            boolean all = template.spec(owner).path("nodeSelector").size() == pins.size();
            if (!pins.isEmpty() && all) {
                patch.removeEntry(template.podSpec() + "/nodeSelector");
            } else {
                pins.forEach(key -> patch.removeEntry(pinAt(template, key)));
            }
        }
        if (!PinMark.text(owner).isEmpty()) {
            patch.removeEntry(PinMark.AT);
        }
        return patch;
    }

    @Override
    public ApiWrite forward() {
        return PlanSteps.patch(
                ref,
                ObjectReads.uid(owner),
                patch().there(),
                hold
                        ? one()
                                ? Texts.of("GateChange.putIntoTemplate", Gates.OURS, ref.name())
                                : Texts.of("GateChange.putIntoTemplates", Gates.OURS, ref.name())
                        : one()
                                ? Texts.of("GateChange.takeOutOfTemplate", ref.name())
                                : Texts.of("GateChange.takeOutOfTemplates", ref.name()));
    }

    @Override
    public ApiWrite back() {
        return PlanSteps.patch(
                ref,
                ObjectReads.uid(owner),
                patch().back(),
                one()
                        ? Texts.of("GateChange.putBackInTemplate", ref.name())
                        : Texts.of("GateChange.putBackInTemplates", ref.name()));
    }

    private static String gatesAt(Template template) {
        return template.podSpec() + "/schedulingGates";
    }

    private static String pinAt(Template template, String key) {
        return template.podSpec() + "/nodeSelector/" + Json.segment(key);
    }

    private List<String> pins(Template template) {
        return PinMark.pins(owner, template.spec(owner).path("nodeSelector"));
    }

    /** The gates a template has. */
    private ArrayNode gates(Template template) {
        ArrayNode gates = Trees.array();
        template.spec(owner).path("schedulingGates").forEach(gate -> gates.add(gate.deepCopy()));
        return gates;
    }

    /** The same with our gate, last, or without it; gates of others stay. */
    private ArrayNode gates(Template template, boolean ours) {
        ArrayNode gates = Trees.array();
        gates(template).forEach(gate -> {
            if (!Gates.OURS.equals(gate.path("name").asText())) {
                gates.add(gate);
            }
        });
        if (ours) {
            gates.addObject().put("name", Gates.OURS);
        }
        return gates;
    }

    private boolean one() {
        return templates.size() == 1;
    }
}
