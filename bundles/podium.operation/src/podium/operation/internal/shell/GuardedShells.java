// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.shell;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import podium.core.change.ClusterId;
import podium.core.cluster.Connections;
import podium.core.failure.FailureText;
import podium.core.shell.ContainerShell;
import podium.core.shell.ShellCommand;
import podium.core.shell.ShellListener;
import podium.core.shell.ShellSession;
import podium.core.text.NaturalOrder;
import podium.operation.AuditNotes;
import podium.operation.AuditedAction;
import podium.operation.GuardedAccess;
import podium.operation.rule.ChangeLocks;
import podium.operation.shell.ShellService;
import podium.operation.texts.Texts;

/** Opens shells in containers, where the lock allows it, and records each shell in the journal. */
@Component
public final class GuardedShells implements ShellService {
    private final GuardedAccess access;
    private final Map<ShellListener, Running> running = new ConcurrentHashMap<>();

    @Activate
    public GuardedShells(
            @Reference Connections connections, @Reference ChangeLocks locks, @Reference AuditNotes notes) {
        access = new GuardedAccess(
                connections,
                locks,
                notes,
                Texts.of("GuardedShells.thereIsNoConnectionForIt"),
                Texts.of("GuardedShells.theClusterIsReadOnly"),
                why -> Texts.of("GuardedShells.nothingWasRun", why));
    }

    @Override
    public Optional<String> whyNot(ClusterId cluster) {
        return access.whyNot(cluster, ContainerShell.class);
    }

    @Override
    public List<Running> running(ClusterId cluster) {
        return running.values().stream()
                .filter(it -> it.cluster().equals(cluster))
                .sorted(Comparator.comparing(Running::title, new NaturalOrder()))
                .toList();
    }

    @Override
    public ShellSession open(ClusterId cluster, ShellCommand command, int columns, int rows, ShellListener listener)
            throws IOException {
        ContainerShell shell = access.allowed(cluster, ContainerShell.class);
        String where = Texts.of(
                "GuardedShells.inPodContainer",
                command.title(),
                command.namespace(),
                command.pod(),
                command.container());
        String what = access.in(cluster, where);
        AuditedAction action = access.action(cluster, "shell", where);
        access.note(action, Texts.of("GuardedShells.ran", what));
        ShellListener noting = noting(action, what, listener);
        running.put(noting, new Running(cluster, command, where));
        try {
            return shell.open(command, columns, rows, noting);
        } catch (IOException e) {
            running.remove(noting);
            access.noteEnd(action, "failed", Texts.of("GuardedShells.didNotBegin", what, FailureText.of(e)));
            throw e;
        }
    }

    @Override
    public void end(ClusterId cluster, String why) {
        running.forEach((heard, shell) -> {
            if (shell.cluster().equals(cluster)) {
                heard.ended(OptionalInt.empty(), why);
            }
        });
    }

    private ShellListener noting(AuditedAction action, String what, ShellListener listener) {
        return new ShellListener() {
            @Override
            public void output(byte[] bytes) {
                listener.output(bytes);
            }

            @Override
            public void ended(OptionalInt exitCode, String words) {
                if (running.remove(this) == null) {
                    return;
                }
                access.noteEnd(
                        action,
                        "ended",
                        exitCode.isPresent()
                                ? Texts.of("GuardedShells.endedWithExitCode", what, exitCode.getAsInt())
                                : Texts.of("GuardedShells.ended", what));
                listener.ended(exitCode, words);
            }
        };
    }
}
