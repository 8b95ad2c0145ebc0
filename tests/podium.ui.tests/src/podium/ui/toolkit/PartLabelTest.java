// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.junit.jupiter.api.Test;

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

    @Test
    void aPartWithoutALabelHasNoName() {
        assertEquals(Optional.empty(), PartLabel.name(part));
    }
}
