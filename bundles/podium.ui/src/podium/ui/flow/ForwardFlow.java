// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.ClusterId;
import podium.core.forward.ForwardTarget;
import podium.operation.forward.ForwardService;
import podium.ui.label.FailureLabel;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.InputPrompt;
import podium.ui.prompt.LastAnswers;
import podium.ui.prompt.NextStep;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.PartActivator;

/** Forwards a port of what is selected: asks which, starts it, shows it. UI thread. */
@Creatable
public final class ForwardFlow {
    private static final String PART = "podium.part.forwards";

    private static final Pattern PORTS = Pattern.compile("\\s*(?:(\\d{0,5}):)?(\\d{1,5})\\s*");
    /** How many ports are named of one that has many. */
    private static final int NAMED = 8;

    private static final int HIGHEST = 65_535;
    /** Below it a port may be taken by nobody but the administrator. */
    private static final int LOWEST_OF_ALL = 1024;

    private final PartActivator parts;
    private final ForwardService forwards;
    private final Dialogs dialogs;
    private final LastAnswers answers;
    private final BackgroundWork background;

    @Inject
    public ForwardFlow(
            PartActivator parts,
            ForwardService forwards,
            Dialogs dialogs,
            LastAnswers answers,
            BackgroundWork background) {
        this.parts = parts;
        this.forwards = forwards;
        this.dialogs = dialogs;
        this.answers = answers;
        this.background = background;
    }

    /** Why nothing can be forwarded from a selection; empty: it can. */
    public Optional<String> whyNot(List<EObject> selection) {
        return RunningTask.whyNot(selection, this::whyNot);
    }

    /** Forwards a port of the selected task; of a job with several it asks which. */
    public void begin(List<EObject> selection) {
        RunningTask.choose(
                dialogs,
                answers,
                Texts.of("ForwardFlow.forwardPort"),
                NextStep.QUESTION,
                RunningTask.of(selection),
                task -> RunningTask.cluster(task)
                        .ifPresent(cluster ->
                                begin(cluster, ForwardTarget.Kind.POD, task.getNamespace(), task.getName())));
    }

    /** Why nothing can be forwarded from a cluster; empty: it can. */
    public Optional<String> whyNot(ClusterId cluster) {
        return forwards.whyNot(cluster);
    }

    /** Forwards a port of a pod or a service. */
    public void begin(ClusterId cluster, ForwardTarget.Kind kind, String namespace, String name) {
        background.run(
                () -> forwards.ports(cluster, kind, namespace, name),
                ports -> ask(cluster, kind, namespace, name, ports),
                failure -> refuse(failure, name));
    }

    private void ask(ClusterId cluster, ForwardTarget.Kind kind, String namespace, String name, List<Integer> ports) {
        dialogs.ask(
                new InputPrompt(
                                Texts.of("ForwardFlow.forwardPortOfKind", kind.word(), name),
                                Texts.of("ForwardFlow.whichPortTypeOr", known(ports)),
                                Texts.of("ForwardFlow.forward"),
                                ports.isEmpty() ? "" : given(ports.getFirst()),
                                List.of(),
                                ForwardFlow::problem)
                        .in(cluster),
                answer -> start(cluster, kind, namespace, name, answer));
    }

    /** What something says of its ports; of many, the first. */
    static String known(List<Integer> ports) {
        if (ports.isEmpty()) {
            return Texts.of("ForwardFlow.itDeclaresNoPorts");
        }
        String first = ports.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return ports.size() > NAMED
                ? Texts.of("ForwardFlow.itDeclaresAndMore", first, ports.size() - NAMED)
                : Texts.of("ForwardFlow.itDeclares", first);
    }

    private static String given(int port) {
        return port < LOWEST_OF_ALL ? ":" + port : Integer.toString(port);
    }

    private static Optional<String> problem(String answer) {
        Matcher ports = PORTS.matcher(answer);
        return ports.matches() && isPort(ports.group(2)) && local(ports) <= HIGHEST
                ? Optional.empty()
                : Optional.of(Texts.of("ForwardFlow.aPortFromTo", HIGHEST));
    }

    private static boolean isPort(@Nullable String text) {
        int port = text == null || text.isEmpty() ? 0 : Integer.parseInt(text);
        return port > 0 && port <= HIGHEST;
    }

    /** The port on this machine; 0: any. */
    private static int local(Matcher ports) {
        @Nullable String before = ports.group(1);
        return Integer.parseInt(before == null ? ports.group(2) : "0" + before);
    }

    private void start(ClusterId cluster, ForwardTarget.Kind kind, String namespace, String name, String answer) {
        Matcher ports = PORTS.matcher(answer);
        if (ports.matches()) {
            ForwardTarget target = new ForwardTarget(kind, namespace, name, Integer.parseInt(ports.group(2)));
            background.run(
                    () -> forwards.start(cluster, target, local(ports)),
                    begun -> parts.show(PART),
                    failure -> refuse(failure, name));
        }
    }

    private void refuse(Throwable failure, String name) {
        dialogs.refuse(
                Texts.of("ForwardFlow.forwardPortOf", name),
                FailureLabel.words(failure),
                Texts.of("ForwardFlow.nothingWasForwarded"));
    }
}
