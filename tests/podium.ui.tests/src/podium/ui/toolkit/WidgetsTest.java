// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.toolkit.Palette.Name;

class WidgetsTest {
    private final Screen screen = Screen.open();
    private final UiFixture stage = new UiFixture(screen.display(), false);
    private final Theme theme = stage.services.theme();
    private final Shell shell = screen.shell(400, 200);

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void aDialogIsOpenUntilItIsClosedAndAWindowThatCanStayOpenIsNone() {
        Shell window = screen.shell(200, 100);
        screen.show(window);
        Shell stays = new Shell(window, SWT.DIALOG_TRIM);
        stays.open();
        assertFalse(ModalShells.isOpen(screen.display()));
        Shell asks = new Shell(window, SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL);
        asks.open();
        assertTrue(ModalShells.isOpen(screen.display()));
        asks.close();
        assertFalse(ModalShells.isOpen(screen.display()));
    }

    @Test
    void aDressedControlFollowsTheTheme() {
        Label label = theme.dress(new Label(shell, SWT.NONE), Name.PANEL, Name.MUTED);
        assertEquals(theme.color(Name.PANEL), label.getBackground());
        var light = label.getForeground();
        theme.palette().use(true);
        assertEquals(theme.color(Name.PANEL), label.getBackground());
        assertFalse(light.equals(label.getForeground()));
    }

    @Test
    void oneKeySelectsAllOfATextWhetherItCanBeWrittenOrNot() {
        for (int style : new int[] {SWT.MULTI, SWT.MULTI | SWT.READ_ONLY}) {
            StyledText text = theme.dress(new StyledText(shell, style));
            text.setText("one\ntwo");
            Screen.key(text, 'a', 'a', SWT.MOD1);
            assertEquals("one\ntwo", text.getSelectionText());
        }
    }

    @Test
    void aDisposedControlNoLongerHearsOfTheTheme() {
        Label label = new Label(shell, SWT.NONE);
        int[] applied = {0};
        theme.onTheme(label, () -> applied[0]++);
        label.dispose();
        theme.palette().use(true);
        assertEquals(1, applied[0]);
    }

    @Test
    void subscriptionsEndWithTheirWidget() {
        Label label = new Label(shell, SWT.NONE);
        List<String> ended = new ArrayList<>();
        new Subscriptions(label).add(() -> ended.add("one")).add(() -> ended.add("two"));
        assertTrue(ended.isEmpty());
        label.dispose();
        assertEquals(List.of("one", "two"), ended);
    }

    @Test
    void anEmptyStateSaysWhyAndWhatNextUntilThereIsContent() {
        shell.setLayout(new FillLayout());
        EmptyState empty = new EmptyState(shell, theme);
        Label content = new Label(empty.stack(), SWT.NONE);
        screen.show(shell);
        empty.why("Nothing is there.", "Open something.");
        assertFalse(content.isVisible());
        empty.content(content);
        assertTrue(content.isVisible());
    }

    @Test
    void theFilterSaysWhatWasNotUnderstoodAndForgetsIt() {
        FilterField field = new FilterField(shell, theme, "Filter", "state:");
        field.control().setSize(600, 30);
        field.problem(Optional.of("no field 'x'"));
        assertEquals("no field 'x'", field.control().getToolTipText());
        field.problem(Optional.empty());
        assertEquals("", tip(field.control()));
        assertEquals("filter by words, or state:", field.control().getMessage(), "no tip over what it filters");
    }

    /** GTK shows a tip anew when it is set: over a dialog, or a list, that keys have opened meanwhile. */
    @Test
    void aTipThatSaysTheSameIsNotSetAnew() {
        int[] set = {0};
        Label label = new Label(shell, SWT.NONE) {
            @Override
            public void setToolTipText(@Nullable String words) {
                set[0]++;
                super.setToolTipText(words);
            }

            @Override
            protected void checkSubclass() {
                // counted, not changed
            }
        };
        WidgetText.tip(label, "");
        assertEquals(0, set[0]);
        WidgetText.tip(label, "R&D");
        WidgetText.tip(label, "R&D");
        assertEquals(1, set[0]);
        WidgetText.tip(label, "");
        assertEquals(2, set[0]);
    }

    /** Names go up to 253 characters, and may differ in their last one only. */
    @Test
    void longProposalsStayOnTheScreenAndKeepTheirEnd() {
        Text field = new Text(shell, SWT.SINGLE);
        field.setBounds(200, 10, 150, 30);
        screen.show(shell);
        List<Integer> clicked = new ArrayList<>();
        ProposalPopup popup = new ProposalPopup(field, theme, clicked::add);
        String name = "very-long-name-".repeat(16);
        popup.show(List.of(name + "a1", name + "b2"), new Rectangle(0, 0, 150, 30));
        Shell list = shell.getShells()[0];
        assertTrue(list.getBounds().x + list.getBounds().width
                <= shell.getMonitor().getClientArea().width);
        TableItem[] items = ((Table) list.getChildren()[0]).getItems();
        assertTrue(items[0].getText().endsWith("a1") && items[1].getText().endsWith("b2"));
        popup.move(1);
        assertEquals(0, popup.chosen());
        popup.close();
    }

    /** Where a long line of a manifest ended at the edge of the screen the list was a sliver without words. */
    @Test
    void proposalsAtTheEdgeOfTheScreenBeginFurtherLeftAndCanBeRead() {
        Text field = new Text(shell, SWT.NONE);
        field.setBounds(0, 10, 150, 30);
        screen.show(shell);
        Rectangle area = shell.getMonitor().getClientArea();
        int edge = field.toControl(area.x + area.width - 5, 0).x;
        ProposalPopup popup = new ProposalPopup(field, theme, _ -> {});
        popup.show(List.of("activeDeadlineSeconds: integer"), new Rectangle(edge, 0, 0, 30));
        Shell list = shell.getShells()[0];
        assertTrue(list.getBounds().x + list.getBounds().width <= area.x + area.width, "on the screen");
        TableItem first = ((Table) list.getChildren()[0]).getItem(0);
        assertEquals("activeDeadlineSeconds: integer", first.getText());
        assertTrue(list.getBounds().width > 150, () -> "wide enough: " + list.getBounds());
        popup.close();
    }

    @Test
    void noTipComesWhileKeysAreUsedAndTheMouseRests() {
        FilterField field = new FilterField(shell, theme, "Filter", "");
        field.hint("state:");
        Label other = new Label(shell, SWT.NONE);
        WidgetText.tip(other, "R&D");
        Control[] under = {field.control()};
        QuietTips tips = new QuietTips(() -> under[0]);
        tips.key();
        assertEquals("", tip(field.control()));
        field.problem(Optional.of("no field 'x'"));
        assertEquals("", tip(field.control()), "what is to be said waits");
        under[0] = other;
        tips.key();
        assertEquals("no field 'x'", tip(field.control()));
        assertEquals("", tip(other));
        tips.moved();
        assertEquals("R&&D", tip(other), "as the toolkit wants it");
        under[0] = field.control();
        tips.key();
        field.control().dispose();
        tips.moved();
    }

    /** The words of a field of the part before covered the table of the part that came. */
    @Test
    void aTipGoesWithThePartThatIsHidden() {
        Composite part = new Composite(shell, SWT.NONE);
        FilterField field = new FilterField(part, theme, "Filter", "");
        field.hint("state:");
        QuietTips tips = new QuietTips(() -> null);
        tips.over(field.control());
        tips.over(new Composite(shell, SWT.NONE));
        tips.hidden(new Composite(shell, SWT.NONE));
        assertEquals("state:", tip(field.control()), "something else was hidden");
        tips.hidden(part);
        assertEquals("", tip(field.control()));
        tips.moved();
        assertEquals("state:", tip(field.control()));
        part.dispose();
        tips.hidden(shell);
    }

    /** That of the legend came up beside the pointer over a dialog, and over another part. */
    @Test
    void aWindowOrAMenuThatComesInFrontKeepsAwayTheTipOfWhatThePointerHasLeft() {
        FilterField field = new FilterField(shell, theme, "Filter", "");
        field.hint("state:");
        Control[] under = {field.control()};
        QuietTips tips = new QuietTips(() -> under[0]);
        tips.over(field.control());
        under[0] = new Composite(shell, SWT.NONE);
        tips.covered();
        assertEquals("", tip(field.control()));
        tips.moved(shell, 2, 2);
        assertEquals("state:", tip(field.control()));
        QuietTips.watch(shell.getDisplay());
        field.control().notifyListeners(SWT.MouseEnter, new Event());
        new Menu(shell, SWT.POP_UP).notifyListeners(SWT.Show, new Event());
        assertEquals("", tip(field.control()));
    }

    @Test
    void aTipOpensNeitherBelowADialogNorForAPointerThatHasLeft() {
        Composite at = new Composite(shell, SWT.NONE);
        at.setSize(100, 20);
        Event hover = new Event();
        hover.x = 10;
        hover.y = 10;
        screen.show(shell);
        assertTrue(QuietTips.mayOpen(at, hover));
        hover.y = 300;
        assertFalse(QuietTips.mayOpen(at, hover), "it has left");
        hover.y = 10;
        Shell dialog = new Shell(shell, SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL);
        dialog.open();
        screen.until("it is in front", () -> shell.getDisplay().getActiveShell() == dialog);
        assertFalse(QuietTips.mayOpen(at, hover), "it is below the dialog");
        Composite within = new Composite(dialog, SWT.NONE);
        within.setSize(100, 20);
        assertTrue(QuietTips.mayOpen(within, hover));
        dialog.dispose();
    }

    @Test
    void aTipGoesWithThePartThoughADialogThatClosedHadLaidItUnderThePointer() {
        QuietTips.watch(shell.getDisplay());
        Composite part = new Composite(shell, SWT.NONE);
        FilterField field = new FilterField(part, theme, "Filter", "");
        field.hint("state:");
        field.control().notifyListeners(SWT.MouseEnter, new Event());
        part.notifyListeners(SWT.Hide, new Event());
        assertEquals("", tip(field.control()));
    }

    /** The same again would lie over what is beside it. */
    @Test
    void theTipOfALabelSaysWhatIsCutAndNothingWhereItIsSeenWhole() {
        String words = "gpu-r4-n1 / GPU 0: 1 GPU, mean, band from minimum to maximum.";
        for (int style : new int[] {SWT.NONE, SWT.WRAP}) {
            Label label = new Label(shell, style);
            WidgetText.set(label, words);
            label.setSize(label.computeSize(SWT.DEFAULT, SWT.DEFAULT));
            WidgetText.wholeTip(label, words);
            assertEquals("", tip(label));
            label.setSize(label.getSize().x / 2, label.getSize().y);
            assertEquals(words, tip(label));
            label.setSize(label.computeSize(SWT.DEFAULT, SWT.DEFAULT));
            assertEquals("", tip(label));
            WidgetText.set(label, "gpu-r4-n1\u2026");
            WidgetText.wholeTip(label, words);
            assertEquals(words, tip(label), "it was shortened");
        }
    }

    @Test
    void theTipOfAButtonOfABarStaysAwayTooWhileKeysAreUsed() {
        PartToolbar toolbar = new PartToolbar(shell, theme);
        ToolItem item = toolbar.choice("group: "::concat, List.of("none", "queue"), 0, number -> {});
        WidgetText.tip(item, "How to group");
        Control[] under = {item.getParent()};
        QuietTips tips = new QuietTips(() -> under[0]);
        tips.key();
        assertEquals("", String.valueOf(item.getToolTipText()));
        WidgetText.tip(item, "How to group the jobs");
        assertEquals("", String.valueOf(item.getToolTipText()), "what is to be said waits");
        tips.moved();
        assertEquals("How to group the jobs", item.getToolTipText());
    }

    @Test
    void theTipOfWhatWasPressedStaysAwayUntilThePointerLeavesIt() {
        ToolItem fill = new PartToolbar(shell, theme).button(Icon.BOARD, "Fill", "Place the ranks", () -> {});
        Control bar = fill.getParent();
        QuietTips tips = new QuietTips(() -> bar);
        tips.pressed();
        WidgetText.tip(fill, "Place the remaining ranks");
        tips.moved(bar, 2, 2);
        tips.moved(bar, 60, 2);
        assertEquals("", String.valueOf(fill.getToolTipText()));
        tips.moved(shell, 2, 2);
        assertEquals("Place the remaining ranks", fill.getToolTipText());
    }

    /** The pointer goes from the button into the menu, and the tip of the button came over it. */
    @Test
    void theTipOfAButtonStaysAwayAsLongAsItsMenuIsOpenAndComesBackAfterwards() {
        PartToolbar toolbar = new PartToolbar(shell, theme);
        ToolItem item = toolbar.choice("group: "::concat, List.of("none", "queue"), 0, number -> {});
        WidgetText.tip(item, "How to group");
        Menu menu = (Menu) item.getData();
        Control bar = item.getParent();
        QuietTips tips = new QuietTips(() -> bar);
        tips.pressed();
        menu.notifyListeners(SWT.Show, new Event());
        tips.moved(shell, 2, 2);
        assertEquals("", String.valueOf(item.getToolTipText()));
        WidgetText.tip(item, "How to group the jobs");
        assertEquals("", String.valueOf(item.getToolTipText()));
        menu.notifyListeners(SWT.Hide, new Event());
        assertEquals("How to group the jobs", item.getToolTipText());
        tips.pressed();
        menu.notifyListeners(SWT.Show, new Event());
        menu.notifyListeners(SWT.Hide, new Event());
        assertEquals("", String.valueOf(item.getToolTipText()), "the pointer has not left it");
        tips.moved(shell, 2, 2);
        assertEquals("How to group the jobs", item.getToolTipText());
    }

    @Test
    void whatLiesBelowADialogThatClosesSaysNothingBeforeThePointerIsMovedThere() {
        FilterField field = new FilterField(shell, theme, "Filter", "");
        field.hint("state:");
        QuietTips tips = new QuietTips(field::control);
        tips.key();
        tips.moved(field.control(), 20, 5);
        tips.moved(field.control(), 24, 7);
        assertEquals("", tip(field.control()), "a hand that lets go of its button trembles");
        tips.moved(field.control(), 50, 7);
        assertEquals("state:", tip(field.control()));
    }

    @Test
    void aWindowThatComesInFrontShowsNoTipOfWhatThePointerRestsOn() {
        QuietTips.watch(shell.getDisplay());
        FilterField field = new FilterField(shell, theme, "Filter", "");
        field.hint("state:");
        screen.show(shell);
        field.control().setSize(200, 30);
        shell.getDisplay().setCursorLocation(field.control().toDisplay(20, 10));
        screen.until("the pointer is over it", () -> shell.getDisplay().getCursorControl() == field.control());
        shell.notifyListeners(SWT.Activate, new Event());
        assertEquals("", tip(field.control()));
    }

    private static String tip(Control control) {
        return String.valueOf(control.getToolTipText()).replace("null", "");
    }

    @Test
    void escapeEmptiesTheFilterAndDownAndBothEntersLeaveIt() {
        FilterField field = new FilterField(shell, theme, "Filter", "");
        List<String> typed = new ArrayList<>();
        int[] left = {0};
        field.onType(typed::add);
        field.onLeave(() -> left[0]++);
        field.control().setText("abc");
        Screen.key(field.control(), SWT.ARROW_DOWN, (char) 0, SWT.NONE);
        assertEquals(1, left[0]);
        Screen.key(field.control(), SWT.CR, '\r', SWT.NONE);
        assertEquals(2, left[0]);
        Screen.key(field.control(), SWT.KEYPAD_CR, '\r', SWT.NONE);
        assertEquals(3, left[0], "the number pad has one too");
        Screen.key(field.control(), SWT.ESC, (char) 27, SWT.NONE);
        assertEquals(List.of("abc", ""), typed);
    }

    @Test
    void aChoiceShowsWhatWasChosen() {
        PartToolbar toolbar = new PartToolbar(shell, theme);
        List<Integer> chosen = new ArrayList<>();
        ToolItem item = toolbar.choice("group: "::concat, List.of("none", "queue"), 0, chosen::add);
        assertEquals("group: none", item.getText());
        assertEquals("", String.valueOf(item.getToolTipText()).replace("null", ""));
        Menu menu = (Menu) item.getData();
        menu.getItem(1).setSelection(true);
        menu.getItem(1).notifyListeners(SWT.Selection, new Event());
        assertEquals(List.of(1), chosen);
        assertEquals("group: queue", item.getText());
    }

    @Test
    void noButtonIsPushedOutOfANarrowBar() {
        PartToolbar toolbar = new PartToolbar(shell, theme);
        List<ToolItem> items = List.of(
                toolbar.button(Icon.PAUSE, "Pause", "Send nothing more", () -> {}),
                toolbar.button(Icon.RESUME, "Resume", "Go on", () -> {}),
                toolbar.button(Icon.UNDO, "Undo", "Take it back", () -> {}),
                toolbar.button(Icon.WARNING, "Conflict\u2026", "What somebody else changed", () -> {}),
                toolbar.button(Icon.COPY, "", "Copy", () -> {}));
        int whole = toolbar.control().computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        toolbar.control().setSize(whole - 40, 30);
        assertTrue(toolbar.control().computeSize(SWT.DEFAULT, SWT.DEFAULT).x <= whole - 40);
        assertEquals("Pause", items.getFirst().getText(), "only as many words go as must");
        assertEquals("", items.get(3).getText());
        assertEquals("Conflict\u2026: What somebody else changed", items.get(3).getToolTipText());
        toolbar.control().setSize(whole + 40, 30);
        assertEquals("Conflict\u2026", items.get(3).getText());
        assertEquals("What somebody else changed", items.get(3).getToolTipText());
    }

    @Test
    void aSentenceIsCutBeforeAnyButtonLeavesOutItsWords() {
        PartToolbar toolbar = new PartToolbar(shell, theme);
        ToolItem one = toolbar.button(Icon.PLACE, "Restart Elsewhere\u2026", "Plan one", () -> {});
        ToolItem all = toolbar.button(Icon.BOARD, "Restart All\u2026", "Plan all", () -> {});
        int buttons = toolbar.control().computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        Label said = toolbar.label("It takes 3 restarts elsewhere. ".repeat(20), true);
        toolbar.control().setSize(buttons + 200, 30);
        assertEquals("Restart Elsewhere\u2026", one.getText());
        assertEquals("Restart All\u2026", all.getText());
        assertTrue(said.getBounds().width > 120, said.getBounds()::toString);
        toolbar.control().setSize(buttons + 60, 30);
        assertEquals("", all.getText(), "something of the sentence stays");
    }

    @Test
    void theButtonThatHasTheFocusIsFramed() {
        PartToolbar toolbar = new PartToolbar(shell, theme);
        ToolBar first = toolbar.check("First", "the first", () -> {}).getParent();
        ToolBar second = toolbar.check("Second", "the second", () -> {}).getParent();
        shell.open();
        toolbar.control().setSize(400, 40);
        first.forceFocus();
        screen.until("the first is framed", () -> isFramed(first) && !isFramed(second));
        second.forceFocus();
        screen.until("the second is framed", () -> isFramed(second) && !isFramed(first));
    }

    private boolean isFramed(ToolBar button) {
        Image image = new Image(button.getDisplay(), 400, 40);
        GC gc = new GC(button.getParent());
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        Rectangle at = button.getBounds();
        return data.palette
                .getRGB(data.getPixel(at.x - 1, at.y + at.height / 2))
                .equals(theme.color(Name.SELECTED).getRGB());
    }

    @Test
    void aButtonActs() {
        PartToolbar toolbar = new PartToolbar(shell, theme);
        int[] pressed = {0};
        ToolItem item = toolbar.button(Icon.COPY, "Copy", "Copy all", () -> pressed[0]++);
        item.notifyListeners(SWT.Selection, new Event());
        assertEquals(1, pressed[0]);
        assertEquals("Copy all", item.getToolTipText());
    }

    @Test
    void aContextMenuIsMadeAnewEachTimeAndSaysWhyNot() {
        Composite control = new Composite(shell, SWT.NONE);
        int[] asked = {0};
        int[] done = {0};
        Menus.context(control, theme, () -> {
            asked[0]++;
            return List.of(
                    List.of(new Entry("Drain", Icon.DRAIN, "D", Optional.of("It is read-only."), () -> done[0]++)),
                    List.of(),
                    List.of(Entry.of("Copy", Icon.COPY, () -> done[0] += 10)));
        });
        Menu menu = control.getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        menu.notifyListeners(SWT.Show, new Event());
        assertEquals(2, asked[0]);
        MenuItem[] items = menu.getItems();
        assertEquals(3, items.length, "two entries and a line, nothing for the empty group");
        assertEquals("Drain  (It is read-only)\tD", items[0].getText());
        assertFalse(items[0].isEnabled());
        items[2].notifyListeners(SWT.Selection, new Event());
        assertEquals(10, done[0]);
    }

    @Test
    void anOpenMenuGreysWhatTheServerRefusesOnceItHasAnswered() {
        List<String> done = new ArrayList<>();
        List<String> why = new ArrayList<>();
        Menus.context(
                shell,
                theme,
                () -> "Job x",
                () -> List.of(
                        List.of(Entry.of("Show", Icon.SHOW, () -> done.add("show"))),
                        List.of(new Entry(
                                "Delete", Icon.DELETE, "", why.stream().findFirst(), () -> done.add("delete")))));
        Menu menu = shell.getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        MenuItem delete = menu.getItem(4);
        assertTrue(delete.isEnabled());
        why.add("you may not delete jobs in research");
        Menus.refresh(screen.display());
        assertFalse(delete.isEnabled());
        assertEquals("Delete  (you may not delete jobs in research)", delete.getText());
        why.clear();
        menu.notifyListeners(SWT.Hide, new Event());
        Menus.refresh(screen.display());
        assertFalse(delete.isEnabled(), "a closed menu is left alone");
    }
}
