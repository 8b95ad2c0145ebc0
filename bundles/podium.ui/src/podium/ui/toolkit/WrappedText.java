// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/** Text to be read to its end: wrapped, scrolled where it is long, and selected to be copied. UI thread. */
public final class WrappedText {
    private final StyledText text;

    /**
     * In a parent that has a grid.
     *
     * @param name what it is, for a screen reader
     * @param lines so many are seen at once, and more where there is room for them
     */
    public WrappedText(Composite parent, Theme theme, String name, int lines) {
        this(parent, theme, name, lines, Palette.Name.TEXT);
    }

    /** In another colour. */
    public WrappedText(Composite parent, Theme theme, String name, int lines, Palette.Name tone) {
        text = theme.dress(
                new StyledText(parent, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL),
                Palette.Name.SURFACE,
                tone);
        text.setMargins(6, 4, 6, 4);
        GridData data = new GridData(SWT.FILL, SWT.END, true, false);
        data.heightHint = lines * text.getLineHeight();
        text.setLayoutData(data);
        AccessibleName.name(text, name);
    }

    /** Shows this; what is selected stays selected while it is the same. */
    public void show(String words) {
        String safe = LineWrap.broken(SafeText.lines(words));
        if (!text.getText().equals(safe)) {
            text.setText(safe);
        }
    }

    /** Takes as much room as its words need, up to so many lines; without words it is taken out of its parent. */
    public void fit(int lines) {
        GridData data = (GridData) text.getLayoutData();
        boolean shown = text.getCharCount() > 0;
        int width = Math.max(1, text.getParent().getClientArea().width);
        int needed = text.computeSize(width, SWT.DEFAULT, true).y;
        data.heightHint = Math.min(needed, lines * text.getLineHeight());
        data.exclude = !shown;
        text.setVisible(shown);
        text.getParent().layout();
    }
}
