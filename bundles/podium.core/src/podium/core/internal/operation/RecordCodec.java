// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import podium.core.operation.OperationState;

/** Journal records as JSON and back. */
final class RecordCodec {
    private RecordCodec() {}

    static ObjectNode write(JournalRecord entry) {
        ObjectNode node = Json.object();
        node.put("op", entry.operation()).put("at", entry.at().toString());
        switch (entry) {
            case JournalRecord.Prepared prepared -> {
                node.put("what", "prepared");
                prepared.undoes().ifPresent(undoes -> node.put("undoes", undoes));
                node.set("plan", PlanCodec.write(prepared.plan()));
            }
            case JournalRecord.Begun begun ->
                node.put("what", "begun").put("step", begun.step()).put("restoring", begun.restoring());
            case JournalRecord.Done done ->
                node.put("what", "done")
                        .put("step", done.step())
                        .put("part", done.part())
                        .put("restoring", done.restoring())
                        .put("uid", done.uid());
            case JournalRecord.Restoring back ->
                node.put("what", "restoring").put("then", back.then().name()).put("words", back.words());
            case JournalRecord.Moved moved ->
                node.put("what", "moved").put("state", moved.state().name()).put("words", moved.words());
            case JournalRecord.Said said ->
                node.put("what", "said").put("text", said.text()).put("problem", said.problem());
        }
        return node;
    }

    /** Reads a record; an unknown one is an {@link IllegalArgumentException}. */
    static JournalRecord read(JsonNode node) {
        String operation = node.path("op").asText();
        Instant at = Instant.parse(node.path("at").asText());
        int step = node.path("step").asInt();
        boolean restoring = node.path("restoring").asBoolean();
        return switch (node.path("what").asText()) {
            case "prepared" ->
                new JournalRecord.Prepared(
                        operation,
                        at,
                        PlanCodec.read(node.path("plan")),
                        node.hasNonNull("undoes")
                                ? Optional.of(node.path("undoes").asText())
                                : Optional.empty());
            case "begun" -> new JournalRecord.Begun(operation, at, step, restoring);
            case "done" ->
                new JournalRecord.Done(
                        operation,
                        at,
                        step,
                        node.path("part").asInt(),
                        restoring,
                        node.path("uid").asText());
            case "restoring" ->
                new JournalRecord.Restoring(
                        operation,
                        at,
                        OperationState.valueOf(node.path("then").asText()),
                        node.path("words").asText());
            case "moved" ->
                new JournalRecord.Moved(
                        operation,
                        at,
                        OperationState.valueOf(node.path("state").asText()),
                        node.path("words").asText());
            case "said" ->
                new JournalRecord.Said(
                        operation,
                        at,
                        node.path("text").asText(),
                        node.path("problem").asBoolean());
            default -> throw new IllegalArgumentException("unknown record: " + node.path("what"));
        };
    }
}
