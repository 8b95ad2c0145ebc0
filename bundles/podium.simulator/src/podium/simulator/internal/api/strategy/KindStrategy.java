// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.strategy;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What one kind demands. Objects given to defaults and prepare methods may be changed. */
public interface KindStrategy {

    /** A kind that demands nothing. */
    KindStrategy NONE = new KindStrategy() {};

    /** Fills in what a client may leave out. Called for every write, so it must change nothing the second time. */
    default void defaults(ObjectNode object) {}

    /** Makes what the server decides at creation; the uid is set. */
    default void prepareCreate(ObjectNode object) {}

    /** Puts back what an update may not touch. */
    default void prepareUpdate(ObjectNode object, ObjectNode before) {}

    /** Finds the faults of an object. */
    default void validate(ObjectNode object, FieldErrors problems) {}

    /** Finds the faults of a new object that an existing one may have. */
    default void validateCreate(ObjectNode object, FieldErrors problems) {}

    /** Finds what may not change. */
    default void validateUpdate(ObjectNode object, ObjectNode before, FieldErrors problems) {}
}
