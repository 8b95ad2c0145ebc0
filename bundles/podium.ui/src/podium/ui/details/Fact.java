// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.util.Optional;
import podium.ui.table.Mark;

/** Something known of a thing: a label and its value, with an icon where it is a state. */
public record Fact(String label, String value, Optional<Mark> mark) {
    public static Fact of(String label, String value) {
        return new Fact(label, value, Optional.empty());
    }
}
