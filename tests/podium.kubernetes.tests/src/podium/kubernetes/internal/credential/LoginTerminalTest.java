// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import podium.core.cluster.LoginText;
import podium.core.shell.LoginSession;
import podium.core.shell.ShellListener;
import podium.testkit.Await;

/** When a credential plugin may ask its operator, what of, and what comes of it. */
@EnabledOnOs(OS.LINUX)
class LoginTerminalTest extends PluginBench {
    private final AtomicInteger changes = new AtomicInteger();
    private final LoginTerminal login = new LoginTerminal(changes::incrementAndGet);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** Keeps what is written to a terminal. */
    private static final class Screen implements ShellListener {
        private final StringBuilder text = new StringBuilder();
        private volatile Optional<String> end = Optional.empty();

        @Override
        public synchronized void output(byte[] bytes) {
            text.append(new String(bytes, StandardCharsets.UTF_8));
        }

        synchronized String text() {
            return text.toString();
        }

        @Override
        public void ended(OptionalInt exitCode, String words) {
            end = Optional.of(words);
        }
    }

    /** Asks for a password without echo, and gives it back as its token. */
    private String asking(String expiry) {
        return "echo x >> '" + folder.resolve("runs") + "'\nprintf '%s' \"$KUBERNETES_EXEC_INFO\" > '"
                + folder.resolve("info") + "'\n"
                + "if [ -t 0 ]; then stty -echo; printf 'Password: ' >&2; read p; stty echo; else p=cached; fi\n"
                + "echo '{\"apiVersion\":\"" + V1 + "\",\"kind\":\"ExecCredential\",\"status\":{\"token\":\"'\"$p\"'\""
                + (expiry.isEmpty() ? "" : ",\"expirationTimestamp\":\"" + expiry + "\"") + "}}'";
    }

    private int runs() throws IOException {
        Path runs = folder.resolve("runs");
        return Files.exists(runs) ? Files.readAllLines(runs).size() : 0;
    }

    private LoginSession asked() {
        return Await.present("something asks", login::asking);
    }

    private Screen screen(LoginSession session) {
        Screen screen = new Screen();
        session.listen(screen);
        return screen;
    }

    private static void type(LoginSession session, String text) throws IOException {
        session.type(text.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(String password) throws IOException {
        LoginSession session = asked();
        Screen screen = screen(session);
        Await.until("a password is asked for", () -> screen.text().contains("Password: "));
        type(session, password + "\r");
        Await.until("nothing asks any more", () -> login.asking().isEmpty());
        assertFalse(screen.text().contains(password), "it is not echoed");
    }

    private Future<Credentials.Given> get(ExecCredentials credentials) {
        return threads.submit(credentials::get);
    }

    private static Optional<String> authorization(Future<Credentials.Given> given) throws Exception {
        return given.get(20, TimeUnit.SECONDS).authorization();
    }

    private static String failure(Future<Credentials.Given> given) {
        ExecutionException e = assertThrows(ExecutionException.class, () -> given.get(20, TimeUnit.SECONDS));
        return String.valueOf(e.getCause().getMessage());
    }

    /** Each connection has one, and most never ask: what a terminal takes is not loaded for them. */
    @Test
    void whatAsksNothingLooksForNoTerminal() {
        LoginTerminal quiet = new LoginTerminal(() -> {}, () -> {
            throw new AssertionError("looked for");
        });
        assertFalse(quiet.take());
        quiet.allow();
        assertTrue(quiet.isAllowed());
        quiet.settled();
        assertEquals(Optional.empty(), quiet.asking());
    }

    @Test
    void whatMustAskAsksOnceForAllWhoWaitAndIsToldThatItMay() throws Exception {
        program("plugin", asking(""));
        ExecCredentials credentials = exec("plugin", "Always", login);
        login.allow();
        List<Future<Credentials.Given>> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(get(credentials));
        }
        answer("s3cret");
        for (Future<Credentials.Given> each : all) {
            assertEquals(Optional.of("Bearer s3cret"), authorization(each));
        }
        assertEquals(1, runs());
        assertTrue(Files.readString(folder.resolve("info")).contains("\"interactive\":true"));
        assertEquals(2, changes.get(), "it began and ended to ask");
    }

    @Test
    void whatMustAskIsNeverRunWhileNobodyWaitsForIt() throws Exception {
        program("plugin", asking(""));
        ExecCredentials credentials = exec("plugin", "Always", login);
        CredentialException e = assertThrows(CredentialException.class, credentials::get);
        assertTrue(LoginText.isLogin(String.valueOf(e.getMessage())), "it can be logged in again");
        assertEquals(0, runs());
    }

    @Test
    void whatMayAskIsRunWithoutATerminalWhileNobodyWaitsForIt() throws Exception {
        program("plugin", asking(""));
        assertEquals(
                Optional.of("Bearer cached"),
                exec("plugin", "IfAvailable", login).get().authorization());
        assertTrue(Files.readString(folder.resolve("info")).contains("\"interactive\":false"));
        assertEquals(0, changes.get());
    }

    @Test
    void whatMayAskAsksTheOperatorWhoWaits() throws Exception {
        program("plugin", asking(""));
        ExecCredentials credentials = exec("plugin", "IfAvailable", login);
        login.allow();
        Future<Credentials.Given> given = get(credentials);
        answer("s3cret");
        assertEquals(Optional.of("Bearer s3cret"), authorization(given));
    }

    @Test
    void whatMayAskAndHasNothingToAskIsNotShown() throws Exception {
        program("plugin", "echo 'warning: old' >&2\nexec 0</dev/null\n" + asking(""));
        ExecCredentials credentials = exec("plugin", "IfAvailable", login);
        login.allow();
        assertEquals(Optional.of("Bearer cached"), credentials.get().authorization());
        assertEquals(0, changes.get());
    }

    @Test
    void whatMustNotAskGetsNoTerminal() throws Exception {
        program("plugin", asking(""));
        ExecCredentials credentials = exec("plugin", "Never", login);
        login.allow();
        assertEquals(Optional.of("Bearer cached"), credentials.get().authorization());
    }

    @Test
    void anEndedTokenIsUsedUntilTheServerRefusesItAndAskedForAtOneClickOnly() throws Exception {
        program("plugin", asking("2026-03-01T10:05:00Z"));
        ExecCredentials credentials = exec("plugin", "Always", login);
        login.allow();
        Future<Credentials.Given> first = get(credentials);
        answer("one");
        authorization(first);
        now = now.plus(Duration.ofHours(1));
        for (int i = 0; i < 3; i++) {
            Optional<String> held = credentials.get().authorization();
            assertEquals(Optional.of("Bearer one"), held);
            assertFalse(credentials.refused(held), "nobody is asked by itself");
        }
        assertEquals(1, runs());
        login.allow();
        Future<Credentials.Given> second = get(credentials);
        answer("two");
        assertEquals(Optional.of("Bearer two"), authorization(second));
        assertEquals(2, runs());
    }

    @Test
    void aTokenThatTheServerRefusedBeforeItsTimeIsAskedForAnewAtOneClick() throws Exception {
        program("plugin", asking(""));
        ExecCredentials credentials = exec("plugin", "Always", login);
        login.allow();
        Future<Credentials.Given> first = get(credentials);
        answer("one");
        assertFalse(credentials.refused(authorization(first)));
        login.allow();
        Future<Credentials.Given> second = get(credentials);
        answer("two");
        assertEquals(Optional.of("Bearer two"), authorization(second));
    }

    @Test
    void aClickWhileTheTokenIsGoodAsksNothingThenOrLater() throws Exception {
        program("plugin", asking("2026-03-01T10:05:00Z"));
        ExecCredentials credentials = exec("plugin", "Always", login);
        login.allow();
        Future<Credentials.Given> first = get(credentials);
        answer("one");
        authorization(first);
        login.allow();
        credentials.get();
        now = now.plus(Duration.ofHours(1));
        credentials.get();
        assertEquals(1, runs());
    }

    @Test
    void cancelledItFailsInWordsAndIsNotTriedAgainByItself() throws Exception {
        for (String mode : List.of("Always", "IfAvailable")) {
            Files.deleteIfExists(folder.resolve("runs"));
            program("plugin", asking(""));
            ExecCredentials credentials = exec("plugin", mode, login);
            login.allow();
            Future<Credentials.Given> given = get(credentials);
            LoginSession session = asked();
            Screen screen = screen(session);
            Await.until("a password is asked for", () -> screen.text().contains("Password: "));
            session.close();
            String words = failure(given);
            assertTrue(words.contains("cancelled"), words);
            assertTrue(LoginText.isLogin(words), words);
            Await.until("the screen says so", () -> screen.end.orElse("").contains("cancelled"));
            assertTrue(login.asking().isEmpty());
            CredentialException again = assertThrows(CredentialException.class, credentials::get);
            assertEquals(words, again.getMessage());
            assertEquals(1, runs());
        }
    }

    @Test
    void interruptedByControlCItFailsInWords() throws Exception {
        program("plugin", "printf 'Password: ' >&2; exec sleep 600");
        ExecCredentials credentials = exec("plugin", "Always", login);
        login.allow();
        Future<Credentials.Given> given = get(credentials);
        LoginSession session = asked();
        Screen screen = screen(session);
        Await.until("it asks", () -> screen.text().contains("Password"));
        type(session, "\u0003");
        String words = failure(given);
        assertTrue(words.contains("interrupted"), words);
    }

    @Test
    void aFailureSaysWhatThePluginSaidButNothingOnceSomethingWasTyped() throws Exception {
        program("plugin", "printf '\\033[31mno such realm\\033[0m\\n' >&2; exit 3");
        login.allow();
        String plain = failure(get(exec("plugin", "Always", login)));
        assertTrue(plain.contains("ended with status 3: no such realm"), plain);
        program("plugin", "printf 'Password: ' >&2; read p; echo \"$p is wrong\" >&2; exit 3");
        login.allow();
        Future<Credentials.Given> given = get(exec("plugin", "Always", login));
        LoginSession session = asked();
        type(session, "s3cret\r");
        String secret = failure(given);
        assertTrue(secret.contains("status 3") && !secret.contains("s3cret"), secret);
    }

    @Test
    void aPluginThatNeverEndsIsEndedInWords() throws Exception {
        Path hangs = program(
                "plugin",
                "trap '' HUP INT TERM; echo $$ > '" + folder.resolve("pid") + "'; while :; do sleep 600; done");
        TerminalRun run = TerminalRun.start(List.of(hangs.toString()), Map.of(), Duration.ofSeconds(1), login, true);
        CredentialException e = assertThrows(CredentialException.class, run::output);
        assertTrue(String.valueOf(e.getMessage()).contains("did not end within 1 s"), e::getMessage);
        awaitGone();
        assertTrue(login.asking().isEmpty());
    }

    private void awaitGone() throws IOException {
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        Await.until(
                "the plugin is gone",
                () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void aConnectionThatIsClosedEndsItAndIsNoFailureOfTheNextOne() throws Exception {
        program("plugin", "echo $$ > '" + folder.resolve("pid") + "'; printf 'Password: ' >&2; read p");
        ExecCredentials credentials = exec("plugin", "Always", login);
        login.allow();
        Future<Credentials.Given> given = get(credentials);
        asked();
        Await.until("it runs", () -> Files.exists(folder.resolve("pid")));
        credentials.close();
        failure(given);
        awaitGone();
        assertTrue(login.asking().isEmpty());
        assertTrue(login.failure().isEmpty());
    }

    @Test
    void whatWasWrittenBeforeSomebodyLookedIsShownToo() throws Exception {
        program("plugin", "printf 'Code: 4711 ' >&2; read p; printf 'thanks' >&2; exit 1");
        ExecCredentials credentials = exec("plugin", "IfAvailable", login);
        login.allow();
        Future<Credentials.Given> given = get(credentials);
        LoginSession session = asked();
        Screen first = screen(session);
        Screen second = screen(session);
        assertEquals("Code: 4711 ", second.text());
        type(session, "\r");
        failure(given);
        assertTrue(second.text().contains("thanks"), second::text);
        assertFalse(first.text().contains("thanks"), first::text);
        Screen late = screen(session);
        assertTrue(late.text().contains("thanks") && late.end.isPresent());
    }
}
