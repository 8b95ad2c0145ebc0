// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.undo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.failure.FailureText;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.Holdings;
import podium.core.job.LostGpuHours;
import podium.core.json.Json;
import podium.core.retry.PodLossEffect;
import podium.core.text.Counted;
import podium.model.value.Resources;
import podium.model.value.WorkKind;
import podium.operation.internal.step.EndedPods;
import podium.operation.plan.KindCatalog;
import podium.operation.texts.Texts;

/**
 * What dies when an object is changed back, and what that costs: pods that go because there are to be fewer, because the job is
 * suspended, its template changes or it is deleted. Podium knows of no checkpoint here, so the cost is counted from their start.
 */
final class UndoCost {
    private final ObjectReader reader;
    private final KindCatalog kinds;
    private final Instant now;
    private final ServiceCheck services;
    private final Set<String> effects = new LinkedHashSet<>();
    private final Set<String> losses = new LinkedHashSet<>();
    private final Map<String, List<JsonNode>> deleted = new LinkedHashMap<>();

    UndoCost(ObjectReader reader, KindCatalog kinds, Instant now) {
        this.reader = reader;
        this.kinds = kinds;
        this.now = now;
        services = new ServiceCheck(reader, kinds);
    }

    /** What happens, a sentence each. */
    List<String> effects() {
        return List.copyOf(effects);
    }

    /** What is lost for good, a sentence each. */
    List<String> losses() {
        return List.copyOf(losses);
    }

    /** Takes in what the controllers of the pods that are deleted make of that: a Job counts each as failed. */
    void count() {
        deleted.forEach((namespace, pods) -> {
            try {
                PodLossEffect effect = kinds.deleted(pods, namespace, reader);
                if (effect.survives() && !effect.why().isEmpty()) {
                    effects.add(Texts.of("UndoCost.theyAreMadeAnew", effect.why()));
                } else if (!effect.survives()) {
                    losses.add(Texts.of("UndoCost.theJobMayEnd", effect.why()));
                }
            } catch (IOException | IllegalArgumentException e) {
                effects.add(Texts.of("UndoCost.whetherTheyCount", FailureText.sentence(e)));
            }
        });
    }

    /** Takes in that something is lost for good, in a sentence. */
    void lost(String words) {
        losses.add(words);
    }

    /** Takes in that an object is patched. */
    void changed(ObjectRef ref, JsonNode before, JsonNode after) {
        if (EndedPods.isSuspended(after) && !EndedPods.isSuspended(before)) {
            if (makesJobs(ref)) {
                effects.add(Texts.of("UndoCost.isSuspendedItStarts", ref.displayName()));
                return;
            }
            ends(ref, before, Integer.MAX_VALUE, Texts.of("UndoCost.isSuspended", ref.displayName()), false);
            return;
        }
        boolean deactivated = EndedPods.isActive(before) && !EndedPods.isActive(after);
        if (deactivated && before.at("/status/admission").isEmpty()) {
            effects.add(Texts.of("UndoCost.isDeactivatedWhileItWaits", ref.displayName()));
        } else if (deactivated) {
            effects.add(Texts.of("UndoCost.isDeactivatedItsQueue", ref.displayName()));
            losses.add(Texts.of("UndoCost.whatTheyDidSince"));
        }
        if (!EndedPods.isActive(before) && EndedPods.isActive(after)) {
            effects.add(Texts.of("UndoCost.isActivatedAgain", ref.displayName()));
        }
        for (String field : List.of("replicas", "parallelism")) {
            int fewer = before.at("/spec/" + field).asInt(1)
                    - after.at("/spec/" + field).asInt(1);
            if (fewer > 0 && before.at("/spec").has(field)) {
                ends(
                        ref,
                        before,
                        fewer
                                * Math.max(
                                        1,
                                        before.at("/spec/leaderWorkerTemplate/size")
                                                .asInt(1)),
                        Texts.of(
                                "UndoCost.goesFromTo",
                                ref.displayName(),
                                before.at("/spec/" + field).asInt(),
                                after.at("/spec/" + field).asInt(1),
                                field),
                        false);
            }
        }
        if (kinds.rolls(ref) && EndedPods.isOtherTemplate(before, after)) {
            ends(ref, before, Integer.MAX_VALUE, Texts.of("UndoCost.getsItsOldTemplate", ref.displayName()), true);
        }
    }

    /** Takes in that an object is deleted. */
    void deleted(ObjectRef ref, JsonNode object) {
        if (ref.isPod()) {
            deleted.computeIfAbsent(ref.namespace(), _ -> new ArrayList<>()).add(object);
            if (Json.running(object)) {
                String what = Texts.of("UndoCost.isDeleted", ref.displayName());
                tell(what, List.of(object), 1, services.of(object), true);
            }
        } else if (makesJobs(ref)) {
            effects.add(Texts.of("UndoCost.isDeletedWithThe", ref.displayName()));
        } else if (!kinds.podSelector(ref, object).isEmpty()) {
            ends(ref, object, Integer.MAX_VALUE, Texts.of("UndoCost.isDeleted", ref.displayName()), false);
        } else {
            effects.add(Texts.of("UndoCost.objectIsDeleted", ref.displayName()));
        }
    }

    private boolean makesJobs(ObjectRef ref) {
        return kinds.work(ref.apiVersion(), ref.kind()).is(WorkKind.Trait.MAKES_JOBS);
    }

    private void ends(ObjectRef ref, JsonNode object, int most, String what, boolean anew) {
        String selector = kinds.podSelector(ref, object);
        if (selector.isEmpty()) {
            effects.add(Texts.of("UndoCost.whichPodsThatEnds", what));
            losses.add(Texts.of("UndoCost.whatTheyDidSince"));
            return;
        }
        try {
            List<JsonNode> pods = reader.list(ObjectRef.pod(ref.namespace(), ""), selector, "").stream()
                    .map(Json::read)
                    .toList();
            List<JsonNode> running = pods.stream().filter(Json::running).toList();
            tell(what, running, Math.min(most, running.size()), services.of(ref, object), anew);
            long starting = pods.stream().filter(EndedPods::starts).count();
            if (starting > 0 && most == Integer.MAX_VALUE) {
                effects.add(Texts.of("UndoCost.whatStartsEndsToo", Counted.of(starting, "starting pod")));
            }
        } catch (IOException | IllegalArgumentException e) {
            effects.add(Texts.of("UndoCost.whichPodsThatEndsCannot", what, FailureText.sentence(e)));
            losses.add(Texts.of("UndoCost.whatTheyDidSince"));
        }
    }

    /**
     * @param service name of what answers requests and loses no work; empty: it is none
     * @param anew whether new pods come in their place
     */
    private void tell(String what, List<JsonNode> running, int count, Optional<String> service, boolean anew) {
        if (count == 0) {
            effects.add(Texts.of("UndoCost.noneOfItsPods", what));
            return;
        }
        String pods = Counted.of(running.size(), "running pod");
        effects.add(
                count < running.size()
                        ? count == 1
                                ? Texts.of("UndoCost.oneOfItsPodsEnds", what, pods)
                                : Texts.of("UndoCost.someOfItsPodsEnd", what, count, pods)
                        : count == 1
                                ? Texts.of("UndoCost.itsPodEnds", what, pods)
                                : Texts.of("UndoCost.itsPodsEnd", what, pods));
        if (service.isPresent()) {
            losses.add(
                    anew
                            ? count == 1
                                    ? Texts.of("UndoCost.servesWithoutIt", service.get())
                                    : Texts.of("UndoCost.servesWithoutThem", service.get())
                            : count < running.size()
                                    ? Texts.of("UndoCost.answersFewerRequests", service.get())
                                    : Texts.of("UndoCost.answersNoRequests", service.get()));
            return;
        }
        List<OptionalDouble> hours = running.stream()
                .map(this::gpuHours)
                .sorted(Comparator.comparingDouble(LostGpuHours::order).reversed())
                .toList();
        OptionalDouble most = LostGpuHours.sum(hours.stream().limit(count));
        if (most.isEmpty()) {
            losses.add(Texts.of("UndoCost.unknownGpuHoursAreLost"));
            return;
        }
        double lost = most.getAsDouble();
        losses.add(
                count < running.size()
                        ? Texts.of("UndoCost.atMostGpuHoursAreLost", LostGpuHours.atMost(lost))
                        : Texts.of("UndoCost.gpuHoursAreLost", LostGpuHours.words(lost)));
    }

    private OptionalDouble gpuHours(JsonNode pod) {
        Map<String, Long> limits = new HashMap<>();
        for (JsonNode container : pod.at("/spec/containers")) {
            for (Map.Entry<String, JsonNode> limit :
                    container.at("/resources/limits").properties()) {
                if (AcceleratorKind.of(limit.getKey()).isPresent()) {
                    limits.merge(limit.getKey(), limit.getValue().asLong(), Long::sum);
                }
            }
        }
        OptionalInt devices =
                pod.at("/spec/resourceClaims").isEmpty() ? Holdings.devices(Resources.of(limits)) : OptionalInt.empty();
        return LostGpuHours.of(devices, start(pod), Optional.empty(), now);
    }

    private static Optional<Instant> start(JsonNode pod) {
        try {
            return Optional.of(Instant.parse(Json.text(pod, "/status/startTime")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
