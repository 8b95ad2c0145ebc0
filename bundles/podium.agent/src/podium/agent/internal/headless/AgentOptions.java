// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal.headless;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.port.LocalAccelerators;

/**
 * What the agent was told.
 *
 * @param socket Unix socket to serve on; not used with an address
 * @param listen address to serve on instead
 * @param token file that holds the token; present exactly when an address is
 * @param period between two samples of a device
 */
record AgentOptions(Path socket, Optional<InetSocketAddress> listen, Optional<Path> token, Duration period) {
    static final String USAGE = """
        usage: releng/run --agent [--socket FILE] [--listen ADDRESS:PORT --token-file FILE] [--10hz]
          --socket      the Unix socket to serve on; only this user and root can read it
          --listen      serve on this address instead; every request must carry "Authorization: Bearer TOKEN"
          --token-file  a file only this user can read, with a token of at least 16 characters
          --10hz        ten samples a second instead of one
        """;

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
        Optional<Path> token = Optional.empty();
        Duration period = LocalAccelerators.STEADY;
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--socket" -> socket = Path.of(value(arguments, i++));
                case "--listen" -> listen = Optional.of(address(value(arguments, i++)));
                case "--token-file" -> token = Optional.of(Path.of(value(arguments, i++)));
                case "--10hz" -> period = LocalAccelerators.CLOSE;
                default -> throw new BadOption("There is no option " + arguments.get(i) + ".");
            }
        }
        if (listen.isPresent() && token.isEmpty()) {
            throw new BadOption("--listen needs --token-file: without a token everyone could read this machine.");
        }
        if (listen.isEmpty() && token.isPresent()) {
            throw new BadOption("--token-file goes with --listen; a Unix socket needs no token.");
        }
        return new AgentOptions(socket, listen, token, period);
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
        throw new BadOption("--listen " + text + " is no ADDRESS:PORT, such as 127.0.0.1:9400 or [::1]:9400.");
    }

    private static Path usualSocket(Map<String, String> environment) {
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        Path folder = runtime.isEmpty()
                ? Path.of(System.getProperty("java.io.tmpdir"), "podium-" + System.getProperty("user.name"))
                : Path.of(runtime, "podium");
        return folder.resolve("agent.sock");
    }
}
