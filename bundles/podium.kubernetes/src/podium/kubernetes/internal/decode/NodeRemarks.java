// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import podium.kubernetes.internal.json.JsonTree;
import podium.model.value.NodeRemark;

/**
 * What people wrote on a node: annotations whose key says that they do, with a text of several words. No tool is known by its name here,
 * since every team has a key of its own.
 */
final class NodeRemarks {
    private static final Set<String> WORDS =
            Set.of("reason", "reasons", "note", "notes", "comment", "comments", "maintenance", "ticket", "tickets");
    private static final int MOST = 5;
    private static final int LONGEST = 300;

    private NodeRemarks() {}

    static List<NodeRemark> of(JsonTree annotations) {
        List<NodeRemark> remarks = new ArrayList<>();
        annotations.fields((key, value) -> {
            String words = value.text().strip();
            if (isRemark(key, words)) {
                remarks.add(new NodeRemark(
                        key, words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "\u2026"));
            }
        });
        remarks.sort(Comparator.comparing(NodeRemark::key));
        return remarks.subList(0, Math.min(MOST, remarks.size()));
    }

    /** A ticket may be one word; everything else of one word is a machine's. */
    private static boolean isRemark(String key, String words) {
        List<String> said = words(key.substring(key.indexOf('/') + 1));
        return said.stream().anyMatch(WORDS::contains)
                && !words.isEmpty()
                && "{[".indexOf(words.charAt(0)) < 0
                && (words.chars().anyMatch(Character::isWhitespace)
                        || said.getLast().startsWith("ticket"));
    }

    /** "cordon-reason" and "cordonReason" are the words cordon and reason; "annotation" has no note in it. */
    private static List<String> words(String name) {
        return Arrays.stream(name.split("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
