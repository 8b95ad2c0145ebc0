// SPDX-License-Identifier: Apache-2.0
package podium.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.ui.jobs.Grouping;
import podium.ui.table.Sort;

class ViewStateTest {
    @Test
    void whatWasKeptComesBack() {
        Map<String, String> saved = new HashMap<>();
        new ViewState(saved).put("sort", new Sort("age", true).text());
        assertEquals(Optional.of(new Sort("age", true)), new ViewState(saved).get("sort", Sort::parse));
        new ViewState(saved).put("sort", new Sort("age", false).text());
        assertEquals(Optional.of(new Sort("age", false)), new ViewState(saved).get("sort", Sort::parse));
    }

    @Test
    void aBrokenWordCountsAsAbsent() {
        ViewState state = new ViewState(Map.of("group", "BY_MOON", "sort", "?"));
        assertEquals(Optional.empty(), state.get("group", Grouping::valueOf));
        assertEquals(Optional.empty(), state.get("sort", Sort::parse));
        assertEquals(Optional.empty(), state.get("never kept", String::valueOf));
    }

    @Test
    void aSortWithoutADirectionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Sort.parse("age"));
        assertThrows(IllegalArgumentException.class, () -> Sort.parse(""));
    }
}
