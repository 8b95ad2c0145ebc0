// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;

class ClosingDialogTest {
    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);
    private final List<String> closed = new ArrayList<>();

    @AfterEach
    void close() {
        seen.close();
    }

    private void in(Runnable then) {
        seen.in(
                () -> seen.dialogs()
                        .close("Close lab", "Close Cluster", List.of("shell in pod team/a"), () -> closed.add("lab")),
                then);
    }

    @ParameterizedTest
    @CsvSource({"Close Cluster, lab", "Cancel, ''"})
    void everyButtonDoesWhatItSays(String words, String expected) {
        in(() -> seen.press(words));
        assertEquals(expected, String.join("", closed));
    }

    @Test
    void whatEndsIsNamedAndEnterClosesNothing() {
        in(() -> {
            assertTrue(seen.words().contains("shell in pod team/a"), seen.words());
            assertEquals("Cancel", seen.dialog().getDefaultButton().getText());
        });
    }
}
