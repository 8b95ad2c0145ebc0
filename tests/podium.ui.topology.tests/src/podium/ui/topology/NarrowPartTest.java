// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.topology.internal.interaction.BottomRowLayout;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.PartFixture;

/** The part where it is narrow. */
class NarrowPartTest {
    private final PartFixture fixture = PartFixture.open(Fleets.aiFactory(), 700, 420);

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<Rectangle> row() {
        return fixture.all(Canvas.class).stream()
                .filter(it -> it.getParent().getLayout() instanceof BottomRowLayout && it.isVisible())
                .map(Control::getBounds)
                .toList();
    }

    /** At 200 pixels "Waiting 8 i" went below the legend, of which two signs were seen. */
    @Test
    void theLegendHasALineOfItsOwnWhereItIsNarrow() {
        fixture.await(() -> row().stream().allMatch(at -> at.y == 0));
        fixture.shell().setSize(200, 420);
        fixture.await(() -> row().stream().anyMatch(at -> at.y > 0));
        Rectangle legend = row().stream().filter(at -> at.y > 0).findFirst().orElseThrow();
        assertTrue(legend.height > 20 && legend.x == 0, legend::toString);
        row().stream().filter(at -> at.y == 0).forEach(at -> assertEquals(legend.width, at.width, "all of the width"));
    }
}
