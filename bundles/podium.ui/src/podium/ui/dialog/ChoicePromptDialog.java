// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import podium.model.fleet.Cluster;
import podium.ui.prompt.ChoicePrompt;
import podium.ui.prompt.ChoicePrompt.Heads;
import podium.ui.prompt.ChoicePrompt.Option;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.UiServices;

/** A choice as a dialog: what can be chosen, what it means, and why the rest cannot. */
public final class ChoicePromptDialog {
    private ChoicePromptDialog() {}

    public static <T> PickDialog<Option<T>> dialog(
            Shell shell, UiServices services, ChoicePrompt<T> choice, Optional<Cluster> cluster) {
        PickDialog<Option<T>> dialog = new PickDialog<>(
                shell,
                services,
                choice.title(),
                choice.confirm(),
                choice.question(),
                columns(choice.options(), choice.heads()),
                choice.options(),
                option -> option.whyNot().isEmpty(),
                new Point(900, 420));
        return (choice.preselects() ? dialog : dialog.unchosen()).in(cluster);
    }

    /** Only where something cannot be chosen there is a column that says why, and a mark that tells the rest apart. */
    static <T> List<Column<Option<T>, ?>> columns(List<Option<T>> options, Optional<Heads> heads) {
        List<Column<Option<T>, ?>> columns = new ArrayList<>();
        boolean differ = options.stream().anyMatch(option -> option.whyNot().isPresent());
        String answer = heads.map(Heads::answer).orElse(Texts.of("ChoicePromptDialog.choice"));
        String meaning = heads.map(Heads::meaning).orElse(Texts.of("ChoicePromptDialog.whatItMeans"));
        columns.add(Column.<Option<T>>text("choice", answer, 220, Form.NAME, Option::words)
                .marked(option -> differ ? mark(option) : Optional.empty()));
        columns.add(Column.text("meaning", meaning, 370, Form.SENTENCE, Option::meaning));
        if (differ) {
            columns.add(Column.text(
                    "why", Texts.of("ChoicePromptDialog.whyNot"), 260, Form.SENTENCE, option -> option.whyNot()
                            .orElse("")));
        }
        return columns;
    }

    private static <T> Optional<StateIcon> mark(Option<T> option) {
        return Optional.of(
                option.whyNot().isEmpty()
                        ? new StateIcon(Icon.FITS, Name.GOOD)
                        : new StateIcon(Icon.DOES_NOT_FIT, Name.MUTED));
    }
}
