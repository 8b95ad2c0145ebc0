// SPDX-License-Identifier: Apache-2.0
package podium.journeys.views;

import podium.core.change.Change;

/** One step of a history. */
sealed interface Step {
    /** A source says this of a cluster; the views hear of it at the next {@link Look}. */
    record Say(String cluster, Change change) implements Step {}

    /** The views are told what has changed, and somebody looks at them. */
    record Look() implements Step {}

    /** The connection to a cluster is closed. */
    record Close(String cluster) implements Step {}

    /** The connection that was closed last has something left to say, which concerns nobody any more. */
    record Late(String cluster, Change change) implements Step {}

    /**
     * It is opened again, as the same person or another, and all that this person may see is told.
     *
     * @param seed of the order in which it is told, and of what is hidden
     */
    record Open(String cluster, long seed, boolean sameSight) implements Step {}
}
