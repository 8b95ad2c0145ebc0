// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.io.IOException;
import java.util.Optional;
import podium.agent.internal.AgentOptions.Access;
import podium.core.machine.LocalAccelerators;
import podium.core.machine.LocalAccelerators.Sampling;
import podium.core.machine.MetricsWriter;

/** Samples this machine and serves what it finds, from its making until it is closed. */
final class HeadlessAgent implements AutoCloseable {
    private final Sampling sampling;
    private final MetricsServer server;

    /**
     * Listens, then starts to sample.
     *
     * @param host name of this machine, for the Hostname label
     * @throws IOException when it cannot listen; a sentence says why
     */
    HeadlessAgent(AgentOptions options, LocalAccelerators accelerators, MetricsWriter writer, String host)
            throws IOException {
        AgentEndpoint listener = listener(options);
        this.sampling = accelerators.start(options.period(), (index, metric, time, value) -> {});
        this.server = new MetricsServer(
                listener, format -> writer.write(sampling.state(), host, format), MetricsServer.ReadTimeouts.USUAL);
    }

    /** Ends serving, takes the socket away, and lets the driver go. */
    @Override
    public void close() throws IOException {
        try (sampling) {
            server.close();
        }
    }

    private static AgentEndpoint listener(AgentOptions options) throws IOException {
        if (options.listen().isEmpty()) {
            return AgentEndpoint.onSocket(options.socket());
        }
        Access access = options.access();
        Optional<BearerToken> token = access.token().isPresent()
                ? Optional.of(BearerToken.of(access.token().get()))
                : Optional.empty();
        Optional<ServerTls> tls = access.certificate().isPresent()
                ? Optional.of(
                        ServerTls.of(access.certificate().get(), access.key().orElseThrow(), access.clients()))
                : Optional.empty();
        return AgentEndpoint.onAddress(options.listen().get(), token, tls);
    }
}
