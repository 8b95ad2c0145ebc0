// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
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
                Column.count("tasks", Texts.of("ManifestColumns.tasks"), 56, line -> number(line, line.tasks())),
                Column.count("gpus", Texts.of("ManifestColumns.gpus"), 56, line -> number(line, line.gpus())),
                Column.text(
                        "words", Texts.of("ManifestColumns.whereItWouldFit"), 280, Form.SENTENCE, ManifestLine::words));
    }

    /** What could not be read has no number, which is not 0. */
    private static @Nullable Integer number(ManifestLine line, int number) {
        return line.isFlaw() ? null : number;
    }

    private static String name(ManifestLine line) {
        return line.isFlaw() ? Texts.of("ManifestColumns.line", line.line()) : line.name();
    }

    private static Optional<StateIcon> mark(ManifestLine line) {
        return Optional.of(
                line.isFlaw()
                        ? new StateIcon(Icon.FAILED, Name.CRITICAL)
                        : line.fit()
                                .map(fit -> StateLabels.of(fit).mark())
                                .orElse(new StateIcon(Icon.INFO, Name.MUTED)));
    }
}
