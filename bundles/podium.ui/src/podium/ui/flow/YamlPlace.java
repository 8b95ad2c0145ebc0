// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What is being written at a place of a YAML text in blocks: the name of a field, or the value behind one.
 *
 * @param above names from the object down to what holds it; of a value, to the field itself
 * @param beside names that are in the same mapping already
 * @param value whether it is the value of a field
 * @param item whether what is written is in a list
 * @param key what the field {@code key} says beside the list that holds it; empty: there is none above the list
 * @param named whether a colon stands behind it already
 * @param indent columns before the name
 * @param typed what is there before the place
 * @param from where that begins
 * @param to where the word ends that the place is in
 */
record YamlPlace(
        List<String> above,
        Set<String> beside,
        boolean value,
        boolean item,
        Optional<String> key,
        boolean named,
        int indent,
        String typed,
        int from,
        int to) {
    private static final String LEAD = "([ ]*(?:- +)*)";
    private static final Pattern KEY = Pattern.compile(LEAD + "[\"']?([\\w./$-]+)[\"']?:(?:\\s.*)?");
    private static final Pattern NAME = Pattern.compile(LEAD + "([\"']?(?:[\\w$][\\w./$-]*)?)");
    private static final Pattern VALUE = Pattern.compile(LEAD + "[\"']?([\\w$][\\w./$-]*)[\"']?: +([\"']?[\\w./-]*)");
    private static final Pattern REST = Pattern.compile("[\"']?[\\w./$-]*[\"']?");
    private static final Pattern KEY_FIELD = Pattern.compile(LEAD + "key: *[\"']?([\\w./-]+)[\"']?\\s*");

    /** Empty: what is written there is neither, such as a comment or a text of several words. */
    static Optional<YamlPlace> of(String text, int offset) {
        int begin = text.lastIndexOf('\n', offset - 1) + 1;
        int end = text.indexOf('\n', offset);
        String before = text.substring(begin, offset);
        String after = text.substring(offset, end < 0 ? text.length() : end);
        Matcher rest = REST.matcher(after);
        int to = rest.lookingAt() ? offset + rest.end() : offset;
        boolean named = after.substring(to - offset).startsWith(":");
        Matcher value = VALUE.matcher(before);
        Matcher name = NAME.matcher(before);
        boolean isValue = value.matches();
        if (!isValue && !name.matches()) {
            return Optional.empty();
        }
        List<String> upwards =
                text.substring(0, Math.max(0, begin - 1)).lines().toList().reversed();
        String lead = group(isValue ? value : name, 1);
        String typed = isValue ? group(value, 3) : group(name, 2);
        Set<String> beside = new HashSet<>();
        boolean item = lead.contains("-");
        if (!item) {
            item = collect(upwards, lead.length(), true, beside);
        }
        collect(end < 0 ? List.of() : text.substring(end + 1).lines().toList(), lead.length(), false, beside);
        List<String> above = above(upwards, lead.length());
        if (isValue) {
            above.add(group(value, 2));
        }
        Optional<String> key =
                isValue || above.isEmpty() ? Optional.empty() : key(upwards, above.getLast(), lead.length());
        return Optional.of(new YamlPlace(
                above,
                beside,
                isValue,
                item,
                key,
                named,
                lead.length(),
                typed.replaceFirst("^[\"']", ""),
                offset - typed.length(),
                to));
    }

    private static List<String> above(List<String> upwards, int indent) {
        List<String> path = new ArrayList<>();
        int least = indent;
        for (String line : upwards) {
            Matcher key = KEY.matcher(line);
            if (key.matches() && group(key, 1).length() < least) {
                least = group(key, 1).length();
                path.addFirst(group(key, 2));
            }
        }
        return path;
    }

    /** What {@code key} says beside the field that holds the place. */
    private static Optional<String> key(List<String> upwards, String holder, int indent) {
        int column = -1;
        for (String line : upwards) {
            Matcher name = KEY.matcher(line);
            Matcher key = KEY_FIELD.matcher(line);
            if (column < 0
                    && name.matches()
                    && group(name, 1).length() <= indent
                    && group(name, 2).equals(holder)) {
                column = group(name, 1).length();
            } else if (column >= 0 && key.matches() && group(key, 1).length() == column) {
                return Optional.of(group(key, 2));
            } else if (column >= 0 && name.matches() && group(name, 1).length() < column) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Adds the names of the same mapping, on one side; whether an item of a list begins there. */
    private static boolean collect(List<String> lines, int indent, boolean up, Set<String> names) {
        for (String line : lines) {
            Matcher key = KEY.matcher(line);
            if (!key.matches() || group(key, 1).length() > indent) {
                continue;
            }
            String lead = group(key, 1);
            boolean begins = lead.contains("-");
            if (lead.length() < indent || begins && !up) {
                return false;
            }
            names.add(group(key, 2));
            if (begins) {
                return true;
            }
        }
        return false;
    }

    private static String group(Matcher matched, int number) {
        @Nullable String found = matched.group(number);
        return found == null ? "" : found;
    }
}
