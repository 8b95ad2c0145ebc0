// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.file.Home;
import podium.core.text.Counted;
import podium.operation.OperationListener;
import podium.operation.OperationService;
import podium.operation.OperationState;
import podium.operation.object.NodeShellPods;
import podium.operation.object.ObjectAction;
import podium.operation.object.ObjectActionCompiler;
import podium.operation.plan.JoinedPlans;
import podium.operation.plan.KubectlExport;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.rule.RuleDecision;
import podium.operation.shell.ShellService;
import podium.ui.prompt.ChoicePrompt;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.NextStep;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;

/**
 * The pods of shells on nodes: each goes with its shell, by an operation. One that was left behind, because Podium or its connection
 * ended first, or their cluster was locked, is found again by its label once the cluster is connected and unlocked, and offered to be
 * removed. UI thread.
 */
@Creatable
public final class NodeShells {
    /** How many pods are named of many. */
    private static final int NAMED = 4;

    /** Its grace period is 0: one that takes longer is on a node that does not answer. */
    private static final long SECONDS_TO_END = 10;

    private final Connections connections;
    private final OperationService operations;
    private final PlanReview review;
    private final Dialogs dialogs;
    private final BackgroundWork background;
    private final ShellService shells;
    private final ShellsInUse used;
    private final Set<ClusterId> looked = new HashSet<>();

    @Inject
    public NodeShells(
            Connections connections,
            OperationService operations,
            PlanReview review,
            Dialogs dialogs,
            BackgroundWork background,
            ShellService shells,
            ShellsInUse used) {
        this.connections = connections;
        this.operations = operations;
        this.review = review;
        this.dialogs = dialogs;
        this.background = background;
        this.shells = shells;
        this.used = used;
    }

    /** The value of the label by which this operator's pods are known, without telling who that is. */
    String owner() {
        String who = System.getProperty("user.name", "") + "@" + Home.folder();
        return String.format("%08x", who.hashCode());
    }

    /** A debug container is being used by a shell. */
    void opened(String name) {
        used.add(name);
    }

    /** A pod was asked for on a node, for a shell. */
    void opened(ClusterId cluster, ObjectRef pod, String node) {
        used.add(new ShellsInUse.NodePod(cluster, pod, node));
    }

    /** Whether a shell of this window uses a pod or a debug container, or will once it is there. */
    public boolean uses(String name) {
        return used.has(name);
    }

    /** What becomes of the pods of shells on nodes when their cluster is closed, each in a line. */
    public List<String> ending(ClusterId cluster) {
        boolean deleted = deleting(cluster).isPresent();
        return used.pods(cluster).stream()
                .map(it -> asking(cluster, it.pod())
                        .filter(_ -> deleted)
                        .map(why ->
                                Texts.of("NodeShells.podStaysByRule", it.pod().name(), it.node(), why, removed(it)))
                        .orElseGet(() -> deleted
                                ? Texts.of("NodeShells.podIsDeleted", it.pod().name(), it.node())
                                : Texts.of("NodeShells.podStays", it.pod().name(), it.node(), removed(it))))
                .toList();
    }

    /** Why the rules do not let the pod of a node shell be deleted without being asked, a sentence; empty: they do. */
    Optional<String> asking(ClusterId cluster, ObjectRef pod) {
        String words = Texts.of("NodeShells.deletePod", pod.name());
        ApiWrite delete = new ApiWrite(ApiWrite.Verb.DELETE, pod, "", "", Optional.empty(), Optional.empty(), words);
        RuleDecision ruling = operations.ruling(new Plan(
                cluster,
                "delete",
                words,
                List.of(new Step.Write(delete, Optional.empty())),
                List.of(),
                List.of(words),
                List.of(),
                List.of()));
        return Stream.of(
                        ruling.forbidden().stream(),
                        ruling.approval().stream(),
                        ruling.typed().map(_ -> Texts.of("NodeShells.rulesAskForAName")).stream())
                .flatMap(it -> it)
                .findFirst();
    }

    /** How anybody deletes it. */
    private String removed(ShellsInUse.NodePod made) {
        return KubectlExport.kubectl(made.cluster(), connections.target(made.cluster()), System.getenv())
                + " delete pod -n " + made.pod().namespace() + " " + made.pod().name();
    }

    private Optional<ObjectActionCompiler> deleting(ClusterId cluster) {
        return connections.capability(cluster, ObjectActionCompiler.class).filter(_ -> shells.whyNot(cluster)
                .isEmpty());
    }

    /**
     * Deletes the pods of shells on nodes before their cluster is closed, as the plan of each has promised, and says which stay.
     *
     * @param then what is done when they are gone, or when it is known that they cannot be deleted
     */
    public void end(ClusterId cluster, Runnable then) {
        // of one that a rule keeps it was said before that it stays
        List<ShellsInUse.NodePod> pods = used.pods(cluster).stream()
                .filter(it -> asking(cluster, it.pod()).isEmpty())
                .toList();
        Optional<ObjectActionCompiler> compiler = deleting(cluster);
        if (pods.isEmpty() || compiler.isEmpty()) {
            then.run();
            return;
        }
        List<ObjectRef> refs = pods.stream().map(ShellsInUse.NodePod::pod).toList();
        background.run(
                () -> delete(compiler.get(), refs),
                gone -> {
                    refs.forEach(used::forget);
                    if (!gone) {
                        tellLeft(pods);
                    }
                    then.run();
                },
                problem -> {
                    tellLeft(pods);
                    then.run();
                });
    }

    private void tellLeft(List<ShellsInUse.NodePod> pods) {
        dialogs.refuse(
                Texts.of("NodeShells.podsWereNotDeleted"),
                pods.stream()
                        .map(it -> Texts.of("NodeShells.podIsOnNode", it.pod().name(), it.node()))
                        .collect(Collectors.joining("\n")),
                pods.stream().map(this::removed).collect(Collectors.joining("\n")));
    }

    /** Returns whether they are gone. */
    private boolean delete(ObjectActionCompiler compiler, List<ObjectRef> pods) throws Exception {
        Optional<Plan> plan = removal(compiler, pods);
        if (plan.isEmpty()) {
            return true;
        }
        if (asks(plan.get())) {
            return false;
        }
        String id = operations.submit(plan.get());
        CompletableFuture<OperationState> ended = new CompletableFuture<>();
        OperationListener heard = operation -> {
            if (operation.id().equals(id) && operation.state().ended()) {
                ended.complete(operation.state());
            }
        };
        try (AutoCloseable _ = operations.listen(heard)) {
            operations.operation(id).ifPresent(heard::changed);
            return ended.get(SECONDS_TO_END, TimeUnit.SECONDS) == OperationState.DONE;
        }
    }

    private boolean asks(Plan plan) {
        RuleDecision ruling = operations.ruling(plan);
        return ruling.approval().isPresent() || ruling.typed().isPresent();
    }

    /** Its shell has ended: when it is left behind it is offered. */
    void left(String name) {
        used.remove(name);
    }

    /** Its tab was closed: that it is deleted then was agreed to when it was made. Where it may not be, it is offered once it may. */
    void closed(ClusterId cluster, ObjectRef pod) {
        deleting(cluster)
                .ifPresent(compiler -> background.run(
                        () -> removal(compiler, List.of(pod)),
                        removal -> {
                            used.forget(pod);
                            remove(removal);
                        },
                        problem -> failed(pod, problem)));
    }

    private void failed(ObjectRef pod, Throwable problem) {
        review.failed(Texts.of("NodeShells.deletePod", pod.name()), problem);
    }

    private void remove(Optional<Plan> removal) {
        removal.ifPresent(plan -> {
            if (asks(plan)) {
                review.review(plan);
            } else {
                operations.submit(plan);
            }
        });
    }

    /** Deletes what is still there of them; empty: nothing is. */
    private static Optional<Plan> removal(ObjectActionCompiler compiler, List<ObjectRef> pods) throws IOException {
        List<Plan> plans = new ArrayList<>();
        for (ObjectRef pod : pods) {
            if (compiler.compile(pod, "", new ObjectAction.Delete(Optional.empty()))
                    instanceof Result.Compiled(Plan plan)) {
                plans.add(plan);
            }
        }
        return plans.isEmpty() ? Optional.empty() : Optional.of(JoinedPlans.of(plans));
    }

    /** A cluster can be changed: looks once for what was left there, and offers to remove it. */
    public void open(ClusterId cluster) {
        Optional<ObjectReader> reader = connections.capability(cluster, ObjectReader.class);
        if (reader.isPresent() && looked.add(cluster)) {
            background.run(
                    () -> NodeShellPods.of(owner(), reader.get()),
                    found -> offer(cluster, found),
                    problem -> looked.remove(cluster));
        }
    }

    /** It is not connected any more, or locked; the next time is looked at again. */
    public void closed(ClusterId cluster) {
        looked.remove(cluster);
    }

    private void offer(ClusterId cluster, List<ObjectRef> found) {
        List<ObjectRef> left =
                found.stream().filter(pod -> !used.has(pod.name())).toList();
        if (left.isEmpty()) {
            return;
        }
        String names = Counted.named(left.stream().map(ObjectRef::displayName).toList(), NAMED);
        String account = System.getProperty("user.name", "");
        boolean one = left.size() == 1;
        dialogs.pick(
                new ChoicePrompt<>(
                                one
                                        ? Texts.of("NodeShells.nodeShellWasLeft")
                                        : Texts.of("NodeShells.nodeShellsWereLeft"),
                                one
                                        ? Texts.of("NodeShells.stillHasOne", cluster.name(), names, account)
                                        : Texts.of("NodeShells.stillHasSeveral", cluster.name(), names, account),
                                NextStep.PLAN,
                                List.of(new ChoicePrompt.Option<>(
                                        left,
                                        Texts.of("NodeShells.delete"),
                                        Texts.of("NodeShells.showsThePlanOf"),
                                        Optional.<String>empty())))
                        .in(cluster),
                chosen -> remove(cluster, chosen));
    }

    private void remove(ClusterId cluster, List<ObjectRef> left) {
        left.forEach(used::forget);
        connections
                .capability(cluster, ObjectActionCompiler.class)
                .ifPresent(compiler -> background.run(
                        () -> removal(compiler, left),
                        plan -> plan.ifPresent(review::review),
                        problem -> failed(left.getFirst(), problem)));
    }
}
