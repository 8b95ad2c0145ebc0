// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.operation.OperationState;
import podium.operation.secret.Redaction;
import podium.operation.secret.YamlRedaction;

/**
 * Takes the secrets out of records before they are written, and puts what was kept {@link SecretBodyStore} back into plans that are read.
 * Follows the operations, to know for which of them it is still needed. Guarded by the journal.
 */
public final class JournalSecrets {
    /** As long can an operation be taken back whose writes hold secrets. */
    public static final Duration MOST = Duration.ofDays(30);

    private static final String APART = "apart";
    /** Of these members an operation's restart depends on each letter; they name objects and hold no secret. */
    private static final Set<String> EXACT = Set.of(
            "body", APART, "target", "pod", "expect", "uid", "resourceVersion", "verb", "step", "atMost", "cluster");

    /** What is known of an operation of which something is kept apart. */
    private static final class Open {
        private final Instant at;
        private final boolean canUndo;
        private final List<String> secrets;

        Open(JournalRecord.Prepared prepared, List<String> secrets) {
            at = prepared.at();
            canUndo = prepared.plan().canUndo();
            this.secrets = secrets;
        }
    }

    private final SecretBodyStore apart;
    private final Instant now;
    private final Map<String, Open> open = new HashMap<>();
    /** Secrets of the plan that was restored last, until its record is followed. */
    private final Map<String, List<String>> restored = new HashMap<>();
    /** Operations that take another one back. */
    private final Map<String, String> undoing = new HashMap<>();

    JournalSecrets(SecretBodyStore apart, Instant now) {
        this.apart = apart;
        this.now = now;
    }

    /** The record as it may be written. What must be kept of it is kept, on the disk, when this returns. */
    ObjectNode written(JournalRecord entry) throws IOException {
        ObjectNode node = JournalRecordCodec.write(entry);
        if (entry instanceof JournalRecord.Prepared prepared && node.get("plan") instanceof ObjectNode plan) {
            Map<String, String> bodies = new LinkedHashMap<>();
            Set<String> secrets = new LinkedHashSet<>();
            take(plan, bodies, secrets);
            plan.path("changes").forEach(change -> clean((ObjectNode) change));
            plan.path("then").path("changes").forEach(change -> clean((ObjectNode) change));
            if (!bodies.isEmpty()) {
                apart.keep(entry.operation(), bodies);
            }
            Open opened = new Open(prepared, told(secrets, plan));
            scrub(plan, opened.secrets);
            follow(prepared, opened, !bodies.isEmpty());
        } else {
            Open known = open.get(entry.operation());
            scrub(node, known == null ? List.of() : known.secrets);
            conflicts(node);
            for (String over : ended(entry)) {
                apart.drop(over);
            }
        }
        return node;
    }

    /** Bodies with secrets are replaced by ones without. */
    private void take(JsonNode node, Map<String, String> bodies, Set<String> secrets) {
        if (node instanceof ObjectNode write && write.path("body").isTextual()) {
            String body = write.path("body").asText();
            Redaction redaction = Redaction.of(body);
            if (redaction.changed()) {
                String digest = apart.digest(body);
                bodies.put(digest, body);
                secrets.addAll(redaction.values());
                write.put("body", redaction.text()).put(APART, digest);
            }
        }
        node.forEach(child -> take(child, bodies, secrets));
    }

    private static void clean(ObjectNode change) {
        change.put("before", YamlRedaction.of(change.path("before").asText()));
        change.put("after", YamlRedaction.of(change.path("after").asText()));
    }

    /** Secrets to look for in what is said, longest first; what also names an object is none. */
    private static List<String> told(Set<String> secrets, ObjectNode plan) {
        Set<String> names = new HashSet<>();
        plan.findValues("target").forEach(target -> target.forEach(name -> names.add(name.asText())));
        plan.findValues("pod").forEach(target -> target.forEach(name -> names.add(name.asText())));
        return secrets.stream()
                .filter(secret -> secret.length() >= Redaction.SHORTEST
                        && names.stream().noneMatch(name -> name.contains(secret)))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static void scrub(JsonNode node, List<String> secrets) {
        if (secrets.isEmpty()) {
            return;
        }
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (!EXACT.contains(field.getKey())) {
                    field.setValue(scrubbed(field.getValue(), secrets));
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, scrubbed(array.get(i), secrets));
            }
        }
    }

    private static JsonNode scrubbed(JsonNode value, List<String> secrets) {
        if (value.isTextual()) {
            return TextNode.valueOf(Redaction.scrub(value.asText(), secrets));
        }
        scrub(value, secrets);
        return value;
    }

    private static void conflicts(ObjectNode node) {
        for (JsonNode field : node.path("fields")) {
            String pointer = field.path("field").asText();
            for (String side : List.of("base", "ours", "theirs")) {
                ((ObjectNode) field)
                        .put(side, Redaction.field(pointer, field.path(side).asText()));
            }
        }
    }

    /** A plan as it was before it was written; where something is gone, it cannot be taken back. */
    void restore(String operation, ObjectNode plan) {
        if (plan.findValue(APART) == null) {
            return;
        }
        Map<String, String> bodies = apart.bodies(operation);
        boolean[] missing = {false};
        restore(plan, bodies, missing);
        if (missing[0]) {
            plan.putArray("undo");
        }
        Set<String> secrets = new LinkedHashSet<>();
        bodies.values().forEach(body -> secrets.addAll(Redaction.of(body).values()));
        restored.put(operation, told(secrets, plan));
    }

    private static void restore(JsonNode node, Map<String, String> bodies, boolean[] missing) {
        if (node instanceof ObjectNode write && write.has(APART)) {
            String body = bodies.get(write.path(APART).asText());
            missing[0] |= body == null;
            if (body != null) {
                write.put("body", body);
            }
        }
        node.forEach(child -> restore(child, bodies, missing));
    }

    /** Follows a record that was read. */
    void read(JournalRecord entry) {
        if (entry instanceof JournalRecord.Prepared prepared) {
            List<String> secrets = restored.remove(entry.operation());
            follow(prepared, new Open(prepared, secrets == null ? List.of() : secrets), secrets != null);
        } else {
            ended(entry);
        }
    }

    private void follow(JournalRecord.Prepared prepared, Open opened, boolean kept) {
        if (kept) {
            open.putIfAbsent(prepared.operation(), opened);
        }
        prepared.undoes().ifPresent(undone -> undoing.put(prepared.operation(), undone));
    }

    /** Operations of which nothing need be kept any more after a record. */
    private List<String> ended(JournalRecord entry) {
        List<String> over = new ArrayList<>();
        if (entry instanceof JournalRecord.Moved moved && moved.state().ended()) {
            Open known = open.get(entry.operation());
            boolean done = moved.state() == OperationState.DONE;
            if (known != null && (moved.state() == OperationState.ABORTED || done && !known.canUndo)) {
                over.add(entry.operation());
            }
            String undone = undoing.get(entry.operation());
            if (done && undone != null && open.containsKey(undone)) {
                over.add(undone);
            }
        }
        over.forEach(open::remove);
        return over;
    }

    /** Lets go of what is needed no more, or was kept for long enough; after all is read. */
    void sweep() throws IOException {
        open.values().removeIf(one -> one.at.plus(MOST).isBefore(now));
        apart.keepOnly(open.keySet());
    }
}
