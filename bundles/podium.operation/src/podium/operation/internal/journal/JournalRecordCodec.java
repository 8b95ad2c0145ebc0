// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import podium.core.cluster.SessionIdentity;
import podium.core.json.Json;
import podium.operation.approval.ApprovalCodec;
import podium.operation.plan.PlanCodec;
import podium.operation.plan.StepCodec;

/** Journal records as JSON; {@link JournalRecordReader} reads them back. */
final class JournalRecordCodec {
    private JournalRecordCodec() {}

    static ObjectNode write(JournalRecord entry) {
        ObjectNode node = Json.object();
        node.put("op", entry.operation()).put("at", entry.at().toString());
        switch (entry) {
            case JournalRecord.Prepared prepared -> {
                node.put("what", "prepared");
                prepared.undoes().ifPresent(undoes -> node.put("undoes", undoes));
                prepared.approval().ifPresent(approval -> node.set("approval", ApprovalCodec.write(approval)));
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
            case JournalRecord.Identified(var _, var _, SessionIdentity session, boolean simulated) -> {
                node.put("what", "identified").put("simulated", simulated);
                write(session, node);
            }
            case JournalRecord.Pinned pinned ->
                node.put("what", "pinned")
                        .put("step", pinned.step())
                        .put("part", pinned.part())
                        .put("restoring", pinned.restoring())
                        .put("uid", pinned.uid());
            case JournalRecord.Left left ->
                node.put("what", "left").put("step", left.step()).put("part", left.part());
            case JournalRecord.Ran ran -> {
                node.put("what", "ran").put("restoring", ran.restoring()).put("selector", ran.selector());
                StepCodec.write(ran.owner(), node.putArray("objects").addObject());
                ran.uids().forEach(node.putArray("uids")::add);
            }
            case JournalRecord.MarksLeft marks -> {
                ArrayNode objects = node.put("what", "marked").putArray("objects");
                marks.objects().forEach(ref -> StepCodec.write(ref, objects.addObject()));
            }
            case JournalRecord.LeftWith left -> {
                ArrayNode writers =
                        node.put("what", "leftWith").put("path", left.path()).putArray("writers");
                left.writers().forEach(writer -> {
                    ObjectNode one = writers.addObject().put("manager", writer.manager());
                    writer.at().ifPresent(at -> one.put("at", at.toString()));
                });
            }
            case JournalRecord.Restoring back ->
                node.put("what", "restoring").put("then", back.then().name()).put("words", back.words());
            case JournalRecord.Moved moved ->
                node.put("what", "moved").put("state", moved.state().name()).put("words", moved.words());
            case JournalRecord.Conflicted conflicted -> {
                ArrayNode fields = node.put("what", "conflicted").putArray("fields");
                conflicted.fields().forEach(field -> fields.addObject()
                        .put("object", field.object())
                        .put("field", field.field())
                        .put("base", field.base())
                        .put("ours", field.ours())
                        .put("theirs", field.theirs()));
            }
            case JournalRecord.LogLine said -> {
                node.put("what", "said").put("text", said.text()).put("problem", said.problem());
                said.action().ifPresent(action -> {
                    node.put("cluster", action.cluster().value())
                            .put("kind", action.kind())
                            .put("title", action.title())
                            .put("did", said.did());
                    action.session().ifPresent(session -> write(session, node));
                });
            }
        }
        return node;
    }

    private static void write(SessionIdentity session, ObjectNode node) {
        node.put("server", session.server())
                .put("clusterUid", session.clusterUid())
                .put("user", session.user())
                .put("impersonated", session.impersonated());
        session.groups().forEach(node.putArray("groups")::add);
    }
}
