// SPDX-License-Identifier: Apache-2.0
package podium.ui.cluster;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import podium.core.cluster.KnownCluster;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.TextShortener;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

/** What can be done where no cluster is open: buttons, and the clusters that were open before. UI thread. */
public final class EmptyFleetOffers {
    private static final int MOST = 6;
    /** Characters: names that the clouds give are longer than the part is wide. */
    private static final int LONGEST = 24;

    private final Composite box;
    private final Theme theme;
    private final ClusterActions clusters;
    private final Consumer<Throwable> failed;
    private List<KnownCluster> shown = List.of();

    /**
     * @param box of the empty state
     * @param openClusters what the Fleet menu does to open clusters
     * @param openSimulated what it does to open a simulated fleet
     */
    public EmptyFleetOffers(
            Composite box,
            Theme theme,
            ClusterActions clusters,
            Runnable openClusters,
            Runnable openSimulated,
            Consumer<Throwable> failed) {
        this.box = box;
        this.theme = theme;
        this.clusters = clusters;
        this.failed = failed;
        box.setLayout(new GridLayout());
        button(Texts.of("EmptyFleetOffers.openKubeconfig"), openClusters);
        button(Texts.of("EmptyFleetOffers.openSimulatedFleet"), openSimulated);
    }

    /** Reads anew which clusters were open before. */
    public void refresh() {
        clusters.recent(recent -> {
            if (!box.isDisposed()) {
                show(recent.stream().limit(MOST).toList());
            }
        });
    }

    private void show(List<KnownCluster> recent) {
        if (recent.equals(shown)) {
            return;
        }
        shown = recent;
        for (Control old : box.getChildren()) {
            if (old.getData() != null) {
                old.dispose();
            }
        }
        if (!recent.isEmpty()) {
            Label label = theme.dress(new Label(box, SWT.CENTER), Name.SURFACE, Name.MUTED);
            WidgetText.set(label, Texts.of("EmptyFleetOffers.openBefore"));
            label.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, true, false));
            label.setData(label);
        }
        for (KnownCluster known : recent) {
            Button button = button(words(known, recent), () -> clusters.openAgain(known, failed));
            WidgetText.tip(
                    button,
                    known.target().simulated()
                            ? Texts.of("EmptyFleetOffers.madeAnew")
                            : ContextLine.file(known.target().kubeconfig()));
            button.setData(known);
        }
        box.getParent().layout(true, true);
    }

    /** Its context, and where another one is called so the file beside it: the part is narrow. */
    private static String words(KnownCluster known, List<KnownCluster> all) {
        String name = TextShortener.to(LONGEST, SafeText.line(known.target().context()));
        if (known.target().simulated()) {
            return Texts.of("EmptyFleetOffers.simulated", name);
        }
        long namesakes = all.stream()
                .filter(other -> other.target().context().equals(known.target().context()))
                .count();
        String file = String.valueOf(known.target().kubeconfig().getFileName());
        return namesakes == 1 ? name : name + " (" + TextShortener.to(LONGEST, SafeText.line(file)) + ")";
    }

    private Button button(String words, Runnable action) {
        Button button = new Button(box, SWT.PUSH);
        theme.own(button);
        WidgetText.set(button, words);
        button.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, true, false));
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return button;
    }
}
