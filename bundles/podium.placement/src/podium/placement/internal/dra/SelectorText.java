// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.placement.texts.Texts;

/** What selectors ask for, in a person's words as far as they are of the usual forms: "memory of at least 80Gi". */
final class SelectorText {
    private static final String TEXT = "\\s*(?:'([^']*)'|\"([^\"]*)\")\\s*";
    private static final String OF = "\\[" + TEXT + "]\\.(\\w+)";
    private static final Pattern SAME =
            Pattern.compile("device\\.attributes" + OF + "\\s*==\\s*(?:" + TEXT.strip() + "|([\\w.]+))");
    private static final Pattern YES = Pattern.compile("device\\.attributes" + OF);
    private static final Pattern AMOUNT = Pattern.compile(
            "device\\.capacity" + OF + "\\.compareTo\\(quantity\\(" + TEXT + "\\)\\)\\s*(>=|>|==|<=|<)\\s*0");
    private static final Pattern MORE =
            Pattern.compile("device\\.capacity" + OF + "\\.is(Greater|Less)Than\\(quantity\\(" + TEXT + "\\)\\)");
    private static final Pattern DRIVER = Pattern.compile("device\\.driver\\s*==\\s*" + TEXT);
    private static final int LONGEST = 80;

    private SelectorText() {}

    /** Empty where nothing is asked for. */
    static String of(List<String> selectors) {
        List<String> words = new ArrayList<>();
        for (String selector : selectors) {
            List<String> parts = parts(selector);
            words.addAll(parts.isEmpty() ? List.of(raw(selector)) : parts);
        }
        words.removeIf(String::isEmpty);
        return String.join(", ", words);
    }

    /** Empty: one part is of another form. */
    private static List<String> parts(String selector) {
        List<String> parts = new ArrayList<>();
        for (String part : selector.split("&&")) {
            Optional<String> words = part(part.strip());
            if (words.isEmpty()) {
                return List.of();
            }
            parts.add(words.get());
        }
        return parts;
    }

    private static Optional<String> part(String part) {
        Matcher same = SAME.matcher(part);
        if (same.matches()) {
            return Optional.of(same.group(3) + " " + first(same, 4, 5, 6));
        }
        Matcher amount = AMOUNT.matcher(part);
        if (amount.matches()) {
            return Optional.of(amount(amount.group(3), amount.group(6), first(amount, 4, 5)));
        }
        Matcher more = MORE.matcher(part);
        if (more.matches()) {
            return Optional.of(amount(more.group(3), "Greater".equals(more.group(4)) ? ">" : "<", first(more, 5, 6)));
        }
        Matcher yes = YES.matcher(part);
        if (yes.matches()) {
            return Optional.of(yes.group(3));
        }
        return DRIVER.matcher(part).matches() ? Optional.of("") : Optional.empty();
    }

    private static String amount(String of, String sign, String amount) {
        return switch (sign) {
            case ">=" -> Texts.of("SelectorText.atLeast", of, amount);
            case ">" -> Texts.of("SelectorText.moreThan", of, amount);
            case "<=" -> Texts.of("SelectorText.atMost", of, amount);
            case "<" -> Texts.of("SelectorText.lessThan", of, amount);
            default -> Texts.of("SelectorText.exactly", of, amount);
        };
    }

    private static String first(Matcher matcher, int... groups) {
        for (int group : groups) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }

    private static String raw(String selector) {
        String line = selector.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
