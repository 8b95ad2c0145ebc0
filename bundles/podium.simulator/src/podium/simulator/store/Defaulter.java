// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Fills in what may be left out of an object. Applied to all that is stored, whoever stores it: an object that lacked them would get
 * them with the first write through the API, which would look as if that write had changed them. Any thread.
 */
@FunctionalInterface
public interface Defaulter {

    /** Fills in nothing. */
    Defaulter NONE = (type, object) -> {};

    /** Changes the object; must change nothing the second time. */
    void fill(ResourceType type, ObjectNode object);
}
