// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.widgets.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;
import podium.ui.prompt.LongWork.Outcome;
import podium.ui.toolkit.ClipboardText;

class LongWorkDialogTest {
    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);

    @AfterEach
    void close() {
        seen.close();
    }

    @Test
    void whatIsThroughIsShownAndThenWhatCameOfIt() {
        CountDownLatch looked = new CountDownLatch(1);
        seen.in(
                () -> seen.dialogs().work("Copying /data", bytes -> {
                    bytes.accept(5000);
                    await(looked);
                    return new Outcome("Copied /data", "It came.", "/srv/out", Optional.of(Path.of("/srv")));
                }),
                () -> {
                    assertFalse(seen.button("Close").isEnabled());
                    seen.until("it is shown", () -> seen.words().contains("so far"));
                    looked.countDown();
                    seen.until("it is said", () -> seen.words().contains("It came."));
                    assertEquals("Copied /data", seen.dialog().getText());
                    assertTrue(seen.button("Close").isEnabled());
                    assertTrue(seen.button("Open Folder").isEnabled());
                    assertEquals(List.of("Copy Path", "Open Folder", "Close"), buttons());
                    seen.press("Copy Path");
                    assertEquals(
                            Optional.of("/srv/out"),
                            ClipboardText.read(seen.dialog().getDisplay()));
                });
    }

    /** Those that can be seen: none is grey that never can be pressed again. */
    private List<String> buttons() {
        return seen.all(Button.class).stream().map(Button::getText).toList();
    }

    @Test
    void cancelGivesItUp() {
        CountDownLatch closed = new CountDownLatch(1);
        AtomicBoolean told = new AtomicBoolean();
        seen.in(
                () -> seen.dialogs().work("Copying /data", bytes -> {
                    await(closed);
                    try {
                        bytes.accept(1);
                    } catch (CancellationException e) {
                        told.set(true);
                    }
                    return new Outcome("", "", "", Optional.empty());
                }),
                () -> seen.press("Cancel"));
        closed.countDown();
        seen.until("it is told", told::get);
    }

    @Test
    void aFailureIsSaid() {
        seen.in(
                () -> seen.dialogs().work("Copying /data", bytes -> {
                    throw new IOException("No space left on device");
                }),
                () -> {
                    seen.until("it is said", () -> seen.words().contains("No space left on device"));
                    assertEquals("Failed: Copying /data", seen.dialog().getText());
                    assertEquals(List.of("Close"), buttons());
                });
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
