// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import podium.core.file.PlainFiles;
import podium.core.file.PrivateFiles;
import podium.core.json.Json;

/**
 * The bodies of writes that hold secrets, beside the journal: a file for each operation, for its owner's eyes only, as long as it may
 * be resumed or taken back. The journal has the body without the secrets and a digest, made with the journal's key, of the whole
 * one: by it the body is found, and known to be the same. Nothing that is exported reads here. Guarded by the journal.
 */
final class SecretBodyStore {
    private static final String END = ".json";
    private static final int LARGEST = 1 << 26;

    private final Path folder;
    private Optional<SecretKey> key;

    SecretBodyStore(Path folder, Optional<SecretKey> key) {
        this.folder = folder;
        this.key = key;
    }

    /** The digests are made with this key from here on. */
    void begin(SecretKey other) {
        key = Optional.of(other);
    }

    /** Keeps bodies of an operation, on the disk when this returns; their digests. */
    void keep(String operation, Map<String, String> byDigest) throws IOException {
        ObjectNode node = Json.object();
        byDigest.forEach(node::put);
        PrivateFiles.folder(folder);
        PrivateFiles.write(file(operation), Json.write(node));
    }

    /** What a body is named by; a digest without a key would let others guess short secrets. */
    String digest(String body) {
        byte[] mac = HashChain.mac(key.orElseThrow(() -> new IllegalStateException("the journal has no key yet")))
                .doFinal(body.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac);
    }

    /** The bodies kept of an operation, by digest; those that are not what they were are left out. */
    Map<String, String> bodies(String operation) {
        Map<String, String> bodies = new HashMap<>();
        if (key.isEmpty()) {
            return bodies;
        }
        try {
            JsonNode node = Json.read(PlainFiles.text(file(operation), LARGEST));
            node.properties().forEach(entry -> {
                String body = entry.getValue().asText();
                if (MessageDigest.isEqual(
                        digest(body).getBytes(StandardCharsets.US_ASCII),
                        entry.getKey().getBytes(StandardCharsets.US_ASCII))) {
                    bodies.put(entry.getKey(), body);
                }
            });
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException | IllegalArgumentException e) {
            System.getLogger(SecretBodyStore.class.getName())
                    .log(System.Logger.Level.WARNING, "what was kept apart of an operation cannot be read", e);
        }
        return bodies;
    }

    /** Lets go of what was kept of an operation. */
    void drop(String operation) throws IOException {
        Files.deleteIfExists(file(operation));
    }

    /** Lets go of all but what is kept of these. */
    void keepOnly(Set<String> operations) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Set<Path> kept = new HashSet<>();
        operations.forEach(operation -> kept.add(file(operation)));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!kept.contains(file) && file.getFileName().toString().endsWith(END)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** An id from a journal that somebody changed must lead nowhere else. */
    private Path file(String operation) {
        boolean plain = operation.matches("[A-Za-z0-9-]{1,64}");
        return folder.resolve((plain ? operation : JournalSeal.name(operation)) + END);
    }
}
