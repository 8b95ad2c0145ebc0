// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import podium.ui.topology.internal.layout.PixelRect;

class DamageRegionTest {
    private final DamageRegion damage = new DamageRegion();

    @Test
    void partsAreKeptApart() {
        damage.add(new PixelRect(0, 0, 5, 5));
        damage.add(new PixelRect(100, 100, 5, 5));
        damage.add(new PixelRect(50, 50, 0, 7));
        assertEquals(List.of(new PixelRect(0, 0, 5, 5), new PixelRect(100, 100, 5, 5)), damage.parts());
        assertEquals(new PixelRect(0, 0, 105, 105), damage.bounds());
    }

    @Test
    void nothingChangedIsEmpty() {
        assertTrue(
                damage.isEmpty() && damage.parts().isEmpty() && damage.bounds().isEmpty());
    }

    @Test
    void manyPartsBecomeFewThatStillCoverAll() {
        Random random = new Random(4);
        PixelRect around = new PixelRect(0, 0, 0, 0);
        for (int i = 0; i < 5000; i++) {
            PixelRect part = new PixelRect(random.nextInt(900), random.nextInt(500), 3, 3);
            damage.add(part);
            around = around.around(part);
            assertTrue(
                    damage.parts().stream().anyMatch(kept -> kept.common(part).equals(part)));
        }
        assertTrue(damage.parts().size() <= 161, "only " + damage.parts().size());
        assertEquals(around, damage.bounds());
    }
}
