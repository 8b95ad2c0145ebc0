// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.placement.Target;
import podium.placement.whatif.Hypothesis;
import podium.placement.whatif.WhatIfResult;
import podium.ui.advice.WhatIfSession;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.toolkit.DisplayRealm;
import podium.ui.toolkit.Icons;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.Theme;
import podium.ui.topology.internal.testing.Displays;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Outlooks;

/** The bar that says that nothing supposed is real stands beside the canvas, not on it. */
class WhatIfBarTest {
    private final Display display = Displays.needed();
    private final Fleets fleets = new Fleets();
    private final Cluster cluster = fleets.cluster("c");
    private final Node first = fleets.node(cluster, "n1", 4);
    private final Node second = fleets.node(cluster, "n2", 4);
    private final Shell shell = new Shell(display, SWT.NO_TRIM);
    private final BackgroundWork background = new BackgroundWork(new DisplayRealm(display));

    @AfterEach
    void close() {
        shell.dispose();
        background.close();
    }

    @Test
    void theBarTakesItsOwnRoomWhileSomethingIsSupposed() {
        WhatIfResult outlook = outlook(List.of(new Hypothesis.Down(new Target.OnNode(first))));
        WhatIfSession whatIfSession =
                new WhatIfSession((of, hypotheses) -> CompletableFuture.completedFuture(outlook), background);
        GridLayout grid = new GridLayout();
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        shell.setLayout(grid);
        Palette palette = new Palette(true);
        new WhatIfBar(shell, new Theme(palette, new Icons(display, palette))).follow(whatIfSession);
        Composite bar = (Composite) shell.getChildren()[0];
        Canvas canvas = new Canvas(shell, SWT.NONE);
        canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        shell.setSize(400, 300);
        shell.open();
        assertFalse(bar.isVisible());
        int top = canvas.getLocation().y;
        whatIfSession.add(cluster, outlook.hypotheses());
        until(bar::isVisible);
        assertEquals(canvas.getSize().y, shell.getClientArea().height - canvas.getLocation().y);
        assertTrue(canvas.getLocation().y >= bar.getLocation().y + bar.getSize().y, "nothing of the canvas is covered");
        Button clear = (Button) bar.getChildren()[1];
        assertEquals("Clear", clear.getText());
        clear.notifyListeners(SWT.Selection, new Event());
        assertEquals(List.of(), whatIfSession.hypotheses());
        until(() -> !bar.isVisible());
        assertEquals(top, canvas.getLocation().y);
    }

    @Test
    void theBarSaysThatItIsNotRealAndWhatIsNotDrawn() {
        assertEquals(
                "What if, not real: down n1",
                WhatIfBar.words(outlook(List.of(new Hypothesis.Down(new Target.OnNode(first)))), ""));
        assertEquals(
                "What if, not real: add 2 like n1; add 1 like n2; 3 hypothetical nodes are not drawn",
                WhatIfBar.words(outlook(List.of(new Hypothesis.Add(first, 2), new Hypothesis.Add(second, 1))), ""));
    }

    @Test
    void whereSeveralClustersAreOpenTheBarSaysOfWhichItSupposes() {
        fleets.cluster("d");
        WhatIfResult outlook = outlook(List.of(new Hypothesis.Down(new Target.OnNode(first))));
        WhatIfSession whatIfSession =
                new WhatIfSession((of, hypotheses) -> CompletableFuture.completedFuture(outlook), background);
        Palette palette = new Palette(true);
        new WhatIfBar(shell, new Theme(palette, new Icons(display, palette))).follow(whatIfSession);
        whatIfSession.add(cluster, outlook.hypotheses());
        Label said = (Label) ((Composite) shell.getChildren()[0]).getChildren()[0];
        until(() -> said.getText().equals("What if, not real: in c, down n1"));
    }

    private void until(BooleanSupplier holds) {
        Displays.await(display, holds, () -> "");
    }

    private static WhatIfResult outlook(List<Hypothesis> hypotheses) {
        return Outlooks.of(hypotheses, Map.of());
    }
}
