// SPDX-License-Identifier: Apache-2.0
package podium.ui.operation;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import podium.ui.kit.Look;
import podium.ui.kit.SafeText;
import podium.ui.kit.Spoken;

/** Text to be read to its end: wrapped, scrolled where it is long, and selected to be copied. UI thread. */
public final class WholeText {
    private static final int LINES = 4;

    private final StyledText text;

    /** @param name what it is, for a screen reader; its parent has a grid */
    public WholeText(Composite parent, Look look, String name) {
        text = look.dress(new StyledText(parent, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL));
        text.setMargins(6, 4, 6, 4);
        GridData data = new GridData(SWT.FILL, SWT.END, true, false);
        data.heightHint = LINES * text.getLineHeight();
        text.setLayoutData(data);
        Spoken.name(text, name);
    }

    /** Shows this; what is selected stays selected while it is the same. */
    public void show(String words) {
        String safe = SafeText.lines(words);
        if (!text.getText().equals(safe)) {
            text.setText(safe);
        }
    }
}
