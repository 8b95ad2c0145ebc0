// SPDX-License-Identifier: Apache-2.0
package podium.ui.filter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The fields of a row a filter can name. Built once, then read by any thread. */
public final class FilterFields<R> {
    private final Map<String, Function<R, String>> texts = new LinkedHashMap<>();
    private final Map<String, Function<R, OptionalDouble>> numbers = new LinkedHashMap<>();
    private final Map<String, Predicate<R>> flags = new LinkedHashMap<>();
    private final Function<R, String> search;

    /** Fields of rows.
     *
     * @param search all that a plain word is looked for in, in lower case
     */
    public FilterFields(Function<R, String> search) {
        this.search = search;
    }

    /** Adds a field of text; returns this. */
    public FilterFields<R> text(String name, Function<R, String> value) {
        texts.put(name, value);
        return this;
    }

    /** Adds a field of numbers; an unknown number meets no comparison. Returns this. */
    public FilterFields<R> number(String name, Function<R, OptionalDouble> value) {
        numbers.put(name, value);
        return this;
    }

    /** Adds a word that says something by itself; it is looked for as any other word as well. Returns this. */
    public FilterFields<R> flag(String word, Predicate<R> test) {
        flags.put(word, test);
        return this;
    }

    /** The words that say something by themselves. */
    public Set<String> flags() {
        return flags.keySet();
    }

    /** Names of the fields of text. */
    public Set<String> texts() {
        return texts.keySet();
    }

    /** Names of the fields of numbers. */
    public Set<String> numbers() {
        return numbers.keySet();
    }

    /** What a field of text says of a row; empty where there is no such field. */
    public String value(String field, R row) {
        Function<R, String> value = texts.get(field);
        return value == null ? "" : value.apply(row);
    }

    boolean knows(String field) {
        return numbers.containsKey(field) || texts.containsKey(field);
    }

    Predicate<R> anywhere(String word) {
        Predicate<R> named = row -> search.apply(row).contains(word);
        Predicate<R> flag = flags.get(word);
        return flag == null ? named : named.or(flag);
    }

    /** Any of several words with commas between them, or what itself has a comma. */
    Predicate<R> text(String name, String word) {
        Function<R, String> value = known(texts, name);
        List<String> words = Stream.concat(Stream.of(word), Stream.of(word.split(",")))
                .filter(it -> !it.isEmpty())
                .toList();
        return row -> {
            String said = value.apply(row).toLowerCase(Locale.ROOT);
            return words.stream().anyMatch(said::contains);
        };
    }

    Predicate<R> number(String name, String operator, double bound) {
        Function<R, OptionalDouble> value = known(numbers, name);
        DoublePredicate test =
                switch (operator) {
                    case ">=" -> number -> number >= bound;
                    case "<=" -> number -> number <= bound;
                    case ">" -> number -> number > bound;
                    case "<" -> number -> number < bound;
                    default -> number -> number == bound;
                };
        return row -> {
            OptionalDouble number = value.apply(row);
            return number.isPresent() && test.test(number.getAsDouble());
        };
    }

    /** What can be typed, for the hint: {@code idle state: queue: gpus>= }. */
    public String hint() {
        return String.join("  ", flags.keySet())
                + (flags.isEmpty() ? "" : "  ")
                + String.join(":  ", texts.keySet())
                + (texts.isEmpty() ? "" : ":  ")
                + String.join(">=  ", numbers.keySet())
                + (numbers.isEmpty() ? "" : ">=");
    }

    private static <V> V known(Map<String, V> fields, String name) {
        V value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }
}
