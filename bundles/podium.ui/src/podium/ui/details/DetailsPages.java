// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

/** The part that shows pages of what is selected. UI thread. */
public interface DetailsPages {
    /**
     * Brings a page to the front.
     *
     * @param id of the page; where what is selected has none of that id, the first one comes
     */
    void open(String id);
}
