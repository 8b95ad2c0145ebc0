// SPDX-License-Identifier: Apache-2.0
package podium.ui.find;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import podium.ui.filter.FilterFields;
import podium.ui.toolkit.FieldProposals.Found;

class FilterProposalsTest {
    private static final FilterFields<String> FIELDS = new FilterFields<String>(row -> row)
            .text("queue", row -> row)
            .number("free", row -> OptionalDouble.empty());
    private static final List<String> QUEUES = List.of("team-b", "team-a", "team-a", "online batch", "");

    private static Found at(String typed) {
        return FilterProposals.at(FIELDS, typed, QUEUES);
    }

    @Test
    void behindTheColonOfATermAreTheValuesThatRowsHave() {
        assertEquals(new Found("queue:", List.of("batch", "online", "team-a", "team-b"), ""), at("queue:"));
        assertEquals(new Found("idle -Queue:", List.of("team-a", "team-b"), ""), at("idle -Queue:TEAM"));
        assertEquals(new Found("queue:team-a,", List.of("team-b"), ""), at("queue:team-a,m-b"));
        assertEquals(new Found("queue:", List.of(), ""), at("queue:team-a"), "it is whole");
    }

    @Test
    void aPlainWordAnUnknownTermAndANumberAreLeftAlone() {
        for (String typed : List.of("", "team", "user:a", "free>=", "queue:a ")) {
            assertEquals(new Found(typed, List.of(), ""), at(typed));
        }
    }
}
