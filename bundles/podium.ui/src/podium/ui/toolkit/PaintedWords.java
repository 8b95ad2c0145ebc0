// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import podium.ui.toolkit.Palette.Name;

/** Words in the place of what is painted, while there is nothing to paint: why, and what to do next. UI thread. */
public final class PaintedWords {
    private PaintedWords() {}

    /** At the top of an area, wrapped to its width. */
    public static void paint(GC gc, Theme theme, Font font, String words, Rectangle area) {
        TextLayout layout = new TextLayout(gc.getDevice());
        try {
            layout.setText(SafeText.lines(words));
            layout.setFont(font);
            layout.setAlignment(SWT.CENTER);
            layout.setWidth(Math.max(1, area.width));
            gc.setForeground(theme.color(Name.MUTED));
            layout.draw(gc, area.x, area.y);
        } finally {
            layout.dispose();
        }
    }
}
