// SPDX-License-Identifier: Apache-2.0
package podium.ui.bar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.port.ActAs;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.ui.act.Act;
import podium.ui.fake.PartScreen;
import podium.ui.fake.Screen;
import podium.ui.fake.Stage;

class CommandBarTest {
    private final PartScreen seen = new PartScreen();
    private final Stage stage = seen.stage;

    @AfterEach
    void close() {
        seen.close();
    }

    private void bar() {
        seen.shell.setLayout(new FillLayout());
        new CommandBar(
                        stage.fleet,
                        stage.selection,
                        stage.operations,
                        stage.acts,
                        stage.locks,
                        stage.clusters,
                        stage.kit,
                        new Finder())
                .create(seen.shell);
        seen.show();
    }

    @Test
    void whoTheClusterActsAsIsSeenAllTheTime() {
        seen.lab();
        stage.connections.as.put(new ClusterId("lab"), new ActAs("alice", List.of("team-a")));
        bar();
        assertTrue(seen.tool("lab: unlocked, as alice (team-a)").isPresent());
    }

    @Test
    void theBarsButtonsFollowTheSelectionAndSayWhyNot() {
        Cluster cluster = seen.lab();
        bar();
        assertFalse(seen.tool(Act.DRAIN.words()).orElseThrow().isEnabled());
        assertTrue(seen.tool(Act.DRAIN.words()).orElseThrow().getToolTipText().contains("select nodes"));
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        seen.until(
                "drain can be pressed",
                () -> seen.tool(Act.DRAIN.words()).orElseThrow().isEnabled());
        seen.pressTool(Act.DRAIN.words());
        assertTrue(seen.dialogs.shown.getFirst().startsWith("drain "));
    }

    @Test
    void lockingTheClusterTakesTheActsAway() {
        Cluster cluster = seen.lab();
        List<EObject> node = List.of(cluster.getNodes().getFirst());
        stage.selection.set(this, node);
        bar();
        assertTrue(seen.tool(Act.DRAIN.words()).orElseThrow().isEnabled());
        seen.pressTool("lab: unlocked");
        seen.until("it is read-only", () -> seen.tool("lab: read-only").isPresent());
        assertFalse(seen.tool(Act.DRAIN.words()).orElseThrow().isEnabled());
        assertTrue(seen.tool(Act.DRAIN.words()).orElseThrow().getToolTipText().contains("read-only"));
    }

    @Test
    void findSelectsAndSaysWhenNothingIsCalledSo() {
        Cluster cluster = seen.lab();
        bar();
        Text find = seen.all(Text.class).getFirst();
        find.setText("a1-n3");
        Screen.key(find, SWT.CR, '\r', SWT.NONE);
        Node third = cluster.getNodes().get(2);
        assertEquals(List.of(third), stage.selection.get());
        find.setText("no-such-thing");
        Screen.key(find, SWT.CR, '\r', SWT.NONE);
        assertEquals(List.of(third), stage.selection.get(), "the selection stays");
        assertTrue(find.getToolTipText().contains("Nothing is called so"));
    }
}
