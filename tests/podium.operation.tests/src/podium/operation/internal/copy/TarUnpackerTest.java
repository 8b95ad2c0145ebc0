// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.copy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.operation.copy.CopyService.Copied;

/** What a container sends is not trusted. */
class TarUnpackerTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();
    private Path root = Path.of("");

    @BeforeEach
    void start() throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
        Files.writeString(folder.resolve("secret"), "mine");
    }

    private void entry(String name, char type, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarHeader head = new TarHeader(name, type, bytes.length);
        archive.writeBytes(head.block(0644, 0));
        archive.writeBytes(bytes);
        archive.writeBytes(new byte[head.padding()]);
    }

    private Copied unpack() throws IOException {
        archive.writeBytes(new byte[1024]);
        return new TarUnpacker(new ByteArrayInputStream(archive.toByteArray()), root, "x", read -> {}).run();
    }

    private List<String> written() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "x/../../secret",
                "x/../y",
                "/etc/passwd",
                "//secret",
                "y",
                "xy/z",
                ".",
                "./",
                "..",
                "x\\..\\..\\secret",
                "./../secret"
            })
    void aNameThatLeavesWhatWasAskedForEndsTheCopy(String name) throws IOException {
        entry("x/first", '0', "1");
        entry(name, '0', "evil");
        entry("x/later", '0', "2");
        assertThrows(IOException.class, this::unpack);
        assertEquals(List.of("root/x/first", "secret"), written());
        assertEquals("mine", Files.readString(folder.resolve("secret")));
    }

    @Test
    void aLongNameIsHeldToTheSame() throws IOException {
        for (char type : new char[] {'x', 'L'}) {
            archive.reset();
            entry("pax", type, type == 'x' ? "18 path=../secret\n" : "../secret\0");
            entry("x/short", '0', "evil");
            assertThrows(IOException.class, this::unpack);
            assertEquals(List.of("secret"), written());
        }
    }

    @Test
    void linksAndDevicesAreLeftOutAndWhatIsBelowThemIsAnOrdinaryFolder() throws IOException {
        entry("x", '5', "");
        for (char type : new char[] {'1', '2', '3', '4', '6'}) {
            entry("x/link", type, "");
        }
        entry("x/link/file", '0', "1");
        assertEquals(new Copied(1, 1, 5), unpack());
        assertFalse(Files.isSymbolicLink(root.resolve("x/link")));
        assertEquals(List.of("root/x/link/file", "secret"), written());
    }

    @Test
    void aLinkThatIsThereIsNotFollowed() throws IOException {
        Files.createDirectory(root.resolve("x"));
        Files.createSymbolicLink(root.resolve("x/out"), folder);
        entry("x/out/secret", '0', "evil");
        assertThrows(IOException.class, this::unpack);
        assertEquals("mine", Files.readString(folder.resolve("secret")));
        archive.reset();
        Files.createSymbolicLink(root.resolve("x/file"), folder.resolve("secret"));
        entry("x/file", '0', "evil");
        assertThrows(IOException.class, this::unpack);
        assertEquals("mine", Files.readString(folder.resolve("secret")));
    }

    @Test
    void nothingIsWrittenOver() throws IOException {
        Files.writeString(root.resolve("x"), "mine");
        entry("x", '0', "theirs");
        assertThrows(IOException.class, this::unpack);
        assertEquals("mine", Files.readString(root.resolve("x")));
    }

    @Test
    void whatIsNoArchiveIsToldAndHurtsNobody() throws IOException {
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        noise[0] = 'x';
        assertThrows(
                IOException.class, () -> new TarUnpacker(new ByteArrayInputStream(noise), root, "x", read -> {}).run());
        entry("x/whole", '0', "a".repeat(2000));
        byte[] cut = archive.toByteArray();
        assertThrows(
                IOException.class,
                () -> new TarUnpacker(new ByteArrayInputStream(cut, 0, 1200), root, "x", read -> {}).run());
        entry("pax", 'x', "99999 path=x\n");
        assertThrows(IOException.class, this::unpack);
    }

    @Test
    void whatIsPackedHasTheSizeThatWasToldAndIsUnpackedAsItWas() throws IOException {
        byte[] bytes = new byte[100_000];
        new Random(2).nextBytes(bytes);
        Path from = Files.createDirectories(folder.resolve("from/x"));
        String longName = "\u00fc".repeat(90);
        Files.write(from.resolve("big"), bytes);
        Files.writeString(Files.createDirectory(from.resolve(longName)).resolve("below"), "1");
        Files.createFile(from.resolve("empty"));
        Files.createSymbolicLink(from.resolve("link"), folder.resolve("secret"));
        TarPacker packer = new TarPacker(from);
        Copied packed = packer.write(archive, sent -> {});
        assertEquals(new Copied(3, 100_001, 1), packed);
        assertEquals(packer.size(), archive.size());
        assertEquals(
                new Copied(3, 100_001, 0),
                new TarUnpacker(new ByteArrayInputStream(archive.toByteArray()), root, "x", read -> {}).run());
        assertArrayEquals(bytes, Files.readAllBytes(root.resolve("x/big")));
        assertEquals("1", Files.readString(root.resolve("x").resolve(longName).resolve("below")));
        assertTrue(Files.exists(root.resolve("x/empty")));
    }
}
