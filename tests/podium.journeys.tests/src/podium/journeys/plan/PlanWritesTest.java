// SPDX-License-Identifier: Apache-2.0
package podium.journeys.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import podium.operation.plan.Preconditions;

/** What holds for each write of each plan. */
class PlanWritesTest {
    private static List<EveryPlan.Made> all = List.of();

    @BeforeAll
    static void compile() throws IOException {
        all = EveryPlan.all();
    }

    @Test
    void everyWriteNamesWhatItWasPlannedAgainst() {
        List<String> lacking = all.stream()
                .flatMap(made -> Preconditions.lacking(made.plan()).stream().map(what -> made.name() + ": " + what))
                .toList();
        assertEquals("", String.join("\n", lacking));
    }

    @Test
    void everyKindAndEveryActIsAmongThem() {
        Set<String> kinds = all.stream()
                .map(made -> made.name().substring(made.name().lastIndexOf(' ') + 1))
                .collect(Collectors.toSet());
        assertEquals(Set.copyOf(EveryPlan.FIXTURES), kinds);
        Set<String> acts = all.stream().map(made -> made.plan().kind()).collect(Collectors.toSet());
        assertTrue(
                acts.containsAll(Set.of(
                        "place",
                        "hold",
                        "free",
                        "scale",
                        "requeue",
                        "suspend",
                        "resume",
                        "queue",
                        "priority",
                        "delete")),
                acts::toString);
    }
}
