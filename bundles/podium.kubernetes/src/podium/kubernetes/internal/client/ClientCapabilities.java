// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import java.util.Map;
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

/** Makes what fabric8's client carries on a cluster, logs, and tables of any kind. The client is made when one of them first needs it. */
public final class ClientCapabilities implements CapabilityFactory {
    @Override
    public Map<Class<?>, Object> create(Transport transport, ClusterId id) {
        LazyClient client = new LazyClient(transport);
        return Map.of(
                ContainerShell.class,
                new ClientShell(transport, client),
                CommandRunner.class,
                new ClientCommands(transport, client),
                PodTunnels.class,
                new ClientTunnels(transport, client),
                PodLogReader.class,
                new TransportLogReader(transport, client),
                PodDescriber.class,
                new ClientDescriber(client),
                ObjectTables.class,
                new TransportObjectTables(transport),
                FieldHints.class,
                new TransportFieldHints(transport),
                SecretReader.class,
                new TransportSecretReader(transport));
    }
}
