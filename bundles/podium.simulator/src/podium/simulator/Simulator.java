// SPDX-License-Identifier: Apache-2.0
package podium.simulator;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import podium.simulator.internal.api.auth.Grant;
import podium.simulator.internal.api.auth.Role;
import podium.simulator.internal.api.auth.User;
import podium.simulator.internal.gpu.ContainerPrograms;
import podium.simulator.internal.gpu.Exporters;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.internal.scenario.ScenarioCatalog;
import podium.simulator.internal.scenario.SimulatedFleet;
import podium.simulator.internal.server.ApiServer;
import podium.simulator.internal.server.ServerOptions;
import podium.simulator.store.ObjectStore;

/**
 * A simulated cluster that lives, behind a Kubernetes API on loopback. It starts in the middle of its life and goes on
 * until it is closed. Any thread may use it.
 */
public final class Simulator implements AutoCloseable {

    private static final String ADMINISTRATOR = "podium-admin";

    private final SimulatorOptions options;
    private final SimulatedFleet fleet;
    private final ApiServer server;
    private final String token;

    private Simulator(SimulatorOptions options, SimulatedFleet fleet, ApiServer server, String token) {
        this.options = options;
        this.fleet = fleet;
        this.server = server;
        this.token = token;
    }

    /**
     * Builds the cluster, lives through its past, and opens it.
     *
     * @throws IllegalArgumentException if there is no such scenario, saying which there are
     * @throws IOException if the port is taken
     */
    public static Simulator start(SimulatorOptions options) throws IOException {
        return start(options, how -> {});
    }

    /**
     * The same, and tells how far it is.
     *
     * @param progress told in a few words now and then, on the thread that calls
     */
    public static Simulator start(SimulatorOptions options, Consumer<String> progress) throws IOException {
        return start(options, progress, InstantSource.system());
    }

    static Simulator start(SimulatorOptions options, Consumer<String> progress, InstantSource here) throws IOException {
        Instant opening = options.opening().orElseGet(() -> here.instant().truncatedTo(ChronoUnit.SECONDS));
        SimulatedFleet fleet =
                SimulatedFleet.open(options.scenario(), new RandomSource(options.seed()), opening, progress);
        String token = newToken();
        ApiServer server = new ApiServer(fleet.life().store(), serverOptions(options, fleet, token));
        server.start();
        Duration taken = Duration.between(fleet.life().pace().instant(), here.instant());
        if (options.opening().isEmpty() && options.speed() > 0 && taken.isPositive()) {
            // a large fleet takes minutes to make: its ages would differ from those that other clients of it reckon
            fleet.life().pace().advance(taken);
        }
        fleet.life().pace().setFactor(options.speed());
        return new Simulator(options, fleet, server, token);
    }

    /** Names of the scenarios that come with the simulator. */
    public static List<String> scenarios() {
        return ScenarioCatalog.NAMES;
    }

    /** What the scenarios that come with the simulator are; reads their files. */
    public static List<ScenarioSummary> summaries() {
        return ScenarioCatalog.summaries().stream()
                .map(it -> new ScenarioSummary(it.name(), it.nodes(), it.accelerators(), it.about()))
                .toList();
    }

    private static ServerOptions serverOptions(SimulatorOptions options, SimulatedFleet fleet, String token) {
        Exporters exporters = new Exporters(fleet);
        ServerOptions set = ServerOptions.defaults()
                .withPort(options.port())
                .withClock(fleet.life().pace())
                .withProxy(
                        new PodPages(new ExporterProxy(exporters), fleet.life().pace()))
                .withTools(new ContainerPrograms(fleet, exporters))
                .withAdmission(new PodAdmissionPlugin(fleet.life().cluster()))
                .withToken(token, User.of(ADMINISTRATOR, "system:masters"));
        for (Account account : options.accounts()) {
            set = set.withToken(account.token(), User.of(account.name()));
            switch (account.access()) {
                case ADMIN -> set = set.withGrant(Grant.toUser(Role.CLUSTER_ADMIN, account.name()));
                case VIEWER -> set = set.withGrant(Grant.toUser(Role.VIEWER, account.name()));
                case NONE -> {}
            }
        }
        return set;
    }

    private static String newToken() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Where the API answers. */
    public URI url() {
        return server.url();
    }

    /** The administrator's bearer token. */
    public String token() {
        return token;
    }

    /** The authority that signed the server's certificate, as PEM. */
    public String caPem() {
        return server.caPem();
    }

    /** A kubeconfig for the administrator, as YAML; the context is named after the scenario. */
    public String kubeconfig() {
        return KubeconfigWriter.text(contextName(), url(), caPem(), ADMINISTRATOR, token);
    }

    /** A kubeconfig for another account. */
    public String kubeconfig(Account account) {
        return KubeconfigWriter.text(contextName(), url(), caPem(), account.name(), account.token());
    }

    /**
     * Writes the administrator's kubeconfig where only the user can read it.
     *
     * @throws IOException if it cannot be written
     */
    public void writeKubeconfig(Path file) throws IOException {
        KubeconfigWriter.write(file, kubeconfig());
    }

    /** Name of the context in its kubeconfig. */
    public String contextName() {
        String last = options.scenario().strip().replaceAll("^.*[/\\\\]", "");
        return last.replaceAll("[^A-Za-z0-9.-]+", "-");
    }

    /** The cluster's time. */
    public SimulatorClock clock() {
        return new SimulatorClock(fleet.life().pace());
    }

    /** The cluster's objects. */
    public ObjectStore store() {
        return fleet.life().store();
    }

    /** Lets a machine fall silent, as when its power fails. */
    public void nodeDown(String node) {
        fleet.life().loop().post(() -> fleet.life().nodeDown(node));
    }

    /** Lets a silent machine come back. */
    public void nodeUp(String node) {
        fleet.life().loop().post(() -> fleet.life().nodeUp(node));
    }

    @Override
    public void close() {
        server.close();
        fleet.life().close();
    }
}
