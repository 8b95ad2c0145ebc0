// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.graphics.GC;
import org.junit.jupiter.api.Test;
import podium.ui.fake.Screen;

class PartLabelTest {
    private final MPart part = MBasicFactory.INSTANCE.createPart();

    @Test
    void aPartKeepsItsNameHoweverItsLabelCounts() {
        part.setLabel("作業");
        PartLabel.set(part, "作業（待機 3）");
        PartLabel.set(part, "4 of 30 作業");
        assertEquals("4 of 30 作業", part.getLabel());
        assertEquals(Optional.of("作業"), PartLabel.name(part));
    }

    /** "Operations" was clicked and "Objects" came in front: the title of Jobs had grown shorter. */
    @Test
    void aTabThatCountsLessKeepsItsRoom() {
        Screen screen = Screen.open();
        GC gc = new GC(screen.display());
        try {
            PartLabel.setInPlace(part, "Jobs (1 failing, 6 waiting, 24 running)");
            int wide = gc.textExtent(part.getLabel()).x;
            PartLabel.setInPlace(part, "Jobs (9 waiting, 25 running)");
            assertEquals("Jobs (9 waiting, 25 running)", part.getLabel().strip());
            assertEquals(wide, gc.textExtent(part.getLabel()).x, 1.0);
        } finally {
            gc.dispose();
            screen.close();
        }
    }

    @Test
    void aPartWithoutALabelHasNoName() {
        assertEquals(Optional.empty(), PartLabel.name(part));
    }
}
