// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;

class ClosingDialogTest {
    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);
    private final List<String> ending = new CopyOnWriteArrayList<>(List.of("shell in pod team/a"));
    private final List<String> closed = new ArrayList<>();

    @AfterEach
    void close() {
        seen.close();
    }

    private void in(Runnable then) {
        seen.in(
                () -> seen.dialogs()
                        .close("Close lab", "Close Cluster", () -> List.copyOf(ending), () -> closed.add("lab")),
                then);
    }

    @ParameterizedTest
    @CsvSource({"Close Cluster, lab", "Cancel, ''"})
    void everyButtonDoesWhatItSays(String words, String expected) {
        in(() -> seen.press(words));
        assertEquals(expected, String.join("", closed));
    }

    @Test
    void whatIsSaidFollowsWhatGoesOnWhileItIsAsked() {
        in(() -> {
            ending.set(0, "Drain n1 pauses at 25 of 33");
            seen.until("it is said", () -> seen.words().contains("25 of 33"));
            assertFalse(seen.words().contains("shell in pod"), seen.words());
        });
    }

    @Test
    void whatEndsIsNamedAndEnterClosesNothing() {
        in(() -> {
            assertTrue(seen.words().contains("shell in pod team/a"), seen.words());
            assertEquals("Cancel", seen.dialog().getDefaultButton().getText());
        });
    }
}
