// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What a YAML text says that its object is.
 *
 * @param namespace empty: it says none
 */
record WrittenKind(String apiVersion, String kind, String namespace) {
    private static final Pattern VERSION = Pattern.compile("(?m)^[\"']?apiVersion[\"']?: *[\"']?([\\w./-]+)");
    private static final Pattern KIND = Pattern.compile("(?m)^[\"']?kind[\"']?: *[\"']?(\\w+)");

    private static final Pattern NAMESPACE = Pattern.compile(
            "(?m)^[\"']?metadata[\"']?:(?: *\\n +.*)*? *\\n {1,3}[\"']?namespace[\"']?: *[\"']?([\\w-]+)");

    /** Empty: it says one of them not. */
    static Optional<WrittenKind> of(String text) {
        Matcher version = VERSION.matcher(text);
        Matcher kind = KIND.matcher(text);
        Matcher namespace = NAMESPACE.matcher(text);
        return version.find() && kind.find()
                ? Optional.of(new WrittenKind(first(version), first(kind), namespace.find() ? first(namespace) : ""))
                : Optional.empty();
    }

    private static String first(Matcher matched) {
        @Nullable String found = matched.group(1);
        return found == null ? "" : found;
    }
}
