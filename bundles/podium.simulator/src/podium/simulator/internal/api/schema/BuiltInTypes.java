// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.simulator.store.ResourceType;

/** The types of the kinds that a server knows without a definition, with their fields. */
final class BuiltInTypes {
    /** The type of what is a number or a text. */
    static final String EITHER = "int-or-string";

    /** The type of an amount. */
    static final String QUANTITY = "quantity";

    static final BuiltInTypes KNOWN = new BuiltInTypes();

    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, Map<String, Field>> types = new HashMap<>();

    /**
     * A field.
     *
     * @param type a type of these, or one of JSON; with [] for a list of them, with {} for a map
     * @param choices the only values that it, or each of a list or a map, takes; empty: any of the type
     */
    record Field(String type, boolean required, List<String> choices) {
        private static final Pattern CHOICES = Pattern.compile("\\((.*)\\)");

        static Field read(String type, boolean required) {
            Matcher choices = CHOICES.matcher(type);
            return choices.find()
                    ? new Field(
                            choices.replaceFirst(""),
                            required,
                            List.of(choices.group(1).split("\\|", -1)))
                    : new Field(type, required, List.of());
        }
    }

    private BuiltInTypes() {
        read().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" "))
                .forEach(words -> {
                    if (words[0].endsWith(":")) {
                        Map<String, Field> fields = new LinkedHashMap<>();
                        for (int i = 1; i < words.length; i++) {
                            String[] field = words[i].split("=");
                            boolean required = field[0].endsWith("!");
                            fields.put(field[0].replace("!", ""), Field.read(field[1], required));
                        }
                        types.put(words[0].substring(0, words[0].length() - 1), fields);
                    } else {
                        kinds.put(words[0] + " " + words[1], words[2]);
                    }
                });
    }

    private static String read() {
        try (InputStream file = Objects.requireNonNull(BuiltInTypes.class.getResourceAsStream("built-in-fields.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The type of a kind; empty: it is none of these. */
    Optional<String> of(ResourceType type) {
        return Optional.ofNullable(kinds.get(type.group() + "/" + type.version() + " " + type.kind()));
    }

    /** The fields of a type; empty: it is one of JSON, or not known. */
    Map<String, Field> fields(String type) {
        return types.getOrDefault(type, Map.of());
    }

    boolean has(String type) {
        return types.containsKey(type);
    }
}
