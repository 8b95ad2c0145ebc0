// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files in which the bundles of the checkout have their texts. */
final class TextFiles {
    private TextFiles() {}

    /** What the code of a bundle says, by key; empty where it says nothing. */
    static Map<String, String> of(String bundle) {
        try (Stream<Path> files =
                Files.walk(Checkout.root().resolve("bundles").resolve(bundle).resolve("src"))) {
            return files.filter(file -> file.endsWith("texts.properties"))
                    .findFirst()
                    .map(TextFiles::read)
                    .orElse(Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the application model of a bundle says, by key. */
    static Map<String, String> ofModel(String bundle) {
        return read(Checkout.root().resolve("bundles").resolve(bundle).resolve("l10n/bundle.properties"));
    }

    static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }
}
