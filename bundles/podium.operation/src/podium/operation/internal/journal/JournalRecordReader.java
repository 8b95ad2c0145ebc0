// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.cluster.SessionIdentity;
import podium.core.json.Json;
import podium.operation.AuditedAction;
import podium.operation.FieldConflict;
import podium.operation.OperationState;
import podium.operation.approval.Approval;
import podium.operation.approval.ApprovalCodec;
import podium.operation.plan.FieldWriter;
import podium.operation.plan.PlanCodec;
import podium.operation.plan.StepCodec;

/**
 * Reads journal records from the bytes of their lines, without a tree but for plans. Members may come in any order; absent
 * ones count as empty, 0 and false. Not thread-safe.
 */
public final class JournalRecordReader {
    private final BiConsumer<String, ObjectNode> apart;
    private String operation = "";
    private String lastTime = "";
    private Instant at = Instant.EPOCH;
    private String what = "";
    private String operator = "";
    private Optional<String> undoes = Optional.empty();
    private Optional<Approval> approval = Optional.empty();
    private List<FieldConflict> fields = List.of();
    private List<ObjectRef> objects = List.of();
    private String path = "";
    private String selector = "";
    private List<String> uids = List.of();
    private List<FieldWriter> writers = List.of();
    private Optional<JsonNode> plan = Optional.empty();
    private int step;
    private int part;
    private boolean restoring;
    private boolean problem;
    private String uid = "";
    private String state = "";
    private String words = "";
    private String server = "";
    private String clusterUid = "";
    private String user = "";
    private List<String> groups = List.of();
    private boolean impersonated;
    private boolean simulated;
    private String cluster = "";
    private String kind = "";
    private String title = "";
    private String did = "";

    /** One that takes plans as they are written. */
    public JournalRecordReader() {
        this((_, _) -> {});
    }

    /** @param apart puts back into the plan of an operation what is kept apart of it */
    public JournalRecordReader(BiConsumer<String, ObjectNode> apart) {
        this.apart = apart;
    }

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException when it is none
     * @throws java.time.DateTimeException when its time is none
     */
    JournalRecord read(byte[] line, int from, int length) {
        clear();
        try (JsonParser json = Json.parser(line, from, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("no object");
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                member(name, json);
            }
            if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
                throw new IllegalArgumentException("no single object");
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
        }
        return made();
    }

    /** Who had the last record written that was read, as USER@HOST; empty: it does not say. */
    public String operator() {
        return operator;
    }

    private void clear() {
        what = "";
        operator = "";
        undoes = Optional.empty();
        approval = Optional.empty();
        plan = Optional.empty();
        fields = List.of();
        objects = List.of();
        path = "";
        selector = "";
        uids = List.of();
        writers = List.of();
        step = 0;
        part = 0;
        restoring = false;
        problem = false;
        uid = "";
        state = "";
        words = "";
        server = "";
        clusterUid = "";
        user = "";
        groups = List.of();
        impersonated = false;
        simulated = false;
        cluster = "";
        kind = "";
        title = "";
        did = "";
    }

    private void member(String name, JsonParser json) throws IOException {
        switch (name) {
            case "op" -> {
                String id = json.getText();
                operation = id.equals(operation) ? operation : id;
            }
            case "at" -> time(json.getText());
            case "what" -> what = json.getText();
            case "by" -> operator = json.getText();
            case "approval" -> approval = Optional.of(ApprovalCodec.read(json.readValueAsTree()));
            case "undoes" -> undoes = Optional.of(json.getText());
            case "plan" -> plan = Optional.of(json.readValueAsTree());
            case "fields" -> fields = conflicts(json.readValueAsTree());
            case "objects" -> objects = references(json.readValueAsTree());
            case "path" -> path = json.getText();
            case "selector" -> selector = json.getText();
            case "uids" -> uids = texts(json.readValueAsTree());
            case "writers" -> writers = writers(json.readValueAsTree());
            case "step" -> step = json.getIntValue();
            case "part" -> part = json.getIntValue();
            case "restoring" -> restoring = json.getBooleanValue();
            case "problem" -> problem = json.getBooleanValue();
            case "uid" -> uid = json.getText();
            case "then", "state" -> state = json.getText();
            case "words", "text" -> words = json.getText();
            case "server" -> server = json.getText();
            case "clusterUid" -> clusterUid = json.getText();
            case "user" -> user = json.getText();
            case "groups" -> groups = texts(json.readValueAsTree());
            case "impersonated" -> impersonated = json.getBooleanValue();
            case "simulated" -> simulated = json.getBooleanValue();
            case "cluster" -> cluster = json.getText();
            case "kind" -> kind = json.getText();
            case "title" -> title = json.getText();
            case "did" -> did = json.getText();
            default -> json.skipChildren();
        }
    }

    private void time(String text) {
        if (!text.equals(lastTime)) {
            at = InstantReader.parse(text);
            lastTime = text;
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<ObjectRef> references(JsonNode array) {
        List<ObjectRef> references = new ArrayList<>();
        array.forEach(ref -> references.add(StepCodec.readRef(ref)));
        return references;
    }

    private static List<FieldWriter> writers(JsonNode array) {
        List<FieldWriter> writers = new ArrayList<>();
        array.forEach(writer -> writers.add(new FieldWriter(
                writer.path("manager").asText(),
                writer.has("at")
                        ? Optional.of(InstantReader.parse(writer.path("at").asText()))
                        : Optional.empty())));
        return writers;
    }

    private static List<FieldConflict> conflicts(JsonNode array) {
        List<FieldConflict> fields = new ArrayList<>();
        array.forEach(field -> fields.add(new FieldConflict(
                field.path("object").asText(),
                field.path("field").asText(),
                field.path("base").asText(),
                field.path("ours").asText(),
                field.path("theirs").asText())));
        return fields;
    }

    private JournalRecord prepared() {
        JsonNode tree = plan.orElseGet(Json::object);
        if (tree instanceof ObjectNode object) {
            apart.accept(operation, object);
        }
        return new JournalRecord.Prepared(operation, at, PlanCodec.read(tree), undoes, approval);
    }

    private SessionIdentity session() {
        return new SessionIdentity(server, clusterUid, user, groups, impersonated);
    }

    private Optional<AuditedAction> action() {
        return cluster.isEmpty() && kind.isEmpty()
                ? Optional.empty()
                : Optional.of(new AuditedAction(
                        new ClusterId(cluster),
                        server.isEmpty() && user.isEmpty() ? Optional.empty() : Optional.of(session()),
                        kind,
                        title));
    }

    private JournalRecord made() {
        return switch (what) {
            case "prepared" -> prepared();
            case "identified" -> new JournalRecord.Identified(operation, at, session(), simulated);
            case "pinned" -> new JournalRecord.Pinned(operation, at, step, part, restoring, uid);
            case "begun" -> new JournalRecord.Begun(operation, at, step, restoring);
            case "done" -> new JournalRecord.Done(operation, at, step, part, restoring, uid);
            case "left" -> new JournalRecord.Left(operation, at, step, part);
            case "ran" -> new JournalRecord.Ran(operation, at, restoring, objects.getFirst(), selector, uids);
            case "marked" -> new JournalRecord.MarksLeft(operation, at, objects);
            case "leftWith" -> new JournalRecord.LeftWith(operation, at, path, writers);
            case "restoring" -> new JournalRecord.Restoring(operation, at, OperationState.valueOf(state), words);
            case "moved" -> new JournalRecord.Moved(operation, at, OperationState.valueOf(state), words);
            case "conflicted" -> new JournalRecord.Conflicted(operation, at, fields);
            case "said" -> new JournalRecord.LogLine(operation, at, words, problem, action(), did);
            default -> throw new IllegalArgumentException("unknown record: " + what);
        };
    }
}
