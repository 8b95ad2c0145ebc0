// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.PartFixture;

/** The canvas while no cluster is open. */
class EmptyCanvasTest {
    private final Fleets fleets = new Fleets();
    private final PartFixture fixture = PartFixture.open(fleets, 700, 420);

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<Button> offered() {
        return fixture.all(Button.class).stream()
                .filter(button -> button.getText().equals("Open"))
                .toList();
    }

    @Test
    void whereNothingIsOpenItsMiddleHasTheButtonsThatOpenSomething() {
        fixture.opening().offers(box -> {
            box.setLayout(new GridLayout());
            new Button(box, SWT.PUSH).setText("Open");
        });
        fixture.settle();
        assertEquals(1, offered().size());
        Button button = offered().getFirst();
        assertTrue(button.isVisible() && button.getSize().x > 0);
        int middle = fixture.canvas().toControl(button.toDisplay(button.getSize().x / 2, 0)).x
                - fixture.canvas().getSize().x / 2;
        assertTrue(Math.abs(middle) < 4, middle + " from the middle");
        button.setFocus();
        fleets.node(fleets.cluster("c"), "n1", 8);
        fixture.fleet().structureChanged();
        fixture.await(() -> offered().isEmpty());
        assertTrue(fixture.canvas().isFocusControl(), "keys go on");
        fleets.fleet().getClusters().clear();
        fixture.fleet().structureChanged();
        fixture.await(() -> offered().size() == 1);
    }
}
