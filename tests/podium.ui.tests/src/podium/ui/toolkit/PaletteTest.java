// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.ui.toolkit.Palette.Name;

class PaletteTest {
    private static final List<Name> GROUNDS = List.of(Name.SURFACE, Name.PANEL, Name.RAISED);

    @ParameterizedTest
    @EnumSource(
            value = Name.class,
            names = {
                "TEXT",
                "MUTED",
                "LINK",
                "CRITICAL",
                "WARNING",
                "GOOD",
                "MARK_RED",
                "MARK_ORANGE",
                "MARK_GREEN",
                "MARK_BLUE",
                "MARK_PURPLE"
            })
    void textReadsOnEveryGroundInBothThemes(Name text) {
        for (boolean dark : new boolean[] {false, true}) {
            for (Name ground : GROUNDS) {
                double contrast = contrast(rgb(text, dark), rgb(ground, dark));
                assertTrue(contrast >= 4.5, text + " on " + ground + (dark ? " dark " : " light ") + contrast);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Name.class,
            names = {
                "FREE",
                "HELD",
                "WAITING",
                "STALE",
                "CORDONED",
                "SELECTED",
                "FOUND",
                "DROP_OK",
                "DROP_IF",
                "DROP_EVICTS",
                "DROP_NO"
            })
    void shapesThatMeanSomethingStandOutInBothThemes(Name shape) {
        for (boolean dark : new boolean[] {false, true}) {
            for (Name ground : GROUNDS) {
                double contrast = contrast(rgb(shape, dark), rgb(ground, dark));
                assertTrue(contrast >= 3, shape + " on " + ground + (dark ? " dark " : " light ") + contrast);
            }
        }
    }

    @Test
    void textReadsOnASelectedRow() {
        for (boolean dark : new boolean[] {false, true}) {
            double contrast = contrast(rgb(Name.TEXT, dark), rgb(Name.SELECTED_SURFACE, dark));
            assertTrue(contrast >= 4.5, "selected row " + contrast);
        }
    }

    @Test
    void freeHeldWaitingAndCordonedAreTellableFromEachOther() {
        for (boolean dark : new boolean[] {false, true}) {
            Set<RGB> colours = new HashSet<>();
            for (Name name : List.of(Name.FREE, Name.HELD, Name.WAITING, Name.CORDONED, Name.CRITICAL, Name.GOOD)) {
                assertTrue(colours.add(rgb(name, dark)), name + " is not its own colour");
            }
        }
    }

    /** Around held GPUs a search drew blue on blue. */
    @Test
    void whatIsFoundHasAnotherHueThanWhatItIsDrawnAround() {
        for (boolean dark : new boolean[] {false, true}) {
            float found = rgb(Name.FOUND, dark).getHSB()[0];
            for (Name name : List.of(Name.HELD, Name.WAITING, Name.SELECTED)) {
                float apart = Math.abs(found - rgb(name, dark).getHSB()[0]);
                assertTrue(Math.min(apart, 360 - apart) > 90, name + (dark ? " dark " : " light ") + apart);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theRampGrowsEvenlyInLightness(boolean dark) {
        Palette palette = new Palette(dark);
        double last = Viridis.luminance(palette.ramp(0).getRGB());
        for (int i = 1; i <= 20; i++) {
            double next = Viridis.luminance(palette.ramp(i / 20.0).getRGB());
            assertTrue(next > last, "step " + i + " of the ramp");
            last = next;
        }
    }

    @Test
    void theRampRunsTheSameWayInBothThemes() {
        for (boolean dark : new boolean[] {false, true}) {
            assertTrue(Viridis.luminance(new Palette(dark).ramp(0).getRGB()) < 0.1);
            assertTrue(Viridis.luminance(new Palette(dark).ramp(1).getRGB()) > 0.6);
        }
    }

    @Test
    void aValueBeyondTheRampTakesItsEnd() {
        Palette palette = new Palette(true);
        assertEquals(palette.ramp(1), palette.ramp(7));
        assertEquals(palette.ramp(0), palette.ramp(-2));
    }

    @Test
    void unknownHasNoColourOfTheRamp() {
        assertThrows(IllegalArgumentException.class, () -> new Palette(false).ramp(Double.NaN));
    }

    @Test
    void listenersHearOfAChangedThemeOnceAndOnlyOfAChange() throws Exception {
        Palette palette = new Palette(false);
        List<Boolean> heard = new ArrayList<>();
        AutoCloseable subscription = palette.listen(() -> heard.add(palette.isDark()));
        palette.use(false);
        palette.use(true);
        subscription.close();
        palette.use(false);
        assertEquals(List.of(true), heard);
    }

    @Test
    void aThemeHasItsOwnColours() {
        Palette palette = new Palette(false);
        var light = palette.color(Name.SURFACE);
        palette.use(true);
        assertNotEquals(light, palette.color(Name.SURFACE));
    }

    @Test
    void textOnAColourIsTheOneThatReadsBetter() {
        Palette palette = new Palette(true);
        for (int i = 0; i <= 10; i++) {
            var ground = palette.ramp(i / 10.0);
            double contrast = contrast(palette.on(ground).getRGB(), ground.getRGB());
            assertTrue(contrast >= 4.5, "text at " + i + " of the ramp " + contrast);
        }
    }

    @Test
    void aTintIsFaintEnoughToReadOn() {
        for (boolean dark : new boolean[] {false, true}) {
            Palette palette = new Palette(dark);
            for (Name name : List.of(Name.CRITICAL, Name.GOOD)) {
                double contrast = contrast(
                        palette.tint(name).getRGB(), palette.color(Name.TEXT).getRGB());
                assertTrue(contrast >= 4.5, name + " tint " + contrast);
            }
        }
    }

    private static RGB rgb(Name name, boolean dark) {
        int rgb = name.rgb(dark);
        return new RGB(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** Contrast of two colours by WCAG 2.1, 1 to 21. */
    @Test
    void textIsReadOnEachColourOfGroupsAndMeanings() {
        for (boolean dark : new boolean[] {true, false}) {
            Palette palette = new Palette(dark);
            Stream.concat(
                            IntStream.range(0, Palette.GROUPS).mapToObj(palette::group),
                            Stream.of(Name.values()).map(palette::color))
                    .forEach(ground -> {
                        double contrast = contrast(palette.on(ground).getRGB(), ground.getRGB());
                        assertTrue(contrast >= 4.5, ground + " " + contrast);
                    });
        }
    }

    private static double contrast(RGB a, RGB b) {
        double la = Viridis.luminance(a);
        double lb = Viridis.luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }
}
