// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.graphics.GC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.fake.Screen;
import podium.ui.jobs.JobsOverview;

class PartLabelTest {
    private final Screen screen = Screen.open();
    private final MPart part = MBasicFactory.INSTANCE.createPart();

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void aPartKeepsItsNameHoweverItsLabelCounts() {
        part.setLabel("作業");
        PartLabel.set(part, "作業（待機 3）", "");
        PartLabel.set(part, "4 of 30 作業", "");
        assertEquals("4 of 30 作業", part.getLabel());
        assertEquals(Optional.of("作業"), PartLabel.name(part));
    }

    /** "Operations" was clicked and "Objects" came in front: the title of Jobs had grown. */
    @Test
    void aTabKeepsItsRoomWhateverItCounts() {
        GC gc = new GC(screen.display());
        try {
            int wide = gc.textExtent(JobsOverview.WIDEST_TAB).x;
            for (String label :
                    List.of("Jobs", "Jobs (1 failing)", "Jobs (99+ failed, 3 failing)", "Jobs (12 failed)")) {
                PartLabel.set(part, label, JobsOverview.WIDEST_TAB);
                assertEquals(label, part.getLabel().strip());
                assertEquals(wide, gc.textExtent(part.getLabel()).x, 1.0, label);
            }
        } finally {
            gc.dispose();
        }
    }

    @Test
    void aTabCountsNoFurtherThanItsRoom() {
        assertEquals("99", PartLabel.count(99));
        assertEquals("99+", PartLabel.count(100));
    }

    @Test
    void aPartWithoutALabelHasNoName() {
        assertEquals(Optional.empty(), PartLabel.name(part));
    }
}
