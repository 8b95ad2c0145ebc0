// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import podium.kubernetes.internal.json.JsonInput;
import podium.kubernetes.internal.json.JsonTree;

/** Files for tests: fixtures beside the test class, and real inputs of others where they are at hand. */
public final class Data {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Data() {}

    /** A fixture beside a class. */
    public static String fixture(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no fixture " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON as the decoders are given it. */
    public static JsonTree tree(String json) {
        try {
            return JsonTree.read(JsonInput.of(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder of real inputs; the test is skipped where it is absent. */
    public static Path folder(String name) {
        String given = System.getProperty("PODIUM_DATA", System.getenv().getOrDefault("PODIUM_DATA", ""));
        List<Path> roots = given.isEmpty()
                ? List.of(Path.of("../../../shared/data"), Path.of("../shared/data"), Path.of("../../shared/data"))
                : List.of(Path.of(given));
        for (Path root : roots) {
            if (Files.isDirectory(root.resolve(name))) {
                return root.resolve(name);
            }
        }
        Assumptions.abort("no real inputs here: set PODIUM_DATA to the folder that has " + name);
        throw new IllegalStateException();
    }

    /** The files of a folder but its list of sources. */
    public static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.filter(file -> !file.getFileName().toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects of a YAML or JSON file as JSON, items of lists one by one. */
    public static List<String> objects(String yaml) {
        List<String> objects = new ArrayList<>();
        for (Object document :
                new Load(LoadSettings.builder().setAllowDuplicateKeys(true).build()).loadAllFromString(yaml)) {
            if (document instanceof Map<?, ?> map) {
                List<?> items = map.get("items") instanceof List<?> list ? list : List.of(map);
                for (Object item : items) {
                    objects.add(json(item));
                }
            }
        }
        return objects;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
