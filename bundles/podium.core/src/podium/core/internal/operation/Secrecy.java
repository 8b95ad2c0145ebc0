// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import java.util.List;
import java.util.stream.Stream;
import podium.core.operation.Plan;

/** Keeps the bodies of Secrets out of the journal: an operation that writes one is refused as a whole. */
final class Secrecy {
    private Secrecy() {}

    static List<String> problems(Plan plan) {
        boolean secret = Stream.concat(plan.steps().stream(), plan.undo().stream())
                .flatMap(step -> Ledger.writes(step).stream())
                .anyMatch(write -> write.write().target().resource().equals("secrets")
                        || write.undo()
                                .filter(undo -> undo.target().resource().equals("secrets"))
                                .isPresent());
        return secret ? List.of("Podium writes no Secrets: their bodies would be in its journal.") : List.of();
    }
}
