// SPDX-License-Identifier: Apache-2.0
package podium.core.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages of controllers in which values of Go are printed as they lie in memory, as sentences. Pure functions. */
public final class GoText {
    /** A taint (kueue pkg/scheduler/flavorassigner/flavorassigner.go, "untolerated taint %s in flavor %s"). */
    private static final Pattern TAINT =
            Pattern.compile("&?\\{([^ {}]+) ([^ {}]*) (NoSchedule|NoExecute|PreferNoSchedule) [^{}]*}");
    /** The beginning of a value with its type, such as core.ResourceRequirements (apimachinery field.Invalid prints %#v). */
    private static final Pattern VALUE = Pattern.compile("&?[A-Za-z_]\\w*(\\.\\w+|\\[[\\w.*]*]\\*?[\\w.]+(\\{}|))\\{");

    private GoText() {}

    /** The message without them; a taint as key=value:effect. */
    public static String plain(String message) {
        if (message.indexOf('{') < 0) {
            return message;
        }
        String text = TAINT.matcher(message)
                .replaceAll(taint -> Matcher.quoteReplacement(taint.group(1)
                        + (taint.group(2).isEmpty() ? "" : "=" + taint.group(2)) + ":" + taint.group(3)));
        Matcher value = VALUE.matcher(text);
        while (value.find()) {
            int end = end(text, value.end());
            if (end < 0) {
                return text;
            }
            text = text.substring(0, value.start()) + text.substring(end);
            value = VALUE.matcher(text);
        }
        return text.replace("Invalid value: : ", "").replaceAll(" {2,}", " ").strip();
    }

    /** After the bracket that closes the one before; negative: it is cut off. */
    private static int end(String text, int from) {
        int open = 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (open == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
