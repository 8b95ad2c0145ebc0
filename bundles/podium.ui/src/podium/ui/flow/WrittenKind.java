// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/** What a YAML text says that its object is. */
record WrittenKind(String apiVersion, String kind) {
    private static final Pattern VERSION = Pattern.compile("(?m)^apiVersion: *[\"']?([\\w./-]+)");
    private static final Pattern KIND = Pattern.compile("(?m)^kind: *[\"']?(\\w+)");

    /** Empty: it says one of them not. */
    static Optional<WrittenKind> of(String text) {
        Matcher version = VERSION.matcher(text);
        Matcher kind = KIND.matcher(text);
        return version.find() && kind.find()
                ? Optional.of(new WrittenKind(first(version), first(kind)))
                : Optional.empty();
    }

    private static String first(Matcher matched) {
        @Nullable String found = matched.group(1);
        return found == null ? "" : found;
    }
}
