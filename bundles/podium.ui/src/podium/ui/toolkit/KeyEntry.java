// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

/** A part that a key for it enters elsewhere than where it has the focus: at what is chosen first in it. UI thread. */
public interface KeyEntry {
    /** Gives that the focus, whatever has it in the part. */
    void enterByKey();
}
