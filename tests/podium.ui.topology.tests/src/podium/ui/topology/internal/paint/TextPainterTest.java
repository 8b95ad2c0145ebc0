// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.ui.topology.internal.testing.Displays;

class TextPainterTest {
    private static final String LONG = "gpu-llm-pretrain-70b-instruct-worker-0017";
    private TextPainter texts;
    private GC gc;

    @BeforeEach
    void open() {
        Display display = Displays.needed();
        texts = new TextPainter(display);
        gc = new GC(display);
    }

    @AfterEach
    void close() {
        if (gc != null) {
            gc.dispose();
            texts.close();
        }
    }

    @Test
    void aTextThatFitsIsLeftAlone() {
        assertEquals(LONG, texts.label().fit(gc, LONG, 2000));
    }

    @Test
    void aTextThatIsTooLongIsCutInTheMiddleSoThatItFits() {
        for (int pixels = 40; pixels < 250; pixels += 7) {
            String cut = texts.label().fit(gc, LONG, pixels);
            assertTrue(texts.label().width(gc, cut) <= pixels, cut);
            assertTrue(cut.startsWith("g") && cut.endsWith("7") && cut.contains("\u2026"), cut);
        }
    }

    @Test
    void whereNotEvenThreeLettersFitThereIsNone() {
        assertEquals("", texts.label().fit(gc, LONG, 4));
    }

    @Test
    void aReasonIsBrokenAtSpacesAndNothingOfItIsLost() {
        String reason = "node selector asks for nvidia.com/gpu.product=NVIDIA-H200 and the node has NVIDIA-H100";
        List<String> lines = texts.label().wrap(gc, reason, 300);
        assertTrue(lines.size() > 1);
        assertEquals(reason, String.join(" ", lines));
        lines.forEach(line -> assertTrue(texts.label().width(gc, line) <= 300, line));
    }

    @Test
    void theSmallFaceIsSmallerThanTheOneForLabels() {
        assertTrue(texts.small().width(gc, LONG) <= texts.label().width(gc, LONG));
        assertTrue(texts.small().height() <= texts.label().height());
    }
}
