// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.model.fleet.Cluster;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;
import podium.ui.prompt.ChoicePrompt;
import podium.ui.prompt.ChoicePrompt.Option;
import podium.ui.prompt.InputPrompt;
import podium.ui.prompt.NextStep;

class InputPromptDialogTest {
    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);
    private final List<String> answers = new ArrayList<>();

    @AfterEach
    void close() {
        seen.close();
    }

    private static InputPrompt number(String given) {
        return new InputPrompt(
                "Scale train",
                "How many pods?",
                "Scale",
                given,
                List.of(),
                typed -> typed.matches("\\d+") ? Optional.empty() : Optional.of("A number is wanted."));
    }

    private static InputPrompt queue(String given) {
        return new InputPrompt(
                "Queue of train",
                "Which queue?",
                "Move",
                given,
                List.of("batch", "online"),
                name -> name.equals("batch") ? Optional.of("It is there already.") : Optional.empty());
    }

    @Test
    void whatIsWrongIsSaidAtOnceAndCannotBeConfirmed() {
        in(number("4"), () -> {
            Text field = seen.all(Text.class).getFirst();
            assertEquals("4", field.getText());
            assertTrue(seen.ok().isEnabled());
            field.setText("four");
            assertTrue(seen.words().contains("A number is wanted."));
            assertFalse(seen.ok().isEnabled());
            field.setText("12");
            assertFalse(seen.words().contains("A number is wanted."));
            seen.pressOk();
        });
        assertEquals(List.of("12"), answers);
    }

    @Test
    void anEmptyFieldIsCheckedToo() {
        in(number(""), () -> {
            assertFalse(seen.ok().isEnabled());
            assertFalse(seen.words().contains("A number is wanted."), "nothing is wrong before anything was typed");
        });
    }

    @Test
    void aQuestionOfAProductionClusterSaysSo() {
        Cluster cluster = seen.stage.made.cluster("prod", 1);
        cluster.setProduction(true);
        ((ShellDialogs) seen.dialogs()).follow(seen.stage.fleet);
        ClusterId prod = ClusterId.of(cluster);
        in(number("4").in(prod), () -> assertTrue(seen.words().contains("Production: prod"), seen.words()));
        List<Option<String>> options = List.of(new Option<>("a", "a", "", Optional.empty()));
        seen.in(
                () -> seen.dialogs()
                        .pick(new ChoicePrompt<>("Undo", "How?", NextStep.PLAN, options).in(prod), answers::add),
                () -> assertTrue(seen.words().contains("Production: prod"), seen.words()));
        in(number("4"), () -> assertFalse(seen.words().contains("Production"), seen.words()));
    }

    @Test
    void cancelledNothingIsAnswered() {
        in(number("4"), () -> seen.press("Cancel"));
        assertEquals(List.of(), answers);
    }

    @Test
    void howeverLongTheQuestionIsTheFieldStaysInTheWindow() {
        InputPrompt plain = number("4");
        InputPrompt question = new InputPrompt(
                plain.title(),
                "Which of these? " + "10000, ".repeat(2000),
                plain.confirm(),
                "4",
                List.of(),
                plain.check());
        in(question, () -> {
            Text field = seen.all(Text.class).getFirst();
            int bottom = seen.dialog().getDisplay().map(field, seen.dialog(), 0, field.getSize().y).y;
            assertTrue(bottom < seen.dialog().getClientArea().height, () -> bottom + " in " + seen.dialog());
            assertTrue(
                    seen.dialog().getSize().y < 600,
                    () -> seen.dialog().getSize().toString());
        });
    }

    @Test
    void whatTheThingHasNowIsChosenAtFirstAndAnotherCanBe() {
        in(queue("batch"), () -> {
            Combo list = seen.all(Combo.class).getFirst();
            assertEquals("batch", list.getText());
            assertFalse(seen.ok().isEnabled(), "it has it already");
            list.select(1);
            list.notifyListeners(SWT.Modify, new Event());
            seen.pressOk();
        });
        assertEquals(List.of("online"), answers);
    }

    @Test
    void whatIsGivenButNoChoiceIsNotAnsweredUnseen() {
        in(queue("gone"), () -> {
            assertEquals("batch", seen.all(Combo.class).getFirst().getText());
            assertFalse(seen.ok().isEnabled(), "checked is what is shown");
        });
        assertEquals(List.of(), answers);
    }

    private void in(InputPrompt question, Runnable then) {
        seen.in(() -> seen.dialogs().ask(question, answers::add), then);
    }
}
