// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.ui.jobs.JobGrouping;
import podium.ui.table.SortOrder;

class ViewStateTest {
    @Test
    void whatWasKeptComesBack() {
        Map<String, String> saved = new HashMap<>();
        new ViewState(saved).put("sort", new SortOrder("age", true).text());
        assertEquals(Optional.of(new SortOrder("age", true)), new ViewState(saved).get("sort", SortOrder::parse));
        new ViewState(saved).put("sort", new SortOrder("age", false).text());
        assertEquals(Optional.of(new SortOrder("age", false)), new ViewState(saved).get("sort", SortOrder::parse));
    }

    @Test
    void aBrokenWordCountsAsAbsent() {
        ViewState state = new ViewState(Map.of("group", "BY_MOON", "sort", "?"));
        assertEquals(Optional.empty(), state.get("group", JobGrouping::valueOf));
        assertEquals(Optional.empty(), state.get("sort", SortOrder::parse));
        assertEquals(Optional.empty(), state.get("never kept", String::valueOf));
    }

    @Test
    void aSortWithoutADirectionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> SortOrder.parse("age"));
        assertThrows(IllegalArgumentException.class, () -> SortOrder.parse(""));
    }
}
