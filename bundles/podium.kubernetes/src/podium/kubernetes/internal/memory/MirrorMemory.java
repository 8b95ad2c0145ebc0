// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.memory;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import podium.core.file.PlainFiles;
import podium.core.file.PrivateFiles;
import podium.kubernetes.internal.decode.Kind;
import podium.kubernetes.internal.json.ObservedObject;

/**
 * The memory of one cluster: a file for each kind, for the user's eyes only. What cannot be read, or was written by another
 * build, is as if it were not there; what cannot be written is lost, for the server has it all. Blocks. Any thread, one at a
 * time for each kind.
 */
public final class MirrorMemory {
    private static final System.Logger LOG = System.getLogger(MirrorMemory.class.getName());
    private static final String MAGIC = "podium-known-1";
    private static final int CHECK = Long.BYTES;
    /** Bytes of a kind; more is not read again but listed. */
    private static final int LARGEST = 1 << 29;

    private final Path folder;
    private final String build;
    private volatile boolean forgotten;

    /**
     * @param root where the memories of all clusters are
     * @param whose what tells this cluster, and what is seen of it, from others
     * @param build of the decoders: another one may read more of an object
     */
    public MirrorMemory(Path root, List<String> whose, String build) {
        this.folder = root.resolve(name(whose));
        this.build = build;
    }

    private static String name(List<String> whose) {
        try {
            byte[] all = String.join("\0", whose).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What was kept of a kind last. */
    public Optional<RememberedObjects> recall(Kind kind) {
        Path file = file(kind);
        try {
            return Optional.of(read(PlainFiles.read(file, LARGEST)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.INFO, file + " is not used: " + e.getMessage());
            return Optional.empty();
        }
    }

    private RememberedObjects read(byte[] bytes) throws IOException {
        int length = bytes.length - CHECK;
        CRC32 check = new CRC32();
        check.update(bytes, 0, Math.max(0, length));
        if (length < 0 || ByteBuffer.wrap(bytes).getLong(length) != check.getValue()) {
            throw new IOException("it is torn");
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
        if (!in.readUTF().equals(MAGIC) || !in.readUTF().equals(build)) {
            throw new IOException("it is of another build");
        }
        String cluster = in.readUTF();
        Instant at = Instant.ofEpochMilli(in.readLong());
        String version = in.readUTF();
        int count = in.readInt();
        ValueReader reader = new ValueReader(in);
        List<ObservedObject> objects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            objects.add(ValueReader.as(ObservedObject.class, reader.read()));
        }
        return new RememberedObjects(cluster, at, version, objects);
    }

    /** What is kept was of another cluster, or for other eyes; nothing is kept here any more. */
    public void forget() {
        forgotten = true;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // nothing was kept yet
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, folder + " is not forgotten: " + e.getMessage());
        }
    }

    /** Keeps a kind in place of what was kept of it. */
    public void keep(Kind kind, RememberedObjects what) {
        if (forgotten) {
            return;
        }
        Path file = file(kind);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            PrivateFiles.folder(folder);
            Files.deleteIfExists(fresh);
            PrivateFiles.create(fresh);
            write(what, fresh);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.INFO, file + " is not kept: " + e.getMessage());
        }
    }

    private void write(RememberedObjects what, Path file) throws IOException {
        // an old stream: at the end its thread is interrupted, which closes a channel
        try (FileOutputStream bytes = new FileOutputStream(file.toFile());
                CheckedOutputStream checked =
                        new CheckedOutputStream(new BufferedOutputStream(bytes, 1 << 16), new CRC32());
                DataOutputStream out = new DataOutputStream(checked)) {
            out.writeUTF(MAGIC);
            out.writeUTF(build);
            out.writeUTF(what.cluster());
            out.writeLong(what.at().toEpochMilli());
            out.writeUTF(what.version());
            out.writeInt(what.objects().size());
            ValueWriter writer = new ValueWriter(out);
            for (ObservedObject seen : what.objects()) {
                writer.write(seen);
            }
            out.writeLong(checked.getChecksum().getValue());
        }
    }

    private Path file(Kind kind) {
        return folder.resolve(kind + ".known");
    }
}
