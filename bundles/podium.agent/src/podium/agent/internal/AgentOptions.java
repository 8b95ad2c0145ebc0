// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.agent.texts.Texts;
import podium.core.machine.LocalAccelerators;

/**
 * The options of the agent's command line.
 *
 * @param socket Unix socket to serve on; not used with an address
 * @param listen address to serve on instead
 * @param access who may read there
 * @param period between two samples of a device
 */
record AgentOptions(Path socket, Optional<InetSocketAddress> listen, Access access, Duration period) {
    static final String USAGE = Texts.of("AgentOptions.usagePodiumAgentSocket");

    /**
     * Who may read on an address. At least one of token, clients and open is there with an address.
     *
     * @param token file that holds the token
     * @param certificate file; there exactly when the key is
     * @param clients file of the authorities that sign certificates of clients; only with a certificate
     * @param open true: everyone
     */
    record Access(
            Optional<Path> token,
            Optional<Path> certificate,
            Optional<Path> key,
            Optional<Path> clients,
            boolean open) {
        private static boolean isReachedByOthers(InetSocketAddress address) {
            return !address.getAddress().isLoopbackAddress();
        }

        private void check(Optional<InetSocketAddress> listen) throws BadOption {
            boolean address = listen.isPresent();
            boolean guarded = token.isPresent() || clients.isPresent();
            if (address && !guarded && !open) {
                throw new BadOption(Texts.of("AgentOptions.listenNeedsTokenFile"));
            }
            if (!address && (guarded || open || certificate.isPresent() || key.isPresent())) {
                throw new BadOption(Texts.of("AgentOptions.tokenFileTlsCertificate"));
            }
            if (guarded && open) {
                throw new BadOption(Texts.of("AgentOptions.openDoesNotGo"));
            }
            if (certificate.isPresent() != key.isPresent()) {
                throw new BadOption(Texts.of("AgentOptions.tlsCertificateAndTls"));
            }
            if (token.isPresent() && certificate.isEmpty() && listen.stream().anyMatch(Access::isReachedByOthers)) {
                throw new BadOption(
                        Texts.of("AgentOptions.tokenFileOnNeeds", listen.get().getHostString()));
            }
            if (clients.isPresent() && certificate.isEmpty()) {
                throw new BadOption(Texts.of("AgentOptions.clientCaNeedsTls"));
            }
        }
    }

    /** An option that cannot be followed; the message is a sentence for the one who typed it. */
    static final class BadOption extends Exception {
        private static final long serialVersionUID = 1L;

        BadOption(String message) {
            super(message);
        }
    }

    /** @param environment where XDG_RUNTIME_DIR may say in which folder sockets lie */
    static AgentOptions parse(List<String> arguments, Map<String, String> environment) throws BadOption {
        Path socket = usualSocket(environment);
        Optional<InetSocketAddress> listen = Optional.empty();
        Map<String, Path> files = new HashMap<>();
        boolean open = false;
        Duration period = LocalAccelerators.STEADY;
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--socket" -> socket = Path.of(value(arguments, i++));
                case "--listen" -> listen = Optional.of(address(value(arguments, i++)));
                case "--token-file", "--tls-certificate", "--tls-key", "--client-ca" ->
                    files.put(arguments.get(i), Path.of(value(arguments, i++)));
                case "--open" -> open = true;
                case "--10hz" -> period = LocalAccelerators.CLOSE;
                default -> throw new BadOption(Texts.of("AgentOptions.thereIsNoOption", arguments.get(i)));
            }
        }
        Access access = new Access(
                Optional.ofNullable(files.get("--token-file")),
                Optional.ofNullable(files.get("--tls-certificate")),
                Optional.ofNullable(files.get("--tls-key")),
                Optional.ofNullable(files.get("--client-ca")),
                open);
        access.check(listen);
        return new AgentOptions(socket, listen, access, period);
    }

    private static String value(List<String> arguments, int option) throws BadOption {
        if (option + 1 == arguments.size()) {
            throw new BadOption(Texts.of("AgentOptions.needsAValue", arguments.get(option)));
        }
        return arguments.get(option + 1);
    }

    private static InetSocketAddress address(String text) throws BadOption {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        try {
            InetSocketAddress address = new InetSocketAddress(host, Integer.parseInt(text.substring(colon + 1)));
            if (!host.isEmpty() && !address.isUnresolved()) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new BadOption(Texts.of("AgentOptions.listenIsNotAddress", text));
    }

    private static Path usualSocket(Map<String, String> environment) {
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        Path folder = runtime.isEmpty()
                ? Path.of(System.getProperty("java.io.tmpdir"), "podium-" + System.getProperty("user.name"))
                : Path.of(runtime, "podium");
        return folder.resolve("agent.sock");
    }
}
