// SPDX-License-Identifier: Apache-2.0
package podium.core.change;

/** How far the objects of a kind are known. What is concluded from them is worth no more than that. */
public enum SyncState {
    /** They are still to be listed, or are shown as they were at an earlier time. */
    NOT_YET,
    /** All of them are known. */
    LISTED,
    /** Only those of one namespace are known: the server refuses all others. */
    NARROWED,
    /** They were known, and what has changed since is not. */
    INTERRUPTED,
    /** The server refuses to list them. */
    REFUSED,
    /** The server has no such kind. */
    ABSENT
}
