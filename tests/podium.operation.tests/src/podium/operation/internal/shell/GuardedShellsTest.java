// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.shell.ContainerShell;
import podium.core.shell.ShellCommand;
import podium.core.shell.ShellListener;
import podium.core.shell.ShellSession;
import podium.core.testkit.LabCluster;
import podium.operation.AuditNotes;
import podium.operation.AuditedAction;
import podium.operation.rule.ChangeLocks;
import podium.operation.shell.ShellService;

class GuardedShellsTest implements ChangeLocks, AuditNotes {
    private static final ShellCommand COMMAND = ShellCommand.shell("team", "train-0", "main");

    private final List<String> done = new ArrayList<>();
    private final List<String> records = new ArrayList<>();
    private final Lab lab = new Lab();
    private final GuardedShells shells = new GuardedShells(lab, this, this);
    private boolean locked;
    private boolean full;
    private Optional<IOException> refused = Optional.empty();

    private final class Lab extends LabCluster implements ContainerShell, ShellSession {
        private Optional<ShellListener> listener = Optional.empty();

        @Override
        public ShellSession open(ShellCommand command, int columns, int rows, ShellListener heard) throws IOException {
            done.add("open");
            if (refused.isPresent()) {
                throw refused.get();
            }
            listener = Optional.of(heard);
            return this;
        }

        @Override
        public void type(byte[] bytes) {}

        @Override
        public void resize(int columns, int rows) {}

        @Override
        public void close() {}
    }

    private static final class Deaf implements ShellListener {
        @Override
        public void output(byte[] bytes) {}

        @Override
        public void ended(OptionalInt exitCode, String words) {}
    }

    @Override
    public boolean isLocked(ClusterId cluster) {
        return locked;
    }

    @Override
    public void lock(ClusterId cluster, boolean wanted) {
        locked = wanted;
    }

    @Override
    public void note(AuditedAction action, String what, String text) throws IOException {
        if (full) {
            throw new IOException("no space left on device");
        }
        done.add(text);
        records.add(what + ": " + action.kind() + " of " + action.title());
    }

    @Test
    void whereAndThatItRanAndHowItEndedAreInTheJournalBeforeAnythingIsSent() throws IOException {
        shells.open(LabCluster.ID, COMMAND, 80, 24, new Deaf());
        lab.listener.orElseThrow().ended(OptionalInt.of(3), "");
        assertEquals(3, done.size(), done::toString);
        assertTrue(
                done.getFirst().startsWith("Ran shell in pod team/train-0, container main (context "), done::toString);
        assertEquals("open", done.get(1));
        assertTrue(done.get(2).endsWith(" ended with exit code 3"), done::toString);
        String where = ": shell of shell in pod team/train-0, container main";
        assertEquals(List.of("began" + where, "ended" + where), records);
    }

    @Test
    void itIsKnownWhatRuns() throws IOException {
        shells.open(LabCluster.ID, COMMAND, 80, 24, new Deaf());
        assertEquals(
                List.of("shell in pod team/train-0, container main"),
                shells.running(LabCluster.ID).stream()
                        .map(ShellService.Running::title)
                        .toList());
        lab.listener.orElseThrow().ended(OptionalInt.of(0), "");
        assertEquals(List.of(), shells.running(LabCluster.ID));
        refused = Optional.of(new IOException("no"));
        assertThrows(IOException.class, () -> shells.open(LabCluster.ID, COMMAND, 80, 24, new Deaf()));
        assertEquals(List.of(), shells.running(LabCluster.ID), "it did not begin");
    }

    @Test
    void whoHearsAShellIsToldWhyItsConnectionIsClosedAndTheJournalSaysOnceThatItEnded() throws IOException {
        List<String> heard = new ArrayList<>();
        shells.open(LabCluster.ID, COMMAND, 80, 24, new ShellListener() {
            @Override
            public void output(byte[] bytes) {}

            @Override
            public void ended(OptionalInt exitCode, String words) {
                heard.add(words);
            }
        });
        shells.end(new ClusterId("another"), "no");
        shells.end(LabCluster.ID, "you act as ana now");
        lab.listener.orElseThrow().ended(OptionalInt.empty(), "the connection ended");
        assertEquals(List.of("you act as ana now"), heard);
        assertEquals(1, records.stream().filter(it -> it.startsWith("ended")).count(), records::toString);
        assertEquals(List.of(), shells.running(LabCluster.ID));
    }

    @Test
    void whatTheServerRefusedIsInTheJournalAsNotBegun() {
        refused = Optional.of(new IOException("pods \"train-0\" is forbidden"));
        assertThrows(IOException.class, () -> shells.open(LabCluster.ID, COMMAND, 80, 24, new Deaf()));
        assertTrue(done.getLast().endsWith("did not begin: pods \"train-0\" is forbidden"), done::toString);
    }

    @Test
    void nothingRunsOnAClusterThatIsLocked() {
        locked = true;
        assertTrue(shells.whyNot(LabCluster.ID).isPresent());
        assertThrows(IOException.class, () -> shells.open(LabCluster.ID, COMMAND, 80, 24, new Deaf()));
        assertEquals(List.of(), done);
    }

    @Test
    void nothingRunsThatCannotBePutIntoTheJournal() {
        full = true;
        assertThrows(IOException.class, () -> shells.open(LabCluster.ID, COMMAND, 80, 24, new Deaf()));
        assertEquals(List.of(), done);
    }

    @Test
    void theSameWithKubectlIsQuoted() {
        assertEquals(
                "kubectl exec -it -n team train-0 -c main -- sh -c 'echo '\\''a b'\\'''",
                COMMAND.line("echo 'a b'").kubectl());
    }

    @Override
    public AutoCloseable listen(Consumer<ClusterId> listener) {
        return () -> {};
    }
}
