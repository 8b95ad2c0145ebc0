// SPDX-License-Identifier: Apache-2.0
package podium.core.text;

import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import podium.core.texts.Texts;

/**
 * Numbers of things in words: 1 pod, 3 pods. The forms of a noun are in {@code nouns.properties} beside this class, "for one|for
 * more"; a language that has further forms chooses among them in {@link #noun}.
 */
public final class Counted {
    private static final ResourceBundle NOUNS =
            ResourceBundle.getBundle("podium.core.text.nouns", Locale.getDefault(), Counted.class.getClassLoader());

    private static final char THIN_SPACE = '\u2009';

    private Counted() {}

    /** The number and the noun. */
    public static String of(long number, String noun) {
        return number(number) + " " + noun(number, noun);
    }

    /** A number as it is written everywhere, with its thousands apart: 6 212. */
    public static String number(long number) {
        String digits = Long.toString(Math.abs(number));
        StringBuilder text = new StringBuilder(number < 0 ? "\u2212" : "");
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(THIN_SPACE);
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    /** All of so many, within a sentence: both pods, all 3 pods. */
    public static String all(long number, String noun) {
        return switch ((int) Math.min(number, 3)) {
            case 1 -> Texts.of("Counted.theOnly", noun(1, noun));
            case 2 -> Texts.of("Counted.both", noun(2, noun));
            default -> Texts.of("Counted.all", of(number, noun));
        };
    }

    /** The same where a sentence begins with it. */
    public static String allAtStart(long number, String noun) {
        String all = all(number, noun);
        return Character.toUpperCase(all.charAt(0)) + all.substring(1);
    }

    /**
     * The first of some things by name, and how many there are beside them: "a, b, c and 4 more".
     *
     * @param most how many are named at most, 1 or more
     */
    public static String named(Collection<String> names, int most) {
        String named = names.stream().limit(most).collect(Collectors.joining(", "));
        return names.size() > most ? Texts.of("Counted.andMore", named, number(names.size() - most)) : named;
    }

    /**
     * The noun as it stands behind the number, for one that is written in another way.
     *
     * @param noun in English, for one; a name that is not in the file, such as that of a kind of object, gets an s
     */
    public static String noun(long number, String noun) {
        if (!NOUNS.containsKey(noun)) {
            return number == 1 ? noun : noun + "s";
        }
        String[] forms = NOUNS.getString(noun).split("\\|");
        return forms[number == 1 ? 0 : forms.length - 1];
    }
}
