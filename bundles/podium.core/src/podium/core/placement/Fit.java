// SPDX-License-Identifier: Apache-2.0
package podium.core.placement;

/** Whether something fits. */
public enum Fit {
    FITS,
    /** Fits after something the reason names: a cordon lifted, a restart, a preemption. */
    FITS_IF,
    DOES_NOT_FIT
}
