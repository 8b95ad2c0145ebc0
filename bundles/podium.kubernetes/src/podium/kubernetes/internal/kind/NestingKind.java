// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A kind that holds whole objects of other kinds: what is inside is held and pinned as it would be by itself. */
public interface NestingKind extends WorkloadKind {
    /**
     * An object inside.
     *
     * @param pointer where it lies
     * @param times how many of it are there at once
     */
    record Inner(String pointer, int times) {}

    /** What is inside an object. */
    List<Inner> inside(JsonNode owner);
}
