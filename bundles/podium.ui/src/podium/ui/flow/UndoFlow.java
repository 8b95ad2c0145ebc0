// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetService;
import podium.model.fleet.Job;
import podium.operation.Operation;
import podium.operation.OperationService;
import podium.operation.OperationState;
import podium.operation.UndoProposal;
import podium.operation.job.JobActionPlanner;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.Plan;
import podium.ui.enablement.ActionEnablement;
import podium.ui.label.FailureLabel;
import podium.ui.label.FleetLabels;
import podium.ui.label.MovedJobs;
import podium.ui.prompt.ChoicePrompt;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.NextStep;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.TextShortener;

/**
 * Taking a done operation back: which one that is, why not, and the plan for it, made when it is asked for. Where what it wrote
 * was changed since, the operator chooses first. UI thread.
 */
@Creatable
public final class UndoFlow {
    private static final String UNDO = "undo";
    /** Begins the title of an undo in the journal. */
    private static final String JOURNALED = "Undo: ";

    private static final int LONGEST = 40;
    /** Letters of a cluster's name in it. */
    private static final int LONGEST_CLUSTER = 16;
    /** Changes by others that are told one by one. */
    private static final int MOST = 8;

    private final OperationService operations;
    private final Dialogs dialogs;
    private final BackgroundWork background;
    private final ActionEnablement offers;
    private final FleetService fleet;
    private final FleetSelection latest;
    private final JobActionPlanner jobs;

    @Inject
    public UndoFlow(
            OperationService operations,
            Dialogs dialogs,
            BackgroundWork background,
            ActionEnablement offers,
            FleetService fleet,
            FleetSelection latest,
            JobActionPlanner jobs) {
        this.jobs = jobs;
        this.offers = offers;
        this.fleet = fleet;
        this.latest = latest;
        this.operations = operations;
        this.dialogs = dialogs;
        this.background = background;
    }

    /** What the undo of an operation is called: "Undo: Scale trainer to 9". */
    public static String name(Operation operation) {
        return Texts.of("UndoFlow.undo", MovedJobs.shown(title(operation)));
    }

    /** The same, and of several open clusters in which: "Undo: Cordon n1 in lab". */
    public String nameInCluster(Operation operation) {
        return inCluster(name(operation), operation);
    }

    /** The same for a menu. */
    public String shortName(Operation operation) {
        String name = name(operation);
        int most = LONGEST - (inCluster(name, operation).length() - name.length());
        return inCluster(name.length() > most ? name.substring(0, most - 1).strip() + "\u2026" : name, operation);
    }

    private String inCluster(String name, Operation operation) {
        return isOneOfSeveral()
                ? Texts.of(
                        "UndoFlow.inCluster",
                        name,
                        TextShortener.to(
                                LONGEST_CLUSTER,
                                SafeText.line(operation.plan().cluster().name())))
                : name;
    }

    private boolean isOneOfSeveral() {
        return fleet.fleet().getClusters().size() > 1;
    }

    /**
     * The operation that is taken back when none is picked: the newest in the cluster that is looked at, but those that ended and cannot
     * be undone, which {@link #passedOver} tells. Empty when that one has not ended: what is half done comes before what is older. Empty
     * too when one of those worked on the same: a drained node would take pods again if the cordon from before the drain went.
     */
    public Optional<Operation> next() {
        return newest().filter(Operation::canUndo)
                .filter(operation -> upon(operation).isEmpty());
    }

    /** What was done to the same objects after an operation and was not undone, newest first. */
    private List<Operation> upon(Operation operation) {
        Set<ObjectRef> objects = operation.plan().objects();
        return thoughtOf()
                .takeWhile(later -> !later.id().equals(operation.id()))
                .filter(later -> later.plan().cluster().equals(operation.plan().cluster()))
                .filter(later -> later.state() == OperationState.DONE || later.done() > 0)
                .filter(later -> !Collections.disjoint(later.plan().objects(), objects))
                .toList();
    }

    /** The plan that undoes an operation, with what was done upon it. */
    private Plan onWhatCameAfter(Operation operation, Plan plan) {
        List<Operation> upon = upon(operation);
        return upon.isEmpty()
                ? plan
                : plan.withEffects(Stream.concat(
                                plan.effects().stream(),
                                Stream.of(Texts.of(
                                        "UndoFlow.whatCameAfterStays",
                                        upon.stream().map(UndoFlow::title).collect(Collectors.joining(", ")))))
                        .toList());
    }

    /** What {@link #next()} goes past, since it cannot be undone, in a sentence; empty: it is the newest. */
    public Optional<String> passedOver() {
        return last().filter(_ -> next().isPresent())
                .filter(UndoFlow::isForGood)
                .map(operation -> Texts.of("UndoFlow.theLastIsPassedOver", ended(operation)));
    }

    /** {@link #next()}, while it can be taken back: the operator has the rights, its cluster is open and unlocked. */
    public Optional<Operation> offered() {
        return next().filter(operation -> whyNot(operation).isEmpty());
    }

    /** Why nothing can be taken back without picking what, and what can be; empty: {@link #next()} can. */
    public Optional<String> whyNot() {
        Optional<Operation> newest = newest();
        return newest.isEmpty()
                ? Optional.of(last().map(operation -> Texts.of("UndoFlow.theLastCannotBeUndone", ended(operation)))
                        .orElseGet(this::nothing))
                : newest.flatMap(operation -> operation.canUndo()
                        ? inTheWay(operation).or(() -> whyNot(operation))
                        : Optional.of(
                                operation.state() == OperationState.INTERRUPTED
                                        ? Texts.of("UndoFlow.stopped", title(operation))
                                        : Texts.of("UndoFlow.stillRuns", title(operation))));
    }

    private String nothing() {
        return CurrentCluster.of(latest, fleet)
                .filter(_ -> isOneOfSeveral())
                .map(cluster -> Texts.of("UndoFlow.thereIsNothingToIn", FleetLabels.name(cluster)))
                .orElse(Texts.of("UndoFlow.thereIsNothingTo"));
    }

    private Optional<String> inTheWay(Operation operation) {
        return upon(operation).stream()
                .findFirst()
                .map(later -> Texts.of("UndoFlow.theLaterStands", ended(later), title(operation)));
    }

    /** How an operation ended that cannot be undone. */
    private static String ended(Operation operation) {
        return switch (operation.state()) {
            case FAILED -> Texts.of("UndoFlow.failed", title(operation));
            case ABORTED -> Texts.of("UndoFlow.wasAborted", title(operation));
            default -> Texts.of("UndoFlow.cannotBeUndone", title(operation));
        };
    }

    private static String title(Operation operation) {
        return SafeText.line(operation.plan().title());
    }

    private static boolean isForGood(Operation operation) {
        return operation.state().ended() && !operation.canUndo();
    }

    private Optional<Operation> newest() {
        return thoughtOf().filter(operation -> !isForGood(operation)).findFirst();
    }

    private Optional<Operation> last() {
        return thoughtOf().findFirst();
    }

    /** What is history, was taken back, took something back or was done elsewhere is not what an operator has in mind. */
    private Stream<Operation> thoughtOf() {
        List<Operation> all = operations.operations();
        Optional<ClusterId> here = CurrentCluster.of(latest, fleet).map(ClusterId::of);
        return all.stream()
                .filter(operation -> here.isEmpty() || isIn(here.get(), operation, all))
                .filter(operation -> operation.past().isEmpty())
                .filter(operation -> operation.state() != OperationState.UNDONE)
                .filter(operation -> !operation.plan().kind().equals(UNDO)
                        || !operation.state().ended());
    }

    /** A job that was moved away from here is where it is undone first. */
    private static boolean isIn(ClusterId here, Operation operation, List<Operation> newestFirst) {
        return Stream.concat(Stream.of(operation), MoveParts.before(operation, newestFirst).stream())
                .anyMatch(part -> part.plan().cluster().equals(here));
    }

    /** The operation that another one, which failed, was to take back, and that still can be; empty: it was to take none back. */
    public Optional<Operation> again(Operation failed) {
        return operations.operations().stream()
                .filter(_ -> failed.state() == OperationState.FAILED)
                .filter(Operation::canUndo)
                .filter(done -> isUndo(failed, done))
                .findFirst();
    }

    /** Whether an operation is to undo another one. */
    static boolean isUndo(Operation operation, Operation done) {
        return operation.plan().kind().equals(UNDO)
                && operation.plan().title().equals(JOURNALED + done.plan().title());
    }

    /** What is said of a job that a move left behind; empty: none did. In the realm. */
    public Optional<String> moved(Job job) {
        return MovedJobs.words(job, operations.operations());
    }

    /** Makes the plan that takes it back, and shows it; does it once confirmed. Returns at once. */
    public void undo(Operation operation) {
        Optional<String> why = whyNot(operation);
        if (why.isPresent()) {
            refuse(operation, why.get());
            return;
        }
        dialogs.planning(
                name(operation),
                background.run(
                        () -> operations.undoPlan(operation.id()),
                        proposal -> show(operation, proposal),
                        problem ->
                                refuse(operation, Texts.of("UndoFlow.thePlanCouldNot", FailureLabel.words(problem)))));
    }

    /** Why an operation cannot be taken back, as far as is known without asking its cluster; empty: it can be asked for. */
    public Optional<String> whyNot(Operation operation) {
        if (operation.canUndo()) {
            return offers.whyNotUndo(operation).or(() -> operations.whyNotUndo(operation.id()));
        }
        return Optional.of(Texts.of(
                "UndoFlow.itCannotBeUndone",
                operation.plan().canUndo()
                        ? Texts.of("UndoFlow.itIsNotDone")
                        : String.join(" ", operation.plan().irreversible())));
    }

    private void refuse(Operation operation, String why) {
        dialogs.refuse(name(operation), why, Texts.of("UndoFlow.nothingWasSent"));
    }

    private void show(Operation operation, UndoProposal proposal) {
        switch (proposal) {
            case UndoProposal.Refused(String why) -> refuse(operation, why);
            case UndoProposal.Nothing(String why) -> refuse(operation, why);
            case UndoProposal.Ready(Plan plan) -> review(operation, plan);
            case UndoProposal.Changed changed -> choose(operation, changed);
        }
    }

    private void choose(Operation operation, UndoProposal.Changed changed) {
        String changes = changed.changes().stream()
                .limit(MOST)
                .map(UndoProposal.Change::words)
                .collect(Collectors.joining("\n"));
        int more = changed.changes().size() - MOST;
        String words = more > 0
                ? Texts.of("UndoFlow.changesAndMore", changed.heading(), changes, more)
                : Texts.of("UndoFlow.changes", changed.heading(), changes);
        if (changed.merge().or(changed::anyway).isEmpty()) {
            refuse(operation, words);
            return;
        }
        List<ChoicePrompt.Option<Plan>> options = new ArrayList<>();
        changed.merge()
                .ifPresent(plan -> options.add(new ChoicePrompt.Option<>(
                        plan,
                        Texts.of("UndoFlow.merge"),
                        Texts.of("UndoFlow.undoesOnlyWhatNobody"),
                        Optional.empty())));
        changed.anyway()
                .ifPresent(plan -> options.add(new ChoicePrompt.Option<>(
                        plan,
                        Texts.of("UndoFlow.undoAnyway"),
                        Texts.of("UndoFlow.overwritesWhatOthersChanged"),
                        Optional.empty())));
        dialogs.pick(
                new ChoicePrompt<>(name(operation), words, NextStep.PLAN, options)
                        .in(operation.plan().cluster()),
                plan -> review(operation, plan));
    }

    /** The parts of a move are undone in their turn: the job would run in two clusters, or in none. */
    private void review(Operation operation, Plan plan) {
        List<Operation> all = operations.operations();
        Optional<Operation> before = MoveParts.before(operation, all);
        Plan waiting = plan.withEffects(Stream.concat(plan.effects().stream(), jobs.waits(plan).stream())
                .toList());
        Plan told = MoveParts.undoing(operation, onWhatCameAfter(operation, waiting), all);
        PlacementOutlook outlook = jobs.readmission(told);
        Consumer<String> send = typed -> outlook.lost()
                .ifPresentOrElse(
                        why -> dialogs.refuse(
                                told.title(),
                                why,
                                Texts.of("PlanReview.nothingWasSentPlan"),
                                Optional.of(() -> undo(operation))),
                        () -> send(operation, told, typed, before));
        Runnable confirmed = () -> operations
                .ruling(told)
                .typed()
                .ifPresentOrElse(typed -> dialogs.type(told, typed, () -> send.accept(typed)), () -> send.accept(""));
        dialogs.review(
                told,
                Optional.empty(),
                () -> operations.check(told),
                outlook,
                Optional.of(() -> undo(operation)),
                confirmed);
    }

    private void send(Operation operation, Plan plan, String typed, Optional<Operation> before) {
        before.ifPresent(first -> background.follow(
                FollowedOperation.undone(operations, operation),
                ended -> {
                    if (ended.id().equals(operation.id())) {
                        undo(first);
                    } else {
                        String why = ended.outcome().orElse("");
                        dialogs.refuse(
                                name(operation),
                                Texts.of("UndoFlow.didNotEndAs", name(operation), why),
                                Texts.of("UndoFlow.theOtherPartStays"),
                                Optional.of(() -> undo(operation)));
                    }
                },
                problem -> refuse(first, FailureLabel.words(problem))));
        operations.undo(operation.id(), plan, typed);
    }
}
