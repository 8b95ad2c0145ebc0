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
import podium.ui.texts.Texts;
import podium.ui.toolkit.UiServices;

/** Shows all keys. */
public class KeysHandler {
    /** Keys that belong to a place or to the workbench, said here once. */
    private static final List<Line> OTHERS = List.of(
            new Line("Alt+1 \u2026 Alt+9, Alt+0", Texts.of("KeysHandler.goToFleetTopology")),
            new Line(Texts.of("KeysHandler.middleButton"), Texts.of("KeysHandler.dragTheCanvas")),
            new Line(Texts.of("KeysHandler.enterShiftEnter"), Texts.of("KeysHandler.inTheFindField")),
            new Line(Texts.of("KeysHandler.down"), Texts.of("KeysHandler.inAFieldGo")),
            new Line(Texts.of("KeysHandler.arrowsHomeEnd"), Texts.of("KeysHandler.moveInTables")),
            new Line(Texts.of("KeysHandler.leftRight"), Texts.of("KeysHandler.foldAndUnfoldIn")),
            new Line(Texts.of("KeysHandler.enter"), Texts.of("KeysHandler.inTablesOpenFold")),
            new Line(Texts.of("KeysHandler.escape"), Texts.of("KeysHandler.putBackWhatIs")),
            new Line(Texts.of("KeysHandler.shiftArrowsEnter"), Texts.of("KeysHandler.onTheBoardPick")),
            new Line("v, t, w", Texts.of("KeysHandler.inTheLinesOf")),
            new Line("Ctrl+C", Texts.of("KeysHandler.copyTheSelectedRows")),
            new Line("F1", Texts.of("KeysHandler.helpOnThePart")),
            new Line("Ctrl+Q", Texts.of("KeysHandler.closeTheConsole")));

    @Execute
    void show(@Named(IServiceConstants.ACTIVE_SHELL) Shell shell, UiServices services, KeySchemes keys) {
        List<Line> lines = new ArrayList<>();
        KeyBinding.all(keys.get()).forEach(key -> lines.add(new Line(key.shown(), key.meaning())));
        CanvasKeyBinding.ALL.forEach(key -> lines.add(new Line(key.shown(), key.meaning())));
        lines.addAll(OTHERS);
        new KeysDialog(shell, services, keys.get().word(), lines).open();
    }
}
