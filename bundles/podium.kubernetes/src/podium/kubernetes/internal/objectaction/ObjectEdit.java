// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.core.text.Counted;
import podium.kubernetes.internal.client.TransportFieldHints;
import podium.kubernetes.internal.client.UnknownField;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.kind.RollKind;
import podium.kubernetes.internal.place.pin.FieldOwners;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.object.ObjectAction;
import podium.operation.plan.FieldWriter;
import podium.operation.plan.Plan;

/**
 * What an operator wrote, as a patch of the places that were changed: each is tested for what stood there, so a second writer is a
 * conflict and is named, and what others changed elsewhere meanwhile stays.
 */
final class ObjectEdit {
    private static final List<String> SERVERS = List.of(
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "selfLink",
            "managedFields");
    private static final List<String> FIXED =
            List.of("/apiVersion", "/kind", "/metadata/name", "/metadata/namespace", "/metadata/generateName");
    private static final int LONGEST = 60;
    private static final String REPLACED = Texts.of("ObjectEdit.itsPodsAreReplaced");
    private static final String ANEW = Texts.of("ObjectEdit.itsContainerIsRestarted");

    private ObjectEdit() {}

    static Plan plan(ObjectTarget target, ObjectAction.Edit edit) throws IOException, Refusal {
        EditedYaml written = EditedYaml.read(edit.after());
        if (written.flaw().isPresent()) {
            throw new Refusal(written.flaw().get().words(), Texts.of("ObjectEdit.nothingWasSent"));
        }
        JsonNode began = Trees.read(edit.before());
        if (!ObjectReads.uid(began).equals(target.uid())) {
            throw new Refusal(
                    Texts.of("ObjectEdit.wasDeletedAndRecreated", target.name()),
                    Texts.of("ObjectEdit.reloadItAndEdit"));
        }
        List<JsonChange> changes = JsonChange.between(authored(began), authored(written.object()));
        if (changes.isEmpty()) {
            throw new Refusal(Texts.of("ObjectEdit.nothingWasChanged"), Texts.of("ObjectEdit.nothingToDo"));
        }
        for (JsonChange change : changes) {
            refuse(target, change);
        }
        EditedPods pods = EditedPods.of(target, written.object());
        List<String> effects = effects(target, began, written.object(), changes, pods);
        List<String> lost = new ArrayList<>(pods.lost());
        lost(target, effects, began, written.object()).ifPresent(lost::add);
        return target.plan(
                "edit",
                Texts.of("ObjectEdit.edit", target.name()),
                target.write(
                        JsonChange.patch(target.object(), "", changes),
                        Texts.of("ObjectEdit.changeOf", places(changes), target.name()),
                        Texts.of("ObjectEdit.putOfBack", places(changes), target.name())),
                effects,
                lost);
    }

    /** Before the server says so of the plan, which knows no field that may be meant; what it let stand before is left alone. */
    static void known(ObjectTarget target, ObjectAction.Edit edit, TransportFieldHints fields) throws Refusal {
        ObjectRef ref = target.ref();
        try {
            JsonNode edited = EditedYaml.read(edit.after()).object();
            Optional<UnknownField> unknown = fields.unknown(ref.apiVersion(), ref.kind(), edited);
            if (unknown.isPresent()
                    && !unknown.equals(fields.unknown(ref.apiVersion(), ref.kind(), Trees.read(edit.before())))) {
                throw new Refusal(unknown.get().words(ref.kind()), Texts.of("ObjectEdit.nothingWasSent"));
            }
        } catch (IOException unread) {
            // its server says so of the plan
        }
    }

    /** What people write: without what the server alone does. */
    private static JsonNode authored(JsonNode object) {
        JsonNode copy = object.deepCopy();
        if (copy instanceof ObjectNode root) {
            root.remove("status");
            if (root.path("metadata") instanceof ObjectNode metadata) {
                metadata.remove(SERVERS);
            }
        }
        return copy;
    }

    private static void refuse(ObjectTarget target, JsonChange change) throws Refusal {
        if (FIXED.contains(change.pointer())) {
            throw new Refusal(
                    Texts.of("ObjectEdit.anEditCannotChange", change.words()),
                    Texts.of("ObjectEdit.submitItAsAnotherObject"));
        }
        JsonNode now = target.object().at(JsonPointer.compile(change.pointer()));
        boolean same = now.equals(change.before())
                || (now.isMissingNode() || now.isNull())
                        && (change.before().isMissingNode() || change.before().isNull());
        if (!same) {
            String before = value(change.before());
            String after = value(change.after());
            throw new Refusal(
                    FieldWriter.lastOf(target.object(), JsonPointer.compile(change.pointer()))
                            .map(writer -> Texts.of(
                                    "ObjectEdit.conflictLastWritten",
                                    change.words(),
                                    before,
                                    after,
                                    value(now),
                                    writer.words()))
                            .orElse(Texts.of("ObjectEdit.conflict", change.words(), before, after, value(now))),
                    Texts.of("ObjectEdit.reloadTheObjectLook"));
        }
    }

    private static String value(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Texts.of("ObjectEdit.nothing");
        }
        String text = node.isValueNode() ? node.asText() : Trees.write(node);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    private static String places(List<JsonChange> changes) {
        return changes.size() <= 2
                ? String.join(
                        Texts.of("ObjectEdit.joiner"),
                        changes.stream().map(JsonChange::words).toList())
                : Texts.of(
                        "ObjectEdit.andMoreFields",
                        changes.getFirst().words(),
                        Counted.of(changes.size() - 1, "more field"));
    }

    /** What no controller carries into the template, as Kueue does with its labels; a rollout that is paused may go on by other fields. */
    private static boolean leavesPods(JsonChange change) {
        boolean queued = (change.pointer() + change.before() + change.after()).contains("kueue.x-k8s.io");
        return !queued && change.pointer().matches("/metadata/(annotations|labels).*")
                || change.pointer()
                        .matches("/spec/(revisionHistoryLimit|minReadySeconds|progressDeadlineSeconds|strategy/.*)");
    }

    /** Whether its pods are replaced at once; what it says of that may be edited with it. */
    private static String rollout(ObjectTarget target, JsonNode edited) {
        if (edited.at("/spec/paused").asBoolean()) {
            return Texts.of("ObjectEdit.isPaused", target.name());
        }
        return edited.at("/spec/updateStrategy/type").asText().equals("OnDelete")
                ? Texts.of("Rollout.itsPodsAreReplaced")
                : REPLACED;
    }

    /** What is lost with the pods that end by it beside those of {@link EditedPods}; empty: nothing. */
    private static Optional<String> lost(ObjectTarget target, List<String> effects, JsonNode began, JsonNode edited)
            throws IOException {
        if (effects.contains(ANEW)) {
            return Optional.of(Texts.of("ObjectEdit.whatItHolds"));
        }
        if (effects.contains(REPLACED)) {
            boolean idle = new OwnedPods(target.kinds())
                    .active(target.reader(), target.ref(), target.object())
                    .equals(OwnedPods.NONE);
            return idle ? Optional.empty() : Optional.of(Texts.of("Rollout.whatItsPodsHold"));
        }
        if (target.ref().group().equals("kueue.x-k8s.io") && !stops(began) && stops(edited)) {
            return Optional.of(Texts.of("ObjectEdit.kueueStops"));
        }
        return target.ref().resource().equals("nodes") && !ending(began).containsAll(ending(edited))
                ? Optional.of(Texts.of("TaintChange.noexecuteEndsEveryPod"))
                : Optional.empty();
    }

    /** Whether Kueue takes back what it has admitted by it (kueue apis/kueue/v1beta1, StopPolicy, WorkloadSpec.Active). */
    private static boolean stops(JsonNode object) {
        return object.at("/spec/stopPolicy").asText().equals("HoldAndDrain")
                || !object.at("/spec/active").asBoolean(true);
    }

    /** The taints that end pods. */
    private static Set<JsonNode> ending(JsonNode node) {
        Set<JsonNode> all = new HashSet<>();
        node.at("/spec/taints").forEach(taint -> {
            if (taint.path("effect").asText().equals("NoExecute")) {
                all.add(taint);
            }
        });
        return all;
    }

    private static List<String> effects(
            ObjectTarget target, JsonNode began, JsonNode edited, List<JsonChange> changes, EditedPods pods) {
        List<String> effects = new ArrayList<>(pods.effects());
        if (!ObjectReads.resourceVersion(began).equals(target.text("/metadata/resourceVersion"))) {
            effects.add(Texts.of("ObjectEdit.otherFieldsWereChanged"));
        }
        boolean template = changes.stream()
                .anyMatch(change -> change.pointer().startsWith("/spec/template")
                        || change.pointer().startsWith("/spec/leaderWorkerTemplate")
                        || change.pointer().contains("/containers/"));
        if (template
                && (Rollout.isRolled(target.ref())
                        || target.kinds().of(target.ref(), RollKind.class).isPresent())) {
            effects.add(rollout(target, edited));
        }
        if (Rollout.isRolled(target.ref()) && changes.stream().allMatch(ObjectEdit::leavesPods)) {
            effects.add(Texts.of("ObjectEdit.noPodRestarts"));
        }
        if (target.ref().isPod()
                && OwnedPods.isActive(target.object())
                && changes.stream().anyMatch(change -> change.pointer().endsWith("/image"))) {
            effects.add(ANEW);
        }
        target.putBack().ifPresent(effects::add);
        Optional<String> elsewhere = FieldOwners.warning(target.object());
        elsewhere.ifPresent(effects::add);
        return effects;
    }
}
