// SPDX-License-Identifier: Apache-2.0
package podium.ui.selection;

/** A part that lists operations. UI thread. */
public interface RevealsOperation {
    /** Selects the row of an operation. */
    void revealOperation(String id);
}
