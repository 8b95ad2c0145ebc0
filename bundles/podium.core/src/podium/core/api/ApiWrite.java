// SPDX-License-Identifier: Apache-2.0
package podium.core.api;

import java.util.Optional;

/**
 * One write to the API, whole: what a preview shows is what is sent.
 *
 * @param subresource status, eviction, scale ...; empty: the object itself
 * @param body JSON; for EVICT the writer builds it
 * @param uid precondition: refuse when the object is another one by now
 * @param resourceVersion precondition: refuse when it changed since it was read
 * @param words what it does, for the operator
 */
public record ApiWrite(
        Verb verb,
        ObjectRef target,
        String subresource,
        String body,
        Optional<String> uid,
        Optional<String> resourceVersion,
        String words) {

    /** How it is sent. */
    public enum Verb {
        CREATE,
        /** application/merge-patch+json (RFC 7396). */
        MERGE_PATCH,
        /** application/json-patch+json (RFC 6902). */
        JSON_PATCH,
        /** application/strategic-merge-patch+json. */
        STRATEGIC_PATCH,
        DELETE,
        /** POST to pods/eviction, policy/v1. */
        EVICT;

        /** Whether it changes parts of an object that is there. */
        public boolean isPatch() {
            return this == MERGE_PATCH || this == JSON_PATCH || this == STRATEGIC_PATCH;
        }
    }

    /** The same with another body. */
    public ApiWrite withBody(String other) {
        return new ApiWrite(verb, target, subresource, other, uid, resourceVersion, words);
    }
}
