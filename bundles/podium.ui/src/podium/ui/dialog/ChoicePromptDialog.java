// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import podium.ui.prompt.ChoicePrompt;
import podium.ui.prompt.ChoicePrompt.Option;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.StateIcon;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.UiServices;

/** A choice as a dialog: what can be chosen, what it means, and why the rest cannot. */
public final class ChoicePromptDialog {
    private ChoicePromptDialog() {}

    public static <T> PickDialog<Option<T>> dialog(Shell shell, UiServices services, ChoicePrompt<T> choice) {
        return new PickDialog<>(
                shell,
                services,
                choice.title(),
                choice.confirm(),
                choice.question(),
                columns(),
                choice.options(),
                option -> option.whyNot().isEmpty(),
                new Point(900, 420));
    }

    private static <T> List<Column<Option<T>, ?>> columns() {
        return List.of(
                Column.<Option<T>>text("choice", "choice", 170, Form.NAME, Option::words)
                        .marked(ChoicePromptDialog::mark),
                Column.<Option<T>>text("meaning", "what it means", 420, Form.SENTENCE, Option::meaning),
                Column.<Option<T>>text("why", "why not", 260, Form.SENTENCE, option -> option.whyNot()
                        .orElse("")));
    }

    private static <T> Optional<StateIcon> mark(Option<T> option) {
        return Optional.of(
                option.whyNot().isEmpty()
                        ? new StateIcon(Icon.FITS, Name.GOOD)
                        : new StateIcon(Icon.DOES_NOT_FIT, Name.MUTED));
    }
}
