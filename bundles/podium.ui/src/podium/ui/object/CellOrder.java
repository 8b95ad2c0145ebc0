// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.core.text.NaturalOrder;

/** Orders the cells of a server's table: numbers and ages by their size and before words, words as people do. */
final class CellOrder implements Comparator<String> {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(%|Mi)?");
    /** As apimachinery's HumanDuration writes: 3d4h, 10m, 7s. */
    private static final Pattern AGE = Pattern.compile("(?:\\d+[ydhms])+");

    private static final Pattern PART = Pattern.compile("(\\d+)([ydhms])");
    private static final int UNKNOWN = 3;

    private final NaturalOrder words = new NaturalOrder();

    @Override
    public int compare(String a, String b) {
        int kind = kind(a);
        int order = Integer.compare(kind, kind(b));
        if (order != 0) {
            return order;
        }
        return switch (kind) {
            case 0 -> Double.compare(number(a), number(b));
            case 1 -> Long.compare(seconds(a), seconds(b));
            default -> words.compare(a, b);
        };
    }

    private static int kind(String cell) {
        if (NUMBER.matcher(cell).matches()) {
            return 0;
        } else if (AGE.matcher(cell).matches()) {
            return 1;
        }
        return cell.startsWith("<") ? UNKNOWN : 2;
    }

    private static double number(String cell) {
        return Double.parseDouble(cell.replaceAll("%|Mi", ""));
    }

    private static long seconds(String cell) {
        long seconds = 0;
        Matcher part = PART.matcher(cell);
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
}
