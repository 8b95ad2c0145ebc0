// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.shell;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.Connections;
import podium.core.failure.FailureText;
import podium.core.shell.ContainerShell;
import podium.core.shell.ShellCommand;
import podium.core.shell.ShellListener;
import podium.core.shell.ShellSession;
import podium.operation.AuditNotes;
import podium.operation.rule.ChangeLocks;
import podium.operation.shell.ShellService;

/** Shells of this process. */
@Component
public final class GuardedShells implements ShellService {
    private static final Logger LOG = Logger.getLogger(GuardedShells.class.getName());

    private final Connections connections;
    private final ChangeLocks locks;
    private final AuditNotes notes;

    @Activate
    public GuardedShells(
            @Reference Connections connections, @Reference ChangeLocks locks, @Reference AuditNotes notes) {
        this.connections = connections;
        this.locks = locks;
        this.notes = notes;
    }

    @Override
    public Optional<String> whyNot(ClusterId cluster) {
        if (connections.connection(cluster).flatMap(GuardedShells::shell).isEmpty()) {
            return Optional.of("there is no connection to run it over");
        }
        return locks.isLocked(cluster)
                ? Optional.of("the cluster is read-only, and what is typed into a shell may change it")
                : Optional.empty();
    }

    private static Optional<ContainerShell> shell(ClusterConnection connection) {
        return connection.capability(ContainerShell.class);
    }

    @Override
    public ShellSession open(ClusterId cluster, ShellCommand command, int columns, int rows, ShellListener listener)
            throws IOException {
        Optional<String> refusal = whyNot(cluster);
        if (refusal.isPresent()) {
            throw new IOException("Nothing was run: " + refusal.get() + ".");
        }
        ContainerShell shell = connections
                .connection(cluster)
                .flatMap(GuardedShells::shell)
                .orElseThrow(() -> new IOException("Nothing was run: the connection was closed."));
        String where = where(cluster, command);
        notes.note("Ran " + command.title() + " in " + where);
        ShellListener noting = noting(command.title() + " in " + where, listener);
        try {
            return shell.open(command, columns, rows, noting);
        } catch (IOException e) {
            note(command.title() + " in " + where + " did not begin: " + FailureText.of(e));
            throw e;
        }
    }

    private ShellListener noting(String what, ShellListener listener) {
        return new ShellListener() {
            @Override
            public void output(byte[] bytes) {
                listener.output(bytes);
            }

            @Override
            public void ended(OptionalInt exitCode, String words) {
                note(what + (exitCode.isPresent() ? " ended with exit code " + exitCode.getAsInt() : " ended"));
                listener.ended(exitCode, words);
            }
        };
    }

    private void note(String words) {
        try {
            notes.note(words);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The end of a shell was not put into the journal", e);
        }
    }

    private String where(ClusterId cluster, ShellCommand command) {
        String context = connections
                .target(cluster)
                .map(target -> target.context() + " in " + target.kubeconfig())
                .orElse(cluster.toString());
        return "pod " + command.namespace() + "/" + command.pod() + ", container " + command.container() + " (context "
                + context + ")";
    }
}
