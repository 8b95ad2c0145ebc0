// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swtbot.swt.finder.widgets.SWTBotStyledText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import podium.operation.OperationState;

/** Any kind of object, by the command line, and its YAML. */
@ExtendWith(AtTheDesk.class)
class ObjectsTest {
    private static final String DEPLOYMENT = "gateway";
    private static final String PATH = "/apis/apps/v1/namespaces/serving/deployments/" + DEPLOYMENT;
    private static final String YAML = "YAML of the object";
    private final Desk desk;

    ObjectsTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void theCommandLineGoesToTheObjectsOfAKindAsTheServerHasThem() throws Exception {
        List<String> budgets = desk.api().names("/apis/policy/v1/namespaces/serving/poddisruptionbudgets");
        assertFalse(budgets.isEmpty());
        desk.hands.command("pdb serving");
        for (String name : budgets) {
            desk.console.await("the budget " + name, () -> desk.screen.has("row | " + name + " |"));
        }
    }

    @Test
    void aChangeOfTheYamlIsAPlanThatIsSentAndTakenBack() throws Exception {
        Api api = desk.api();
        desk.hands.command("deploy serving");
        desk.hands.menuOf("row | " + DEPLOYMENT + " |", "Edit YAML…");
        String dialog = "Edit Deployment " + DEPLOYMENT;
        desk.hands.window(dialog);
        desk.console.await(
                "the YAML", () -> desk.screen.named(StyledText.class, YAML).isPresent());
        SWTBotStyledText yaml =
                new SWTBotStyledText(desk.screen.named(StyledText.class, YAML).orElseThrow());
        yaml.setText(yaml.getText().replaceFirst("\n  labels:\n", "\n  labels:\n    seen-by: swtbot\n"));
        desk.hands.button(dialog, "Plan…");
        List<String> before = desk.fleet.operations();
        String plan = "Edit Deployment serving/" + DEPLOYMENT;
        desk.console.await("the plan can be sent", () -> desk.screen.canPress(plan, "Apply"));
        assertEquals("", label(api), "sent before it was confirmed");
        desk.hands.button(plan, "Apply");
        assertEquals(OperationState.DONE, desk.fleet.ended("edit", before).state());
        assertEquals("swtbot", label(api));
        desk.hands.tool(words -> words.startsWith("Undo: Edit"));
        desk.hands.button("Undo: ", "Undo");
        assertEquals(OperationState.DONE, desk.fleet.ended("undo", before).state());
        assertEquals("", label(api));
    }

    @Test
    void fieldsAndValuesAreCompletedAsTheServerKnowsThem() {
        desk.hands.command("deploy serving");
        desk.hands.menuOf("row | " + DEPLOYMENT + " |", "Edit YAML…");
        String dialog = "Edit Deployment " + DEPLOYMENT;
        desk.hands.window(dialog);
        desk.console.await(
                "the YAML", () -> desk.screen.named(StyledText.class, YAML).isPresent());
        StyledText text = desk.screen.named(StyledText.class, YAML).orElseThrow();
        SWTBotStyledText yaml = new SWTBotStyledText(text);
        yaml.setText("apiVersion: apps/v1\nkind: Deployment\nspec:\n  strat");
        yaml.setFocus();
        desk.console.ask(() -> {
            text.setCaretOffset(text.getCharCount());
            return true;
        });
        desk.hands.press(text, ' ', SWT.CTRL);
        desk.console.await("the field is proposed", () -> proposals().equals(List.of("strategy: object")));
        desk.hands.press(text, SWT.CR, 0);
        desk.console.await("it is written", () -> yaml.getText().endsWith("\n  strategy:\n    "));
        desk.hands.press(text, ' ', SWT.CTRL);
        desk.console.await("its fields are", () -> proposals().contains("type: string"));
        desk.hands.press(text, 't', 0);
        desk.hands.press(text, 'y', 0);
        desk.console.await("fewer are", () -> proposals().equals(List.of("type: string")));
        desk.hands.press(text, SWT.CR, 0);
        desk.hands.press(text, ' ', SWT.CTRL);
        desk.console.await("the values are", () -> proposals().equals(List.of("Recreate", "RollingUpdate")));
        desk.hands.press(text, SWT.ARROW_DOWN, 0);
        desk.hands.press(text, SWT.CR, 0);
        desk.console.await("the value is written", () -> yaml.getText().endsWith("\n    type: RollingUpdate"));
        desk.hands.button(dialog, "Cancel");
        desk.hands.button(dialog, "Cancel");
    }

    private List<String> proposals() {
        return desk.screen
                .named(Table.class, "Proposals")
                .map(table -> desk.console.ask(() ->
                        Arrays.stream(table.getItems()).map(TableItem::getText).toList()))
                .orElse(List.of());
    }

    private static String label(Api api) {
        return api.get(PATH).at("/metadata/labels/seen-by").asText();
    }
}
