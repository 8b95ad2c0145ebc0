// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import podium.operation.submit.ClusterFit;
import podium.placement.Fit;
import podium.ui.label.FleetLabels;
import podium.ui.label.MarkLabels;
import podium.ui.label.StateLabels;
import podium.ui.label.StateLabels.Shown;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.texts.Texts;
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
            Supplier<List<ClusterFit>> clusters,
            Function<ClusterFit, Optional<String>> whyNot) {
        List<ClusterFit> now = clusters.get();
        return new PickDialog<>(
                        shell,
                        services,
                        title,
                        confirm,
                        now.stream().allMatch(fit -> fit.before().isEmpty())
                                ? Texts.of("ClusterChoiceDialog.whatEachOpenCluster")
                                : Texts.of("ClusterChoiceDialog.whatEachAndWhoWaits"),
                        columns(now, whyNot),
                        now,
                        fit -> whyNot.apply(fit).isEmpty(),
                        new Point(1240, 420))
                .following(clusters, ClusterFit::cluster);
    }

    private static List<Column<ClusterFit, ?>> columns(
            List<ClusterFit> clusters, Function<ClusterFit, Optional<String>> whyNot) {
        Column<ClusterFit, ?> cluster = Column.<ClusterFit>text(
                        "cluster", Texts.of("ClusterChoiceDialog.cluster"), 180, Form.NAME, ClusterChoiceDialog::name)
                .marked(fit -> Optional.of(now(fit, whyNot).mark()));
        return Stream.<Optional<? extends Column<ClusterFit, ?>>>of(
                        Optional.of(cluster),
                        Optional.of(Column.text(
                                "fit", Texts.of("ClusterChoiceDialog.now"), 110, Form.SENTENCE, fit -> now(fit, whyNot)
                                        .word())),
                        said(clusters, Texts.of("ClusterChoiceDialog.nodes"), 190, ClusterFit::room),
                        said(clusters, Texts.of("ClusterChoiceDialog.namespace"), 190, ClusterChoiceDialog::namespace),
                        said(clusters, Texts.of("ClusterChoiceDialog.waiting"), 260, ClusterFit::before)
                                .map(column -> Column.text(
                                        column.id(), column.label(), 260, Form.SENTENCE, ClusterChoiceDialog::before)),
                        said(clusters, Texts.of("ClusterChoiceDialog.evicts"), 130, ClusterFit::evicts),
                        said(clusters, Texts.of("ClusterChoiceDialog.quota"), 130, ClusterFit::quota),
                        said(clusters, Texts.of("ClusterChoiceDialog.together"), 230, ClusterFit::distance),
                        said(clusters, Texts.of("ClusterChoiceDialog.whyNot"), 260, fit -> why(fit, whyNot)),
                        said(
                                clusters,
                                Texts.of("ClusterChoiceDialog.notKnown"),
                                160,
                                fit -> String.join(" ", fit.notes())))
                .<Column<ClusterFit, ?>>flatMap(Optional::stream)
                .toList();
    }

    /** What no cluster says anything of takes no room. */
    private static Optional<Column<ClusterFit, String>> said(
            List<ClusterFit> clusters, String label, int width, Function<ClusterFit, String> words) {
        return clusters.stream().allMatch(fit -> words.apply(fit).isEmpty())
                ? Optional.empty()
                : Optional.of(Column.text(label, label, width, Form.SENTENCE, words));
    }

    /** Where others have jobs before it, that one has none is said: nothing at all would read as not known. */
    private static String before(ClusterFit fit) {
        return fit.before().isEmpty() && !fit.room().isEmpty()
                ? Texts.of("ClusterChoiceDialog.noneWaiting")
                : fit.before();
    }

    private static String name(ClusterFit fit) {
        String name = FleetLabels.name(fit.cluster()) + MarkLabels.behind(fit.cluster());
        return fit.here() ? Texts.of("ClusterChoiceDialog.here", name) : name;
    }

    /** Why it does not start there; where it is, that is all there is to say. */
    private static String why(ClusterFit fit, Function<ClusterFit, Optional<String>> whyNot) {
        Optional<String> barred = fit.here() ? Optional.empty() : whyNot.apply(fit);
        return Stream.concat(barred.stream(), Stream.of(fit.waits()))
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String namespace(ClusterFit fit) {
        return fit.here()
                ? ""
                : fit.newNamespace()
                        .map(name -> Texts.of("ClusterChoiceDialog.isNotThere", name))
                        .orElse("");
    }

    /** One that it cannot go to has room at best. */
    private static Shown now(ClusterFit fit, Function<ClusterFit, Optional<String>> whyNot) {
        Shown shown = StateLabels.of(fit.fit());
        if (fit.room().isEmpty()) {
            return new Shown("", shown.icon(), shown.tone());
        }
        boolean barred = !fit.here() && whyNot.apply(fit).isPresent();
        Shown refused = StateLabels.of(Fit.REFUSED);
        return barred && fit.fit().takes()
                ? new Shown(Texts.of("ClusterChoiceDialog.hasRoom"), refused.icon(), refused.tone())
                : shown;
    }
}
