// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

/** Numbers that are chosen in a row of fields, each between its label and what its least value means. */
public final class NumberField {
    /** A week. */
    private static final int LONGEST = 7 * 24 * 3600;

    /** Pixels between a field's hint and the next field. */
    private static final int GAP = 16;

    private NumberField() {}

    /** A row for fields, in a parent that has a grid. */
    public static Composite row(Composite parent, Theme theme) {
        Composite row = theme.dress(new Composite(parent, SWT.NONE));
        row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        RowLayout layout = new RowLayout();
        layout.marginLeft = 0;
        layout.marginTop = 0;
        layout.marginBottom = 0;
        layout.spacing = 8;
        layout.center = true;
        row.setLayout(layout);
        return row;
    }

    /**
     * A field in such a row.
     *
     * @param hint what the least value means
     * @param spoken the same for a screen reader
     */
    public static Spinner in(
            Composite row,
            Theme theme,
            String words,
            int least,
            int most,
            String hint,
            String spoken,
            SelectionListener changed) {
        WidgetText.set(theme.dress(new Label(row, SWT.NONE)), words);
        Spinner spinner = new Spinner(row, SWT.BORDER);
        theme.own(spinner);
        spinner.setValues(Math.min(least, 0), least, most, 0, 1, 10);
        AccessibleName.name(spinner, words + ", " + spoken);
        spinner.addSelectionListener(changed);
        Label label = theme.dress(new Label(row, SWT.NONE), Name.SURFACE, Name.MUTED);
        WidgetText.set(label, hint);
        label.setLayoutData(new RowData(label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + GAP, SWT.DEFAULT));
        return spinner;
    }

    /** The seconds that pods get to stop. */
    public static Spinner grace(Composite row, Theme theme, SelectionListener changed) {
        return in(
                row,
                theme,
                Texts.of("NumberField.graceInSeconds"),
                -1,
                LONGEST,
                Texts.of("NumberField.eachPodsOwn"),
                Texts.of("NumberField.minusOneForEach"),
                changed);
    }

    /** What {@link #grace} is set to; empty: each pod's own. */
    public static Optional<Duration> period(Spinner grace) {
        return grace.getSelection() < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(grace.getSelection()));
    }
}
