// SPDX-License-Identifier: Apache-2.0
package podium.operation;

import java.util.ArrayList;
import java.util.List;
import podium.operation.texts.Texts;

/**
 * What is protected, rules and production marks, as Podium left it: what is otherwise was changed outside of it, by hand or by another
 * program. Any thread; blocks.
 */
public interface ProtectionMemory {
    /** What is protected now was changed here. */
    void keep();

    /** Records what was changed outside of Podium since, and lets the operator know. */
    void look();

    /** How lines differ, in words. */
    static String difference(List<String> before, List<String> after) {
        String gone = without(before, after);
        String come = without(after, before);
        if (gone.isEmpty()) {
            return come.isEmpty()
                    ? Texts.of("ProtectionMemory.linesReordered")
                    : Texts.of("ProtectionMemory.linesAdded", come);
        }
        return come.isEmpty()
                ? Texts.of("ProtectionMemory.linesRemoved", gone)
                : Texts.of("ProtectionMemory.linesChanged", gone, come);
    }

    private static String without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        rest.removeAll(others);
        return String.join(", ", rest);
    }
}
