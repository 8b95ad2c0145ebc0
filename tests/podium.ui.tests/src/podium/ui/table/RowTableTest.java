// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.resize.command.ColumnResizeCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.table.Column.Form;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;

class RowTableTest {
    private record Line(String name, int number) {}

    private static final List<Column<Line, ?>> COLUMNS = List.of(
            Column.text("name", "name", 120, Form.NAME, Line::name),
            Column.count("number", "number", 60, Line::number));

    private final Screen screen = Screen.open();
    private final UiFixture stage = new UiFixture(screen.display(), false);
    private final Shell shell = screen.shell(400, 300);
    private final RowTable<Line> table = RowTable.foldingTable(shell, stage.services.theme(), COLUMNS, "Lines");

    @BeforeEach
    void open() {
        shell.setLayout(new FillLayout());
        table.show(rows(1000));
        screen.show(shell);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private static Rows<Line> rows(int count) {
        return new Rows<>(IntStream.range(0, count).mapToObj(RowTableTest::row).toList());
    }

    private static Row<Line> row(int number) {
        return new Row<>("k" + number, new Line("line " + number, number), 0, Fold.NONE);
    }

    private void click(int rowPosition, int modifiers) {
        Rectangle bounds = table.control().getBoundsByPosition(1, rowPosition);
        Screen.click(table.control(), bounds.x + 5, bounds.y + 5, modifiers);
        screen.settle();
    }

    private List<Integer> selected() {
        return table.selection().stream().map(Line::number).toList();
    }

    private int firstInSight() {
        NatTable control = table.control();
        return control.getRowIndexByPosition(1);
    }

    /** After a cluster was opened anew Details showed a job again whose row came a moment later and was not selected. */
    @Test
    void whatIsSelectedBeforeItsRowIsShownIsSelectedOnceItIs() {
        table.show(rows(2));
        table.select(List.of("k1", "k3"));
        assertEquals(List.of(1), selected());
        List<List<Line>> told = new ArrayList<>();
        table.onSelect(told::add);
        table.follow(rows(5));
        assertEquals(List.of(1, 3), selected());
        assertEquals(List.of(), told, "who selected it knows");
        table.select(List.of("k9"));
        click(1, SWT.NONE);
        table.follow(rows(12));
        assertEquals(List.of(0), selected(), "what was selected since counts");
    }

    @Test
    void aColumnOfNumbersIsNeverTooNarrowForThem() {
        RowTable<Line> numbers = RowTable.outline(shell, stage.services.theme(), COLUMNS, "Numbers");
        numbers.show(new Rows<>(List.of(row(1_234_567_890))));
        numbers.widths("100 24");
        shell.layout(true);
        screen.until("the number has room", () -> numbers.control().getBoundsByPosition(1, 1).width > 60);
    }

    /** Node names in the narrow Fleet tree were cut before 40 empty pixels. */
    @Test
    void aNameGoesOnOverTheRoomBeforeANumber() {
        table.control().dispose();
        RowTable<Line> outline = RowTable.outline(
                shell,
                stage.services.theme(),
                List.of(
                        Column.text("name", "name", 60, Form.NAME, Line::name),
                        Column.count("number", "number", 120, Line::number)),
                "Names");
        shell.setSize(220, 200);
        outline.show(new Rows<>(List.of(new Row<>("a", new Line("WWWWWWWWWW", 8), 0, Fold.NONE))));
        shell.layout(true);
        screen.until("it is painted", () -> inked(outline.control()));
    }

    /** It stood at the far edge, behind 900 empty pixels. */
    @Test
    void aNumberInTheColumnThatTakesWhatRoomIsLeftStandsNearTheOthers() {
        Rectangle cell = table.control().getBoundsByPosition(1, 1);
        assertTrue(cell.width > 200, "it takes the rest: " + cell);
        screen.until("it is painted", () -> inked(table.control(), new Rectangle(cell.x, cell.y, 90, cell.height)));
        assertFalse(inked(table.control(), new Rectangle(cell.x + 90, cell.y, 100, cell.height)));
    }

    private boolean inked(NatTable control) {
        Rectangle cell = control.getBoundsByPosition(1, 1);
        return inked(control, new Rectangle(cell.x + 2, cell.y, 10, cell.height));
    }

    private boolean inked(NatTable control, Rectangle cell) {
        screen.settle();
        Image image = new Image(control.getDisplay(), control.getSize().x, control.getSize().y);
        GC gc = new GC(image);
        control.print(gc);
        gc.dispose();
        ImageData data = image.getImageData(100);
        image.dispose();
        int ground = data.getPixel(cell.x + 4, cell.y + 2);
        return IntStream.range(cell.y + 4, cell.y + cell.height - 4)
                .anyMatch(
                        y -> IntStream.range(cell.x, cell.x + cell.width).anyMatch(x -> data.getPixel(x, y) != ground));
    }

    @Test
    void aColumnIsNeverTooNarrowForItsLabel() {
        RowTable<Line> labels = RowTable.table(
                shell,
                stage.services.theme(),
                List.of(
                        Column.text("name", "a label of many words", 30, Form.NAME, Line::name),
                        Column.count("number", "GPUs that are wanted", 30, Line::number),
                        Column.text("why", "why", 60, Form.SENTENCE, Line::name)),
                "Labels");
        labels.show(new Rows<>(List.of(row(1))));
        shell.layout(true);
        screen.until(
                "both labels have room",
                () -> labels.control().getBoundsByPosition(0, 0).width > 100
                        && labels.control().getBoundsByPosition(1, 0).width > 100);
    }

    @Test
    void aTableThatScrollsGivesALongNameRoomOnceAndNotWithoutEnd() {
        for (int length : List.of(60, 3000)) {
            Shell own = screen.shell(568, 32 + RowTable.ROW_HEIGHT * 8);
            own.setLayout(new FillLayout());
            RowTable<Line> users = RowTable.table(
                    own,
                    stage.services.theme(),
                    List.of(
                            Column.text(
                                    "name",
                                    "name",
                                    260,
                                    Form.NAME,
                                    line -> line.number() == 0 ? "x".repeat(length) : "ana"),
                            Column.text("kind", "kind", 110, Form.NAME, line -> "User"),
                            Column.text("roles", "roles", 200, Form.NAME, line -> "view")),
                    "Users");
            users.show(rows(10));
            screen.show(own);
            int[] paints = {0};
            users.control().addListener(SWT.Paint, event -> paints[0]++);
            screen.until("the name has room", () -> users.control().getBoundsByPosition(0, 1).width > 261);
            int[] before = {-1};
            screen.until("it comes to rest", () -> {
                boolean rests = before[0] == paints[0];
                before[0] = paints[0];
                screen.settle();
                return rests;
            });
            own.dispose();
        }
    }

    @Test
    void aNameTakesTheRoomThatOtherWordsLeaveButNotMoreAndNotAgainstTheOperator() {
        RowTable<Line> names = RowTable.table(
                shell,
                stage.services.theme(),
                List.of(
                        Column.text("name", "name", 60, Form.NAME, Line::name),
                        Column.text("why", "why", 60, Form.SENTENCE, line -> "why ".repeat(line.number()))),
                "Names");
        shell.setSize(800, 300);
        names.show(new Rows<>(List.of(new Row<>("l", new Line("a long name ".repeat(30), 1_234_567), 0, Fold.NONE))));
        screen.settle();
        assertEquals(60, names.width(0), "the words of the other one need all there is");
        names.show(new Rows<>(List.of(new Row<>("a", new Line("a-name-of-some-length", 3), 0, Fold.NONE))));
        shell.setSize(900, 300);
        shell.layout(true);
        screen.until("it is whole", () -> names.width(0) > 100);
        assertTrue(names.width(1) > 60, "the rest stays with the other one");
        assertEquals("60", names.widths().split(" ")[0], "what is lent is not kept");
        names.control().doCommand(new ColumnResizeCommand(names.control(), 0, 55));
        names.show(new Rows<>(List.of(new Row<>("b", new Line("another-name-of-more-length", 3), 0, Fold.NONE))));
        screen.settle();
        assertEquals(55, names.width(0));
    }

    /** "with failur..." stood beside a reason of 1,000 pixels, which was cut all the same. */
    @Test
    void aSentenceThatIsCutAnywayGivesWhatMakesShortWordsWhole() {
        RowTable<Line> states = RowTable.table(
                shell,
                stage.services.theme(),
                List.of(
                        Column.text("state", "state", 60, Form.SENTENCE, Line::name),
                        Column.text("job", "job", 60, Form.NAME, line -> "x".repeat(line.number())),
                        Column.text("why", "why", 60, Form.SENTENCE, line -> "why ".repeat(line.number()))),
                "States");
        shell.setSize(800, 300);
        states.show(new Rows<>(List.of(new Row<>("a", new Line("with failures", 300), 0, Fold.NONE))));
        shell.layout(true);
        screen.until("it is whole", () -> states.width(0) > 80);
        assertEquals(60, states.width(1), "a name that is cut all the same gets nothing of it");
        assertTrue(states.width(2) > 200, () -> states.width(2) + " are left");
    }

    /** "10 \u00d7 1/4 GPU, 22 ..." stood beside a column of numbers that took 500 pixels. */
    @Test
    void wordsTakeTheRoomThatNumbersLeaveInTheLastColumn() {
        RowTable<Line> slices = RowTable.table(
                shell,
                stage.services.theme(),
                List.of(
                        Column.text("slices", "slices", 60, Form.SENTENCE, Line::name),
                        Column.count("stranded", "stranded", 60, Line::number)),
                "Slices");
        shell.setSize(800, 300);
        slices.show(new Rows<>(List.of(new Row<>("a", new Line("10 quarters, 22 sevenths", 3), 0, Fold.NONE))));
        shell.layout(true);
        screen.until("they are whole", () -> slices.width(0) > 120);
    }

    @Test
    void noTipComesWhileAButtonIsPressed() {
        Rectangle cell = table.control().getBoundsByPosition(0, 2);
        RowTooltip tip = new RowTooltip(table.control(), stage.services.theme(), (_, _, _) -> "all of it", row -> "");
        tip.attach();
        assertTrue(tip.shouldCreateToolTip(mouse(SWT.MouseMove, cell, SWT.NONE)));
        mouse(SWT.MouseDown, cell, SWT.NONE);
        assertFalse(tip.shouldCreateToolTip(mouse(SWT.MouseHover, cell, SWT.NONE)), "a drag may begin");
        assertFalse(tip.shouldCreateToolTip(mouse(SWT.MouseMove, cell, SWT.BUTTON1)));
        assertTrue(
                tip.shouldCreateToolTip(mouse(SWT.MouseMove, cell, SWT.NONE)),
                "a drag of the system takes the release");
    }

    /** It was one line, wider than the screen, and cut there. */
    @Test
    void aLongTipIsWrapped() {
        Rectangle cell = table.control().getBoundsByPosition(0, 2);
        String words = "llm-70b-pretrain loses 2 112.0 GPU-hours, ".repeat(20);
        RowTooltip tip = new RowTooltip(table.control(), stage.services.theme(), (_, _, _) -> words, row -> "");
        String said = tip.getText(mouse(SWT.MouseMove, cell, SWT.NONE));
        assertTrue(said.lines().count() > 4, said);
        assertEquals(words.strip(), said.replace('\n', ' ').strip());
    }

    @Test
    void aTipGoesWhenAnotherRowComesBelowThePointer() {
        table.show(new Rows<>(List.of(row(1), row(2), row(3))));
        table.tip(line -> "number " + line.number());
        Rectangle cell = table.control().getBoundsByPosition(0, 2);
        mouse(SWT.MouseMove, cell, SWT.NONE);
        mouse(SWT.MouseHover, cell, SWT.NONE);
        screen.until("the tip is there", () -> tips() == 1);
        table.show(new Rows<>(List.of(row(2), row(2), row(4))));
        screen.settle();
        assertEquals(1, tips(), "the same row");
        table.show(new Rows<>(List.of(row(1), row(3), row(4))));
        screen.until("another row is below the pointer", () -> tips() == 0);
    }

    @Test
    void aTipSaysWhatItsColumnHasBesides() {
        RowTable<Line> dated = RowTable.table(
                shell,
                stage.services.theme(),
                List.of(Column.<Line>text("age", "age", 60, Form.NUMBER, line -> "12 d")
                        .telling(line -> "2026-11-17")),
                "Dated");
        assertEquals("", dated.tipText(0, 0, 400), "nothing of no row");
        dated.show(new Rows<>(List.of(row(1))));
        assertEquals("2026-11-17", dated.tipText(0, 0, 400));
        dated.tip(line -> "of the row");
        assertEquals("of the row", dated.tipText(0, 0, 400));
    }

    @Test
    void aTipGoesWhenAMenuADialogOrAPartIsOpenedByKeys() {
        table.show(new Rows<>(List.of(row(1), row(2), row(3))));
        table.tip(line -> "number " + line.number());
        Shell shell = table.control().getShell();
        List<Runnable> opened = List.of(
                () -> new Menu(shell, SWT.POP_UP).notifyListeners(SWT.Show, new Event()),
                () -> shell.notifyListeners(SWT.Deactivate, new Event()),
                () -> shell.notifyListeners(SWT.KeyUp, new Event()));
        for (int i = 0; i < opened.size(); i++) {
            Rectangle cell = table.control().getBoundsByPosition(0, 1 + i);
            mouse(SWT.MouseMove, cell, SWT.NONE);
            mouse(SWT.MouseHover, cell, SWT.NONE);
            screen.until("the tip is there", () -> tips() == 1);
            opened.get(i).run();
            assertEquals(0, tips(), "opened in way " + i);
        }
    }

    @Test
    void whatIsSeenWholeIsNotSaidAgainByATip() {
        Rows.Row<Line> row = row(1);
        Column<Line, ?> name = table.columns().getFirst();
        assertEquals("", CellText.cut(table.control(), name, row, 400));
        assertEquals(name.text(row.item()), CellText.cut(table.control(), name, row, 10));
        mouse(SWT.MouseMove, table.control().getBoundsByPosition(0, 2), SWT.NONE);
        mouse(SWT.MouseHover, table.control().getBoundsByPosition(0, 2), SWT.NONE);
        screen.settle();
        assertEquals(0, tips());
    }

    private long tips() {
        return java.util.Arrays.stream(table.control().getShell().getShells())
                .filter(it -> it.isVisible() && (it.getStyle() & SWT.TOOL) != 0)
                .count();
    }

    private Event mouse(int type, Rectangle at, int state) {
        Event event = new Event();
        event.type = type;
        event.widget = table.control();
        event.button = type == SWT.MouseDown ? 1 : 0;
        event.x = at.x + 5;
        event.y = at.y + 5;
        event.stateMask = state;
        table.control().notifyListeners(type, event);
        return event;
    }

    @Test
    void aTipHasTheColoursOfTheTheme() {
        Theme theme = stage.services.theme();
        Rectangle place = table.control().getBoundsByPosition(1, 2);
        Event event = new Event();
        event.widget = table.control();
        event.x = place.x + 5;
        event.y = place.y + 5;
        Composite tip = new RowTooltip(table.control(), theme, (_, _, _) -> "all of it", row -> "")
                .createToolTipContentArea(event, shell);
        for (boolean dark : List.of(true, false)) {
            theme.palette().use(dark);
            assertEquals(theme.color(Name.RAISED), tip.getBackground());
            assertEquals(theme.color(Name.TEXT), tip.getForeground());
        }
    }

    @Test
    void aClickSelectsTheRowAndTellsWhoListens() {
        List<List<Line>> heard = new ArrayList<>();
        table.onSelect(heard::add);
        click(3, SWT.NONE);
        assertEquals(List.of(2), selected());
        assertEquals(List.of(2), heard.getLast().stream().map(Line::number).toList());
    }

    @Test
    void clicksWithControlAddAndWithShiftExtend() {
        click(2, SWT.NONE);
        click(4, SWT.MOD1);
        assertEquals(List.of(1, 3), selected());
        click(2, SWT.NONE);
        click(5, SWT.MOD2);
        assertEquals(List.of(1, 2, 3, 4), selected());
    }

    @Test
    void theSelectionStaysWithItsRowsWhenTheyMove() {
        table.select(List.of("k5"));
        List<Row<Line>> turned = new ArrayList<>(rows(1000).all());
        java.util.Collections.reverse(turned);
        table.show(new Rows<>(turned));
        assertEquals(List.of(5), selected());
        table.show(new Rows<>(turned.subList(0, 500)));
        assertEquals(List.of(), selected(), "what is gone is not selected");
    }

    @Test
    void selectingFromOutsideTellsNobody() {
        int[] heard = {0};
        table.onSelect(lines -> heard[0]++);
        table.select(List.of("k7"));
        screen.settle();
        assertEquals(0, heard[0]);
        assertEquals(List.of(7), selected());
    }

    @Test
    void selectingBringsTheRowIntoSight() {
        table.select(List.of("k800"));
        screen.settle();
        int first = firstInSight();
        assertTrue(first <= 800 && first > 700, "first in sight is " + first);
    }

    @Test
    void thePlaceIsKeptWhenRowsComeAndGoAbove() {
        table.select(List.of("k500"));
        screen.settle();
        int before = firstInSight();
        List<Row<Line>> more = new ArrayList<>(rows(1000).all());
        for (int i = 0; i < 20; i++) {
            more.addFirst(row(5000 + i));
        }
        table.show(new Rows<>(more));
        screen.settle();
        assertEquals(before + 20, firstInSight());
        table.show(rows(1000));
        screen.settle();
        assertEquals(before, firstInSight());
    }

    @Test
    void arrowsMoveTheSelection() {
        table.select(List.of("k3"));
        table.control().setFocus();
        Screen.key(table.control(), SWT.ARROW_DOWN, (char) 0, SWT.NONE);
        assertEquals(List.of(4), selected());
        Screen.key(table.control(), SWT.ARROW_UP, (char) 0, SWT.NONE);
        Screen.key(table.control(), SWT.ARROW_UP, (char) 0, SWT.NONE);
        assertEquals(List.of(2), selected());
    }

    @Test
    void theListIsEnteredByAKey() {
        List<List<Line>> told = new ArrayList<>();
        table.onSelect(told::add);
        table.control().setFocus();
        Screen.key(table.control(), SWT.ARROW_DOWN, (char) 0, SWT.NONE);
        assertEquals(List.of(0), selected());
        assertEquals(1, told.size(), "as a click is told");
        Screen.key(table.control(), SWT.ARROW_DOWN, (char) 0, SWT.NONE);
        assertEquals(List.of(1), selected());
    }

    /** After rows of a filter were suspended, the arrow began at the top again. */
    @Test
    void keysGoOnWhereTheRowsStoodThatHaveLeft() {
        table.select(List.of("k4", "k5"));
        List<Row<Line>> others = new ArrayList<>(rows(10).all());
        others.subList(4, 6).clear();
        table.follow(new Rows<>(others));
        assertEquals(List.of(), selected(), "nothing takes their place by itself");
        table.control().setFocus();
        Screen.key(table.control(), SWT.ARROW_DOWN, (char) 0, SWT.NONE);
        assertEquals(List.of(6), selected());
        table.select(List.of("k9"));
        table.follow(rows(5));
        Screen.key(table.control(), SWT.ARROW_UP, (char) 0, SWT.NONE);
        assertEquals(List.of(4), selected(), "the last, where there is none any more");
        table.select(List.of());
        table.enter();
        assertEquals(List.of(0), selected(), "from a field above it is entered at its top");
    }

    private boolean menu(int x, int y, int detail) {
        Point at = table.control().toDisplay(x, y);
        Event event = new Event();
        event.x = at.x;
        event.y = at.y;
        event.detail = detail;
        event.doit = true;
        table.control().notifyListeners(SWT.MenuDetect, event);
        return event.doit;
    }

    @Test
    void aMenuIsOfARowThatIsThereAndNeverOfWhatIsSelectedElsewhere() {
        table.show(rows(3));
        screen.settle();
        Rectangle row = table.control().getBoundsByPosition(1, 2);
        Event press = new Event();
        press.button = 3;
        press.x = row.x + 5;
        press.y = row.y + 5;
        press.count = 1;
        table.control().notifyListeners(SWT.MouseDown, press);
        screen.settle();
        table.select(List.of());
        assertFalse(menu(row.x + 5, row.y + 5, SWT.MENU_MOUSE), "the row that was clicked has left");
        table.select(List.of("k1"));
        assertTrue(menu(row.x + 5, row.y + 5, SWT.MENU_MOUSE));
        assertFalse(menu(row.x + 5, row.y + 4 * RowTable.ROW_HEIGHT, SWT.MENU_MOUSE), "below the rows");
        assertFalse(menu(row.x + 5, 5, SWT.MENU_MOUSE), "on a header");
        assertTrue(menu(row.x + 5, 5, SWT.MENU_KEYBOARD), "a key means what is selected");
    }

    @Test
    void aTableWithoutTheFocusOpensTheMenuOfTheRowThatIsClicked() {
        table.show(rows(3));
        screen.settle();
        Rectangle row = table.control().getBoundsByPosition(1, 2);
        assertTrue(menu(row.x + 5, row.y + 5, SWT.MENU_MOUSE), "its press comes only after the menu");
        assertEquals(List.of(1), selected());
    }

    @Test
    void homeAndEndGoToTheFirstAndLastRow() {
        table.control().setFocus();
        Screen.key(table.control(), SWT.END, (char) 0, SWT.NONE);
        assertEquals(List.of(999), selected());
        Screen.key(table.control(), SWT.HOME, (char) 0, SWT.NONE);
        assertEquals(List.of(0), selected());
    }

    @Test
    void arrowsGoOnFromTheRowThatMoved() {
        table.select(List.of("k3"));
        List<Row<Line>> turned = new ArrayList<>(rows(10).all());
        java.util.Collections.reverse(turned);
        table.show(new Rows<>(turned));
        Screen.key(table.control(), SWT.ARROW_DOWN, (char) 0, SWT.NONE);
        assertEquals(List.of(2), selected());
    }

    @Test
    void enterAndDoubleClickOpen() {
        List<Line> opened = new ArrayList<>();
        table.onOpen(opened::add);
        table.select(List.of("k3"));
        Screen.key(table.control(), SWT.CR, '\r', SWT.NONE);
        assertEquals(3, opened.getFirst().number());
    }

    @Test
    void leftAndRightFoldAndUnfold() {
        List<String> folded = new ArrayList<>();
        table.onFold(row -> folded.add(row.key()));
        table.show(new Rows<>(List.of(
                new Row<>("open", new Line("open", 1), 0, Fold.OPEN),
                new Row<>("closed", new Line("closed", 2), 0, Fold.CLOSED),
                new Row<>("leaf", new Line("leaf", 3), 0, Fold.NONE))));
        table.select(List.of("open"));
        Screen.key(table.control(), SWT.ARROW_RIGHT, (char) 0, SWT.NONE);
        assertEquals(List.of(), folded, "it is open already");
        Screen.key(table.control(), SWT.ARROW_LEFT, (char) 0, SWT.NONE);
        table.select(List.of("closed"));
        Screen.key(table.control(), SWT.ARROW_RIGHT, (char) 0, SWT.NONE);
        assertEquals(List.of("open", "closed"), folded);
    }

    @Test
    void aClickOnTheFoldSignFoldsAndSelectsNothing() {
        List<String> folded = new ArrayList<>();
        table.onFold(row -> folded.add(row.key()));
        table.show(new Rows<>(List.of(new Row<>("closed", new Line("closed", 2), 0, Fold.CLOSED))));
        screen.settle();
        Rectangle cell = table.control().getBoundsByPosition(0, 1);
        Screen.click(table.control(), cell.x + 8, cell.y + 10, SWT.NONE);
        screen.settle();
        assertEquals(List.of("closed"), folded);
        assertEquals(List.of(), selected());
    }

    @Test
    void aClickOnAHeaderAsksForThatSort() {
        List<SortOrder> asked = new ArrayList<>();
        table.onSort(sort -> {
            asked.add(sort);
            table.sortedBy(Optional.of(sort));
        });
        Rectangle head = table.control().getBoundsByPosition(1, 0);
        Screen.click(table.control(), head.x + 20, head.y + 8, SWT.NONE);
        screen.until("the click was told from a double click", () -> asked.size() == 1);
        assertEquals(new SortOrder("number", false), asked.getFirst());
    }

    @Test
    void onlyRowsInSightAreAskedForTheirText() {
        int[] asked = {0};
        List<Column<Line, ?>> counting = List.of(Column.text("name", "name", 120, Form.NAME, line -> {
            asked[0]++;
            return line.name();
        }));
        Shell other = screen.shell(400, 300);
        other.setLayout(new FillLayout());
        RowTable<Line> large = RowTable.table(other, stage.services.theme(), counting, "Large");
        large.show(rows(150_000));
        screen.show(other);
        assertTrue(asked[0] > 0 && asked[0] < 2_000, asked[0] + " texts for 150 000 rows");
    }

    @Test
    void tabAndEscapeLeaveTheTableAndEnterDoesWhereNoRowOpens() {
        assertTrue(traverse(SWT.TRAVERSE_TAB_NEXT));
        assertTrue(traverse(SWT.TRAVERSE_TAB_PREVIOUS));
        assertTrue(traverse(SWT.TRAVERSE_ESCAPE));
        assertTrue(traverse(SWT.TRAVERSE_RETURN), "no row can be opened: Enter is the dialog's");
        table.onOpen(line -> {});
        assertTrue(!traverse(SWT.TRAVERSE_RETURN), "Enter opens the row, it does not press a dialog's button");
    }

    private boolean traverse(int detail) {
        Event event = new Event();
        event.detail = detail;
        table.control().notifyListeners(SWT.Traverse, event);
        return event.doit;
    }

    @Test
    void emptyRowsAreNoTrouble() {
        table.show(Rows.none());
        screen.settle();
        Screen.key(table.control(), SWT.ARROW_DOWN, (char) 0, SWT.NONE);
        assertEquals(List.of(), selected());
    }
}
