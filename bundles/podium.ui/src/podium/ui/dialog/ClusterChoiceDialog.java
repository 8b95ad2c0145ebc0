// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import podium.operation.submit.ClusterFit;
import podium.ui.label.FleetLabels;
import podium.ui.label.StateLabels;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.toolkit.UiServices;

/** The open clusters side by side: where something fits now, what it would wait for, and what it would cost. */
public final class ClusterChoiceDialog {
    private ClusterChoiceDialog() {}

    /** @param whyNot why a cluster cannot be chosen; empty: it can */
    public static PickDialog<ClusterFit> dialog(
            Shell shell,
            UiServices services,
            String title,
            String confirm,
            List<ClusterFit> clusters,
            Function<ClusterFit, Optional<String>> whyNot) {
        return new PickDialog<>(
                shell,
                services,
                title,
                confirm,
                "What each open cluster says of it as it is now, the best first.",
                columns(whyNot),
                clusters,
                fit -> whyNot.apply(fit).isEmpty(),
                new Point(1240, 420));
    }

    private static List<Column<ClusterFit, ?>> columns(Function<ClusterFit, Optional<String>> whyNot) {
        return List.of(
                Column.<ClusterFit>text("cluster", "cluster", 140, Form.NAME, ClusterChoiceDialog::name)
                        .marked(fit -> Optional.of(StateLabels.of(fit.fit()).mark())),
                Column.text("fit", "now", 110, Form.SENTENCE, ClusterChoiceDialog::now),
                Column.text("nodes", "nodes", 110, Form.SENTENCE, ClusterFit::room),
                Column.text("waits", "waits for", 200, Form.SENTENCE, ClusterFit::waits),
                Column.text("evicts", "evicts", 130, Form.SENTENCE, ClusterFit::evicts),
                Column.text("quota", "quota", 130, Form.SENTENCE, ClusterFit::quota),
                Column.text("distance", "distance", 150, Form.SENTENCE, ClusterFit::distance),
                Column.text("why", "why not", 200, Form.SENTENCE, fit -> whyNot.apply(fit)
                        .orElse("")),
                Column.text("notes", "not known", 160, Form.SENTENCE, fit -> String.join(" ", fit.notes())));
    }

    private static String name(ClusterFit fit) {
        return FleetLabels.name(fit.cluster()) + (fit.here() ? " (here)" : "");
    }

    private static String now(ClusterFit fit) {
        return fit.room().isEmpty() ? "" : StateLabels.of(fit.fit()).word();
    }
}
