// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Where {@code releng/test} takes SWTBot from: the site that is named, else the update site if it answers in time. */
@DisabledOnOs(OS.WINDOWS)
class SwtbotSiteTest {
    private static String site(Map<String, String> variables, String seconds, String updateSite) throws Exception {
        ProcessBuilder shell = new ProcessBuilder(
                "bash", "-c", "source releng/setup.sh; swtbot_site \"$@\" || echo none", "bash", seconds, updateSite);
        shell.directory(Checkout.root().toFile());
        shell.environment().remove("SWTBOT_SITE");
        shell.environment().put("no_proxy", "127.0.0.1");
        shell.environment().putAll(variables);
        Process run = shell.redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, run.waitFor(), said);
        return said.strip();
    }

    @Test
    void theSiteThatIsNamedIsTakenUnasked() throws Exception {
        assertEquals("file:///there", site(Map.of("SWTBOT_SITE", "file:///there"), "5", "http://127.0.0.1:1/"));
    }

    @Test
    void theUpdateSiteIsTakenWhereItAnswers() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answer(server));
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/latest/";
            assertEquals(url, site(Map.of(), "60", url));
            answered.join();
        }
    }

    private static void answer(ServerSocket server) {
        try (Socket caller = server.accept()) {
            caller.getInputStream().read(new byte[1024]);
            caller.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSiteThatTakesItsTimeIsLeftOut() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals("none", site(Map.of(), "0.5", "http://127.0.0.1:" + silent.getLocalPort() + "/"));
        }
    }

    @Test
    void theUpdateSiteIsThatOfTheBuildAndTheTestRunSaysWhereThereIsNone() throws IOException {
        assertTrue(text("pom.xml").contains("<swtbot.site>https://"));
        String run = text("releng/test");
        assertTrue(run.contains("if site=$(swtbot_site); then"));
        assertTrue(run.contains("its tests are left out"));
    }

    private static String text(String file) throws IOException {
        return Files.readString(Checkout.root().resolve(file));
    }
}
