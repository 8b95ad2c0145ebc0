// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import podium.model.fleet.Cluster;
import podium.placement.whatif.Hypothesis;
import podium.placement.whatif.WhatIfResult;
import podium.ui.advice.WhatIfSession;
import podium.ui.label.FleetLabels;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;
import podium.ui.topology.texts.Texts;

/** The bar above the canvas that says that what is hatched is only supposed, and ends that. Takes no room while nothing is. UI thread. */
public final class WhatIfBar {
    private final Composite bar;
    private final Label words;
    private final Button clear;

    /** A bar that takes no room yet. */
    public WhatIfBar(Composite parent, Theme theme) {
        bar = theme.dress(new Composite(parent, SWT.NONE), Name.WAITING, Name.TEXT);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        GridLayout grid = new GridLayout(2, false);
        grid.marginWidth = 8;
        grid.marginHeight = 3;
        bar.setLayout(grid);
        words = theme.dress(new Label(bar, SWT.NONE), Name.WAITING, Name.TEXT);
        words.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        theme.onTheme(words, () -> words.setForeground(theme.palette().on(theme.color(Name.WAITING))));
        clear = new Button(bar, SWT.PUSH);
        theme.own(clear);
        WidgetText.set(clear, Texts.of("WhatIfBar.clear"));
        WidgetText.tip(clear, Texts.of("WhatIfBar.supposeNothingAnyMore"));
        clear.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        show(Optional.empty(), "");
    }

    /** Says from now on what is supposed. */
    public void follow(WhatIfSession whatIf) {
        new Subscriptions(bar).add(whatIf.listen(this::show));
        clear.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> whatIf.clear()));
        show(whatIf);
    }

    private void show(WhatIfSession whatIf) {
        show(whatIf.outlook(), whatIf.cluster().map(WhatIfBar::which).orElse(""));
    }

    /** Which cluster is meant; nothing where no other one is open. */
    private static String which(Cluster cluster) {
        return cluster.getFleet() == null || cluster.getFleet().getClusters().size() == 1
                ? ""
                : FleetLabels.name(cluster);
    }

    private void show(Optional<WhatIfResult> outlook, String cluster) {
        String said = outlook.map(it -> words(it, cluster)).orElse("");
        WidgetText.set(words, said);
        WidgetText.wholeTip(words, said);
        ((GridData) bar.getLayoutData()).exclude = outlook.isEmpty();
        if (bar.getVisible() != outlook.isPresent()) {
            bar.setVisible(outlook.isPresent());
            bar.getParent().layout(true, true);
        }
    }

    /** What the bar says. */
    static String words(WhatIfResult outlook, String cluster) {
        String lines = outlook.hypotheses().stream().map(Hypothesis::text).collect(Collectors.joining("; "));
        String supposed = cluster.isEmpty() ? lines : Texts.of("WhatIfBar.inCluster", cluster, lines);
        int added = outlook.hypotheses().stream()
                .filter(Hypothesis.Add.class::isInstance)
                .mapToInt(it -> ((Hypothesis.Add) it).count())
                .sum();
        return switch (added) {
            case 0 -> Texts.of("WhatIfBar.notReal", supposed);
            case 1 -> Texts.of("WhatIfBar.notRealOneNotDrawn", supposed);
            default -> Texts.of("WhatIfBar.notRealSomeNotDrawn", supposed, added);
        };
    }
}
