// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.text.CleanText;

/** Text from a cluster made safe to show, by the rules of {@link CleanText#clean}. Any thread. */
public final class SafeText {
    private SafeText() {}

    /** One line: line ends and tabs become spaces. Null becomes empty. */
    public static String line(@Nullable String text) {
        return text == null ? "" : CleanText.clean(text);
    }

    /** Several lines: line ends stay, the indentation too. Null becomes empty. */
    public static String lines(@Nullable String text) {
        return text == null ? "" : text.lines().map(CleanText::clean).collect(Collectors.joining("\n"));
    }
}
