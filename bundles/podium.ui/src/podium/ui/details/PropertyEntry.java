// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.util.Optional;
import podium.ui.table.StateIcon;

/** Something known of a thing: a label and its value, with an icon where it is a state. */
public record PropertyEntry(String label, String value, Optional<StateIcon> mark) {
    public static PropertyEntry of(String label, String value) {
        return new PropertyEntry(label, value, Optional.empty());
    }
}
