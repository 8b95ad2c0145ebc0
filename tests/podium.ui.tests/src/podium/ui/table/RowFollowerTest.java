// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
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

class RowFollowerTest {
    private static final List<Column<String, ?>> COLUMNS =
            List.of(Column.text("name", "name", 120, Form.NAME, it -> it));

    private final Screen screen = Screen.open();
    private final UiFixture stage = new UiFixture(screen.display(), false);
    private final Shell shell = screen.shell(400, 300);
    private final RowTable<String> table = RowTable.table(shell, stage.services.theme(), COLUMNS, "Lines");
    private Rows<String> latest = rows("a:1", "b:1", "c:1");
    private int steps;
    /** The time, in nanoseconds: it goes on only where a test says so. */
    private long ahead;

    private final RowFollower<String> follower =
            new RowFollower<>(table, line -> line.charAt(0) + ":now", () -> table.show(latest), () -> ahead);

    @BeforeEach
    void open() {
        shell.setLayout(new FillLayout());
        table.show(latest);
        screen.show(shell);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    /** Rows of a key and what they say. */
    private static Rows<String> rows(String... lines) {
        return new Rows<>(Stream.of(lines)
                .map(line -> new Row<>(line.substring(0, 1), line, 0, Fold.NONE))
                .toList());
    }

    private List<String> shown() {
        return table.rows().all().stream().map(Row::item).toList();
    }

    private void pointer(int type) {
        pointer(type, 0, 0);
    }

    private void pointer(int type, int x, int y) {
        Event event = new Event();
        event.x = x;
        event.y = y;
        table.control().notifyListeners(type, event);
    }

    private void passes(long millis) {
        ahead += Duration.ofMillis(millis).toNanos();
    }

    /** Nobody does anything for longer than rows are held. */
    private void calm() {
        passes(61_000);
    }

    private void comes(String... lines) {
        latest = rows(lines);
        follower.follow(latest);
    }

    @Test
    void noRowMovesUnderThePointerThoughWhatItSaysIsOfNow() {
        pointer(SWT.MouseMove);
        comes("c:2", "a:2", "b:2");
        assertEquals(List.of("a:2", "b:2", "c:2"), shown());
    }

    private void dialog() {
        Shell dialog = new Shell(shell, SWT.DIALOG_TRIM);
        dialog.open();
        dialog.dispose();
    }

    @Test
    void noRowMovesRightAfterADialogThatMadeItLeaveAndThenItDoes() {
        dialog();
        comes("c:2", "a:2");
        assertEquals(List.of("a:2", "b:now", "c:2"), shown(), "who acted on b acts on c next");
        calm();
        screen.until("the order of now is shown", () -> shown().equals(List.of("c:2", "a:2")));
    }

    @Test
    void whatADialogBroughtIntoTheTableIsShownAtOnceThoughThePointerEntersTheTableThere() {
        pointer(SWT.MouseMove);
        dialog();
        Point at = table.control().toControl(screen.display().getCursorLocation());
        pointer(SWT.MouseEnter, at.x, at.y);
        pointer(SWT.MouseMove, at.x + 3, at.y);
        comes("n:3", "c:3", "a:3");
        assertEquals(List.of("n:3", "c:3", "a:3"), shown());
        pointer(SWT.MouseMove, at.x + 40, at.y);
        comes("m:4", "a:4", "c:4", "n:4");
        assertEquals(List.of("n:4", "c:4", "a:4", "m:4"), shown(), "who moves the pointer aims again");
    }

    @Test
    void aRowThatIsAboutToGoIsMuted() {
        pointer(SWT.MouseMove);
        comes("a:2", "c:2");
        screen.until("it is painted so", () -> darkest(1) > darkest(0) && darkest(2) == darkest(0));
        comes("a:3", "b:3", "c:3");
        screen.until("it is as the others", () -> darkest(1) == darkest(0));
    }

    /** Of what is painted in a row, 0 to 765. */
    private int darkest(int line) {
        return darkest(table, 4, RowTable.ROW_HEIGHT + 2 + line * RowTable.ROW_HEIGHT + 1, 120);
    }

    private int darkest(RowTable<String> of, int x, int y, int width) {
        Image image = new Image(screen.display(), width, RowTable.ROW_HEIGHT - 6);
        GC gc = new GC(of.control());
        gc.copyArea(image, x, y);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        return IntStream.range(0, data.width * data.height)
                .mapToObj(at -> data.palette.getRGB(data.getPixel(at % data.width, at / data.width)))
                .mapToInt(rgb -> rgb.red + rgb.green + rgb.blue)
                .min()
                .orElse(0);
    }

    @Test
    void ofSeveralSelectedRowsThoseThatLeftAreNoLongerMeant() {
        List<List<String>> told = new ArrayList<>();
        table.onSelect(told::add);
        table.select(List.of("a", "b"));
        comes("a:2", "c:2");
        assertEquals(List.of(List.of("a:2")), told);
    }

    @Test
    void aRowThatWasSelectedAloneIsStillMeantWhenItLeaves() {
        List<List<String>> told = new ArrayList<>();
        table.onSelect(told::add);
        table.select(List.of("a"));
        comes("b:2", "c:2");
        assertEquals(List.of(), told);
    }

    @Test
    void noRowComesOrGoesUnderThePointer() {
        pointer(SWT.MouseEnter);
        comes("n:1", "a:2", "c:2");
        assertEquals(List.of("a:2", "b:now", "c:2", "n:1"), shown());
    }

    @Test
    void whatWasHeldBackMovesWhenThePointerHasLeft() {
        pointer(SWT.MouseMove);
        comes("c:2", "a:2");
        comes("c:3", "a:3");
        pointer(SWT.MouseExit);
        calm();
        screen.until("the order of now is shown", () -> shown().equals(List.of("c:3", "a:3")));
    }

    @Test
    void withoutAPointerRowsAreInTheOrderOfNowAtOnce() {
        comes("c:2", "a:2");
        assertEquals(List.of("c:2", "a:2"), shown());
    }

    @Test
    void aPointerThatIsHeardOfWhereItWasIsNotOnItsWay() {
        Event event = new Event();
        Point at = shell.toControl(screen.display().getCursorLocation());
        event.x = at.x;
        event.y = at.y;
        shell.notifyListeners(SWT.MouseMove, event);
        comes("c:2", "a:2");
        assertEquals(List.of("c:2", "a:2"), shown());
    }

    @Test
    void whatTheOperatorDoesToTheRowsIsShownAtOnce() {
        pointer(SWT.MouseDown);
        table.show(rows("c:1", "b:1", "a:1"));
        assertEquals(List.of("c:1", "b:1", "a:1"), shown());
    }

    @Test
    void rowsThatStayInPlaceAreThoseOfNow() {
        Rows<String> next = rows("a:2", "b:2", "c:2");
        assertSame(next, HeldOrder.of(latest, next, 3, line -> line));
    }

    private List<String> pressed(int line, String... came) {
        comes(came);
        Screen.click(table.control(), 20, RowTable.ROW_HEIGHT + 2 + line * RowTable.ROW_HEIGHT + 8, 0);
        return table.selection();
    }

    @Test
    void aPressRightAfterRowsMovedIsForTheRowThatWasThere() {
        List<List<String>> told = new ArrayList<>();
        table.onSelect(told::add);
        assertEquals(List.of("b:2"), pressed(1, "a:2", "c:2", "b:2"));
        assertEquals(List.of(List.of("b:2")), told);
    }

    @Test
    void whoPressesOnARowThatHasJustLeftSelectsNoOtherOne() {
        table.select(List.of("a"));
        assertEquals(List.of(), pressed(1, "a:2", "c:2"));
    }

    @Test
    void aPressIsForTheRowThatWasThereAlsoWhereARowMovedAfterThePointerCameToRest() {
        pointer(SWT.MouseMove);
        comes("c:2", "a:2", "b:2");
        pointer(SWT.MouseExit);
        calm();
        screen.until("the order of now is shown", () -> shown().equals(List.of("c:2", "a:2", "b:2")));
        Screen.click(table.control(), 20, RowTable.ROW_HEIGHT + 10, 0);
        assertEquals(List.of("a:2"), table.selection());
    }

    @Test
    void noRowMovesWhileKeysAreUsedInTheTable() {
        table.control().setFocus();
        screen.until("it has the focus", table.control()::isFocusControl);
        Screen.key(table.control(), SWT.ARROW_DOWN, '\0', 0);
        comes("c:2", "a:2", "b:2");
        assertEquals(List.of("a:2", "b:2", "c:2"), shown());
    }

    private void travels() {
        Event event = new Event();
        event.x = ++steps;
        shell.notifyListeners(SWT.MouseMove, event);
    }

    @Test
    void noRowMovesWhileThePointerIsOnItsWayAndThenItDoes() {
        travels();
        comes("n:2", "c:2", "a:2", "b:2");
        assertEquals(List.of("a:2", "b:2", "c:2", "n:2"), shown());
        calm();
        screen.until("the order of now is shown", () -> shown().equals(List.of("n:2", "c:2", "a:2", "b:2")));
    }

    @Test
    void aPressIsForTheRowThatWasThereWhenThePointerSetOut() {
        comes("c:2", "a:2", "b:2");
        for (int i = 0; i < 8; i++) {
            travels();
            passes(100);
        }
        Screen.click(table.control(), 20, RowTable.ROW_HEIGHT + 10, 0);
        assertEquals(List.of("a:2"), table.selection());
    }

    @Test
    void whatADialogBroughtIntoTheTableIsShownThoughThePointerMovesInTheWindow() {
        dialog();
        Point at = shell.toControl(screen.display().getCursorLocation());
        Event event = new Event();
        event.x = at.x + 100;
        event.y = at.y;
        shell.notifyListeners(SWT.MouseMove, event);
        comes("n:2", "a:2", "b:2", "c:2");
        assertEquals(List.of("n:2", "a:2", "b:2", "c:2"), shown());
    }

    private void click(int button, int line) {
        for (int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
            Event event = new Event();
            event.x = 20;
            event.y = RowTable.ROW_HEIGHT + 2 + line * RowTable.ROW_HEIGHT + 8;
            event.button = button;
            event.count = 1;
            table.control().notifyListeners(type, event);
        }
    }

    @Test
    void aClickMovesNoRowThatIsHeldAndGreyRowsStay() {
        pointer(SWT.MouseMove);
        comes("b:2", "c:2");
        click(1, 2);
        comes("b:3", "c:3");
        assertEquals(List.of("a:now", "b:3", "c:3"), shown());
        assertEquals(List.of("c:3"), table.selection());
    }

    @Test
    void aRightClickWhereThePointerRestsSinceAClickIsForTheRowOfThatClickThoughRowsMoved() {
        click(1, 0);
        comes("c:2", "b:2", "a:2");
        pointer(SWT.MouseExit);
        calm();
        screen.until("the order of now is shown", () -> shown().equals(List.of("c:2", "b:2", "a:2")));
        passes(700); // that was to be seen
        click(3, 0);
        assertEquals(List.of("a:2"), table.selection());
        pointer(SWT.MouseMove, 60, 60);
        click(3, 0);
        assertEquals(List.of("c:2"), table.selection(), "who moves the pointer aims again");
    }

    private static Row<String> row(String key, int depth, Fold fold) {
        return new Row<>(key, key, depth, fold);
    }

    private List<String> keys() {
        return table.rows().all().stream().map(Row::key).toList();
    }

    @Test
    void aRowThatIsFoldedMovesNoneThatIsHeld() {
        Row<String> task = row("b1", 1, Fold.NONE);
        comes("b:2", "a:2", "c:2");
        assertEquals(List.of("b", "a", "c"), keys(), "nobody points at them");
        pointer(SWT.MouseMove);
        comes("c:3", "b:3", "n:3");
        Rows<String> open =
                new Rows<>(List.of(row("c", 0, Fold.CLOSED), row("b", 0, Fold.OPEN), task, row("n", 0, Fold.CLOSED)));
        follower.folded("b", open);
        assertEquals(List.of("b", "b1", "a", "c", "n"), keys());
        follower.folded("b", latest);
        assertEquals(List.of("b", "a", "c", "n"), keys());
        follower.follow(latest);
        pointer(SWT.MouseExit);
        calm();
        screen.until("the order of now is shown", () -> keys().equals(List.of("c", "b", "n")));
        follower.folded("b", open);
        assertEquals(List.of("c", "b", "b1", "n"), keys());
        latest = rows("n:4", "b:4");
        follower.folded("b", latest);
        assertEquals(List.of("c", "b", "n"), keys(), "what became of the others was not shown before");
        calm();
        screen.until("it is", () -> keys().equals(List.of("n", "b")));
    }

    @Test
    void rowsStayForWhoLooksAtThemBeforeTheHandSetsOut() {
        travels();
        passes(50_000);
        comes("c:2", "a:2");
        assertEquals(List.of("a:2", "b:now", "c:2"), shown());
    }

    private Optional<Label> note() {
        return note(table);
    }

    private static Optional<Label> note(RowTable<String> of) {
        return Stream.of(of.control().getChildren())
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .filter(label -> label.isVisible() && !label.getText().isEmpty())
                .findFirst();
    }

    /** A click a moment late sorted by the column beneath. */
    @Test
    void itsPlaceLiesBehindTheWordsOfAHeaderAndStaysEmptyWhenItGoes() {
        travels();
        comes("n:2", "c:2", "a:2");
        passes(3_000);
        screen.until("it is told", () -> note().isPresent());
        Label note = note().orElseThrow();
        Rectangle there = note.getBounds();
        assertTrue(there.x > 24, "the words of the header are in sight");
        note.notifyListeners(SWT.MouseDown, new Event());
        assertEquals(Optional.empty(), note());
        assertTrue(note.isVisible(), "it takes the press that comes too late");
        assertEquals(there, note.getBounds());
        List<String> held = shown();
        note.notifyListeners(SWT.MouseDown, new Event());
        assertEquals(held, shown());
    }

    /** Where no header had room it lay over the words of one, as over those of columns that became narrower while it was there. */
    @Test
    void theWordsOfItsHeaderGiveWayToItHoweverNarrowTheColumnsAre() {
        List<Column<String, ?>> two = List.of(
                Column.text("name", "a name of many words of which only some are seen", 60, Form.NAME, it -> it),
                Column.text("why", "why it waits, where it runs", 60, Form.NAME, it -> it));
        RowTable<String> narrow = RowTable.table(shell, stage.services.theme(), two, "Narrow");
        RowFollower<String> held = new RowFollower<>(narrow, it -> it, () -> narrow.show(latest), () -> ahead);
        table.control().dispose();
        narrow.show(latest);
        shell.layout();
        travels();
        held.follow(rows("c:1", "a:1", "b:1"));
        passes(3_000);
        screen.until("it is told", () -> note(narrow).isPresent());
        Label note = note(narrow).orElseThrow();
        RGB panel = stage.services.theme().color(Name.PANEL).getRGB();
        int plain = panel.red + panel.green + panel.blue;
        for (int width : List.of(420, 340, 260, 180)) {
            shell.setSize(width, 300);
            screen.until("it lies at the end of the first column", () -> {
                int end = note.getBounds().x + note.getBounds().width;
                int seen = Math.min(narrow.width(0), narrow.control().getClientArea().width);
                return shell.getSize().x == width && note.getBounds().x >= 24 && end <= seen && end >= seen - 8;
            });
            screen.until("no words reach it", () -> {
                int x = note.getBounds().x;
                return darkest(narrow, x - 5, 1, 4) == plain && darkest(narrow, 2, 1, x - 6) < plain;
            });
        }
    }

    @Test
    void whatIsHeldIsToldAndAPressOnThatSortsIt() {
        travels();
        comes("n:2", "c:2", "a:2");
        passes(3_000);
        screen.until("it is told", () -> note().isPresent());
        note().orElseThrow().notifyListeners(SWT.MouseDown, new Event());
        assertEquals(List.of("n:2", "c:2", "a:2"), shown());
        assertEquals(Optional.empty(), note());
    }

    @Test
    void whatTheOperatorSortsIsNotHeldAnyMore() {
        travels();
        comes("c:2", "a:2", "b:2");
        passes(3_000);
        screen.until("it is told", () -> note().isPresent());
        table.show(latest);
        assertEquals(Optional.empty(), note());
    }

    @Test
    void whatAClusterThatOpensBringsIsShownAtItsPlaceAndOtherwiseAllThatComeAreBelow() {
        String[] many = {"z:2", "y:2", "x:2", "w:2", "v:2", "u:2", "t:2", "s:2", "r:2", "a:2", "b:2", "c:2"};
        travels();
        comes(many);
        assertEquals("a:2", shown().getFirst());
        table.show(rows("a:1", "b:1", "c:1"));
        follower.opening(() -> true);
        comes(many);
        assertEquals("z:2", shown().getFirst());
    }

    /** Acting as somebody else opens a cluster that is near within a refresh. */
    @Test
    void aClusterThatIsOpenAgainBeforeItsRowsAreShownIsOneThatOpens() {
        travels();
        boolean[] opens = {true};
        follower.opening(() -> opens[0]);
        follower.changed();
        opens[0] = false;
        comes("a:2", "b:2");
        assertEquals(List.of("a:2", "b:2"), shown());
    }

    /** A cluster of five nodes stood in the tree with nothing beneath it while somebody worked. */
    @Test
    void theFewNodesOfAClusterThatOpensAreShownBelowItAtOnce() {
        Row<String> first = row("first", 0, Fold.OPEN);
        Row<String> second = row("second", 0, Fold.NONE);
        table.show(new Rows<>(List.of(first, second)));
        travels();
        Row<String> node = row("n1", 1, Fold.NONE);
        latest = new Rows<>(List.of(first, node, second));
        follower.follow(latest);
        assertEquals(List.of("first", "second"), keys(), "none opens");
        passes(3_000);
        screen.until("it is told", () -> note().filter(it -> it.getText().equals("Update Rows (1 new)"))
                .isPresent());
        follower.opening(() -> true);
        follower.follow(latest);
        assertEquals(List.of("first", "n1", "second"), keys());
    }

    /** A ReplicaSet that was listed before its Deployment stood there as gone. */
    @Test
    void whatIsARowOnlyUntilItsOwnerIsReadGoesAtOnceWhileAClusterOpens() {
        travels();
        follower.opening(() -> true);
        comes("a:2", "b:2");
        assertEquals(List.of("a:2", "b:2"), shown());
    }

    /** A node that came was on the canvas at once, and in the tree when Update Rows was pressed. */
    @Test
    void whatComesBelowARowIsShownAtOnceWhereItMovesNothingThatIsSeen() {
        List<Row<String>> racks = List.of(
                row("r1", 0, Fold.OPEN), row("n1", 1, Fold.NONE), row("r2", 0, Fold.OPEN), row("n3", 1, Fold.NONE));
        table.show(new Rows<>(racks));
        travels();
        Row<String> second = row("n2", 1, Fold.NONE);
        Row<String> last = row("n0", 1, Fold.OPEN);
        Row<String> device = row("gpu", 2, Fold.NONE);
        latest = new Rows<>(List.of(racks.get(0), racks.get(1), second, racks.get(2), last, device, racks.get(3)));
        follower.follow(latest);
        assertEquals(List.of("r1", "n1", "r2", "n3", "n0", "gpu"), keys(), "n2 would move r2 away");
        calm();
        screen.until("the order of now", () -> keys().equals(List.of("r1", "n1", "n2", "r2", "n0", "gpu", "n3")));
    }

    @Test
    void whatComesBelowARowIsAddedWhereOnlyRowsOutOfSightMove() {
        List<Row<String>> many = new ArrayList<>(List.of(row("r1", 0, Fold.OPEN)));
        for (int i = 0; i < 60; i++) {
            many.add(row("a" + i, 1, Fold.NONE));
        }
        many.add(row("r2", 0, Fold.OPEN));
        many.add(row("b0", 1, Fold.NONE));
        table.show(new Rows<>(many));
        travels();
        List<Row<String>> more = new ArrayList<>(many);
        more.add(1, row("a", 1, Fold.NONE));
        follower.follow(new Rows<>(more));
        assertEquals(61, keys().indexOf("a"), keys()::toString);
        assertEquals(many.subList(0, 61).stream().map(Row::key).toList(), keys().subList(0, 61));
        assertEquals(List.of("a", "r2", "b0"), keys().subList(61, 64));
    }

    @Test
    void rowsOfWhichTheNewestMattersAreHeldForAMomentOnly() {
        follower.brief();
        travels();
        passes(1_000);
        comes("n:2", "a:2", "b:2", "c:2");
        assertEquals("n:2", shown().getFirst());
    }
}
