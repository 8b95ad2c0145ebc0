// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.cluster.SessionIdentity;
import podium.model.fleet.Node;
import podium.model.value.Taints;
import podium.model.value.Taints.Cordon;
import podium.operation.Operation;
import podium.operation.plan.Step;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.SafeText;

/** Since when and by whom a node is cordoned, as far as it is known. In the realm. */
public final class CordonLabels {
    private CordonLabels() {}

    /**
     * "since 2026-11-28 18:00:01, 3 h ago, by Podium", or when Podium planned it as long as only that is known; empty: it is not cordoned,
     * or nothing is known.
     */
    public static Optional<String> words(Node node, Instant now) {
        return cordon(node).flatMap(cordon -> time(cordon.since())
                .map(since -> when(node, since, now))
                .map(since -> cordon.own()
                        ? Texts.of("CordonLabels.sinceByPodium", since)
                        : Texts.of("CordonLabels.since", since))
                .or(() -> time(cordon.planned())
                        .map(planned -> Texts.of("CordonLabels.plannedByPodium", when(node, planned, now)))));
    }

    /** Since when a node is cordoned; empty: it is not, or nobody tells. */
    public static Optional<Instant> since(Node node) {
        return cordon(node).flatMap(cordon -> time(cordon.since()).or(() -> time(cordon.planned())));
    }

    /** Whether Podium says on the node that it cordoned it. */
    public static boolean isOwn(Node node) {
        return cordon(node).filter(Cordon::own).isPresent();
    }

    private static String when(Node node, Instant time, Instant now) {
        return Snapshots.at(node, time).orElseGet(() -> Formats.timeAndAge(time, now));
    }

    /** As whom Podium cordoned it last, as the journal of this machine tells; empty: it does not. */
    public static Optional<String> user(Node node, List<Operation> operations) {
        return cordon(node)
                .filter(Cordon::own)
                .flatMap(cordon -> operations.stream()
                        .filter(operation -> operation.plan().steps().stream()
                                .flatMap(CordonLabels::writes)
                                .anyMatch(write -> write.write().target().name().equals(node.getName())
                                        && write.write().body().contains(" at " + cordon.planned() + ";")))
                        .findFirst())
                .flatMap(Operation::session)
                .map(SessionIdentity::user)
                .filter(user -> !user.isEmpty())
                .map(SafeText::line);
    }

    private static Stream<Step.Write> writes(Step step) {
        return switch (step) {
            case Step.Write write -> Stream.of(write);
            case Step.Barrier barrier -> barrier.writes().stream();
            case Step.EvictAll _, Step.Await _ -> Stream.empty();
        };
    }

    private static Optional<Cordon> cordon(Node node) {
        @Nullable Taints taints = node.getTaints();
        return taints == null || !node.isUnschedulable() ? Optional.empty() : taints.cordon();
    }

    private static Optional<Instant> time(String at) {
        try {
            return Optional.of(Instant.parse(at));
        } catch (DateTimeException nothing) {
            return Optional.empty();
        }
    }
}
