// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.core.change.ClusterId;
import podium.core.json.YamlText;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.SuspendedKind;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.place.draft.Draft;
import podium.kubernetes.internal.place.draft.Draft.Made;
import podium.kubernetes.internal.place.pin.Gates;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.CreationMark;
import podium.operation.plan.Expectation;
import podium.operation.plan.ObjectChange;
import podium.operation.plan.ObjectMatch;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.submit.Manifest;
import podium.operation.submit.Manifest.Item;
import podium.operation.submit.ManifestCompiler.Way;

/** Makes the plan that creates the objects of a manifest one after another, and deletes them by uid when it is taken back. */
final class SubmitPlan {
    /** How long the pods of a deleted job may take to end. */
    private static final Duration GONE = Duration.ofMinutes(30);

    private final WorkloadKinds kinds;
    private final ClusterId cluster;
    private final ObjectReader server;
    private final String mark;
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> undoWork = new ArrayList<>();
    private final List<Step> undoRest = new ArrayList<>();
    private final Set<String> effects = new LinkedHashSet<>();
    private final List<ObjectChange> changes = new ArrayList<>();

    /** @param mark made up for this plan; what it creates carries it */
    SubmitPlan(ClusterId cluster, ObjectReader server, String mark, WorkloadKinds kinds) {
        this.kinds = kinds;
        this.cluster = cluster;
        this.server = server;
        this.mark = mark;
    }

    Plan of(Manifest manifest, Way way) throws IOException, Refusal {
        ManifestFirstReader reader = new ManifestFirstReader(server, manifest.items());
        for (Item item : manifest.items()) {
            if (!isThere(item)) {
                create(item, made(item, way, reader));
            }
        }
        if (steps.isEmpty()) {
            throw new Refusal(Texts.of("SubmitPlan.everythingInItExists"), Texts.of("SubmitPlan.nothingToDo"));
        }
        List<Step> undo = new ArrayList<>(undoWork.reversed());
        undo.addAll(undoRest.reversed());
        return new Plan(cluster, "submit", title(manifest), steps, List.copyOf(effects), List.of(), changes, undo);
    }

    private static String title(Manifest manifest) {
        List<Item> jobs = manifest.jobs().isEmpty() ? manifest.items() : manifest.jobs();
        String first = jobs.getFirst().ref().name();
        return jobs.size() == 1
                ? Texts.of("SubmitPlan.submit", first)
                : Texts.of("SubmitPlan.submitAndMore", first, jobs.size() - 1);
    }

    /** What jobs need may be there from the last time; a job is submitted once. */
    private boolean isThere(Item item) throws IOException, Refusal {
        Optional<JsonNode> found = find(item.ref());
        if (found.isEmpty()) {
            return false;
        }
        boolean namespace = item.ref().resource().equals("namespaces");
        boolean same = item.work().isEmpty() && ObjectMatch.contains(found.get(), Trees.read(item.body()));
        if (!namespace && !same) {
            throw new Refusal(
                    item.work().isPresent()
                            ? Texts.of("SubmitPlan.existsAlready", item.at().words(), item.words())
                            : Texts.of(
                                    "SubmitPlan.existsAlreadyAndDiffers",
                                    item.at().words(),
                                    item.words()),
                    Texts.of("SubmitPlan.giveThisOneAnotherName"));
        }
        effects.add(Texts.of("SubmitPlan.isThereAlreadyAndStays", item.words()));
        return true;
    }

    /** What may not be read is found out by the dry run. */
    private Optional<JsonNode> find(ObjectRef ref) throws IOException {
        try {
            Optional<String> text = server.read(ref);
            return text.isEmpty() ? Optional.empty() : Optional.of(Trees.read(text.get()));
        } catch (ReadRefused refused) {
            if (refused.forbidden()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private Made made(Item item, Way way, ObjectReader reader) throws IOException, Refusal {
        JsonNode object = Trees.read(item.body());
        Optional<Draft> draft = Draft.of(kinds, cluster, item.ref(), object, reader);
        if (draft.isEmpty()) {
            return new Made(object.deepCopy(), "", List.of());
        }
        effects.addAll(draft.get().notes());
        try {
            return switch (way) {
                case Way.Free() -> new Made(object.deepCopy(), "", List.of(free(item, object)));
                case Way.Held() -> draft.get().held();
                case Way.OnNode(String node) -> placed(item, draft.get().onNode(node));
                case Way.OnDomain(String key, String value) ->
                    placed(item, draft.get().onDomain(key, value));
            };
        } catch (Refusal why) {
            throw new Refusal(item.at().words() + ": " + why.getMessage(), why.advice());
        }
    }

    /** What was held to be placed by hand is placed by now; what was suspended stays so. */
    private Made placed(Item item, Made made) {
        List<String> notes = new ArrayList<>(made.notes());
        if (Gates.within(made.body())) {
            made.body().findParents("schedulingGates").forEach(Gates::lift);
            notes.add(Texts.of("SubmitPlan.theGateThatItsManifest", Gates.OURS));
        }
        if (staysSuspended(item, made.body())) {
            notes.add(Texts.of(
                    "SubmitPlan.isCreatedSuspendedAsItIsWritten", item.ref().name()));
        }
        return new Made(made.body(), made.words(), notes);
    }

    private boolean staysSuspended(Item item, JsonNode object) {
        return item.work().map(Manifest.Work::queue).orElse("").isEmpty() && isSuspended(item.ref(), object);
    }

    private String free(Item item, JsonNode object) {
        String queue = item.work().map(Manifest.Work::queue).orElse("");
        String name = item.ref().name();
        if (staysSuspended(item, object)) {
            return Texts.of("SubmitPlan.asWrittenAndSuspended", name);
        }
        if (Gates.within(object)) {
            return Texts.of("SubmitPlan.asWrittenAndItsPodsWait", name, Gates.OURS);
        }
        return queue.isEmpty()
                ? Texts.of("SubmitPlan.asWrittenAndScheduled", name)
                : Texts.of("SubmitPlan.asWrittenAndQueued", name, queue);
    }

    private boolean isSuspended(ObjectRef ref, JsonNode object) {
        return kinds.of(ref, SuspendedKind.class)
                .filter(kind -> kind.suspension(ref, object).isSet(object))
                .isPresent();
    }

    private void create(Item item, Made made) {
        ObjectNode body = made.body();
        body.withObject("/metadata/annotations").put(CreationMark.KEY, mark);
        ApiWrite create = new ApiWrite(
                ApiWrite.Verb.CREATE,
                item.ref(),
                "",
                Trees.write(body),
                Optional.empty(),
                Optional.empty(),
                made.words().isEmpty()
                        ? Texts.of("SubmitPlan.create", item.words())
                        : Texts.of("SubmitPlan.createPlacedOrHeld", item.words(), made.words()));
        boolean work = item.work().isPresent();
        ApiWrite delete = delete(item, work);
        steps.add(new Step.Write(create, Optional.of(delete)));
        if (work) {
            // read from the end: the write comes first
            undoWork.add(new Step.Await(
                    item.ref(), new Expectation.Gone(""), GONE, Texts.of("SubmitPlan.waitUntilIsGone", item.words())));
            undoWork.add(new Step.Write(delete, Optional.of(create)));
        } else {
            undoRest.add(new Step.Write(delete, Optional.of(create)));
        }
        effects.addAll(made.notes());
        lost(item).ifPresent(effects::add);
        changes.add(new ObjectChange(item.words(), "", YamlText.of(body)));
    }

    /** What goes with an object when it is deleted, beyond itself. */
    private static Optional<String> lost(Item item) {
        return switch (item.ref().resource()) {
            case "namespaces" -> Optional.of(Texts.of("SubmitPlan.undoDeletesUnlessSomething", item.words()));
            case "persistentvolumeclaims" ->
                Optional.of(Texts.of("SubmitPlan.undoDeletesAndWhatWasWritten", item.words()));
            default -> Optional.empty();
        };
    }

    private static ApiWrite delete(Item item, boolean work) {
        return new ApiWrite(
                ApiWrite.Verb.DELETE,
                item.ref(),
                "",
                "{\"propagationPolicy\":\"" + (work ? "Foreground" : "Background") + "\"}",
                Optional.empty(),
                Optional.empty(),
                work
                        ? Texts.of("SubmitPlan.deleteWithItsPods", item.words())
                        : Texts.of("SubmitPlan.delete", item.words()));
    }
}
