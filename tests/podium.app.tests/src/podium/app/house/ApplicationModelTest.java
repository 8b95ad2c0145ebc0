// SPDX-License-Identifier: Apache-2.0
package podium.app.house;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplicationElement;
import org.eclipse.e4.ui.model.application.MContribution;
import org.eclipse.e4.ui.model.application.commands.MBindingTable;
import org.eclipse.e4.ui.model.application.commands.MCommand;
import org.eclipse.e4.ui.model.application.commands.MCommandParameter;
import org.eclipse.e4.ui.model.application.commands.MHandler;
import org.eclipse.e4.ui.model.application.commands.MKeyBinding;
import org.eclipse.e4.ui.model.application.commands.MParameter;
import org.eclipse.e4.ui.model.application.ui.MUILabel;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.menu.ItemType;
import org.eclipse.e4.ui.model.application.ui.menu.MHandledItem;
import org.eclipse.e4.ui.model.application.ui.menu.MHandledMenuItem;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.junit.jupiter.api.Test;

/** Everything that the application model and its fragments name is there. */
class ApplicationModelTest {
    private final Models models = new Models();

    @Test
    void everyFileIsAModelWithoutErrors() {
        assertTrue(models.resources().size() >= 1, "there is an application model");
        assertAll(models.resources().stream()
                .map(resource ->
                        () -> assertEquals(List.of(), resource.getErrors(), String.valueOf(resource.getURI()))));
    }

    /** Operations stood third in the menu and last among the tabs. */
    @Test
    void theViewMenuListsThePartsInTheOrderOfTheirTabs() throws IOException {
        String model = Files.readString(Models.files().stream()
                .filter(file -> file.endsWith("Application.e4xmi"))
                .findFirst()
                .orElseThrow());
        assertEquals(
                all("basic:Part\" xmi:id=\"(podium\\.part\\.\\w+)\"", model),
                all("elementId=\"podium\\.item\\.show[^>]*value=\"(podium\\.part\\.\\w+)\"", model));
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void everyFragmentIsAnnouncedByItsBundle() {
        assertAll(Models.files().stream()
                .filter(file -> !file.endsWith("Application.e4xmi"))
                .map(file -> () -> {
                    String bundle = file.getParent().getFileName().toString();
                    var manifest =
                            Objects.requireNonNull(Checkout.manifests("bundles").get(bundle));
                    assertEquals(
                            List.of(file.getFileName().toString()), Checkout.names(manifest, "Model-Fragment"), bundle);
                    assertEquals(List.of("lazy"), Checkout.names(manifest, "Bundle-ActivationPolicy"), bundle);
                }));
    }

    @Test
    void everyClassIsThere() {
        assertAll(models.all(MContribution.class)
                .filter(element -> element.getContributionURI() != null)
                .map(element -> () -> assertDoesNotThrow(
                        () -> Contributions.load(element.getContributionURI()), Models.name(element))));
    }

    @Test
    void everyHandlerCanBeExecuted() {
        assertAll(models.all(MHandler.class).map(handler -> () -> {
            Method[] methods = Contributions.load(handler.getContributionURI()).getDeclaredMethods();
            assertTrue(
                    Arrays.stream(methods).anyMatch(method -> method.isAnnotationPresent(Execute.class)),
                    Models.name(handler) + " has a method with @Execute");
        }));
    }

    /** A choice that is kept shows in the menu what is chosen; one act with several targets, such as a part to show, does not. */
    @Test
    void everyItemOfAKeptChoiceCanBeMarked() {
        Set<String> kept = Set.of("podium.command.theme", "podium.command.keyScheme");
        List<MHandledMenuItem> items = models.all(MHandledMenuItem.class)
                .filter(item -> kept.contains(item.getCommand().getElementId()))
                .toList();
        assertEquals(4, items.size());
        assertAll(items.stream().map(item -> () -> assertEquals(ItemType.RADIO, item.getType(), Models.name(item))));
    }

    @Test
    void everyIconIsThere() {
        assertAll(models.all(MUILabel.class)
                .map(MUILabel::getIconURI)
                .filter(uri -> uri != null && !uri.isEmpty())
                .distinct()
                .map(uri -> () -> assertTrue(Files.isRegularFile(icon(uri)), uri)));
    }

    @Test
    void everyReferenceToACommandHolds() {
        Stream<MApplicationElement> users = Stream.of(
                        models.all(MHandler.class), models.all(MKeyBinding.class), models.all(MHandledItem.class))
                .flatMap(elements -> elements);
        assertAll(users.map(user -> () -> {
            MCommand command = command(user);
            assertNotNull(command, Models.name(user) + " has a command");
            assertTrue(!((EObject) command).eIsProxy(), Models.name(user) + " has a command that is there");
        }));
    }

    @Test
    void everyCommandHasAHandlerAndEveryHandlerItsOwnCommand() {
        List<String> handled = models.all(MHandler.class)
                .map(handler -> handler.getCommand().getElementId())
                .toList();
        assertEquals(
                models.all(MCommand.class).map(MCommand::getElementId).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(handled));
        assertEquals(List.of(), twice(handled.stream()));
    }

    @Test
    void aUseOfACommandGivesItsParametersAndNoOthers() {
        assertAll(Stream.concat(
                models.all(MKeyBinding.class).map(key -> parameters(key, key.getCommand(), key.getParameters())),
                models.all(MHandledItem.class).map(item -> parameters(item, item.getCommand(), item.getParameters()))));
    }

    @Test
    void everyKeySequenceIsOneAndMeansOneThing() {
        assertAll(models.all(MKeyBinding.class)
                .map(key -> () ->
                        assertDoesNotThrow(() -> KeySequence.getInstance(key.getKeySequence()), Models.name(key))));
        Stream<String> sequences = models.all(MBindingTable.class).flatMap(table -> table.getBindings().stream()
                .map(key -> table.getBindingContext().getElementId() + " " + key.getKeySequence()));
        assertEquals(List.of(), twice(sequences));
    }

    @Test
    void everyBindingContextIsThere() {
        assertAll(models.all(MBindingTable.class)
                .map(table -> () -> assertTrue(
                        table.getBindingContext() != null && !((EObject) table.getBindingContext()).eIsProxy(),
                        Models.name(table))));
    }

    @Test
    void noIdIsUsedTwice() {
        Function<MApplicationElement, @Nullable String> id = MApplicationElement::getElementId;
        assertEquals(
                List.of(),
                twice(models.all(MApplicationElement.class)
                        .filter(element -> !(element instanceof MParameter)
                                && !(element instanceof MCommandParameter)
                                && !(element instanceof MPlaceholder))
                        .filter(element -> !imported(element))
                        .map(id)
                        .filter(Objects::nonNull)));
    }

    private static boolean imported(MApplicationElement element) {
        var feature = ((EObject) element).eContainingFeature();
        return feature != null && feature.getName().equals("imports");
    }

    private static @Nullable MCommand command(MApplicationElement user) {
        return switch (user) {
            case MHandler handler -> handler.getCommand();
            case MKeyBinding key -> key.getCommand();
            case MHandledItem item -> item.getCommand();
            default -> null;
        };
    }

    private static org.junit.jupiter.api.function.Executable parameters(
            MApplicationElement user, MCommand command, List<MParameter> given) {
        return () -> {
            Set<String> known = new HashSet<>();
            Set<String> missing = new TreeSet<>();
            for (MCommandParameter parameter : command.getParameters()) {
                known.add(parameter.getElementId());
                if (!parameter.isOptional()) {
                    missing.add(parameter.getElementId());
                }
            }
            Set<String> surplus = new TreeSet<>();
            for (MParameter parameter : given) {
                missing.remove(parameter.getName());
                if (!known.contains(parameter.getName())) {
                    surplus.add(parameter.getName());
                }
            }
            assertEquals(Set.of(), missing, Models.name(user) + " leaves parameters out");
            assertEquals(Set.of(), surplus, Models.name(user) + " gives parameters that its command has not");
        };
    }

    private static Path icon(String uri) {
        String prefix = "platform:/plugin/";
        assertTrue(uri.startsWith(prefix), uri + " begins with " + prefix);
        return Checkout.root().resolve("bundles").resolve(uri.substring(prefix.length()));
    }

    private static List<String> twice(Stream<String> names) {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        names.filter(name -> !seen.add(name)).forEach(twice::add);
        return twice;
    }
}
