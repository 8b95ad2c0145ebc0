// SPDX-License-Identifier: Apache-2.0
package podium.ui.act;

import podium.ui.kit.Icon;

/** What an operator can do to the accelerators of a node. */
public enum DeviceAct {
    CORDON(
            "Cordon this GPU\u2026",
            Icon.CORDONED,
            "G",
            "Take the selected GPU out of service, as far as the cluster can"),
    PARTITION("Re-partition GPUs\u2026", Icon.SLICE, "I", "Cut the GPUs of the selected node into other MIG instances");

    private final String words;
    private final Icon icon;
    private final String key;
    private final String meaning;

    DeviceAct(String words, Icon icon, String key, String meaning) {
        this.words = words;
        this.icon = icon;
        this.key = key;
        this.meaning = meaning;
    }

    /** In menus. */
    public String words() {
        return words;
    }

    public Icon icon() {
        return icon;
    }

    /** The key that does it. */
    public String key() {
        return key;
    }

    /** What it does, in a sentence. */
    public String meaning() {
        return meaning;
    }
}
