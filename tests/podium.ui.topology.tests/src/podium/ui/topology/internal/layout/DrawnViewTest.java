// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.testing.Fleets;

class DrawnViewTest {
    private final TopologyModel model = new TopologyModel(Fleets.aiFactory().fleet());

    DrawnViewTest() {
        model.resize(1000, 600);
    }

    private void assertSomethingIsDrawn() {
        SceneLayout layout = model.layout();
        PixelRect all = new PixelRect(0, 0, 1000, 600);
        assertTrue(
                Stream.concat(
                                layout.scene().cells().stream().map(layout::of),
                                layout.scene().boxes().stream()
                                        .filter(Box::isNode)
                                        .map(box -> new WorldRect(
                                                layout.of(box).x(),
                                                layout.of(box).y(),
                                                layout.of(box).width(),
                                                layout.header(box))))
                        .anyMatch(rect -> model.view().pixels(rect).overlaps(all)),
                () -> model.view().toString());
    }

    @RepeatedTest(20)
    void noZoomEndsWhereNothingIsDrawn(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 30; i++) {
            model.show(model.view().zoom(random.nextInt(1000), random.nextInt(600), 1.25 + random.nextDouble()));
            assertSomethingIsDrawn();
        }
        for (int i = 0; i < 30; i++) {
            model.show(model.view().pan(random.nextInt(-9000, 9000), random.nextInt(-9000, 9000)));
            assertSomethingIsDrawn();
        }
    }

    @RepeatedTest(32)
    void whoZoomsAtANodeByKeysEndsOnACellOfIt(RepetitionInfo repetition) {
        Box node = model.scene().boxes().stream()
                .filter(Box::isNode)
                .skip(repetition.getCurrentRepetition() - 1)
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < 20; i++) {
            model.show(DrawnView.zoom(model.layout(), model.view(), Hit.of(node), 1.5));
            PixelRect middle = new PixelRect(50, 50, 900, 500);
            assertTrue(
                    model.view().pixels(model.layout().of(node)).overlaps(middle)
                            && model.scene().cells(node).stream().anyMatch(cell -> model.view()
                                    .pixels(model.layout().of(cell))
                                    .overlaps(middle)),
                    "after " + (i + 1) + " steps");
        }
    }

    @Test
    void movingByKeysGoesOnOverAGapThatIsWiderThanTheView() {
        Cell cell = model.scene().cells().getFirst();
        WorldRect rect = model.layout().of(cell);
        model.show(model.view().show(rect, 0.5, Viewport.MOST).zoom(500, 300, 1000));
        Viewport before = model.view();
        int steps = 0;
        while (Hit.at(model.layout(), model.view(), 500, 300).equals(Hit.at(model.layout(), before, 500, 300))
                && steps++ < 9000) {
            model.show(DrawnView.pan(model.layout(), model.view(), -60, 0));
            assertSomethingIsDrawn();
        }
        assertNotEquals(9000, steps, "it came nowhere");
        assertEquals(before.top(), model.view().top());
    }
}
