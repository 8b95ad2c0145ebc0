// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.fake.Screen;

class TextWidthsTest {
    private final Screen screen = Screen.open();
    private final TextWidths widths = new TextWidths();

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void aTextIsAsWideAsItsFontMakesIt() {
        FontData small = JFaceResources.getDefaultFont().getFontData()[0];
        Font large = new Font(screen.display(), small.getName(), 3 * small.getHeight(), small.getStyle());
        GC gc = new GC(screen.shell(100, 100));
        try {
            for (Font font : new Font[] {gc.getFont(), large, gc.getFont()}) {
                gc.setFont(font);
                assertEquals(gc.getFontMetrics().getHeight(), widths.height(gc));
                for (int i = 0; i < 5000; i++) {
                    assertEquals(gc.textExtent("job-" + i % 4200).x, widths.of(gc, "job-" + i % 4200));
                }
            }
        } finally {
            gc.dispose();
            large.dispose();
        }
    }
}
