// SPDX-License-Identifier: Apache-2.0
package podium.operation.drain;

import java.util.List;
import podium.model.fleet.Node;
import podium.operation.texts.Texts;

/**
 * Nodes of a drain that are emptied together.
 *
 * @param number from 1
 * @param of how many waves the drain has
 * @param domain the domain all of them lie in; empty: they lie in several, or in none
 */
public record DrainWave(int number, int of, String domain, List<Node> nodes) {
    public DrainWave {
        nodes = List.copyOf(nodes);
    }

    /** "Wave 2 of 5 (rack-a2)"; empty for the only wave. */
    public String words() {
        return of == 1 ? "" : Texts.of("DrainWave.waveOf", number, of, domain.isEmpty() ? "" : " (" + domain + ")");
    }
}
