// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How to delete.
 *
 * @param uid the object must have this uid
 * @param resourceVersion the object must be at this version
 * @param gracePeriodSeconds seconds a pod is given to end; empty means the pod's own
 * @param propagation what happens to the objects it owns
 */
public record DeleteOptions(
        Optional<String> uid,
        Optional<String> resourceVersion,
        OptionalLong gracePeriodSeconds,
        Propagation propagation) {

    /** What happens to owned objects. */
    public enum Propagation {
        /** The object goes at once, its dependents are collected afterwards. */
        BACKGROUND,
        /** The object stays, being deleted, until its dependents are gone. */
        FOREGROUND,
        /** The dependents lose their owner and stay. */
        ORPHAN
    }

    /** The kind's default: background, a pod's own grace. */
    public static DeleteOptions none() {
        return new DeleteOptions(Optional.empty(), Optional.empty(), OptionalLong.empty(), Propagation.BACKGROUND);
    }

    /** At once, without grace. Finalizers still hold the object. */
    public static DeleteOptions now() {
        return none().withGrace(0);
    }

    /** The same, only for the object with this uid. */
    public DeleteOptions withUid(String required) {
        return new DeleteOptions(Optional.of(required), resourceVersion, gracePeriodSeconds, propagation);
    }

    /** The same, with this many seconds of grace. */
    public DeleteOptions withGrace(long seconds) {
        return new DeleteOptions(uid, resourceVersion, OptionalLong.of(seconds), propagation);
    }

    /** The same, with this propagation. */
    public DeleteOptions withPropagation(Propagation wanted) {
        return new DeleteOptions(uid, resourceVersion, gracePeriodSeconds, wanted);
    }
}
