// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;

/**
 * How wide texts are in the font of a table. To measure one costs more than to draw it, and most of what is painted was painted
 * before, so it is measured once. UI thread.
 */
final class TextWidths {
    /** As many are kept: some screens full. */
    private static final int MOST = 4096;

    private final Map<String, Integer> widths = new HashMap<>();
    private @Nullable Font font;
    private int height;

    /** In pixels, in the font of this context. */
    int of(GC gc, String text) {
        same(gc);
        Integer known = widths.get(text);
        if (known == null) {
            if (widths.size() >= MOST) {
                widths.clear();
            }
            known = gc.textExtent(text).x;
            widths.put(text, known);
        }
        return known;
    }

    /** Of a line in this font. */
    int height(GC gc) {
        same(gc);
        return height;
    }

    private void same(GC gc) {
        Font now = gc.getFont();
        if (!now.equals(font)) {
            font = now;
            height = gc.getFontMetrics().getHeight();
            widths.clear();
        }
    }
}
