// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.JobState;
import podium.operation.rule.ChangeLocks;
import podium.operation.rule.OperatorRules;
import podium.operation.rule.ProtectionRule;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;
import podium.ui.fake.FakeRules;
import podium.ui.fake.UiFixture;

class RulesDialogTest {
    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);
    private final UiFixture stage = seen.stage;

    @AfterEach
    void close() {
        seen.close();
    }

    @Test
    void rulesAreShownReadAndKept() {
        FakeRules rules = new FakeRules();
        rules.kept = new OperatorRules(List.of(ProtectionRule.parse("lab/a1")), List.of(), List.of(), List.of());
        seen.in(
                () -> new RulesDialog(
                                seen.owner(),
                                stage.services,
                                rules,
                                stage.protection(ChangeLocks.open(), rules),
                                stage.made.fleet())
                        .open(),
                () -> {
                    List<Text> fields = seen.all(Text.class);
                    assertEquals("lab/a1", fields.getFirst().getText());
                    // the pixels left over go to one of them
                    int height = fields.getFirst().getSize().y;
                    assertTrue(fields.stream().allMatch(field -> Math.abs(field.getSize().y - height) < fields.size()));
                    assertTrue(seen.words().contains("the Podium of a colleague does not know them"), seen.words());
                    fields.get(2).setText("prod sometimes");
                    Button save = seen.button("Save");
                    assertEquals(save, seen.ok(), "nothing dies by it");
                    assertFalse(save.isEnabled(), "what is not understood is not saved");
                    fields.get(2).setText("prod Fri 10:00-12:00 UTC\n\n* daily 00:00-01:00 UTC");
                    assertTrue(save.isEnabled());
                    rules.full = true;
                    seen.press("Save");
                    assertEquals(0, rules.kept.freezes().size());
                    rules.full = false;
                    seen.press("Save");
                });
        assertEquals(2, rules.kept.freezes().size());
        assertEquals(1, rules.kept.nodes().size());
        String changed = "changed rules Rules: Now also: "
                + "freeze window prod Fri 10:00-12:00 UTC, freeze window * daily 00:00-01:00 UTC.";
        assertEquals(
                List.of(changed, "unchanged rules Rules: They could not be written: those of before hold", changed),
                stage.notes);
    }

    @Test
    void namesOfTheFleetAreProposedInTheFieldsThatTakeThem() {
        Cluster lab = stage.made.cluster("lab", 2);
        stage.made.job(lab, "train", "Job", JobState.RUNNING, 1, 8);
        String node = "lab/" + lab.getNodes().getFirst().getName();
        String namespace = "lab/" + lab.getJobs().getFirst().getNamespace();
        FakeRules rules = new FakeRules();
        List<String> first = List.of(node, namespace, "", "lab", "lab");
        seen.in(
                () -> new RulesDialog(
                                seen.owner(),
                                stage.services,
                                rules,
                                stage.protection(ChangeLocks.open(), rules),
                                stage.made.fleet())
                        .open(),
                () -> {
                    List<Text> fields = seen.all(Text.class);
                    for (int i = 0; i < first.size(); i++) {
                        for (int key : new int[] {' ', SWT.ARROW_DOWN, SWT.CR}) {
                            Event event = new Event();
                            event.keyCode = key;
                            event.stateMask = key == ' ' ? SWT.CTRL : 0;
                            fields.get(i).notifyListeners(SWT.KeyDown, event);
                        }
                        assertEquals(first.get(i), fields.get(i).getText());
                    }
                });
    }

    /** A tab within a rule would not be seen. */
    @Test
    void tabGoesOnToTheNextField() {
        FakeRules rules = new FakeRules();
        seen.in(
                () -> new RulesDialog(
                                seen.owner(),
                                stage.services,
                                rules,
                                stage.protection(ChangeLocks.open(), rules),
                                stage.made.fleet())
                        .open(),
                () -> {
                    List<Text> fields = seen.all(Text.class);
                    for (int way : new int[] {SWT.TRAVERSE_TAB_NEXT, SWT.TRAVERSE_TAB_PREVIOUS}) {
                        Event key = new Event();
                        key.detail = way;
                        key.doit = false;
                        fields.get(1).notifyListeners(SWT.Traverse, key);
                        assertTrue(key.doit);
                    }
                });
    }
}
