// SPDX-License-Identifier: Apache-2.0
package podium.ui.attention;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;

/**
 * A line of what needs attention: one thing, or several of a kind.
 *
 * @param key stays the same while what it is about does
 * @param words what, where and since when
 * @param things that it is about, which are selected when it is opened
 * @param operation id of the operation that it is about, the first of several; empty: it is about none
 * @param more whether it tells of several, which are seen in a list
 */
public record AttentionLine(
        String key, AttentionKind kind, String words, List<EObject> things, Optional<String> operation, boolean more) {
    public AttentionLine {
        things = List.copyOf(things);
    }
}
