// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.yaml;

import java.util.List;
import java.util.Optional;
import podium.core.json.YamlText;

/** A key whose colon was forgotten: the parser takes it for the beginning of the key below it, and blames that line. */
public final class BareKey {
    private BareKey() {}

    /**
     * The blanks before a key without its colon in the line before one that the parser blames, at the column of that line.
     *
     * @param line from 1
     * @return empty: the line before is another thing
     */
    public static Optional<Integer> above(String text, int line) {
        List<String> lines = text.lines().toList();
        if (line < 2 || line > lines.size()) {
            return Optional.empty();
        }
        String bare = lines.get(line - 2);
        String below = lines.get(line - 1);
        boolean isKey = bare.matches("\\s*[A-Za-z_][\\w./-]*\\s*")
                || bare.matches("\\s*[A-Za-z_][^:#]*")
                        && line > 2
                        && isBesideKeys(lines.get(line - 3), YamlText.indent(bare));
        return isKey && YamlText.indent(bare) == YamlText.indent(below) && below.contains(":")
                ? Optional.of(YamlText.indent(bare))
                : Optional.empty();
    }

    /** Whether a key stands at that column below a line, and no value that goes on from it. */
    private static boolean isBesideKeys(String above, int column) {
        return above.stripTrailing().endsWith(":") || above.contains(":") && YamlText.indent(above) == column;
    }
}
