// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import podium.core.text.Counted;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.texts.Texts;
import podium.placement.Reason;
import podium.placement.Verdict;

/** Says in a plan whom its outcome kills, where something fits only by that. Any thread. */
public final class EvictionNotes {
    private static final int NAMED = 5;

    private EvictionNotes() {}

    /**
     * A plan for what got a verdict, with those who are evicted for it.
     *
     * @param capacity that its nodes may be taken back by their cloud, in sentences ({@link CapacityNotes})
     */
    public static Result told(Result planned, Verdict verdict, List<String> capacity) {
        return CapacityNotes.told(told(planned, verdict), capacity);
    }

    /** A plan after which what it creates wants room wherever there is some, with those who may be stopped for that. */
    public static Result mayStop(Result planned, List<String> evicted) {
        if (evicted.isEmpty() || !(planned instanceof Result.Compiled(Plan plan))) {
            return planned;
        }
        String named = String.join("; ", evicted.stream().limit(NAMED).toList());
        int more = evicted.size() - NAMED;
        List<String> irreversible = new ArrayList<>();
        irreversible.add(
                more > 0
                        ? Texts.of("EvictionNotes.mayStopAtOnceAndMore", named, more)
                        : Texts.of("EvictionNotes.mayStopAtOnce", named));
        irreversible.addAll(plan.irreversible());
        return new Result.Compiled(plan.withIrreversible(irreversible));
    }

    private static Result told(Result planned, Verdict verdict) {
        if (!(planned instanceof Result.Compiled(Plan plan))) {
            return planned;
        }
        Plan doubted = untolerated(doubted(plan, verdict), verdict);
        return new Result.Compiled(verdict.evicts().isEmpty() ? doubted : told(doubted, verdict.evicts()));
    }

    /** The same, with what the verdict leans on and what is not known as it is now. */
    private static Plan doubted(Plan plan, Verdict verdict) {
        List<String> effects = new ArrayList<>(plan.effects());
        verdict.why().stream()
                .filter(reason -> reason.kind() == Reason.Kind.UNKNOWN)
                .forEach(reason -> effects.add(Texts.of("EvictionNotes.itMayNotFind", reason.words())));
        return plan.withEffects(effects);
    }

    /** The same, with the toleration that only the server can add: where it does not, what is pinned there waits for good. */
    private static Plan untolerated(Plan plan, Verdict verdict) {
        List<String> first = verdict.why().stream()
                .filter(reason -> reason.kind() == Reason.Kind.TOLERATION)
                .map(reason -> Texts.of("EvictionNotes.startsOnlyIf", reason.words()))
                .toList();
        return first.isEmpty()
                ? plan
                : plan.withIrreversible(Stream.concat(first.stream(), plan.irreversible().stream())
                        .toList());
    }

    private static Plan told(Plan plan, List<String> evicts) {
        List<String> irreversible = new ArrayList<>();
        irreversible.add(String.join("; ", evicts));
        irreversible.add(
                evicts.size() == 1
                        ? Texts.of("EvictionNotes.cannotBeUndoneItIsKilled")
                        : Texts.of("EvictionNotes.cannotBeUndoneAllAreKilled", Counted.all(evicts.size(), "pod")));
        irreversible.addAll(plan.irreversible());
        return plan.withIrreversible(irreversible);
    }
}
