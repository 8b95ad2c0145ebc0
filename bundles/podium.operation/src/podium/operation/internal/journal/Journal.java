// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.failure.FailureText;
import podium.core.file.PrivateFiles;
import podium.core.json.Json;
import podium.operation.texts.Texts;

/**
 * The journal of operations: one record a line, each sealed to those before it, on the disk before what it announces is
 * sent. Secrets are kept {@link SecretBodyStore} from it, and what it is sealed with in a {@link JournalSeal second place}. One process
 * writes a
 * directory's journal at a time; a second one reads it only. Any thread.
 */
public final class Journal implements AutoCloseable {
    /** Name of the file in its directory. */
    public static final String FILE = "operations.jsonl";

    /** Folder in its directory of what is kept apart. */
    public static final String APART = "apart";

    /** Who works here: the user of the operating system and the machine. */
    private static final String OPERATOR = operator();

    private static final String DOUBT = Texts.of("Journal.itsRecordInThe");

    private static final String LOCK = "operations.lock";
    /** The lock lies beyond the end of the file, so that a system with mandatory locks still lets others read it. */
    private static final long LOCK_AT = Long.MAX_VALUE - 1;

    /** Makes the channel that records go to: the file itself, but in tests. */
    public interface Opener {
        JournalChannel open(Path file, long length) throws IOException;
    }

    private final List<String> findings = new CopyOnWriteArrayList<>();
    private final UnreadFindings unread = new UnreadFindings();
    private final FileChannel lockFile;
    private final JournalSeal seal;
    private final JournalSecrets discretion;
    private final @Nullable HashChain chain;
    private final @Nullable JournalChannel channel;
    private final Set<String> doubtful;
    private long count;
    private boolean unflushed;
    private @Nullable IOException broken;

    private Journal(
            JournalLocation location, FileChannel lock, Opener opener, Instant now, Consumer<JournalRecord> replay)
            throws IOException {
        Path directory = location.directory();
        Path file = directory.resolve(FILE);
        lockFile = lock;
        boolean owner = tryLock(lockFile);
        seal = JournalSeal.read(location.seal());
        SecretBodyStore apart =
                new SecretBodyStore(directory.resolve(APART), seal.key().map(JournalSeal.Key::key));
        discretion = new JournalSecrets(apart, now);
        JournalScan scan = JournalScan.of(file, seal, new JournalRecordReader(discretion::restore), entry -> {
            discretion.read(entry);
            unread.take(entry);
            replay.accept(entry);
        });
        count = scan.count();
        doubtful = scan.doubtful();
        List<String> lost = JournalFindings.lost(file, scan, seal);
        findings.addAll(JournalFindings.altered(file, scan));
        findings.addAll(lost);
        unread.words().stream().filter(earlier -> !findings.contains(earlier)).forEach(findings::add);
        if (!owner) {
            findings.add(0, Texts.of("Journal.anotherPodiumIsUsing", directory));
            chain = null;
            channel = null;
            return;
        }
        JournalFindings.continued(file, scan, seal).ifPresent(findings::add);
        Optional<String> torn = JournalFindings.torn(file, scan);
        torn.ifPresent(findings::add);
        chain = chain(scan, apart, location.within());
        channel = opener.open(file, scan.length());
        discretion.sweep();
        note(lost, now, true);
        note(torn.stream().toList(), now, false);
    }

    /** Opens the journal of a place, made when it does not exist, and hands out the records found. */
    public static Journal open(
            JournalLocation location, Opener opener, InstantSource clock, Consumer<JournalRecord> replay)
            throws IOException {
        Path directory = PrivateFiles.folder(location.directory());
        FileChannel lock = PrivateFiles.open(directory.resolve(LOCK), StandardOpenOption.WRITE);
        try {
            return new Journal(location, lock, opener, clock.instant(), replay);
        } catch (IOException | RuntimeException | Error e) {
            // whoever tries again must not be told that another Podium uses it
            lock.close();
            throw e;
        }
    }

    /** Who runs operations here, for others to see: USER@HOST. */
    public static String operator() {
        String user = System.getProperty("user.name", "somebody");
        try {
            return user + "@" + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return user + "@unknown";
        }
    }

    private static boolean tryLock(FileChannel lock) throws IOException {
        try {
            FileLock held = lock.tryLock(LOCK_AT, 1, false);
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Goes on from what was read: with its key, or where none is known or the lines from before it are gone, anew. */
    private HashChain chain(JournalScan scan, SecretBodyStore apart, Path within) throws IOException {
        if (scan.chain().isPresent()) {
            return scan.chain().get();
        }
        Path wanted = seal.folder();
        JournalSeal.Key key = seal.begin(scan.count(), scan.before().digest(), within);
        if (!seal.folder().equals(wanted)) {
            findings.add(Texts.of("Journal.theKeyOfThe", wanted, within));
        }
        apart.begin(key.key());
        HashChain begun = HashChain.keyed(key.key(), key.before());
        if (scan.count() == 0) {
            seal.ends(0, HashChain.START);
        }
        return begun;
    }

    /** What is found once is in the journal for good: the next start, and an auditor, find it there. */
    private void note(List<String> lost, Instant now, boolean problem) {
        for (String finding : lost) {
            try {
                append(new JournalRecord.LogLine("", now, finding, problem));
            } catch (IOException e) {
                return; // said by unusable()
            }
        }
    }

    /** What the operator must know of it, in words; empty: all is well. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /**
     * Why an operation that was read is shown but never run: a record of it was altered. One that cannot be read any more may be of
     * any operation that had not ended. Empty: nothing stands against it.
     */
    public Optional<String> doubt(JournaledOperation operation) {
        return doubtful.contains(operation.id())
                        || doubtful.contains("") && !operation.state().ended()
                ? Optional.of(DOUBT)
                : Optional.empty();
    }

    /**
     * The operator has read them. What was found once shows no more, neither now nor after the next start; what is still so is found
     * again then.
     */
    public void acknowledge(Instant now) {
        try {
            append(UnreadFindings.read(now));
            findings.clear();
        } catch (IOException e) {
            System.getLogger(Journal.class.getName())
                    .log(System.Logger.Level.WARNING, "not recorded that it was read: " + FailureText.of(e));
        }
    }

    /** Why nothing can be recorded, in words; empty: it can. */
    public synchronized Optional<String> unusable() {
        if (channel == null) {
            return Optional.of(findings.getFirst());
        }
        @Nullable IOException why = broken;
        return why == null
                ? Optional.empty()
                : Optional.of(Texts.of("Journal.theJournalCannotBe", FailureText.of(why)));
    }

    /**
     * Appends a record. A durable one is on the disk when this returns.
     *
     * @throws IOException when it could not; from then on every further record is refused, since a record that follows a
     *     half-written one would be lost with it
     */
    public synchronized void append(JournalRecord entry) throws IOException {
        JournalChannel out = channel;
        HashChain seals = chain;
        if (out == null || seals == null || broken != null) {
            throw new IOException(unusable().orElse(Texts.of("Journal.readOnly")));
        }
        try {
            String line = seals.seal(Json.write(signed(entry))) + "\n";
            out.append(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            count++;
            unflushed = true;
            if (entry.durable()) {
                flush(out, seals);
            }
            UnreadFindings.finding(entry)
                    .filter(found -> !findings.contains(found))
                    .ifPresent(findings::add);
        } catch (IOException e) {
            broken = e;
            throw e;
        } catch (RuntimeException e) {
            broken = new IOException(e);
            throw e;
        }
    }

    /** The record without its secrets, a plan with who confirmed it and a note of what was done with who did it. */
    private ObjectNode signed(JournalRecord entry) throws IOException {
        ObjectNode node = discretion.written(entry);
        boolean signs = entry instanceof JournalRecord.Prepared
                || entry instanceof JournalRecord.LogLine said
                        && said.operation().isEmpty()
                        && !said.problem();
        return signs ? node.put("by", OPERATOR) : node;
    }

    /** The second place follows the disk; that it cannot be written costs no operation. */
    private void flush(JournalChannel out, HashChain seals) throws IOException {
        out.force();
        unflushed = false;
        try {
            seal.ends(count, seals.last());
        } catch (IOException e) {
            String finding = Texts.of("Journal.theEndOfThe", seal.folder(), FailureText.of(e));
            if (!findings.contains(finding)) {
                findings.add(finding);
            }
        }
    }

    @Override
    public synchronized void close() {
        boolean whole = unflushed && broken == null;
        broken = new IOException("closed");
        try (lockFile;
                seal) {
            if (channel != null) {
                channel.close();
            }
            if (whole && chain != null) {
                seal.ends(count, chain.last());
            }
        } catch (IOException e) {
            // what had to be on the disk is; a full one must not keep Podium from ending
            System.getLogger(Journal.class.getName())
                    .log(System.Logger.Level.WARNING, "the end of the journal was not written: " + FailureText.of(e));
        }
    }
}
