// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a part keeps over a restart, as words in the saved layout. A word that no longer means anything counts as absent: a
 * saved state never keeps a part from opening. UI thread.
 *
 * @param words the part's persisted state
 */
public record ViewState(Map<String, String> words) {
    /** What was kept, understood by {@code read}; empty when nothing was kept or it is not understood. */
    public <T> Optional<T> get(String key, Function<String, T> read) {
        String word = words.get(key);
        if (word == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Gives what was kept to {@code use}; nothing happens when nothing was kept or it is not understood. */
    public void take(String key, Consumer<String> use) {
        get(key, word -> {
            use.accept(word);
            return word;
        });
    }

    public void put(String key, String word) {
        words.put(key, word);
    }
}
