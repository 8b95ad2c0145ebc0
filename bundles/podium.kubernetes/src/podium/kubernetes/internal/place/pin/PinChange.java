// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.kubernetes.internal.json.Trees;
import podium.operation.plan.Step;

/** A change of all templates of an owner, such as a pin, and its inverse. */
public interface PinChange {
    /** True when all of them are so already. */
    boolean isThere();

    /** The write that makes the change. */
    ApiWrite forward();

    /** The write that reverts it. */
    ApiWrite back();

    default Step.Write write() {
        return new Step.Write(forward(), Optional.of(back()));
    }

    default Step.Write undo() {
        return new Step.Write(back(), Optional.of(forward()));
    }

    /** True when it takes something out besides what it puts in. */
    default boolean removes() {
        return false;
    }

    /** The tests that the change makes, or its inverse: nothing is stopped for a change that will be refused. */
    default ArrayNode tests(boolean inverse) throws IOException {
        ApiWrite write = (inverse ? undo() : write()).write();
        ArrayNode tests = Trees.array();
        if (write.verb() == ApiWrite.Verb.JSON_PATCH) {
            for (JsonNode operation : Trees.read(write.body())) {
                // annotations change all the time, by our own claim of the object too
                if (operation.path("op").asText().equals("test")
                        && !operation.path("path").asText().startsWith("/metadata/annotations")) {
                    tests.add(operation);
                }
            }
        }
        return tests;
    }
}
