// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.model.fleet.Cluster;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;
import podium.ui.fake.Examples;
import podium.ui.shutdown.ShutdownChoice;

class ShutdownDialogTest {
    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);
    private final List<ShutdownChoice> answers = new ArrayList<>();

    @AfterEach
    void close() {
        seen.close();
    }

    private List<Operation> running(int number) {
        Cluster cluster = seen.stage.made.cluster("lab", number);
        return cluster.getNodes().stream()
                .map(node -> Examples.operation(
                        node.getName(),
                        seen.stage.drains.cordon(List.of(node)),
                        OperationState.RUNNING,
                        1,
                        3,
                        Optional.empty()))
                .toList();
    }

    private void in(int number, Runnable then) {
        List<Operation> running = running(number);
        seen.in(() -> answers.add(new ShutdownDialog(seen.owner(), seen.stage.services, () -> running).ask()), then);
    }

    @ParameterizedTest
    @CsvSource({"'Finish, Then End', FINISH", "End Now, LEAVE", "Cancel, STAY"})
    void everyButtonDoesWhatItSays(String words, ShutdownChoice answer) {
        in(1, () -> seen.press(words));
        assertEquals(List.of(answer), answers);
    }

    @Test
    void closedByTheWindowManagerPodiumStays() {
        in(1, () -> seen.dialog().close());
        assertEquals(List.of(ShutdownChoice.STAY), answers);
    }

    @Test
    void enterLeavesNothingInTheMiddle() {
        in(1, () -> assertEquals("Finish, Then End", seen.ok().getText()));
    }

    @Test
    void whatRunsIsNamedWithHowFarItIs() {
        in(2, () -> {
            assertTrue(seen.words().contains("2 operations are running"), seen.words());
            assertTrue(seen.words().contains("a1-n2: 1 of 3"), seen.words());
        });
    }

    @Test
    void ofManyTheFirstFiveAreNamedAndAllAreCounted() {
        in(7, () -> {
            assertTrue(seen.words().contains("7 operations are running"), seen.words());
            assertTrue(seen.words().contains("a1-n5"), seen.words());
            assertFalse(seen.words().contains("a1-n6"), seen.words());
        });
    }
}
