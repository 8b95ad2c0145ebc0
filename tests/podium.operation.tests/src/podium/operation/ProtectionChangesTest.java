// SPDX-License-Identifier: Apache-2.0
package podium.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterMark;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.IdentityChange;
import podium.core.cluster.SessionIdentity;
import podium.core.cluster.SessionIdentityReader;
import podium.core.testkit.LabCluster;
import podium.operation.internal.rule.ClusterLocks;
import podium.operation.rule.OperatorRules;
import podium.operation.rule.RuleService;

class ProtectionChangesTest {
    private final List<String> records = new ArrayList<>();
    private final List<String> remembered = new ArrayList<>();
    private final Lab lab = new Lab();
    private final ClusterLocks locks = new ClusterLocks(lab);
    private boolean full;
    private final ProtectionChanges changes = new ProtectionChanges(
            lab,
            locks,
            RuleService.none(),
            (action, what, text) -> {
                if (full) {
                    throw new IOException("no space left on device");
                }
                records.add(
                        what + " " + action.session().map(SessionIdentity::user).orElse("?") + " "
                                + action.cluster().value());
            },
            new ProtectionMemory() {
                @Override
                public void keep() {
                    remembered.add("kept");
                }

                @Override
                public void look() {
                    remembered.add("looked");
                }
            });

    private static final class Lab extends LabCluster implements SessionIdentityReader {
        private final List<Consumer<ClusterId>> heard = new ArrayList<>();
        private final List<ClusterMark> marks = new ArrayList<>();

        @Override
        public SessionIdentity read() throws IOException {
            throw new IOException("it is not asked");
        }

        @Override
        public Optional<SessionIdentity> known() {
            return Optional.of(new SessionIdentity("https://lab:6443", "uid-lab", "carl", List.of(), false));
        }

        @Override
        public ClusterConnection open(ClusterTarget wanted) {
            return this;
        }

        @Override
        public void close(ClusterId id) {
            heard.forEach(one -> one.accept(id));
        }

        @Override
        public Optional<ClusterTarget> target(ClusterId id) {
            return Optional.of(new ClusterTarget(ID, Path.of("kubeconfig"), "lab", false));
        }

        @Override
        public Optional<IdentityChange> turnover(ClusterId id) {
            return Optional.empty();
        }

        @Override
        public void dismiss(ClusterId id, IdentityChange read) {}

        @Override
        public void mark(ClusterId id, ClusterMark mark) {
            marks.add(mark);
        }

        @Override
        public AutoCloseable listen(Consumer<ClusterId> closed) {
            heard.add(closed);
            return () -> {};
        }

        @Override
        public String clusterUid() {
            return "uid-lab";
        }
    }

    private static String record(String what) {
        return what + " carl " + LabCluster.ID.value();
    }

    @Test
    void eachUnlockingIsRecordedWithItsEndWhateverEndsIt() throws Exception {
        changes.lock(LabCluster.ID, false);
        assertFalse(locks.isLocked(LabCluster.ID));
        changes.lock(LabCluster.ID, true);
        assertTrue(locks.isLocked(LabCluster.ID));
        changes.lock(LabCluster.ID, false);
        lab.close(LabCluster.ID);
        lab.close(LabCluster.ID);
        changes.lock(LabCluster.ID, false);
        changes.end();
        changes.end();
        assertEquals(
                List.of(
                        record("unlocked"),
                        record("locked"),
                        record("unlocked"),
                        record("locked"),
                        record("unlocked"),
                        record("locked")),
                records);
    }

    @Test
    void whatCannotBeRecordedIsNotUnlockedButIsLocked() throws IOException {
        full = true;
        assertThrows(IOException.class, () -> changes.lock(LabCluster.ID, false));
        assertTrue(locks.isLocked(LabCluster.ID));
        full = false;
        changes.lock(LabCluster.ID, false);
        full = true;
        assertThrows(IOException.class, () -> changes.lock(LabCluster.ID, true));
        assertTrue(locks.isLocked(LabCluster.ID));
    }

    @Test
    void aMarkIsRecordedWhereItMakesOrEndsProductionAndNotForItsColour() throws IOException {
        ClusterMark production = new ClusterMark(Optional.empty(), true);
        changes.mark(LabCluster.ID, false, production);
        changes.mark(LabCluster.ID, true, production);
        changes.mark(LabCluster.ID, true, ClusterMark.NONE);
        assertEquals(List.of(record("marked"), record("unmarked")), records);
        assertEquals(List.of("kept", "kept", "kept"), remembered);
        full = true;
        assertThrows(IOException.class, () -> changes.mark(LabCluster.ID, false, production));
        assertEquals(List.of(production, production, ClusterMark.NONE), lab.marks);
        assertEquals(List.of("kept", "kept", "kept"), remembered);
    }

    /** What could not be written may have been changed by others meanwhile. */
    @Test
    void whereRulesAreNotTakenItIsLookedAtWhetherTheyWereChangedOutside() {
        assertThrows(IOException.class, () -> changes.keep(OperatorRules.NONE));
        assertEquals(List.of("looked"), remembered);
    }
}
