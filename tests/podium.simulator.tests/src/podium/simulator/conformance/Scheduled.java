// SPDX-License-Identifier: Apache-2.0
package podium.simulator.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.simulator.internal.api.auth.User;
import podium.simulator.internal.engine.LoneScheduler;
import podium.simulator.internal.server.ApiServer;
import podium.simulator.internal.server.ServerOptions;
import podium.testkit.ApiTarget;
import podium.testkit.ControlPlane;

/** The servers of the suite that have a scheduler and no kubelets; each is started once and ends with the JVM. */
final class Scheduled {

    private static final List<Server> STARTED = new ArrayList<>();

    private Scheduled() {}

    static synchronized List<Server> all() throws IOException, GeneralSecurityException {
        if (STARTED.isEmpty()) {
            STARTED.addAll(alone());
        }
        return STARTED;
    }

    /** Others, which nobody else has. */
    static List<Server> alone() throws IOException, GeneralSecurityException {
        Optional<Path> scheduler = ControlPlane.assets()
                .map(folder -> folder.resolve("kube-scheduler"))
                .filter(Files::isExecutable);
        if (scheduler.isEmpty()) {
            System.err.println("KUBEBUILDER_ASSETS names no kube-scheduler: only the simulator's is tested");
            return List.of(simulated());
        }
        return List.of(simulated(), real(scheduler.get()));
    }

    private static Server simulated() throws IOException, GeneralSecurityException {
        LoneScheduler cluster = new LoneScheduler();
        ApiServer server = new ApiServer(
                cluster.store(),
                ServerOptions.defaults()
                        .withClock(cluster.pace())
                        .withToken("admin-token", User.of("admin", "system:masters")));
        server.start();
        return Server.simulated(new ApiTarget(server.url(), server.caPem(), "admin-token", "admin-token"));
    }

    private static Server real(Path program) throws IOException, GeneralSecurityException {
        ControlPlane plane = ControlPlane.start();
        ApiTarget target = plane.target();
        Path folder = Files.createTempDirectory("kube-scheduler");
        Path kubeconfig = folder.resolve("kubeconfig");
        Files.writeString(kubeconfig, target.kubeconfig(target.adminToken()));
        Path config = folder.resolve("scheduler.yaml");
        Files.writeString(config, """
                apiVersion: kubescheduler.config.k8s.io/v1
                kind: KubeSchedulerConfiguration
                clientConnection: {kubeconfig: %s, qps: 1000, burst: 1000}
                leaderElection: {leaderElect: false}
                """.formatted(kubeconfig));
        Process scheduler = new ProcessBuilder(
                        program.toString(),
                        "--config=" + config,
                        "--authentication-kubeconfig=" + kubeconfig,
                        "--authorization-kubeconfig=" + kubeconfig,
                        "--secure-port=0")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            scheduler.destroyForcibly();
            plane.close();
            folder.resolve("log").toFile().delete();
            config.toFile().delete();
            kubeconfig.toFile().delete();
            folder.toFile().delete();
        }));
        return Server.real(target);
    }
}
