// SPDX-License-Identifier: Apache-2.0
package podium.app.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.app.house.Models;
import podium.ui.toolkit.Palette.Name;

class GtkStyleSheetTest {
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theEdgeOfACheckBoxIsSeenOnTheGroundOfADialog(boolean dark) {
        double contrast = contrast(edge("check, radio", dark), Name.SURFACE.rgb(dark));
        assertTrue(contrast >= 3, "contrast " + contrast);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theEdgeOfAFieldIsSeenOnTheGroundOfADialog(boolean dark) {
        double contrast = contrast(edge("entry, spinbutton", dark), Name.SURFACE.rgb(dark));
        assertTrue(contrast >= 3, "contrast " + contrast);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAnEmptyFieldSaysCanBeRead(boolean dark) {
        String said = "@define-color placeholder_text_color #%06x;".formatted(Name.MUTED.rgb(dark));
        assertTrue(GtkStyleSheet.css(dark).contains(said), said);
        double contrast = contrast(Name.MUTED.rgb(dark), Name.RAISED.rgb(dark));
        assertTrue(contrast >= 4.5, "contrast " + contrast);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsDisabledCanStillBeRead(boolean dark) {
        double contrast = contrast(Name.STALE.rgb(dark), Name.RAISED.rgb(dark));
        assertTrue(contrast >= 3, "contrast " + contrast);
    }

    /** On a desktop whose theme is dark by GTK_THEME they were white on white in the light theme. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theWordsOfAToolBarAreThoseOfTheThemeUnlessTheyAreDisabled(boolean dark) {
        String css = GtkStyleSheet.css(dark);
        assertTrue(css.contains("toolbar button label { color: #%06x; }".formatted(Name.TEXT.rgb(dark))), css);
        assertTrue(
                css.contains("toolbar button:disabled label { color: #%06x; }".formatted(Name.STALE.rgb(dark))), css);
    }

    @Test
    void aDarkDesktopStartsTheDarkThemeWhereNoneIsChosen() {
        assertEquals("podium.theme.dark", ThemeAddon.id(true));
        assertEquals("podium.theme.light", ThemeAddon.id(false));
        String product = Models.product();
        assertFalse(product.contains("cssTheme"), "what the product says goes before that of the desktop");
        assertTrue(product.contains("id=\"" + ThemeAddon.id(true) + "\""), product);
    }

    /** A tool bar higher than the tabs beside it (swt-tab-height of the style sheets) is shown by CTabFolder as a stub, until hovered. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theButtonsThatMinimizeAPartAreNoHigherThanItsTab(boolean dark) {
        String css = GtkStyleSheet.css(dark);
        Matcher button = Pattern.compile("toolbar button \\{[^}]*min-height: (\\d+)px; padding: (\\d+)px")
                .matcher(css);
        assertTrue(button.find() && css.contains("toolbar { padding: 0; }"), css);
        int border = 2;
        assertTrue(Integer.parseInt(button.group(1)) + 2 * Integer.parseInt(button.group(2)) + border <= 24);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyRuleIsWhole(boolean dark) {
        String css = GtkStyleSheet.css(dark);
        Matcher rule = RULE.matcher(css);
        int rules = 0;
        while (rule.find()) {
            rules++;
            assertTrue(rule.group(2).strip().endsWith(";"), rule.group());
        }
        assertEquals(css.chars().filter(c -> c == '{').count(), rules);
        assertTrue(css.contains("menubar { background-color: #%06x;".formatted(Name.PANEL.rgb(dark))), css);
    }

    private static int edge(String selector, boolean dark) {
        Matcher found = Pattern.compile(Pattern.quote(selector) + "[^{]*\\{[^}]*border-color: #([0-9a-f]{6})")
                .matcher(GtkStyleSheet.css(dark));
        assertTrue(found.find(), selector);
        return Integer.parseInt(found.group(1), 16);
    }

    /** Contrast ratio by WCAG 2.2, 1.4.3. */
    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
