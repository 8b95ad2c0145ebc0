// SPDX-License-Identifier: Apache-2.0
package podium.ui.selection;

/** A part whose rows can be filtered from elsewhere. UI thread. */
public interface Filters {
    /** Types this into the filter of the part, where it is seen and can be changed. */
    void filter(String words);
}
