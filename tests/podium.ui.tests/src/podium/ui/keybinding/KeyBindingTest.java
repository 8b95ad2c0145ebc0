// SPDX-License-Identifier: Apache-2.0
package podium.ui.keybinding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import podium.ui.enablement.FleetAction;
import podium.ui.enablement.KeyScheme;
import podium.ui.enablement.KeySchemes;
import podium.ui.fake.Screen;

class KeyBindingTest {
    @ParameterizedTest
    @CsvSource({"p,PLACE", "P,PLACE", "d,DRAIN", "c,CORDON", "u,UNCORDON"})
    void aLetterDoesItsActWhateverItsCase(char typed, FleetAction action) {
        KeyBinding key = KeyBinding.of(KeyScheme.PODIUM, typed, Character.toLowerCase(typed), SWT.NONE)
                .orElseThrow();
        assertEquals(action.name(), key.parameters().get("act"));
    }

    @ParameterizedTest
    @CsvSource({"l,LOGS", "s,SHELL", "r,DRAIN", "c,CORDON", "u,UNCORDON", "n,SUBMIT"})
    void withTheKeysOfK9sALetterDoesWhatItDoesThere(char typed, FleetAction action) {
        KeyBinding key = KeyBinding.of(KeyScheme.K9S, typed, typed, SWT.NONE).orElseThrow();
        assertEquals(action.name(), key.parameters().get("act"));
    }

    @Test
    void withTheKeysOfK9sNothingIsDeletedByALetterAndDDescribes() {
        assertEquals(
                "podium.command.details",
                KeyBinding.of(KeyScheme.K9S, 'd', 'd', SWT.NONE).orElseThrow().command());
        assertEquals(
                "DELETE",
                KeyBinding.of(KeyScheme.K9S, (char) 4, 'd', SWT.MOD1)
                        .orElseThrow()
                        .parameters()
                        .get("act"));
        assertTrue(KeyBinding.of(KeyScheme.PODIUM, (char) 4, 'd', SWT.MOD1).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(KeyScheme.class)
    void inASchemeASignMeansOneThing(KeyScheme scheme) {
        List<String> shown =
                KeyBinding.all(scheme).stream().map(KeyBinding::shown).toList();
        assertEquals(shown.size(), new HashSet<>(shown).size(), shown::toString);
        assertEquals(
                "podium.command.commandLine",
                KeyBinding.of(scheme, ':', ';', SWT.SHIFT).orElseThrow().command());
        assertEquals(
                "podium.command.edit",
                KeyBinding.of(scheme, 'e', 'e', SWT.NONE).orElseThrow().command());
    }

    @Test
    void theChosenKeysAreKeptForTheNextStart() {
        Map<String, String> kept = new HashMap<>();
        new KeySchemes(kept).choose(KeyScheme.K9S);
        assertEquals(KeyScheme.K9S, new KeySchemes(kept).get());
        kept.put("keys", "of another time");
        assertEquals(KeyScheme.PODIUM, new KeySchemes(kept).get());
    }

    @Test
    void aLetterWithControlOrAltIsNotThatLetter() {
        assertTrue(KeyBinding.of(KeyScheme.PODIUM, 'p', 'p', SWT.MOD1).isEmpty());
        assertTrue(KeyBinding.of(KeyScheme.PODIUM, 'd', 'd', SWT.ALT).isEmpty());
    }

    @Test
    void undoNeedsControl() {
        assertTrue(KeyBinding.of(KeyScheme.PODIUM, 'z', 'z', SWT.NONE).isEmpty());
        assertEquals(
                "UNDO",
                KeyBinding.of(KeyScheme.PODIUM, (char) 26, 'z', SWT.MOD1)
                        .orElseThrow()
                        .parameters()
                        .get("act"));
    }

    @Test
    void findAndKeysHaveTheirSigns() {
        assertEquals(
                "podium.command.find",
                KeyBinding.of(KeyScheme.PODIUM, '/', '/', SWT.NONE)
                        .orElseThrow()
                        .command());
        assertEquals(
                "podium.command.keys",
                KeyBinding.of(KeyScheme.PODIUM, '?', '/', SWT.SHIFT)
                        .orElseThrow()
                        .command());
    }

    @Test
    void keysAreSilentWhereLettersAreTyped() {
        try (Screen screen = Screen.open()) {
            Shell shell = screen.shell(100, 100);
            assertTrue(SingleLetterBindings.types(new Text(shell, SWT.NONE)));
            assertTrue(SingleLetterBindings.types(new Combo(shell, SWT.NONE)));
            assertTrue(SingleLetterBindings.types(new Spinner(shell, SWT.NONE)));
            assertTrue(SingleLetterBindings.types(new StyledText(shell, SWT.NONE)));
            assertFalse(SingleLetterBindings.types(new StyledText(shell, SWT.READ_ONLY)));
            assertFalse(SingleLetterBindings.types(new Button(shell, SWT.PUSH)));
            assertFalse(SingleLetterBindings.types(null));
        }
    }

    @Test
    void everyClassTheFragmentNamesExists() throws Exception {
        for (Element element : elements(fragment())) {
            String uri = element.getAttribute("contributionURI");
            if (!uri.isEmpty()) {
                String name = uri.substring(uri.lastIndexOf('/') + 1);
                assertNotNull(Class.forName(name, false, KeyBindingTest.class.getClassLoader()), uri);
            }
        }
    }

    @Test
    void everyItemOfTheFragmentHasACommandAndAHandler() throws Exception {
        Set<String> commands = new HashSet<>();
        Set<String> handled = new HashSet<>();
        Set<String> used = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (Element element : elements(fragment())) {
            String type = element.getAttribute("xsi:type");
            if (type.endsWith(":Command")) {
                commands.add(element.getAttribute("elementId"));
            } else if (type.endsWith(":Handler")) {
                handled.add(element.getAttribute("command"));
            } else if (type.endsWith("MenuItem")) {
                used.add(element.getAttribute("command"));
            }
            String id = element.getAttribute("xmi:id");
            assertTrue(id.isEmpty() || ids.add(id), id + " twice");
        }
        for (KeyScheme scheme : KeyScheme.values()) {
            KeyBinding.all(scheme).forEach(key -> used.add(key.command()));
        }
        assertEquals(commands, handled);
        assertTrue(commands.containsAll(used), used.toString());
    }

    private static Document fragment() throws Exception {
        Path file = Path.of("../../bundles/podium.ui/fragment.e4xmi");
        if (!Files.exists(file)) {
            throw new TestAbortedException("skipped, the sources are not beside the tests: " + file);
        }
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        try (InputStream in = Files.newInputStream(file)) {
            return factory.newDocumentBuilder().parse(in);
        }
    }

    private static List<Element> elements(Document document) {
        NodeList all = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }
}
