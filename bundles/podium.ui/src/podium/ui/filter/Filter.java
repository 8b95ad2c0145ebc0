// SPDX-License-Identifier: Apache-2.0
package podium.ui.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.core.text.CleanText;
import podium.ui.texts.Texts;

/**
 * What an operator typed to filter: terms separated by spaces, all of which must hold. A term is a word found anywhere,
 * {@code field:word}, {@code field:one,other} for either, or a comparison such as {@code free>=4}; a minus before it turns it round.
 *
 * @param test whether a row stays
 * @param brief which term was not understood; such a term is left out
 * @param terms what would be understood
 * @param without which terms leave out what has them, in words: a minus is typed by mistake too; empty: none does
 */
public record Filter<R>(Predicate<R> test, Optional<String> brief, String terms, Optional<String> without) {
    private static final Pattern COMPARISON = Pattern.compile("([a-z][a-z0-9]*)(>=|<=|>|<|=)(-?[0-9]+(?:\\.[0-9]+)?)");
    /** What looks like a comparison and is none: activity~5, free>=many. */
    private static final Pattern LIKE_COMPARISON = Pattern.compile("([a-z][a-z0-9]*)[<>=~!]++(.+)");

    private static final int LONGEST = 24;
    private static final Pattern FIELD = Pattern.compile("([a-z][a-z0-9]*):(.+)");

    /** Lets everything through. */
    public static <R> Filter<R> all() {
        return new Filter<>(row -> true, Optional.empty(), "", Optional.empty());
    }

    /** Which term was not understood, and what would be. */
    public Optional<String> problem() {
        return brief.map(it -> Texts.of("Filter.withTerms", it, terms));
    }

    /** What a count of the rows says of it: a term that was not understood, else what is left out. */
    public Optional<String> note() {
        return brief.or(() -> without);
    }

    /** Reads what was typed. */
    public static <R> Filter<R> parse(String typed, FilterFields<R> fields) {
        List<Predicate<R>> tests = new ArrayList<>();
        List<String> without = new ArrayList<>();
        Optional<String> brief = Optional.empty();
        for (String term : typed.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (term.isEmpty() || term.equals("-")) {
                continue;
            }
            boolean not = term.startsWith("-");
            try {
                Predicate<R> test = term(not ? term.substring(1) : term, fields);
                tests.add(not ? test.negate() : test);
                if (not) {
                    without.add(CleanText.middle(term.substring(1), LONGEST));
                }
            } catch (IllegalArgumentException e) {
                brief = Optional.of(Texts.of("Filter.isNotATerm", CleanText.middle(term, LONGEST)));
            }
        }
        return new Filter<>(row -> holds(tests, row), brief, fields.hint(), said(without));
    }

    private static Optional<String> said(List<String> without) {
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of(Texts.of("Filter.without", String.join(" ", without)));
    }

    private static <R> boolean holds(List<Predicate<R>> tests, R row) {
        for (Predicate<R> test : tests) {
            if (!test.test(row)) {
                return false;
            }
        }
        return true;
    }

    private static <R> Predicate<R> term(String term, FilterFields<R> fields) {
        Matcher comparison = COMPARISON.matcher(term);
        if (comparison.matches()) {
            return fields.number(comparison.group(1), comparison.group(2), Double.parseDouble(comparison.group(3)));
        }
        Matcher like = LIKE_COMPARISON.matcher(term);
        if (like.matches() && (fields.knows(like.group(1)) || like.group(2).matches("[0-9].*"))) {
            throw new IllegalArgumentException(term);
        }
        Matcher field = FIELD.matcher(term);
        return field.matches() ? fields.text(field.group(1), field.group(2)) : fields.anywhere(term);
    }
}
