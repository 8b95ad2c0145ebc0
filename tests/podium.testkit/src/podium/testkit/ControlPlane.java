// SPDX-License-Identifier: Apache-2.0
package podium.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real etcd and kube-apiserver on loopback, for as long as a test needs them. There are no kubelets: a test sets
 * the status of pods itself. Keys and tokens are made for each run and removed with its folder.
 */
public final class ControlPlane implements AutoCloseable {

    private static final String ASSETS = "KUBEBUILDER_ASSETS";
    private static final int STOP_SECONDS = 3;
    /** Several may start at once, beside other tests. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final List<List<String>> commands = new ArrayList<>();
    private final ApiTarget target;

    private ControlPlane(Path assets, List<String> flags) throws IOException, GeneralSecurityException {
        this.folder = Files.createTempDirectory("control-plane");
        try {
            this.target = start(assets, flags);
        } catch (IOException | GeneralSecurityException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /**
     * The folder with {@code kube-apiserver} and {@code etcd}: the system property or environment variable
     * {@code KUBEBUILDER_ASSETS}, else the newest folder where setup-envtest puts them; empty if there is none.
     */
    public static Optional<Path> assets() {
        String set = System.getProperty(ASSETS, System.getenv().getOrDefault(ASSETS, ""));
        return (set.isEmpty() ? newestInstalled() : Optional.of(Path.of(set)))
                .filter(path -> Files.isExecutable(path.resolve("kube-apiserver")));
    }

    private static Optional<Path> newestInstalled() {
        Path installed = Path.of(System.getProperty("user.home"), ".local/share/kubebuilder-envtest/k8s");
        if (!Files.isDirectory(installed)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(installed)) {
            return folders.filter(Files::isDirectory).max(Comparator.comparing(ControlPlane::version, Arrays::compare));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 1.36.2-linux-amd64 as numbers. */
    private static int[] version(Path folder) {
        return Stream.of(folder.getFileName().toString().split("[^0-9]+"))
                .filter(part -> !part.isEmpty() && part.length() < 6)
                .limit(3)
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /**
     * Starts both and waits until the API server is ready.
     *
     * @param flags more for the API server
     */
    public static ControlPlane start(String... flags) throws IOException, GeneralSecurityException {
        Path assets = assets().orElseThrow(() -> new IOException(ASSETS + " names no folder with a kube-apiserver"));
        return new ControlPlane(assets, List.of(flags));
    }

    /** Where it is and who may do what. */
    public ApiTarget target() {
        return target;
    }

    private ApiTarget start(Path assets, List<String> flags) throws IOException, GeneralSecurityException {
        int client = freePort();
        int peer = freePort();
        int secure = freePort();
        String adminToken = token();
        String viewerToken = token();
        Files.writeString(
                folder.resolve("tokens.csv"),
                adminToken + ",admin,admin-uid,\"system:masters\"\n" + viewerToken
                        + ",viewer,viewer-uid,\"gpu-viewers\"\n");
        serviceAccountKeys();
        String etcd = "http://127.0.0.1:" + client;
        String ring = "http://127.0.0.1:" + peer;
        Path own = assets.resolve("etcd");
        run(List.of(
                Files.isExecutable(own) ? own.toString() : "etcd",
                "--name=test",
                "--data-dir=" + folder.resolve("etcd"),
                "--unsafe-no-fsync",
                "--listen-client-urls=" + etcd,
                "--advertise-client-urls=" + etcd,
                "--listen-peer-urls=" + ring,
                "--initial-advertise-peer-urls=" + ring,
                "--initial-cluster=test=" + ring,
                "--log-level=error"));
        Path certificates = folder.resolve("certificates");
        List<String> server = new ArrayList<>(List.of(
                assets.resolve("kube-apiserver").toString(),
                "--etcd-servers=" + etcd,
                "--bind-address=127.0.0.1",
                "--advertise-address=127.0.0.1",
                "--secure-port=" + secure,
                "--endpoint-reconciler-type=none",
                "--cert-dir=" + certificates,
                "--token-auth-file=" + folder.resolve("tokens.csv"),
                "--authorization-mode=RBAC",
                "--service-account-issuer=https://127.0.0.1",
                "--service-account-signing-key-file=" + folder.resolve("sa.key"),
                "--service-account-key-file=" + folder.resolve("sa.pub"),
                "--service-cluster-ip-range=10.96.0.0/24",
                "--disable-admission-plugins=ServiceAccount",
                "--allow-privileged=true",
                "--profiling=false"));
        server.addAll(flags);
        run(server);
        Path certificate = certificates.resolve("apiserver.crt");
        Await.until("the API server has made its certificate", () -> alive() && Files.exists(certificate));
        URI url = URI.create("https://127.0.0.1:" + secure);
        String authority = Await.present("the certificate is whole", () -> whole(certificate));
        ApiTarget started = new ApiTarget(url, authority, adminToken, viewerToken);
        awaitReady(started);
        return started;
    }

    private boolean alive() {
        for (Process process : processes) {
            if (!process.isAlive()) {
                throw new IllegalStateException("a process of the control plane has ended: " + log());
            }
        }
        return true;
    }

    private String log() {
        try {
            String text = Files.readString(folder.resolve("log"));
            return text.substring(Math.max(0, text.length() - 2000));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    private void awaitReady(ApiTarget started) throws GeneralSecurityException, IOException {
        HttpClient http = TrustedHttp.client(started.caPem());
        HttpRequest ready = HttpRequest.newBuilder(started.url().resolve("/readyz"))
                .header("Authorization", "Bearer " + started.adminToken())
                .build();
        Await.present(PATIENCE, "the API server is ready", () -> {
            try {
                return alive()
                                && http.send(ready, HttpResponse.BodyHandlers.discarding())
                                                .statusCode()
                                        == 200
                        ? Optional.of(true)
                        : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        });
    }

    private static Optional<String> whole(Path certificate) {
        try {
            String text = Files.readString(certificate);
            return text.stripTrailing().endsWith("-----END CERTIFICATE-----") ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void serviceAccountKeys() throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Files.writeString(
                folder.resolve("sa.key"), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        Files.writeString(
                folder.resolve("sa.pub"), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }

    private static String token() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    /** Keeps what etcd holds now; the servers are away for some seconds. */
    public void keep() throws IOException, GeneralSecurityException {
        swap("etcd", "kept");
    }

    /** Puts etcd back to what was kept, as one is restored from a backup: what came since never was. */
    public void putBack() throws IOException, GeneralSecurityException {
        swap("kept", "etcd");
    }

    private void swap(String from, String to) throws IOException, GeneralSecurityException {
        stop();
        remove(folder.resolve(to));
        try (Stream<Path> files = Files.walk(folder.resolve(from))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(to).resolve(folder.resolve(from).relativize(file)));
            }
        }
        List<List<String>> again = List.copyOf(commands);
        commands.clear();
        for (List<String> command : again) {
            run(command);
        }
        awaitReady(target);
    }

    private static void remove(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private void run(List<String> command) throws IOException {
        commands.add(command);
        processes.add(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start());
    }

    private void stop() {
        // The API server first; with open watches it can take long, so it is given a little time and then killed.
        for (Process process : processes.reversed()) {
            process.destroy();
            try {
                if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        processes.clear();
    }

    @Override
    public void close() {
        stop();
        try {
            remove(folder);
        } catch (IOException e) {
            throw new IllegalStateException("cannot remove " + folder, e);
        }
    }
}
