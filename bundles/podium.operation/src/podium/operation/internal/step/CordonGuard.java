// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.operation.internal.gate.ClusterCalls;
import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.run.StepFailed;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * Looks whether the nodes that a step empties are still the ones that were meant, and out of service: a node whose cordon somebody
 * lifts fills again, and one that was deleted and made anew was never cordoned. Looked at once in a while, however many pods ask.
 */
final class CordonGuard implements StepWatch {
    private static final int MANY = 16;

    private final List<Held> nodes;
    private final ClusterCalls calls;
    private final Duration often;
    private final InstantSource clock;
    private Instant next = Instant.MIN;
    private Optional<String> broken = Optional.empty();

    /** A node by its uid. */
    record Held(ObjectRef node, String uid) {}

    CordonGuard(List<Held> nodes, ClusterCalls calls, Duration often, InstantSource clock) {
        this.nodes = List.copyOf(nodes);
        this.calls = calls;
        // of many nodes each is looked at less often
        this.often = often.multipliedBy(1 + nodes.size() / MANY);
        this.clock = clock;
    }

    /**
     * The nodes that a step and those after it empty, in whatever wave, but for those that are yet to be cordoned: what is evicted for a
     * drain that cannot come to its end is evicted for nothing.
     */
    static List<Held> nodes(List<Step> steps, int at) {
        List<Step> rest = steps.subList(at, steps.size());
        Set<ObjectRef> later = rest.stream()
                .flatMap(step -> step.writes().stream())
                .map(write -> write.write().target())
                .collect(Collectors.toSet());
        List<Held> nodes = new ArrayList<>();
        for (Step step : rest) {
            if (step instanceof Step.Await await
                    && await.expectation() instanceof Expectation.NoOtherPods(List<String> _, String uid)
                    && !uid.isEmpty()
                    && !later.contains(await.target())) {
                nodes.add(new Held(await.target(), uid));
            }
        }
        return nodes;
    }

    @Override
    public synchronized void look() throws OperationSignals.Stopped, StepFailed {
        if (broken.isEmpty() && !clock.instant().isBefore(next)) {
            for (Held held : nodes) {
                broken = broken.isPresent() ? broken : why(held);
            }
            next = clock.instant().plus(often);
        }
        if (broken.isPresent()) {
            throw new StepFailed(broken.get());
        }
    }

    /** Why nothing more may be done to a node; one that is gone holds nothing any more. */
    private Optional<String> why(Held held) throws OperationSignals.Stopped {
        Optional<JsonNode> found = calls.read(held.node());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String name = held.node().name();
        boolean cordoned = found.get().at("/spec/unschedulable").asBoolean();
        if (!held.uid().equals(Json.uid(found.get()))) {
            return Optional.of(
                    cordoned
                            ? Texts.of("CordonGuard.isAnotherNodeNowCordoned", name)
                            : Texts.of("CordonGuard.isAnotherNodeNow", name));
        }
        return cordoned ? Optional.empty() : Optional.of(Texts.of("CordonGuard.somebodyLiftedTheCordon", name));
    }
}
