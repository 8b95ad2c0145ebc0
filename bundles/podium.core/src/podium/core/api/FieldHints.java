// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a server says of the fields of its kinds, by its OpenAPI. Blocks; call on a virtual thread. */
public interface FieldHints {
    /**
     * A field.
     *
     * @param type what it holds, in words; empty: the object above knows no such field
     * @param text whether a value, or each of the list or map, is text or may be
     * @param words what the server says of it; empty: nothing
     * @param choices the only values that it takes; empty: any of its type
     * @param fields names of what it holds, or, where it is not known, of what the object above holds
     */
    record Hint(
            String type,
            Shape shape,
            boolean text,
            boolean required,
            String words,
            List<String> choices,
            List<String> fields) {
        public Hint {
            choices = List.copyOf(choices);
            fields = List.copyOf(fields);
        }
    }

    /** How many values a field holds. */
    enum Shape {
        ONE,
        LIST,
        MAP
    }

    /**
     * Looks a field up.
     *
     * @param path names from the object down, without the places in lists
     * @return empty: the server says nothing of this kind, or of what is above the field
     */
    Optional<Hint> hint(String apiVersion, String kind, List<String> path) throws IOException;
}
