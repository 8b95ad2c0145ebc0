// SPDX-License-Identifier: Apache-2.0
package podium.operation.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * YAML for people, as Podium writes it (block style), without its secrets; by lines, since what is shown of an object is often no
 * whole document. One use, one thread.
 */
public final class YamlRedaction {
    private static final Pattern LINE =
            Pattern.compile("(\\s*)((?:- )*)(?:(\"[^\"]*\"|'[^']*'|[^\\s\"':#][^:#]*?):(?: (.*))?|(.*))");
    private static final int NONE = -1;

    private final List<String> lines = new ArrayList<>();
    /** Where the list of variables begins that the line is in. */
    private int env = NONE;
    /** Where the names of variables begin, where they are a map; open while its first line is to come. */
    private int names = NONE;

    private boolean first;
    /** What is indented more than this goes on with a secret. */
    private int secret = NONE;

    private boolean follows;

    private YamlRedaction() {}

    /** The text without the secrets. */
    public static String of(String yaml) {
        if (yaml.isEmpty()) {
            return yaml;
        }
        YamlRedaction redaction = new YamlRedaction();
        yaml.lines().forEach(redaction::take);
        return String.join("\n", redaction.lines) + (yaml.endsWith("\n") ? "\n" : "");
    }

    private void take(String line) {
        Matcher parts = LINE.matcher(line);
        if (line.isBlank() || !parts.matches()) {
            if (secret == NONE) {
                lines.add(line);
            }
            return;
        }
        int indent = parts.group(1).length();
        boolean item = !parts.group(2).isEmpty();
        if (secret != NONE && indent > secret) {
            return;
        }
        secret = NONE;
        if (env != NONE && (indent < env || indent == env && !item)) {
            env = NONE;
            names = NONE;
        }
        if (first) {
            names = env != NONE && !item && indent > env ? indent : NONE;
            first = false;
        }
        String key = parts.group(3) == null ? "" : parts.group(3).replaceAll("^[\"']|[\"']$", "");
        String value = parts.group(3) == null ? parts.group(5) : parts.group(4) == null ? "" : parts.group(4);
        boolean flagged = follows && key.isEmpty();
        follows = item && key.isEmpty() && SecretHeuristics.isFlag(value.replaceAll("^[\"']|[\"']$", ""));
        if (key.equals("env") && value.isEmpty()) {
            env = indent + parts.group(2).length();
            first = true;
        }
        boolean variable = env != NONE && names == indent && !key.isEmpty();
        boolean hidden = !value.isEmpty() && (flagged || variable || isSecret(key, value));
        if (hidden) {
            secret = indent;
            lines.add(line.substring(0, line.length() - value.length()) + SecretHeuristics.MARK);
        } else {
            lines.add(line);
        }
    }

    private boolean isSecret(String key, String value) {
        return env != NONE && key.equals("value")
                || SecretHeuristics.isSecretName(key) && !value.matches("true|false|null|\\{}|\\[]")
                || SecretHeuristics.isSecret(value)
                || SecretHeuristics.isSecret(key)
                || SecretHeuristics.holdsObject(key + value);
    }
}
