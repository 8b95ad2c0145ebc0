// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import podium.core.api.PodDescriber;
import podium.core.forward.PodTunnels;
import podium.core.shell.CommandRunner;
import podium.core.shell.ContainerShell;
import podium.kubernetes.internal.transport.Transport;

/** What fabric8's client carries on one connection. */
record ClientParts(
        ContainerShell shell,
        CommandRunner commands,
        PodTunnels tunnels,
        PodDescriber describer,
        TransportLogReader.Containers containers) {
    /** All of them, with one client. */
    static ClientParts of(Transport transport) {
        LazyClient client = new LazyClient(transport);
        return new ClientParts(
                new ClientShell(transport, client),
                new ClientCommands(transport, client),
                new ClientTunnels(transport, client),
                new ClientDescriber(client),
                (namespace, pod) -> ContainerStates.read(transport, namespace, pod));
    }
}
