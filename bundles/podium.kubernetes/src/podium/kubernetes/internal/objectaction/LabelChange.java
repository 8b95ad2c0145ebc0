// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.internal.plan.TestedPatch;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.Plan;

/** Labels put on and taken off (Kubernetes docs, "Labels and Selectors", syntax and character set). */
final class LabelChange {
    private static final Pattern KEY =
            Pattern.compile("([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([\\w.-]{0,61}[A-Za-z0-9])?");
    private static final Pattern VALUE = Pattern.compile("([A-Za-z0-9]([\\w.-]{0,61}[A-Za-z0-9])?)?");

    private LabelChange() {}

    static Plan plan(ObjectTarget target, List<String> changes) throws Refusal {
        JsonNode now = target.object().path("metadata").path("labels");
        ObjectNode wanted = now instanceof ObjectNode labels ? labels.deepCopy() : Trees.object();
        for (String change : changes) {
            apply(change, wanted);
        }
        List<JsonChange> differences = JsonChange.between(now, wanted);
        if (differences.isEmpty()) {
            throw new Refusal(
                    Texts.of("LabelChange.hasTheseLabelsAlready", target.name()), Texts.of("LabelChange.nothingToDo"));
        }
        TestedPatch patch = JsonChange.patch(target.object(), "/metadata/labels", differences);
        String words = Texts.of("LabelChange.label", target.name(), String.join(", ", changes));
        return target.plan(
                "label",
                words,
                target.write(patch, words, Texts.of("LabelChange.putTheLabelsOfBack", target.name())),
                effects(target),
                List.of());
    }

    private static void apply(String change, ObjectNode labels) throws Refusal {
        boolean off = change.endsWith("-") && change.indexOf('=') < 0;
        String key = off ? change.substring(0, change.length() - 1) : change.split("=", 2)[0];
        String value = off || change.indexOf('=') < 0 ? "" : change.split("=", 2)[1];
        if (!KEY.matcher(key).matches() || !VALUE.matcher(value).matches() || !off && change.indexOf('=') < 0) {
            throw new Refusal(Texts.of("LabelChange.isNotAValid", change), Texts.of("LabelChange.writeKeyValueOrKey"));
        }
        if (off) {
            labels.remove(key);
        } else {
            labels.put(key, value);
        }
    }

    private static List<String> effects(ObjectTarget target) {
        List<String> effects = new ArrayList<>();
        switch (target.ref().kind()) {
            case "Node" -> effects.add(Texts.of("LabelChange.selectorsOfPodsLook"));
            case "Pod" -> effects.add(Texts.of("LabelChange.aControllerOrAService"));
            default -> target.putBack().ifPresent(effects::add);
        }
        return effects;
    }
}
