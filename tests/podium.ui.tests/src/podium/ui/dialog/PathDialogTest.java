// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.Controls;
import podium.ui.fake.DialogScreen;
import podium.ui.fake.Screen;
import podium.ui.prompt.PathPrompt;

class PathDialogTest {
    private static final Map<String, List<String>> FILES = Map.of(
            "/",
            List.of("data/", "etc/", "readme.txt"),
            "/data/",
            List.of("checkpoint.txt", "old/"),
            "/empty/",
            List.of(),
            "/files/",
            List.of("a.txt"));

    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);
    private final Cluster cluster = seen.stage.made.cluster("prod", 1);
    private final List<String> answered = new ArrayList<>();

    @AfterEach
    void close() {
        seen.close();
    }

    private void in(boolean folders, Runnable then) {
        PathPrompt question = new PathPrompt(
                "Copy files of train-0",
                "Which file or folder?",
                "Choose Place",
                List.of("/var/log/x"),
                "/",
                folders,
                path -> path.equals("/") ? Optional.of("Choose a file.") : Optional.empty(),
                folder -> Optional.ofNullable(FILES.get(folder))
                        .orElseThrow(() -> new IOException("its container has no ls")),
                ClusterId.of(cluster));
        seen.in(() -> seen.dialogs().path(question, answered::add), then);
    }

    @Test
    void aPathInAContainerOfAProductionClusterSaysSo() {
        cluster.setProduction(true);
        ((ShellDialogs) seen.dialogs()).follow(seen.stage.fleet);
        in(false, () -> assertTrue(seen.words().contains("Production: prod"), seen.words()));
    }

    private NatTable table() {
        return Controls.all(seen.dialog(), NatTable.class).getFirst();
    }

    private List<String> names() {
        return IntStream.range(1, table().getRowCount())
                .mapToObj(row -> String.valueOf(table().getDataValueByPosition(0, row)))
                .toList();
    }

    private List<String> marked() {
        return IntStream.range(1, table().getRowCount())
                .mapToObj(row -> table().getCellByPosition(0, row))
                .filter(cell -> DisplayMode.SELECT.equals(cell.getDisplayMode()))
                .map(cell -> String.valueOf(cell.getDataValue()))
                .toList();
    }

    private Combo field() {
        return Controls.all(seen.dialog(), Combo.class).getFirst();
    }

    private void shows(String... expected) {
        seen.until("it is listed", () -> names().equals(List.of(expected)));
    }

    private void click(int row) {
        Rectangle at = table().getBoundsByPosition(0, row);
        Screen.click(table(), at.x + 20, at.y + 5, SWT.NONE);
    }

    @Test
    void whatIsInTheFolderIsShownGoneIntoAndTaken() {
        in(false, () -> {
            shows("data/", "etc/", "readme.txt");
            assertFalse(seen.button("Choose Place").isEnabled());
            click(1);
            seen.until("it stands in the field", () -> field().getText().equals("/data"));
            field().setText("/data/");
            shows("../", "checkpoint.txt", "old/");
            click(2);
            seen.until("it stands in the field", () -> field().getText().equals("/data/checkpoint.txt"));
            seen.press("Choose Place");
        });
        assertEquals(List.of("/data/checkpoint.txt"), answered);
    }

    /** What was typed took the place of the slash that it was to follow. */
    @Test
    void theCaretStandsBehindTheFolderThatIsOffered() {
        in(false, () -> {
            field().setFocus();
            seen.until("the caret is behind it", () -> field().getSelection().equals(new Point(1, 1)));
        });
    }

    @Test
    void whereAFolderIsMeantOnlyFoldersAreShown() {
        in(true, () -> shows("data/", "etc/"));
    }

    /** It showed only the way up, as while it was read. */
    @Test
    void anEmptyFolderIsCalledEmpty() {
        in(false, () -> {
            field().setText("/empty/");
            seen.until("it is said", () -> seen.words().contains("/empty/ is empty."));
            field().setText("/data/");
            shows("../", "checkpoint.txt", "old/");
            assertFalse(seen.words().contains("is empty"), seen.words());
        });
        in(true, () -> {
            field().setText("/files/");
            seen.until("it is said", () -> seen.words().contains("There are no folders in /files/."));
        });
    }

    @Test
    void whereNothingCanBeListedItIsSaidAndThePathIsTyped() {
        in(false, () -> {
            assertEquals(List.of("/var/log/x"), List.of(field().getItems()), "what was answered before");
            field().setText("/srv/x");
            seen.until("it is said", () -> seen.words()
                    .contains("/srv/ cannot be listed: its container has no ls. Type the path."));
            assertTrue(seen.button("Choose Place").isEnabled());
            seen.press("Choose Place");
        });
        assertEquals(List.of("/srv/x"), answered);
    }

    /** After a folder was opened by double click nothing was marked, and typing did nothing. */
    @Test
    void whatIsTypedOverTheRowsMarksTheFirstThatBeginsSoAndEnterOpensAndTakesIt() {
        in(false, () -> {
            shows("data/", "etc/", "readme.txt");
            Screen.key(table(), 'd', 'd', SWT.NONE);
            seen.until("it is marked", () -> marked().equals(List.of("data/")));
            assertEquals("/d", field().getText());
            seen.press("Choose Place");
            shows("../", "checkpoint.txt", "old/");
            assertEquals("/data/", field().getText());
            Screen.key(table(), 'c', 'c', SWT.NONE);
            seen.until("it is marked", () -> marked().equals(List.of("checkpoint.txt")));
            seen.press("Choose Place");
        });
        assertEquals(List.of("/data/checkpoint.txt"), answered);
    }

    @Test
    void aFolderThatIsOpenedAmongTheRowsHasItsFirstMarked() {
        in(false, () -> {
            shows("data/", "etc/", "readme.txt");
            table().setFocus();
            click(1);
            Screen.key(table(), SWT.CR, SWT.CR, SWT.NONE);
            shows("../", "checkpoint.txt", "old/");
            assertEquals(List.of("checkpoint.txt"), marked());
        });
    }
}
