// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.List;
import java.util.Optional;
import podium.ui.label.StateLabels;
import podium.ui.manifest.ManifestLine;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;

/** The columns of the table of objects in a manifest. */
final class ManifestColumns {
    private ManifestColumns() {}

    static List<Column<ManifestLine, ?>> all() {
        return List.of(
                Column.<ManifestLine>text(
                                "name", Texts.of("ManifestColumns.name"), 120, Form.NAME, ManifestColumns::name)
                        .marked(ManifestColumns::mark),
                Column.text("kind", Texts.of("ManifestColumns.kind"), 84, Form.NAME, ManifestLine::kind),
                Column.count("tasks", Texts.of("ManifestColumns.tasks"), 56, ManifestLine::tasks),
                Column.count("gpus", Texts.of("ManifestColumns.gpus"), 56, ManifestLine::gpus),
                Column.text(
                        "words", Texts.of("ManifestColumns.whereItWouldFit"), 280, Form.SENTENCE, ManifestLine::words));
    }

    private static String name(ManifestLine line) {
        return line.isFlaw() ? Texts.of("ManifestColumns.line", line.line()) : line.name();
    }

    private static Optional<StateIcon> mark(ManifestLine line) {
        return Optional.of(
                line.isFlaw()
                        ? new StateIcon(Icon.WARNING, Name.CRITICAL)
                        : line.fit()
                                .map(fit -> StateLabels.of(fit).mark())
                                .orElse(new StateIcon(Icon.INFO, Name.MUTED)));
    }
}
