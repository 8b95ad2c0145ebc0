// SPDX-License-Identifier: Apache-2.0
package podium.model.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * {@link TaskSpec} to text and back, for snapshots: one field a line, {@code name=value}; a field that says nothing is
 * left out, so a snapshot of another version can be read.
 */
final class TaskSpecText {
    private static final String TRUE = "true";

    private TaskSpecText() {}

    static String write(TaskSpec spec) {
        StringBuilder text = new StringBuilder();
        put(text, "requests", spec.requests().text());
        put(text, "quota", spec.quota().text());
        put(text, "nodeSelector", spec.nodeSelector().text());
        put(text, "requiredNodes", Parts.join(spec.requiredNodes(), TaskSpecText::nodeTerm));
        put(text, "preferredNodes", Parts.join(spec.preferredNodes(), TaskSpecText::preferred));
        put(text, "podAffinity", Parts.join(spec.podAffinity(), RuleTexts::podTerm));
        put(text, "podAntiAffinity", Parts.join(spec.podAntiAffinity(), RuleTexts::podTerm));
        put(text, "spreads", Parts.join(spec.spreads(), RuleTexts::spread));
        put(text, "tolerations", Parts.join(spec.tolerations(), TaskSpecText::toleration));
        put(text, "gates", Parts.join(spec.gates()));
        put(text, "schedulerName", spec.schedulerName());
        spec.priority().ifPresent(priority -> put(text, "priority", Integer.toString(priority)));
        spec.podGroup().ifPresent(group -> put(text, "podGroup", Parts.join(List.of(group))));
        spec.graceSeconds().ifPresent(seconds -> put(text, "graceSeconds", Long.toString(seconds)));
        put(text, "emptyDir", spec.emptyDir() ? TRUE : "");
        put(text, "hostNetwork", spec.hostNetwork() ? TRUE : "");
        put(text, "hostPorts", Parts.join(spec.hostPorts(), RuleTexts::hostPort));
        put(text, "volumeClaims", Parts.join(spec.volumeClaims()));
        put(text, "resourceClaims", Parts.join(spec.resourceClaims()));
        put(text, "unread", Parts.join(spec.unread()));
        return text.toString();
    }

    static TaskSpec read(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String line : text.split("\n")) {
            int at = line.indexOf('=');
            if (at > 0) {
                fields.put(line.substring(0, at), Escapes.unescape(line.substring(at + 1)));
            }
        }
        String priority = fields.getOrDefault("priority", "");
        String group = fields.getOrDefault("podGroup", "");
        String grace = fields.getOrDefault("graceSeconds", "");
        return new TaskSpec(
                Resources.parse(fields.getOrDefault("requests", "")),
                QuotaTerms.parse(fields.getOrDefault("quota", "")),
                Labels.parse(fields.getOrDefault("nodeSelector", "")),
                Parts.split(fields.getOrDefault("requiredNodes", ""), TaskSpecText::readNodeTerm),
                Parts.split(fields.getOrDefault("preferredNodes", ""), TaskSpecText::readPreferred),
                Parts.split(fields.getOrDefault("podAffinity", ""), RuleTexts::readPodTerm),
                Parts.split(fields.getOrDefault("podAntiAffinity", ""), RuleTexts::readPodTerm),
                Parts.split(fields.getOrDefault("spreads", ""), RuleTexts::readSpread),
                Parts.split(fields.getOrDefault("tolerations", ""), TaskSpecText::readToleration),
                Parts.split(fields.getOrDefault("gates", "")),
                fields.getOrDefault("schedulerName", ""),
                priority.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(priority)),
                group.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Parts.split(group, 1).getFirst()),
                grace.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(grace)),
                TRUE.equals(fields.get("emptyDir")),
                TRUE.equals(fields.get("hostNetwork")),
                Parts.split(fields.getOrDefault("hostPorts", ""), RuleTexts::readHostPort),
                Parts.split(fields.getOrDefault("volumeClaims", "")),
                Parts.split(fields.getOrDefault("resourceClaims", "")),
                Parts.split(fields.getOrDefault("unread", "")));
    }

    private static void put(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(name).append('=').append(Escapes.escape(value)).append('\n');
        }
    }

    private static String requirement(Requirement requirement) {
        return Parts.join(List.of(requirement.key(), requirement.operator(), Parts.join(requirement.values())));
    }

    private static Requirement readRequirement(String text) {
        List<String> parts = Parts.split(text, 3);
        return new Requirement(parts.get(0), parts.get(1), Parts.split(parts.get(2)));
    }

    private static String nodeTerm(NodeTerm term) {
        return Parts.join(List.of(
                Parts.join(term.labels(), TaskSpecText::requirement),
                Parts.join(term.fields(), TaskSpecText::requirement)));
    }

    private static NodeTerm readNodeTerm(String text) {
        List<String> parts = Parts.split(text, 2);
        return new NodeTerm(
                Parts.split(parts.get(0), TaskSpecText::readRequirement),
                Parts.split(parts.get(1), TaskSpecText::readRequirement));
    }

    private static String preferred(PreferredTerm term) {
        return Parts.join(List.of(Integer.toString(term.weight()), nodeTerm(term.term())));
    }

    private static PreferredTerm readPreferred(String text) {
        List<String> parts = Parts.split(text, 2);
        return new PreferredTerm(Integer.parseInt(parts.get(0)), readNodeTerm(parts.get(1)));
    }

    private static String toleration(Toleration toleration) {
        return Parts.join(List.of(toleration.key(), toleration.operator(), toleration.value(), toleration.effect()));
    }

    private static Toleration readToleration(String text) {
        List<String> parts = Parts.split(text, 4);
        return new Toleration(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
    }
}
