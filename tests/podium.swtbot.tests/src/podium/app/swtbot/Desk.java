// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swtbot.swt.finder.utils.SWTUtils;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.Connections;
import podium.operation.AuditLog;

/**
 * One console with a simulated fleet, shared by all tests of the run: an Eclipse 4 workbench starts once in a process. Each test finds
 * the window without dialogs.
 */
final class Desk implements AutoCloseable {
    /** The fleet that is open. */
    static final String FLEET = "ai-factory";

    private static final Duration STROKE = Duration.ofSeconds(10);
    private static final int TRIES = 5;

    final Console console;
    final Screen screen;
    final Hands hands;
    final Fleet fleet;

    Desk() {
        console = new Console("--fleet", FLEET);
        screen = new Screen(console);
        fleet = new Fleet(console);
        hands = new Hands(console, screen);
        fleet.live(FLEET);
        console.await("the window", () -> screen.shows(Hands.PODIUM));
    }

    /** The API server of the fleet. */
    Api api() throws IOException, GeneralSecurityException {
        ClusterId id = ClusterId.of(fleet.live(FLEET));
        ClusterTarget target =
                console.service(Connections.class).target(id).orElseThrow(() -> new AssertionError("not open"));
        return new Api(target.kubeconfig());
    }

    /** The lines of the journal, as auditors get them. */
    List<String> journal() throws IOException {
        Path file = Files.createTempFile("journal", ".jsonl");
        try {
            console.service(AuditLog.class).export(file);
            return Files.readAllLines(file);
        } finally {
            Files.delete(file);
        }
    }

    /** The text on the clipboard. */
    String clipboard() {
        return console.ask(() -> {
            Clipboard clipboard = new Clipboard(SWTUtils.display());
            try {
                return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
            } finally {
                clipboard.dispose();
            }
        });
    }

    /** Selects one thing of the fleet by its name; once more where a busy machine lost a stroke. */
    void select(String name) {
        String what = name + " is selected";
        for (int i = 0; i < TRIES; i++) {
            hands.find(name);
            if (console.within(STROKE, what, () -> List.of(name).equals(fleet.selected()))) {
                return;
            }
        }
        throw new AssertionError("not after " + TRIES + " tries: " + what);
    }

    @Override
    public void close() throws Exception {
        hands.closeDialogs();
        console.close();
    }
}
