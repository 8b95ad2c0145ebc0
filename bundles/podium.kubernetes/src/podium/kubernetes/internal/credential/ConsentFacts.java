// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a consent is about, fact by fact, and what is shown of each. It is remembered by the facts, so that another language, or a
 * text that is said better, does not ask again.
 */
final class ConsentFacts {
    private static final String INDENT = "    ";

    private final List<String> facts = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> former = new ArrayList<>();

    /**
     * Adds a fact.
     *
     * @param kind which fact it is; once released it stays, or everybody is asked again
     * @param value as it is; empty: the kind says all
     * @param words what is shown of it, a line
     */
    void add(String kind, String value, String words) {
        add(kind, value, words, words);
    }

    /** @param was the words that were remembered, where others are shown now */
    void add(String kind, String value, String words, String was) {
        facts.add(kind + ": " + QuotedText.of(value));
        lines.add(words);
        former.add(was);
    }

    /** A fact that is shown below the one before. */
    void detail(String kind, String value, String words) {
        add(kind, value, INDENT + words);
    }

    /** A line that says which facts follow, or that none does. */
    void heading(String words) {
        lines.add(INDENT + words);
        former.add(INDENT + words);
    }

    boolean isEmpty() {
        return facts.isEmpty();
    }

    String words() {
        return String.join("\n", lines);
    }

    String key() {
        return hash(facts);
    }

    String formerKey() {
        return hash(former);
    }

    private static String hash(List<String> of) {
        return PluginProgram.hash(String.join("\n", of).getBytes(StandardCharsets.UTF_8));
    }
}
