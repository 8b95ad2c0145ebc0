// SPDX-License-Identifier: Apache-2.0
package podium.core.placement;

/** Whether something fits. */
public enum Fit {
    FITS,
    /** Fits after something the reason names, a cordon lifted or a restart, or if something holds that is not known here. */
    FITS_IF,
    /** Fits only because others are evicted for it: they are killed, and nobody can take that back. */
    EVICTS,
    DOES_NOT_FIT
}
