// SPDX-License-Identifier: Apache-2.0
package podium.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.ImpersonatedUser;
import podium.core.cluster.SessionIdentity;
import podium.core.cluster.SessionIdentityReader;
import podium.core.shell.ContainerShell;
import podium.core.shell.ShellCommand;
import podium.core.shell.ShellListener;
import podium.core.shell.ShellSession;
import podium.core.testkit.LabCluster;
import podium.core.testkit.NoClusters;
import podium.operation.internal.forward.GuardedForwards;
import podium.operation.internal.rule.ClusterLocks;
import podium.operation.internal.shell.GuardedShells;
import podium.operation.rule.ChangeLocks;

class ImpersonationsTest {
    private static final ImpersonatedUser ANA = new ImpersonatedUser("ana", List.of("leads"));
    private static final ImpersonatedUser BOB = new ImpersonatedUser("bob", List.of());

    private final List<String> records = new ArrayList<>();
    private final Lab lab = new Lab();
    private final GuardedShells shells = new GuardedShells(lab, ChangeLocks.open(), (action, what, text) -> {});
    private final Impersonations impersonations = new Impersonations(
            lab,
            ChangeLocks.open(),
            (action, what, text) -> records.add(what + " " + action.session().orElseThrow() + " " + text),
            shells,
            new GuardedForwards(lab, ChangeLocks.open(), (action, what, text) -> {}));

    /** A cluster that takes its operator for carl, or for whom the operator acts as. */
    private static final class Lab extends LabCluster implements SessionIdentityReader, ContainerShell, ShellSession {
        private ClusterTarget target = new ClusterTarget(ID, Path.of("kubeconfig"), "lab", false);

        @Override
        public ShellSession open(ShellCommand command, int columns, int rows, ShellListener listener) {
            return this;
        }

        @Override
        public void type(byte[] bytes) {}

        @Override
        public void resize(int columns, int rows) {}

        @Override
        public void close() {}

        @Override
        public SessionIdentity read() throws IOException {
            throw new IOException("it is not asked");
        }

        @Override
        public Optional<SessionIdentity> known() {
            String user = target.actAs().map(ImpersonatedUser::user).orElse("carl");
            return Optional.of(new SessionIdentity("https://lab:6443", "uid-lab", user, List.of(), false));
        }

        @Override
        public ClusterConnection open(ClusterTarget wanted) {
            target = wanted;
            return this;
        }

        @Override
        public void close(ClusterId id) {}

        @Override
        public Optional<ClusterTarget> target(ClusterId id) {
            return Optional.of(target);
        }

        @Override
        public String clusterUid() {
            return "uid-lab";
        }
    }

    private static SessionIdentity as(ImpersonatedUser user) {
        return new SessionIdentity("https://lab:6443", "uid-lab", user.user(), user.groups(), true);
    }

    @Test
    void eachBeginningAndEndIsRecordedWithAsWhomAndWhereAlsoWhenPodiumEnds() throws IOException {
        impersonations.actAs(LabCluster.ID, Optional.of(ANA));
        assertEquals(List.of("began " + as(ANA) + " Began to act as ana (leads), until then as carl"), records);
        impersonations.actAs(LabCluster.ID, Optional.of(BOB));
        assertEquals(
                List.of(
                        "ended " + as(ANA) + " Ended acting as ana (leads)",
                        "began " + as(BOB) + " Began to act as bob, until then as ana"),
                records.subList(1, 3));
        impersonations.endAll();
        assertEquals("ended " + as(BOB) + " Ended acting as bob", records.getLast());
        impersonations.actAs(LabCluster.ID, Optional.empty());
        int before = records.size();
        impersonations.endAll();
        assertEquals(before, records.size(), "nobody acts as somebody else any more");
    }

    /** One simulated fleet, with another connection each time that it is opened. */
    private static final class Fleet extends NoClusters {
        private ClusterTarget target = new ClusterTarget(LabCluster.ID, Path.of("kubeconfig"), "lab", true);
        private ClusterConnection now = new LabCluster();

        @Override
        public ClusterConnection open(ClusterTarget wanted) {
            target = wanted;
            now = new LabCluster();
            return now;
        }

        @Override
        public List<ClusterConnection> all() {
            return List.of(now);
        }

        @Override
        public Optional<ClusterTarget> target(ClusterId id) {
            return Optional.of(target);
        }

        @Override
        public void close(ClusterId id) {}
    }

    @Test
    void shellsThatEndWithItSayAsWhomOneActsNow() throws IOException {
        List<String> said = new ArrayList<>();
        ShellListener heard = new ShellListener() {
            @Override
            public void output(byte[] bytes) {}

            @Override
            public void ended(OptionalInt exitCode, String words) {
                said.add(words);
            }
        };
        shells.open(LabCluster.ID, ShellCommand.shell("team", "a", "main"), 80, 24, heard);
        impersonations.actAs(LabCluster.ID, Optional.of(BOB));
        shells.open(LabCluster.ID, ShellCommand.shell("team", "a", "main"), 80, 24, heard);
        impersonations.actAs(LabCluster.ID, Optional.empty());
        assertEquals(List.of("you act as bob now", "you act as yourself again"), said);
    }

    @Test
    void whatTheOperatorLockedIsLockedAgainAfterActingAsOthers() throws IOException {
        Fleet fleet = new Fleet();
        ClusterLocks locks = new ClusterLocks(fleet);
        AuditNotes none = (action, what, text) -> {};
        Impersonations others = new Impersonations(
                fleet, locks, none, new GuardedShells(fleet, locks, none), new GuardedForwards(fleet, locks, none));
        for (boolean locked : List.of(true, false)) {
            locks.lock(LabCluster.ID, locked);
            others.actAs(LabCluster.ID, Optional.of(ANA));
            assertTrue(locks.isLocked(LabCluster.ID), "as ana");
            locks.lock(LabCluster.ID, false);
            others.actAs(LabCluster.ID, Optional.of(BOB));
            assertTrue(locks.isLocked(LabCluster.ID), "as bob");
            others.actAs(LabCluster.ID, Optional.empty());
            assertEquals(locked, locks.isLocked(LabCluster.ID), "as oneself again");
        }
    }
}
