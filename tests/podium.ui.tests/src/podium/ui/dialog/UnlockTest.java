// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.FleetFactory;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.enablement.ConsoleLocks;
import podium.ui.fake.CutOff;
import podium.ui.fake.DialogScreen;
import podium.ui.label.Snapshots;

/** Who is told that a cluster is read-only can unlock it there and then, and sees which one it is. */
class UnlockTest {
    private final ConsoleLocks locks = new ConsoleLocks();
    private final DialogScreen seen = new DialogScreen((display, services) -> {
        ShellDialogs dialogs = new ShellDialogs(display, services);
        dialogs.unlock(locks);
        return dialogs;
    });

    @AfterEach
    void close() {
        seen.close();
    }

    private Cluster cluster() {
        Cluster cluster = FleetFactory.INSTANCE.createCluster();
        cluster.setId("id");
        cluster.setName("train & serve");
        seen.fleet().getClusters().add(cluster);
        return cluster;
    }

    @Test
    void theRefusalOfAReadOnlyClusterUnlocksItByName() {
        Cluster cluster = cluster();
        cluster.setSimulated(false);
        String reason = locks.reason(cluster).orElseThrow();
        seen.in(() -> seen.dialogs().refuse("Drain n1", reason, "Nothing was sent."), () -> {
            assertEquals("Close", seen.ok().getText(), "Enter closes");
            seen.press("Unlock the real cluster train && serve for changes");
        });
        assertFalse(locks.isLocked(cluster));
    }

    @Test
    void aLockIsUnlockedAlsoWhereItIsOneOfSeveralReasonsAndOnlyByItsWholeReason() {
        Cluster cluster = cluster();
        String reason = "Helm owns it.\n" + locks.reason(cluster).orElseThrow();
        seen.in(() -> seen.dialogs().refuse("Move j", reason, "Nothing was sent."), () -> {
            assertTrue(seen.words().contains("Helm owns it.") && seen.words().contains("is read-only"), seen.words());
            seen.press("Unlock the real cluster train && serve for changes");
        });
        assertFalse(locks.isLocked(cluster));
        locks.set(cluster, true);
        String others = "pre-" + locks.reason(cluster).orElseThrow();
        seen.in(
                () -> seen.dialogs().refuse("Move j", others, "Nothing was sent."),
                () -> assertTrue(seen.all(Button.class).stream()
                        .noneMatch(button -> button.getText().startsWith("Unlock"))));
    }

    @Test
    void aSimulatedClusterIsCalledSo() {
        Cluster cluster = cluster();
        cluster.setSimulated(true);
        locks.set(cluster, true);
        String reason = locks.reason(cluster).orElseThrow();
        seen.in(
                () -> seen.dialogs().refuse("Drain n1", reason, "Nothing was sent."),
                () -> seen.button("Unlock the simulated cluster train && serve for changes"));
        assertTrue(locks.isLocked(cluster), "closing it changes nothing");
    }

    @Test
    void theButtonThatUnlocksAClusterOfALongNameIsSeenWhole() {
        Cluster cluster = cluster();
        cluster.setName("x".repeat(250));
        cluster.setSimulated(false);
        String reason = locks.reason(cluster).orElseThrow();
        seen.in(() -> seen.dialogs().refuse("Drain n1", reason, "Nothing was sent."), () -> {
            Button unlock = seen.all(Button.class).getFirst();
            assertTrue(unlock.getText().startsWith("Unlock"), unlock.getText());
            Point needed = unlock.computeSize(SWT.DEFAULT, SWT.DEFAULT);
            assertTrue(unlock.getSize().x >= needed.x, unlock.getSize() + " < " + needed);
            CutOff.none(seen.dialog());
        });
    }

    @Test
    void whatWaitsForConsentIsNotUnlockedFromARefusal() {
        Cluster cluster = cluster();
        cluster.setConnection(ConnectionState.WAITING_FOR_CONSENT);
        String reason = locks.reason(cluster).orElseThrow();
        assertTrue(reason.contains("waits for your consent"), reason);
        seen.in(
                () -> seen.dialogs().refuse("Submit", reason, "Nothing was sent."),
                () -> assertTrue(seen.all(Button.class).stream()
                        .noneMatch(button -> button.getText().startsWith("Unlock"))));
    }

    @Test
    void aSnapshotIsNotUnlockedFromARefusal() {
        Cluster cluster = cluster();
        cluster.setId(Snapshots.KIND + "x");
        cluster.setConnection(ConnectionState.CLOSED);
        String reason = locks.reason(cluster).orElseThrow();
        assertTrue(reason.contains("is a snapshot"), reason);
        seen.in(
                () -> seen.dialogs().refuse("Place j", reason, "Nothing was sent."),
                () -> assertTrue(seen.all(Button.class).stream()
                        .noneMatch(button -> button.getText().startsWith("Unlock"))));
    }

    @Test
    void anyOtherRefusalOffersNoLock() {
        seen.in(
                () -> seen.dialogs().refuse("Drain n1", "A rule forbids it.", "Nothing was sent."),
                () -> assertTrue(seen.all(Button.class).stream()
                        .noneMatch(button -> button.getText().startsWith("Unlock"))));
    }
}
