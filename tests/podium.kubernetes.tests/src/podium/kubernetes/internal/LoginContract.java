// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.LoginText;
import podium.core.shell.LoginSession;
import podium.core.shell.ShellListener;
import podium.kubernetes.testkit.Opened;
import podium.kubernetes.testkit.Picture;
import podium.kubernetes.testkit.TestServer;
import podium.model.fleet.ConnectionState;
import podium.testkit.Await;

/** A cluster whose credential plugin asks on a terminal, from its opening to its token's end. */
@EnabledOnOs(OS.LINUX)
abstract class LoginContract {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Picture picture = new Picture();

    @BeforeEach
    void look() {
        picture = new Picture();
    }

    abstract String url();

    abstract String authority();

    /** A token that lets its bearer in. */
    abstract String token();

    private Path runs() {
        return folder.resolve("runs");
    }

    private int ran() throws IOException {
        return Files.exists(runs()) ? Files.readAllLines(runs()).size() : 0;
    }

    /** Asks for a one-time code; to sesame it answers with the good token, else with another. */
    private ClusterConnection open() throws IOException {
        Path plugin = Files.writeString(
                folder.resolve("otp-login"),
                "#!/bin/sh\necho ran >> '" + runs() + "'\nstty -echo < /dev/tty\nprintf 'Code: ' > /dev/tty\n"
                        + "read code < /dev/tty\nstty echo < /dev/tty\ntoken=bad\n[ \"$code\" = sesame ] && token='"
                        + token()
                        + "'\necho '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\","
                        + "\"status\":{\"token\":\"'$token'\"}}'\n");
        Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwx------"));
        Path file = TestServer.write(
                folder,
                url(),
                authority(),
                "exec: {apiVersion: client.authentication.k8s.io/v1, command: ./otp-login, interactiveMode: Always}",
                "");
        return new KubernetesConnector(List.of(), Opened.hasty()).open(Opened.target(file), picture, (_, _) -> {});
    }

    private static final class Screen implements ShellListener {
        private final StringBuffer text = new StringBuffer();

        @Override
        public void output(byte[] bytes) {
            text.append(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void ended(OptionalInt exitCode, String words) {
            text.append(words);
        }
    }

    private static void answer(ClusterConnection connection, String code) throws IOException {
        LoginSession login = Await.present(PATIENCE, "it asks", connection::login);
        Screen screen = new Screen();
        login.listen(screen);
        Await.until("it is seen to ask", () -> screen.text.indexOf("Code: ") >= 0);
        login.type((code + "\r").getBytes(StandardCharsets.UTF_8));
        Await.until("it has its answer", () -> connection.login().isEmpty());
        assertFalse(screen.text.toString().contains(code), "it is not echoed");
    }

    private void await(String what, Predicate<ConnectionState> state) {
        Await.until(
                PATIENCE,
                () -> "not " + what + " but " + picture.connections(),
                () -> !picture.connections().isEmpty()
                        && state.test(picture.connection().state()));
    }

    private void awaitLive() {
        await("live", ConnectionState.LIVE::equals);
    }

    private void awaitLogin() {
        await("asked to log in", state -> LoginText.isLogin(picture.connection().message()));
    }

    @Test
    void theClusterIsLiveOnceItsOperatorHasAnsweredAndNobodyIsAskedTwice() throws IOException {
        try (ClusterConnection connection = Opened.agreed(open())) {
            Await.present(PATIENCE, "it asks", connection::login);
            Await.until(
                    () -> "" + picture.connections(),
                    () -> picture.connection().message().contains("otp-login asks you for something"));
            // a prompt that stands makes nobody run it a second time, however long
            Await.pause(Duration.ofSeconds(2), () -> false);
            assertEquals(1, ran());
            answer(connection, "sesame");
            awaitLive();
            assertEquals(1, ran());
            connection.reconnect();
            Await.pause(Duration.ofSeconds(1), () -> connection.login().isPresent());
            awaitLive();
            assertEquals(1, ran(), "the token is good");
        }
        assertFalse(picture.connections().toString().contains("sesame"));
    }

    @Test
    void aWrongAnswerIsSaidAndAskedForAgainAtOneClickOnly() throws IOException {
        try (ClusterConnection connection = Opened.agreed(open())) {
            answer(connection, "0815");
            awaitLogin();
            assertTrue(picture.is(ConnectionState.REFUSED), () -> "" + picture.connections());
            Await.pause(Duration.ofSeconds(2), () -> connection.login().isPresent());
            assertEquals(1, ran(), "not by itself");
            connection.reconnect();
            answer(connection, "sesame");
            awaitLive();
            assertEquals(2, ran());
        }
    }

    @Test
    void cancelledItFailsInWordsUntilTheNextClick() throws IOException {
        try (ClusterConnection connection = Opened.agreed(open())) {
            Await.present(PATIENCE, "it asks", connection::login).close();
            awaitLogin();
            assertTrue(picture.connection().message().contains("cancelled"), () -> "" + picture.connections());
            Await.pause(Duration.ofSeconds(2), () -> connection.login().isPresent());
            assertTrue(ran() <= 1, "not by itself; it may have ended before its first line");
            connection.reconnect();
            answer(connection, "sesame");
            awaitLive();
        }
    }

    @Test
    void closedWhileItAsksNothingIsLeft() throws IOException {
        long before = children();
        ClusterConnection connection = Opened.agreed(open());
        Await.present(PATIENCE, "it asks", connection::login);
        connection.close();
        Await.until("it is gone", () -> children() == before);
        assertTrue(connection.login().isEmpty());
    }

    private static long children() {
        return ProcessHandle.current()
                .descendants()
                .filter(it -> it.info().commandLine().orElse("").contains("otp-login"))
                .count();
    }
}
