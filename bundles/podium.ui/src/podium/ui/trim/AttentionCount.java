// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import podium.model.fleet.Cluster;
import podium.ui.attention.AttentionKind;
import podium.ui.attention.AttentionModel;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

/** How many lines of what needs attention the cluster of the status line has; a click shows them. UI thread. */
final class AttentionCount {
    private final Theme theme;
    private final AttentionModel model;
    private final Label label;

    AttentionCount(
            Composite line,
            Theme theme,
            AttentionModel model,
            Supplier<Optional<Cluster>> cluster,
            Consumer<Cluster> show) {
        this.theme = theme;
        this.model = model;
        label = theme.dress(new Label(line, SWT.NONE), Name.PANEL, Name.MUTED);
        label.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        label.setCursor(label.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        label.addListener(SWT.MouseUp, event -> cluster.get().ifPresent(show));
    }

    /** Pixels that it takes. */
    int width() {
        return label.getText().isEmpty() ? 0 : label.getSize().x;
    }

    /** Looks on for a few milliseconds, and says how many there are now. */
    void tick(Optional<Cluster> cluster) {
        model.tick();
        int count = cluster.map(model::count).orElse(0);
        String words =
                switch (count) {
                    case 0 -> "";
                    case 1 -> Texts.of("AttentionCount.one");
                    default -> Texts.of("AttentionCount.more", Formats.count(count));
                };
        if (!WidgetText.shows(label, words)) {
            WidgetText.set(label, words);
            WidgetText.tip(label, words.isEmpty() ? "" : Texts.of("AttentionCount.showsThem"));
            label.getParent().layout(true);
        }
        label.setForeground(theme.color(cluster.flatMap(model::worst)
                .map(AttentionKind::mark)
                .map(mark -> mark.tone())
                .orElse(Name.MUTED)));
    }
}
