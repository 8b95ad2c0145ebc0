// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.services.IServiceConstants;
import org.eclipse.swt.widgets.Shell;
import podium.ui.dialog.KeysDialog;
import podium.ui.dialog.KeysDialog.Line;
import podium.ui.enablement.KeySchemes;
import podium.ui.keybinding.CanvasKeyBinding;
import podium.ui.keybinding.KeyBinding;
import podium.ui.toolkit.UiServices;

/** Shows all keys. */
public class KeysHandler {
    /** Keys that belong to a place or to the workbench, said here once. */
    private static final List<Line> OTHERS = List.of(
            new Line(
                    "Alt+1 \u2026 Alt+9, Alt+0",
                    "Go to Fleet, Topology, Details, Jobs, Utilization, Operations, What if, Slots, Logs, Objects"),
            new Line("Enter, Shift+Enter", "In the find field: go to the next match, or back"),
            new Line("Down", "In a field: go to the results"),
            new Line("Arrows, Home, End", "Move in tables"),
            new Line("Left, Right", "Fold and unfold in Fleet and Jobs"),
            new Line("Enter", "In tables: open, fold or unfold"),
            new Line("Escape", "Put back what is carried, empty a field, clear the selection, close a dialog"),
            new Line("Shift+arrows, Enter", "On the board: pick a range of ranks, and carry it to the canvas"),
            new Line("v, t, w", "In the lines of Logs: the previous run, the times, break long lines"),
            new Line("Ctrl+C", "Copy the selected rows"),
            new Line("F1", "Help on the part that has the focus"),
            new Line("Ctrl+Q", "Close the console"));

    @Execute
    void show(@Named(IServiceConstants.ACTIVE_SHELL) Shell shell, UiServices services, KeySchemes keys) {
        List<Line> lines = new ArrayList<>();
        KeyBinding.all(keys.get()).forEach(key -> lines.add(new Line(key.shown(), key.meaning())));
        CanvasKeyBinding.ALL.forEach(key -> lines.add(new Line(key.shown(), key.meaning())));
        lines.addAll(OTHERS);
        new KeysDialog(shell, services, keys.get().word(), lines).open();
    }
}
