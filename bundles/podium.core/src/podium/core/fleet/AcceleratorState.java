// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

/** What is known of who holds an accelerator. */
public enum AcceleratorState {
    FREE,
    HELD,
    /** Tasks hold some devices of this node, but no source tells whether this is one of them. */
    UNKNOWN_WHICH,
    /** Nobody holds it, and a taint of its own (KEP-5055) or of its node keeps new tasks off it. */
    TAINTED,
    /** Nobody holds it; the device plugin offers fewer than the node has, and no source tells whether this is one of those it does not. */
    WITHHELD_WHICH,
    /** A source says the device is broken. */
    FAILED,
    /** The node's kubelet does not report: whatever was free may not be. */
    UNKNOWN;

    /** Whether it is known who holds it, or that nobody does. */
    public boolean tellsHolders() {
        return this != UNKNOWN_WHICH && this != UNKNOWN;
    }
}
