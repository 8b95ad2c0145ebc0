// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.FieldHints;
import podium.core.api.ObjectTables;
import podium.core.api.PodDescriber;
import podium.core.api.SecretReader;
import podium.core.change.ClusterId;
import podium.core.forward.PodTunnels;
import podium.core.log.PodLogReader;
import podium.core.shell.CommandRunner;
import podium.core.shell.ContainerShell;
import podium.kubernetes.internal.transport.CapabilityFactory;
import podium.kubernetes.internal.transport.Transport;

/**
 * Makes what fabric8's client carries on a cluster, logs, and tables of any kind. Neither the client is made nor a class of it looked
 * up before one of them first needs it: a class that only catches its exception makes the JVM load that when it is verified.
 */
public final class ClientCapabilities implements CapabilityFactory {
    @Override
    public Map<Class<?>, Object> create(Transport transport, ClusterId id) {
        Later parts = new Later(transport);
        ContainerShell shell =
                (command, columns, rows, listener) -> parts.get().shell().open(command, columns, rows, listener);
        CommandRunner commands =
                (command, in, out, errors) -> parts.get().commands().run(command, in, out, errors);
        PodTunnels tunnels =
                (namespace, pod, port, local) -> parts.get().tunnels().carry(namespace, pod, port, local);
        PodDescriber describer = (namespace, name) -> parts.get().describer().describe(namespace, name);
        return Map.of(
                ContainerShell.class,
                shell,
                CommandRunner.class,
                commands,
                PodTunnels.class,
                tunnels,
                PodLogReader.class,
                new TransportLogReader(
                        transport, (namespace, pod) -> parts.get().containers().of(namespace, pod)),
                PodDescriber.class,
                describer,
                ObjectTables.class,
                new TransportObjectTables(transport),
                FieldHints.class,
                new TransportFieldHints(transport),
                SecretReader.class,
                new TransportSecretReader(transport));
    }

    /** What the library carries, made when it is first needed. Any thread. */
    private static final class Later {
        private final Transport transport;
        private @Nullable ClientParts parts;

        Later(Transport transport) {
            this.transport = transport;
        }

        synchronized ClientParts get() {
            ClientParts made = parts;
            if (made == null) {
                made = ClientParts.of(transport);
                parts = made;
            }
            return made;
        }
    }
}
