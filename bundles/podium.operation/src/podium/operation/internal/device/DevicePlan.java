// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.device;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import podium.core.api.ApiWrite;
import podium.core.api.ApiWrite.Verb;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.json.Json;
import podium.model.fleet.Accelerator;
import podium.operation.device.DeviceServing;
import podium.operation.plan.CreationMark;
import podium.operation.plan.Deletion;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.PlanChanges;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/** Makes the plans that cordon, uncordon or label one device. */
final class DevicePlan {
    /** Label that marks a node one of whose devices is out of service. */
    static final String LABEL = "podium.devices/out-of-service";

    /** A driver publishes its devices in seconds; a name that has passed to other hardware does not come back. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private static final String EFFECT = "/spec/taint/effect";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Accelerator device;
    private final String shown;
    /** By which what this plan creates is known. */
    private final String mark = UUID.randomUUID().toString();

    DevicePlan(Accelerator device) {
        this.device = device;
        shown = Texts.of("DevicePlan.gpuOf", device.getIndex(), device.getNode().getName());
    }

    static ClusterId cluster(Accelerator device) {
        return ClusterId.of(device.getNode().getCluster());
    }

    Plan taint(DeviceServing.Served site, DeviceServing.Effect effect) {
        List<Step> steps = new ArrayList<>();
        identity(site, Texts.of("DevicePlan.makeSureThatIs", shown, site.uuid()), steps);
        ObjectRef ref =
                site.rule().map(DeviceServing.Rule::ref).orElse(DeviceFinder.ref(site.ruleVersion(), name(site)));
        Optional<String> uid = site.rule().map(DeviceServing.Rule::uid);
        DeviceServing.Effect before =
                site.rule().map(DeviceServing.Rule::effect).orElse(DeviceServing.Effect.NONE);
        if (site.rule().isEmpty()) {
            String words = Texts.of("DevicePlan.makeTheRuleWithout", ref.name());
            steps.add(new Step.Write(
                    write(Verb.CREATE, ref, body(site, ref, DeviceServing.Effect.NONE), Optional.empty(), words),
                    Optional.of(write(
                            Verb.DELETE,
                            ref,
                            "",
                            Optional.empty(),
                            Texts.of("DevicePlan.removeTheRule", ref.name())))));
            steps.add(new Step.Await(
                    ref,
                    new Expectation.Reported(DeviceCordons.CONDITION),
                    ANSWER,
                    Texts.of("DevicePlan.askTheClusterWhat", shown)));
        }
        if (effect != before) {
            identity(site, Texts.of("DevicePlan.makeSureAgainThat", shown, site.uuid()), steps);
            steps.add(new Step.Write(effect(ref, uid, before, effect), Optional.of(effect(ref, uid, effect, before))));
            identity(site, Texts.of("DevicePlan.checkThatIsStill", shown, site.uuid()), steps);
        }
        return new Plan(
                cluster(device),
                "cordon device",
                effect == DeviceServing.Effect.NONE
                        ? Texts.of("DevicePlan.previewTheCordonOf", shown)
                        : Texts.of("DevicePlan.cordon", shown),
                steps,
                effects(effect, site),
                effect == DeviceServing.Effect.NO_EXECUTE ? List.of(Texts.of("DevicePlan.podsThatUseThe")) : List.of(),
                PlanChanges.of(steps),
                undo(site, ref, uid, before, effect));
    }

    /** A rule that was there gets its effect back; one that was made is removed, by the uid it got. */
    private List<Step> undo(
            DeviceServing.Served site,
            ObjectRef ref,
            Optional<String> uid,
            DeviceServing.Effect before,
            DeviceServing.Effect after) {
        if (site.rule().isEmpty()) {
            return List.of(new Step.Write(
                    write(Verb.DELETE, ref, "", Optional.empty(), Texts.of("DevicePlan.removeTheRule", ref.name())),
                    Optional.empty()));
        }
        return before == after
                ? List.of()
                : List.of(
                        new Step.Write(effect(ref, uid, after, before), Optional.of(effect(ref, uid, before, after))));
    }

    private List<String> effects(DeviceServing.Effect effect, DeviceServing.Served site) {
        List<String> effects = new ArrayList<>();
        effects.add(
                switch (effect) {
                    case NONE -> Texts.of("DevicePlan.nothingChangesTheCluster");
                    case NO_SCHEDULE -> Texts.of("DevicePlan.noNewWorkAndWhatRunsStays", shown);
                    case NO_EXECUTE -> Texts.of("DevicePlan.noNewWorkAndPodsAreDeleted", shown);
                });
        site.rule()
                .map(DeviceServing.Rule::told)
                .filter(told -> !told.isEmpty())
                .ifPresent(told -> effects.add(Texts.of("DevicePlan.theClusterSaid", told)));
        return effects;
    }

    Plan untaint(DeviceServing.Served site) {
        DeviceServing.Rule rule =
                site.rule().orElseThrow(() -> new IllegalArgumentException(Texts.of("DevicePlan.podiumHasSetNo")));
        ApiWrite delete = write(
                Verb.DELETE,
                rule.ref(),
                "",
                Optional.of(rule.uid()),
                Texts.of("DevicePlan.removeTheRule", rule.ref().name()));
        ApiWrite again = write(
                Verb.CREATE,
                rule.ref(),
                body(site, rule.ref(), rule.effect()),
                Optional.empty(),
                Texts.of("DevicePlan.makeTheRuleAgain", rule.ref().name()));
        List<Step> steps = List.of(Deletion.of(delete, Optional.of(again), rule.object()));
        return new Plan(
                cluster(device),
                "uncordon device",
                Texts.of("DevicePlan.uncordon", shown),
                steps,
                List.of(Texts.of("DevicePlan.newWorkMayBe", shown)),
                List.of(),
                PlanChanges.of(steps),
                List.of(new Step.Write(again, Optional.empty())));
    }

    Plan label() {
        ObjectRef ref = ObjectRef.node(device.getNode().getName());
        Optional<String> uid = Optional.ofNullable(device.getNode().getUid()).filter(text -> !text.isEmpty());
        String before = device.getNode().getLabels() == null
                ? ""
                : device.getNode().getLabels().get(LABEL).orElse("");
        String after = before.isEmpty() ? String.valueOf(device.getIndex()) : before + "." + device.getIndex();
        ApiWrite set = labelled(ref, uid, before, after, Texts.of("DevicePlan.mark", shown));
        ApiWrite back = labelled(ref, uid, after, before, Texts.of("DevicePlan.unmark", shown));
        List<Step> steps = List.of(new Step.Write(set, Optional.of(back)));
        return new Plan(
                cluster(device),
                "label device",
                Texts.of("DevicePlan.markAsOutOf", shown),
                steps,
                List.of(Texts.of("DevicePlan.theNodeSaysSo", LABEL), Texts.of("DevicePlan.itDoesNotKeep")),
                List.of(),
                PlanChanges.of(steps),
                List.of(new Step.Write(back, Optional.of(set))));
    }

    /** Empty: the label is not there. */
    private static ApiWrite labelled(ObjectRef ref, Optional<String> uid, String before, String after, String words) {
        String path = "/metadata/labels/" + Json.segment(LABEL);
        ArrayNode patch = JSON.createArrayNode();
        ObjectNode test = patch.addObject().put("op", "test").put("path", path);
        ObjectNode change =
                patch.addObject().put("op", after.isEmpty() ? "remove" : "add").put("path", path);
        if (before.isEmpty()) {
            test.putNull("value");
        } else {
            test.put("value", before);
        }
        if (!after.isEmpty()) {
            change.put("value", after);
        }
        return write(Verb.JSON_PATCH, ref, patch.toString(), uid, words);
    }

    /** The rule selects by name, and a name is not tied to one piece of hardware: both are looked at. */
    private static void identity(DeviceServing.Served site, String words, List<Step> steps) {
        steps.add(new Step.Await(
                site.slice(),
                new Expectation.FieldIs(site.namePointer(), site.device()),
                LOOK,
                Texts.of("DevicePlan.byName", words)));
        steps.add(new Step.Await(site.slice(), new Expectation.FieldIs(site.uuidPointer(), site.uuid()), LOOK, words));
    }

    private static String name(DeviceServing.Served site) {
        String name = "podium-" + site.pool() + "-" + site.device();
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-");
    }

    private String body(DeviceServing.Served site, ObjectRef ref, DeviceServing.Effect effect) {
        ObjectNode rule =
                JSON.createObjectNode().put("apiVersion", ref.apiVersion()).put("kind", ref.kind());
        ObjectNode metadata = rule.putObject("metadata").put("name", ref.name());
        metadata.putObject("annotations")
                .put("podium.operations/device", site.uuid())
                .put(CreationMark.KEY, mark);
        ObjectNode spec = rule.putObject("spec");
        spec.putObject("deviceSelector")
                .put("driver", site.driver())
                .put("pool", site.pool())
                .put("device", site.device());
        spec.putObject("taint")
                .put("key", DeviceCordons.TAINT)
                .put("value", "true")
                .put("effect", effect.text());
        return rule.toString();
    }

    /** A rule that this plan makes has no uid yet; it is known by its mark. */
    private ApiWrite effect(
            ObjectRef ref, Optional<String> uid, DeviceServing.Effect before, DeviceServing.Effect after) {
        ArrayNode patch = JSON.createArrayNode();
        if (uid.isEmpty()) {
            patch.addObject()
                    .put("op", "test")
                    .put("path", "/metadata/annotations/" + Json.segment(CreationMark.KEY))
                    .put("value", mark);
        }
        patch.addObject().put("op", "test").put("path", EFFECT).put("value", before.text());
        patch.addObject().put("op", "replace").put("path", EFFECT).put("value", after.text());
        return write(
                Verb.JSON_PATCH,
                ref,
                patch.toString(),
                uid,
                Texts.of("DevicePlan.giveTheRuleThe", ref.name(), after.text()));
    }

    private static ApiWrite write(Verb verb, ObjectRef ref, String body, Optional<String> uid, String words) {
        return new ApiWrite(verb, ref, "", body, uid, Optional.empty(), words);
    }
}
