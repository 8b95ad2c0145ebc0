// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.file.PlainFiles;
import podium.core.file.PrivateFiles;
import podium.core.json.Json;

/**
 * What is kept of a journal in a second place: the key of its seals, made at random at the first start, and where it ended. It
 * tells of a changed journal to whoever starts Podium next; who can write to both places can forge both. Guarded by its journal.
 */
public final class JournalSeal implements AutoCloseable {
    private static final String KEY = "key.json";
    private static final String HEAD = "head";
    private static final int KEY_BYTES = 32;
    private static final int LARGEST = 1 << 16;
    private static final Pattern HEAD_TEXT = Pattern.compile("(\\d{20}) ([0-9a-f]{64})\n");

    /**
     * The key, and from where on it counts.
     *
     * @param since lines before it: of an older Podium, or sealed with a key that is gone
     * @param before SHA-256 of those lines
     */
    record Key(SecretKey key, long since, String before) {}

    /**
     * Where the journal ended.
     *
     * @param count of its lines
     * @param last the seal of the last one
     */
    record Head(long count, String last) {}

    private Path folder;
    private Optional<Key> key;
    private final Optional<Head> head;
    private @Nullable RandomAccessFile headFile;

    private JournalSeal(Path folder, Optional<Key> key, Optional<Head> head) {
        this.folder = folder;
        this.key = key;
        this.head = head;
    }

    /** The name of a journal's seal among others. */
    static String name(Path directory) {
        return name(directory.toAbsolutePath().normalize().toString());
    }

    /** A name for a file that any text may have. */
    static String name(String text) {
        return HexFormat.of().formatHex(HashChain.sha256().digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }

    /** True where a key is. */
    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(KEY));
    }

    /** What is there of it; nothing is made. Read it before the journal, which may grow meanwhile. */
    public static JournalSeal read(Path folder) {
        return new JournalSeal(folder, readKey(folder.resolve(KEY)), readHead(folder.resolve(HEAD)));
    }

    private static Optional<Key> readKey(Path file) {
        try {
            JsonNode node = Json.read(PlainFiles.text(file, LARGEST));
            byte[] bytes = Base64.getDecoder().decode(node.path("key").asText());
            return bytes.length < KEY_BYTES
                    ? Optional.empty()
                    : Optional.of(new Key(
                            new SecretKeySpec(bytes, "HmacSHA256"),
                            node.path("since").asLong(),
                            node.path("before").asText()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Head> readHead(Path file) {
        try {
            Matcher text = HEAD_TEXT.matcher(PlainFiles.text(file, LARGEST));
            return text.matches()
                    ? Optional.of(new Head(Long.parseLong(text.group(1)), text.group(2)))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    Path folder() {
        return folder;
    }

    Optional<Key> key() {
        return key;
    }

    Optional<Head> head() {
        return head;
    }

    /**
     * From here on the journal is sealed with this key, or a new one where there is none.
     *
     * @param since lines that are in it already
     * @param before SHA-256 of those
     * @param otherwise the folder where its own cannot be written
     */
    Key begin(long since, String before, Path otherwise) throws IOException {
        try {
            return begin(since, before);
        } catch (IOException e) {
            folder = otherwise;
            return begin(since, before);
        }
    }

    private Key begin(long since, String before) throws IOException {
        PrivateFiles.folder(folder);
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        SecretKey secret = key.map(Key::key).orElseGet(() -> new SecretKeySpec(bytes, "HmacSHA256"));
        String text = Json.write(Json.object()
                .put("key", Base64.getEncoder().encodeToString(secret.getEncoded()))
                .put("since", since)
                .put("before", before));
        PrivateFiles.write(folder.resolve(KEY), text + "\n");
        Key made = new Key(secret, since, before);
        key = Optional.of(made);
        return made;
    }

    /**
     * Keeps where the journal ends. Not flushed: after a power failure it may lag behind the journal, which is no finding; it never
     * runs ahead of what of the journal is on the disk.
     */
    void ends(long count, String last) throws IOException {
        RandomAccessFile file = headFile;
        if (file == null) {
            PrivateFiles.folder(folder);
            PrivateFiles.create(folder.resolve(HEAD));
            file = new RandomAccessFile(folder.resolve(HEAD).toFile(), "rw");
            headFile = file;
        }
        // of one length always, so that one write replaces the one before
        file.seek(0);
        file.write(String.format(Locale.ROOT, "%020d %s\n", count, last).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        if (headFile != null) {
            headFile.close();
        }
    }
}
