// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One of the pod templates of an owner.
 *
 * @param role what its owner calls these pods: the replicated job, replica type or worker group
 * @param podSpec JSON pointer to the pod spec
 * @param pods how many pods the owner makes of it
 * @param guard JSON pointer to what names it; empty: its place in the object does. An element of a list is written to only while
 *     its name is the one that was read.
 */
record Template(String role, String podSpec, int pods, String guard) {
    /** A template that lies at a place of its own. */
    static Template at(String role, String podSpec, int pods) {
        return new Template(role, podSpec, pods, "");
    }

    /** The pod spec in its owner. */
    JsonNode spec(JsonNode owner) {
        return owner.at(JsonPointer.compile(podSpec));
    }
}
