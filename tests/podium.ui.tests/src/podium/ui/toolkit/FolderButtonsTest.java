// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabFolder2Adapter;
import org.eclipse.swt.custom.CTabFolderEvent;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.fake.Controls;
import podium.ui.fake.Screen;

class FolderButtonsTest {
    private final Screen screen = Screen.open();
    private final Shell shell = screen.shell(600, 100);
    private final Listener filter = FolderButtons.watch(screen.display());
    private final List<String> done = new ArrayList<>();

    @AfterEach
    void close() {
        screen.display().removeFilter(SWT.Selection, filter);
        screen.close();
    }

    private CTabFolder folder(int x) {
        CTabFolder made = new CTabFolder(shell, SWT.NONE);
        made.setBounds(x, 0, 300, 80);
        made.setMinimizeVisible(true);
        made.setMaximizeVisible(true);
        made.addCTabFolder2Listener(new CTabFolder2Adapter() {
            @Override
            public void minimize(CTabFolderEvent event) {
                done.add("minimize");
            }

            @Override
            public void maximize(CTabFolderEvent event) {
                done.add("maximize");
            }
        });
        return made;
    }

    private ToolItem button(CTabFolder folder, String tip) {
        return Controls.all(folder, ToolBar.class).stream()
                .flatMap(bar -> Stream.of(bar.getItems()))
                .filter(item -> tip.equals(item.getToolTipText()))
                .findFirst()
                .orElseThrow();
    }

    private void press(ToolItem button, int time) {
        Event event = new Event();
        event.time = time;
        button.notifyListeners(SWT.Selection, event);
    }

    /** Restore was where Minimize of Details came to be: a second press folded Details until Reset Layout. */
    @Test
    void aSecondPressIsNotForTheButtonThatCameToItsPlace() {
        CTabFolder jobs = folder(0);
        CTabFolder details = folder(300);
        screen.show(shell);
        press(button(jobs, "Maximize"), 5_000);
        press(button(details, "Minimize"), 5_400);
        press(button(details, "Minimize"), 5_900);
        assertEquals(List.of("maximize"), done);
        press(button(details, "Minimize"), 7_000);
        assertEquals(List.of("maximize", "minimize"), done, "a press of its own");
        screen.display().setCursorLocation(3, 3);
        press(button(jobs, "Maximize"), 7_100);
        assertEquals(3, done.size(), "a press elsewhere");
    }
}
