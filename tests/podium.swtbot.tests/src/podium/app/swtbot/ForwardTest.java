// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.swtbot.swt.finder.SWTBot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import podium.operation.forward.ForwardService;
import podium.operation.forward.PortForward;

/** A port of a pod on this machine. */
@ExtendWith(AtTheDesk.class)
class ForwardTest {
    private static final String PODS = "/api/v1/namespaces/serving/pods";
    private final Desk desk;

    ForwardTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void aForwardedPortAnswersAsThePodDoesUntilItIsStopped() throws Exception {
        Api api = desk.api();
        String pod = api.names(PODS + "?labelSelector=app.kubernetes.io/name=gateway")
                .getFirst();
        desk.select(pod);
        desk.hands.menu("Act", "Forward Port…");
        SWTBot dialog = desk.hands.window("Forward port of pod " + pod);
        dialog.text().setText(":8000");
        desk.hands.button("Forward port", "Forward");
        ForwardService forwards = desk.console.service(ForwardService.class);
        desk.console.await("it is on the list", () -> !forwards.all().isEmpty());
        PortForward forward = forwards.all().getFirst();
        assertEquals(pod, forward.pod());
        assertTrue(answer(forward.url()).contains(pod), () -> "somebody else answers");
        assertTrue(
                desk.journal().stream().anyMatch(line -> line.contains("Forwarded 127.0.0.1") && line.contains(pod)));

        desk.hands.click("row | 127.0.0.1:" + forward.localPort() + " |");
        desk.hands.tool("Stop");
        desk.console.await("it is off the list", () -> forwards.all().isEmpty());
        desk.console.await("nobody answers", () -> refuses(forward.url()));
    }

    private static boolean refuses(String url) {
        try {
            answer(url);
            return false;
        } catch (ConnectException _) {
            return true;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(url, e);
        }
    }

    private static String answer(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
