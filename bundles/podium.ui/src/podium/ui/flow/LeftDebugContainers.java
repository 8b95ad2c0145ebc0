// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.log.PodLogReader;
import podium.core.text.CleanText;
import podium.operation.OperationService;
import podium.operation.object.AddedDebugContainer;
import podium.ui.prompt.ChoicePrompt;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;

/**
 * Debug containers that run on without a shell, because Podium or its connection ended first, or their cluster was locked. A server
 * takes none out of its pod, but what runs in it can be ended: that is offered once the cluster is connected and unlocked. UI thread.
 */
@Creatable
public final class LeftDebugContainers {
    private static final int LONGEST = 40;

    private final Connections connections;
    private final OperationService operations;
    private final Dialogs dialogs;
    private final BackgroundWork background;
    private final ShellFlow shells;
    private final ShellsInUse used;
    private final Set<ClusterId> looked = new HashSet<>();

    @Inject
    public LeftDebugContainers(
            Connections connections,
            OperationService operations,
            Dialogs dialogs,
            BackgroundWork background,
            ShellFlow shells,
            ShellsInUse used) {
        this.connections = connections;
        this.operations = operations;
        this.dialogs = dialogs;
        this.background = background;
        this.shells = shells;
        this.used = used;
    }

    /**
     * A cluster can be changed: looks once for what was left there.
     *
     * @param then what comes after the question, or at once where nothing is to be asked
     */
    public void open(ClusterId cluster, Runnable then) {
        Optional<PodLogReader> reader = connections.capability(cluster, PodLogReader.class);
        if (reader.isPresent() && looked.add(cluster)) {
            background.run(
                    () -> AddedDebugContainer.running(
                            operations.operations().stream()
                                    .filter(operation ->
                                            operation.plan().cluster().equals(cluster))
                                    .toList(),
                            reader.get()),
                    found -> {
                        offer(cluster, found);
                        then.run();
                    },
                    problem -> {
                        looked.remove(cluster);
                        then.run();
                    });
        }
    }

    /** It is not connected any more, or locked; the next time is looked at again. */
    public void closed(ClusterId cluster) {
        looked.remove(cluster);
    }

    private void offer(ClusterId cluster, List<AddedDebugContainer> found) {
        List<AddedDebugContainer> left =
                found.stream().filter(one -> !used.has(one.name())).toList();
        if (left.isEmpty()) {
            return;
        }
        boolean single = left.size() == 1;
        dialogs.pick(
                new ChoicePrompt<>(
                                single
                                        ? Texts.of("LeftDebugContainers.debugContainerStillRuns")
                                        : Texts.of("LeftDebugContainers.debugContainersStillRun"),
                                single
                                        ? Texts.of("LeftDebugContainers.inOneThat", cluster.name())
                                        : Texts.of("LeftDebugContainers.inSeveralThat", cluster.name()),
                                Texts.of("LeftDebugContainers.attach"),
                                left.stream()
                                        .map(one -> new ChoicePrompt.Option<>(
                                                one,
                                                Texts.of(
                                                        "LeftDebugContainers.containerInPod",
                                                        one.name(),
                                                        one.pod().displayName()),
                                                Texts.of("LeftDebugContainers.attachToItClosing"),
                                                Optional.empty()))
                                        .toList())
                        .in(cluster),
                one -> attach(cluster, one));
    }

    private void attach(ClusterId cluster, AddedDebugContainer one) {
        used.add(one.name());
        shells.open(ShellRequest.in(
                        cluster,
                        one.pod().namespace(),
                        one.pod().name(),
                        CleanText.middle(one.pod().name(), LONGEST))
                .made(one.name(), false, () -> used.remove(one.name()), () -> {}));
    }
}
