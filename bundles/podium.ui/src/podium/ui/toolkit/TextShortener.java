// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Cuts text to a width. Names are cut in the middle, so that the distinguishing end stays. Any thread. */
public final class TextShortener {
    private static final String DOTS = "\u2026";
    private static final Pattern LONG_WORD = Pattern.compile("\\S{4,}");

    /** What parts what is said. */
    private static final String CLAUSE = ", ";

    /** Characters with which a clause still says something. */
    private static final int LEAST_CLAUSE = 12;

    /** What does not stand at an end: a comma, and a number without what it counts. */
    private static final Pattern LOOSE_END = Pattern.compile("[,;:\u00b7\\s]*(?:(?:^|\\s)[\\d\u2009]+)?$");

    private TextShortener() {}

    /** The text, or its longest shortened form that is at most {@code width} wide by this measure. */
    public static String middle(String text, int width, ToIntFunction<String> measure) {
        return fit(text, width, measure, keep -> cut(text, keep));
    }

    /**
     * The text, or what of it tells it apart from others, itself cut in the middle if need be; an empty core is not known. A core
     * that the text begins with stays whole, and as much of what follows as there is room for.
     */
    public static String name(String text, String core, int width, ToIntFunction<String> measure) {
        if (core.isEmpty() || measure.applyAsInt(text) <= width) {
            return middle(text, width, measure);
        }
        if (text.length() > core.length() && text.startsWith(core)) {
            String shown = end(text, width, measure);
            return shown.length() > core.length() + 1 ? shown : middle(core, width, measure);
        }
        boolean twice = core.startsWith(DOTS) && measure.applyAsInt(core) > width;
        return middle(twice ? text : core, width, measure);
    }

    /** A name cut in its middle to at most so many characters: for bars and menus, which grow with their words. */
    public static String to(int characters, String name) {
        return middle(name, characters, String::length);
    }

    /** As {@link #to}, but each clause keeps some of its words: what is asked for and what is there both stay to be read. */
    public static String clauses(int characters, String text) {
        String[] all = text.split(CLAUSE);
        int room = characters - CLAUSE.length() * (all.length - 1);
        if (text.length() <= characters || all.length == 1 || room / all.length < LEAST_CLAUSE) {
            return parts(characters, text);
        }
        // the short ones leave the others what they do not need
        Integer[] byLength = IntStream.range(0, all.length)
                .boxed()
                .sorted(Comparator.comparing(at -> all[at].length()))
                .toArray(Integer[]::new);
        for (int i = 0; i < all.length; i++) {
            int at = byLength[i];
            all[at] = parts(room / (all.length - i), all[at]);
            room -= all[at].length();
        }
        return String.join(CLAUSE, all);
    }

    /** As {@link #to}, but between words, or the parts of a long one: the most of the end, then of the beginning. */
    private static String parts(int characters, String text) {
        if (text.length() <= characters) {
            return text;
        }
        int end = text.length() - characters + DOTS.length();
        while (end < text.length() && !isPart(text, end)) {
            end++;
        }
        int start = characters - (text.length() - end) - 2; // the gap and the dots
        while (start > 0 && text.charAt(start) != ' ') {
            start--;
        }
        return end == text.length()
                ? to(characters, text)
                : start > 0 ? text.substring(0, start) + " " + DOTS + text.substring(end) : DOTS + text.substring(end);
    }

    /** Whether a word, or a part of one that signs part, begins there. */
    private static boolean isPart(String text, int at) {
        return text.charAt(at) != ' ' && " /=".indexOf(text.charAt(at - 1)) >= 0;
    }

    /** Each word of more than so many characters cut in its middle: for what is read in a narrow place. */
    public static String words(int characters, String text) {
        return LONG_WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(to(characters, word.group())));
    }

    /** As {@link #middle}, but cuts the end: for sentences. */
    public static String end(String text, int width, ToIntFunction<String> measure) {
        return fit(text, width, measure, keep -> text.substring(0, keep) + DOTS);
    }

    /** As {@link #end}, but between words, or the parts of a long one, where that leaves half of what there is room for. */
    public static String sentence(String text, int width, ToIntFunction<String> measure) {
        String cut = end(text, width, measure);
        int most = cut.length() - DOTS.length();
        for (int at = most; !cut.equals(text) && at > most / 2; at--) {
            if (isPart(text, at)) {
                return LOOSE_END.matcher(text.substring(0, at).stripTrailing()).replaceFirst("") + DOTS;
            }
        }
        return cut;
    }

    /** As {@link #end}, but no word is cut, and none stays without the number before it, as long as there is room for one. */
    public static String wholeWords(String text, int width, ToIntFunction<String> measure) {
        if (measure.applyAsInt(text) <= width) {
            return text;
        }
        for (int at = text.lastIndexOf(' '); at > 0; at = text.lastIndexOf(' ', at - 1)) {
            String words = LOOSE_END.matcher(text.substring(0, at)).replaceFirst("");
            if (!words.isEmpty() && measure.applyAsInt(words + " " + DOTS) <= width) {
                return words + " " + DOTS;
            }
        }
        return end(text, width, measure);
    }

    /**
     * The text, or the longest of its shortened forms that is at most {@code width} wide by this measure.
     *
     * @param shortened the form with so many characters of the text
     */
    public static String fit(String text, int width, ToIntFunction<String> measure, IntFunction<String> shortened) {
        if (width <= 0 || text.isEmpty()) {
            return "";
        } else if (measure.applyAsInt(text) <= width) {
            return text;
        }
        int low = 0;
        int high = text.length() - 1;
        while (low < high) {
            int keep = (low + high + 1) / 2;
            if (measure.applyAsInt(shortened.apply(keep)) <= width) {
                low = keep;
            } else {
                high = keep - 1;
            }
        }
        return shortened.apply(low);
    }

    /** {@code keep} characters of the text, a third of them from its start, and one at least, around dots. */
    private static String cut(String text, int keep) {
        int head = Math.min(keep, Math.max(1, keep / 3));
        return text.substring(0, head) + DOTS + text.substring(text.length() - (keep - head));
    }
}
