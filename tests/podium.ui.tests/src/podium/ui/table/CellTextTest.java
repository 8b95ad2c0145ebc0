// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.text.NodeNames;
import podium.ui.table.Column.Form;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;

/** In a narrow cell what matters less gives way first. */
class CellTextTest {
    /** Pixels of a letter. */
    private static final int LETTER = 6;

    private static final int DOTS = '\u2026';

    private static final ToIntFunction<String> MEASURE = text -> LETTER * text.length();
    private static final StateIcon SIGN = new StateIcon(Icon.PRODUCTION, Name.WARNING);
    private static final Brief MARKED = new Brief("ai-factory", "", Optional.of(SIGN));
    private static final Brief DEVICE = new Brief("0  llm-70b-pretrain", "0", Optional.empty());

    private static CellText fit(String text, Brief brief, Form form, int width) {
        return CellText.fit(text, brief, form, width, MEASURE);
    }

    @Test
    void twoNodesWhoseMiddleDiffersStayApartInANarrowCell() {
        List<String> all = List.of("l40s-1", "l40s-shared-1", "l40s-2", "a100-mig-single-1", "a100-mig-mixed-1");
        NodeNames names = NodeNames.of(all);
        for (int width = 5; width < 18; width++) {
            int room = LETTER * width;
            Set<String> shown = all.stream()
                    .map(name -> fit(name, Brief.node(names), Form.NAME, room).text())
                    .collect(Collectors.toSet());
            assertEquals(all.size(), shown.size(), shown::toString);
        }
    }

    /** "gp\u2026-n3 6" was gpu-r1-n3, and "gp\u2026-n3 2" was gpu-r4-n3. */
    @Test
    void namesOfAColumnThatDifferInTheirMiddleStayApartWhereTheyAreCut() {
        RowData<String> data = new RowData<>(List.of(Column.text("device", "device", 80, Form.NAME, text -> text)));
        List<String> all = List.of("gpu-r1-n3 6", "gpu-r4-n3 6", "gpu-r1-n3 7", "gpu-r4-n4 4");
        data.set(Rows.of(all, text -> text));
        assertEquals(
                List.of("\u2026r1-n3 6", "\u2026r4-n3 6", "\u2026r1-n3 7", "\u2026r4-n4 4"),
                all.stream()
                        .map(name -> fit(name, Brief.node(data.names(0)), Form.NAME, LETTER * 8)
                                .text())
                        .toList());
    }

    /** "......5" was gpu-r1-n3 5, and "...2l9l6...-vs79l" a pod: the beginning that all share was cut off, and then a second time. */
    @ParameterizedTest
    @MethodSource("columns")
    void aCellHasDotsInOnePlaceAndBeginsWithThemOnlyWhereAllBeginAlike(List<String> all) {
        NodeNames names = NodeNames.of(all);
        for (int width = 6; width < 40; width++) {
            int room = LETTER * width;
            List<String> shown = all.stream()
                    .map(name -> fit(name, Brief.node(names), Form.NAME, room).text())
                    .toList();
            boolean otherwise = told(all, width);
            for (int i = 0; i < all.size(); i++) {
                String cell = shown.get(i);
                assertTrue(cell.length() <= width, cell);
                assertTrue(cell.chars().filter(c -> c == DOTS).count() <= 1, shown::toString);
                String left = all.get(i).substring(0, all.get(i).length() - cell.length() + 1);
                boolean alike = all.stream().allMatch(name -> name.startsWith(left));
                assertTrue(cell.charAt(0) != DOTS || alike || !otherwise, shown::toString);
            }
            assertTrue(!otherwise || Set.copyOf(shown).size() == all.size(), shown::toString);
        }
    }

    /** Whether names cut to so many letters all differ for some number of letters that stay of their beginning. */
    private static boolean told(List<String> all, int most) {
        return IntStream.range(1, most)
                .anyMatch(first -> all.stream()
                                .map(name -> name.length() <= most
                                        ? name
                                        : name.substring(0, first)
                                                + (char) DOTS
                                                + name.substring(name.length() - (most - 1 - first)))
                                .distinct()
                                .count()
                        == all.size());
    }

    static Stream<List<String>> columns() {
        Random random = new Random(12);
        Stream<List<String>> made = Stream.generate(() -> {
                    String common = List.of("", "gpu-", "notebooks/nb-", "students/course-lab-")
                            .get(random.nextInt(4));
                    return random.ints(0, 1_000_000)
                            .mapToObj(number -> common
                                    + Integer.toString(number, 36).repeat(1 + number % 3)
                                    + (number % 2 == 0 ? "-n" + number % 8 : "-pool " + number % 4))
                            .distinct()
                            .limit(1 + random.nextInt(12))
                            .toList();
                })
                .limit(200);
        return Stream.concat(
                Stream.of(
                        List.of("gpu-r1-n3 5", "gpu-r1-n3 6", "gpu-r1-n3 7", "gpu-r2-n4 4"),
                        List.of("a100-mig-single-1 0", "a100-mig-single-1 1", "a100-mig-single-1 2"),
                        List.of("notebooks/nb-rowan-0", "notebooks/nb-cedar-0", "notebooks/nb-birch-0")),
                made);
    }

    @Test
    void aSignStandsForTheWordsThatDoNotFitBesideTheName() {
        String whole = "ai-factory, production";
        assertEquals(new CellText(whole, Optional.empty()), fit(whole, MARKED, Form.NAME, LETTER * whole.length()));
        assertEquals(
                new CellText("ai-factory", Optional.of(SIGN)),
                fit(whole, MARKED, Form.NAME, LETTER * 10 + CellText.SIGN));
        assertEquals(
                new CellText("a\u2026ory", Optional.of(SIGN)),
                fit(whole, MARKED, Form.NAME, LETTER * 5 + CellText.SIGN),
                "the name is cut, and never the sign");
    }

    @Test
    void theWordForAGpuGivesWayToWhoHoldsIt() {
        String whole = "GPU 0  llm-70b-pretrain";
        assertEquals(
                whole, fit(whole, DEVICE, Form.NAME, LETTER * whole.length()).text());
        assertEquals(
                "0  llm-70b-pretrain",
                fit(whole, DEVICE, Form.NAME, LETTER * 19).text());
        assertEquals(
                "0  llm-70\u2026", fit(whole, DEVICE, Form.NAME, LETTER * 10).text());
        assertEquals("0", fit(whole, DEVICE, Form.NAME, LETTER * 2).text(), "the number stays");
    }

    /** "0 chat-8b" stood above "GPU 3 rerank". */
    @Test
    void whereOneOfItsLikeDoesNotFitAllGiveWay() {
        Brief brief = Brief.alike("3  rerank", "3", "GPU 0  chat-8b-long");
        assertEquals(
                "3  rerank", fit("GPU 3  rerank", brief, Form.NAME, LETTER * 18).text());
        assertEquals(
                "GPU 3  rerank",
                fit("GPU 3  rerank", brief, Form.NAME, LETTER * 19).text());
    }

    @Test
    void aSentenceIsCutAtItsEndAndHasNoSign() {
        assertEquals(
                new CellText("it wai\u2026", Optional.empty()),
                fit("it waits here", Brief.NONE, Form.SENTENCE, LETTER * 7));
    }

    @Test
    void aSentenceThatIsSaidInFewerWordsIsSaidSoBeforeItIsCut() {
        Brief brief = new Brief("waiting", "", Optional.empty());
        assertEquals(
                "waiting",
                fit("waiting, snapshot", brief, Form.SENTENCE, LETTER * 8).text());
        assertEquals(
                "waiting, snapshot",
                fit("waiting, snapshot", brief, Form.SENTENCE, LETTER * 17).text());
    }
}
