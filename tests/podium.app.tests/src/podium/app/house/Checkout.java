// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The checkout that the tests run in. */
final class Checkout {

    private Checkout() {}

    /** The folder with the parent {@code pom.xml}: this one or the nearest above. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("targets"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("These tests run inside a checkout of Podium.");
        }
        return folder;
    }

    /** The manifests of all bundles in a folder of the checkout, by folder name. */
    static TreeMap<String, Manifest> manifests(String folder) {
        TreeMap<String, Manifest> manifests = new TreeMap<>();
        for (Path bundle : children(root().resolve(folder))) {
            Path file = bundle.resolve("META-INF/MANIFEST.MF");
            if (Files.isRegularFile(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    manifests.put(bundle.getFileName().toString(), new Manifest(in));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return manifests;
    }

    static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clauses of a header, with their directives and attributes; a comma in quotes separates nothing. */
    static List<String> clauses(Manifest manifest, String header) {
        String value = manifest.getMainAttributes().getValue(header);
        if (value == null) {
            return List.of();
        }
        return Arrays.stream(value.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .map(String::strip)
                .toList();
    }

    /** The clauses of a header, without their directives and attributes. */
    static List<String> names(Manifest manifest, String header) {
        return clauses(manifest, header).stream()
                .map(clause -> clause.split(";")[0].strip())
                .toList();
    }
}
