// SPDX-License-Identifier: Apache-2.0
package podium.placement;

/** Whether something fits on a target; the best answer comes first. */
public enum Fit {
    FITS,
    /** Fits after something the reason names, a cordon lifted or a restart, or if something holds that is not known here. */
    FITS_IF,
    /** Fits only because others are evicted for it: they are killed, and nobody can take that back. */
    EVICTS,
    DOES_NOT_FIT,
    /**
     * Whatever room there is, to place it there is refused: a rule protects the node or the namespace, a freeze window is open, somebody
     * else holds the pod, or it is of a kind that stays where it is.
     */
    REFUSED;

    /** True where it can be placed, with whatever follows. */
    public boolean takes() {
        return this != DOES_NOT_FIT && this != REFUSED;
    }
}
