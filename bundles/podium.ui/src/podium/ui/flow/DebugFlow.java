// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetService;
import podium.core.log.PodContainers;
import podium.core.log.PodContainers.Role;
import podium.core.log.PodLogReader;
import podium.core.text.CleanText;
import podium.operation.object.DriverPods;
import podium.operation.object.ObjectAction;
import podium.operation.object.ObjectAction.NodeShell;
import podium.ui.flow.ObjectFlow.Chosen;
import podium.ui.label.ClusterWords;
import podium.ui.prompt.ChoicePrompt;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.InputPrompt;
import podium.ui.prompt.LastAnswers;
import podium.ui.prompt.NextStep;
import podium.ui.prompt.PlanAlternative;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;

/**
 * Makes what a shell runs in where there is nothing yet: a debug container in a pod, a pod on a node. Each is a plan, with the image that
 * was taken last; then its shell opens. UI thread.
 */
@Creatable
public final class DebugFlow {
    /** What is asked, and the first answer. */
    private static final String IMAGE = "image";

    private static final String FIRST_IMAGE = "busybox:stable";
    private static final String NAMESPACE = "namespace";
    private static final String FIRST_NAMESPACE = "default";
    /** Characters of a name in the title of a tab, and of the node in the name of its pod. */
    private static final int LONGEST = 40;

    private final CapabilityLookup capabilities;
    private final PlanReview review;
    private final Dialogs dialogs;
    private final BackgroundWork background;
    private final ObjectPlanning planning;
    private final ShellFlow shells;
    private final NodeShells left;
    private final LastAnswers answers;
    private final FleetService fleet;

    @Inject
    public DebugFlow(
            Connections connections,
            PlanReview review,
            Dialogs dialogs,
            BackgroundWork background,
            ShellFlow shells,
            NodeShells left,
            LastAnswers answers,
            FleetService fleet) {
        this.answers = answers;
        this.fleet = fleet;
        this.capabilities = new CapabilityLookup(connections, dialogs);
        this.review = review;
        this.dialogs = dialogs;
        this.background = background;
        this.planning = new ObjectPlanning(capabilities, review, background);
        this.shells = shells;
        this.left = left;
    }

    /** Puts a debug container into a pod and opens its shell. */
    void container(String title, Chosen pod) {
        ObjectRef ref = pod.ref();
        capabilities.with(
                pod.cluster(),
                PodLogReader.class,
                title,
                reader -> background.run(
                        () -> reader.containers(ref.namespace(), ref.name()),
                        found -> found.ifPresentOrElse(
                                containers -> target(
                                        title, pod.cluster(), containers, target -> container(title, pod, target)),
                                () -> dialogs.refuse(
                                        title,
                                        Texts.of("DebugFlow.itIsNoLonger"),
                                        Texts.of("DebugFlow.nothingWasSent"))),
                        problem -> review.failed(title, problem)));
    }

    private void target(String title, ClusterId cluster, PodContainers containers, Consumer<String> picked) {
        List<String> running = containers.all().stream()
                .filter(it -> it.running() && it.role() != Role.EPHEMERAL)
                .map(PodContainers.Container::name)
                .toList();
        if (running.size() == 1) {
            picked.accept(running.getFirst());
            return;
        }
        dialogs.pick(
                new ChoicePrompt<>(
                                title,
                                Texts.of("DebugFlow.whichProcessesShouldIt"),
                                NextStep.PLAN,
                                Stream.concat(
                                                running.stream()
                                                        .map(name -> new ChoicePrompt.Option<>(
                                                                name,
                                                                name,
                                                                Texts.of("DebugFlow.theProcessesOfThis"),
                                                                Optional.empty())),
                                                Stream.of(new ChoicePrompt.Option<>(
                                                        "",
                                                        Texts.of("DebugFlow.none"),
                                                        Texts.of("DebugFlow.onlyItsOwnProcesses"),
                                                        Optional.<String>empty())))
                                        .toList())
                        .in(cluster),
                picked);
    }

    private void container(String title, Chosen pod, String target) {
        String name = "debugger-" + random();
        ObjectRef ref = pod.ref();
        planning.plan(
                title,
                pod,
                new ObjectAction.Debug(name, answers.last(IMAGE, FIRST_IMAGE), target),
                new PlanAlternative(
                        Texts.of("DebugFlow.otherImage"),
                        () -> image(
                                title,
                                pod.cluster(),
                                Texts.of("DebugFlow.theImageOfThe"),
                                () -> container(title, pod, target))),
                () -> {
                    left.opened(name);
                    shells.open(shell(pod.cluster(), ref).made(name, false, () -> left.left(name), () -> {}));
                });
    }

    private static ShellRequest shell(ClusterId cluster, ObjectRef pod) {
        return ShellRequest.in(cluster, pod.namespace(), pod.name(), CleanText.middle(pod.name(), LONGEST));
    }

    /** Runs a pod on a node and opens its shell; the pod goes with that. */
    void node(String title, Chosen node) {
        String of = node.ref().name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String name = "podium-node-shell-" + of.substring(0, Math.min(of.length(), LONGEST)) + "-" + random();
        String namespace = answers.last(NAMESPACE, FIRST_NAMESPACE);
        ObjectRef pod = ObjectRef.pod(namespace, name);
        ClusterId cluster = node.cluster();
        planning.plan(
                title,
                node,
                new NodeShell(namespace, name, answers.last(IMAGE, FIRST_IMAGE), left.owner()),
                plan -> left.asking(cluster, pod)
                        .map(why -> plan.withEffects(Stream.concat(
                                        plan.effects().stream(), Stream.of(Texts.of("NodeShells.closingAsks", why)))
                                .toList()))
                        .orElse(plan),
                new PlanAlternative(
                        Texts.of("DebugFlow.otherImage"),
                        () -> image(
                                title,
                                cluster,
                                Texts.of("DebugFlow.theImageOfThePod"),
                                () -> namespace(title, cluster, () -> node(title, node)))),
                () -> {
                    left.opened(cluster, pod, node.ref().name());
                    shells.open(ShellRequest.in(
                                    cluster,
                                    namespace,
                                    name,
                                    Texts.of(
                                            "DebugFlow.node",
                                            CleanText.middle(node.ref().name(), LONGEST)))
                            .made(NodeShell.CONTAINER, true, () -> left.left(name), () -> left.closed(cluster, pod)));
                });
    }

    /** Runs NVIDIA's own program in the pod of a node that has it; the tab says which that is. */
    void driver(String title, Chosen node) {
        capabilities.with(
                node.cluster(),
                ObjectReader.class,
                title,
                reader -> background.run(
                        () -> DriverPods.on(node.ref().name(), reader),
                        found -> found.ifPresentOrElse(
                                pod -> shells.open(shell(node.cluster(), pod).running(List.of("nvidia-smi"))),
                                () -> dialogs.refuse(
                                        title,
                                        Texts.of("DebugFlow.neitherADriverNor"),
                                        Texts.of("DebugFlow.openANodeShell"))),
                        problem -> review.failed(title, problem)));
    }

    private void image(String title, ClusterId cluster, String words, Runnable then) {
        ask(
                title,
                cluster,
                words,
                List::of,
                IMAGE,
                FIRST_IMAGE,
                typed -> !typed.isBlank(),
                Texts.of("DebugFlow.typeTheNameOfAn"),
                then);
    }

    private void namespace(String title, ClusterId cluster, Runnable then) {
        ask(
                title,
                cluster,
                Texts.of("DebugFlow.theNamespaceOfThe"),
                () -> fleet.cluster(cluster).map(ClusterWords::namespaces).orElse(List.of()),
                NAMESPACE,
                FIRST_NAMESPACE,
                typed -> typed.strip().matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"),
                Texts.of("DebugFlow.typeTheNameOf"),
                then);
    }

    /** Asks for what is used from now on. */
    private void ask(
            String title,
            ClusterId cluster,
            String words,
            Supplier<List<String>> known,
            String what,
            String first,
            Predicate<String> fits,
            String problem,
            Runnable then) {
        dialogs.ask(
                new InputPrompt(
                        title,
                        words,
                        NextStep.PLAN,
                        answers.last(what, first),
                        List.of(),
                        known,
                        typed -> fits.test(typed) ? Optional.empty() : Optional.of(problem),
                        Optional.of(cluster)),
                typed -> {
                    answers.add(what, typed.strip());
                    then.run();
                });
    }

    private static String random() {
        return UUID.randomUUID().toString().substring(0, 5);
    }
}
