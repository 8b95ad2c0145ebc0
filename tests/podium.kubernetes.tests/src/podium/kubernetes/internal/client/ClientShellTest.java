// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ObjectWriter;
import podium.core.api.ReadRefused;
import podium.core.api.WriteResult;
import podium.core.change.ClusterId;
import podium.core.json.Json;
import podium.core.shell.ShellCommand;
import podium.core.shell.ShellListener;
import podium.core.shell.ShellSession;
import podium.kubernetes.internal.kind.standard.StandardKinds;
import podium.kubernetes.internal.objectaction.ObjectActionCapabilities;
import podium.kubernetes.internal.transport.ApiRequest;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.transport.ApiStream;
import podium.kubernetes.internal.transport.Transport;
import podium.kubernetes.internal.transport.UpgradeRefused;
import podium.kubernetes.internal.write.WriteCapabilities;
import podium.kubernetes.testkit.StubTransport;
import podium.operation.object.ObjectAction;
import podium.operation.object.ObjectActionCompiler;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Step;
import podium.testkit.Await;

/** Commands in containers of the simulated fleet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientShellTest {
    @TempDir
    private static Path folder;

    private SimulatedContainer found;
    private ClientShell shell;
    private Map<Class<?>, Object> writes = Map.of();

    @BeforeAll
    void start() throws Exception {
        found = new SimulatedContainer(folder);
        shell = new ClientShell(found.transport, new LazyClient(found.transport));
        writes = new WriteCapabilities().create(found.transport, new ClusterId("test"));
    }

    @AfterAll
    void stop() {
        found.close();
    }

    private ShellCommand command(String... words) {
        return new ShellCommand(found.namespace(), found.name(), found.container(), List.of(words));
    }

    /** What came, and how it ended. */
    private static final class Heard implements ShellListener {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<OptionalInt> exit = new CompletableFuture<>();
        private volatile String why = "";

        @Override
        public synchronized void output(byte[] more) {
            bytes.writeBytes(more);
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void ended(OptionalInt exitCode, String words) {
            why = words;
            exit.complete(exitCode);
        }

        OptionalInt exit() throws Exception {
            return exit.get(60, TimeUnit.SECONDS);
        }

        void awaits(String wanted) {
            Await.until(wanted, () -> text().contains(wanted));
        }
    }

    private static void type(ShellSession session, String text) throws IOException {
        session.type(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aShellIsTypedIntoAndEndsWithItsExitCode() throws Exception {
        Heard heard = new Heard();
        ShellCommand wanted = ShellCommand.shell(found.namespace(), found.name(), found.container());
        try (ShellSession session = shell.open(wanted, 100, 30, heard)) {
            heard.awaits(":/# ");
            type(session, "stty size\r");
            heard.awaits("\r\n30 100\r\n");
            session.resize(61, 12);
            type(session, "stty size\r");
            heard.awaits("12 61\r\n");
            type(session, "sleep 60\r");
            heard.awaits("sleep 60\r\n");
            type(session, "\u0003");
            heard.awaits("^C\r\nroot@");
            type(session, "echo still here\r");
            heard.awaits("\r\nstill here\r\n");
            type(session, "exit 5\r");
            assertEquals(OptionalInt.of(5), heard.exit());
        }
    }

    @Test
    void nvidiaSmiShowsTheDevicesOfThePod() throws Exception {
        Heard heard = new Heard();
        try (ShellSession _ = shell.open(command("nvidia-smi"), 120, 40, heard)) {
            assertEquals(OptionalInt.of(0), heard.exit(), heard::text);
        }
        assertTrue(heard.text().contains("H100"), heard::text);
        assertTrue(heard.text().contains("MiB /"), heard::text);
    }

    private String said(String... words) throws Exception {
        Heard heard = new Heard();
        try (ShellSession _ = shell.open(command(words), 120, 40, heard)) {
            assertEquals(OptionalInt.of(0), heard.exit(), heard::text);
        }
        return heard.text().replace("\r", "");
    }

    @Test
    void nvidiaSmiAnswersWhatScriptsAskIt() throws Exception {
        String some = said("nvidia-smi", "--query-gpu=index,name,memory.used,power.draw", "--format=csv");
        assertTrue(some.startsWith("index, name, memory.used [MiB], power.draw [W]\n0, NVIDIA H100 "), some);
        assertTrue(some.lines().skip(1).allMatch(line -> line.matches("\\d, .+, \\d+ MiB, \\d+\\.\\d\\d W")), some);
        String bare = said("nvidia-smi", "--query-gpu=index,utilization.gpu", "--format=csv,noheader,nounits");
        assertTrue(bare.lines().allMatch(line -> line.matches("\\d, \\d+")), bare);
        assertEquals(
                "Field \"nothing\" is not a valid field to query.\n\n",
                said("nvidia-smi", "--query-gpu=index,nothing", "--format=csv"));
        String list = said("nvidia-smi", "-L");
        assertTrue(list.startsWith("GPU 0: NVIDIA H100 ") && list.contains(" (UUID: GPU-"), list);
    }

    @Test
    void whatRunsAlreadyIsAttachedTo() throws Exception {
        Heard heard = new Heard();
        try (ShellSession _ = shell.open(command(), 80, 24, heard)) {
            heard.awaits("\r\n");
        }
        assertTrue(heard.exit().isEmpty());
        assertEquals("", heard.why);
    }

    @Test
    void aProgramThatIsNotThereIsSaidInTheWordsOfTheServer() throws Exception {
        Heard heard = new Heard();
        try (ShellSession _ = shell.open(command("nobody"), 80, 24, heard)) {
            heard.exit();
        }
        assertTrue(heard.why.contains("executable file not found in $PATH"), heard.why);
    }

    @Test
    void aRefusalIsSaidInTheWordsOfTheServer() {
        ShellCommand wrong = new ShellCommand(found.namespace(), found.name(), "nobody", List.of("ls"));
        ReadRefused refused = assertThrows(ReadRefused.class, () -> shell.open(wrong, 80, 24, new Heard()));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("container nobody not found in pod"), refused::toString);
        ShellCommand nobody = new ShellCommand("default", "nobody", "main", List.of("ls"));
        refused = assertThrows(ReadRefused.class, () -> shell.open(nobody, 80, 24, new Heard()));
        assertTrue(String.valueOf(refused.getMessage()).contains("pods \"nobody\" not found"), refused::toString);
    }

    @Test
    void muchOutputComesWholeAndInOrder() throws Exception {
        Heard heard = new Heard();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            text.append("line ").append(i).append(" of many\n");
        }
        try (ShellSession session = shell.open(command("sh", "-c", "cat"), 80, 24, heard)) {
            for (String line : text.toString().split("\n", -1)) {
                type(session, line + "\r");
            }
            type(session, "\u0004");
            assertEquals(OptionalInt.of(0), heard.exit());
        }
        assertTrue(heard.text().contains("line 2999 of many\r\n"), heard::text);
    }

    /** A program may ask the terminal where its cursor is as often as it likes: each answer is a small message. */
    @Test
    void manySmallAnswersAtOnceDoNotEndTheSession() throws Exception {
        Heard heard = new Heard();
        try (ShellSession session = shell.open(command("sh", "-c", "cat"), 80, 24, heard)) {
            for (int i = 0; i < 20_000; i++) {
                type(session, i % 50 == 49 ? "\r" : "R");
            }
            type(session, "\rafter\r");
            heard.awaits("\r\nafter\r\n");
            assertEquals("", heard.why);
        }
    }

    /** A server that opens no WebSocket, and says why to who asks without one. */
    private record Refusing(Transport there, int status, String words) implements Transport {
        @Override
        public ApiResponse send(ApiRequest request) throws IOException {
            return request.path().contains("/exec?")
                    ? StubTransport.answer(
                            words.isEmpty() ? 400 : status,
                            Json.object()
                                    .put("message", words.isEmpty() ? "Upgrade request required" : words)
                                    .toString())
                    : there.send(request);
        }

        @Override
        public ApiStream stream(ApiRequest request) throws IOException {
            return there.stream(request);
        }

        @Override
        public WebSocket webSocket(String path, List<String> protocols, WebSocket.Listener listener)
                throws IOException {
            throw new UpgradeRefused(status);
        }

        @Override
        public String server() {
            return there.server();
        }

        @Override
        public void close() {
            // it is another's
        }

        @Override
        public void reset() {}

        @Override
        public boolean impersonates() {
            return false;
        }
    }

    private String refused(int status, String words, Heard heard) {
        Refusing refusing = new Refusing(found.transport, status, words);
        ClientShell over = new ClientShell(refusing, new LazyClient(refusing));
        return String.valueOf(assertThrows(ReadRefused.class, () -> over.open(command("ls"), 80, 24, heard))
                .getMessage());
    }

    /** As a real API server refuses for a node whose kubelet it does not know, and who may not run commands. */
    @Test
    void aRefusedUpgradeIsToldOnceInTheWordsOfTheServer() {
        Heard heard = new Heard();
        assertEquals(
                "no preferred addresses found; known addresses: []",
                refused(500, "no preferred addresses found; known addresses: []", heard));
        assertTrue(refused(403, "", heard).contains("you may not run commands in pods of"));
        assertEquals("the server answered 503", refused(503, "", heard));
        assertFalse(heard.exit.isDone(), () -> "told also as the end of what never began: " + heard.why);
    }

    private String told(ShellCommand wanted, int code) throws Exception {
        Heard heard = new Heard();
        try (ShellSession _ = shell.open(wanted, 120, 40, heard)) {
            assertEquals(OptionalInt.of(code), heard.exit(), heard::text);
        }
        return heard.text();
    }

    /** What GPU people open a shell for, as the Shell part types it. */
    @Test
    void thePreparedLinesAreAnsweredInARank() throws Exception {
        String stack = told(command("sh", "-c", "py-spy dump --pid 1"), 0);
        assertTrue(stack.contains("\"MainThread\""), stack);
        told(command("sh", "-c", "dmesg -T | grep -i linux | tail -n 20"), 0);
        assertTrue(told(command("sh", "-c", "ncclras -v || echo 'needs NCCL 2.24 or later (ncclras)'"), 0)
                .contains("needs NCCL"));
        assertTrue(told(command("sh", "-c", "chroot /host nvidia-smi"), 125).contains("cannot change root directory"));
    }

    /** The first write of an act, which is sent. */
    private Step.Write made(ObjectRef of, ObjectAction act) throws IOException {
        Result compiled = ((ObjectActionCompiler) new ObjectActionCapabilities(StandardKinds.all())
                        .create(found.transport, new ClusterId("test"))
                        .get(ObjectActionCompiler.class))
                .compile(of, "", act);
        Step.Write write =
                (Step.Write) ((Result.Compiled) compiled).plan().steps().getFirst();
        assertInstanceOf(
                WriteResult.Accepted.class, ((ObjectWriter) writes.get(ObjectWriter.class)).send(write.write(), false));
        return write;
    }

    private String read(ObjectRef ref, String pointer) {
        try {
            return Json.text(
                    Json.read(((ObjectReader) writes.get(ObjectReader.class))
                            .read(ref)
                            .orElse("{}")),
                    pointer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the Shell part ends a debug container with its tab. */
    @Test
    void whatIsTypedJustBeforeItIsClosedStillEndsADebugContainer() throws Exception {
        ObjectRef pod = ObjectRef.pod(found.namespace(), found.name());
        for (int i = 0; i < 5; i++) {
            String name = "debugger-" + i;
            made(pod, new ObjectAction.Debug(name, "busybox:stable", ""));
            String state = "/status/ephemeralContainerStatuses/" + i + "/state/";
            Await.until("it runs", () -> !read(pod, state + "running/startedAt").isEmpty());
            Heard heard = new Heard();
            try (ShellSession session =
                    shell.open(new ShellCommand(found.namespace(), found.name(), name, List.of()), 80, 24, heard)) {
                heard.awaits(":/# ");
                type(session, "\u0003\u0004");
            }
            // with 130 where the interrupt met the shell as it read, as a real one ends
            Await.until("it has ended", () -> !read(pod, state + "terminated/reason")
                    .isEmpty());
        }
    }

    @Test
    void aShellOnANodeSeesAllOfItsDevicesThroughTheRootOfTheNode() throws Exception {
        Step.Write create = made(
                ObjectRef.node(found.pod.at("/spec/nodeName").asText()),
                new ObjectAction.NodeShell("default", "node-shell", "busybox:stable", "cafe"));
        Await.until(
                "it runs", () -> read(create.write().target(), "/status/phase").equals("Running"));
        ShellCommand where = new ShellCommand("default", "node-shell", ObjectAction.NodeShell.CONTAINER, List.of());
        assertTrue(told(where.line("chroot /host nvidia-smi -L"), 0).contains("GPU 7: "));
        told(where.line("chroot /host dmesg -T | grep -i linux"), 0);
        Heard heard = new Heard();
        try (ShellSession session = shell.open(where, 80, 24, heard)) {
            type(session, "\r");
            heard.awaits(":/# ");
            type(session, "hostname\r");
            heard.awaits("hostname\r\n");
        }
        Heard attached = new Heard();
        Heard running = new Heard();
        try (ShellSession first = shell.open(where, 80, 24, attached);
                ShellSession second = shell.open(where.line("sleep 600"), 80, 24, running)) {
            assertFalse(attached.exit.isDone() || running.exit.isDone(), first + " and " + second);
            assertInstanceOf(
                    WriteResult.Accepted.class,
                    ((ObjectWriter) writes.get(ObjectWriter.class))
                            .send(create.undo().orElseThrow(), false));
            attached.exit();
            assertEquals(OptionalInt.of(137), running.exit(), "with its pod all ends that runs in it");
        }
    }

    @Test
    void whatIsTypedAfterTheEndIsAFailureInWords() throws Exception {
        Heard heard = new Heard();
        try (ShellSession session = shell.open(command("sh", "-c", "exit 3"), 80, 24, heard)) {
            heard.exit();
            assertFalse(String.valueOf(assertThrows(IOException.class, () -> type(session, "ls\r"))
                            .getMessage())
                    .isBlank());
        }
    }
}
