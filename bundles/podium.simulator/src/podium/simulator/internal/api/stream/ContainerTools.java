// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** The programs in a container that tell the truth of the simulation. Called on the thread of the shell. */
@FunctionalInterface
public interface ContainerTools {
    /** None. */
    ContainerTools NONE = (pod, name, arguments) -> Optional.empty();

    /**
     * What a program prints.
     *
     * @param pod whose container it runs in
     * @param name of the program, without its folder
     * @param arguments what follows the name
     * @return empty when the container has no such program
     */
    Optional<String> run(JsonNode pod, String name, List<String> arguments);
}
