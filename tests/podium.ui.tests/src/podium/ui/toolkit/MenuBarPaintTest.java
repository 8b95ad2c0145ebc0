// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import podium.ui.fake.Screen;

class MenuBarPaintTest {
    /** It stayed black for minutes where the window got its size after it was painted. */
    @Test
    void theMenuBarIsPaintedAgainWhenTheWindowHasAnotherSize() {
        try (Screen screen = Screen.open()) {
            Shell shell = screen.shell(300, 200);
            Menu bar = new Menu(shell, SWT.BAR);
            shell.setMenuBar(bar);
            List<Menu> painted = new ArrayList<>();
            MenuBarPaint.watch(shell, painted::add);
            screen.until("it is painted at first", () -> !painted.isEmpty());
            painted.clear();
            shell.notifyListeners(SWT.Resize, new Event());
            screen.until("it is painted again", () -> painted.contains(bar));
            assertEquals("gtk".equals(SWT.getPlatform()), MenuBarPaint.paint(bar));
        }
    }
}
