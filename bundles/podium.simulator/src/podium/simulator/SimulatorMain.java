// SPDX-License-Identifier: Apache-2.0
package podium.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Runs a simulated cluster on its own, for kubectl and for a console that is pointed at it. */
public final class SimulatorMain {

    private static final String USAGE = """
        usage: SimulatorMain [--scenario NAME|FILE] [--port N] [--kubeconfig FILE] [--seed N] [--speed F]
                             [--opening TIME] [--viewer-token TOKEN]
          --scenario      ai-factory (default), nvl72, mixed, edge, "scale N", "trace DIR", or a YAML file
          --port          TCP port on loopback (default: a free one)
          --kubeconfig    where to write the kubeconfig (default: print it)
          --seed          equal seeds give equal histories (default 1)
          --speed         how many times faster than real time (default 1)
          --opening       virtual time at the start, such as 2026-01-31T08:00:00Z (default: now)
          --viewer-token  a second token that may only look
        """;

    private SimulatorMain() {}

    /** Starts it and stays until the process is ended. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        SimulatorOptions options = SimulatorOptions.defaults();
        Optional<Path> kubeconfig = Optional.empty();
        try {
            for (int i = 0; i < arguments.length; i += 2) {
                String value = i + 1 < arguments.length ? arguments[i + 1] : "";
                if (arguments[i].equals("--kubeconfig") && !value.isEmpty()) {
                    kubeconfig = Optional.of(Path.of(value));
                } else {
                    options = with(options, arguments[i], value);
                }
            }
            run(options, kubeconfig);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
    }

    static SimulatorOptions with(SimulatorOptions options, String name, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("no value for " + name);
        }
        return switch (name) {
            case "--scenario" -> options.withScenario(value);
            case "--port" -> options.withPort(Integer.parseInt(value));
            case "--seed" -> options.withSeed(Long.parseLong(value));
            case "--speed" -> options.withSpeed(Double.parseDouble(value));
            case "--opening" -> options.withOpening(Instant.parse(value));
            case "--viewer-token" -> options.withAccount(new Account(value, "podium-viewer", Account.Access.VIEWER));
            default -> throw new IllegalArgumentException("no such option: " + name);
        };
    }

    private static void run(SimulatorOptions options, Optional<Path> kubeconfig)
            throws IOException, InterruptedException {
        try (Simulator simulator = Simulator.start(options)) {
            System.out.println(options.scenario() + " answers at " + simulator.url());
            if (kubeconfig.isPresent()) {
                simulator.writeKubeconfig(kubeconfig.get());
                System.out.println("kubeconfig: " + kubeconfig.get());
            } else {
                System.out.print(simulator.kubeconfig());
            }
            new CountDownLatch(1).await();
        }
    }
}
