// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import podium.ui.table.Column.Form;

class ColumnTest {
    private record Line(String name, @Nullable Integer number) {}

    private static final List<Column<Line, ?>> COLUMNS = List.of(
            Column.text("name", "name", 100, Form.NAME, Line::name),
            Column.count("number", "number", 50, Line::number));

    @Test
    void whatIsNotKnownIsEmptyAndSortsLastInBothDirections() {
        List<Line> lines = new ArrayList<>(List.of(new Line("a", null), new Line("b", 2), new Line("c", 1)));
        lines.sort((a, b) -> COLUMNS.get(1).compare(a, b, false));
        assertEquals(List.of("c", "b", "a"), lines.stream().map(Line::name).toList());
        lines.sort((a, b) -> COLUMNS.get(1).compare(a, b, true));
        assertEquals(List.of("b", "c", "a"), lines.stream().map(Line::name).toList());
        assertEquals("", COLUMNS.get(1).text(new Line("a", null)));
    }

    @Test
    void sortingAllAtOnceOrdersAsComparingTwoDoes() {
        List<Line> lines = List.of(new Line("a", null), new Line("b", 2), new Line("c", 1), new Line("d", 2));
        Column<Line, ?> number = COLUMNS.get(1);
        Comparator<Line> tie = Comparator.comparing(Line::name);
        for (boolean descending : new boolean[] {false, true}) {
            List<Line> one = new ArrayList<>(lines);
            Comparator<Line> two = (a, b) -> number.compare(a, b, descending);
            one.sort(two.thenComparing(tie));
            assertEquals(one, number.sorted(lines, descending, tie));
        }
    }

    @Test
    void aNumberSortsAsANumberThoughItIsShownAsText() {
        assertTrue(COLUMNS.get(1).compare(new Line("", 9), new Line("", 10), false) < 0);
    }

    @Test
    void namesSortByTheNumbersInThemAndWhateverTheirCase() {
        List<Line> lines = List.of(new Line("n10", 1), new Line("N2", 1), new Line("n1", 1));
        List<Line> sorted = COLUMNS.getFirst().sorted(lines, false, Comparator.comparing(Line::name));
        assertEquals(List.of("n1", "N2", "n10"), sorted.stream().map(Line::name).toList());
    }

    @Test
    void textOfAClusterIsShownSafe() {
        assertFalse(COLUMNS.get(0).text(new Line("evil\u202ename", 1)).contains("\u202e"));
    }

    @Test
    void aClickTurnsTheDirectionAndAnotherColumnStartsUpwards() {
        SortOrder first = SortOrder.click(Optional.empty(), "name");
        SortOrder second = SortOrder.click(Optional.of(first), "name");
        assertEquals(new SortOrder("name", false), first);
        assertEquals(new SortOrder("name", true), second);
        assertEquals(new SortOrder("name", false), SortOrder.click(Optional.of(second), "name"));
        assertEquals(new SortOrder("number", false), SortOrder.click(Optional.of(second), "number"));
    }

    @Test
    void csvHasTheColumnsOfTheTable() {
        assertEquals(
                "name,number\r\nn1,8\r\n\"a,\"\"b\"\"\",\r\n",
                Csv.write(COLUMNS, List.of(new Line("n1", 8), new Line("a,\"b\"", null))));
    }

    @Test
    void csvHandsNoFormulaToASpreadsheet() {
        String csv = Csv.write(COLUMNS, List.of(new Line("=cmd|' /C calc'!A0", 1)));
        assertTrue(csv.contains("'=cmd"), csv);
    }

    @Test
    void numbersAndTimesInCsvAreForPrograms() {
        assertEquals("name,number\r\nn,12345\r\n", Csv.write(COLUMNS, List.of(new Line("n", 12345))));
        assertEquals("name,number\r\nn,-10\r\n", Csv.write(COLUMNS, List.of(new Line("n", -10))));
        Instant noon = Instant.parse("2026-11-27T12:00:00Z");
        List<Column<Line, ?>> age = List.of(
                Column.<Line, Instant>of("age", "age", 9, Form.NUMBER, line -> noon, at -> "2\u202fh"),
                Column.<Line, Duration>of(
                        "took", "took", 9, Form.NUMBER, line -> Duration.ofMinutes(2), span -> "2\u202fmin"),
                Column.<Line, String>of("held", "held", 9, Form.NUMBER, line -> "", text -> "1\u202f000 slices"));
        assertEquals(
                "age since (UTC),took (s),held\r\n2026-11-27T12:00:00Z,120.0,1000 slices\r\n",
                Csv.write(age, List.of(new Line("n", 1))));
    }
}
