// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    static final String USAGE = """
        usage: podium agent [--socket FILE] [--10hz]
               podium agent --listen ADDRESS:PORT [--token-file FILE] [--open] [--10hz]
                            [--tls-certificate FILE --tls-key FILE [--client-ca FILE]]
          --socket           the Unix socket to serve on; only this user and root can read it
          --listen           serve on this address instead, to those who show a token or a certificate
          --token-file       a file only this user can read, with a token of at least 16 characters; every request
                             must carry "Authorization: Bearer TOKEN"; needs TLS on any address but 127.0.0.1
          --tls-certificate  the agent's own certificate and those that signed it, PEM; then it speaks TLS only
          --tls-key          the key of that certificate, PKCS#8 in PEM, not encrypted
          --client-ca        clients must show a certificate that one of these has signed, PEM
          --open             everyone who reaches the address may read: where only the API server and Prometheus do
          --10hz             ten samples a second instead of one
        """;

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
                throw new BadOption("--listen needs --token-file or --client-ca: without one everyone could read"
                        + " this machine. If you want that, add --open.");
            }
            if (!address && (guarded || open || certificate.isPresent() || key.isPresent())) {
                throw new BadOption(
                        "--token-file, --tls-certificate, --tls-key, --client-ca and --open go with --listen;"
                                + " a Unix socket needs none of them.");
            }
            if (guarded && open) {
                throw new BadOption("--open does not go with --token-file or --client-ca.");
            }
            if (certificate.isPresent() != key.isPresent()) {
                throw new BadOption("--tls-certificate and --tls-key go together.");
            }
            if (token.isPresent() && certificate.isEmpty() && listen.stream().anyMatch(Access::isReachedByOthers)) {
                throw new BadOption("--token-file on " + listen.get().getHostString() + " needs --tls-certificate and"
                        + " --tls-key: without TLS everyone on the way could read the token and use it. Only an address"
                        + " of this machine itself, such as 127.0.0.1, may do without.");
            }
            if (clients.isPresent() && certificate.isEmpty()) {
                throw new BadOption("--client-ca needs --tls-certificate and --tls-key.");
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
                default -> throw new BadOption("There is no option " + arguments.get(i) + ".");
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
            throw new BadOption(arguments.get(option) + " needs a value.");
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
        throw new BadOption("--listen " + text + " is not ADDRESS:PORT, such as 127.0.0.1:9400 or [::1]:9400.");
    }

    private static Path usualSocket(Map<String, String> environment) {
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        Path folder = runtime.isEmpty()
                ? Path.of(System.getProperty("java.io.tmpdir"), "podium-" + System.getProperty("user.name"))
                : Path.of(runtime, "podium");
        return folder.resolve("agent.sock");
    }
}
