// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import java.util.List;
import java.util.Optional;
import podium.kubernetes.texts.Texts;

/**
 * A field of an object that its kind does not have.
 *
 * @param path names from the object down and the places in lists, such as {@code [0]}
 * @param meant the field beside it that was meant; empty: none has a name like it
 */
public record UnknownField(List<String> path, Optional<String> meant) {
    public UnknownField {
        path = List.copyOf(path);
    }

    /** What is wrong, in sentences. */
    public String words(String kind) {
        String field = String.join(".", path).replace(".[", "[");
        return meant.map(name -> Texts.of("UnknownField.didYouMean", kind, field, name))
                .orElseGet(() -> Texts.of("UnknownField.hasNoField", kind, field));
    }
}
