// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.ui.act.Act;
import podium.ui.bar.CommandBar;
import podium.ui.bar.Finder;
import podium.ui.fake.FakeDialogs;
import podium.ui.fake.Screen;
import podium.ui.fake.Stage;

class HandlersTest {
    private final Screen screen = Screen.open();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final Stage stage = new Stage(screen.display(), false, dialogs);
    private final Cluster cluster = stage.made.cluster("lab", 2);

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void anActIsDoneWithWhatIsSelected() {
        stage.selection.set(this, List.of(cluster.getNodes().getFirst()));
        ActHandler handler = new ActHandler();
        assertTrue(handler.can(Act.CORDON.name(), stage.acts, stage.selection));
        handler.run(Act.CORDON.name(), stage.acts, stage.selection, dialogs);
        assertEquals(List.of("review Cordon a1-n1"), dialogs.shown);
    }

    @Test
    void anActThatCannotBeDoneSaysWhyWhenItsKeyIsPressed() {
        ActHandler handler = new ActHandler();
        assertFalse(handler.can(Act.DRAIN.name(), stage.acts, stage.selection));
        handler.run(Act.DRAIN.name(), stage.acts, stage.selection, dialogs);
        assertEquals(List.of("refuse Drain: select nodes"), dialogs.shown);
    }

    @Test
    void findGivesTheFocusToTheField() {
        Shell shell = screen.shell(600, 40);
        shell.setLayout(new FillLayout());
        Finder finder = new Finder();
        new CommandBar(
                        stage.fleet,
                        stage.selection,
                        stage.operations,
                        stage.acts,
                        stage.locks,
                        stage.clusters,
                        stage.kit,
                        finder)
                .create(shell);
        screen.show(shell);
        new FindHandler().find(finder);
        screen.until("the field has the focus", () -> screen.display().getFocusControl() instanceof Text);
    }

    @Test
    void closingClosesTheClusterThatIsMeant() {
        stage.connections.open("lab", Optional.empty());
        CloseClusterHandler handler = new CloseClusterHandler();
        assertTrue(handler.can(stage.selection, stage.fleet));
        handler.close(stage.selection, stage.fleet, stage.clusters);
        assertEquals(List.of("close lab"), stage.connections.asked);
    }

    @Test
    void withoutAClusterThereIsNothingToCloseOrLock() {
        stage.made.fleet().getClusters().clear();
        assertFalse(new CloseClusterHandler().can(stage.selection, stage.fleet));
        assertFalse(new LockHandler().can(stage.selection, stage.fleet));
    }

    @Test
    void lockingTurnsTheLock() {
        LockHandler handler = new LockHandler();
        assertTrue(handler.can(stage.selection, stage.fleet));
        handler.turn(stage.selection, stage.fleet, stage.locks);
        assertTrue(stage.locks.isLocked(cluster));
        handler.turn(stage.selection, stage.fleet, stage.locks);
        assertFalse(stage.locks.isLocked(cluster));
    }
}
