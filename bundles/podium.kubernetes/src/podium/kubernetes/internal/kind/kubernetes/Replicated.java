// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectRef;
import podium.core.text.Counted;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.json.WorkloadShape;
import podium.kubernetes.internal.kind.PrioritizedKind;
import podium.kubernetes.internal.kind.Replicas;
import podium.kubernetes.internal.kind.RollKind;
import podium.kubernetes.internal.kind.ScaledKind;
import podium.kubernetes.internal.kind.TemplatedKind;
import podium.kubernetes.internal.kind.WorkloadKind;
import podium.kubernetes.internal.kueue.KueueGuard;
import podium.kubernetes.internal.place.pin.Pin;
import podium.kubernetes.internal.place.pin.ResolvedRequest;
import podium.kubernetes.internal.place.pin.Templates;
import podium.kubernetes.texts.Texts;

/** What the kinds of apps/v1 with spec.replicas and spec.template have in common. */
public interface Replicated extends TemplatedKind, ScaledKind {
    List<String> PRIORITY = List.of("spec", "template", "spec", "priorityClassName");

    /** One that replaces its pods itself when its template changes. */
    interface Rolling extends Replicated, RollKind, PrioritizedKind {
        @Override
        default Templates templates(ResolvedRequest asked) {
            int replicas = asked.job().path("spec").path("replicas").asInt(1);
            return Templates.single(asked.ref(), asked.job(), replicas);
        }

        @Override
        default List<String> effects(ResolvedRequest asked, Templates templates, Pin pin) {
            return Replicated.rolled(asked, templates, pin, kept(asked.job()));
        }

        /**
         * kubernetes pkg/controller/statefulset/stateful_set_control.go: with OnDelete no pod is replaced, with a partition none
         * below it; pkg/controller/deployment/deployment_controller.go: one that is paused is only scaled.
         */
        @Override
        default int kept(JsonNode owner) {
            JsonNode spec = owner.path("spec");
            int replicas = spec.path("replicas").asInt(1);
            JsonNode strategy = spec.path("updateStrategy");
            return spec.path("paused").asBoolean()
                            || strategy.path("type").asText().equals("OnDelete")
                    ? replicas
                    : Math.min(replicas, strategy.at("/rollingUpdate/partition").asInt());
        }

        @Override
        default boolean tellsRollout() {
            return true;
        }

        @Override
        default List<String> priorityField() {
            return PRIORITY;
        }
    }

    @Override
    default String selector(ObjectRef ref, JsonNode owner) {
        return WorkloadKind.matchLabels(owner);
    }

    @Override
    default WorkloadShape shape(JsonTree object) {
        JsonTree spec = object.at("spec");
        return WorkloadShape.plain(false, spec.number("replicas", 1), spec.at("template"));
    }

    @Override
    default Replicas replicas(JsonNode owner) {
        return Replicas.at(owner, List.of("spec", "replicas"), Replicas.Unit.POD, "/status/replicas")
                .of(1);
    }

    /**
     * A StatefulSet or LeaderWorkerSet in a queue of Kueue: its pods are a Kueue pod group, so Kueue's webhooks keep the nodeSelector
     * of its templates as it is (kueue pkg/controller/jobframework/validation.go, ValidateImmutablePodGroupPodSpec). A queued
     * Deployment is not held so: each of its pods is a workload of its own.
     */
    static Optional<String> whyRecreated(JsonNode owner) {
        return KueueGuard.isQueued(owner)
                ? Optional.of(Texts.of("Replicated.kueueForbidsChangesOfItsTemplates"))
                : Optional.empty();
    }

    private static List<String> rolled(ResolvedRequest asked, Templates templates, Pin pin, int kept) {
        JsonNode set = asked.job();
        String name = asked.ref().name();
        List<String> effects = new ArrayList<>();
        effects.add(
                templates.pods() == 1
                        ? Texts.of("Replicated.thePodOfIsReplaced", name, pin.words())
                        : Texts.of(
                                "Replicated.allReplicasOfAre",
                                Counted.allAtStart(templates.pods(), "replica"),
                                name,
                                pin.words()));
        if ("Recreate".equals(Trees.text(set, "/spec/strategy/type"))) {
            effects.add(Texts.of("Replicated.itsStrategyIsRecreate"));
        }
        if ("OnDelete".equals(Trees.text(set, "/spec/updateStrategy/type"))) {
            effects.add(Texts.of("Replicated.itsUpdateStrategyIsOndelete"));
        } else if (kept > 0) {
            effects.add(
                    set.path("spec").path("paused").asBoolean()
                            ? Texts.of("Replicated.itIsPausedNoPod")
                            : Texts.of("Replicated.itsPartitionIsThePods", kept));
        }
        if (set.path("spec").path("volumeClaimTemplates").size() > 0) {
            effects.add(Texts.of("Replicated.itsVolumesMustBeReachable", pin.words()));
        }
        return effects;
    }
}
