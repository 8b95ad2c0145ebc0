// SPDX-License-Identifier: Apache-2.0
package podium.ui.action;

import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import podium.core.fleet.DomainTree;
import podium.core.fleet.Holdings;
import podium.core.job.JobTraits;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.placement.Subject;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.ChosenJobs;
import podium.ui.enablement.FleetAction;
import podium.ui.enablement.KeySchemes;
import podium.ui.enablement.NodesOfDevices;
import podium.ui.flow.ClusterFlow;
import podium.ui.flow.CopyFlow;
import podium.ui.flow.DrainFlow;
import podium.ui.flow.ForwardFlow;
import podium.ui.flow.GangLayoutFlow;
import podium.ui.flow.JobFlow;
import podium.ui.flow.PlaceFlow;
import podium.ui.flow.ShellFlow;
import podium.ui.flow.SubmitFlow;
import podium.ui.flow.SuspendFlow;
import podium.ui.flow.UndoFlow;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;

/**
 * What can be done with a selection, why not, and doing it: one answer for menu, toolbar, context menu and key. UI
 * thread.
 */
@Creatable
public final class FleetActions {
    private final SubmitFlow submit;
    private final PlaceFlow place;
    private final GangLayoutFlow board;
    private final DrainFlow drain;
    private final SuspendFlow suspend;
    private final JobFlow jobs;
    private final ClusterFlow clusters;
    private final UndoFlow undo;
    private final LogFlow logs;
    private final ShellFlow shells;
    private final ForwardFlow forwards;
    private final CopyFlow copies;
    private final ActionEnablement offers;
    private final Dialogs dialogs;
    private final KeySchemes keys;

    @Inject
    public FleetActions(
            SubmitFlow submit,
            PlaceFlow place,
            GangLayoutFlow board,
            DrainFlow drain,
            SuspendFlow suspend,
            JobFlow jobs,
            ClusterFlow clusters,
            UndoFlow undo,
            LogFlow logs,
            ShellFlow shells,
            ForwardFlow forwards,
            CopyFlow copies,
            ActionEnablement offers,
            Dialogs dialogs,
            KeySchemes keys) {
        this.submit = submit;
        this.place = place;
        this.board = board;
        this.drain = drain;
        this.suspend = suspend;
        this.jobs = jobs;
        this.clusters = clusters;
        this.undo = undo;
        this.logs = logs;
        this.shells = shells;
        this.forwards = forwards;
        this.copies = copies;
        this.offers = offers;
        this.dialogs = dialogs;
        this.keys = keys;
    }

    /** Why the act cannot be done with this selection; empty: it can. */
    public Optional<String> whyNot(FleetAction action, List<EObject> selected) {
        List<EObject> selection = reached(action, selected);
        Optional<String> wrong = FleetLabels.gone(selection);
        if (wrong.isPresent()) {
            return wrong;
        }
        wrong = switch (action) {
            case SUBMIT -> submit.whyNot(selection);
            case PLACE -> ofJob(selection, Texts.of("FleetActions.selectAJobOr"));
            case LAY_OUT, FREE -> ofJob(selection, Texts.of("FleetActions.selectAJob"));
            case DRAIN ->
                nodes(selection).isEmpty() ? Optional.of(Texts.of("FleetActions.selectNodes")) : Optional.empty();
            case CORDON ->
                nodes(selection).stream().anyMatch(node -> !node.isUnschedulable())
                        ? Optional.empty()
                        : Optional.of(Texts.of("FleetActions.selectNodesThatAre"));
            case UNCORDON ->
                nodes(selection).stream().anyMatch(Node::isUnschedulable)
                        ? Optional.empty()
                        : Optional.of(Texts.of("FleetActions.selectCordonedNodes"));
            case SUSPEND -> ofJobs(selection, suspend::whyNotSuspend);
            case RESUME -> ofJobs(selection, suspend::whyNotResume);
            case RUN_NOW, SCALE, PRIORITY, QUEUE, REQUEUE, DELETE ->
                ofJobs(selection, chosen -> jobs.whyNot(action, chosen));
            case WHICH_CLUSTER -> past(selection).or(() -> ofJobs(selection, clusters::whyNot));
            case LOGS -> past(selection).or(() -> logs.whyNot(selection));
            case SHELL -> barred(action, selection).or(() -> shells.whyNot(selection));
            case FORWARD -> barred(action, selection).or(() -> forwards.whyNot(selection));
            case COPY_FILES -> barred(action, selection).or(() -> copies.whyNot(selection));
            case UNDO -> undo.whyNot();
        };
        return wrong.or(() -> ofPod(action, selection))
                .or(() -> action == FleetAction.FREE ? job(selection).flatMap(board::whyNotFree) : Optional.empty())
                .or(() -> barred(action, selection));
    }

    /** What an act is done to: of devices, what looks into containers is done to the tasks that hold them. */
    private static List<EObject> reached(FleetAction action, List<EObject> selection) {
        List<EObject> tasks = ActionMenu.looksIntoContainers(action) ? holders(selection) : List.of();
        return tasks.isEmpty() ? selection : tasks;
    }

    /** The tasks that hold these devices; something else among them: none. */
    static List<EObject> holders(List<EObject> selection) {
        return selection.stream().allMatch(thing -> thing instanceof Accelerator || thing instanceof Slice)
                ? selection.stream()
                        .flatMap(thing -> thing instanceof Accelerator device
                                ? Holdings.holders(device).stream()
                                : ((Slice) thing).getTasks().stream().filter(Holdings::holds))
                        .<EObject>map(task -> task)
                        .distinct()
                        .toList()
                : List.of();
    }

    private static Optional<String> past(List<EObject> selection) {
        return selection.stream()
                .flatMap(thing -> Snapshots.whyNot(thing).stream())
                .findFirst();
    }

    /** Opens the logs of the run before the present one, of the present one where there is none. */
    public void logsOfTheRunBefore(List<EObject> selection) {
        logs.before(selection);
    }

    /** Called on any thread when the rights of the operator are known better than before. */
    public AutoCloseable listen(Runnable listener) {
        return offers.listen(listener);
    }

    /** Begins the act with this selection. Nothing is sent before the operator confirms; nor for what left since it was picked. */
    public void run(FleetAction action, List<EObject> selected) {
        List<EObject> selection = reached(action, selected);
        Optional<String> gone = FleetLabels.gone(selection);
        if (gone.isPresent() && !goesOn(action, selection)) {
            dialogs.refuse(action.words().replace("\u2026", ""), gone.get(), Texts.of("FleetActions.nothingWasSent"));
            return;
        }
        switch (action) {
            case SUBMIT -> submit.begin(selection);
            case PLACE -> subject(selection).ifPresent(place::choose);
            case LAY_OUT -> job(selection).ifPresent(board::open);
            case FREE -> job(selection).ifPresent(board::free);
            case DRAIN -> drain.drain(nodes(selection));
            case CORDON ->
                drain.cordon(nodes(selection).stream()
                        .filter(node -> !node.isUnschedulable())
                        .toList());
            case UNCORDON ->
                drain.uncordon(
                        nodes(selection).stream().filter(Node::isUnschedulable).toList());
            case SUSPEND -> some(selection).ifPresent(suspend::suspend);
            case RESUME -> some(selection).ifPresent(suspend::resume);
            case RUN_NOW, SCALE, PRIORITY, QUEUE, REQUEUE, DELETE ->
                some(selection).ifPresent(chosen -> jobs.begin(action, chosen));
            case WHICH_CLUSTER -> job(selection).ifPresent(clusters::compare);
            case LOGS -> logs.open(selection);
            case SHELL -> shells.open(selection);
            case FORWARD -> forwards.begin(selection);
            case COPY_FILES -> copies.begin(selection);
            case UNDO -> undo.next().ifPresent(undo::undo);
        }
    }

    /** Whether it is done with those of several jobs that are still there; which are left out is said in the plan. */
    private static boolean goesOn(FleetAction action, List<EObject> selection) {
        return switch (action) {
            case SUSPEND, RESUME, RUN_NOW, SCALE, PRIORITY, QUEUE, REQUEUE, DELETE ->
                selection.stream().allMatch(Job.class::isInstance)
                        && selection.stream().anyMatch(FleetLabels::isThere);
            default -> false;
        };
    }

    /** What is said of a job that a move left behind; empty: none did. */
    public Optional<String> moved(Job job) {
        return undo.moved(job);
    }

    /** Submitting, for those who take files that are dropped on them. */
    public SubmitFlow submit() {
        return submit;
    }

    /** What a selection means when it is placed: a whole job, or tasks of one. Empty: neither. */
    public static Optional<Subject> subject(List<? extends EObject> selection) {
        if (selection.size() == 1 && selection.getFirst() instanceof Job job) {
            return Optional.of(new Subject(job, List.of()));
        }
        List<Task> tasks = only(selection, Task.class);
        return tasks.isEmpty() || tasks.stream().map(Task::getJob).distinct().count() != 1
                ? Optional.empty()
                : Optional.of(new Subject(tasks.getFirst().getJob(), tasks));
    }

    /** What stands against it though it makes sense: a lock, a rule, a missing right. */
    private Optional<String> barred(FleetAction action, List<EObject> selection) {
        return switch (action) {
            case DRAIN, CORDON, UNCORDON -> offers.whyNot(action, nodes(selection));
            // a board whose ranks wait already may be looked at; its commit asks again
            case LAY_OUT -> job(selection).filter(board::mustHold).flatMap(job -> offers.whyNot(action, job));
            case PLACE, FREE, SUSPEND, RESUME, RUN_NOW, SCALE, PRIORITY, QUEUE, REQUEUE, DELETE ->
                jobs(selection).stream()
                        .flatMap(job -> offers.whyNot(action, job).stream())
                        .findFirst();
            case LOGS, SHELL, FORWARD, COPY_FILES ->
                jobs(selection).stream()
                        .flatMap(job -> offers.whyNotReach(action, job).stream())
                        .findFirst();
            case UNDO, SUBMIT, WHICH_CLUSTER -> Optional.empty();
        };
    }

    /** What the act is called now: undo names what it takes back, while it can. */
    public String words(FleetAction action) {
        return action == FleetAction.UNDO ? undo.offered().map(undo::shortName).orElse(action.words()) : action.words();
    }

    /** What a menu calls the act with this selection: who picked a task or a GPU is told where its whole job or node is meant. */
    public String words(FleetAction action, List<EObject> selection) {
        ChosenJobs chosen = ChosenJobs.of(selection);
        if (action == FleetAction.SHELL && shells.asksWhich(reached(action, selection))) {
            return Texts.of("FleetActions.shellInOneOf");
        }
        return chosen.byTask() && action != FleetAction.UNDO
                ? chosen.words(action)
                : NodesOfDevices.words(action, selection).orElseGet(() -> words(action));
    }

    /** The key that does it in the scheme of now; empty: none. */
    public String key(FleetAction action) {
        return keys.get().key(action);
    }

    /** Hears when other keys hold; close the result to end it. */
    public AutoCloseable listenToKeys(Runnable listener) {
        return keys.listen(listener);
    }

    /** What the act means now: undo names all of what it takes back. */
    public String meaning(FleetAction action) {
        return action == FleetAction.UNDO
                ? undo.next().map(undo::nameInCluster).orElse(action.meaning())
                : action.meaning();
    }

    /** The meaning for a tip: with what undo goes past. */
    public String tip(FleetAction action) {
        return meaning(action)
                + (action == FleetAction.UNDO
                        ? undo.passedOver().map(words -> "\n" + words).orElse("")
                        : "");
    }

    /** The nodes a selection means: nodes, those of a domain, and the node of a device. Something else in it: none. */
    static List<Node> nodes(List<? extends EObject> selection) {
        Set<Node> nodes = new LinkedHashSet<>();
        for (EObject thing : selection) {
            Optional<Node> node = FleetLabels.node(thing);
            if (thing instanceof Domain domain) {
                nodes.addAll(DomainTree.nodes(domain));
            } else if (node.isPresent()) {
                nodes.add(node.get());
            } else {
                return List.of();
            }
        }
        return List.copyOf(nodes);
    }

    /** Of one job, or of tasks of one, that has not finished. */
    private static Optional<String> ofJob(List<EObject> selection, String otherwise) {
        return job(selection).isEmpty()
                ? Optional.of(otherwise)
                : job(selection)
                        .filter(job -> job.getFinished() != null)
                        .map(job -> Texts.of("FleetActions.itHasFinished"));
    }

    /** What no bare pod can do, whatever is free: nothing makes it anew, and what is in it stays. */
    private static Optional<String> ofPod(FleetAction action, List<EObject> selection) {
        if (jobs(selection).stream().noneMatch(JobTraits::isPod)) {
            return Optional.empty();
        }
        return switch (action) {
            case LAY_OUT -> Optional.of(Texts.of("FleetActions.aPodHasNoRanks"));
            case FREE ->
                Optional.of(
                        jobs(selection).stream()
                                        .flatMap(job -> job.getTasks().stream())
                                        .anyMatch(task -> task.getNode() != null)
                                ? Texts.of("FleetActions.aPodStays")
                                : Texts.of("FleetActions.aPodIsPlaced"));
            case SCALE -> Optional.of(Texts.of("FleetActions.aPodCannotBeScaled"));
            case REQUEUE -> Optional.of(Texts.of("FleetActions.aPodCannotBeStopped"));
            case WHICH_CLUSTER -> Optional.of(Texts.of("FleetActions.aPodCannotBeMoved"));
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofJobs(List<EObject> selection, Function<List<Job>, Optional<String>> whyNot) {
        List<Job> chosen = jobs(selection);
        return chosen.isEmpty() ? Optional.of(Texts.of("FleetActions.selectJobs")) : whyNot.apply(chosen);
    }

    private static Optional<ChosenJobs> some(List<EObject> selection) {
        return Optional.of(ChosenJobs.of(selection))
                .filter(chosen -> !chosen.jobs().isEmpty());
    }

    private static Optional<Job> job(List<EObject> selection) {
        return subject(selection).map(Subject::job);
    }

    /** The jobs a selection means: jobs, and those of tasks. Something else in it: none. */
    static List<Job> jobs(List<? extends EObject> selection) {
        return ChosenJobs.of(selection).jobs();
    }

    /** The selection when all of it is of this type; else nothing. */
    private static <T> List<T> only(List<? extends EObject> selection, Class<T> type) {
        return selection.stream().allMatch(type::isInstance)
                ? selection.stream().map(type::cast).toList()
                : List.of();
    }
}
