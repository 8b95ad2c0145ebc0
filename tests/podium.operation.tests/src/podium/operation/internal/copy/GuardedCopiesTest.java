// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.ClusterId;
import podium.core.shell.CommandRunner;
import podium.core.shell.ShellCommand;
import podium.core.testkit.LabCluster;
import podium.core.text.Counted;
import podium.operation.AuditNotes;
import podium.operation.AuditedAction;
import podium.operation.copy.ContainerPath;
import podium.operation.copy.CopyService.Copied;
import podium.operation.rule.ChangeLocks;

class GuardedCopiesTest implements ChangeLocks, AuditNotes {
    private static final ContainerPath DATA = new ContainerPath("team", "train-0", "main", "/data/x");

    @TempDir
    private Path folder;

    private final List<String> done = new ArrayList<>();
    private final List<String> records = new ArrayList<>();
    private final Lab lab = new Lab();
    private final GuardedCopies copies = new GuardedCopies(lab, this, this);
    private boolean locked;
    private boolean full;
    private boolean bare;

    /** Its containers send a folder of this machine, and take what they are sent. */
    private final class Lab extends LabCluster implements CommandRunner {
        private int code;

        @Override
        public int run(ShellCommand command, InputStream in, OutputStream out, OutputStream errors) throws IOException {
            done.add(String.join(" ", command.words()));
            if (code != 0) {
                errors.write("tar: x: Cannot stat: No such file or directory\n".getBytes(StandardCharsets.UTF_8));
                return code;
            }
            if (command.words().getFirst().equals("ls")) {
                if (bare) {
                    throw new IOException("exec: \"ls\": executable file not found in $PATH: unknown");
                }
                out.write("x10.txt\nx2.txt\nold/\nwith\ttab\n".getBytes(StandardCharsets.UTF_8));
            } else if (command.words().getFirst().equals("tar")) {
                new TarPacker(folder.resolve("there/x")).write(out, sent -> {});
            } else {
                new TarUnpacker(in, Files.createDirectory(folder.resolve("taken")), "x", read -> {}).run();
            }
            return 0;
        }
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

    private Path there() throws IOException {
        Path x = Files.createDirectories(folder.resolve("there/x"));
        Files.write(x.resolve("file"), new byte[3_000_000]);
        return x;
    }

    private Copied download() throws IOException {
        return copies.download(LabCluster.ID, DATA, Files.createDirectories(folder.resolve("here")), read -> {});
    }

    @Test
    void whatIsInAFolderIsListedByItsContainer() throws IOException {
        assertEquals(List.of("old/", "x2.txt", "x10.txt"), copies.list(LabCluster.ID, DATA));
        assertTrue(done.getFirst().startsWith("Listed /data/x of pod team/train-0, container main"), done::toString);
        assertEquals("ls -1Ap /data/x/", done.getLast());
        lab.code = 2;
        IOException missing = assertThrows(IOException.class, () -> copies.list(LabCluster.ID, DATA));
        assertTrue(String.valueOf(missing.getMessage()).contains("No such file or directory"), missing::toString);
        lab.code = 0;
        bare = true;
        IOException none = assertThrows(IOException.class, () -> copies.list(LabCluster.ID, DATA));
        assertEquals("its container has no ls", none.getMessage());
        locked = true;
        assertThrows(IOException.class, () -> copies.list(LabCluster.ID, DATA));
    }

    @Test
    void aFolderComesWholeAndTheJournalSaysWhatBeforeItIsAskedFor() throws IOException {
        there();
        assertEquals(new Copied(1, 3_000_000, 0), download());
        assertEquals(3_000_000, Files.size(folder.resolve("here/x/file")));
        assertTrue(done.getFirst().startsWith("Copied /data/x of pod team/train-0, container main"), done::toString);
        assertEquals("tar cf - -C /data ./x", done.get(1));
        String what = ": copy of /data/x of pod team/train-0, container main to "
                + folder.toRealPath().resolve("here");
        assertEquals(List.of("began" + what, "ended" + what), records);
        assertTrue(
                done.get(2).startsWith("The copy of /data/x of pod team/train-0")
                        && done.get(2).endsWith(": 1 file, " + Counted.of(3_000_000, "byte")),
                done::toString);
        assertThrows(IOException.class, this::download, "nothing is written over");
    }

    @Test
    void aFolderGoesWhole() throws IOException {
        Path x = there();
        ContainerPath to = new ContainerPath("team", "train-0", "main", "/data");
        assertEquals(new Copied(1, 3_000_000, 0), copies.upload(LabCluster.ID, x, to, sent -> {}));
        assertEquals(3_000_000, Files.size(folder.resolve("taken/x/file")));
        assertTrue(done.getFirst().startsWith("Copied " + x), done::toString);
    }

    @Test
    void whatTarSaysOfItsFailureIsSaid() throws IOException {
        lab.code = 2;
        IOException failure = assertThrows(IOException.class, this::download);
        assertEquals("tar: x: Cannot stat: No such file or directory", failure.getMessage());
        assertTrue(
                done.getLast().endsWith(": it is incomplete: tar: x: Cannot stat: No such file or directory"),
                done::toString);
    }

    @Test
    void whoGivesUpEndsIt() throws IOException {
        Path x = there();
        ContainerPath to = new ContainerPath("team", "train-0", "main", "/data");
        Files.createDirectory(folder.resolve("here"));
        assertThrows(
                CancellationException.class,
                () -> copies.download(LabCluster.ID, DATA, folder.resolve("here"), read -> {
                    throw new CancellationException();
                }));
        assertFalse(Files.exists(folder.resolve("here/x/file")), "a part of it under the name of the whole");
        assertTrue(done.getLast().endsWith(": it was cancelled"), done::toString);
        assertThrows(
                IOException.class,
                () -> copies.upload(LabCluster.ID, x, to, sent -> {
                    throw new CancellationException();
                }));
    }

    @Test
    void aLockEndsWhatIsUnderWay() throws IOException {
        Path x = there();
        Files.createDirectory(folder.resolve("here"));
        IOException down = assertThrows(
                IOException.class,
                () -> copies.download(LabCluster.ID, DATA, folder.resolve("here"), read -> locked = true));
        assertTrue(
                String.valueOf(down.getMessage()).startsWith("The copy is incomplete: the cluster is read-only"),
                down::toString);
        locked = false;
        ContainerPath to = new ContainerPath("team", "train-0", "main", "/data");
        IOException up =
                assertThrows(IOException.class, () -> copies.upload(LabCluster.ID, x, to, sent -> locked = true));
        assertTrue(
                String.valueOf(up.getMessage()).startsWith("The copy is incomplete: the cluster is read-only"),
                up::toString);
    }

    @Test
    void nothingIsCopiedWhereTheClusterIsLockedOrTheJournalIsFull() throws IOException {
        full = true;
        assertThrows(IOException.class, this::download);
        locked = true;
        full = false;
        assertThrows(IOException.class, this::download);
        assertEquals(List.of(), done);
    }

    @Override
    public AutoCloseable listen(Consumer<ClusterId> listener) {
        return () -> {};
    }
}
