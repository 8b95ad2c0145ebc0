// SPDX-License-Identifier: Apache-2.0
package podium.ui.enablement;

import podium.ui.toolkit.Icon;

/** Something an operator can do, as it is shown. */
public interface PresentableAction {
    /**
     * How it is shown.
     *
     * @param words on buttons and in menus
     * @param key that does it; empty: none
     * @param meaning what it does, in a sentence
     */
    record Presentation(String words, Icon icon, String key, String meaning) {}

    Presentation presentation();

    /** On buttons and in menus. */
    default String words() {
        return presentation().words();
    }

    default Icon icon() {
        return presentation().icon();
    }

    /** The key that does it; empty: none. */
    default String key() {
        return presentation().key();
    }

    /** What it does, in a sentence. */
    default String meaning() {
        return presentation().meaning();
    }
}
