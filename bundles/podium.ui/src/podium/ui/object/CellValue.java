// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.core.text.NaturalOrder;

/**
 * A cell of a server's table as it is ordered: numbers and ages by their size and before words, words as people do. Read once, however
 * often it is compared.
 *
 * @param text as the server writes it
 * @param kind what it is
 * @param amount of a number; the seconds of an age; else 0
 */
record CellValue(String text, Kind kind, double amount) implements Comparable<CellValue> {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(%|Mi)?");
    /** As apimachinery's HumanDuration writes: 3d4h, 10m, 7s. */
    private static final Pattern AGE = Pattern.compile("(?:\\d+[ydhms])+");

    private static final Pattern PART = Pattern.compile("(\\d+)([ydhms])");
    private static final NaturalOrder WORDS = new NaturalOrder();

    /** What a cell is, in the order of these. */
    enum Kind {
        NUMBER,
        AGE,
        WORDS,
        /** Such as {@code <none>}. */
        UNKNOWN
    }

    static CellValue of(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        if (first == '-' || first >= '0' && first <= '9') {
            if (NUMBER.matcher(text).matches()) {
                return new CellValue(text, Kind.NUMBER, Double.parseDouble(text.replaceAll("%|Mi", "")));
            } else if (AGE.matcher(text).matches()) {
                return new CellValue(text, Kind.AGE, seconds(text));
            }
        }
        return new CellValue(text, first == '<' ? Kind.UNKNOWN : Kind.WORDS, 0);
    }

    private static double seconds(String text) {
        long seconds = 0;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            long unit =
                    switch (part.group(2)) {
                        case "y" -> 365L * 86_400;
                        case "d" -> 86_400;
                        case "h" -> 3600;
                        case "m" -> 60;
                        default -> 1;
                    };
            seconds += unit * (part.group(1).length() > 9 ? Integer.MAX_VALUE : Long.parseLong(part.group(1)));
        }
        return seconds;
    }

    @Override
    public int compareTo(CellValue other) {
        int order = kind.compareTo(other.kind);
        if (order != 0) {
            return order;
        }
        return kind == Kind.NUMBER || kind == Kind.AGE
                ? Double.compare(amount, other.amount)
                : WORDS.compare(text, other.text);
    }
}
