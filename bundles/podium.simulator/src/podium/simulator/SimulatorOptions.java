// SPDX-License-Identifier: Apache-2.0
package podium.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a simulated cluster is set up.
 *
 * @param scenario {@code ai-factory}, {@code nvl72}, {@code mixed}, {@code edge}, {@code dra}, {@code scale N} for that
 *     many nodes, {@code trace DIR} for an openb trace, or the path of a YAML file
 * @param seed equal seeds, scenarios and openings give equal histories
 * @param speed how many times faster than real time it lives; 0 stands still until its clock is stepped
 * @param port TCP port on loopback; 0 for a free one
 * @param opening the virtual time at which it is first looked at; empty for now
 * @param accounts who may speak to it besides the administrator
 */
public record SimulatorOptions(
        String scenario, long seed, double speed, int port, Optional<Instant> opening, List<Account> accounts) {

    /** The scenario that is opened where none is asked for. */
    public static final String DEFAULT_SCENARIO = "ai-factory";

    public SimulatorOptions {
        accounts = List.copyOf(accounts);
    }

    /** The default fleet at real time's pace on a free port. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions(DEFAULT_SCENARIO, 1, 1, 0, Optional.empty(), List.of());
    }

    /** With another scenario. */
    public SimulatorOptions withScenario(String other) {
        return new SimulatorOptions(other, seed, speed, port, opening, accounts);
    }

    /** With another seed. */
    public SimulatorOptions withSeed(long other) {
        return new SimulatorOptions(scenario, other, speed, port, opening, accounts);
    }

    /** With another speed. */
    public SimulatorOptions withSpeed(double other) {
        return new SimulatorOptions(scenario, seed, other, port, opening, accounts);
    }

    /** On a port of one's own. */
    public SimulatorOptions withPort(int other) {
        return new SimulatorOptions(scenario, seed, speed, other, opening, accounts);
    }

    /** Opening at a fixed virtual time, for histories that are to be repeated. */
    public SimulatorOptions withOpening(Instant other) {
        return new SimulatorOptions(scenario, seed, speed, port, Optional.of(other), accounts);
    }

    /** With one more account. */
    public SimulatorOptions withAccount(Account account) {
        List<Account> more = new ArrayList<>(accounts);
        more.add(account);
        return new SimulatorOptions(scenario, seed, speed, port, opening, more);
    }
}
