// SPDX-License-Identifier: Apache-2.0
package podium.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class WorkspaceTest {
    private static final String PROPERTY = "osgi.instance.area";
    private final String before = System.getProperty(PROPERTY, "");

    @AfterEach
    void restore() {
        area(before);
    }

    private static void area(String told) {
        if (told.isEmpty()) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, told);
        }
    }

    @Test
    void itIsWhatEquinoxSaysWithItsBlanks() {
        area("file:/home/an operator/podium/");
        assertEquals(Optional.of(Path.of("/home/an operator/podium")), Workspace.folder());
        assertEquals(Optional.of(Path.of("/home/an operator/podium/.podium/journal")), Workspace.own("journal"));
    }

    @Test
    void aProcessWithoutOneHasNone() {
        area("");
        assertEquals(Optional.empty(), Workspace.folder());
        area("@none");
        assertEquals(Optional.empty(), Workspace.own("journal"));
    }
}
