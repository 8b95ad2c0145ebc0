// SPDX-License-Identifier: Apache-2.0
package podium.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import podium.simulator.texts.Texts;

/** Runs a simulated cluster on its own, for kubectl and for a console that is pointed at it. */
public final class SimulatorMain {

    private static final String USAGE = Texts.of("SimulatorMain.usage");

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
            throw new IllegalArgumentException(Texts.of("SimulatorMain.noValueFor", name));
        }
        return switch (name) {
            case "--scenario" -> options.withScenario(value);
            case "--port" ->
                options.withPort(
                        (int) whole(name, value, 0, 65_535, Texts.of("SimulatorMain.mustBePort", name, value)));
            case "--seed" ->
                options.withSeed(whole(
                        name,
                        value,
                        Long.MIN_VALUE,
                        Long.MAX_VALUE,
                        Texts.of("SimulatorMain.mustBeWhole", name, value)));
            case "--speed" -> options.withSpeed(speed(name, value));
            case "--opening" -> options.withOpening(time(name, value));
            case "--viewer-token" -> options.withAccount(new Account(value, "podium-viewer", Account.Access.VIEWER));
            default -> throw new IllegalArgumentException(Texts.of("SimulatorMain.noSuchOption", name));
        };
    }

    private static long whole(String name, String value, long least, long most, String objection) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException(objection);
        }
        throw new IllegalArgumentException(objection);
    }

    private static double speed(String name, String value) {
        try {
            double number = Double.parseDouble(value);
            if (number >= 0 && Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException(Texts.of("SimulatorMain.mustBeZeroOrMore", name, value));
        }
        throw new IllegalArgumentException(Texts.of("SimulatorMain.mustBeZeroOrMore", name, value));
    }

    private static Instant time(String name, String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException none) {
            throw new IllegalArgumentException(Texts.of("SimulatorMain.mustBeTime", name, value));
        }
    }

    private static void run(SimulatorOptions options, Optional<Path> kubeconfig)
            throws IOException, InterruptedException {
        try (Simulator simulator = Simulator.start(options)) {
            System.out.println(Texts.of("SimulatorMain.answersAt", options.scenario(), simulator.url()));
            if (kubeconfig.isPresent()) {
                simulator.writeKubeconfig(kubeconfig.get());
                System.out.println(Texts.of("SimulatorMain.kubeconfig", kubeconfig.get()));
            } else {
                System.out.print(simulator.kubeconfig());
            }
            new CountDownLatch(1).await();
        }
    }
}
