// SPDX-License-Identifier: Apache-2.0
package podium.ui.drag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.ui.fake.Screen;

class DraggedFilesTest {
    @Test
    void addressesOfFilesAreReadAsTheDesktopWritesThem() {
        String uris =
                "# from the desktop\r\nfile:///home/op/a%20job.yaml\r\nfile://this-machine/b.json\r\nfile:/c.yml\r\n";
        assertEquals(
                List.of(Path.of("/home/op/a job.yaml"), Path.of("/b.json"), Path.of("/c.yml")),
                DraggedFiles.files(uris));
    }

    @Test
    void whatIsNoFileOrNoAddressIsLeftOut() {
        assertEquals(List.of(), DraggedFiles.files("https://example.org/a.yaml\r\nfile:///%zz\r\n\r\nnonsense"));
        assertEquals(List.of(), DraggedFiles.files(""));
    }

    @Test
    void whileNothingIsDraggedThereIsNoFile() {
        try (Screen screen = Screen.open()) {
            screen.settle();
            assertTrue(DraggedFiles.now().isEmpty());
        }
    }
}
