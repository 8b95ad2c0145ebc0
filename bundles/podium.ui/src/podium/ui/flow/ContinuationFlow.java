// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetService;
import podium.model.fleet.Node;
import podium.operation.Operation;
import podium.operation.OperationService;
import podium.operation.OperationState;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainService;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.Checked;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.ui.label.FailureLabel;
import podium.ui.prompt.ChoicePrompt;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;

/**
 * Going on with an operation that stopped in the middle, and rolling it back: shown first, against the objects as they are now,
 * however long ago it was planned. UI thread.
 */
@Creatable
public final class ContinuationFlow {
    /** How long one may take to pause before it is looked at as it is. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final OperationService operations;
    private final Dialogs dialogs;
    private final BackgroundWork background;
    private final FleetService fleet;
    private final DrainService drains;

    @Inject
    public ContinuationFlow(
            OperationService operations,
            Dialogs dialogs,
            BackgroundWork background,
            FleetService fleet,
            DrainService drains) {
        this.fleet = fleet;
        this.drains = drains;
        this.operations = operations;
        this.dialogs = dialogs;
        this.background = background;
    }

    /** Shows what is left to do; goes on once confirmed. Returns at once. */
    public void resume(Operation operation) {
        show(operation, false);
    }

    /** Shows what is taken back; does it once confirmed. Returns at once. */
    public void rollBack(Operation operation) {
        show(operation, true);
    }

    /**
     * Stops one that runs and takes back what it did. Where that ends pods, does not bring back what was, or would be refused, it
     * says so first; until that is confirmed nothing more is sent. Returns at once.
     */
    public void abort(Operation operation) {
        String id = operation.id();
        Runnable again = () -> abort(operation);
        if (operation.state() == OperationState.RUNNING) {
            operations.pause(id);
        }
        background.run(
                () -> look(id),
                (Look look) -> {
                    Plan plan = look.plan();
                    if (hasEnded(id)) {
                        dialogs.refuse(
                                Texts.of(
                                        "ContinuationFlow.abort",
                                        operation.plan().title()),
                                Texts.of("ContinuationFlow.itHasEndedMeanwhile"),
                                Texts.of("ContinuationFlow.nothingWasTakenBack"));
                    } else if (plan.irreversible().isEmpty() && look.problems().isEmpty()) {
                        operations.abort(id);
                    } else {
                        dialogs.review(
                                paused(operation, plan),
                                Optional.empty(),
                                check(id, true, plan),
                                PlacementOutlook.NOTHING,
                                Optional.of(again),
                                () -> sure(id, true, plan, again, () -> operations.abort(id)));
                    }
                },
                problem -> unread(operation, FailureLabel.words(problem)));
    }

    /** What an abort would take back, and what stands in the way of that. */
    private record Look(Plan plan, List<String> problems) {}

    /** Read when it is paused: what it is still doing then has begun, and is seen. */
    private Look look(String id) throws Exception {
        CompletableFuture<Operation> paused = new CompletableFuture<>();
        try (AutoCloseable _ = operations.listen(now -> {
            if (now.id().equals(id) && now.state() != OperationState.RUNNING) {
                paused.complete(now);
            }
        })) {
            operations
                    .operation(id)
                    .filter(now -> now.state() != OperationState.RUNNING)
                    .ifPresent(paused::complete);
            paused.get(PAUSE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // it is looked at as it is
        }
        return new Look(
                operations.remainder(id, true),
                operations.checkRemainder(id, true).problems());
    }

    private boolean hasEnded(String id) {
        return operations.operation(id).filter(now -> now.state().ended()).isPresent();
    }

    /** What would be sent is made from what is there: once that is something else than is shown, it must be looked at again. */
    private Callable<Checked> check(String id, boolean back, Plan shown) {
        return () -> {
            Checked found = operations.checkRemainder(id, back);
            return found.problems().isEmpty() && !isCovered(operations.remainder(id, back), shown)
                    ? Checked.of(List.of(Texts.of("ContinuationFlow.itWouldDoSomethingElse")))
                    : found;
        };
    }

    /** Looks once more when it is confirmed: what began to run since the last look would be lost. */
    private void sure(String id, boolean back, Plan shown, Runnable again, Runnable then) {
        background.run(
                () -> check(id, back, shown).call().problems(),
                problems -> {
                    if (problems.isEmpty()) {
                        then.run();
                    } else {
                        dialogs.refuse(
                                shown.title(),
                                String.join("\n", problems),
                                Texts.of("ContinuationFlow.nothingWasDoneLook"),
                                Optional.of(again));
                    }
                },
                problem -> dialogs.refuse(
                        shown.title(),
                        FailureLabel.words(problem),
                        Texts.of("ContinuationFlow.nothingWasDoneLook"),
                        Optional.of(again)));
    }

    /** Whether a plan does what was shown, or that for fewer pods: those that were being evicted end by themselves. */
    private static boolean isCovered(Plan now, Plan shown) {
        Set<String> left = victims(now);
        boolean fewer = !left.equals(victims(shown)) && victims(shown).containsAll(left);
        return fewer
                ? others(now).equals(others(shown))
                : words(now.steps()).equals(words(shown.steps()))
                        && now.effects().equals(shown.effects());
    }

    private static List<String> others(Plan plan) {
        return words(plan.steps().stream()
                .filter(step -> !(step instanceof Step.EvictAll))
                .toList());
    }

    private static List<String> words(List<Step> steps) {
        return steps.stream().map(Step::words).toList();
    }

    private static Set<String> victims(Plan plan) {
        return plan.steps().stream()
                .filter(Step.EvictAll.class::isInstance)
                .flatMap(step -> ((Step.EvictAll) step).victims().stream())
                .map(Step.Victim::uid)
                .collect(Collectors.toSet());
    }

    /** With what becomes of the jobs whose pods are still to be evicted, as the drain said it of all when it was planned. */
    private Plan evicting(Plan rest) {
        Set<String> uids = victims(rest);
        List<Node> nodes = fleet.fleet().getClusters().stream()
                .filter(_ -> !uids.isEmpty())
                .filter(cluster -> ClusterId.of(cluster).equals(rest.cluster()))
                .flatMap(cluster -> cluster.getNodes().stream())
                .filter(node -> node.getTasks().stream().anyMatch(task -> uids.contains(task.getUid())))
                .toList();
        if (nodes.isEmpty()) {
            return rest;
        }
        DrainPreview preview = drains.previewOf(nodes, uids);
        List<String> effects = new ArrayList<>(rest.effects());
        effects.addAll(preview.blockers());
        effects.addAll(preview.warnings());
        return rest.withEffects(effects)
                .withIrreversible(Stream.concat(rest.irreversible().stream(), preview.losses().stream())
                        .distinct()
                        .toList());
    }

    private static Plan paused(Operation operation, Plan plan) {
        List<String> effects = new ArrayList<>();
        effects.add(Texts.of("ContinuationFlow.itIsPausedNothing"));
        effects.addAll(plan.effects());
        return plan.titled(Texts.of("ContinuationFlow.abort", operation.plan().title()))
                .withEffects(effects);
    }

    /** A cluster that does not answer keeps nobody from aborting. */
    private void unread(Operation operation, String why) {
        dialogs.pick(
                new ChoicePrompt<>(
                                Texts.of(
                                        "ContinuationFlow.abort",
                                        operation.plan().title()),
                                Texts.of("ContinuationFlow.whatItWouldTake", why),
                                Texts.of("ContinuationFlow.goOn"),
                                List.of(
                                        new ChoicePrompt.Option<>(
                                                false,
                                                Texts.of("ContinuationFlow.leaveItPaused"),
                                                Texts.of("ContinuationFlow.nothingMoreIsSent"),
                                                Optional.empty()),
                                        new ChoicePrompt.Option<>(
                                                true,
                                                Texts.of("ContinuationFlow.abortItUnseen"),
                                                Texts.of("ContinuationFlow.whatWasDoneIs"),
                                                Optional.empty())))
                        .in(operation.plan().cluster()),
                unseen -> {
                    if (unseen) {
                        operations.abort(operation.id());
                    }
                });
    }

    private void show(Operation operation, boolean back) {
        String id = operation.id();
        Runnable again = () -> show(operation, back);
        background.run(
                () -> operations.remainder(id, back),
                (Plan plan) -> dialogs.review(
                        evicting(plan),
                        Optional.empty(),
                        check(id, back, plan),
                        PlacementOutlook.NOTHING,
                        Optional.of(again),
                        () -> sure(id, back, plan, again, () -> {
                            if (back) {
                                operations.abort(id);
                            } else {
                                operations.resume(id);
                            }
                        })),
                problem -> dialogs.refuse(
                        back
                                ? Texts.of(
                                        "ContinuationFlow.rollBack",
                                        operation.plan().title())
                                : Texts.of(
                                        "ContinuationFlow.resume",
                                        operation.plan().title()),
                        Texts.of("ContinuationFlow.whatItWouldSend", FailureLabel.words(problem)),
                        Texts.of("ContinuationFlow.nothingWasSent")));
    }
}
