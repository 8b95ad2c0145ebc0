// SPDX-License-Identifier: Apache-2.0
package podium.ui.filter;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** The fields of a row a filter can name. Built once, then read by any thread. */
public final class FilterFields<R> {
    private final Map<String, Function<R, String>> texts = new LinkedHashMap<>();
    private final Map<String, Function<R, OptionalDouble>> numbers = new LinkedHashMap<>();
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

    Predicate<R> anywhere(String word) {
        return row -> search.apply(row).contains(word);
    }

    Predicate<R> text(String name, String word) {
        Function<R, String> value = known(texts, name);
        return row -> value.apply(row).toLowerCase(Locale.ROOT).contains(word);
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

    /** What can be typed, for the hint: {@code state: queue: gpus>= }. */
    public String hint() {
        return String.join(":  ", texts.keySet())
                + (texts.isEmpty() ? "" : ":  ")
                + String.join(">=  ", numbers.keySet())
                + (numbers.isEmpty() ? "" : ">=");
    }

    private static <V> V known(Map<String, V> fields, String name) {
        V value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "no field '" + name + "'; fields: " + String.join(", ", fields.keySet()));
        }
        return value;
    }
}
