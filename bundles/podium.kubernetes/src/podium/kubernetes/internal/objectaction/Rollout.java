// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.text.Counted;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.WorkloadKind;
import podium.kubernetes.internal.kind.kubernetes.ReplicaSetKind;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.internal.plan.TestedPatch;
import podium.kubernetes.texts.Texts;
import podium.operation.object.ObjectActionCompiler.Revision;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;

/**
 * Restarts and earlier revisions of what rolls, as kubectl does it: an annotation in the template (kubectl
 * pkg/polymorphichelpers/objectrestarter.go), and the template of a ReplicaSet or a ControllerRevision put back (rollback.go).
 */
final class Rollout {
    private static final Set<String> ROLLED = Set.of("deployments", "statefulsets", "daemonsets");
    private static final String RESTARTED =
            "/spec/template/metadata/annotations/" + Json.segment("kubectl.kubernetes.io/restartedAt");
    private static final String CAUSE = "kubernetes.io/change-cause";
    private static final String NUMBER = "deployment.kubernetes.io/revision";
    private static final String HASH = "pod-template-hash";

    private Rollout() {}

    /** A revision with its template. */
    record Kept(Revision told, JsonNode template) {}

    /** Whether objects of this kind replace their pods when their template changes, and keep revisions of it. */
    static boolean isRolled(ObjectRef ref) {
        return ref.group().equals("apps") && ROLLED.contains(ref.resource());
    }

    private static void check(ObjectTarget target) throws Refusal {
        if (!isRolled(target.ref())) {
            throw new Refusal(
                    Texts.of("Rollout.aHasNoRollout", target.ref().kind()),
                    Texts.of("Rollout.deploymentsStatefulsetsAndDaemonsets"));
        }
        if (target.object().path("spec").path("paused").asBoolean()) {
            throw new Refusal(
                    Texts.of("Rollout.isPausedItsController", target.name()), Texts.of("Rollout.editItSetSpec"));
        }
    }

    static Plan restart(ObjectTarget target, Instant now) throws Refusal {
        check(target);
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        TestedPatch patch = new TestedPatch(target.object()).set(RESTARTED, TextNode.valueOf(time));
        return rolled(target, patch, "restart", Texts.of("Rollout.restart", target.name()));
    }

    static Plan back(ObjectTarget target, long revision) throws IOException, Refusal {
        check(target);
        Kept to = revisions(target).stream()
                .filter(kept -> kept.told().number() == revision)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Texts.of("Rollout.keepsNoRevision", target.name(), revision),
                        Texts.of("Rollout.chooseOneThatItKeeps")));
        List<JsonChange> changes =
                JsonChange.between(target.object().path("spec").path("template"), to.template());
        if (changes.isEmpty()) {
            throw new Refusal(
                    Texts.of("Rollout.hasTheTemplateOfRevision", target.name(), revision),
                    Texts.of("Rollout.nothingToDo"));
        }
        return rolled(
                target,
                // what another changes beside meanwhile would end as no revision at all
                JsonChange.patch(target.object(), "/spec/template", changes).whole("/spec/template"),
                "roll back",
                Texts.of("Rollout.rollBackToRevision", target.name(), revision));
    }

    private static Plan rolled(ObjectTarget target, TestedPatch patch, String kind, String there) {
        boolean hand = target.text("/spec/updateStrategy/type").equals("OnDelete");
        int pods = target.object()
                .at(target.ref().resource().equals("daemonsets") ? "/status/desiredNumberScheduled" : "/spec/replicas")
                .asInt();
        List<String> effects = new ArrayList<>(List.of(
                hand
                        ? Texts.of("Rollout.itsPodsAreReplaced")
                        : pods == 1
                                ? Texts.of("Rollout.itsPodIsReplaced")
                                : Texts.of("Rollout.eachOfItsPods", Counted.of(pods, "pod"))));
        target.putBack().ifPresent(effects::add);
        return target.plan(
                kind,
                there,
                target.write(patch, there, Texts.of("Rollout.putTheTemplateOfBack", target.name())),
                hand
                        ? List.of()
                        : List.of(target.await(
                                new Expectation.RolledOut(true), Texts.of("Rollout.waitUntilTheNew", target.name()))),
                effects,
                List.of(Texts.of("Rollout.whatItsPodsHold")));
    }

    /** The revisions that it keeps, newest first. */
    static List<Kept> revisions(ObjectTarget target) throws IOException {
        if (!isRolled(target.ref())) {
            return List.of();
        }
        boolean sets = target.ref().resource().equals("deployments");
        ObjectRef collection = sets
                ? ReplicaSetKind.of(target.ref().namespace())
                : new ObjectRef(
                        "apps",
                        "v1",
                        "controllerrevisions",
                        "ControllerRevision",
                        target.ref().namespace(),
                        "");
        List<Kept> kept = new ArrayList<>();
        for (JsonNode one :
                new ObjectReads(target.reader()).list(collection, WorkloadKind.matchLabels(target.object()))) {
            if (Trees.text(ObjectReads.controller(one), "/uid").equals(target.uid())) {
                kept.add(sets ? ofSet(target, one) : ofRevision(target, one));
            }
        }
        kept.sort(Comparator.comparing((Kept one) -> one.told().number()).reversed());
        return kept;
    }

    private static Kept ofSet(ObjectTarget target, JsonNode set) {
        JsonNode template = set.path("spec").path("template").deepCopy();
        if (template.path("metadata").path("labels") instanceof ObjectNode labels) {
            labels.remove(HASH);
        }
        JsonNode annotations = set.path("metadata").path("annotations");
        String number = annotations.path(NUMBER).asText();
        boolean now = number.equals(target.object()
                .path("metadata")
                .path("annotations")
                .path(NUMBER)
                .asText());
        return kept(number.matches("\\d{1,15}") ? Long.parseLong(number) : 0, set, template, now);
    }

    private static Kept ofRevision(ObjectTarget target, JsonNode revision) {
        JsonNode template = revision.path("data").path("spec").path("template").deepCopy();
        if (template instanceof ObjectNode object) {
            object.remove("$patch");
        }
        String name = revision.path("metadata").path("name").asText();
        boolean now = target.text("/status/updateRevision").equals(name)
                || JsonChange.between(target.object().path("spec").path("template"), template)
                        .isEmpty();
        return kept(revision.path("revision").asLong(), revision, template, now);
    }

    private static Kept kept(long number, JsonNode from, JsonNode template, boolean now) {
        List<String> images = new ArrayList<>();
        template.path("spec")
                .path("containers")
                .forEach(container -> images.add(container.path("image").asText()));
        String cause = from.path("metadata").path("annotations").path(CAUSE).asText();
        return new Kept(new Revision(number, time(from), images, cause, now), template);
    }

    private static Optional<Instant> time(JsonNode object) {
        try {
            return Optional.of(Instant.parse(Trees.text(object, "/metadata/creationTimestamp")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
