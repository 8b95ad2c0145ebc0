// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.ui.fake.Screen;
import podium.ui.toolkit.Palette.Name;

class IconsTest {
    @ParameterizedTest
    @EnumSource(Icon.class)
    void everyIconIsInTheBundle(Icon icon) {
        assertNotNull(Icons.class.getResource(icon.path()), icon.path());
    }

    @ParameterizedTest
    @EnumSource(Icon.class)
    void everyIconIsDrawnAtSixteenPixelsAndSharpAtTwiceThat(Icon icon) {
        try (Screen screen = Screen.open()) {
            Image image = new Icons(screen.display(), new Palette(false)).image(icon, Name.TEXT);
            assertEquals(16, image.getBounds().width);
            assertTrue(image.getImageData(200).width == 32, "drawn anew at 200 %");
            assertTrue(painted(image.getImageData(100)) > 8, "something is painted");
        }
    }

    @Test
    void anIconHasTheColourOfItsMeaningInTheThemeOfNow() {
        try (Screen screen = Screen.open()) {
            Palette palette = new Palette(false);
            Icons icons = new Icons(screen.display(), palette);
            assertColour(icons.image(Icon.FULL, Name.HELD), Name.HELD.rgb(false));
            palette.use(true);
            assertColour(icons.image(Icon.FULL, Name.HELD), Name.HELD.rgb(true));
        }
    }

    @Test
    void anImageIsMadeOnce() {
        try (Screen screen = Screen.open()) {
            Icons icons = new Icons(screen.display(), new Palette(false));
            assertSame(icons.image(Icon.JOB, Name.TEXT), icons.image(Icon.JOB, Name.TEXT));
        }
    }

    private static void assertColour(Image image, int rgb) {
        ImageData data = image.getImageData(100);
        RGB centre = data.palette.getRGB(data.getPixel(8, 8));
        assertEquals(new RGB(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff), centre);
    }

    private static int painted(ImageData data) {
        int painted = 0;
        for (int x = 0; x < data.width; x++) {
            for (int y = 0; y < data.height; y++) {
                painted += data.getAlpha(x, y) > 100 ? 1 : 0;
            }
        }
        return painted;
    }
}
