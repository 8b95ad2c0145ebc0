// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ReadRefused;
import podium.core.change.ClusterId;
import podium.core.forward.ForwardTarget;
import podium.core.log.LogQuery;
import podium.core.log.PodLogReader;
import podium.core.shell.CommandRunner;
import podium.core.shell.ShellCommand;
import podium.kubernetes.internal.json.Trees;
import podium.operation.copy.ContainerPath;
import podium.operation.forward.PortForward;
import podium.operation.internal.copy.GuardedCopies;
import podium.operation.internal.forward.GuardedForwards;
import podium.operation.rule.ChangeLocks;
import podium.simulator.Simulator;
import podium.simulator.SimulatorOptions;
import podium.simulator.store.ResourceTypes;

/** What goes to containers and comes from them, by Podium and by kubectl: the same bytes. The fleet stands still meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StreamsJourney {
    private static final String REQUEST = "GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    private static final int METRICS = 9400;

    private Path folder = Path.of("");
    private Optional<Simulator> started = Optional.empty();
    private Optional<Looker> opened = Optional.empty();
    private ObjectNode rank = Trees.object();
    private ObjectNode exporter = Trees.object();
    private KubectlProgram kubectl = new KubectlProgram(Path.of(""), Path.of(""));

    /** A cluster with these pods of the fleet: the kubeconfig of one who may do everything there. */
    abstract Path cluster(Simulator fleet, Path directory, List<ObjectNode> pods) throws Exception;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        folder = directory;
        Simulator fleet = Simulator.start(SimulatorOptions.defaults().withSpeed(0));
        started = Optional.of(fleet);
        rank = pod(it -> it.at("/metadata/annotations/batch.kubernetes.io~1job-completion-index")
                .asText()
                .equals("0"));
        exporter = pod(it -> Trees.text(it, "/metadata/name").startsWith("nvidia-dcgm-exporter"));
        Path kubeconfig = cluster(fleet, folder, List.of(rank, exporter));
        kubectl = KubectlProgram.find(kubeconfig);
        opened = Optional.of(new Looker(kubeconfig));
    }

    @AfterAll
    void close() throws Exception {
        if (opened.isPresent()) {
            opened.get().close();
        }
        started.ifPresent(Simulator::close);
    }

    private ObjectNode pod(Predicate<ObjectNode> wanted) {
        return started.orElseThrow().store().list(ResourceTypes.POD, "").stream()
                .filter(it -> it.at("/status/phase").asText().equals("Running"))
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private static String container(ObjectNode pod) {
        return pod.at("/spec/containers/0/name").asText();
    }

    private <T> T capability(Class<T> type) {
        return opened.orElseThrow().connection.capability(type).orElseThrow();
    }

    /** Never locked, with a journal that nobody reads. */
    private static final class Unlocked implements ChangeLocks {
        @Override
        public boolean isLocked(ClusterId cluster) {
            return false;
        }

        @Override
        public void lock(ClusterId cluster, boolean wanted) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AutoCloseable listen(Consumer<ClusterId> listener) {
            return () -> {};
        }
    }

    private GuardedCopies copies() {
        return new GuardedCopies(opened.orElseThrow(), new Unlocked(), (_, _, _) -> {});
    }

    private byte[] log(boolean previous, long tail) throws IOException {
        LogQuery query = new LogQuery(
                Trees.text(rank, "/metadata/namespace"),
                Trees.text(rank, "/metadata/name"),
                container(rank),
                false,
                previous,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.of(tail));
        try (InputStream in = capability(PodLogReader.class).open(query)) {
            return in.readAllBytes();
        }
    }

    @Test
    void aLogIsTheSame() throws Exception {
        KubectlProgram.Ran theirs = kubectl.run(
                "logs",
                "-n",
                Trees.text(rank, "/metadata/namespace"),
                Trees.text(rank, "/metadata/name"),
                "--timestamps",
                "--tail=200");
        assertEquals(0, theirs.code(), theirs::said);
        assertTrue(theirs.out().length > 1000, theirs::said);
        assertArrayEquals(theirs.out(), log(false, 200));
    }

    @Test
    void aLogThatIsNotThereIsRefusedInTheSameWords() throws Exception {
        KubectlProgram.Ran theirs = kubectl.run(
                "logs",
                "-n",
                Trees.text(rank, "/metadata/namespace"),
                Trees.text(rank, "/metadata/name"),
                "--previous");
        ReadRefused ours = assertThrows(ReadRefused.class, () -> log(true, 10));
        assertTrue(theirs.said().contains(String.valueOf(ours.getMessage())), () -> theirs.said() + "\n" + ours);
    }

    private KubectlProgram.Ran ours(byte[] typed, String... words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = capability(CommandRunner.class)
                .run(
                        new ShellCommand(
                                Trees.text(rank, "/metadata/namespace"),
                                Trees.text(rank, "/metadata/name"),
                                container(rank),
                                List.of(words)),
                        new ByteArrayInputStream(typed),
                        out,
                        errors);
        return new KubectlProgram.Ran(code, out.toByteArray(), errors.toString(StandardCharsets.UTF_8));
    }

    private KubectlProgram.Ran theirs(byte[] typed, String... words) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(
                                "exec",
                                "-i",
                                "-n",
                                Trees.text(rank, "/metadata/namespace"),
                                Trees.text(rank, "/metadata/name"),
                                "-c",
                                container(rank),
                                "--"),
                        Stream.of(words))
                .toList();
        return kubectl.typing(typed, command.toArray(String[]::new));
    }

    @Test
    void aCommandWritesTheSame() throws Exception {
        for (String line : List.of("env", "nvidia-smi -L", "ps", "echo out; echo wrong >&2; exit 3")) {
            KubectlProgram.Ran theirs = theirs(new byte[0], "sh", "-c", line);
            KubectlProgram.Ran ours = ours(new byte[0], "sh", "-c", line);
            assertArrayEquals(theirs.out(), ours.out(), line);
            assertEquals(theirs.code(), ours.code(), line);
            assertTrue(theirs.said().startsWith(ours.said()), () -> theirs.said() + "\n" + ours.said());
        }
    }

    @Test
    void whatIsTypedArrivesTheSame() throws Exception {
        byte[] bytes = random(700_000, 3);
        String[] words = {"sh", "-c", "head -c \"$1\" | cat", "sh", Integer.toString(bytes.length)};
        assertArrayEquals(bytes, theirs(bytes, words).out());
        assertArrayEquals(bytes, ours(bytes, words).out());
    }

    @Test
    void aForwardedPortAnswersTheSame() throws Exception {
        ForwardTarget target = new ForwardTarget(
                ForwardTarget.Kind.POD,
                Trees.text(exporter, "/metadata/namespace"),
                Trees.text(exporter, "/metadata/name"),
                METRICS);
        GuardedForwards forwards = new GuardedForwards(opened.orElseThrow(), new Unlocked(), (_, _, _) -> {});
        PortForward forward = forwards.start(opened.orElseThrow().id(), target, 0);
        try (KubectlProgram.Forward theirs = kubectl.forward(target.namespace(), "pod/" + target.name(), METRICS)) {
            byte[] wanted = answer(theirs.port());
            assertTrue(wanted.length > 1000, () -> new String(wanted, StandardCharsets.UTF_8));
            assertArrayEquals(wanted, answer(forward.localPort()));
            // a second connection, after the first has ended
            assertArrayEquals(wanted, answer(forward.localPort()));
        } finally {
            forwards.close();
        }
    }

    private static byte[] answer(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().readAllBytes();
        }
    }

    private static byte[] random(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private Path tree(String name) throws IOException {
        Path tree = Files.createDirectories(folder.resolve(name));
        Files.write(tree.resolve("checkpoint"), random(1_200_000, 1));
        Files.createFile(tree.resolve("empty"));
        Files.writeString(Files.createDirectories(tree.resolve("below")).resolve("n".repeat(120)), "long name");
        return tree;
    }

    @Test
    void whatIsCopiedInByOneIsCopiedOutByTheOther() throws Exception {
        Path ours = tree("ours");
        ContainerPath data = new ContainerPath(
                Trees.text(rank, "/metadata/namespace"), Trees.text(rank, "/metadata/name"), container(rank), "/data");
        String remote = data.namespace() + "/" + data.pod() + ":/data/";
        ClusterId id = opened.orElseThrow().id();
        // the folder is made by who copies a first file there
        assertEquals(
                0,
                kubectl.run("cp", tree("theirs").toString(), remote + "theirs").code());
        copies().upload(id, ours, data, sent -> {});
        KubectlProgram.Ran out = kubectl.run(
                "cp", remote + "ours", folder.resolve("theirs-of-ours").toString());
        assertEquals(0, out.code(), out::said);
        assertEquals(files(ours), files(folder.resolve("theirs-of-ours")));
        assertEquals(List.of("ours/", "theirs/"), copies().list(id, data));
        Path back = Files.createDirectories(folder.resolve("back"));
        copies().download(
                        id,
                        new ContainerPath(data.namespace(), data.pod(), data.container(), "/data/theirs"),
                        back,
                        read -> {});
        assertEquals(files(folder.resolve("theirs")), files(back.resolve("theirs")));
    }
}
